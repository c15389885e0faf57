import type { TimexAnchor } from "../../model/calendar.js";
import { addMonths, civilOf, isoOfDay, isoWeekOf, mondayOfWeek, pad, weekdayOf } from "./civil-day.js";
import type { Relation, SaidUnit, Season, Unit } from "./said.js";
import { resolved, unanchored, type Resolved, type ResolveContext } from "./resolve-context.js";

const STEP: Readonly<Record<Relation, number>> = { last: -1, previous: -1, this: 0, current: 0, that: 0, the: 0, next: 1, following: 1 };

/** Resolves "last year", "this week", "the following month", "the quarter". */
export function resolveUnit(said: SaidUnit, context: ResolveContext): Resolved {
  const { unit, relation, mod } = said;
  const base = pickBase(said, context);
  if (!base) return unanchored("DATE", referenceWord(relation), mod);
  if (unit === "night") {
    const day = base.day + (relation === "last" ? -1 : STEP[relation]);
    return resolved("TIME", `${isoOfDay(day) ?? "XXXX-XX-XX"}TNI`, base.source, mod);
  }
  if (unit === "weekend" && (relation === "the" || relation === "this")) {
    // From Monday to Wednesday "the weekend" is the last one, unless the clause looks forward; later it is the next.
    const early = weekdayOf(base.day) <= 3;
    const back = context.direction === "past" || (early && context.direction === "unknown" && relation === "the");
    const step = weekdayOf(base.day) < 6 && back && (early || relation === "the") ? -1 : 0;
    return resolved("DATE", stepUnit(base.day, unit, step) ?? "PRESENT_REF", base.source, mod);
  }
  const value = stepUnit(base.day, unit, STEP[relation]);
  return value === null ? unanchored("DATE", referenceWord(relation), mod) : resolved("DATE", value, base.source, mod);
}

function pickBase({ relation, unit }: SaidUnit, context: ResolveContext): { day: number; source: TimexAnchor } | null {
  const { anchor, day, date, narrative, period } = context;
  if (unit === "quarter" && relation === "the" && period) return { day: period.first, source: "narrative" };
  const told = unit === "day" || unit === "night" ? day : date;
  const fromTold = told && { day: relation === "following" ? told.last : told.first, source: "narrative" as const };
  const fromAnchor = anchor && { day: anchor.day, source: anchor.source };
  if (relation === "following" || relation === "previous" || relation === "that") return fromTold ?? fromAnchor;
  if (relation === "the" || narrative) return narrative || unit === "day" ? (fromTold ?? fromAnchor) : (fromAnchor ?? fromTold);
  return fromAnchor;
}

const referenceWord = (relation: Relation): string => (STEP[relation] < 0 ? "PAST_REF" : STEP[relation] > 0 ? "FUTURE_REF" : "PRESENT_REF");

/** The value of the unit that holds a day, moved by whole units; null for units that have no calendar value. */
export function stepUnit(day: number, unit: Unit, steps: number): string | null {
  const { year, month } = civilOf(day);
  switch (unit) {
    case "day":
      return isoOfDay(day + steps);
    case "week":
    case "fortnight": {
      const week = isoWeekOf(day + 7 * steps * (unit === "fortnight" ? 2 : 1));
      return `${week.year}-W${pad(week.week)}`;
    }
    case "weekend": {
      const week = isoWeekOf(day + 7 * steps);
      return `${week.year}-W${pad(week.week)}-WE`;
    }
    case "month": {
      const moved = civilOf(addMonths(day, steps));
      return `${pad(moved.year, 4)}-${pad(moved.month)}`;
    }
    case "quarter": {
      const moved = civilOf(addMonths(day, 3 * steps));
      return `${pad(moved.year, 4)}-Q${Math.ceil(moved.month / 3)}`;
    }
    case "season": {
      const { season, year: seasonYear } = seasonOfDay(day);
      const at = SEASON_ORDER.indexOf(season) + steps;
      const turn = Math.floor(at / 4);
      return `${pad(seasonYear + turn, 4)}-${SEASON_ORDER[at - turn * 4] ?? season}`;
    }
    case "half": {
      const at = year * 2 + (month > 6 ? 1 : 0) + steps;
      return `${pad(Math.floor(at / 2), 4)}-H${(((at % 2) + 2) % 2) + 1}`;
    }
    case "year":
      return pad(year + steps, 4);
    case "decade":
      return pad(Math.floor(year / 10) + steps, 3);
    case "century":
      return pad(Math.floor(year / 100) + steps, 2);
    default:
      return null;
  }
}

export const SEASON_ORDER: readonly Season[] = ["WI", "SP", "SU", "FA"];

/** The season of a day. A winter is named after the year of its January: December 1997 lies in 1998-WI. */
export function seasonOfDay(day: number): { readonly season: Season; readonly year: number } {
  const { year, month } = civilOf(day);
  if (month <= 2) return { season: "WI", year };
  if (month === 12) return { season: "WI", year: year + 1 };
  return { season: month <= 5 ? "SP" : month <= 8 ? "SU" : "FA", year };
}

/** The Monday of the ISO week that a value names, or null. */
export function mondayOfValue(value: string): number | null {
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  return week ? mondayOfWeek(Number(week[1]), Number(week[2])) : null;
}
