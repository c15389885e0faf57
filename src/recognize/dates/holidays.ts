import type { LexiconRow } from "../../lexicon/parse-lexicon.js";
import { dayNumber, weekdayOf } from "./civil-day.js";

/** The days of feasts by their ids, as `lexicons/holidays.tsv` gives their rules. */
export interface HolidayCalendar {
  /** The day of a feast in a year, or null where its rule gives none. */
  readonly dayOf: (id: string, year: number) => number | null;
  /** Month and day of a feast that never moves, or null. */
  readonly fixedDay: (id: string) => { readonly month: number; readonly day: number } | null;
  /** Phrase in lower case to id, longest phrases first. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the rows of `holidays.tsv`: `name`, `rule`; a rule is `12-25`, `11/4/4` (month/weekday/which) or `easter-2`. */
export function createHolidayCalendar(rows: readonly LexiconRow[]): HolidayCalendar {
  const names = new Map<string, string>();
  for (const row of rows) if (row["name"] && row["rule"]) names.set(row["name"].toLowerCase(), row["rule"]);
  return { dayOf: dayOfRule, fixedDay, names };
}

function fixedDay(rule: string): { month: number; day: number } | null {
  const match = /^(\d{2})-(\d{2})$/.exec(rule);
  return match ? { month: Number(match[1]), day: Number(match[2]) } : null;
}

function dayOfRule(rule: string, year: number): number | null {
  const fixed = fixedDay(rule);
  if (fixed) return dayNumber(year, fixed.month, fixed.day);
  const nth = /^(\d{1,2})\/([1-7])\/([1-5]|last)([+-]\d+)?$/.exec(rule);
  if (nth) return nthWeekday(year, Number(nth[1]), Number(nth[2]), nth[3] ?? "1") + Number(nth[4] ?? 0);
  const easter = /^easter([+-]\d+)?$/.exec(rule);
  if (easter) return easterSunday(year) + Number(easter[1] ?? 0);
  return null;
}

function nthWeekday(year: number, month: number, weekday: number, which: string): number {
  if (which === "last") {
    const end = dayNumber(year, month + 1, 1) - 1;
    return end - ((weekdayOf(end) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (Number(which) - 1);
}

/** Western Easter by the anonymous Gregorian computus. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const n = h + l - 7 * m;
  const month = Math.floor((n + 90) / 25);
  return dayNumber(year, month, (n + 33 * month + 19) % 32);
}
