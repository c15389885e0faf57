import type { IsoDate } from "../../model/calendar.js";
import { isoDate, parseIsoDate } from "../../text/iso-date.js";
import type { DayOrder } from "./web/written-days.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads the day from a date in metadata: ISO 8601, RFC 2822 (`Tue, 01 Jul 2025 10:00:00 +0200`), `July 1, 2025`,
 * `1 July 2025`, `2025/07/01`, `20250701`, `20250701T101500Z`, seconds or milliseconds since 1970 (the day in UTC).
 * The day is the one written, not moved to another zone. Null for anything else, for days that do not exist and for
 * `07/01/2025`, which is two days, unless `order` says which of the numbers is the day or one of them is above 12.
 */
export function readPublishedDate(written: unknown, order: DayOrder = null): IsoDate | null {
  if (typeof written === "number") return fromEpoch(written);
  if (written instanceof Date) return Number.isNaN(written.getTime()) ? null : written.toISOString().slice(0, 10);
  if (typeof written !== "string" || written.length > 200) return null;
  const text = written.trim();
  const iso = parseIsoDate(text);
  if (iso) return iso;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text);
  if (compact) return isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\s.*)?$/.exec(text);
  if (slashed) return isoDate(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  if (/^\d{10}(?:\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[\sT,].*)?$/.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  // `Fri May 03 10:00:00 +0000 2024`, as X and the C library write it.
  const yearLast = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) \d{2}:\d{2}:\d{2} (?:[\w+-]{1,6} )?(\d{4})$/i.exec(text);
  if (yearLast) return named(yearLast[3], yearLast[1], yearLast[2]);
  const dayFirst = /^(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?:[\s,].*)?$/i.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(?:[a-z]{2,9}\.?,\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,].*)?$/i.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  return null;
}

function named(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | null {
  const number = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : isoDate(Number(year), number, Number(day));
}

/** `13/07/2025` and the like: with points the day is first; else the number above 12 is the day, or `order` says which. */
function fromNumbers([, one, mark, other, written]: readonly (string | undefined)[], order: DayOrder): IsoDate | null {
  const [first, second] = [Number(one), Number(other)];
  const year = Number(written) < 100 ? 2000 + Number(written) : Number(written);
  const dayFirst = mark === "." || first > 12 ? true : second > 12 ? false : order === null ? null : order === "day-first";
  if (dayFirst === null) return first === second ? isoDate(year, first, second) : null;
  return dayFirst ? isoDate(year, second, first) : isoDate(year, first, second);
}

/** Seconds or milliseconds since 1970; null outside of 1990 to 2100, where a number is no date of an article. */
function fromEpoch(value: number): IsoDate | null {
  if (!Number.isFinite(value)) return null;
  const millis = value > 1e11 ? value : value * 1000;
  return millis < 631_152_000_000 || millis > 4_102_444_800_000 ? null : new Date(millis).toISOString().slice(0, 10);
}
