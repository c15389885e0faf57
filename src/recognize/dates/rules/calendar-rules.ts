import type { DateRule } from "../date-rule.js";
import { isYearHere } from "../is-year-here.js";
import { findKind, readCalendar, readEdge } from "../read-fields.js";
import type { Said } from "../said.js";
import type { Word } from "../read-words.js";

const calendar = (words: readonly Word[]): Said => readCalendar(words);

/** Dates that name their month or year. */
export const CALENDAR_RULES: readonly DateRule[] = [
  {
    name: "iso-date",
    pattern: "isodate",
    build: (words) => {
      const number = findKind(words, "isodate")?.number;
      if (!number?.parts) return null;
      const [year, month, day] = number.parts;
      return { kind: "calendar", year, month, day, mod: null, ...(number.clock && { clock: number.clock }) };
    },
    examples: ["It closed on [2025-06-30|2025-06-30].", "Sent at [2025-06-30T14:30Z|2025-06-30T14:30Z]."],
    counterExamples: ["It closed on 2025-02-30.", "Call 555-2025-0630."],
  },
  {
    name: "month-day",
    pattern: "(edge|approx)? (reldet? wd comma? )?mname (the )?dom (comma? yr|of yr)? (?!hundred)",
    build: calendar,
    examples: [
      "It began on [July 1, 2024|2024-07-01].",
      "They met on [Monday, May 5|2025-05-05].",
      "It opened [Sept. 11, 2001|2001-09-11].",
      "Talks ended [June 3|2025-06-03].",
      "He died on [May the 8th|2025-05-08].",
    ],
    counterExamples: ["They may 5 times try.", "It grew by June."],
  },
  {
    name: "day-month",
    pattern: "(edge)? (reldet? wd comma? )?(the dom of|the? od of?|dd of?|d0|ow) mname ((comma|of)? yr)?",
    build: calendar,
    examples: [
      "It began on [1 July 2024|2024-07-01].",
      "It fell on [the 12th of March|2025-03-12].",
      "They met on [Monday, 5 May|2025-05-05].",
    ],
    counterExamples: ["The 12 marchers left.", "Only 5 may enter.", "It was 31 February."],
  },
  {
    name: "month-year",
    pattern: "(boundary|the early|the late|the edge|edge|approx)? (the month of )?mname (comma|of)? yr",
    build: calendar,
    examples: [
      "It began in [July 2024|2024-07].",
      "It fell in [early March of 1990|1990-03].",
      "It ended at [the end of May 1945|1945-05].",
    ],
    counterExamples: ["It began in July 20245.", "In May they left."],
  },
  {
    name: "month",
    pattern: "(boundary|the edge|edge|approx)? (the month of )?mname",
    build: calendar,
    examples: [
      "It began in [March|2025-03].",
      "It fell in [early June|2025-06].",
      "It ended by [the end of May|2025-05].",
      "It will start in [August|2025-08].",
    ],
    counterExamples: ["They may march in time.", "May Jones said so.", "An august company."],
  },
  {
    name: "year",
    pattern: "(boundary|the edge|edge|approx)? (the year )?(year4|apyear|wyear) (bc|bce)?",
    build: calendar,
    guard: isYearHere,
    examples: [
      "It began in [1998|1998].",
      "It ended in [late 2011|2011].",
      "It fell in [nineteen ninety-four|1994].",
      "It closed at [the end of 1990|1990].",
    ],
    counterExamples: [
      "They sold 2000 cars.",
      "He drove a 2006 Toyota.",
      "It cost $170 million (1993 USD).",
      "In 1993 U.S. dollars it was more.",
      "It cost $1998.",
      "It has 1,998 pages.",
      "Only 1990 people came.",
    ],
  },
  {
    name: "fiscal-year",
    pattern: "fy hy? (year4|apyear)",
    build: (words) => ({ kind: "calendar", year: findKind(words, "year4", "apyear")?.value ?? 0, mod: null }),
    examples: ["Sales fell in [FY2024|2024] and [FY 2023|2023].", "They rise in [FY26|2026]."],
    counterExamples: ["Flight FY 2 left.", "The IFY2024 fair."],
  },
  {
    name: "year-bc",
    pattern: "(boundary|edge|approx)? (year4|dd|n2|num) (bc|bce)",
    build: (words) => ({ kind: "calendar", year: findKind(words, "year4", "dd", "n2", "num")?.value ?? 0, bc: true, mod: readEdge(words) }),
    examples: ["Rome won in [146 BC|BC0146]."],
    counterExamples: ["He left BC at 146."],
  },
  {
    name: "year-in-words",
    pattern: "the year num",
    build: (words) => {
      const year = findKind(words, "num")?.value ?? 0;
      return year >= 1000 && year < 2200 ? { kind: "calendar", year, mod: null } : null;
    },
    examples: ["It ended in [the year two thousand|2000]."],
    counterExamples: ["The two thousand people left."],
  },
  {
    name: "week-of",
    pattern: "the week of (mname (the )?dom|dom (of )?mname) (comma? yr)?",
    build: (words) => ({ ...readCalendar(words), week: "of-day" }),
    examples: ["It opens [the week of March 3, 2025|2025-W10]."],
    counterExamples: ["The week was wet."],
  },
  {
    name: "week-of-month",
    pattern: "the? (od|ow|second|last|final) week (of|in) mname (comma? yr)?",
    build: (words) => {
      const at = words.findIndex((word) => word.lower === "week");
      const rank = words[at - 1];
      return { ...readCalendar(words.slice(at)), week: rank?.lower === "last" || rank?.lower === "final" ? "last" : (rank?.value ?? 1) };
    },
    examples: ["It opens [the last week of March 2025|2025-W13].", "It opened in [the first week of June|2025-W23]."],
    counterExamples: ["The last week was wet."],
  },
  {
    name: "decade",
    pattern: "(boundary|the edge|edge|the)? tens",
    build: (words) => {
      const year = findKind(words, "tens")?.value ?? 0;
      // "the 1700s" are a century, "the 2000s" the decade.
      const value = year % 100 === 0 && year < 2000 ? String(year / 100).padStart(2, "0") : String(Math.floor(year / 10)).padStart(3, "0");
      return { kind: "value", type: "DATE", value, mod: readEdge(words) };
    },
    // "in his thirties" is an age.
    guard: ({ words }, first) => !POSSESSIVES.has(words[first - 1]?.lower ?? ""),
    examples: [
      "It grew in [the early 2000s|200].",
      "They met in [the 1980s|198].",
      "It was [the late '70s|197].",
      "Back in [the nineties|199] it closed.",
      "It dates from [the late 1600s|16].",
    ],
    counterExamples: ["They flew 737s.", "In the past decade it grew."],
  },
  {
    name: "century",
    pattern: "(boundary|the edge|edge|the)? (od|ow|second) hy? century (bc|bce)?",
    build: (words) => {
      const rank = findKind(words, "od", "ow", "second")?.value ?? 0;
      const bc = words.some((word) => word.lower === "bc" || word.lower === "bce");
      return { kind: "value", type: "DATE", value: `${bc ? "BC" : ""}${String(rank - 1).padStart(2, "0")}`, mod: readEdge(words) };
    },
    examples: ["It was built in [the 20th century|19].", "A [nineteenth-century|18] house.", "It fell in [the early 21st century|20]."],
    counterExamples: ["It lasted a century.", "The second man of the century."],
  },
  {
    name: "other-calendar",
    pattern: "(dd|d0|od) of? fmonth comma? (year4|num) (ah|hijri|sh)?|fmonth (dd|d0|od) comma? (year4|num) (ah|hijri|sh)?",
    build: (words) => {
      const [, foreign, month] = findKind(words, "fmonth")?.lower.split(":") ?? [];
      const [day, year] = [findKind(words, "dd", "d0", "od")?.value, findKind(words, "year4", "num")?.value];
      if ((foreign !== "hijri" && foreign !== "persian") || !day || !year) return null;
      // Where the moon is seen first differs by country: a day of the Islamic calendar is sure to a day.
      return { kind: "calendar", foreign, year, month: Number(month), day, mod: foreign === "hijri" ? "APPROX" : null };
    },
    // "10 Muharram 1446 (16 July 2024)" says its day itself.
    guard: ({ words }, first, last) => {
      const next = words[last + 1];
      const gloss = words.slice(last + 2, last + 5).some(({ kind }) => kind === "mname" || kind === "dd" || kind === "isodate");
      return words[first - 1]?.kind !== "open" && !((next?.kind === "open" || next?.kind === "comma" || next?.lower === "or") && gloss);
    },
    examples: [
      "It is dated [12 Tir 1404|2025-07-03].",
      "It is dated [5 Safar 1447|2025-07-30].",
      "It is dated [10 Muharram 1446 AH|2024-07-16].",
    ],
    counterExamples: ["It is dated 10 Muharram 1446 AH (16 July 2024).", "They met in Safar.", "Flight Tir 1404 left."],
  },
  {
    name: "numeric-date",
    pattern: "(wd comma? )?numdate",
    build: (words) => {
      const parts = findKind(words, "numdate")?.number?.parts;
      return parts ? readNumericDate(parts) : null;
    },
    examples: ["It began on [25/06/2025|2025-06-25].", "It began on [01.07.2025|2025-07-01].", "It began on [10/27/89|1989-10-27]."],
    counterExamples: ["It began on 31/02/2025.", "The ratio is 3/4."],
  },
];

/**
 * A date in numbers, day first unless only the month can be: 10/27/89 is October. Where both could be first, the
 * recognizer swaps them for articles of countries that write the month first.
 */
function readNumericDate([a, b, c]: readonly [number, number, number]): Said | null {
  const mod = null;
  if (a > 31) return a < 1000 ? null : { kind: "calendar", year: a, month: b, day: c, mod };
  const year = c >= 100 ? c : c + (c < 50 ? 2000 : 1900);
  if (b > 12 && a <= 12) return { kind: "calendar", year, month: a, day: b, mod };
  return { kind: "calendar", year, month: b, day: a, mod, ...(a <= 12 && a !== b && { eitherOrder: true }) };
}

const POSSESSIVES = new Set(["his", "her", "their", "my", "our", "your", "its"]);
