import type { IsoDate } from "../../model/calendar.js";
import { daysInMonth } from "../../text/iso-date.js";
import { dayNumber, dayOfIso, isoOfDay, mondayOfWeek } from "./civil-day.js";

/** First and last day, both included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 0 };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The days that a TIMEX3 value of a date or time covers, as day numbers, or null for values that name no days
 * (`PRESENT_REF`, `XXXX-07`, `P2D`). Seasons are those of the northern hemisphere by whole months; a winter is named
 * after the year of its January and starts in December before.
 */
export function coverDays(value: string): DaySpan | null {
  const time = value.indexOf("T");
  const date = time < 0 ? value : value.slice(0, time);
  // Most values are days.
  if (date.length === 10 && date.charCodeAt(4) === 45 && date.charCodeAt(7) === 45) {
    const day = DAY.exec(date);
    if (!day) return null;
    const n = dayNumber(Number(day[1]), Number(day[2]), Number(day[3]));
    return { first: n, last: n };
  }
  const span = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/.exec(date);
  if (span) return { first: dayOfIso(span[1] ?? ""), last: dayOfIso(span[2] ?? "") };
  const years = /^(\d{4})\/(\d{4})$/.exec(date);
  if (years) return months(Number(years[1]), 1, 12 * (Number(years[2]) - Number(years[1]) + 1));
  const month = /^(\d{4})-(\d{2})$/.exec(date);
  if (month) return months(Number(month[1]), Number(month[2]), 1);
  if (/^\d{4}$/.test(date)) return months(Number(date), 1, 12);
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(date);
  if (week) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    return { first: week[3] ? monday + 5 : monday, last: monday + 6 };
  }
  const part = /^(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))$/.exec(date);
  if (part) {
    const year = Number(part[1]);
    if (part[2]) return months(year, Number(part[2]) * 3 - 2, 3);
    if (part[3]) return months(year, Number(part[3]) * 6 - 5, 6);
    return months(year, SEASON_MONTHS[part[4] ?? ""] ?? 1, 3);
  }
  if (/^\d{3}$/.test(date)) return months(Number(date) * 10, 1, 120);
  if (/^\d{2}$/.test(date)) return months(Number(date) * 100, 1, 1200);
  return null;
}

function months(year: number, month: number, count: number): DaySpan | null {
  if (month > 12 || year < 1) return null;
  const endMonth = year * 12 + month - 1 + count - 1;
  const endYear = Math.floor(endMonth / 12);
  const last = endMonth - endYear * 12 + 1;
  return { first: dayNumber(year, month, 1), last: dayNumber(endYear, last, daysInMonth(endYear, last)) };
}

/** {@link coverDays} as ISO dates; null ends where the value names no days or leaves the years 1 to 9999. */
export function coverIsoDays(value: string): { readonly from: IsoDate | null; readonly to: IsoDate | null } {
  const span = coverDays(value);
  const from = span && isoOfDay(span.first);
  const to = span && isoOfDay(span.last);
  return from && to ? { from, to } : { from: null, to: null };
}
