import { BREAK } from "./compile-pattern.js";
import type { ReadText, Word } from "./read-words.js";

/** Words before a number of four digits that make it a year. */
const BEFORE_A_YEAR = new Set([
  "in",
  "of",
  "since",
  "from",
  "to",
  "until",
  "till",
  "by",
  "between",
  "and",
  "through",
  "during",
  "before",
  "after",
  "for",
  "early",
  "late",
  "mid",
  "the",
  "year",
  "circa",
  "around",
  "about",
  "into",
  "a",
  "an",
  "its",
  "their",
  "his",
  "her",
  "our",
  "than",
  "fiscal",
  "or",
  "this",
  "that",
  "late",
  "on",
  "end",
  "beginning",
  "start",
  "middle",
  "spring",
  "summer",
  "fall",
  "autumn",
  "winter",
  "throughout",
  "with",
  "is",
  "was",
  "as",
  "at",
  "over",
  "back",
  "compared",
]);

/** Words before a number that make it a count, a price or a name. */
const COUNTS = new Set([
  "least",
  "most",
  "than",
  "some",
  "over",
  "nearly",
  "almost",
  "approximately",
  "only",
  "another",
  "to",
  "about",
  "around",
]);

/**
 * True where a number of four digits is a year: from 1900 to 2099 unless it counts things or names one, from 1000 to
 * 1899 and beyond 2099 only after a word of time. Years in words and '89 always are.
 */
export function isYearHere(read: ReadText, first: number, last: number): boolean {
  const { words, codes, text, datedThings, isBeside } = read;
  let at = last;
  while (at > first && !isYearKind(words[at]?.kind)) at--;
  if (words[at]?.kind === "apyear" && at === first) {
    const cue = words[at - 1];
    return cue !== undefined && (BEFORE_A_YEAR.has(cue.lower) || cue.kind === "hy" || cue.kind === "seasonname" || cue.kind === "comma");
  }
  const year = words[at];
  if (!year || year.kind !== "year4") return true;
  if (at > first && words[at - 1]?.kind !== "hy" && words[at - 1]?.lower !== "the") return !isApproximateCount(read, first, at);
  const before = codes[at - 1] === BREAK ? undefined : words[at - 1];
  const next = codes[at + 1] === BREAK ? undefined : words[at + 1];
  const nextWord = next?.gap === "none" && next.kind === "hy" ? undefined : next;
  // Telephone numbers, codes and scores: glued to other digits.
  if ((next?.kind === "hy" || next?.kind === "slash") && isDigits(words[at + 2]?.lower) && !isYearKind(words[at + 2]?.kind)) return false;
  if ((before?.kind === "hy" || before?.kind === "slash") && isDigits(words[at - 2]?.lower) && !isYearKind(words[at - 2]?.kind))
    return false;
  // A telephone number: "555 2024".
  if (before?.kind === "num" && before.value >= 100 && before.value < 1000 && year.gap === "space") return false;
  if (before && before.gap !== "none" && /^\p{Lu}/u.test(text.slice(before.start, before.start + 1)) && isBeside(before.lower, "label"))
    return false;
  // Flight numbers: "AF 1990".
  if (
    before &&
    before.gap !== "none" &&
    before.lower.length === 2 &&
    /^\p{Lu}{2}$/u.test(text.slice(before.start, before.end)) &&
    !SHORT_WORDS.has(before.lower)
  )
    return false;
  if (nextWord && (isBeside(nextWord.lower, "counted") || isDatedThing(words.slice(at + 1, at + 7), text, datedThings))) return false;
  if (before && COUNTS.has(before.lower) && nextWord && isPluralNoun(nextWord.lower)) return false;
  const { value } = year;
  // "The western front 1861-1863": two years that belong together need no other cue.
  if (
    next?.kind === "hy" &&
    isYearKind(words[at + 2]?.kind) &&
    (words[at + 2]?.value ?? 0) > value &&
    (words[at + 2]?.value ?? 0) - value < 150
  )
    return true;
  const cue =
    before !== undefined &&
    (BEFORE_A_YEAR.has(before.lower) ||
      before.kind === "poss" ||
      before.kind === "open" ||
      before.kind === "dash" ||
      before.kind === "hy" ||
      before.kind === "comma" ||
      before.kind === "mname" ||
      before.kind === "edge");
  if (value >= 1900 && value < 2100) {
    if (cue || before === undefined) return true;
    return !(nextWord && isPluralNoun(nextWord.lower) && nextWord.gap === "space");
  }
  if (value >= 2100 || before?.lower === "at") return false;
  return cue && !(nextWord && isPluralNoun(nextWord.lower) && before.lower !== "the");
}

/** "about 1990 people": the approximate number of what is counted. */
function isApproximateCount({ words, isBeside }: ReadText, first: number, at: number): boolean {
  const next = words[at + 1];
  return (
    words[first]?.kind === "approx" &&
    at === first + 1 &&
    next?.gap === "space" &&
    (isBeside(next.lower, "counted") || isPluralNoun(next.lower))
  );
}

/** "a 2006 Toyota", "(1993 USD)", "1993 U.S. dollars". */
function isDatedThing(next: readonly Word[], text: string, datedThings: ReadonlySet<string>): boolean {
  const [first] = next;
  if (!first || first.gap !== "space") return false;
  if (datedThings.has(first.lower))
    return text.charCodeAt(first.start) < 97 || /^(?:dollars?|euros?|pounds|yen|yuan|francs)$/.test(first.lower);
  return /^us?$/.test(first.lower) && next.slice(1).some(({ lower }) => lower === "dollars" || lower === "dollar");
}

const isYearKind = (kind: string | null | undefined): boolean => kind === "year4" || kind === "apyear";

const isDigits = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);

const isPluralNoun = (word: string): boolean => /^[a-z]{3,}s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !VERBS_IN_S.has(word);

/** Words of two letters that no flight is named after, also in capitals. */
const SHORT_WORDS = new Set(["us", "uk", "eu", "un", "in", "of", "to", "by"]);
const VERBS_IN_S = new Set(["was", "has", "does", "says"]);
