import type { TimexAnchor } from "../../model/calendar.js";
import { civilOf, dayNumber } from "./civil-day.js";
import type { Reference, ResolveContext } from "./resolve-context.js";

/**
 * What dates without a year are counted from: the story's last date in narratives and texts of no known day, else the day of
 * publication.
 */
export function baseOf({ anchor, narrative, date }: ResolveContext): { day: number; source: TimexAnchor } | null {
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
export function yearOfSection(date: Reference, section: number | null): number | null {
  return section !== null && Math.abs(civilOf(date.first).year - section) <= 1 ? section : null;
}

/** The years that a date without one may lie in. */
export function* yearsAround(base: number, { narrative, earlier, ahead }: ResolveContext): Iterable<number> {
  const years = new Set([civilOf(base).year]);
  if (narrative && earlier) years.add(civilOf(earlier.first).year);
  if (narrative && ahead !== null) years.add(civilOf(ahead).year);
  for (const year of [...years]) for (const near of [year - 1, year, year + 1]) years.add(near);
  yield* [...years].sort((a, b) => a - b);
}

/**
 * "Storm Vera struck in September 1959. It formed on 20 September": a day within the month told last, however long ago; null for
 * any other.
 */
export function dayInMonthTold(
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
export function pickNearest(candidates: readonly number[], base: number, context: ResolveContext, tolerance: number): number {
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
