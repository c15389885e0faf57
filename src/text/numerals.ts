import type { Gap } from "../model/token.js";

/** What a numeral is read from: lower-cased words, numbers and marks with the white space before them. Tokens fit. */
export interface NumeralWord {
  readonly lower: string;
  readonly gap: Gap;
}

/** A number in the text: words `at` to `last`, both included. */
export interface Numeral {
  readonly last: number;
  /** Not negative; a fraction only where the text writes one ("1.2 million" is 1200000). */
  readonly value: number;
  readonly form: "cardinal" | "ordinal";
}

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ONES_ORDINAL = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
];
const TENS_ORDINAL = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

const SMALL = new Map<string, number>([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
  ["fourty", 40],
]);
const ORDINAL = new Map<string, number>([
  ...ONES_ORDINAL.map((word, i) => [word, i] as const),
  ...TENS_ORDINAL.map((word, i) => [word, 20 + 10 * i] as const),
  ["hundredth", 100],
  ["thousandth", 1000],
  ["millionth", 1e6],
]);
const SCALE = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["dozen", 12],
  ["k", 1e3],
  ["mn", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);
/** Abbreviations scale only a number in digits ("300k", "1.5 bn"). */
const DIGITS_ONLY = new Set(["k", "mn", "bn", "tn"]);

/** Groups of three, or as in South Asia of two and a last one of three. */
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?$/;
const DIGIT_ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;
const HYPHENS = new Set(["-", "‐", "‑"]);

/** The number that digits write ("1,200", "1.2", "38", "1,23,456"), or null. Null, too, beyond 2^53, where numbers are no longer exact. */
export function parseDigits(written: string): number | null {
  if (!DIGITS.test(written)) return null;
  const value = Number(written.includes(",") ? written.replaceAll(",", "") : written);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** The number that a single word names ("seven", "twelfth", "21st", "1,200"), or null. Scales alone name none. */
export function parseNumberWord(lower: string): number | null {
  const ordinal = DIGIT_ORDINAL.exec(lower);
  return SMALL.get(lower) ?? ORDINAL.get(lower) ?? (ordinal ? Number(ordinal[1]) : parseDigits(lower));
}

/** True where a number in words or its article starts: "seven", "twelfth", "a" (of "a dozen"). Scales alone start none. */
export const startsNumeral = (lower: string): boolean =>
  SMALL.has(lower) || ORDINAL.has(lower) || lower === "a" || lower === "an" || lower === "half";

/** Every word that {@link startsNumeral}. */
export const NUMERAL_STARTS: readonly string[] = [...SMALL.keys(), ...ORDINAL.keys(), "a", "an", "half"];

/**
 * Reads the longest number that starts at a word: "38", "1,200", "1.2 million", "thirty-eight", "two hundred and
 * fifty thousand", "a hundred", "half a dozen", "12th", "twenty-first". Null where none starts there. An article or
 * "half" is read only before a scale ("a dozen", never "a man"). Linear in the length of the number.
 */
export function readNumeral(words: readonly NumeralWord[], at: number): Numeral | null {
  const word = words[at]?.lower ?? "";
  if (word === "half" || word === "a" || word === "an" || word === "one-half") return readAfterArticle(words, at);
  const ordinal = readOrdinal(words, at);
  if (ordinal) return ordinal;
  const digits = parseDigits(word);
  if (digits === null && !SMALL.has(word)) return null;
  return readCardinal(words, at);
}

/** "a hundred and ten", "half a million", "a half-dozen". */
function readAfterArticle(words: readonly NumeralWord[], at: number): Numeral | null {
  let i = at;
  let half = false;
  for (; i < at + 4; i++) {
    const word = words[i]?.lower ?? "";
    if (word === "half") half = true;
    else if (word !== "a" && word !== "an" && !(half && HYPHENS.has(word))) break;
  }
  const word = words[i]?.lower ?? "";
  const scale = DIGITS_ONLY.has(word) ? undefined : SCALE.get(word);
  if (scale === undefined) return null;
  if (half) return { last: i, value: scale / 2, form: "cardinal" };
  return finish(words, i, 1);
}

function readCardinal(words: readonly NumeralWord[], at: number): Numeral {
  const start = readSmall(words, at);
  return start ? finish(words, start.last + 1, start.value, start.digits) : { last: at, value: 0, form: "cardinal" };
}

/** Goes on after a first number: scales multiply it, smaller numbers after a scale add to it. `next` is the word to read. */
function finish(words: readonly NumeralWord[], next: number, first: number, digits = false): Numeral {
  let total = 0;
  let current = first;
  let last = next - 1;
  let ceiling = Infinity;
  let i = next;
  for (;;) {
    const word = words[i]?.lower ?? "";
    const at = HYPHENS.has(word) && words[i]?.gap === "none" ? i + 1 : i;
    const scaleWord = words[at]?.lower ?? "";
    const scale = DIGITS_ONLY.has(scaleWord) && !digits ? undefined : SCALE.get(scaleWord);
    if (scale !== undefined) {
      if (scale >= 1000) {
        if (scale >= ceiling) break;
        total += round(current * scale);
        current = 0;
        ceiling = scale;
      } else current = round(current * scale);
      last = at;
      i = at + 1;
      const and = words[i]?.lower === "and" ? 1 : 0;
      const more = readSmall(words, i + and);
      if (!more || more.digits || more.value === 0 || more.value >= scale || ORDINAL.has(words[more.last]?.lower ?? "")) {
        // "five million, four thousand" is two numbers; "two hundred thousand" goes on with a scale.
        if (and || !SCALE.has(words[i]?.lower ?? "")) break;
        continue;
      }
      current += more.value;
      last = more.last;
      i = more.last + 1;
      continue;
    }
    break;
  }
  return { last, value: total + current, form: "cardinal" };
}

/** One number below a hundred in words, or one number in digits. */
function readSmall(words: readonly NumeralWord[], at: number): { value: number; last: number; digits: boolean } | null {
  const word = words[at]?.lower ?? "";
  const digits = parseDigits(word);
  if (digits !== null) return { value: digits, last: at, digits: true };
  const value = SMALL.get(word);
  if (value === undefined) return null;
  if (value >= 20) {
    const unitAt = HYPHENS.has(words[at + 1]?.lower ?? "") && words[at + 1]?.gap === "none" ? at + 2 : at + 1;
    const unit = SMALL.get(words[unitAt]?.lower ?? "");
    if (unit !== undefined && unit > 0 && unit < 10) return { value: value + unit, last: unitAt, digits: false };
  }
  return { value, last: at, digits: false };
}

function readOrdinal(words: readonly NumeralWord[], at: number): Numeral | null {
  const word = words[at]?.lower ?? "";
  const written = DIGIT_ORDINAL.exec(word);
  if (written) return { last: at, value: Number(written[1]), form: "ordinal" };
  const single = ORDINAL.get(word);
  if (single !== undefined) return { last: at, value: single, form: "ordinal" };
  const tens = SMALL.get(word);
  if (tens === undefined || tens < 20) return null;
  const unitAt = HYPHENS.has(words[at + 1]?.lower ?? "") ? at + 2 : at + 1;
  const unit = ORDINAL.get(words[unitAt]?.lower ?? "");
  return unit !== undefined && unit > 0 && unit < 10 ? { last: unitAt, value: tens + unit, form: "ordinal" } : null;
}

/** 1.1 million is 1100000, not 1100000.0000000002. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;
