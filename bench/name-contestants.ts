import { spawnSync } from "node:child_process";
import nlp from "compromise";
import type { Lexicons } from "../src/lexicon/parse-lexicon.js";
import type { Weights } from "../src/recognize/names/read-weights.js";
import { createTagNames } from "../src/recognize/names/recognize-names.js";
import { applyNameRules, nameListsOf } from "../src/recognize/names/rules.js";
import { cutSegments } from "../src/text/segments.js";

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
export function dateline(weights: Weights, lexicons: Lexicons): Contestant {
  const tag = createTagNames(weights);
  const lists = nameListsOf(lexicons);
  return (texts) => texts.map((text) => applyNameRules(text, tag(text), lists));
}

/** compromise, articles and possessives stripped for it. */
export const compromise: Contestant = (texts) => texts.map((text) => cutSegments(text).flatMap((segment) => {
  const view = nlp(text.slice(segment.start, segment.end));
  return ([["PER", "#Person+"], ["LOC", "#Place+"], ["ORG", "#Organization+"]] as const).flatMap(([type, pattern]) =>
    (view.match(pattern).json({ offset: true }) as { offset: { start: number; length: number } }[]).map(({ offset }) => {
      const start = segment.start + offset.start;
      const wording = text.slice(start, start + offset.length).trimEnd().replace(/[,.;:]$/, "").replace(/['’]s$/, "");
      const bare = wording.replace(/^the /i, "");
      return { start: start + wording.length - bare.length, end: start + wording.length, type, confidence: 1 };
    }));
}));

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
    const { stdout } = spawnSync("python3", ["-c", SPACY], { input: texts.map((text) => JSON.stringify(text)).join("\n"), maxBuffer: 1 << 30, encoding: "utf8" });
    return stdout.trim().split("\n").map((line) => JSON.parse(line) as FoundSpan[]);
  };
}
