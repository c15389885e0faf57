import { BREAK } from "./compile-pattern.js";
import type { FoundDate } from "./find-dates.js";
import { readRank, readUnit } from "./read-fields.js";
import { durationValue } from "./read-quantity.js";
import type { ReadText } from "./read-words.js";
import type { SaidCalendar } from "./said.js";

const RULE = "shared-parts";
const JOINTS = new Set(["to", "and", "through", "until", "or", "till"]);
const AFTER_A_DAY = new Set([
  "in",
  "at",
  "for",
  "of",
  "with",
  "when",
  "where",
  "as",
  "but",
  "on",
  "were",
  "was",
  "by",
  "to",
  "and",
  "or",
  "the",
  "during",
  "after",
  "that",
  "which",
  "from",
  "had",
  "is",
  "are",
  "will",
  "would",
]);

/**
 * Ends of a range or list share what only one of them names:
 *
 *   June 3–5, 2024       3 June 2024 and 5 June 2024
 *   between 3 and 5 June
 *   May to July 1998     May 1998
 *   the spring and summer of 1979
 *   264 to 241 BC
 *   two to six days      two days
 *   the first and third quarters of 1979
 */
export function shareParts(read: ReadText, found: readonly FoundDate[]): readonly FoundDate[] {
  const taken = new Set<number>();
  for (const { first, last } of found) for (let i = first; i <= last; i++) taken.add(i);
  const out: FoundDate[] = [];
  const dropped = new Set<FoundDate>();
  for (const [i, date] of found.entries()) {
    const { said } = date;
    if (said.kind === "duration") out.push(...shorterLength(read, date, taken));
    if (said.kind !== "calendar" || dropped.has(date)) {
      if (!dropped.has(date)) out.push(date);
      continue;
    }
    if (said.bc) out.push(...earlierYear(read, date, said, taken));
    if (said.month !== undefined && said.day !== undefined) {
      out.push(...daysBefore(read, date, said, taken));
      const tail = daysAfter(read, date, said, taken, found[i + 1]);
      if (tail.replaced) dropped.add(tail.replaced);
      out.push(
        { ...date, said: tail.year === null ? shareYear(read, date, said, found[i + 1]) : { ...said, year: tail.year } },
        ...tail.days,
      );
    } else if (said.quarter !== undefined) out.push(...quartersBefore(read, date, said, taken), date);
    else if (said.season !== undefined) out.push({ ...date, said: shareSeasonYear(read, date, said, found[i + 1]) });
    else out.push(said.month === undefined ? date : { ...date, said: shareYear(read, date, said, found[i + 1]) });
  }
  return out.sort((a, b) => a.first - b.first);
}

const isDay = (read: ReadText, at: number): boolean => {
  const word = read.words[at];
  return word !== undefined && (word.kind === "dd" || word.kind === "d0" || word.kind === "od") && word.value >= 1 && word.value <= 31;
};

const isJoint = (read: ReadText, at: number): boolean => {
  const word = read.words[at];
  return word !== undefined && (word.kind === "hy" || word.kind === "dash" || isGluedSlash(read, at) || JOINTS.has(word.lower));
};

/** "June 14/15". */
const isGluedSlash = ({ words }: ReadText, at: number): boolean =>
  words[at]?.kind === "slash" && words[at]?.gap === "none" && words[at + 1]?.gap === "none";

/** "June 3–5, 2024", "May 4, 5 and 6". */
function daysAfter(
  read: ReadText,
  date: FoundDate,
  said: SaidCalendar,
  taken: ReadonlySet<number>,
  next: FoundDate | undefined,
): { readonly days: readonly FoundDate[]; readonly year: number | null; readonly replaced: FoundDate | null } {
  const { words, codes } = read;
  const days: { first: number; last: number; day: number }[] = [];
  let at = date.last + 1;
  for (;;) {
    const joint = isJoint(read, at) ? 1 : words[at]?.kind === "comma" ? (isJoint(read, at + 1) ? 2 : 1) : 0;
    const start = at + joint;
    if (joint === 0 || !isDay(read, start) || taken.has(start) || words[start + 1]?.kind === "mname") break;
    const glued = words[at]?.kind === "hy" || words[at]?.kind === "slash";
    const after = words[start + 1];
    const ends =
      after === undefined ||
      codes[start + 1] === BREAK ||
      after.kind === "comma" ||
      after.kind === "stop" ||
      after.kind === "shut" ||
      after.kind === "dash" ||
      after.kind === "quote" ||
      AFTER_A_DAY.has(after.lower) ||
      after.kind === "year4";
    // In a list only the last day may stand before other words: "May 4, 5 people died" is one day.
    if (!glued && (!ends || (words[at]?.kind === "comma" && joint === 1 && !leadsOn(read, start + 1)))) break;
    days.push({ first: start, last: start, day: words[start]?.value ?? 0 });
    at = start + 1;
  }
  const last = days.at(-1);
  if (!last || said.year !== undefined) return { days: days.map((d) => piece(d, said)), year: null, replaced: null };
  const yearAt = words[last.last + 1]?.kind === "comma" ? last.last + 2 : last.last + 1;
  const year = words[yearAt]?.kind === "year4" ? (words[yearAt]?.value ?? null) : null;
  if (year !== null) last.last = yearAt;
  const replaced = year !== null && next && next.first >= yearAt && next.last <= yearAt ? next : null;
  return { days: days.map((d) => piece(d, year === null ? said : { ...said, year })), year, replaced };
}

const leadsOn = (read: ReadText, at: number): boolean =>
  (read.words[at]?.kind === "comma" || isJoint(read, at)) && (isDay(read, at + 1) || (isJoint(read, at + 1) && isDay(read, at + 2)));

/** "between 3 and 5 June", "13-15 May 1998", "5, 6 and 8 June". */
function daysBefore(read: ReadText, date: FoundDate, said: SaidCalendar, taken: ReadonlySet<number>): readonly FoundDate[] {
  const { words } = read;
  const days: FoundDate[] = [];
  if (!isDay(read, date.first)) return days;
  let at = date.first - 1;
  while (
    (isJoint(read, at) || (days.length > 0 && words[at]?.kind === "comma")) &&
    isDay(read, at - 1) &&
    !taken.has(at - 1) &&
    words[at - 2]?.kind !== "mname" &&
    !/^[$€£#%.:/]$/.test(words[at - 2]?.lower ?? "")
  ) {
    days.unshift(piece({ first: at - 1, last: at - 1, day: words[at - 1]?.value ?? 0 }, said));
    at -= 2;
  }
  return days;
}

/** "two to six days", "ten or fifteen years", "between 60 and 90 days": the first number is a length of its own. */
function shorterLength({ words }: ReadText, { first, last, rule }: FoundDate, taken: ReadonlySet<number>): readonly FoundDate[] {
  const [joint, count] = [words[first - 1]?.lower ?? "", words[first - 2]];
  const unit = readUnit(words.slice(first, last + 1));
  if (
    rule !== "length" ||
    !unit ||
    !count ||
    taken.has(first - 2) ||
    !COUNTS.has(count.kind ?? "") ||
    !COUNTS.has(words[first]?.kind ?? "")
  )
    return [];
  if (joint !== "to" && joint !== "or" && !(joint === "and" && words[first - 3]?.lower === "between")) return [];
  if (!(count.value < (words[first]?.value ?? 0)) || /^[$€£#]$/.test(words[first - 3]?.lower ?? "")) return [];
  return [
    { first: first - 2, last: first - 2, said: { kind: "duration", value: durationValue(count.value, unit), mod: null }, rule: RULE },
  ];
}

const COUNTS = new Set(["dd", "d0", "n2", "num", "nw"]);

/** "the second, third and fourth quarters": each rank before the last is a quarter of its own. */
function quartersBefore(read: ReadText, date: FoundDate, said: SaidCalendar, taken: ReadonlySet<number>): readonly FoundDate[] {
  if (date.rule !== "quarters-joined") return [];
  const { words } = read;
  const quarters: FoundDate[] = [];
  for (let at = date.first - 2; !taken.has(at) && (isJoint(read, at + 1) || words[at + 1]?.kind === "comma"); at -= 2) {
    const word = words[at];
    const quarter = word ? readRank([word], 4) : 0;
    if (!(quarter >= 1 && quarter <= 4)) break;
    const first = words[at - 1]?.lower === "the" ? at - 1 : at;
    quarters.unshift({ first, last: at, said: { ...said, quarter }, rule: RULE });
  }
  return quarters;
}

/** "264 to 241 BC". */
function earlierYear(read: ReadText, date: FoundDate, said: SaidCalendar, taken: ReadonlySet<number>): readonly FoundDate[] {
  const at = date.first - 2;
  const word = read.words[at];
  if (!word || !isJoint(read, date.first - 1) || taken.has(at) || !(word.value > (said.year ?? 0))) return [];
  return [{ first: at, last: at, said: { kind: "calendar", year: word.value, bc: true, mod: null }, rule: RULE }];
}

/** "May to July 1998", "July 1 to July 3, 1863", "March 19-April 30, 2003". */
function shareYear(read: ReadText, date: FoundDate, said: SaidCalendar, next: FoundDate | undefined): SaidCalendar {
  if (said.year !== undefined || said.within !== undefined || said.relation !== undefined || next?.said.kind !== "calendar") return said;
  const to = next.said;
  if (to.year === undefined || to.month === undefined || said.month === undefined || next.first - date.last !== 2) return said;
  if (!isJoint(read, date.last + 1) || (said.day === undefined) !== (to.day === undefined)) return said;
  return { ...said, year: said.month <= to.month ? to.year : to.year - 1 };
}

/** "the spring and summer of 1979", "autumn or early winter 2003". */
function shareSeasonYear(read: ReadText, date: FoundDate, said: SaidCalendar, next: FoundDate | undefined): SaidCalendar {
  const free = said.year === undefined && said.within === undefined && (said.relation === undefined || said.relation === "the");
  if (!free || next?.said.kind !== "calendar") return said;
  const { season, year } = next.said;
  if (season === undefined || year === undefined || next.first !== date.last + 2 || !isJoint(read, date.last + 1)) return said;
  return { ...said, year };
}

/** One day of a range with the month and year of its neighbor. */
function piece({ first, last, day }: { first: number; last: number; day: number }, { month, year }: SaidCalendar): FoundDate {
  const said: SaidCalendar = {
    kind: "calendar",
    day,
    mod: null,
    ...(month !== undefined && { month }),
    ...(year !== undefined && { year }),
  };
  return { first, last, said, rule: RULE };
}
