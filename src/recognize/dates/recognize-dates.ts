import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { IsoDate } from "../../model/calendar.js";
import type { DateMention } from "../../model/mention.js";
import type { Recognizer, RecognizerInput } from "../recognizer.js";
import { createTenseWords } from "../tense/tense-words.js";
import { dayNumber, dayOfIso, isoOfDay } from "./civil-day.js";
import { BREAK } from "./compile-pattern.js";
import { coverIsoDays } from "./cover-days.js";
import { findAnchor } from "./find-anchor.js";
import { compileRules, type FoundDate } from "./find-dates.js";
import { createHolidayCalendar } from "./holidays.js";
import { markHabits } from "./mark-habits.js";
import { nameQuarters } from "./name-quarters.js";
import { isNarrative } from "./is-narrative.js";
import { readWords, type IsBeside, type ReadText } from "./read-words.js";
import { referenceOf, type Anchor, type Reference, type Resolved, type ResolveContext } from "./resolve-context.js";
import { resolve } from "./resolve.js";
import { DATE_RULES } from "./rules/date-rules.js";
import { borrowDays } from "./borrow-days.js";
import { markOpeningHours } from "./mark-opening-hours.js";
import { sieveWords } from "./sieve-words.js";
import type { SaidCalendar } from "./said.js";
import { shareParts } from "./share-parts.js";
import { weighDirection } from "./weigh-direction.js";
import { createConfidence, dateFeatures, type DateFeature, type WeighConfidence } from "./weigh-confidence.js";
import { writesMonthFirst } from "./writes-month-first.js";

/** A date and the features that its confidence is weighed by. */
export interface ExplainedDate {
  readonly mention: DateMention;
  readonly features: readonly DateFeature[];
}

/** What the date rules make of an article. */
export interface DateReader {
  /** As `recognize`, with what the confidence of each date rests on. */
  readonly explain: (input: RecognizerInput) => readonly ExplainedDate[];
  /** Its dates, times, durations and recurring times, resolved. */
  readonly recognize: Recognizer<DateMention>;
  /** The day of its own dateline, of a line of publication or of the address of a saved page; null without one. */
  readonly publicationDay: (input: RecognizerInput) => IsoDate | null;
}

/** The dateline is looked for in the sentences that begin within so many UTF-16 units. */
const HEAD = 700;

/**
 * Compiles the date rules. The recognizer finds what the text says, then resolves it against the anchor of the article
 * and the dates that the narrative named before. Two passes and linear in the length of the text.
 */
export function createDateReader(lexicons: Lexicons): DateReader {
  const holidays = createHolidayCalendar(lexicons);
  const monthFirst = writesMonthFirst(lexicons);
  const rules = compileRules(DATE_RULES);
  const feasts = [...monthPhrases(lexicons), ...holidayPhrases(holidays.names)];
  const words = {
    matchHoliday: compilePhrases(feasts),
    mayBeginHoliday: sieveWords(feasts.map(([[first = ""]]) => first)),
    tenseWords: createTenseWords(lexicons),
    isBeside: readCompany(lexicons),
    datedThings: new Set((lexicons.get("dated-things") ?? []).map(({ word = "" }) => word)),
  };
  const weigh = createConfidence(lexicons.get("date-confidence") ?? []);
  const explain: DateReader["explain"] = (input) => {
    const read = readWords(input.analyzed, rules, words);
    const found = markOpeningHours(read, borrowDays(read, nameQuarters(read, markHabits(read, shareParts(read, rules.find(read))))));
    if (found.length === 0) return [];
    const anchor = findAnchor(input.article, read, found);
    const isOpen = found.some(({ said }) => said.kind === "calendar" && said.eitherOrder === true);
    const fixed = { anchor, narrative: isNarrative(found, anchor), monthFirst: isOpen && monthFirst(input.article, read.text) };
    return resolveAll(read, found, fixed, (said, context) => resolve(said, context, holidays), weigh);
  };
  return {
    explain,
    recognize: (input) => explain(input).map(({ mention }) => mention),
    publicationDay: ({ analyzed, article }) => {
      const sentences = analyzed.sentences.filter(({ start }) => start < HEAD);
      const tokens = analyzed.tokens.slice(0, (sentences.at(-1)?.last ?? -1) + 1);
      const text = analyzed.text.slice(0, sentences.at(-1)?.end ?? 0);
      const read = readWords({ text, sentences, tokens }, rules, words);
      const anchor = findAnchor(article, read, rules.find(read));
      return anchor?.source === "dateline" ? isoOfDay(anchor.day) : null;
    },
  };
}

/** The recognizer alone. */
export const createDateRecognizer = (lexicons: Lexicons): Recognizer<DateMention> => createDateReader(lexicons).recognize;

type Fixed = Pick<ResolveContext, "anchor" | "narrative" | "monthFirst">;

function resolveAll(
  read: ReadText,
  found: readonly FoundDate[],
  fixed: Fixed,
  settle: (said: FoundDate["said"], context: ResolveContext) => Resolved | null,
  weigh: WeighConfidence,
): readonly ExplainedDate[] {
  const dates: ExplainedDate[] = [];
  let day: Reference | null = null;
  let date: Reference | null = null;
  let dateAt = 0;
  let told: Reference | null = null;
  let earlier: Reference | null = null;
  let period: Reference | null = null;
  let section: number | null = null;
  const ahead = daysAhead(found);
  for (const [i, { first, last, said, rule }] of found.entries()) {
    const head = read.words[first];
    const tail = read.words[last];
    if (!head || !tail) continue;
    // Fields one by one: the engine copies objects by spreading ten times slower.
    const context: ResolveContext = {
      anchor: fixed.anchor,
      narrative: fixed.narrative,
      monthFirst: fixed.monthFirst,
      day,
      date,
      sinceDate: i - dateAt,
      told,
      earlier,
      ahead: ahead[i] ?? null,
      period,
      section,
      direction: looksAround(said) ? weighDirection(read, first, last) : "unknown",
      compared: said.kind === "shift" ? comparesPeriods(read, found, i) : null,
    };
    const resolution = settle(said, context);
    if (!resolution) continue;
    if (said.kind === "calendar" && said.year !== undefined && isHeading(read, first, last, said)) section = said.year;
    const reference = resolution.type === "DATE" || resolution.type === "TIME" ? referenceOf(resolution) : null;
    if (reference) {
      // "In 1940" after "June 1940" tells nothing new of where the story stands.
      if (reference.last - reference.first < 4000) told = reference;
      const holds = date && reference.first <= date.first && date.last <= reference.last;
      if (!holds && reference.last - reference.first < 400 && !isAside(reference, date) && !isComparison(said)) {
        if (date && date.value !== reference.value) earlier = date;
        date = reference;
        dateAt = i;
      }
      if (reference.first === reference.last) day = reference;
      if (
        said.kind === "calendar" &&
        (said.quarter !== undefined || (said.around === "quarter" && !period)) &&
        isReported(reference, period, fixed.anchor)
      )
        period = reference;
    }
    if (said.kind === "calendar" && said.weekday !== undefined) turnRange(dates, read, found, i, resolution);
    const features = dateFeatures(found[i] as FoundDate, resolution, context);
    const days = resolution.type === "DATE" || resolution.type === "TIME" ? coverIsoDays(resolution.value) : NO_DAYS;
    const mention: DateMention = {
      kind: "date",
      start: head.start,
      end: tail.end,
      text: read.text.slice(head.start, tail.end),
      by: rule,
      confidence: weigh(features),
      type: resolution.type,
      value: resolution.value,
      mod: resolution.mod,
      freq: resolution.freq,
      anchored: resolution.anchored,
      anchor: resolution.anchor,
      from: days.from,
      to: days.to,
      tense: context.direction === "unknown" ? null : context.direction,
    };
    dates.push({ mention, features });
  }
  return dates;
}

/** A year that a line begins with, alone or before a colon: "2007: The surge". */
function isHeading({ words, codes }: ReadText, first: number, last: number, { month, season, quarter }: SaidCalendar): boolean {
  if (month !== undefined || season !== undefined || quarter !== undefined) return false;
  const [next, at] = [words[last + 1], codes[last + 1]];
  return (first === 0 || codes[first - 1] === BREAK) && (next === undefined || at === BREAK || next.lower === ":");
}

const NO_DAYS = { from: null, to: null };

/** "from Monday to Friday" of the week past: where the end comes out before the start, the start moves back a week. */
function turnRange(dates: ExplainedDate[], { words }: ReadText, found: readonly FoundDate[], i: number, end: Resolved): void {
  const [start, joint] = [found[i - 1], words[(found[i]?.first ?? 0) - 1]?.lower];
  const [explained] = dates.slice(-1);
  const before = explained?.mention;
  if (
    !start ||
    !explained ||
    !before ||
    start.said.kind !== "calendar" ||
    start.said.weekday === undefined ||
    start.said.month !== undefined
  )
    return;
  if (
    start.last !== (found[i]?.first ?? 0) - 2 ||
    (joint !== "to" && joint !== "through" && joint !== "until" && joint !== "-" && joint !== "–")
  )
    return;
  if (!before.from || !/^\d{4}-\d{2}-\d{2}/.test(end.value) || before.from <= end.value.slice(0, 10)) return;
  const moved = isoOfDay(dayOfIso(before.from) - 7);
  if (moved)
    dates[dates.length - 1] = { ...explained, mention: { ...before, value: moved + before.value.slice(10), from: moved, to: moved } };
}

/**
 * The quarter that figures are reported for: the latest one named that is over, or the first that has begun; forecasts and
 * comparisons are none.
 */
const isReported = (quarter: Reference, period: Reference | null, anchor: Anchor | null): boolean =>
  !(period && quarter.last < period.first) && !(anchor && (period ? quarter.last : quarter.first) > anchor.day);

/** A bare year far from where the story stands is a glance aside: a law of 1813, a study of 2005. */
const isAside = (reference: Reference, date: Reference | null): boolean =>
  date !== null && reference.last - reference.first > 300 && Math.abs(reference.first - date.first) > 1100;

/** "Repeating its success of the previous year" looks back and goes on from where the story stands. */
const isComparison = (said: FoundDate["said"]): boolean => said.kind === "unit" && said.unit === "year" && said.relation === "previous";

/** For each expression the first day of the next date after it that names its year and month. */
function daysAhead(found: readonly FoundDate[]): readonly (number | null)[] {
  const days: (number | null)[] = [];
  let next: number | null = null;
  for (let i = found.length - 1; i >= 0; i--) {
    days[i] = next;
    const said = found[i]?.said;
    if (said?.kind === "calendar" && said.year !== undefined && said.month !== undefined)
      next = dayNumber(said.year, said.month, said.day ?? 1);
  }
  return days;
}

/** What is said in full, and what says itself which way it looks, needs no clause. */
const looksAround = (said: FoundDate["said"]): boolean =>
  said.kind === "shift"
    ? said.count === null
    : said.kind === "unit"
      ? said.unit === "weekend"
      : said.kind === "calendar" && said.year === undefined && said.deictic === undefined && !said.within;

/**
 * "A year ago" means the reported quarter a year away beside an amount that is compared, or in a sentence that names a quarter; in one
 * that counts months ("in the latest nine months") it means the year. Null elsewhere.
 */
function comparesPeriods(read: ReadText, found: readonly FoundDate[], at: number): ResolveContext["compared"] {
  const first = found[at]?.first ?? 0;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const { said, last } = found[i] as FoundDate;
    if (!isOneSentence(read, last, first)) break;
    if (said.kind === "period" || (said.kind === "calendar" && (said.quarter !== undefined || said.around === "quarter"))) return "quarter";
    if (said.kind === "duration" && /^P(?:\dM|1Y)$/.test(said.value)) return "year";
    if (said.kind === "unit" && said.unit === "year" && said.relation === "the") return "year";
  }
  return isCompared(read, first) ? "quarter" : null;
}

/** No full stop between two words; a dot within a number or after an initial is no word of its own here. */
function isOneSentence({ words, codes }: ReadText, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (codes[i] === BREAK || words[i]?.lower === "." || words[i]?.lower === ";") return false;
  return true;
}

/** An amount stands before and words of comparison before that: "compared with $1.4 billion", "from 8 cents a share". */
function isCompared({ words, codes }: ReadText, first: number): boolean {
  let amount = false;
  for (let i = first - 1; i >= Math.max(0, first - 16); i--) {
    if (codes[i] === BREAK) return false;
    const { lower } = words[i] ?? { lower: "" };
    if (
      lower === "$" ||
      lower === "million" ||
      lower === "billion" ||
      lower === "cents" ||
      lower === "share" ||
      lower === "%" ||
      lower === "percent" ||
      /^\d/.test(lower)
    )
      amount = true;
    if (
      amount &&
      (lower === "from" ||
        lower === "with" ||
        lower === "than" ||
        lower === "to" ||
        lower === "versus" ||
        lower === "against" ||
        lower === "of")
    )
      return true;
  }
  return false;
}

/** The names of Islamic and Persian months, which feasts of the same name outrank ("Ramadan"). */
function* monthPhrases(lexicons: Lexicons): Iterable<readonly [readonly string[], string]> {
  const names = new Map(
    (lexicons.get("calendar-months") ?? []).map(
      ({ name = "", calendar = "", month = "" }) => [name.toLowerCase(), `month:${calendar}:${month}`] as const,
    ),
  );
  yield* holidayPhrases(names);
}

/** The names of feasts as the reader cuts them, with either apostrophe. */
function* holidayPhrases(names: ReadonlyMap<string, string>): Iterable<readonly [readonly string[], string]> {
  for (const [name, rule] of names) {
    for (const spelled of new Set([name, name.replaceAll("'", "’")])) yield [spelled.match(/['’]s(?![a-z])|[\p{L}\d]+|\S/gu) ?? [], rule];
  }
}

function readCompany(lexicons: Lexicons): IsBeside {
  const senses = new Map<string, Set<string>>();
  for (const { word = "", sense = "" } of lexicons.get("date-company") ?? []) senses.set(word, (senses.get(word) ?? new Set()).add(sense));
  return (word, sense) => senses.get(word)?.has(sense) === true;
}
