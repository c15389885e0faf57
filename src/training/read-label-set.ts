import { readFileSync } from "node:fs";

/** One sentence (or paragraph) of a label set. */
export interface LabeledSentence {
  readonly doc: string | null;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
  readonly region: string | null;
}

/** Sentences of one document, in order. */
export interface LabeledDocument {
  readonly id: string;
  readonly region: string | null;
  readonly sentences: readonly LabeledSentence[];
}

/** Reads a JSON Lines label set; sentences without a document make documents of twenty. Throws where a line is not of the form. */
export function readLabelSet(path: string): readonly LabeledDocument[] {
  const documents = new Map<string, LabeledSentence[]>();
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .forEach((line, i) => {
      const row = JSON.parse(line) as { doc?: string | null; tokens: string[]; tags: string[]; region?: string };
      if (row.tokens.length !== row.tags.length) throw new Error(`${path}:${i + 1}: ${row.tokens.length} tokens, ${row.tags.length} tags`);
      const id = row.doc ? String(row.doc) : `s${Math.floor(i / 20)}`;
      const sentence = { doc: row.doc ?? null, tokens: row.tokens, tags: row.tags, region: row.region ?? null };
      const list = documents.get(id);
      if (list) list.push(sentence);
      else documents.set(id, [sentence]);
    });
  return [...documents].map(([id, sentences]) => ({ id, region: sentences[0]?.region ?? null, sentences }));
}
