import type { ReadText } from "./read-words.js";

/** Words behind which "a year" is a length. */
export const BEFORE_LENGTHS = new Set([
  "for",
  "in",
  "within",
  "after",
  "over",
  "under",
  "than",
  "about",
  "nearly",
  "almost",
  "least",
  "take",
  "took",
  "takes",
  "last",
  "lasted",
  "spent",
  "spend",
  "of",
  "barely",
  "is",
  "was",
  "only",
  "another",
  "during",
  "about",
  "every",
  "been",
  "by",
  "to",
  "until",
  "when",
  "just",
  "and",
  "or",
  "up",
]);

/** "million a year", "flights a week": after a count, a noun or a price, not after a preposition. */
export function isRateHere({ words, isBeside }: ReadText, first: number): boolean {
  const before = words[first - 1];
  if (isBeside(before?.lower ?? "", "way") || (before?.lower === "hours" && words[first - 2]?.value === 24)) return false;
  if (words[first]?.lower === "per") return true;
  if (!before || (before.gap === "none" && before.kind === "dash")) return false;
  if (BEFORE_LENGTHS.has(before.lower) || before.kind === "comma" || before.kind === "dash" || before.kind === "open") return false;
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const word = words[i];
    if (!word || word.kind === "comma") break;
    if (
      word.kind === "num" ||
      word.kind === "nw" ||
      word.kind === "dd" ||
      word.kind === "n2" ||
      /^\d/.test(word.lower) ||
      word.lower === "times"
    )
      return true;
  }
  return false;
}
