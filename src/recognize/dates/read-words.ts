import type { PhraseMatcher } from "../../lexicon/match-phrases.js";
import type { AnalyzedText, Gap } from "../../model/token.js";
import type { Span } from "../../model/span.js";
import { parseDigits, parseNumberWord, readNumeral } from "../../text/numerals.js";
import { BREAK, OTHER_WORD, type WordClasses } from "./compile-pattern.js";
import { readNumberPiece, type NumberPiece } from "./read-number-piece.js";
import { DECADE_WORDS, MONTHS, WEEKDAYS } from "./vocabulary.js";
import { isMonthHere, isWeekdayHere } from "./weigh-ambiguous-words.js";

/** A word, number, written date or mark of the text, as the date patterns see it. */
export interface Word extends Span {
  readonly lower: string;
  readonly gap: Gap;
  /** Its class, see `vocabulary.ts`; null for words that no pattern mentions. */
  readonly kind: string | null;
  /** The number it writes or names (month, ISO weekday, year, decade); NaN otherwise. */
  readonly value: number;
  /** The parts of a written date or clock time. */
  readonly number: NumberPiece | null;
}

/** The words of a text and their classes, one code unit a word. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly codes: string;
  /** Universal part of speech of the token at an offset, "X" where none starts there. */
  readonly posAt: (start: number) => string;
}

/** A piece before its class is known. */
export interface Piece extends Span {
  readonly text: string;
  readonly lower: string;
  readonly gap: Gap;
  readonly number: NumberPiece | null;
}

const PIECE =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])|\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?!\d)|\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?|['’]\d{2}s?\b|o['’]clock|q[1-4](?![\p{L}\d])|['’]s(?![a-z])|b\.c\.(?:e\.)?|\p{L}+|\S/giu;

const MARKS = new Map<string, string>([
  [",", "comma"], ["/", "slash"], ["'", "apos"], ["’", "apos"], ["(", "open"], [")", "shut"], ["[", "open"], ["]", "shut"],
  [".", "stop"], [";", "stop"], [":", "stop"], ["?", "stop"], ["!", "stop"], ["…", "stop"],
  ['"', "quote"], ["“", "quote"], ["”", "quote"], ["`", "quote"], ["«", "quote"], ["»", "quote"],
]);
const HYPHENS = new Set(["-", "‐", "‑", "–", "—"]);

/** Cuts a text into pieces and gives each its class. Linear in the length of the text. */
export function readWords(analyzed: AnalyzedText, classes: WordClasses, codeOf: ReadonlyMap<string, string>, matchHoliday: PhraseMatcher<string>): ReadText {
  const { text } = analyzed;
  const pieces = cutPieces(text);
  const breaks = lineBreaks(analyzed);
  const surnameMay = /\b(?:Mrs?\.?|Ms\.?|Theresa|Minister|PM) May\b/.test(text);
  const words: Word[] = [];
  const codes: string[] = [];
  let nextBreak = 0;
  const put = (word: Word): void => {
    words.push(word);
    codes.push((word.kind === null ? undefined : codeOf.get(word.kind)) ?? OTHER_WORD);
  };
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    while ((breaks[nextBreak] ?? Infinity) <= piece.start) {
      if (words.length > 0) {
        words.push({ start: piece.start, end: piece.start, lower: "", gap: "line", kind: null, value: NaN, number: null });
        codes.push(BREAK);
      }
      nextBreak++;
    }
    const { start, lower, gap } = piece;
    const make = (kind: string | null, value = NaN, last = piece, end = last.end, number: NumberPiece | null = null): void =>
      put({ start, end, lower, gap, kind, value, number });
    if (piece.number?.kind === "span" && piece.number.parts) {
      // "2019–20" is two years, the second as short as it is written.
      const [from, to] = piece.number.parts;
      make("year4", from);
      put({ start: piece.end, end: piece.end + 1, lower: "-", gap: "none", kind: "hy", value: NaN, number: null });
      put({ start: piece.end + 1, end: piece.number.end, lower: String(to % 100), gap: "none", kind: "apyear", value: to, number: null });
      while ((pieces[i + 1]?.start ?? Infinity) < piece.number.end) i++;
      continue;
    }
    if (piece.number) {
      if (parseDigits(lower) !== null) {
        const numeral = readNumeral(pieces, i);
        const last = numeral && pieces[numeral.last];
        if (numeral && last && numeral.last > i) {
          make("num", numeral.value, last);
          i = numeral.last;
          continue;
        }
      }
      const { kind, value, end } = piece.number;
      make(kind, value, piece, Math.max(end, piece.end), piece.number);
      while ((pieces[i + 1]?.start ?? Infinity) < end) i++;
      continue;
    }
    const first = lower.charCodeAt(0);
    if (lower.startsWith("b.c.")) {
      put({ start, end: piece.end, lower: "bc", gap, kind: "bc", value: NaN, number: null });
      continue;
    }
    if (first < 97 || first > 122) {
      if (HYPHENS.has(lower)) {
        const glued = gap === "none" && pieces[i + 1]?.gap === "none";
        make(glued ? "hy" : "dash");
      } else make(lower === "'s" || lower === "’s" ? "poss" : (MARKS.get(lower) ?? null));
      continue;
    }
    const holiday = piece.text === lower ? null : matchHoliday(pieces, i);
    const holidayEnd = holiday && pieces[holiday.last];
    if (holiday && holidayEnd) {
      put({ start, end: holidayEnd.end, lower: holiday.value, gap, kind: "holiday", value: NaN, number: null });
      i = holiday.last;
      continue;
    }
    const month = MONTHS.get(lower);
    if (month !== undefined) {
      const dotted = hasDot(text, pieces, i);
      make(isMonthHere(pieces, i, dotted, surnameMay) ? "mname" : lower, month, piece, piece.end + (dotted ? 1 : 0));
      if (dotted) i++;
      continue;
    }
    const weekday = WEEKDAYS.get(lower);
    if (weekday !== undefined) {
      const kind = classes.classOf(lower);
      const dotted = kind === "wabbr" && hasDot(text, pieces, i);
      if (kind === "wabbr" && !isWeekdayHere(pieces, i, dotted)) make(null);
      else make(kind ?? null, weekday, piece, piece.end + (dotted ? 1 : 0));
      if (dotted) i++;
      continue;
    }
    const decade = DECADE_WORDS.get(lower);
    if (decade !== undefined) {
      make("tens", 1900 + decade);
      continue;
    }
    const scale = lower === "a" || lower === "an" || lower === "half" ? readNumeral(pieces, i) : null;
    if (scale || parseNumberWord(lower) !== null) {
      const numeral = scale ?? readNumeral(pieces, i);
      const last = numeral && pieces[numeral.last];
      if (numeral && last) {
        i = putNumeral(pieces, numeral.last, numeral.value, numeral.form, lower, make);
        continue;
      }
    }
    make(classes.classOf(lower) ?? null);
  }
  return { text, words, codes: codes.join(""), posAt: partOfSpeech(analyzed) };
}

/** Puts a number in words; "nineteen eighty-nine" becomes one year. Returns the last piece that was used. */
function putNumeral(
  pieces: readonly Piece[],
  last: number,
  value: number,
  form: "cardinal" | "ordinal",
  lower: string,
  make: (kind: string, value: number, last: Piece) => void,
): number {
  const end = pieces[last];
  if (!end) return last;
  if (form === "ordinal") {
    make(lower === "second" ? "second" : "ow", value, end);
    return last;
  }
  if (value >= 17 && value <= 20 && pieces[last + 1]?.gap !== "none") {
    const decadeWord = DECADE_WORDS.get(pieces[last + 1]?.lower ?? "");
    const lastPiece = pieces[last + 1];
    if (decadeWord !== undefined && lastPiece) {
      make("tens", value * 100 + decadeWord, lastPiece);
      return last + 1;
    }
    const more = pieces[last + 1]?.number ? null : readNumeral(pieces, last + 1);
    const yearEnd = more && pieces[more.last];
    if (more && yearEnd && more.form === "cardinal" && more.value >= 10 && more.value <= 99) {
      make("wyear", value * 100 + more.value, yearEnd);
      return more.last;
    }
  }
  make(value >= 0 && value <= 31 ? "nw" : "num", value, end);
  return last;
}

function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const [written] = match;
    const gap: Gap = start === end ? "none" : "space";
    const first = written.charCodeAt(0);
    const digits = (first >= 48 && first <= 57) || ((first === 39 || first === 8217) && written.length > 2);
    pieces.push({
      start,
      end: start + written.length,
      text: written,
      lower: written.toLowerCase(),
      gap,
      number: digits ? readNumberPiece(text, start, written) : null,
    });
    end = start + written.length;
  }
  return pieces;
}

/** True where an abbreviation closes with a full stop of its own ("Sept. 11", "Sat., May 3"). */
function hasDot(text: string, pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  return piece !== undefined && piece.text.length <= 5 && piece.lower !== "may" && piece.lower !== "march" && piece.lower !== "april"
    && piece.lower !== "june" && piece.lower !== "july" && text[piece.end] === ".";
}

function partOfSpeech({ tokens }: AnalyzedText): (start: number) => string {
  return (start) => {
    let low = 0;
    let high = tokens.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const token = tokens[middle];
      if (!token) break;
      if (token.start === start) return token.pos;
      if (token.start < start) low = middle + 1;
      else high = middle - 1;
    }
    return "X";
  };
}

/** Where a new paragraph, headline or list item starts. */
function lineBreaks({ tokens, sentences }: AnalyzedText): readonly number[] {
  const breaks: number[] = [];
  for (const sentence of sentences) {
    const token = tokens[sentence.first];
    if (token && (token.gap === "line" || token.gap === "paragraph")) breaks.push(token.start);
  }
  return breaks;
}
