import type { DateRule } from "../date-rule.js";
import { BEFORE_LENGTHS, isRateHere } from "../is-rate-here.js";
import { readBound } from "../read-bound.js";
import { durationValue, readQuantity } from "../read-quantity.js";
import { findKind, hasWord, readUnit } from "../read-fields.js";
import type { Said } from "../said.js";
import type { ReadText, Word } from "../read-words.js";

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

/** Lengths of time. */
export const LENGTH_RULES: readonly DateRule[] = [
  {
    name: "past-length",
    pattern:
      "(at least|approx)? (the |these |this )?(last|past|next|ow|final|previous|coming|preceding|following|latest" +
      "|remaining|early|opening|closing) quantity " +
      "(more |full |additional |straight |consecutive |trading |business |calendar |fiscal )?unit (or so)?" +
      "|(the )?count (last|past|previous|preceding|following|coming) plural" +
      "|(the )?year hy (ago|earlier) quantity plural",
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
      "(atleast|approx)? (the |these |those |another |an additional )?(dd hy dd|nw hy nw|quantity) " +
      "(more |additional |consecutive |straight |full |whole |single |solid |long |other |trading |business |working " +
      "|extra |calendar |fiscal )?(unit) (or nw (?!hy|unit|od|num|dd))? (?!ago|old|hy old|hy ago|hy earlier)",
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
      "(atleast|approx)? (count|vague) hy singular (hy long)?(?!hy old|hy ago|hy earlier)" +
      "|(days|weeks|months|years|decades|centuries|hours|day|week|month|year|hour) hy long|single hy day",
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

const BEFORE_A_SECOND = new Set(["for", "in", "within", "than", "half", "every"]);
