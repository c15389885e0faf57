import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cutAtoms } from "../recognize/names/cut-atoms.js";
import { featureHash } from "../recognize/names/feature-hash.js";
import { LETTER_CASES, letterCaseOf } from "../recognize/names/letter-case.js";
import { capitalized, casedForms, lowerForms, SHAPE_BITS, shapeBits, wordChars } from "../recognize/names/word-features.js";
import { cutSegments } from "../text/segments.js";
import { labeledText } from "./labeled-text.js";
import { readLabelSet, type LabeledDocument } from "./read-label-set.js";
import type { LabeledSpan } from "./write-sentence.js";

/** A word as the network meets it; `caseless` words stand in segments whose capitals say nothing. */
interface WordRow {
  readonly word: string;
  readonly caseless: boolean;
}

/** Numbers words in order of first sight. */
export function createWordTable(): { idOf: (word: string, caseless: boolean) => number; rows: () => readonly WordRow[] } {
  const ids = new Map<string, number>();
  const rows: WordRow[] = [];
  return {
    rows: () => rows,
    idOf: (word, caseless) => {
      const seen = caseless ? word.toLowerCase() : word;
      const key = `${caseless ? "~" : ""}${seen}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = rows.length;
        ids.set(key, id);
        rows.push({ word: seen, caseless });
      }
      return id;
    },
  };
}

/** One segment for the trainer: word ids, gaps (1 glued to the atom before), type of each atom's label and where a label begins. */
interface SegmentRow {
  readonly words: number[];
  readonly glued: number[];
  readonly tags: string[];
  readonly letterCase: number;
}

type WordTable = ReturnType<typeof createWordTable>;

/** Cuts a document's text exactly as the recognizer does and lays the labels over its atoms. */
export function exportDocument(
  document: LabeledDocument,
  natural: boolean,
  table: WordTable,
): { doc: string; region: string | null; segments: SegmentRow[] } {
  const { text, spans } = labeledText(document, natural);
  return { doc: document.id, region: document.region, segments: exportText(text, spans, table) };
}

/** The segments of a text with labels. */
export function exportText(text: string, spans: readonly LabeledSpan[], table: WordTable): SegmentRow[] {
  let at = 0;
  return cutSegments(text).map((segment) => {
    const atoms = cutAtoms(text, segment.start, segment.end);
    const letterCase = letterCaseOf(text, atoms);
    const caseless = letterCase === "upper" || letterCase === "lower";
    const row: SegmentRow = { words: [], glued: [], tags: [], letterCase: LETTER_CASES.indexOf(letterCase) };
    atoms.forEach((atom, i) => {
      row.words.push(table.idOf(text.slice(atom.start, atom.end), caseless));
      row.glued.push(i > 0 && atoms[i - 1]?.end === atom.start ? 1 : 0);
      while (at < spans.length && (spans[at]?.end ?? 0) <= atom.start) at++;
      const span = spans[at];
      if (!span || span.start >= atom.end) row.tags.push("O");
      else row.tags.push(`${i > 0 && (atoms[i - 1]?.end ?? 0) > span.start ? "I" : "B"}-${span.type}`);
    });
    return row;
  });
}

/** Writes `SET.plain.jsonl` and `SET.natural.jsonl` for each set and `words.jsonl` with the features of every word. */
function main(): void {
  const [data, out, extraWords, ...sets] = process.argv.slice(2);
  if (!data || !out || !extraWords || sets.length === 0) throw new Error("usage: export-features DATA OUT WORDS SET...");
  mkdirSync(out, { recursive: true });
  const table = createWordTable();
  for (const set of sets) {
    const documents = readLabelSet(join(data, `${set}.jsonl`));
    for (const natural of [false, true]) {
      const lines = documents.map((document) => JSON.stringify(exportDocument(document, natural, table)));
      writeFileSync(join(out, `${set.replaceAll("/", ".")}.${natural ? "natural" : "plain"}.jsonl`), `${lines.join("\n")}\n`);
    }
    process.stderr.write(`${set}: ${documents.length} documents, ${table.rows().length} words so far\n`);
  }
  for (const word of readFileSync(extraWords, "utf8").split("\n")) {
    for (const atom of cutAtoms(word)) table.idOf(word.slice(atom.start, atom.end), false);
  }
  // Each word also without its capitals and with the first one alone, for training on headlines and chat.
  for (let i = 0, n = table.rows().length; i < n; i++) {
    const row = table.rows()[i];
    if (!row || row.caseless) continue;
    table.idOf(row.word, true);
    table.idOf(capitalized(row.word), false);
  }
  const lines = table.rows().map(({ word, caseless }) =>
    JSON.stringify({
      word,
      caseless,
      bits: shapeBits(word, caseless),
      chars: wordChars(word).join(""),
      cased: casedForms(word, caseless),
      lower: lowerForms(word),
      without: table.idOf(word, true),
      title: caseless ? -1 : table.idOf(capitalized(word), false),
    }),
  );
  writeFileSync(join(out, "words.jsonl"), `${lines.join("\n")}\n`);
  writeFileSync(join(out, "features.json"), JSON.stringify({ hash: featureHash(), shapeBits: SHAPE_BITS, letterCases: LETTER_CASES }));
}

if (process.argv[1]?.includes("export-features")) main();
