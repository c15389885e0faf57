import type { DateRule } from "../date-rule.js";
import { findKind, readCalendar, readEdge, readRank, readRelation, readUnit, saidUnit } from "../read-fields.js";
import { durationValue } from "../read-quantity.js";
import type { Said, SaidCalendar, SaidUnit } from "../said.js";
import type { Word } from "../read-words.js";
import { SEASONS } from "../vocabulary.js";

/** The year that a quarter, half, season or month lies in: said ("1989") or pointed at ("last year"). */
function readHolder(
  words: readonly Word[],
): { year: number } | { within: SaidUnit } | { relation: "last" | "this" | "next" | "following" | "previous" } | object {
  const year = findKind(words, "year4", "apyear", "wyear");
  if (year) return { year: year.value };
  const at = words.findIndex((word) => word.lower === "year");
  const relation = readRelation(at < 0 ? words : words.slice(0, at + 1).filter((word) => word.lower !== "the"));
  if (at >= 0 && relation && relation !== "the") return { within: saidUnit("year", relation) };
  if (at >= 0) return { within: saidUnit("year", "the") };
  return relation ? { relation } : {};
}

/** Rank words apart, so that "last year's third quarter" is the third. */
function part(words: readonly Word[], unit: "quarter" | "half", most: number): SaidCalendar | null {
  const at = words.findIndex((word) => word.lower === unit || word.lower === `${unit}s`);
  const rank = readRank(
    words.slice(0, at + 1).filter((word, i, all) => word.lower !== "last" || all[i + 1]?.lower !== "year"),
    most,
  );
  if (!(rank >= 1 && rank <= most)) return null;
  const field = unit === "quarter" ? { quarter: rank } : { half: rank };
  const rest = words.filter((word, i) => !(word.lower === "last" && words[i + 1]?.lower !== "year"));
  return { kind: "calendar", ...field, ...readHolder(rest), mod: readEdge(words) };
}

/** Quarters, halves and seasons, with or without their year. */
export const PERIOD_RULES: readonly DateRule[] = [
  {
    name: "quarter",
    pattern:
      "(boundary|early|late)? (the |this |its |their )?(fiscal |year poss? |year4 |last year poss |this year poss " +
      "|next year poss )?(fiscal (year )?)?(od|ow|second|last) (fiscal )?quarter (holder)?" +
      "|(fiscal )?(od|ow|second) hy quarter (holder)?",
    build: (words) => part(words, "quarter", 4),
    examples: [
      "Profit rose in [the third quarter|2025-Q3].",
      "A [first-quarter|2025-Q1] loss.",
      "Sales fell in [the second quarter of 2024|2024-Q2].",
      "In [the fourth quarter of last year|2024-Q4] it grew.",
      "It beat [last year's third quarter|2024-Q3].",
    ],
    counterExamples: ["They live in the Latin Quarter.", "A quarter of them left.", "They lost in the quarter-final."],
  },
  {
    name: "quarters-joined",
    pattern: "(od|ow|second|last) (fiscal )?quarters (holder)?",
    build: (words) => part(words, "quarter", 4),
    // Those before the last one are found beside it: `share-parts.ts`.
    guard: ({ words }, first) => words[first - 1]?.lower === "and" || words[first - 1]?.lower === "or",
    examples: [
      "It fell in the first and [second quarters of 2024|2024-Q2].",
      "It rose in the second, third and [fourth quarters of last year|2024-Q4].",
    ],
    counterExamples: ["They came second and third in quarters.", "The second quarters were smaller."],
  },
  {
    name: "quarter-ended",
    pattern: "(the |its |their |a )?(fiscal |latest )?quarter (?=(ended|ending) (on )?(written|mname (comma? yr)?))",
    // What it ends on says which quarter it is: `name-quarters.ts` reads it there.
    build: () => ({ kind: "calendar", around: "quarter", mod: null }),
    examples: ["Sales rose in [the quarter|2025-Q1] ended March 31.", "Profit fell in [the quarter|2024-Q3] ended Sept. 30, 2024."],
    counterExamples: ["The quarter ended well.", "Sales rose in the quarter."],
  },
  {
    name: "years-joined",
    pattern:
      "(the )?year4 (hy|slash) (apyear|year4) (fiscal|financial|tax) year" +
      "|(the )?(fiscal|financial|tax) year? year4 (hy|slash) (apyear|year4)",
    build: (words) => {
      const [first, second] = words.filter(({ kind }) => kind === "year4" || kind === "apyear");
      if (!first || second?.value !== first.value + 1) return null;
      return { kind: "value", type: "DATE", value: `${first.value}/${second.value}`, mod: null };
    },
    examples: [
      "Spending rose in [the 2023-24 fiscal year|2023/2024].",
      "Rates rose in [the 2023/24 tax year|2023/2024].",
      "It grew in [fiscal year 2023-24|2023/2024].",
    ],
    counterExamples: [
      "It grew from 2023-24 on.",
      "Output of 2021/22 fell for one year.",
      "The 1914-18 year of war.",
      "They won the 2019-20 season.",
    ],
  },
  {
    name: "quarter-label",
    pattern: "(q1|q2|q3|q4) (of )?(yr)?",
    build: (words) => ({ kind: "calendar", quarter: Number(words[0]?.lower.slice(1)), ...readHolder(words), mod: null }),
    examples: ["It grew in [Q2 2024|2024-Q2]."],
    counterExamples: ["The Q2 model has a quarter of it."],
    guard: (_read, first, last) => last > first,
  },
  {
    name: "period-reported",
    pattern: "(the )?(latest|year4) (quarter|period)",
    build: (words) => {
      const year = findKind(words, "year4");
      return year ? { kind: "period", year: year.value } : { kind: "period" };
    },
    examples: ["It fell in the third quarter of 2024; in [the 2023 period|2023-Q3] it rose."],
    counterExamples: ["In that period it rose."],
  },
  {
    name: "year-end",
    pattern: "(approx )?(the )?year (hy)? endbound|(approx )?(the )?endbound of year",
    build: () => ({ kind: "calendar", month: 12, day: 31, within: saidUnit("year", "the"), mod: null }),
    examples: ["It closes by [year-end|2025-12-31]."],
    counterExamples: ["The year ended."],
  },
  {
    name: "half-year",
    pattern: "(boundary )?(the )?(od|ow|second|last|latter) hy? half (of|in)? (the )?(fiscal )?(year|this year|last year|next year|year4)",
    build: (words) => {
      const at = words.findIndex((word) => word.lower === "half");
      const latter = words.slice(0, at).some((word) => word.lower === "latter" || word.lower === "last");
      const rank = latter ? 2 : readRank(words.slice(0, at), 2);
      if (rank !== 1 && rank !== 2) return null;
      return { kind: "calendar", half: rank, ...readHolder(words.slice(at)), mod: readEdge(words) };
    },
    examples: [
      "It grew in [the first half of 2024|2024-H1].",
      "It fell in [the second half of this year|2025-H2].",
      "In [the first half of the year|2025-H1] it rose.",
    ],
    counterExamples: ["They led in the first half.", "Half of the year was wet.", "The second half of the match."],
  },
  {
    name: "half-decade",
    pattern: "(the )?(od|ow|second|last|latter) hy? half of (the )?tens",
    build: (words) => {
      const year = findKind(words, "tens")?.value ?? 0;
      return {
        kind: "value",
        type: "DATE",
        value: String(Math.floor(year / 10)),
        mod: findKind(words, "od", "ow")?.value === 1 ? "START" : "END",
      };
    },
    examples: ["In [the second half of the 1990s|199] it grew."],
    counterExamples: ["The first half of the game in the 1990s."],
  },
  {
    name: "quarters-of-year",
    pattern: "(the )?(od|ow|last) (nw|dd) quarters of (the )?(year4|year|last year|this year|next year)",
    build: (words) => {
      const last = words.some((word, i) => word.lower === "last" && words[i + 1]?.lower !== "year");
      if (findKind(words, "nw", "dd")?.value !== 2) return null;
      return {
        kind: "calendar",
        half: last ? 2 : 1,
        ...readHolder(words.slice(words.findIndex((word) => word.lower === "quarters"))),
        mod: null,
      };
    },
    examples: ["It fell in [the first two quarters of 2024|2024-H1]."],
    counterExamples: ["It fell for two quarters of 2024."],
  },
  {
    name: "season",
    pattern:
      "(boundary )?(the edge|edge|reldet edge|reldet|the|approx)? seasonname " +
      "((of|comma)? yr|of (that|this|last|next) year)?|(the )?(edge )?year4 seasonname",
    build: buildSeason,
    examples: ["It burned [last summer|2024-SU].", "It froze in [the winter of 1994|1994-WI].", "It rose from [the early summer|2025-SU]."],
    counterExamples: ["A summery day.", "They fall."],
  },
  {
    name: "season-with-company",
    pattern:
      "(boundary )?((the edge|edge|reldet edge|reldet) maybeseason ((of )?yr|of (that|this|last|next) year)?" +
      "|the? maybeseason (of|comma)? yr|(?<=in|by|since|until|during|throughout|of|over) (the )?maybeseason " +
      "(?!of|in|to|and|from|under|on)|(the )?(edge )?maybeseason " +
      "(?=(and|or|through) (the )?(edge )?(seasonname|maybeseason)))",
    build: buildSeason,
    examples: [
      "It ran through [the spring|2025-SP] and summer of 2025.",
      "They return [this fall|2025-FA].",
      "In [the spring of 2003|2003-SP] war came.",
      "It opened in [spring|2025-SP].",
    ],
    counterExamples: ["The fall of the city came.", "Prices fall.", "A spring of water."],
  },
  {
    name: "month-of-year-pointed-at",
    pattern:
      "(edge|boundary)? mname (of )?(last|this|next|that|the same|the following|the previous|the) (same )?year" +
      "|(edge|boundary)? mname (the )?(previous|following) year",
    build: (words) => ({ ...readCalendar(words), ...readHolder(words.filter((word) => word.kind !== "mname")) }),
    examples: ["It fell in [June last year|2024-06].", "It began in [January this year|2025-01]."],
    counterExamples: ["It fell in June and last year rose."],
  },
  {
    name: "day-of-year-pointed-at",
    pattern: "(mname dom|dom (of )?mname) (comma)? (of )?(last|this|next|that|the same) year",
    build: (words) => ({ ...readCalendar(words), ...readHolder(words.slice(2)) }),
    examples: ["It began on [June 3 last year|2024-06-03].", "It began on [June 3 of this year|2025-06-03]."],
    counterExamples: ["It began on June 3, and last year ended."],
  },
  {
    name: "month-pointed-at",
    pattern: "((edge|boundary) )?(last|this|next|this past|this coming|the following|the previous|past) (edge )?mname (?!dom|yr)",
    build: (words) => {
      const relation = readRelation(words);
      return { ...readCalendar(words), ...(relation && relation !== "the" && { relation }) };
    },
    examples: ["It fell [last May|2025-05].", "They vote [next March|2026-03].", "It began [late last July|2024-07]."],
    counterExamples: ["The last marcher.", "They may last."],
  },
  {
    name: "years-ago-period",
    pattern: "count seasons ago",
    build: (words) => {
      const season = SEASONS.get(words[1]?.lower ?? "");
      const count = words[0]?.value ?? NaN;
      return season && Number.isFinite(count) ? { kind: "calendar", season, steps: -count, mod: null } : null;
    },
    examples: ["They met [three summers ago|2022-SU]."],
    counterExamples: ["They met in three summers."],
  },
  {
    name: "unit-pointed-at",
    pattern:
      "((earlier|later|edge|early in|late in|boundary|just) )?(reldet|the latest) " +
      "(calendar|fiscal|financial|tax|holiday|trading|calendar)? " +
      "(quarter|year|month|week|weekend|day|night|decade|century|fortnight|season) " +
      "(?!hy|poss (season|od|ow|second) hy? quarter)",
    build: buildUnit,
    examples: [
      "They met [last week|2025-W26].",
      "It fell [earlier this year|2025].",
      "It ends [next month|2025-08].",
      "By [the end of this year|2025] it closed.",
      "It fell on [the previous day|2025-06-30].",
      "It opens [this weekend|2025-W27-WE].",
    ],
    counterExamples: ["This yearling ran.", "They last weeks.", "Next, a week passed."],
  },
  {
    name: "unit-before-last",
    pattern: "the (year|month|week|weekend|quarter|night) before last",
    build: (words) => {
      const unit = readUnit(words);
      return unit ? { kind: "shift", unit, count: 2, direction: -1, from: "anchor", mod: null } : null;
    },
    examples: ["It fell in [the year before last|2023].", "They met [the week before last|2025-W25]."],
    counterExamples: ["The year before, last autumn."],
  },
  {
    name: "year-ended",
    pattern: "(?<=in|for|of|during|over) (the )?(fiscal )?(year) (?=(to|ending|ended|through) (edge )?(mname|written|deictic))",
    build: () => ({ kind: "duration", value: "P1Y", mod: null }),
    examples: ["It rose 3% in [the year|P1Y] to March 2025.", "It expects a loss for [the year|P1Y] ending tomorrow."],
    counterExamples: ["In the year it rose."],
  },
  {
    name: "unit-beside",
    pattern:
      "the (day|week|month|year|night) (before|after)(?!the|a|an|x|his|her|its|their|that|this|mname|wday|dd|year4|od" +
      "|deictic|last|next|approx|num|holiday)",
    build: (words) => {
      const unit = readUnit(words);
      return unit ? saidUnit(unit, words.some((word) => word.lower === "before") ? "previous" : "following", null) : null;
    },
    examples: ["It rose in May 2024 from [the year before|2023]."],
    counterExamples: ["It rose the day before the vote."],
  },
  {
    name: "unit-spoken-of",
    pattern:
      "boundary the (quarter|year|month|week|day|decade|century|weekend)" +
      "|(?<=for|during|in|over|through|throughout|within|of|until|on|by) the " +
      "(full |whole |entire |fiscal |financial |calendar )?(year|quarter|month|weekend)(?!hy|poss|yr)" +
      "|(?<=(earlier|later|early|late) in) the (day|week|month|year)|(?<=for|ended|ending|endbound) the day(?!hy|s)" +
      "|(?<=boundary) the (year)",
    build: (words) => {
      const unit = readUnit(words);
      return unit ? saidUnit(unit, "the", readEdge(words)) : null;
    },
    examples: [
      "It closes at [the end of the year|2025].",
      "Sales for [the quarter|2025-Q3] rose.",
      "It rose later in [the week|2025-W27].",
    ],
    counterExamples: ["The year was wet.", "The end of the matter."],
  },
];

function buildSeason(words: readonly Word[]): Said {
  const base = readCalendar(words);
  return { ...base, ...readHolder(words), season: SEASONS.get(findKind(words, "seasonname", "maybeseason")?.lower ?? "") ?? "SU" };
}

function buildUnit(words: readonly Word[]): Said | null {
  const unit = readUnit(words);
  const relation = readRelation(words);
  if (!unit || !relation) return null;
  if (
    (unit === "decade" || unit === "century") &&
    (relation === "last"
      ? words.some((word) => word.lower === "past")
      : relation === "following" && words.some((word) => word.lower === "next"))
  ) {
    return { kind: "duration", value: durationValue(1, unit), mod: null };
  }
  if (unit === "season" && relation !== "last" && relation !== "this" && relation !== "next") return null;
  return saidUnit(unit, relation, readEdge(words));
}
