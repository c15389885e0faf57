import type { IsoDate } from "../../model/calendar.js";
import { daysInMonth, isoDate } from "../../text/iso-date.js";

/** A civil day as a count of days since 1970-01-01 in the proleptic Gregorian calendar. */
export type DayNumber = number;

/** Year, month (1 to 12) and day of the month of a civil day. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day number of a civil date. Months beyond 1 to 12 and days beyond the month carry over. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const months = year * 12 + (month - 1);
  const y0 = Math.floor(months / 12);
  const m = months - y0 * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day number. */
export function civilOf(n: DayNumber): Civil {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** The day number of an ISO date. */
export function dayOfIso(date: IsoDate): DayNumber {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The ISO date of a day number, or null outside the years 1 to 9999. */
export function isoOfDay(n: DayNumber): IsoDate | null {
  const { year, month, day } = civilOf(n);
  return isoDate(year, month, day);
}

/** ISO weekday, 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (n: DayNumber): number => ((((n + 3) % 7) + 7) % 7) + 1;

/** ISO week and the year it belongs to. */
export function isoWeekOf(n: DayNumber): { readonly year: number; readonly week: number } {
  const thursday = n - weekdayOf(n) + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** Moves a day by whole months; a day that the target month lacks becomes its last day (31 January → 28 February). */
export function addMonths(n: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilOf(n);
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = total - y * 12 + 1;
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)));
}

export const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
