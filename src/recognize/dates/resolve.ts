import type { HolidayCalendar } from "./holidays.js";
import { resolveCalendar } from "./resolve-calendar.js";
import { pad } from "./civil-day.js";
import { resolved, unanchored, type Resolved, type ResolveContext } from "./resolve-context.js";
import { resolveShift } from "./resolve-shift.js";
import { resolveUnit, stepUnit } from "./resolve-unit.js";
import type { Said, SaidPeriod } from "./said.js";

/** Without a quarter that the article reports on, "the latest quarter" is the last one before publication. */
function resolvePeriod({ year }: SaidPeriod, { period, anchor }: ResolveContext): Resolved | null {
  const quarter = period?.value.slice(-2);
  if (year !== undefined) return resolved("DATE", quarter ? `${pad(year, 4)}-${quarter}` : pad(year, 4), "text");
  if (period) return resolved("DATE", period.value, "narrative");
  const last = anchor && stepUnit(anchor.day, "quarter", -1);
  return last ? resolved("DATE", last, anchor.source) : unanchored("DATE", "PAST_REF");
}

/** Says what an expression means where it stands. Null for what turns out to be no date (30 February). */
export function resolve(said: Said, context: ResolveContext, holidays: HolidayCalendar): Resolved | null {
  switch (said.kind) {
    case "calendar":
      return resolveCalendar(said, context, holidays);
    case "unit":
      return resolveUnit(said, context);
    case "shift":
      return resolveShift(said, context);
    case "period":
      return resolvePeriod(said, context);
    case "duration":
      return { type: "DURATION", value: said.value, mod: said.mod, freq: null, anchored: true, anchor: "text" };
    case "set":
      return { type: "SET", value: said.value, mod: said.mod, freq: said.freq, anchored: true, anchor: "text" };
    case "value": {
      const anchored = !said.value.endsWith("_REF") && !said.value.includes("X");
      return { type: said.type, value: said.value, mod: said.mod, freq: null, anchored, anchor: anchored ? "text" : "none" };
    }
  }
}
