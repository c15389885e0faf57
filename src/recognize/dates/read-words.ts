import type { PhraseMatcher } from "../../lexicon/match-phrases.js";
import type { AnalyzedText, Gap } from "../../model/token.js";
import type { Span } from "../../model/span.js";
import { type Numeral, parseDigits, readNumeral } from "../../text/numerals.js";
import { BREAK, OTHER_CODE } from "./compile-pattern.js";
import { cutPieces, type Piece } from "./cut-pieces.js";
import { createTenseReader, type ReadTense } from "../tense/read-tense.js";
import type { TenseWords } from "../tense/tense-words.js";
import type { NumberPiece } from "./read-number-piece.js";
import { DECADE_WORDS } from "./vocabulary.js";
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

/** The words of a text and their classes, a code a word. */
export interface ReadText {
  readonly text: string;
  readonly words: readonly Word[];
  readonly codes: readonly number[];
  /** Universal part of speech of the token at an offset, "X" where none starts there. */
  readonly posAt: (start: number) => string;
  /** What the clause around a span says of when it takes place. */
  readonly tenseAt: ReadTense;
  readonly isCue: TenseWords["isCue"];
  /** What a word beside a date tells of it, by `lexicons/date-company.tsv`. */
  readonly isBeside: IsBeside;
  /** Words after a year that make it a model or base year: makers of vehicles, currencies. */
  readonly datedThings: ReadonlySet<string>;
}

/** A word that means something to the rules. */
export interface KnownWord {
  /** Its class; null for a word that is one only in company (a numeral that begins none). */
  readonly kind: string | null;
  /** The code of that class. */
  readonly code: number;
  /** What decides on its class where more than the word does. */
  readonly role: "plain" | "era" | "month" | "weekday" | "decade" | "numeral";
  /** The month, ISO weekday or year that it names; NaN for others. */
  readonly value: number;
}

/** The words that mean something to a rule, and their classes. */
export interface CompiledVocabulary {
  /** The code of each class. */
  readonly codeNumberOf: ReadonlyMap<string, number>;
  /** Every word that is more than a stranger to the rules; the rest need no second look. */
  readonly vocabulary: ReadonlyMap<string, KnownWord>;
  /** False for a word in lower case that the vocabulary lacks, by its first letters and length; true for all others. */
  readonly mayKnow: (lower: string) => boolean;
}

/** The senses of `lexicons/date-company.tsv`. */
export type DateCompany = "counted" | "label" | "way" | "overnight" | "rest" | "named" | "attack" | "masthead" | "byname" | "habit";

export type IsBeside = (word: string, sense: DateCompany) => boolean;

/** What reading needs of the lexicons. */
export interface ReadingWords {
  readonly matchHoliday: PhraseMatcher<string>;
  /** False for a word that begins no holiday; true for some others, too. */
  readonly mayBeginHoliday: (lower: string) => boolean;
  readonly tenseWords: TenseWords;
  readonly isBeside: IsBeside;
  readonly datedThings: ReadonlySet<string>;
}

const SURNAME_MAY = /\b(?:Mrs?\.?|Ms\.?|Theresa|Minister|PM) May\b/;

const MARKS = new Map<string, string>([
  [",", "comma"],
  ["/", "slash"],
  ["'", "apos"],
  ["’", "apos"],
  ["(", "open"],
  [")", "shut"],
  ["[", "open"],
  ["]", "shut"],
  [".", "stop"],
  [";", "stop"],
  [":", "stop"],
  ["?", "stop"],
  ["!", "stop"],
  ["…", "stop"],
  ['"', "quote"],
  ["“", "quote"],
  ["”", "quote"],
  ["`", "quote"],
  ["«", "quote"],
  ["»", "quote"],
]);
const HYPHENS = new Set(["-", "‐", "‑", "–", "—"]);

/** Cuts a text into words and gives each its class. Linear in the length of the text. */
export function readWords(
  analyzed: AnalyzedText,
  compiled: CompiledVocabulary,
  { matchHoliday, mayBeginHoliday, tenseWords, isBeside, datedThings }: ReadingWords,
): ReadText {
  const { codeNumberOf, vocabulary, mayKnow } = compiled;
  const { text } = analyzed;
  const pieces = cutPieces(text);
  const breaks = lineBreaks(analyzed);
  let isSurname: boolean | null = null;
  const surnameMay = (): boolean => (isSurname ??= SURNAME_MAY.test(text));
  const words: Word[] = [];
  const codes: number[] = [];
  let nextBreak = 0;
  const put = (
    from: Piece,
    end: number,
    kind: string | null,
    value: number,
    number: NumberPiece | null = null,
    lower = from.lower,
  ): void => {
    if (end === from.end && lower === from.lower && number === from.number) {
      // Most words are one piece each: the piece becomes the word.
      from.kind = kind;
      from.value = value;
      words.push(from);
    } else words.push({ start: from.start, end, lower, gap: from.gap, kind, value, number });
    codes.push((kind === null ? undefined : codeNumberOf.get(kind)) ?? OTHER_CODE);
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
    const { lower, number } = piece;
    if (number) {
      i = putNumber(pieces, i, number, put);
      continue;
    }
    const first = lower.charCodeAt(0);
    if (first < 97 || first > 122) {
      const hours = words.at(-1)?.kind === "zone" ? readOffset(piece, pieces[i + 1]) : null;
      const next = pieces[i + 1];
      if (hours !== null && next) {
        put(piece, next.end, "offset", hours);
        i++;
      } else if (HYPHENS.has(lower)) put(piece, piece.end, piece.gap === "none" && pieces[i + 1]?.gap === "none" ? "hy" : "dash", NaN);
      else put(piece, piece.end, lower === "'s" || lower === "’s" ? "poss" : (MARKS.get(lower) ?? null), NaN);
      continue;
    }
    if (piece.capital && mayBeginHoliday(lower)) {
      const holiday = matchHoliday(pieces, i);
      const end = holiday && pieces[holiday.last]?.end;
      if (holiday && end) {
        put(piece, end, holiday.value.startsWith("month:") ? "fmonth" : "holiday", NaN, null, holiday.value);
        i = holiday.last;
        continue;
      }
    }
    const known = mayKnow(lower) ? vocabulary.get(lower) : undefined;
    if (known === undefined || known.role === "plain") {
      piece.kind = known === undefined ? null : known.kind;
      words.push(piece);
      codes.push(known === undefined ? OTHER_CODE : known.code);
    } else i = putWord(text, pieces, i, known, surnameMay, put);
  }
  return {
    text,
    words,
    codes,
    posAt: partOfSpeech(analyzed),
    tenseAt: createTenseReader(analyzed, tenseWords),
    isCue: tenseWords.isCue,
    isBeside,
    datedThings,
  };
}

type Put = (from: Piece, end: number, kind: string | null, value: number, number?: NumberPiece | null, lower?: string) => void;

/** The hours that "+8", "-5" or "+05:30" puts between a zone's clock and a local one; null for anything else. */
function readOffset({ lower, end }: Piece, next: Piece | undefined): number | null {
  if ((lower !== "+" && lower !== "-" && lower !== "−") || !next?.number || next.start !== end) return null;
  const { clock, value } = next.number;
  const hours = clock ? clock.hour + (clock.minute ?? 0) / 60 : value;
  return hours >= 0 && hours <= 14 ? (lower === "+" ? hours : -hours) : null;
}

/** Puts a number in digits. Returns the last piece that was used. */
function putNumber(pieces: readonly Piece[], at: number, number: NumberPiece, put: Put): number {
  const piece = pieces[at];
  if (!piece) return at;
  let i = at;
  if (number.kind === "span" && number.parts) {
    // "2019–20" is two years, the second as short as it is written.
    const [from, to] = number.parts;
    put(piece, piece.end, "year4", from);
    put({ ...piece, start: piece.end, gap: "none" }, piece.end + 1, "hy", NaN, null, "-");
    put({ ...piece, start: piece.end + 1, gap: "none" }, number.end, "apyear", to, null, String(to % 100));
    while ((pieces[i + 1]?.start ?? Infinity) < number.end) i++;
    return i;
  }
  if (parseDigits(piece.lower) !== null) {
    const numeral = readNumeral(pieces, at);
    const last = numeral && pieces[numeral.last];
    if (numeral && last && numeral.last > at) {
      put(piece, last.end, "num", numeral.value);
      return numeral.last;
    }
  }
  put(piece, Math.max(number.end, piece.end), number.kind, number.value, number);
  while ((pieces[i + 1]?.start ?? Infinity) < number.end) i++;
  return i;
}

/** Puts a word whose class its neighbors decide. Returns the last piece that was used. */
function putWord(
  text: string,
  pieces: readonly Piece[],
  at: number,
  { kind, role, value }: KnownWord,
  surnameMay: () => boolean,
  put: Put,
): number {
  const piece = pieces[at];
  if (!piece) return at;
  switch (role) {
    case "era":
      put(piece, piece.end, "bc", NaN, null, "bc");
      return at;
    case "month": {
      const dotted = hasDot(text, piece);
      put(piece, piece.end + (dotted ? 1 : 0), isMonthHere(pieces, at, dotted, surnameMay) ? "mname" : piece.lower, value);
      return dotted ? at + 1 : at;
    }
    case "weekday": {
      const dotted = kind === "wabbr" && hasDot(text, piece);
      const stands = kind !== "wabbr" || isWeekdayHere(pieces, at, dotted);
      put(piece, piece.end + (dotted ? 1 : 0), stands ? kind : null, stands ? value : NaN);
      return dotted ? at + 1 : at;
    }
    case "decade":
      put(piece, piece.end, "tens", value);
      return at;
    case "numeral": {
      const numeral = readNumeral(pieces, at);
      if (numeral) return putNumeral(pieces, at, numeral, put);
      break;
    }
    case "plain":
      break;
  }
  put(piece, piece.end, kind, NaN);
  return at;
}

/** Puts a number in words; "nineteen eighty-nine" becomes one year. Returns the last piece that was used. */
function putNumeral(pieces: readonly Piece[], at: number, { last, value, form }: Numeral, put: Put): number {
  const [piece, end] = [pieces[at], pieces[last]];
  if (!piece || !end) return last;
  if (form === "ordinal") {
    put(piece, end.end, piece.lower === "second" ? "second" : "ow", value);
    return last;
  }
  const next = pieces[last + 1];
  if (value >= 17 && value <= 20 && next && next.gap !== "none") {
    const decadeWord = DECADE_WORDS.get(next.lower);
    if (decadeWord !== undefined) {
      put(piece, next.end, "tens", value * 100 + decadeWord);
      return last + 1;
    }
    const more = next.number ? null : readNumeral(pieces, last + 1);
    const yearEnd = more && pieces[more.last];
    if (more && yearEnd && more.form === "cardinal" && more.value >= 10 && more.value <= 99) {
      put(piece, yearEnd.end, "wyear", value * 100 + more.value);
      return more.last;
    }
  }
  put(piece, end.end, value >= 0 && value <= 31 ? "nw" : "num", value);
  return last;
}

/** True where an abbreviation closes with a full stop of its own ("Sept. 11", "Sat., May 3"). */
const hasDot = (text: string, { lower, end }: Piece): boolean => lower.length <= 5 && !WHOLE_NAMES.has(lower) && text[end] === ".";

const WHOLE_NAMES = new Set(["may", "march", "april", "june", "july"]);

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
function lineBreaks({ text, sentences }: AnalyzedText): readonly number[] {
  const breaks: number[] = [];
  let before = 0;
  // The gap of a sentence's first token says the same; the text is nearer at hand than all these tokens.
  for (const { start, end } of sentences) {
    if (before === 0 || hasLineEnd(text, before, start)) breaks.push(start);
    before = end;
  }
  return breaks;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
