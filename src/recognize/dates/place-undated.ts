import { daysInMonth, isoDate } from "../../text/iso-date.js";
import { civilOf, dayNumber, isoOfDay, pad, weekdayOf } from "./civil-day.js";
import { baseOf, dayInMonthTold, pickNearest, yearOfSection, yearsAround } from "./pick-year.js";
import { open, openMonth, told, type Placed } from "./placed.js";
import type { Reference, ResolveContext } from "./resolve-context.js";
import { seasonOfDay, SEASON_ORDER } from "./resolve-unit.js";
import type { SaidCalendar, Season } from "./said.js";

/** A month and day whose year the text leaves out. */
export function placeMonthDay(month: number, day: number, context: ResolveContext, { relation, weekday }: SaidCalendar): Placed | null {
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

/** "last March", "in May": a month whose year the text leaves out. */
export function placeMonth(month: number, said: SaidCalendar, context: ResolveContext): Placed {
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

/** "this spring", "three summers ago". */
export function placeSeason(season: Season, said: SaidCalendar, context: ResolveContext): Placed {
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
export function placePart(label: string, number: number, size: number, said: SaidCalendar, context: ResolveContext): Placed {
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

/** "on Friday", "next Monday": of the week that the clause looks to. */
export function placeWeekday(weekday: number, said: SaidCalendar, context: ResolveContext): Placed {
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
export function placeDayOfMonth(day: number, context: ResolveContext): Placed | null {
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
