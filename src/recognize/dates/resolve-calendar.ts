import type { TimexAnchor } from "../../model/calendar.js";
import { isoDate } from "../../text/iso-date.js";
import { civilOf, dayNumber, dayOfIso, isoOfDay, isoWeekOf, pad, weekdayOf } from "./civil-day.js";
import { coverDays } from "./cover-days.js";
import type { HolidayCalendar } from "./holidays.js";
import { baseOf, pickNearest } from "./pick-year.js";
import { placeDayOfMonth, placeMonth, placeMonthDay, placePart, placeSeason, placeWeekday } from "./place-undated.js";
import { open, openMonth, told, type Placed } from "./placed.js";
import type { SaidCalendar } from "./said.js";
import { mondayOfValue, resolveUnit, stepUnit } from "./resolve-unit.js";
import { resolved, unanchored, type Resolved, type ResolveContext } from "./resolve-context.js";

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
