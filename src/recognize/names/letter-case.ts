import type { Atom } from "./cut-atoms.js";

/** How a segment uses capitals; in `upper` and `lower` they say nothing, so its words are read without them. */
export const LETTER_CASES = ["mixed", "upper", "lower", "title"] as const;
export type LetterCase = (typeof LETTER_CASES)[number];

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

/**
 * Headlines in capitals are `upper`, chat and transcripts `lower`; `title` where nearly every word of four letters or
 * more begins with a capital. One word alone in capitals ("BAKU") is `upper` as well.
 */
export function letterCaseOf(text: string, atoms: readonly Atom[]): LetterCase {
  let words = 0;
  let upper = 0;
  let lower = 0;
  let long = 0;
  let longCapital = 0;
  for (const atom of atoms) {
    const first = text[atom.start] ?? "";
    if (first === "@" || first === "#") continue;
    const word = text.slice(atom.start, atom.end);
    if (!LETTER.test(first) || word.includes("://")) continue;
    words++;
    const hasUpper = UPPER.test(word);
    const hasLower = LOWER.test(word);
    if (hasUpper && !hasLower) upper++;
    if (hasLower && !hasUpper) lower++;
    if (word.length >= 4) {
      long++;
      if (UPPER.test(first)) longCapital++;
    }
  }
  if (words === 0) return "mixed";
  if (upper === words) return "upper";
  if (words >= 3 && upper >= 0.8 * words) return "upper";
  if (lower === words) return "lower";
  if (long >= 3 && longCapital >= 0.85 * long) return "title";
  return "mixed";
}
