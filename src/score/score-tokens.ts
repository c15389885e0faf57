import type { Label } from "./label.js";
import { CORRECT, GOLD, MISSING, PREDICTED, SPURIOUS, type TallyTable, addCount } from "./tally.js";

export const tokenRow = (kind: string): string => `tokens/${kind}`;

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Where the words and marks of a text start, with the length of the text at the end. A plain rule, the same for every system. */
export function wordStarts(text: string): Int32Array {
  const starts: number[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) starts.push(match.index);
  return Int32Array.from([...starts, text.length]);
}

/** The words that the labels cover, even in part; indices into {@link wordStarts}. */
export function coveredWords(starts: Int32Array, labels: readonly Label[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { start, end } of labels) {
    let low = 0;
    let high = starts.length - 1;
    // The last word that starts at or before the label.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    for (let word = low; word < starts.length - 1 && (starts[word] ?? 0) < end; word++) covered.add(word);
  }
  return covered;
}

/** Counts one article word by word: a word is right for a kind where both sides label it so. */
export function tallyTokens(
  table: TallyTable,
  article: number,
  text: string,
  kinds: readonly string[],
  gold: readonly Label[],
  predicted: readonly Label[],
): void {
  if (gold.length === 0 && predicted.length === 0) return;
  const starts = wordStarts(text);
  for (const kind of kinds) {
    const row = table.rowIndex.get(tokenRow(kind));
    if (row === undefined) continue;
    const inGold = coveredWords(
      starts,
      gold.filter((label) => label.kind === kind),
    );
    const inPredicted = coveredWords(
      starts,
      predicted.filter((label) => label.kind === kind),
    );
    let correct = 0;
    for (const word of inGold) if (inPredicted.has(word)) correct++;
    addCount(table, article, row, CORRECT, correct);
    addCount(table, article, row, MISSING, inGold.size - correct);
    addCount(table, article, row, SPURIOUS, inPredicted.size - correct);
    addCount(table, article, row, GOLD, inGold.size);
    addCount(table, article, row, PREDICTED, inPredicted.size);
  }
}
