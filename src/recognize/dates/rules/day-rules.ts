import type { DateRule } from "../date-rule.js";
import { findKind, hasWord, readCalendar, readClock, readRelation, saidUnit } from "../read-fields.js";
import type { Said, SaidCalendar } from "../said.js";
import type { ReadText, Word } from "../read-words.js";

/** Weekday, deictic or written date with whatever relation stands before it. */
function calendar(words: readonly Word[]): SaidCalendar {
  const relation = readRelation(words.filter((word) => word.lower !== "the" || hasWord(words, "next", "following", "previous", "same")));
  return { ...readCalendar(words), ...(relation && relation !== "the" && { relation }) };
}

const timed = (words: readonly Word[]): SaidCalendar | null => {
  const clock = readClock(words);
  if (!clock) return null;
  const relation = readRelation(words.filter((word) => hasWord(words, "day", "morning", "night") || word.lower !== "the"));
  return { ...readCalendar(words), clock, ...(relation && relation !== "the" && { relation }) };
};

/** Days, parts of days and clock times. */
export const DAY_RULES: readonly DateRule[] = [
  {
    name: "weekday",
    pattern: "edge? reldet? wday",
    build: calendar,
    examples: [
      "They met [last Friday|2025-06-27].",
      "He left on [Saturday|2025-06-28].",
      "It opens [next Monday|2025-07-07].",
      "He will speak on [Thursday|2025-07-03].",
    ],
    counterExamples: ["They sat in the sun.", "A man called Fried."],
  },
  {
    name: "weekday-part",
    pattern: "edge? reldet? edge? wday edge? (daypart|tenight)",
    build: calendar,
    examples: ["He spoke [Monday night|2025-06-30TNI].", "It hit [early Sunday morning|2025-06-29TMO]."],
    counterExamples: ["The night was long."],
  },
  {
    name: "weekdays-ago",
    pattern: "count (wdays|wday) ago|the wday before last",
    build: (words) => {
      const count = hasWord(words, "last") ? 2 : words[0]?.value;
      const weekday = findKind(words, "wday", "wdays")?.value;
      return weekday !== undefined && count !== undefined && count > 0 && count < 60
        ? { kind: "calendar", weekday, steps: -count, mod: null }
        : null;
    },
    examples: ["They met [two Fridays ago|2025-06-20].", "They met [the Friday before last|2025-06-20]."],
    counterExamples: ["They met on two Fridays."],
  },
  {
    name: "weekday-of-week",
    pattern: "wday (of )?(the )?(last|this|next|that|following|previous) week",
    build: (words) => {
      const relation = readRelation(words);
      return { ...readCalendar(words), within: saidUnit("week", relation === "the" || !relation ? "that" : relation) };
    },
    examples: ["They met [Monday of last week|2025-06-23]."],
    counterExamples: ["They met Monday and last week."],
  },
  {
    name: "deictic-day",
    pattern: "((edge|earlier|later) )?deictic (daypart)?|((edge) (in the daypart)? )deictic",
    build: calendar,
    examples: [
      "He said [today|2025-07-01].",
      "It fell [late yesterday|2025-06-30].",
      "It fell [yesterday morning|2025-06-30TMO].",
      "They go [tomorrow|2025-07-02].",
    ],
    counterExamples: ["USA Todayish papers.", "The day fell."],
  },
  {
    name: "day-but-one",
    pattern: "the day (before|after) deictic",
    build: (words) => ({ kind: "calendar", deictic: hasWord(words, "yesterday") ? -2 : 2, mod: null }),
    examples: ["It fell [the day before yesterday|2025-06-29]."],
    counterExamples: ["The day before it fell."],
  },
  {
    name: "day-beside-a-day",
    pattern: "the day (before|after) (written|reldet? wday|holiday)",
    build: (words) => ({ ...calendar(words.slice(3)), daysOff: hasWord(words.slice(0, 3), "before") ? -1 : 1 }),
    examples: [
      "It fell [the day before last Tuesday|2025-06-23].",
      "It fell on [the day after May 3|2025-05-04].",
      "It fell [the day after Christmas|2024-12-26].",
    ],
    counterExamples: ["It fell the day before the vote.", "It fell the day after he left on Friday."],
  },
  {
    name: "tonight",
    pattern: "((edge|earlier|later) )?tonight",
    build: () => ({ kind: "calendar", deictic: 0, part: "NI", mod: null }),
    examples: ["They play [tonight|2025-07-01TNI]."],
    counterExamples: ["They play at night."],
  },
  {
    name: "day-part-pointed-at",
    pattern: "((edge|earlier|later) )?(this|last|that|the next|the following|the previous|the same|that same|next) daypart",
    build: (words) => {
      const relation = readRelation(words);
      if (hasWord(words, "last") && hasWord(words, "night")) return { kind: "calendar", deictic: -1, part: "NI", mod: null };
      if (!relation) return null;
      return { ...readCalendar(words), relation };
    },
    examples: [
      "He left [this morning|2025-07-01TMO].",
      "It fell [last night|2025-06-30TNI].",
      "They slept [early this morning|2025-07-01TMO].",
    ],
    counterExamples: ["Last, nights are cold.", "The evening was cold."],
  },
  {
    name: "day-part-spoken-of",
    pattern: "(?<=in|during|of|by|until) (edge |the edge |the )daypart(?!of)|edge daypart",
    build: (words) => ({ ...readCalendar(words), relation: "the" }),
    examples: ["It fell in [the morning|2025-07-01TMO]."],
    counterExamples: ["The morning was wet."],
  },
  {
    name: "part-of-a-day",
    pattern: "((edge|early in|late in) )?(the )?(edge )?(daypart|daybreak) (hours )?(of|on) (the )?(written|wday|deictic)",
    build: calendar,
    examples: ["It fell on [the morning of June 3|2025-06-03TMO].", "It fell in [the early morning hours of Sunday|2025-06-29TMO]."],
    counterExamples: ["The morning of his life."],
  },
  {
    name: "date-and-part",
    pattern: "(edge )?written (comma|in the|at)? daypart",
    build: calendar,
    examples: ["It fell [June 3 in the morning|2025-06-03TMO]."],
    counterExamples: ["In June the morning came."],
  },
  {
    name: "clock",
    pattern: "approx? tod",
    build: timed,
    guard: ({ words }, first, last) => {
      const clock = words.slice(first, last + 1).find((word) => word.kind === "hhmm" || word.kind === "noon");
      // A score, a ratio or a time of a race is no time of day: "won 21:15", "in 10:35".
      return clock === undefined || last > first || CLOCK_CUES.has(words[first - 1]?.lower ?? "");
    },
    examples: [
      "It began at [3 p.m.|2025-07-01T15:00]",
      "It began at [14:30 GMT|2025-07-01T14:30Z].",
      "It sank at [6:40 p.m. (GMT+8)|2025-07-01T18:40+08:00].",
      "It fell at [9 p.m. UTC -5|2025-07-01T21:00-05:00].",
      "It fell at [noon|2025-07-01T12:00].",
      "It fell at [1415 GMT|2025-07-01T14:15Z].",
      "It fell at [1409 hours|2025-07-01T14:09].",
      "It fell at [0630|2025-07-01T06:30].",
    ],
    counterExamples: [
      "They won 21:15.",
      "Psalm 23:4 was read.",
      "They met at 1600 Elm Road.",
      "A total of 1800 homes.",
      "It stood at 1450 feet.",
    ],
  },
  {
    name: "clock-and-day",
    pattern:
      "approx? tod (comma|on|of)? (reldet? wday (daypart)? (comma? written)?|deictic (daypart)?|written" +
      "|the (next|following|previous|same) day|that (same )?day|(that|this|the same|the next|in the|last) daypart)",
    build: (words) => {
      const said = timed(words);
      if (!said) return null;
      const { part, ...rest } = said;
      return part === undefined ? said : afternoon(rest, part);
    },
    examples: [
      "It ends at [3 p.m. on Tuesday|2025-07-01T15:00].",
      "It fell at [10 p.m. Monday|2025-06-30T22:00].",
      "It fell at [9 a.m. yesterday|2025-06-30T09:00].",
      "It ends at [5 p.m. EST Nov. 9|2025-11-09T17:00].",
      "It fell at [0635 local time on Sunday|2025-06-29T06:35].",
    ],
    counterExamples: ["At 3 p.m. they met Tuesday's guests."],
  },
  {
    name: "day-and-clock",
    pattern: "written (comma|at)? (ampm|hhmm) tzone?",
    build: timed,
    examples: ["It fell on [May 8 at 1:00 a.m.|2025-05-08T01:00]"],
    counterExamples: ["On May 8 it was 1."],
  },
  {
    name: "hour-in-part",
    pattern: "(smallint|hhmm) in the daypart",
    build: (words) => {
      const hour = findKind(words, "dd", "nw")?.value;
      const part = findKind(words, "midpart", "night")?.lower;
      const clock = readClock(words) ?? (hour !== undefined && hour <= 12 ? { hour, minute: 0, second: null, zone: null } : null);
      if (!clock || !part) return null;
      return afternoon({ kind: "calendar", clock, mod: null }, part === "morning" ? "MO" : "EV");
    },
    examples: ["He rose at [4 in the morning|2025-07-01T04:00]."],
    counterExamples: ["There were 40 in the morning train."],
  },
  {
    name: "date-day-spoken-of",
    pattern:
      "(?<=on|until|by|of|from|to|before|since) the " +
      "(od)(?!month|of|century|floor|place|hy|day|anniversary|time|minute|hole|week|year|month|quarter|hour|century|x)",
    build: (words) => ({ kind: "calendar", day: findKind(words, "od")?.value ?? 0, mod: null }),
    examples: ["It began on [the 12th|2025-07-12]."],
    counterExamples: ["He was on the 12th floor.", "The 12th man came."],
    guard: ({ words, text }, _first, last) => {
      const next = words[last + 1];
      return !next || next.gap === "none" || AFTER_A_BARE_DAY.has(next.lower) || !/^\p{L}/u.test(text.slice(next.start));
    },
  },
  {
    name: "holiday-week",
    pattern: "(the |last |this |next )?holiday (week|weekend) (comma? yr)?",
    build: (words) => {
      const said = readCalendar(words);
      const relation = words[0]?.lower === "the" ? null : readRelation(words);
      return {
        ...said,
        ...(relation && { relation }),
        ...(hasWord(words, "weekend") ? { around: "weekend" as const } : { week: "of-day" as const }),
      };
    },
    examples: ["It closed in [Easter week|2025-W16].", "Over [the Labor Day weekend|2024-W35-WE] it burned."],
    counterExamples: ["A week after Easter it closed."],
  },
  {
    name: "holiday",
    pattern:
      "((edge|the edge|last|this|next|the? (bound|endbound) of|the (od|ow|second|last) (day|night) of" +
      "|(?<=on|before|after|during|since|until|by|at|in|for|over) the) )?holiday (comma? yr)? (daypart)?",
    build: (words) => {
      const relation = words[0]?.lower === "the" ? null : readRelation(words);
      const nth = words.findIndex(({ lower }, i) => (lower === "day" || lower === "night") && words[i + 1]?.lower === "of");
      const rank = nth > 0 ? words[nth - 1] : undefined;
      const dayOfFeast = rank && (rank.lower === "last" ? ("last" as const) : rank.value);
      return {
        ...readCalendar(words.filter((word) => word !== rank)),
        ...(relation && { relation }),
        ...(dayOfFeast !== undefined && { dayOfFeast }),
      };
    },
    guard: (read, first, last) => !isPerson(read, first, last) && (first < last || isDating(read, first, last)),
    examples: [
      "They met on [Christmas Eve|2024-12-24].",
      "It fell on [Easter Sunday 2024|2024-03-31].",
      "It fell on [Orthodox Easter|2025-04-20].",
      "They met on [Eid al-Fitr|2025-03-30].",
      "It fell during [Ramadan|2025-03-01/2025-03-29].",
      "It fell on [the first day of Ramadan|2025-03-01].",
      "It rose before [the Lunar New Year|2025-01-29].",
      "Shops closed for [Eid|2025-06-06].",
      "Streets emptied during [Diwali|2024-10-31].",
    ],
    counterExamples: ["A Christmassy day.", "The eve of war.", "Tariq Ramadan spoke.", "Shots were fired by Ramadan Okar."],
  },
];

/** "Tariq Ramadan", "by Ramadan Okar": people called after the month of fasting. */
function isPerson({ words, text }: ReadText, first: number, last: number): boolean {
  const [head, before, next] = [words[first], words[first - 1], words[last + 1]];
  if (first !== last || head?.lower !== "@ramadan") return false;
  const isName = (word: Word | undefined): boolean =>
    word !== undefined && word.gap !== "line" && word.kind === null && /^\p{Lu}/u.test(text.slice(word.start, word.start + 2));
  if (isName(before) && before?.gap === "space" && !BEFORE_A_FEAST.has(before.lower)) return true;
  return isName(next) && next?.gap === "space" && !WITHIN_A_FEAST.has(before?.lower ?? "");
}

/** True where a feast dates something: after a preposition or as an adverb, not as the subject of the sentence. */
function isDating({ words, text }: ReadText, first: number, last: number): boolean {
  const before = words[first - 1];
  if (!before || before.kind === "hy" || words[last + 1]?.kind === "hy") return false;
  if (before.lower === "and" && words[first - 2]?.kind === "holiday") return true;
  if (DATING.has(before.lower)) return true;
  return /^\p{Ll}/u.test(text.slice(before.start, before.end)) && !NOT_DATING.has(before.lower);
}

/** Words before a bare "18:00" that make it a time of day. */
const CLOCK_CUES = new Set(["at", "by", "until", "till", "from", "since", "before", "after", "around", "about", "between", "and", "to"]);

/** "10 in the evening" is 22:00. */
function afternoon(said: SaidCalendar, part: SaidCalendar["part"]): Said {
  const { clock } = said;
  if (!clock || part === undefined || part === "MO" || clock.hour >= 12) return said;
  return { ...said, clock: { ...clock, hour: clock.hour + 12 } };
}

/** A clause goes on after "the 12th"; a noun would make it a rank. */
const AFTER_A_BARE_DAY = new Set([
  "and",
  "but",
  "when",
  "as",
  "to",
  "with",
  "in",
  "at",
  "for",
  "after",
  "before",
  "he",
  "she",
  "they",
  "it",
  "the",
  "a",
]);
/** Words before a feast that no person's name follows. */
const WITHIN_A_FEAST = new Set(["during", "in", "after", "before", "since", "until", "throughout"]);
const BEFORE_A_FEAST = new Set(["during", "in", "after", "before", "since", "until", "throughout", "this", "last", "next", "for", "when"]);
/** Words before a feast that make it date something, and small words after which it does not. */
const DATING = new Set([
  "on",
  "at",
  "by",
  "until",
  "till",
  "since",
  "before",
  "after",
  "around",
  "over",
  "during",
  "from",
  "to",
  "between",
  "through",
  "every",
  "each",
  "than",
  "for",
]);
const NOT_DATING = new Set(["the", "a", "an", "of", "is", "was", "and", "in", "its", "their", "his", "her", "this", "as", "with"]);
