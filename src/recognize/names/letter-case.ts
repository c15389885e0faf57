import { asciiClass, LOWER as SMALL, UPPER as CAPITAL } from "../../text/ascii.js";
import type { Atom } from "./cut-atoms.js";

/** How a segment uses capitals; in `upper` and `lower` they say nothing, so its words are read without them. */
export const LETTER_CASES = ["mixed", "upper", "lower", "title"] as const;
export type LetterCase = (typeof LETTER_CASES)[number];

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;

const FIRST_CAPITAL = 4;
const HAS_UPPER = 1;
const HAS_LOWER = 2;

/** Which cases a word has, and whether it begins with a capital, as bits; -1 where it does not begin with a letter or is an address. */
function casesOf(text: string, { start, end }: Atom): number {
  const code = text.charCodeAt(start);
  if (code < 128 && (asciiClass(code) & (CAPITAL | SMALL)) === 0) return -1;
  let bits = code < 128 && asciiClass(code) === CAPITAL ? FIRST_CAPITAL : 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127 || unit === 0x3a) return casesOfAny(text.slice(start, end));
    const kind = asciiClass(unit);
    if (kind === CAPITAL) bits |= HAS_UPPER;
    else if (kind === SMALL) bits |= HAS_LOWER;
  }
  return bits;
}

/** The same of a word in any script. */
function casesOfAny(word: string): number {
  const first = word[0] ?? "";
  if (!LETTER.test(first) || word.includes("://")) return -1;
  return (UPPER.test(first) ? FIRST_CAPITAL : 0) | (UPPER.test(word) ? HAS_UPPER : 0) | (LOWER.test(word) ? HAS_LOWER : 0);
}

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
    const cases = casesOf(text, atom);
    if (cases < 0) continue;
    words++;
    if ((cases & HAS_UPPER) !== 0 && (cases & HAS_LOWER) === 0) upper++;
    if ((cases & HAS_LOWER) !== 0 && (cases & HAS_UPPER) === 0) lower++;
    if (atom.end - atom.start >= 4) {
      long++;
      if ((cases & FIRST_CAPITAL) !== 0) longCapital++;
    }
  }
  if (words === 0) return "mixed";
  if (upper === words) return "upper";
  if (words >= 3 && upper >= 0.8 * words) return "upper";
  if (lower === words) return "lower";
  if (long >= 3 && longCapital >= 0.85 * long) return "title";
  return "mixed";
}
