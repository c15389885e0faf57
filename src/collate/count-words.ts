/** The words of an article, as hashes of 30 bits, the more frequent first. */
export interface WordCounts {
  readonly hashes: readonly number[];
  /** How often each stands there, the headline counted twice; words at the end without a count stand there once. */
  readonly counts: readonly number[];
}

/** Most words that are kept of an article: the rest of a long one is seldom about what it tells. */
const KEPT = 400;
/** Characters of an article that are read. */
const READ = 40_000;

/** Counts the words of a headline and a text, lower case: letters and digits, three at least or a number. */
export function countWords(title: string | null, text: string): WordCounts {
  const counts = new Map<number, number>();
  const count = (part: string, weight: number): void => {
    for (const [word] of part.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      if (word.length < 3 && !/\d/.test(word)) continue;
      const hash = hashWord(word);
      counts.set(hash, (counts.get(hash) ?? 0) + weight);
    }
  };
  if (title !== null) count(title, 2);
  count(text.slice(0, READ), 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT);
  const once = sorted.findIndex(([, times]) => times === 1);
  return { hashes: sorted.map(([hash]) => hash), counts: sorted.slice(0, once < 0 ? sorted.length : once).map(([, times]) => times) };
}

/** A hash of a word of 30 bits (FNV-1a, folded). */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return ((hash >>> 2) ^ (hash & 3)) >>> 0;
}
