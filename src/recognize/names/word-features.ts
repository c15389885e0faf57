import { asciiClasses, DIGIT as ASCII_DIGIT, LOWER as ASCII_LOWER, UPPER as ASCII_UPPER } from "../../text/ascii.js";

// What the network knows of a word before it looks at its neighbors. Training reads these same functions' output, so
// that training and running cannot disagree; a digest of it goes into every model (feature-hash.ts).

/** Characters of a word that the character network reads: the first and the last dozen of a long one. */
export const MAX_CHARS = 24;

/** Names of the bits of {@link shapeBits}, lowest first. */
export const SHAPE_BITS = [
  "initial capital",
  "all capitals",
  "inner capital",
  "all lower",
  "has digit",
  "all digits",
  "one letter",
  "two letters",
  "eight letters or more",
  "has stop",
  "no letter or digit",
  "comma",
  "stop",
  "colon",
  "open bracket",
  "close bracket",
  "quote",
  "dash",
  "slash",
  "possessive",
  "handle",
  "hashtag",
  "address",
  "not Latin",
  "no case",
  "ends the abbreviation",
] as const;

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{N}/u;
const NOT_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;

/** The shape of a word as bits. `caseless` where the segment's capitals say nothing and the word came lower-cased. */
export function shapeBits(word: string, caseless: boolean): number {
  const first = word[0] ?? "";
  const ascii = asciiClasses(word);
  const upper = ascii < 0 ? UPPER.test(word) : (ascii & ASCII_UPPER) !== 0;
  const lower = ascii < 0 ? LOWER.test(word) : (ascii & ASCII_LOWER) !== 0;
  const letters = ascii < 0 ? LETTER.test(word) : (ascii & (ASCII_UPPER | ASCII_LOWER)) !== 0;
  const digits = ascii < 0 ? DIGIT.test(word) : (ascii & ASCII_DIGIT) !== 0;
  const tests = [
    upper && UPPER.test(first),
    upper && !lower && word.length > 1,
    upper && lower && UPPER.test(word.slice(1)),
    lower && !upper,
    digits,
    digits && !letters,
    letters && word.length === 1,
    letters && word.length === 2,
    letters && word.length >= 8,
    letters && word.includes("."),
    !letters && !digits,
    first === ",",
    first === ".",
    first === ":" || first === ";",
    first === "(" || first === "[" || first === "{",
    first === ")" || first === "]" || first === "}",
    !letters && /^["'“”‘’«»`]/.test(word),
    /^[-–—]/.test(word),
    first === "/" || first === "|",
    /^['’]s$/i.test(word),
    first === "@",
    first === "#",
    word.includes("://") || word.startsWith("www."),
    ascii < 0 && NOT_LATIN.test(word),
    caseless,
    letters && word.length > 1 && word.endsWith("."),
  ];
  let bits = 0;
  for (let i = 0; i < tests.length; i++) if (tests[i]) bits |= 1 << i;
  return bits >>> 0;
}

/** Curly apostrophes straightened, digits of numbers as "0": the form that word tables are keyed by. */
export function tableKey(word: string): string {
  const ascii = asciiClasses(word);
  if (ascii >= 0 && (ascii & ASCII_DIGIT) === 0) return word;
  const plain = word.replaceAll("’", "'");
  return DIGIT.test(plain) && !LETTER.test(plain) ? plain.replace(/\p{N}/gu, "0") : plain;
}

/** Accents taken off: "José" → "Jose". */
export function foldAccents(word: string): string {
  return asciiClasses(word) >= 0 ? word : word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The characters that the character network reads, accents folded and digits as "0". */
export function wordChars(word: string): string[] {
  const chars = [...foldAccents(tableKey(word))].map((c) => (DIGIT.test(c) ? "0" : c));
  if (chars.length <= MAX_CHARS) return chars;
  return [...chars.slice(0, MAX_CHARS / 2), ...chars.slice(-MAX_CHARS / 2)];
}

/** The first letter as a capital, the rest as it is. */
export function capitalized(word: string): string {
  if (asciiClasses(word) >= 0) return word.slice(0, 1).toUpperCase() + word.slice(1);
  const [first = "", ...rest] = [...word];
  return first.toUpperCase() + rest.join("");
}

/**
 * The forms under which a word is looked up in the cased table, best first. A caseless word is tried as a name
 * first: in "biden visits baku" the capital is what is missing.
 */
export function casedForms(word: string, caseless: boolean): string[] {
  const key = tableKey(word);
  const lower = key.toLowerCase();
  const forms = caseless ? [key, capitalized(key), key.toUpperCase()] : [key, capitalized(lower), lower];
  const folded = foldAccents(key);
  if (folded !== key) forms.push(folded, capitalized(folded.toLowerCase()), folded.toLowerCase());
  return forms;
}

/** The forms under which a word is looked up in the lower-cased table, best first. */
export function lowerForms(word: string): string[] {
  const lower = tableKey(word).toLowerCase();
  const folded = foldAccents(lower);
  const bare = lower.replace(/\.$/, "");
  return [...new Set([lower, folded, bare])];
}
