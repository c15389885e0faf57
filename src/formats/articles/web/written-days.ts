import type { IsoDate } from "../../../model/calendar.js";
import { isoDate } from "../../../text/iso-date.js";

/** A day written out in a text, and where. */
export interface WrittenDay {
  readonly day: IsoDate;
  readonly start: number;
  readonly end: number;
}

/** Which of two numbers with slashes between them is the day; null where nobody says. */
export type DayOrder = "day-first" | "month-first" | null;

/** The languages whose names of months are known. The names themselves come from the Unicode data of the engine. */
const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "cs",
  "sk",
  "sl",
  "hr",
  "sr-Latn",
  "hu",
  "ro",
  "sv",
  "da",
  "nb",
  "fi",
  "tr",
  "id",
  "ru",
  "uk",
  "bg",
  "el",
  "ca",
] as const;

const fold = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\.$/, "").toLowerCase();

/** The names of the months, alone and with a day, long and short, in lower case without accents. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).flatMap((month) =>
      [{ month }, { month, day: "numeric" as const }].flatMap((shape) => {
        const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: "UTC" });
        return Array.from({ length: 12 }, (_, index) => {
          const parts = format.formatToParts(Date.UTC(2000, index, 15));
          return [fold(parts.find(({ type }) => type === "month")?.value ?? ""), index + 1] as const;
        });
      }),
    ),
  ).filter(([name]) => /^\p{L}{3,}$/u.test(name)),
);

/** The month that a word names, in any of the known languages; 0 where it names none. */
export const monthOf = (word: string): number => MONTHS.get(fold(word)) ?? (/^sept$/i.test(word) ? 9 : 0);

const YEAR_FIRST = /(?<![\d.])((?:19|20)\d{2})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일])/gu;
const NUMBERS = /(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?((?:19|20)\d{2}|\d{2})(?![\d/-]|\.\d)/gu;
const DAY_MONTH = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[ºª.])?[\s\-]+(?:of |de |d[’'])?(\p{L}[\p{L}\p{M}]{2,12})` +
    String.raw`\.?,?[\s\-]+(?:de |del |do )?((?:19|20)\d{2})(?!\d)`,
  "gu",
);
const MONTH_DAY = /(?<![\p{L}\d])(\p{L}[\p{L}\p{M}]{2,12})\.?,?\s+(\d{1,2})(?:st|nd|rd|th|\.)?,?\s+((?:19|20)\d{2})(?!\d)/gu;

/**
 * The days that a text writes out with day, month and year, in order: `2024-05-03`, `3.5.2024`, `03/05/2024` where one of
 * the numbers is above 12 or `order` says which is the day, `3 May 2024`, `3. Mai 2024`, `May 3rd, 2024`, `2024年5月3日`.
 */
export function findWrittenDays(text: string, order: DayOrder): readonly WrittenDay[] {
  const days: WrittenDay[] = [];
  const add = (match: RegExpMatchArray, year: number, month: number, day: number): void => {
    const found = isoDate(year, month, day);
    const start = match.index ?? 0;
    if (found !== null && year >= 1990 && year <= 2099) days.push({ day: found, start, end: start + match[0].length });
  };
  for (const match of text.matchAll(YEAR_FIRST)) add(match, Number(match[1]), Number(match[3] ?? match[5]), Number(match[4] ?? match[6]));
  for (const match of text.matchAll(NUMBERS)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const written = Number(match[4]);
    const year = written < 100 ? 2000 + written : written;
    const dayFirst = match[2] === "." || first > 12 ? true : second > 12 ? false : order === null ? null : order === "day-first";
    // 08/08/2017 is one day in either order.
    if (dayFirst !== null || first === second) add(match, year, dayFirst ? second : first, dayFirst ? first : second);
  }
  for (const match of text.matchAll(DAY_MONTH)) add(match, Number(match[3]), monthOf(match[2] ?? ""), Number(match[1]));
  for (const match of text.matchAll(MONTH_DAY)) add(match, Number(match[3]), monthOf(match[1] ?? ""), Number(match[2]));
  return days.sort((one, other) => one.start - other.start);
}

/** The order of day and month that the numbers of a text prove, one of which is above 12; null where none does or they differ. */
export function provenOrder(text: string): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const match of text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:19|20)?\d{2}(?![\d/])/g)) {
    if (Number(match[1]) > 12 && Number(match[2]) <= 12) dayFirst++;
    else if (Number(match[2]) > 12 && Number(match[1]) <= 12) monthFirst++;
  }
  return dayFirst > 0 && monthFirst === 0 ? "day-first" : monthFirst > 0 && dayFirst === 0 ? "month-first" : null;
}
