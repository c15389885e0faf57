import type { TimexAnchor } from "../../model/calendar.js";
import { daysInMonth, isoDate } from "../../text/iso-date.js";
import { civilOf, dayNumber, dayOfIso, isoOfDay, isoWeekOf, pad, weekdayOf } from "./civil-day.js";
import { coverDays } from "./cover-days.js";
import type { HolidayCalendar } from "./holidays.js";
import type { SaidCalendar, Season } from "./said.js";
import { mondayOfValue, resolveUnit, seasonOfDay, SEASON_ORDER, stepUnit } from "./resolve-unit.js";
import { resolved, unanchored, type Reference, type Resolved, type ResolveContext } from "./resolve-context.js";

/** A date without its time of day. */
interface Placed {
  readonly value: string;
  readonly anchor: TimexAnchor;
  readonly anchored: boolean;
}

/** Resolves what the text says of a calendar date. Null for days that no calendar has. */
export function resolveCalendar(said: SaidCalendar, context: ResolveContext, holidays: HolidayCalendar): Resolved | null {
  const timed = said.part !== undefined || said.clock !== undefined;
  const placed = placeDate(said, context, holidays, timed);
  if (placed === null) return null;
  let { value } = placed;
  if (said.daysOff !== undefined) {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? isoOfDay(dayOfIso(value) + said.daysOff) : null;
    return day === null ? null : resolved("DATE", day, placed.anchor, said.mod);
  }
  if (said.eve && /^\d{4}-\d{2}-\d{2}$/.test(value)) value = isoOfDay(dayOfIso(value) - 1) ?? value;
  if (said.week !== undefined) {
    const week = weekWithin(value, said.week);
    return week === null ? null : resolved("DATE", week, placed.anchor, said.mod);
  }
  if (said.around !== undefined) {
    const unit = unitAround(value, said.around);
    return unit === null ? null : resolved("DATE", unit, placed.anchor, said.mod);
  }
  if (timed && said.clock?.hour === 24 && (said.clock.minute ?? 0) === 0 && said.clock.zone === null) value += "T24:00";
  else if (said.clock) value += `T${clockText(said.clock)}`;
  else if (said.part) value += `T${said.part}`;
  const make = placed.anchored
    ? resolved(timed ? "TIME" : "DATE", value, placed.anchor, said.mod)
    : unanchored(timed ? "TIME" : "DATE", value, said.mod);
  return make;
}

function clockText({ hour, minute, second, zone }: NonNullable<SaidCalendar["clock"]>): string {
  return `${pad(hour)}:${pad(minute ?? 0)}${second === null ? "" : `:${pad(second)}`}${zone ?? ""}`;
}

function placeDate(said: SaidCalendar, context: ResolveContext, holidays: HolidayCalendar, timed: boolean): Placed | null {
  const { year, month, day } = said;
  if (year !== undefined) {
    const swap =
      said.eitherOrder === true && month !== undefined && day !== undefined && (context.monthFirst || isTooLate(year, month, day, context));
    return placeInYear(swap ? { ...said, month: day, day: month } : said, year, "text", holidays);
  }
  if (said.deictic !== undefined) return placeDeictic(said.deictic, context);
  if (said.within) return placeWithin(said, context, holidays);
  if (said.holiday !== undefined) return placeHoliday(said, said.holiday, context, holidays);
  if (month !== undefined && day !== undefined) return placeMonthDay(month, day, context, said);
  if (month !== undefined) return placeMonth(month, said, context);
  if (said.season !== undefined) return placeSeason(said.season, said, context);
  if (said.quarter !== undefined && said.habitual === true) return open(`XXXX-Q${said.quarter}`);
  if (said.quarter !== undefined) return placePart(`Q${said.quarter}`, said.quarter, 3, said, context);
  if (said.half !== undefined) return placePart(`H${said.half}`, said.half, 6, said, context);
  if (said.weekday !== undefined) return placeWeekday(said.weekday, said, context);
  if (day !== undefined) return placeDayOfMonth(day, context);
  return timed ? placeTime(said, context) : null;
}

/** 7/8/07 of a story published on 9 July 2007 is the day before, not one a month ahead. */
function isTooLate(year: number, month: number, day: number, { anchor, direction }: ResolveContext): boolean {
  if (!anchor || direction === "future") return false;
  return dayNumber(year, month, day) > anchor.day + 1 && dayNumber(year, day, month) <= anchor.day && day <= 12;
}

const told = (value: string | null, anchor: TimexAnchor): Placed | null => (value === null ? null : { value, anchor, anchored: true });
const open = (value: string): Placed => ({ value, anchor: "none", anchored: false });

/** Everything is said but for what the year implies. */
function placeInYear(said: SaidCalendar, year: number, anchor: TimexAnchor, holidays: HolidayCalendar): Placed | null {
  if (said.bc) return { value: `BC${pad(year, 4)}`, anchor, anchored: true };
  const y = pad(year, 4);
  if (said.foreign !== undefined) {
    const day = holidays.dayOfForeign(said.foreign, year, said.month ?? 1, said.day ?? 1);
    return day === null ? null : told(isoOfDay(day), anchor);
  }
  if (said.holiday !== undefined) {
    const [day, other] = holidays.daysOf(said.holiday, year);
    // "Eid 2024" may be either of two feasts.
    if (day === undefined) return null;
    return told(other === undefined ? feastValue(said, said.holiday, day, holidays) : y, anchor);
  }
  if (said.month !== undefined)
    return told(said.day === undefined ? `${y}-${pad(said.month)}` : isoDate(year, said.month, said.day), anchor);
  if (said.quarter !== undefined) return told(`${y}-Q${said.quarter}`, anchor);
  if (said.half !== undefined) return told(`${y}-H${said.half}`, anchor);
  if (said.season !== undefined) return told(`${y}-${said.season}`, anchor);
  return told(y, anchor);
}

function placeDeictic(steps: number, { anchor, narrative, date }: ResolveContext): Placed {
  if (narrative && steps === 0 && date) return { value: "PRESENT_REF", anchor: "none", anchored: false };
  if (!anchor) return open(steps < 0 ? "PAST_REF" : steps > 0 ? "FUTURE_REF" : "PRESENT_REF");
  return told(isoOfDay(anchor.day + steps), anchor.source) ?? open("PRESENT_REF");
}

/** "June last year", "the third quarter of this year", "Monday of next week", "the 12th of this month". */
function placeWithin(said: SaidCalendar, context: ResolveContext, holidays: HolidayCalendar): Placed | null {
  if (!said.within) return null;
  const unit = resolveUnit(said.within, context);
  if (!unit.anchored) return open(said.month === undefined ? unit.value : openMonth(said.month, said.day));
  const span = coverDays(unit.value);
  if (!span) return open(unit.value);
  if (said.within.unit === "year") return placeInYear(said, civilOf(span.first).year, unit.anchor, holidays);
  const monday = mondayOfValue(unit.value);
  if (said.weekday !== undefined && monday !== null) return told(isoOfDay(monday + said.weekday - 1), unit.anchor);
  if (said.day !== undefined && said.within.unit === "month") {
    const { year, month } = civilOf(span.first);
    return told(isoDate(year, month, said.day), unit.anchor);
  }
  return { value: unit.value, anchor: unit.anchor, anchored: true };
}

const openMonth = (month: number, day?: number): string => (day === undefined ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}`);

/** What dates without a year are counted from: the story's last date in narratives and texts of no known day, else the day of publication. */
function baseOf({ anchor, narrative, date }: ResolveContext): { day: number; source: TimexAnchor } | null {
  if (date && (narrative || !anchor)) return { day: date.first, source: "narrative" };
  return anchor && { day: anchor.day, source: anchor.source };
}

/**
 * In a story the day that fits best between what was told and what is told next: going on costs its distance, going
 * back twice as much, and no neighbor counts for more than about a year, since stories glance aside.
 */
function pickInStory(candidates: readonly number[], date: Reference, { earlier, ahead, section }: ResolveContext): number {
  const toward = (days: number): number => Math.min(days >= 0 ? days : -2 * days, 450);
  const since = (day: number, told: Reference): number => (day >= told.first && day <= told.last ? 0 : toward(day - told.first));
  const cost = (day: number): number =>
    since(day, date) + (earlier ? 0.5 * since(day, earlier) : 0) + (ahead === null ? 0 : toward(ahead - day));
  const inSection = candidates.filter((day) => civilOf(day).year === yearOfSection(date, section));
  const likely = inSection.length > 0 ? inSection : candidates;
  return likely.reduce((best, day) => (cost(day) < cost(best) ? day : best), likely[0] ?? date.first);
}

/** The year of the section, while the story stands near it; null elsewhere. */
function yearOfSection(date: Reference, section: number | null): number | null {
  return section !== null && Math.abs(civilOf(date.first).year - section) <= 1 ? section : null;
}

/** The years that a date without one may lie in. */
function* yearsAround(base: number, { narrative, earlier, ahead }: ResolveContext): Iterable<number> {
  const years = new Set([civilOf(base).year]);
  if (narrative && earlier) years.add(civilOf(earlier.first).year);
  if (narrative && ahead !== null) years.add(civilOf(ahead).year);
  for (const year of [...years]) for (const near of [year - 1, year, year + 1]) years.add(near);
  yield* [...years].sort((a, b) => a - b);
}

/** "Storm Vera struck in September 1959. It formed on 20 September": a day within the month told last, however long ago; null for any other. */
function dayInMonthTold(
  month: number,
  day: number,
  base: number,
  { date, sinceDate, anchor, narrative, direction }: ResolveContext,
): number | null {
  if (
    !date?.full ||
    sinceDate > 2 ||
    !anchor ||
    narrative ||
    direction === "future" ||
    date.last - date.first > 31 ||
    Math.abs(date.first - base) <= 366
  )
    return null;
  // "Aug. 2" in the middle of August is this year's, whatever August the text told of before.
  const here = dayNumber(civilOf(base).year, month, day);
  if (here <= base && base - here <= 31) return null;
  const said = dayNumber(civilOf(date.first).year, month, day);
  return date.first <= said && said <= date.last ? said : null;
}

/** Picks among candidates by the way the clause looks; in a narrative the story goes on rather than back. */
function pickNearest(candidates: readonly number[], base: number, context: ResolveContext, tolerance: number): number {
  const past = candidates.filter((day) => day <= base);
  const future = candidates.filter((day) => day >= base);
  const nearestPast = past.length > 0 ? Math.max(...past) : Math.min(...candidates);
  const nearestFuture = future.length > 0 ? Math.min(...future) : Math.max(...candidates);
  const { date, anchor } = context;
  if (date && (context.narrative || !anchor)) return pickInStory(candidates, date, context);
  const ahead = nearestFuture - base;
  const behind = base - nearestPast;
  // What is told as past is never after the day of publication.
  if (context.direction === "past") return nearestPast;
  // A festival that "is to run from January 23" may have begun.
  if (context.direction === "future") return behind <= 30 && ahead > 330 ? nearestPast : nearestFuture;
  return ahead <= tolerance && ahead < behind ? nearestFuture : nearestPast;
}

function placeMonthDay(month: number, day: number, context: ResolveContext, { relation, weekday }: SaidCalendar): Placed | null {
  if (day < 1 || day > (month === 2 ? 29 : daysInMonth(2001, month))) return null;
  const base = baseOf(context);
  if (!base) return open(openMonth(month, day));
  const inMonthTold = dayInMonthTold(month, day, base.day, context);
  if (inMonthTold !== null) return told(isoOfDay(inMonthTold), "narrative");
  const inYears = (years: Iterable<number>): number[] =>
    [...years].filter((y) => day <= daysInMonth(y, month)).map((y) => dayNumber(y, month, day));
  // "Friday, July 15" is in the last year, or the next, whose 15 July is a Friday.
  const { year } = civilOf(base.day);
  const fitting =
    weekday === undefined ? [] : inYears([1, 0, -1, -2, -3, -4, -5].map((n) => year + n)).filter((n) => weekdayOf(n) === weekday);
  const days = fitting.length > 0 ? fitting : inYears(yearsAround(base.day, context));
  if (days.length === 0) return null;
  const direction = relation === "last" ? "past" : relation === "next" || context.direction === "present" ? "future" : context.direction;
  return told(isoOfDay(pickNearest(days, base.day, { ...context, direction }, 120)), base.source);
}

function placeMonth(month: number, said: SaidCalendar, context: ResolveContext): Placed {
  const base = baseOf(context);
  const { relation } = said;
  if (!base) return open(openMonth(month));
  const here = civilOf(base.day);
  if (said.steps !== undefined) {
    const y = here.year + said.steps + (said.steps < 0 && month < here.month ? 1 : 0);
    return { value: `${pad(y, 4)}-${pad(month)}`, anchor: base.source, anchored: true };
  }
  let { year } = here;
  // "late July" on the first of July, told as past, is last year's.
  const notYet = month === here.month && here.day <= 10 && (said.mod === "END" || said.mod === "MID");
  if (relation === undefined && notYet && context.direction === "past" && !context.narrative) year -= 1;
  // On the first of March "last February" is not the month that ended yesterday: that is "last month".
  else if (relation === "last" || relation === "previous") year -= month < here.month - 1 ? 0 : 1;
  else if (relation === "next" || relation === "following") year += month > here.month ? 0 : 1;
  else if (relation === undefined || relation === "the" || relation === "that") {
    const inMonthTold = dayInMonthTold(month, 1, base.day, context);
    if (inMonthTold !== null) return { value: `${pad(civilOf(inMonthTold).year, 4)}-${pad(month)}`, anchor: "narrative", anchored: true };
    const firsts = [...yearsAround(base.day, context)].map((y) => dayNumber(y, month, 1));
    const picked = pickNearest(firsts, dayNumber(year, here.month, 1), context, 100);
    ({ year } = civilOf(picked));
  }
  return { value: `${pad(year, 4)}-${pad(month)}`, anchor: base.source, anchored: true };
}

function placeSeason(season: Season, said: SaidCalendar, context: ResolveContext): Placed {
  const base = baseOf(context);
  if (!base) return open(`XXXX-${season}`);
  const here = seasonOfDay(base.day);
  const at = SEASON_ORDER.indexOf(season);
  const now = SEASON_ORDER.indexOf(here.season);
  let { year } = here;
  const { relation } = said;
  if (said.steps !== undefined) year += said.steps + (said.steps < 0 && at < now ? 1 : 0);
  else if (relation === "last" || relation === "previous") year -= at < now ? 0 : 1;
  else if (relation === "next" || relation === "following") year += at > now ? 0 : 1;
  else if (relation !== "this" && relation !== "current") {
    const headed = context.narrative && context.date ? yearOfSection(context.date, context.section) : null;
    if (headed !== null) year = headed;
    else if (context.narrative && context.date) year += at >= now ? 0 : 1;
    else if (at > now && context.direction !== "future" && at - now > 1) year -= 1;
    else if (at < now && context.direction === "future") year += 1;
  }
  return { value: `${pad(year, 4)}-${season}`, anchor: base.source, anchored: true };
}

/** A quarter or half without its year: the one nearest to the base, a future one only where it is the next. */
function placePart(label: string, number: number, size: number, said: SaidCalendar, context: ResolveContext): Placed {
  const base = baseOf(context);
  if (!base) return open(`XXXX-${label}`);
  const here = civilOf(base.day);
  const now = Math.ceil(here.month / size);
  let { year } = here;
  const { relation } = said;
  if (relation === "last" || relation === "previous") year -= number < now ? 0 : 1;
  else if (relation === "next" || relation === "following") year += number > now ? 0 : 1;
  else if (number > now && context.direction !== "future" && number - now >= 12 / size - 1) year -= 1;
  else if (number < now && context.direction === "future" && now - number >= 12 / size - 1) year += 1;
  return { value: `${pad(year, 4)}-${label}`, anchor: base.source, anchored: true };
}

function placeWeekday(weekday: number, said: SaidCalendar, context: ResolveContext): Placed {
  const { relation } = said;
  const { anchor, day, narrative, direction } = context;
  const fromStory: Reference | null = relation === "following" || relation === "previous" || relation === "that" || narrative ? day : null;
  const base = fromStory
    ? { day: relation === "following" ? fromStory.last : fromStory.first, source: "narrative" as const }
    : anchor && { day: anchor.day, source: anchor.source };
  if (!base) return open(`XXXX-WXX-${weekday}`);
  const back = (((weekdayOf(base.day) - weekday) % 7) + 7) % 7;
  let picked: number;
  if (said.steps !== undefined) picked = base.day - back + 7 * said.steps + (back > 0 && said.steps < 0 ? 7 : 0);
  else if (relation === "last" || relation === "previous") picked = base.day - (back === 0 ? 7 : back);
  else if (relation === "next" || relation === "following") picked = base.day - back + 7;
  else if (relation === "this" || relation === "current") {
    picked = back === 0 ? base.day : direction === "past" ? base.day - back : base.day - back + 7;
  } else if (fromStory) picked = back === 0 ? base.day : back <= 3 && relation !== "that" ? base.day - back : base.day - back + 7;
  // Where no verb says, a weekday that was six days ago is tomorrow far more often (14 to 2 in the corpora of the bench).
  else if (back === 6 && direction !== "past") picked = base.day + 1;
  else if (direction === "future" || direction === "present") picked = back === 0 ? base.day : base.day - back + 7;
  else picked = base.day - back;
  return told(isoOfDay(picked), base.source) ?? open(`XXXX-WXX-${weekday}`);
}

/** "the 12th", "the 21st": of the month spoken of. */
function placeDayOfMonth(day: number, context: ResolveContext): Placed | null {
  const { date, anchor } = context;
  const base =
    date && date.last - date.first <= 31
      ? { day: date.first, source: "narrative" as const }
      : anchor && { day: anchor.day, source: anchor.source };
  if (day > 31) return null;
  if (!base) return open(`XXXX-XX-${pad(day)}`);
  const { year, month } = civilOf(base.day);
  return told(isoDate(year, month, day), base.source);
}

function placeHoliday(said: SaidCalendar, id: string, context: ResolveContext, holidays: HolidayCalendar): Placed | null {
  const base = baseOf(context);
  if (!base) {
    const fixed = holidays.fixedDay(id);
    return fixed ? open(openMonth(fixed.month, fixed.day)) : open("XXXX-XX-XX");
  }
  const { year } = civilOf(base.day);
  const days = [year - 1, year, year + 1].flatMap((y) => holidays.daysOf(id, y));
  if (days.length === 0) return null;
  const direction = said.relation === "last" ? "past" : said.relation === "next" ? "future" : context.direction;
  // The week of a feast begins before it: told of in Easter week, "Easter week began" is this one.
  const now = base.day + (said.week === undefined ? 0 : 6);
  return told(feastValue(said, id, pickNearest(days, now, { ...context, direction }, 150), holidays), base.source);
}

/** The day of a feast, or its days as an ISO interval where it has several: 2025-03-01/2025-03-29. */
function feastValue({ mod, dayOfFeast }: SaidCalendar, id: string, first: number, holidays: HolidayCalendar): string | null {
  const last = holidays.lastDayOf(id, first);
  if (typeof dayOfFeast === "number") return isoOfDay(first + dayOfFeast - 1);
  if (first === last || mod === "START") return isoOfDay(first);
  if (mod === "END" || dayOfFeast === "last") return isoOfDay(last);
  return `${isoOfDay(first) ?? ""}/${isoOfDay(last) ?? ""}`;
}

/** A time of day without a date: of the day spoken of, else of the day of publication. */
function placeTime(said: SaidCalendar, context: ResolveContext): Placed {
  const { day, anchor } = context;
  const { relation } = said;
  const story =
    relation === "that" || relation === "following" || relation === "previous" || relation === "the" || relation === undefined ? day : null;
  const base = story
    ? { day: relation === "following" ? story.last : story.first, source: "narrative" as const }
    : anchor && { day: anchor.day, source: anchor.source };
  if (!base) return open("XXXX-XX-XX");
  const step = relation === "last" || relation === "previous" ? -1 : relation === "next" || relation === "following" ? 1 : 0;
  return told(isoOfDay(base.day + step), base.source) ?? open("XXXX-XX-XX");
}

/** The week of a day, or a week of a month: the last is the last whole one. */
function weekWithin(value: string, which: NonNullable<SaidCalendar["week"]>): string | null {
  const span = coverDays(value);
  if (!span) return null;
  if (which === "of-day") return weekValue(span.first);
  if (which === "last") return weekValue(span.last - (weekdayOf(span.last) % 7));
  // The first week of a month is the one with its first Thursday.
  const thursday = span.first + ((4 - weekdayOf(span.first) + 7) % 7);
  return weekValue(thursday + 7 * (which - 1));
}

/** The quarter that holds a day, or the weekend beside it: before a feast on Monday or Tuesday, else at the end of its week. */
function unitAround(value: string, unit: "weekend" | "quarter"): string | null {
  const span = coverDays(value);
  if (!span) return null;
  return stepUnit(span.first, unit, unit === "weekend" && weekdayOf(span.first) <= 2 ? -1 : 0);
}

/** The week that holds a day as TIMEX3 writes it. */
function weekValue(day: number): string {
  const { year, week } = isoWeekOf(day);
  return `${pad(year, 4)}-W${pad(week)}`;
}
