import type { TimexAnchor } from "../../model/calendar.js";
import { addMonths, civilOf, isoOfDay, isoWeekOf, pad } from "./civil-day.js";
import type { SaidShift, Unit } from "./said.js";
import { durationValue } from "./read-quantity.js";
import { resolved, unanchored, type Resolved, type ResolveContext } from "./resolve-context.js";
import { stepUnit } from "./resolve-unit.js";

/** Resolves "three days ago", "two weeks later", "a year earlier": the value is as fine as the unit. */
export function resolveShift(said: SaidShift, context: ResolveContext): Resolved {
  const { period, date } = context;
  const { unit, count, direction, mod } = said;
  if (count === null) {
    // "Several days later" of a story that is told as past lies before publication all the same.
    const past = direction < 0 || (said.from === "narrative" && context.direction !== "future");
    return unanchored("DATE", past ? "PAST_REF" : "FUTURE_REF", mod);
  }
  const base = pickBase(said, context);
  if (!base) return unanchored("DATE", direction < 0 ? "PAST_REF" : "FUTURE_REF", mod);
  if (said.same) {
    const told = period ?? date;
    const moved = told && moveYears(told.value, count * direction);
    return moved ? resolved("DATE", moved, "narrative", mod) : unanchored("DATE", "PAST_REF", mod);
  }
  const value = said.keep ? stepUnit(addMonths(base.day, 12 * count * direction), said.keep, 0) : shiftValue(base, unit, count * direction);
  if (value === null) {
    // "Six minutes later" of a day without a clock time says only how long.
    return { type: "DURATION", value: durationValue(count, unit), mod, freq: null, anchored: true, anchor: "text" };
  }
  return resolved(value.includes("T") ? "TIME" : "DATE", value, base.source, mod);
}

/** The same month, quarter or year, years away: 2009-02 of 2010-02. */
function moveYears(value: string, years: number): string | null {
  const match = /^(\d{4})(-\d{2}|-[QH]\d|-(?:SP|SU|FA|WI))?(?:-\d{2})?$/.exec(value);
  return match ? `${pad(Number(match[1]) + years, 4)}${match[2] ?? ""}` : null;
}

interface Base {
  readonly day: number;
  readonly value: string | null;
  readonly source: TimexAnchor;
}

function pickBase(
  { from: counted, unit, direction, keep }: SaidShift,
  { anchor, day, told, period, narrative, compared }: ResolveContext,
): Base | null {
  const own = anchor && { day: anchor.day, value: null, source: anchor.source };
  if (unit === "year" && compared === "year" && own && !narrative) return own;
  if (unit === "year" && compared === "quarter" && period) return { day: period.first, value: period.value, source: "narrative" };
  if (counted === "anchor" && !narrative) return own;
  const fine = unit === "day" || unit === "week" || unit === "hour" || unit === "minute";
  const from = keep && period ? period : fine ? (day ?? told) : told;
  if (from) return { day: direction > 0 ? from.last : from.first, value: from.value, source: "narrative" };
  return own;
}

function shiftValue(base: Base, unit: Unit, steps: number): string | null {
  switch (unit) {
    case "day":
      return Number.isInteger(steps) ? isoOfDay(base.day + steps) : null;
    case "week":
    case "fortnight": {
      const { year, week } = isoWeekOf(base.day + Math.round(7 * steps * (unit === "fortnight" ? 2 : 1)));
      return `${pad(year, 4)}-W${pad(week)}`;
    }
    case "month": {
      if (!Number.isInteger(steps)) return null;
      const moved = civilOf(addMonths(base.day, steps));
      return `${pad(moved.year, 4)}-${pad(moved.month)}`;
    }
    case "year": {
      if (!Number.isInteger(steps)) return null;
      const { year } = civilOf(base.day);
      // A year before a quarter is that quarter: "profit rose from $3 million in the third quarter a year earlier".
      const quarter = /^\d{4}-(Q[1-4]|H[12])$/.exec(base.value ?? "");
      return quarter ? `${pad(year + steps, 4)}-${quarter[1] ?? ""}` : pad(year + steps, 4);
    }
    case "decade":
      return Number.isInteger(steps) ? pad(civilOf(base.day).year + 10 * steps, 4) : null;
    case "century":
      return stepUnit(base.day, "century", Math.trunc(steps));
    case "quarter":
    case "season":
    case "weekend":
      return stepUnit(base.day, unit, Math.trunc(steps));
    case "night":
      return `${isoOfDay(base.day + Math.trunc(steps)) ?? "XXXX-XX-XX"}TNI`;
    case "hour":
    case "minute":
    case "second":
      return base.source === "narrative" ? shiftClock(base, unit, steps) : null;
    default:
      return null;
  }
}

const MINUTES: Readonly<Record<string, number>> = { hour: 60, minute: 1 };

/** "two hours later" moves a clock time that the narrative gave; on a bare day it stays on the day. */
function shiftClock(base: Base, unit: Unit, steps: number): string | null {
  const time = /T(\d{2}):(\d{2})(?::\d{2})?(Z|[+-]\d{2,4})?$/.exec(base.value ?? "");
  const step = MINUTES[unit];
  if (!time || step === undefined) return null;
  const minutes = Number(time[1]) * 60 + Number(time[2]) + Math.round(steps * step);
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const date = isoOfDay(base.day + days);
  return date && `${date}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}${time[3] ?? ""}`;
}
