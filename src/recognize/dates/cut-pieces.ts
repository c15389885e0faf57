import type { Gap } from "../../model/token.js";
import type { Span } from "../../model/span.js";
import { findNumberRuns, mayBeginRun, type NumberRun } from "../../text/number-runs.js";
import { parseDigits } from "../../text/numerals.js";
import { readNumberPiece, type NumberPiece } from "./read-number-piece.js";

/** A run of letters, a written number or a mark, before its class is known. */
export interface Piece extends Span {
  readonly lower: string;
  /** True where it starts with a capital letter. */
  readonly capital: boolean;
  readonly gap: Gap;
  readonly number: NumberPiece | null;
  /** Its class, null until and unless `read-words.ts` gives it one. */
  kind: string | null;
  /** The number that it names, NaN until it has one. */
  value: number;
}

/** A moment of ISO 8601, a day in numbers, a time of the clock, a number with commas, any other number. */
const NUMBER = new RegExp(
  [
    /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])/,
    /\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!\d)/,
    /\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)/,
    /\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?/,
    /\d+(?:\.\d+)?/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);
const SHORT_YEAR = /['’]\d{2}s?\b/y;
const LETTERS = /\p{L}+/uy;
const LOWER_LETTER = /[a-z]/i;

/** Cuts a text into pieces; white space belongs to none. Linear in the length of the text. */
export function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const { length } = text;
  // Few texts have any: they are looked for where the first may begin.
  let runs: readonly NumberRun[] | null = null;
  let nextRun = 0;
  let end = 0;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (((code >= 48 && code <= 57) || code >= 0x660) && mayBeginRun(text, at)) {
      runs ??= findNumberRuns(text);
      while ((runs[nextRun]?.start ?? length) < at) nextRun++;
      const run = runs[nextRun];
      if (run?.start === at) {
        pieces.push(pieceOfRun(text, run, at === end ? "none" : "space"));
        at = end = run.end;
        continue;
      }
    }
    if (code === 32 || (code >= 9 && code <= 13)) {
      at++;
      continue;
    }
    const gap: Gap = at === end ? "none" : "space";
    let stop = at + 1;
    let number: NumberPiece | null = null;
    let capital = false;
    let lowered = false;
    if ((code === 104 || code === 119) && startsAddress(text, at)) {
      // Numbers in web addresses are no dates of the story: the whole address is one piece.
      while (stop < length && text.charCodeAt(stop) > 32) stop++;
    } else if (isAsciiLetter(code)) {
      capital = code < 97;
      // Most words are small letters throughout: they are in lower case as they stand.
      while (stop < length && isSmallLetter(text.charCodeAt(stop))) stop++;
      lowered = !capital;
      if (stop < length && isAsciiLetter(text.charCodeAt(stop))) {
        lowered = false;
        while (stop < length && isAsciiLetter(text.charCodeAt(stop))) stop++;
      }
      if (stop < length && text.charCodeAt(stop) > 127) {
        const end = endOfMatch(LETTERS, text, stop);
        if (end !== null) [stop, lowered] = [end, false];
      }
      if (stop === at + 1) {
        stop = endOfLetters(text, at, stop);
        lowered = false;
      }
    } else if (code >= 48 && code <= 57) {
      stop = endOfMatch(NUMBER, text, at) ?? stop;
      number = readNumberPiece(text, at, text.slice(at, stop));
    } else if (code === 39 || code === 0x2019) {
      const next = text.charCodeAt(stop);
      if (next >= 48 && next <= 57) {
        const year = endOfMatch(SHORT_YEAR, text, at);
        if (year !== null) {
          stop = year;
          number = readNumberPiece(text, at, text.slice(at, stop));
        }
      } else if ((next === 115 || next === 83) && !LOWER_LETTER.test(text[stop + 1] ?? "")) stop++;
    } else if (code > 127) {
      stop = endOfMatch(LETTERS, text, at) ?? (code >= 0xd800 && code <= 0xdbff ? at + 2 : stop);
      if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) {
        at = stop;
        continue;
      }
    }
    const written = text.slice(at, stop);
    pieces.push({ start: at, end: stop, lower: lowered ? written : written.toLowerCase(), capital, gap, number, kind: null, value: NaN });
    at = stop;
    end = stop;
  }
  return pieces;
}

/** Digits with spaces between them or of another script. Where their form in plain digits is as long, it may be a day or a year. */
function pieceOfRun(text: string, { start, end, digits }: NumberRun, gap: Gap): Piece {
  const lower = digits ?? text.slice(start, end).toLowerCase();
  const value = parseDigits(lower);
  const number =
    value === null
      ? null
      : lower.length === end - start
        ? readNumberPiece(text, start, lower)
        : { kind: "num", value, end, clock: null, parts: null };
  return { start, end, lower, capital: false, gap, number, kind: null, value: NaN };
}

const startsAddress = (text: string, at: number): boolean =>
  text.startsWith("https://", at) || text.startsWith("http://", at) || text.startsWith("www.", at);

const isSmallLetter = (code: number): boolean => code >= 97 && code <= 122;

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** A single letter: "o'clock", "Q3" and "B.C." go on past theirs. */
function endOfLetters(text: string, start: number, stop: number): number {
  const letter = text.charCodeAt(start) | 32;
  if (letter === 111 && /^['’]clock/i.test(text.slice(stop, stop + 6))) return stop + 6;
  if (letter === 113 && /^[1-4](?![\p{L}\d])/u.test(text.slice(stop, stop + 2))) return stop + 1;
  if (letter === 98) {
    const era = /^\.c(?:\.e)?(?:\.|(?![\p{L}\d]))/iu.exec(text.slice(stop, stop + 5));
    if (era) return stop + era[0].length;
  }
  return stop;
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
