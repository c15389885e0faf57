import { parseDigits } from "../../text/numerals.js";
import type { Clock } from "./said.js";
import { CLOCK_UNITS, CLOCK_WORDS_AFTER, WORD_CLASSES } from "./vocabulary.js";

/** What a run of digits can be, by its form alone. */
export interface NumberPiece {
  /** A class of `READ_CLASSES`, or null for a number that is no date part (a price, a share, a score). */
  readonly kind: string | null;
  readonly value: number;
  /** Where its wording ends: "p.m." belongs to the hour before it. */
  readonly end: number;
  readonly clock: Clock | null;
  /** Year, month, day of an ISO date; first, second, third number of another written date. */
  readonly parts: readonly [number, number, number] | null;
}

/** "p.m." with its dot; "pm." without, since that dot ends the sentence. */
const HALF_OF_DAY = /\s?([ap])(?:\.\s?m\b\.?|m\b)/iy;
const ORDINAL_SUFFIX = /(?:st|nd|rd|th)\b/iy;
const PRICE_BEFORE = /[$€£¥#№]\s?$|\b(?:no|nos|dlrs|usd|rs)\.?\s$/i;

/** Reads digits as they stand in the text: `written` starts at `start`. */
export function readNumberPiece(text: string, start: number, written: string): NumberPiece {
  const end = start + written.length;
  const none = { kind: null, value: NaN, end, clock: null, parts: null };
  if (written.startsWith("'") || written.startsWith("’")) return readShortYear(written, end);
  if (text[start - 1] === "Y" && /^(?:\d{4}|\d{2})$/.test(written)) return readFiscalYear(text, start, written) ?? none;
  const before = text[start - 1] ?? " ";
  if (before !== " " && before !== "." && /[\p{L}\d_$€£¥#]/u.test(before)) return none;
  if (before === "." && /\d/.test(text[start - 2] ?? "")) return none;
  const after = text[end] ?? "";
  if (after === "%" || after === "°") return none;
  if (mayFollowPrice(before, text[start - 2]) && PRICE_BEFORE.test(text.slice(Math.max(0, start - 6), start))) return none;
  if (ALL_DIGITS.test(written)) return readDigits(text, start, end, written) ?? readCount(text, end, written) ?? none;
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(written);
  if (iso) {
    const clock =
      iso[4] === undefined
        ? null
        : { hour: Number(iso[4]), minute: Number(iso[5]), second: iso[6] === undefined ? null : Number(iso[6]), zone: iso[7] ?? null };
    return { kind: "isodate", value: NaN, end, clock, parts: [Number(iso[1]), Number(iso[2]), Number(iso[3])] };
  }
  const numeric = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})$/.exec(written);
  if (numeric) {
    const [a, b, c] = [numeric[1] ?? "", numeric[2] ?? "", numeric[3] ?? ""];
    const yearFirst = a.length === 4 && c.length <= 2;
    const yearLast = a.length <= 2 && (c.length === 4 || c.length === 2);
    if (!yearFirst && !yearLast) return none;
    if (c.length === 2 && !yearFirst && written.includes("-") && a.length > 2) return none;
    return { kind: "numdate", value: NaN, end, clock: null, parts: [Number(a), Number(b), Number(c)] };
  }
  const clock = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$/.exec(written);
  return (clock && readClock(text, end, written, clock)) ?? readCount(text, end, written) ?? none;
}

const ALL_DIGITS = /^\d+$/;

/** Only what may end a sign or word of {@link PRICE_BEFORE} makes it worth a look. */
const mayFollowPrice = (before: string, earlier = ""): boolean =>
  before === " " ? PRICE_ENDS.includes(earlier) : before !== "(" && before !== "-";
const PRICE_ENDS = "$€£¥#№.osdOSD";

/** Digits without a mark between them: an hour, a year, a day of the month. */
function readDigits(text: string, start: number, end: number, written: string): NumberPiece | null {
  if (written.length <= 2) return readClock(text, end, written, null) ?? readSmall(text, end, written);
  if (written.length !== 4) return null;
  const clock = readFourDigitClock(text, start, end, written);
  return clock ? { kind: "hhmm", value: NaN, end, clock, parts: null } : readFourDigits(text, end, written);
}

/** A number that is no part of a date; null where letters go on ("5G"). */
function readCount(text: string, end: number, written: string): NumberPiece | null {
  if (!/^\d/.test(written) || (isLetterAt(text, end) && !/^(?:k|mn|bn|tn|st|nd|rd|th)\b/i.test(text.slice(end, end + 3)))) return null;
  const value = parseDigits(written);
  return { kind: value === null ? null : "num", value: value ?? NaN, end, clock: null, parts: null };
}

/** True where a letter of any script stands at an offset. */
function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return /^\p{L}/u.test(text.slice(at, at + 2));
}

/** "6:40 p.m.", "9am", "18:00". */
function readClock(text: string, end: number, written: string, clock: RegExpExecArray | null): NumberPiece | null {
  // Its letter is the next character, or the one after a space.
  const mayBeHalf = "apAP".includes(text[end] ?? " ") || "apAP".includes(text[end + 1] ?? " ");
  HALF_OF_DAY.lastIndex = end;
  const half = mayBeHalf ? HALF_OF_DAY.exec(text) : null;
  const hour = Number(clock ? clock[1] : written);
  const minute = clock ? Number(clock[2]) : null;
  const second = clock?.[3] === undefined ? null : Number(clock[3]);
  if (half) {
    if (hour > 12 || (minute ?? 0) > 59) return null;
    const hour24 = (hour % 12) + (half[1]?.toLowerCase() === "p" ? 12 : 0);
    return { kind: "ampm", value: NaN, end: end + half[0].length, clock: { hour: hour24, minute, second, zone: null }, parts: null };
  }
  if (!clock || !written.includes(":") || hour > 24 || (minute ?? 0) > 59) return null;
  return { kind: "hhmm", value: NaN, end, clock: { hour, minute, second, zone: null }, parts: null };
}

const ZONE_WORDS: ReadonlySet<string> = new Set(WORD_CLASSES.zone);

/** "1600 GMT", "0600 hours", "at 1409.": a time of day by what stands beside it; years from 1900 to 2099 only by a zone or unit. */
function readFourDigitClock(text: string, start: number, end: number, written: string): Clock | null {
  const [hour, minute] = [Number(written.slice(0, 2)), Number(written.slice(2))];
  if (hour > 24 || minute > 59) return null;
  const clock: Clock = { hour, minute, second: null, zone: null };
  const [, gap = "", next = ""] = /^(\s?)(\p{L}*)/u.exec(text.slice(end, end + 14)) ?? [];
  if (ZONE_WORDS.has(next.toLowerCase()) && next === next.toUpperCase()) return clock;
  if (CLOCK_UNITS.has(next.toLowerCase())) return clock;
  if (gap === "" && next !== "") return null;
  if (hour === 19 || hour === 20 || !/\bat\s$/i.test(text.slice(Math.max(0, start - 4), start))) return null;
  if (next === "")
    return /^(?:$|[.,;)\s])/.test(text.slice(end, end + 1)) && !/^\s?[\p{Sc}%°\d]/u.test(text.slice(end, end + 2)) ? clock : null;
  return CLOCK_WORDS_AFTER.has(next.toLowerCase()) ? clock : null;
}

/** A year, a decade ("1980s") or a plain number. */
function readFourDigits(text: string, end: number, written: string): NumberPiece {
  const value = Number(written);
  const plain = { value, end, clock: null, parts: null };
  const next = text.charCodeAt(end);
  if ((next === 32 || next === 44 || next === 46) && value >= 1000 && value <= 2199)
    return { kind: "year4", value, end, clock: null, parts: null };
  const tail = /^['’]?s\b/i.exec(text.slice(end, end + 4));
  if (tail && !tail[0].startsWith("'") && !tail[0].startsWith("’")) {
    return value % 10 === 0 && value >= 1000 ? { ...plain, kind: "tens", end: end + tail[0].length } : { ...plain, kind: null };
  }
  if (/^\p{L}/u.test(text.slice(end, end + 1))) return { ...plain, kind: null };
  if (value < 1000 || value > 2199 || written.startsWith("0")) return { ...plain, kind: "num" };
  const second = /^[-–/](\d{2}(?:\d{2})?)(?![\d\p{L}%–-])/u.exec(text.slice(end, end + 6));
  const to = second?.[1];
  if (to !== undefined) {
    const year = to.length === 4 ? Number(to) : Math.floor(value / 100) * 100 + Number(to) + (Number(to) <= value % 100 ? 100 : 0);
    if (to.length === 2 && year - value <= 30 && year > value) {
      return { ...plain, kind: "span", end: end + 3, parts: [value, year, 0] };
    }
  }
  return { ...plain, kind: "year4" };
}

function readSmall(text: string, end: number, written: string): NumberPiece {
  const value = Number(written);
  if (!isLetterAt(text, end)) return { kind: kindOfSmall(written, value), value, end, clock: null, parts: null };
  const plain = { value, end, clock: null, parts: null };
  ORDINAL_SUFFIX.lastIndex = end;
  if (ORDINAL_SUFFIX.test(text)) return { ...plain, kind: "od", end: end + 2 };
  if (/^s\b/i.test(text.slice(end, end + 2)) && value % 10 === 0 && value >= 20) {
    return { ...plain, kind: "tens", value: 1900 + value, end: end + 1 };
  }
  if (!/^(?:k|mn|bn|tn)\b/i.test(text.slice(end, end + 3))) return { ...plain, kind: null };
  return { ...plain, kind: kindOfSmall(written, value) };
}

const kindOfSmall = (written: string, value: number): string =>
  written.length === 2 && written.startsWith("0") ? "d0" : value >= 1 && value <= 31 ? "dd" : "n2";

/** The year of "FY2024" and "FY24", named after the calendar year in which it ends. */
function readFiscalYear(text: string, start: number, written: string): NumberPiece | null {
  const end = start + written.length;
  if (!/(?:^|[^\p{L}\d])FY$/u.test(text.slice(Math.max(0, start - 3), start)) || /^[\p{L}\d]/u.test(text.slice(end, end + 1))) return null;
  const value = written.length === 4 ? Number(written) : 2000 + Number(written);
  return { kind: "year4", value, end, clock: null, parts: null };
}

/** '89 and '80s. Years of the last century but for '00 to '29. */
function readShortYear(written: string, end: number): NumberPiece {
  const two = Number(written.slice(1, 3));
  const value = (two < 30 ? 2000 : 1900) + two;
  const decade = /s$/i.test(written);
  if (decade && two % 10 !== 0) return { kind: null, value: NaN, end, clock: null, parts: null };
  return { kind: decade ? "tens" : "apyear", value: decade && two < 20 ? 2000 + two : value, end, clock: null, parts: null };
}
