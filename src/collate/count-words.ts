import { hashWord } from "./hash-word.js";

/** How often words stand in a text, as hashes of 30 bits, the more frequent first. */
export interface WordCounts {
  readonly hashes: readonly number[];
  /** How often each stands there; words at the end without a count stand there once. */
  readonly counts: readonly number[];
}

/** Most words that are kept of a text: the rest of a long one is seldom about what it tells. */
const KEPT = 300;
/** Characters of a text that are read. */
const READ = 20_000;

/** Counts the words of texts, each with a weight, lower case: of three letters at least, or with a digit. */
export function countWords(parts: readonly (readonly [text: string, weight: number])[]): WordCounts {
  const counts = new Map<number, number>();
  for (const [text, weight] of parts) {
    for (const [word] of text
      .slice(0, READ)
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu)) {
      if (word.length < 3 && !/\d/.test(word)) continue;
      const hash = hashWord(word);
      counts.set(hash, (counts.get(hash) ?? 0) + weight);
    }
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT);
  const once = sorted.findIndex(([, times]) => times === 1);
  return { hashes: sorted.map(([hash]) => hash), counts: sorted.slice(0, once < 0 ? sorted.length : once).map(([, times]) => times) };
}
