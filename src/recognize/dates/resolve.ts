import type { HolidayCalendar } from "./holidays.js";
import { resolveCalendar } from "./resolve-calendar.js";
import type { Resolved, ResolveContext } from "./resolve-context.js";
import { resolveShift } from "./resolve-shift.js";
import { resolveUnit } from "./resolve-unit.js";
import type { Said } from "./said.js";

/** Says what an expression means where it stands. Null for what turns out to be no date (30 February). */
export function resolve(said: Said, context: ResolveContext, holidays: HolidayCalendar): Resolved | null {
  switch (said.kind) {
    case "calendar":
      return resolveCalendar(said, context, holidays);
    case "unit":
      return resolveUnit(said, context);
    case "shift":
      return resolveShift(said, context);
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
