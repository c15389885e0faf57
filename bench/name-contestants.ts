import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nlp from "compromise";
import type { Gazetteer } from "../src/gazetteer/read-gazetteer.js";
import type { Lexicons } from "../src/lexicon/parse-lexicon.js";
import type { Weights } from "../src/recognize/names/read-weights.js";
import { createTagNames } from "../src/recognize/names/recognize-names.js";
import { nameListsOf } from "../src/recognize/names/rules/name-lists.js";
import { applyNameRules } from "../src/recognize/names/rules/name-rules.js";
import type { Analyze } from "../src/text/analyze.js";

/** A span that a tool found, in the types of the label sets. */
export interface FoundSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly confidence: number;
}

/** Tags many texts; the time is its own. */
export type Contestant = (texts: readonly string[]) => readonly (readonly FoundSpan[])[];

/** Our tagger with the rules of the guide; MISC and groups included. */
export function dateline(weights: Weights, lexicons: Lexicons, gazetteer: Gazetteer): Contestant {
  const tag = createTagNames(weights);
  const lists = nameListsOf(lexicons, gazetteer);
  return (texts) => texts.map((text) => applyNameRules(text, tag(text), lists));
}

/** compromise, sentence by sentence, its overlaps settled and articles and possessives stripped for it. */
export function compromise(analyze: Analyze): Contestant {
  return (texts) =>
    texts.map((text) => {
      const found: FoundSpan[] = [];
      for (const sentence of analyze(text).sentences) {
        const view = nlp(text.slice(sentence.start, sentence.end));
        for (const [type, names] of [
          ["PER", view.people()],
          ["LOC", view.places()],
          ["ORG", view.organizations()],
        ] as const) {
          for (const { offset } of names.json({ offset: true }) as { offset: { start: number; length: number } }[]) {
            const start = sentence.start + offset.start;
            const wording = text
              .slice(start, start + offset.length)
              .trimEnd()
              .replace(/[,.;:]$/, "")
              .replace(/ ?['’]s$/, "");
            const bare = wording.replace(/^the /i, "");
            if (/^\p{Lu}/u.test(bare))
              found.push({ start: start + wording.length - bare.length, end: start + wording.length, type, confidence: 1 });
          }
        }
      }
      found.sort((x, y) => x.start - y.start || y.end - x.end);
      return found.filter((span, i) => i === 0 || span.start >= (found[i - 1]?.end ?? 0));
    });
}

const SPACY = `
import sys, json, spacy
nlp = spacy.load("en_core_web_md", disable=["parser", "lemmatizer", "attribute_ruler"])
kind = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
for line in sys.stdin:
    text = json.loads(line)
    at = lambda i: len(text[:i].encode("utf-16-le")) // 2
    out = []
    for e in nlp(text).ents:
        if e.label_ not in kind: continue
        a, b = e.start_char, e.end_char
        if text[a:b].lower().startswith("the "): a += 4
        if text[a:b].endswith(("'s", "’s")): b -= 2
        out.append({"start": at(a), "end": at(b), "type": kind[e.label_], "confidence": 1})
    print(json.dumps(out))
`;

/** spaCy's en_core_web_md, or null where this machine's python3 has none. */
export function spacy(): Contestant | null {
  if (spawnSync("python3", ["-c", "import spacy; spacy.load('en_core_web_md')"]).status !== 0) return null;
  return (texts) => {
    const { stdout } = spawnSync("python3", ["-c", SPACY], {
      input: texts.map((text) => JSON.stringify(text)).join("\n"),
      maxBuffer: 1 << 30,
      encoding: "utf8",
    });
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as FoundSpan[]);
  };
}

const CORENLP_TYPES: Readonly<Record<string, string>> = { PERSON: "PER", ORGANIZATION: "ORG", LOCATION: "LOC" };

/** Stanford CoreNLP with its three English models, from the folder of its jars in `CORENLP_HOME`, or null where that or Java is missing. */
export function coreNlp(): Contestant | null {
  const home = process.env["CORENLP_HOME"];
  if (!home || !existsSync(home) || spawnSync("java", ["-version"]).status !== 0) return null;
  return (texts) => {
    const room = mkdtempSync(join(tmpdir(), "dateline-corenlp-"));
    try {
      const files = texts.map((text, i) => {
        writeFileSync(join(room, `${i}.txt`), text);
        return join(room, `${i}.txt`);
      });
      writeFileSync(join(room, "files"), files.join("\n"));
      const { status, stderr } = spawnSync(
        "java",
        [
          "-mx4g",
          "-cp",
          join(home, "*"),
          "edu.stanford.nlp.pipeline.StanfordCoreNLP",
          "-annotators",
          "tokenize,ssplit,pos,lemma,ner",
          "-ner.applyFineGrained",
          "false",
          "-ner.applyNumericClassifiers",
          "false",
          "-ner.useSUTime",
          "false",
          "-threads",
          "2",
          "-ssplit.newlineIsSentenceBreak",
          "two",
          "-filelist",
          join(room, "files"),
          "-outputFormat",
          "json",
          "-outputDirectory",
          room,
        ],
        { encoding: "utf8", maxBuffer: 1 << 30 },
      );
      if (status !== 0) throw new Error(`CoreNLP failed: ${stderr.slice(-500)}`);
      return texts.map((text, i) => {
        const { sentences } = JSON.parse(readFileSync(join(room, `${i}.txt.json`), "utf8")) as {
          sentences: { entitymentions?: { characterOffsetBegin: number; characterOffsetEnd: number; ner: string }[] }[];
        };
        return sentences
          .flatMap(({ entitymentions = [] }) => entitymentions)
          .flatMap(({ characterOffsetBegin: start, characterOffsetEnd: end, ner }) => {
            const type = CORENLP_TYPES[ner];
            const wording = text.slice(start, end).replace(/ ?['’]s$/, "");
            const bare = wording.replace(/^the /i, "");
            return type === undefined
              ? []
              : [{ start: start + wording.length - bare.length, end: start + wording.length, type, confidence: 1 }];
          });
      });
    } finally {
      rmSync(room, { recursive: true });
    }
  };
}
