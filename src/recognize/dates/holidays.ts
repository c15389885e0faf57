import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { civilOf, dayNumber, dayOfIso, weekdayOf } from "./civil-day.js";
import type { ForeignCalendar } from "./said.js";

/** The days of feasts by their ids, as `lexicons/holidays.tsv` gives their rules. */
export interface HolidayCalendar {
  /** The days on which a feast begins in a year: none where its rule gives none, two for "Eid", which is either of two feasts. */
  readonly daysOf: (id: string, year: number) => readonly number[];
  /** The last day of a feast that begins on a day: Ramadan takes a month, most take a day. */
  readonly lastDayOf: (id: string, first: number) => number;
  /** The day of a date of the Islamic or Persian calendar; null outside the years of the table. */
  readonly dayOfForeign: (calendar: ForeignCalendar, year: number, month: number, day: number) => number | null;
  /** Month and day of a feast that never moves, or null. */
  readonly fixedDay: (id: string) => { readonly month: number; readonly day: number } | null;
  /** Phrase in lower case to id, longest phrases first. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the lexicons `holidays` (`name`, `rule`) and `moving-feasts` (`feast`, `year`, `first`, `last`, `own-year`). */
export function createHolidayCalendar(lexicons: Lexicons): HolidayCalendar {
  const names = new Map<string, string>();
  for (const row of lexicons.get("holidays") ?? []) if (row["name"] && row["rule"]) names.set(row["name"].toLowerCase(), row["rule"]);
  const moving = new Map<string, { first: number; last: number }[]>();
  const put = (feast: string, year: string, first: number, last: number): void => {
    const key = `@${feast} ${year}`;
    moving.set(key, [...(moving.get(key) ?? []), { first, last }]);
  };
  const newYears = new Map<string, number>();
  for (const { feast = "", year = "", first = "", last = "", "own-year": ownYear = "" } of lexicons.get("moving-feasts") ?? []) {
    const [begin, end] = [dayOfIso(first), dayOfIso(last)];
    put(feast, year, begin, end);
    if (feast.startsWith(EID)) put("eid", year, begin, end);
    if (feast === "islamic-new-year") newYears.set(`hijri ${ownYear}`, begin);
    if (feast === "nowruz") newYears.set(`persian ${ownYear}`, begin);
  }
  return {
    names,
    fixedDay,
    daysOf: (id, year) => {
      if (id.startsWith("@")) return (moving.get(`${id} ${year}`) ?? []).map(({ first }) => first);
      const day = dayOfRule(id, year);
      return day === null ? [] : [day];
    },
    lastDayOf: (id, first) => moving.get(`${id} ${civilOf(first).year}`)?.find((feast) => feast.first === first)?.last ?? first,
    dayOfForeign: (calendar, year, month, day) => {
      const newYear = newYears.get(`${calendar} ${year}`);
      return newYear === undefined || day > (calendar === "hijri" ? 30 : 31) ? null : newYear + daysBefore(calendar, month) + day - 1;
    },
  };
}

/** How the ids of the two feasts begin that "Eid" may mean. */
const EID = "eid-";

/**
 * Days of a year before a month: Islamic months have 30 and 29 days by turns (the moon may differ by one), the first six Persian
 * ones 31.
 */
function daysBefore(calendar: ForeignCalendar, month: number): number {
  if (calendar === "hijri") return Math.ceil((month - 1) * 29.5);
  return month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
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
  const pascha = /^pascha([+-]\d+)?$/.exec(rule);
  if (pascha) return orthodoxEaster(year) + Number(pascha[1] ?? 0);
  return null;
}

/** Orthodox Easter by Meeus' Julian algorithm, as a Gregorian day; 13 days apart from 1900 to 2099. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  return dayNumber(year, month, ((d + e + 114) % 31) + 1) + 13;
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
