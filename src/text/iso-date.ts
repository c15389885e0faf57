import type { IsoDate } from "../model/calendar.js";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month (1 to 12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
}

/** The date as `YYYY-MM-DD`, or null for a day that no calendar has (31 February). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * Reads a date in metadata: `2025-07-01`, optionally followed by a time as in ISO 8601 (the day as written, not
 * moved to another zone). Null for anything else and for days that do not exist.
 */
export function parseIsoDate(written: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}.*)?$/.exec(written.trim());
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
