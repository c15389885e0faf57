import { describe, expect, it } from "vitest";
import { civilOf, dayNumber, isoWeekOf, weekdayOf } from "../src/recognize/dates/civil-day.js";

/** Ends of months, years and centuries over a whole cycle of the calendar, and the days beside them. */
const days = [1600, 1699, 1700, 1799, 1899, 1900, 1904, 1970, 1999, 2000, 2023, 2024, 2099, 2100, 2399, 2400].flatMap((year) =>
  [1, 2, 3, 7, 12].flatMap((month) => [1, 15, 28].map((day) => [year, month, day] as const)),
);

describe("days of the calendar", () => {
  it("are counted as the engine counts them, forth and back", () => {
    for (const [year, month, day] of days)
      for (const step of [0, 1, 2, 3]) {
        const number = Date.UTC(year, month - 1, day) / 86_400_000 + step;
        const date = new Date(number * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dayNumber(parts.year, parts.month, parts.day)).toBe(number);
        expect(civilOf(number)).toEqual(parts);
        expect(weekdayOf(number)).toBe(date.getUTCDay() || 7);
      }
  });

  it("belong to the week that ISO 8601 says", () => {
    const weekOf = (year: number, month: number, day: number) => isoWeekOf(dayNumber(year, month, day));
    expect(weekOf(2024, 12, 30)).toEqual({ year: 2025, week: 1 });
    expect(weekOf(2021, 1, 3)).toEqual({ year: 2020, week: 53 });
    expect(weekOf(2025, 7, 1)).toEqual({ year: 2025, week: 27 });
  });
});
