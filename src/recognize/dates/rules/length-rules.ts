import type { TimexMod } from "../../../model/calendar.js";
import type { DateRule } from "../date-rule.js";
import { durationValue, readQuantity } from "../read-quantity.js";
import { findKind, hasWord, readClock, readEdge, readUnit } from "../read-fields.js";
import type { Said } from "../said.js";
import type { ReadText, Word } from "../read-words.js";
import { DAY_PARTS, FREQUENCIES, SEASONS } from "../vocabulary.js";

/** "more than", "nearly", "about": how far the number holds. */
function readBound(words: readonly Word[]): TimexMod | null {
  for (let i = 0; i < words.length; i++) {
    const { lower, kind } = words[i] ?? { lower: "", kind: null };
    const next = words[i + 1]?.lower ?? "";
    if (lower === "at" && next === "least") return "EQUAL_OR_MORE";
    if ((lower === "at" && next === "most") || (lower === "up" && next === "to") || lower === "within") return "EQUAL_OR_LESS";
    if ((lower === "no" || lower === "not") && next === "more") return "EQUAL_OR_LESS";
    if (lower === "no" && next === "less") return "EQUAL_OR_MORE";
    if ((lower === "more" || lower === "over") && (lower === "over" || next === "than")) return "MORE_THAN";
    if ((lower === "less" || lower === "fewer") && next === "than") return "LESS_THAN";
    if (lower === "under" || lower === "nearly" || lower === "almost" || lower === "barely") return "LESS_THAN";
    if (kind === "approx") return "APPROX";
  }
  return hasWord(words, "couple") || (hasWord(words, "or") && hasWord(words, "so")) ? "APPROX" : null;
}

function shift(words: readonly Word[], direction: -1 | 1, from: "anchor" | "narrative"): Said | null {
  const quantity = readQuantity(words);
  const unit = readUnit(words);
  if (!quantity || !unit) return null;
  return { kind: "shift", unit, count: quantity.count, direction, from, mod: readBound(words) };
}

function duration(words: readonly Word[]): Said | null {
  // "a month or two" is as long as its month.
  const or = words.findIndex(({ lower }, i) => lower === "or" && i === words.length - 2);
  const quantity = readQuantity(or < 0 ? words : words.slice(0, or));
  const unit = readUnit(words);
  if (!unit) return null;
  return { kind: "duration", value: durationValue(quantity?.count ?? null, unit), mod: readBound(words) };
}

/** "decades-long", "week-long". */
function vagueLength(words: readonly Word[]): Said | null {
  const unit = readUnit(words);
  if (!unit) return null;
  return { kind: "duration", value: durationValue(words.some((word) => word.lower.endsWith("s")) ? null : 1, unit), mod: null };
}

/** Lengths of time, times counted from others, and what recurs. */
export const LENGTH_RULES: readonly DateRule[] = [
  {
    name: "ago",
    pattern: "(atleast|approx)? quantity unit (or so )?ago|plural ago",
    build: (words) => (readQuantity(words) ? shift(words, -1, "anchor") : { kind: "value", type: "DATE", value: "PAST_REF", mod: null }),
    examples: [
      "He left [three days ago|2025-06-28].",
      "It fell [a year ago|2024].",
      "They met [two weeks ago|2025-W25].",
      "It closed [about two months ago|2025-05].",
    ],
    counterExamples: ["They left three days on.", "Agog for a year."],
  },
  {
    name: "year-ago",
    pattern:
      "(the )?(comparable |corresponding )?year hy (ago|earlier) (quarter|period|month|half)?|(last|previous|prior) year poss (quarter|period)",
    build: (words) => {
      const unit = hasWord(words, "period") ? "quarter" : readUnit(words.slice(3));
      return {
        kind: "shift",
        unit: "year",
        count: 1,
        direction: -1,
        from: "narrative",
        mod: null,
        ...(unit && unit !== "year" && { keep: unit }),
      };
    },
    examples: [
      "It beat the third quarter of 2024 and [the year-earlier period|2023-Q3].",
      "It earned less in the third quarter of 2024 than in [last year's quarter|2023-Q3].",
    ],
    counterExamples: ["A year earlier it closed.", "Last year's figures were better."],
  },
  {
    name: "same-period",
    pattern:
      "(the )?(same|corresponding|comparable|similar) (period|month|quarter|time) (of |in )?(last year|the (previous|prior) year|a year (ago|earlier|before))",
    build: () => ({ kind: "shift", unit: "year", count: 1, direction: -1, from: "narrative", same: true, mod: null }),
    examples: ["It rose in May 2024 from [the same month a year earlier|2023-05]."],
    counterExamples: ["At the same time it fell."],
  },
  {
    name: "earlier-or-later",
    pattern:
      "(atleast|approx)? (quantity|another) unit (or so )?(earlier|later|previously|afterward|afterwards|thereafter|(before|after) (?!the|a|an|x|his|her|its|their|that|this|mname|wday|dd|year4|od|coming))",
    build: (words) => shift(words, hasWord(words, "earlier", "before", "previously") ? -1 : 1, "narrative"),
    examples: ["The vote on May 3, 2024 came [two days later|2024-05-05].", "It fell from May 2024 and [a year earlier|2023]."],
    counterExamples: ["He came later.", "Two days before the vote he left."],
  },
  {
    name: "from-now",
    pattern: "(atleast|approx)? quantity unit (from (now|deictic)|hence)|(?<=in) quantity (days|weeks|months|years) apos time",
    build: (words) => shift(words, 1, "anchor"),
    examples: ["It ends [two weeks from now|2025-W29]."],
    counterExamples: ["It ends in two weeks."],
  },
  {
    name: "past-length",
    pattern:
      "(at least|approx)? (the |these |this )?(last|past|next|ow|final|previous|coming|preceding|following|latest|remaining|early|opening|closing) quantity (more |full |additional |straight |consecutive |trading |business |calendar |fiscal )?unit (or so)?|(the )?count (last|past|previous|preceding|following|coming) plural|(the )?year hy (ago|earlier) quantity plural",
    build: duration,
    guard: ({ words }, first, last) => words[first]?.kind !== "ow" && !words.slice(first, last).some((word) => word.lower === "a"),
    examples: [
      "It fell in [the four previous weeks|P4W].",
      "Over [the past two weeks|P2W] it rose.",
      "In [the last five years|P5Y] it fell.",
      "Within [the next few days|PXD].",
      "In [the first nine months|P9M].",
      "It was less than in [the year-earlier six months|P6M].",
    ],
    counterExamples: ["The past is past.", "At last two men came."],
  },
  {
    name: "past-units",
    pattern: "(the |these )?(recent|past|coming|last|early|next|final|ow|following|subsequent|ensuing) plural (and plural)?",
    build: (words) => {
      const joint = words.findIndex((word) => word.lower === "and");
      const unit = readUnit(words.slice(0, joint + 1 || words.length));
      // Years that are recent have no number: labelled corpora take them for the past (5 of 7), recent months for a length (6 of 8).
      if (hasWord(words, "recent", "past") && (joint > 0 || unit === "year" || unit === "decade"))
        return { kind: "value", type: "DATE", value: "PAST_REF", mod: null };
      return unit ? { kind: "duration", value: durationValue(null, unit), mod: null } : null;
    },
    guard: ({ words }, first, last) =>
      words[first]?.kind !== "ow" && !(words[last]?.lower === "hours" && words[last - 1]?.lower === "early"),
    examples: [
      "In [recent years|PAST_REF] it fell.",
      "In [recent months|PXM] it rose.",
      "In [the coming weeks|PXW].",
      "Over [the following days|PXD] it fell.",
    ],
    counterExamples: ["In a recent year.", "The early bird."],
  },
  {
    name: "length",
    pattern:
      "(atleast|approx)? (the |these |those |another |an additional )?(dd hy dd|nw hy nw|quantity) (more |additional |consecutive |straight |full |whole |single |solid |long |other |trading |business |working |extra |calendar |fiscal )?(unit) (or nw (?!hy|unit|od|num|dd))? (?!ago|old|hy old|hy ago|hy earlier)",
    build: duration,
    guard: (read, first, last) => isLengthHere(read, first, last) && !isWar(read.words, read.text, last),
    examples: [
      "It took [two hours|PT2H].",
      "It lasted [about two hours|PT2H].",
      "After [several months|PXM] it ended.",
      "He served [a single year|P1Y].",
      "It takes [two to three weeks|P2W].",
      "It may take as long as [a month or two|P1M].",
      "It ran for [a decade|P10Y].",
    ],
    counterExamples: ["The second half.", "Half of them left.", "The Seven Years War.", "The Hundred Years' War.", "He is 21 years old."],
  },
  {
    name: "length-adjective",
    pattern:
      "(atleast|approx)? (count|vague) hy singular (hy long)?(?!hy old|hy ago|hy earlier)|(days|weeks|months|years|decades|centuries|hours|day|week|month|year|hour) hy long|single hy day",
    build: (words) => (readQuantity(words) ? duration(words) : vagueLength(words)),
    guard: ({ words, text }, _first, last) => !isWar(words, text, last),
    examples: ["A [10-year|P10Y] plan.", "A [months-long|PXM] row."],
    counterExamples: ["A year-end sale.", "A ten-man team.", "The Six-Day War."],
  },
  {
    name: "years-of-age",
    pattern: "count (years|months|weeks|days) (old|of age)",
    build: duration,
    // Somebody's age dates nothing; the age of a building is a length, and so is the mean of many.
    guard: ({ words }, first, last) => words[last]?.lower === "age" || !isSomebodysAge(words.slice(first, last)),
    examples: ["They must be [21 years of age|P21Y].", "The bridge is [700 years old|P700Y].", "The mean was [22.8 years old|P22.8Y]."],
    counterExamples: ["He is 21 years old.", "Ana Lind, fifty years old, spoke."],
  },
  {
    name: "units-alone",
    pattern: "(the )?(days|weeks|months|years|decades|centuries|hours|minutes) (or (days|weeks|months|years))? (?!ago|old|of age|hy)",
    build: (words) => {
      const unit = readUnit(words.slice(0, 2));
      return unit ? { kind: "duration", value: durationValue(null, unit), mod: null } : null;
    },
    guard: ({ words }, first, last) =>
      UNIT_CUES.has(words[first - 1]?.lower ?? "") &&
      !isMatterOf(words, first) &&
      !isDistance(words, first, last) &&
      !(words[first]?.lower === "minutes" && words[first - 1]?.lower === "and"),
    examples: ["It lasted for [years|PXY].", "Within [days|PXD] it fell."],
    counterExamples: ["Days Inn closed.", "In his years there.", "The blasts came only minutes apart.", "It predates him by decades."],
  },
  {
    name: "each-day-at",
    pattern:
      "(every|each) (day|wday|midpart|night|weekday) at tod|frequency at tod|tod (every|each) (day|wday|midpart|night|weekday)|tod frequency|wdays at tod",
    build: (words) => {
      const clock = readClock(words);
      const weekday = findKind(words, "wday", "wdays");
      if (!clock) return null;
      const day = weekday ? `XXXX-WXX-${weekday.value}` : "XXXX-XX-XX";
      return {
        kind: "set",
        value: `${day}T${String(clock.hour).padStart(2, "0")}:${String(clock.minute ?? 0).padStart(2, "0")}${clock.zone ?? ""}`,
        freq: null,
        mod: null,
      };
    },
    examples: ["It opens [every day at 8 am|XXXX-XX-XXT08:00].", "They meet [every Friday at 6 p.m.|XXXX-WXX-5T18:00]"],
    counterExamples: ["At 8 am every man left.", "It opens at 8 am today."],
  },
  {
    name: "each-unit",
    pattern: "(every|each) (single |other )?(dd|nw)? (singular|wday|wdays|mname|seasonname|daypart|plural) (daypart)?",
    build: recurrence,
    guard: ({ words }, _first, last) => !["life", "lives"].includes(words[last + 1]?.lower ?? ""),
    examples: ["They meet [every Friday|XXXX-WXX-5].", "It opens [each day|P1D].", "It closes [every two weeks|P2W]."],
    counterExamples: ["Every man left.", "Each of the days."],
  },
  {
    name: "weekdays-recur",
    pattern: "wdays|wday dayparts",
    build: recurrence,
    examples: ["They meet on [Fridays|XXXX-WXX-5]."],
    counterExamples: ["They met Friday."],
  },
  {
    name: "frequency",
    pattern: "frequency",
    build: (words) => {
      const value = FREQUENCIES.get(words[0]?.lower ?? "");
      return value ? { kind: "set", value, freq: null, mod: null } : null;
    },
    // "the Communist Party daily Granma" is a paper.
    guard: ({ words, text }, first, last) =>
      !(
        words[last]?.lower === "daily" &&
        [words[first - 1], words[last + 1]].every(
          (word) => word?.gap === "space" && /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.start + 2)),
        )
      ),
    examples: ["They meet [daily|P1D].", "It grows 5% [annually|P1Y]."],
    counterExamples: ["A dailyness."],
  },
  {
    name: "times-a-unit",
    pattern: "(count)? times (a|an|each|per|every) (singular|night)",
    build: (words) => {
      const unit = readUnit(words);
      const count = hasWord(words, "once") ? 1 : hasWord(words, "twice") ? 2 : findKind(words, "nw", "dd", "num", "n2")?.value;
      return unit ? { kind: "set", value: durationValue(1, unit), freq: count === undefined ? null : `${count}X`, mod: null } : null;
    },
    examples: ["They meet [twice a week|P1W]."],
    counterExamples: ["They met twice in a week."],
  },
  {
    name: "rate",
    pattern: "(a|per) (day|week|month|year|hour|minute|night)",
    build: (words) => {
      const unit = readUnit(words);
      return unit ? { kind: "set", value: durationValue(1, unit), freq: null, mod: null } : null;
    },
    guard: (read, first) => isRateHere(read, first),
    examples: ["It sells 90 barrels [a day|P1D]."],
    counterExamples: ["For a day they slept.", "After a year it closed.", "Winds of 75 miles per hour blew."],
  },
];

/** Words before a bare plural that make it a length: "in days", "for years". */
const UNIT_CUES = new Set([
  "for",
  "in",
  "within",
  "after",
  "over",
  "took",
  "lasted",
  "lasts",
  "of",
  "the",
  "took",
  "last",
  "take",
  "takes",
  "years",
  "spent",
  "and",
  "or",
  "only",
  "by",
]);

const BEFORE_LENGTHS = new Set([
  "for",
  "in",
  "within",
  "after",
  "over",
  "under",
  "than",
  "about",
  "nearly",
  "almost",
  "least",
  "take",
  "took",
  "takes",
  "last",
  "lasted",
  "spent",
  "spend",
  "of",
  "barely",
  "is",
  "was",
  "only",
  "another",
  "during",
  "about",
  "every",
  "been",
  "by",
  "to",
  "until",
  "when",
  "just",
  "and",
  "or",
  "up",
]);

const LONG_UNITS = new Set(["week", "month", "year", "decade", "century"]);

const NOT_LENGTHS = new Set(["what", "such", "quite", "as", "is", "like", "not", "half", "once", "twice", "times"]);

/** "It is a matter of days" tells how soon, not how long. */
const isMatterOf = (words: readonly Word[], first: number): boolean =>
  words[first - 1]?.lower === "of" && words[first - 2]?.lower === "matter";

/** "minutes apart", "older by decades": how far two things lie from each other. */
const isDistance = (words: readonly Word[], first: number, last: number): boolean =>
  words[last + 1]?.lower === "apart" || (words[first - 1]?.lower === "by" && words[last + 1]?.lower !== "of");

/** Years that nobody lives beyond. */
const OLDEST = 120;

const isSomebodysAge = (words: readonly Word[]): boolean => {
  const count = findKind(words, "dd", "d0", "n2", "nw", "num")?.value ?? 0;
  return Number.isInteger(count) && count <= OLDEST;
};

const KINDS_OF_YEAR = new Set(["fiscal", "calendar"]);

/** "the Seven Years War", "the Hundred Years' War" are names. */
function isWar(words: readonly Word[], text: string, last: number): boolean {
  const next = words[last + 1]?.kind === "apos" ? words[last + 2] : words[last + 1];
  return next !== undefined && next.gap === "space" && /^(?:War|Wars|Plan)$/.test(text.slice(next.start, next.end));
}

/** "a year" alone is a length only after a word of time; "second", "one night" and the like never are alone. */
function isLengthHere(read: ReadText, first: number, end: number): boolean {
  const { words } = read;
  const last = words[end - 1]?.lower === "or" ? end - 2 : end;
  const unit = words[last]?.lower ?? "";
  const before = words[first - 1]?.lower ?? "";
  const head = words[first];
  // "a quarter of the voters", "three quarters of the army" are shares.
  if (
    words[last + 1]?.lower === "of" &&
    (unit === "quarter" || unit === "second" || (unit === "quarters" && words[last + 2]?.lower === "the"))
  )
    return false;
  if (unit === "second" && head?.lower === "a" && last === first + 1) return BEFORE_A_SECOND.has(before);
  // "changed from a fiscal year to a calendar year": a kind of year, unless something lasts for one.
  if (head?.lower === "a" && KINDS_OF_YEAR.has(words[last - 1]?.lower ?? "")) return BEFORE_LENGTHS.has(before) && before !== "to";
  if (last === first + 1 && (head?.lower === "a" || head?.lower === "an"))
    return (
      BEFORE_LENGTHS.has(before) ||
      (before === "as" && words[first - 2]?.lower === "long") ||
      (LONG_UNITS.has(unit) && !NOT_LENGTHS.has(before) && words[first - 1]?.kind !== "hy" && !isRateHere(read, first))
    );
  if (unit === "season" || unit === "seasons" || unit === "half" || unit === "halves") return false;
  // "24 hours a day" is always.
  if (unit === "hours" && head?.value === 24 && words[last + 1]?.lower === "a" && words[last + 2]?.lower === "day") return false;
  if (unit === "quarter" && !words.slice(first, last).some((word) => word.kind === "nw")) return false;
  if (unit === "second") return words.slice(first, last).some((word) => word.lower === "one") || words[last - 1]?.kind === "hy";
  if (unit === "minute")
    return words.slice(first, last + 1).some((word) => word.kind === "hy" || word.lower === "one" || word.lower === "a");
  return true;
}

/** "million a year", "flights a week": after a count, a noun or a price, not after a preposition. */
function isRateHere({ words, isBeside }: ReadText, first: number): boolean {
  const before = words[first - 1];
  if (isBeside(before?.lower ?? "", "way") || (before?.lower === "hours" && words[first - 2]?.value === 24)) return false;
  if (words[first]?.lower === "per") return true;
  if (!before || (before.gap === "none" && before.kind === "dash")) return false;
  if (BEFORE_LENGTHS.has(before.lower) || before.kind === "comma" || before.kind === "dash" || before.kind === "open") return false;
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const word = words[i];
    if (!word || word.kind === "comma") break;
    if (
      word.kind === "num" ||
      word.kind === "nw" ||
      word.kind === "dd" ||
      word.kind === "n2" ||
      /^\d/.test(word.lower) ||
      word.lower === "times"
    )
      return true;
  }
  return false;
}

function recurrence(words: readonly Word[]): Said | null {
  const weekday = findKind(words, "wday", "wdays");
  const part = findKind(words, "midpart", "night", "midparts", "nights");
  const time = part ? `T${DAY_PARTS.get(part.lower) ?? "NI"}` : "";
  const month = findKind(words, "mname");
  const season = findKind(words, "seasonname");
  const set = (value: string): Said => ({ kind: "set", value, freq: null, mod: readEdge(words) });
  if (weekday) return set(`XXXX-WXX-${weekday.value}${time}`);
  if (month) return set(`XXXX-${String(month.value).padStart(2, "0")}`);
  if (season) return set(`XXXX-${SEASONS.get(season.lower) ?? "SU"}`);
  if (part) return set(`XXXX-XX-XX${time}`);
  const unit = readUnit(words);
  if (!unit) return null;
  const count = findKind(words, "dd", "nw")?.value ?? (hasWord(words, "other") ? 2 : 1);
  return set(durationValue(count, unit));
}

const BEFORE_A_SECOND = new Set(["for", "in", "within", "than", "half", "every"]);
