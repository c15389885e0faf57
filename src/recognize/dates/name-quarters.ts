import type { FoundDate } from "./find-dates.js";
import type { ReadText } from "./read-words.js";

/**
 * A quarter known by the day that it ends on lies where that day lies:
 *
 *   Sales rose in the quarter ended Sept. 30.        the third quarter of the calendar
 */
export function nameQuarters({ words }: ReadText, found: readonly FoundDate[]): readonly FoundDate[] {
  return found.map((date, i) => {
    const next = found[i + 1];
    if (date.rule !== "quarter-ended") return date;
    if (next?.said.kind !== "calendar" || next.said.month === undefined || next.first - date.last > 3) return unnamed(date);
    const { year, month, day } = next.said;
    // A plain "ended" lies behind, whatever the verb of its clause.
    const over = words[date.last + 1]?.lower === "ended";
    return {
      ...date,
      said: {
        kind: "calendar",
        month,
        ...(day !== undefined && { day }),
        ...(year !== undefined && { year }),
        ...(year === undefined && day !== undefined && over && { relation: "last" as const }),
        around: "quarter",
        mod: null,
      },
    };
  });
}

/** Without a month after all it is the quarter spoken of. */
const unnamed = (date: FoundDate): FoundDate => ({ ...date, said: { kind: "unit", unit: "quarter", relation: "the", mod: null } });
