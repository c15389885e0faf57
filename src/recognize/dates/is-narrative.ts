import { civilOf } from "./civil-day.js";
import type { FoundDate } from "./find-dates.js";
import type { Anchor } from "./resolve-context.js";

/**
 * True for texts that tell of a time long past (history, biography, background): they name many years and hardly any
 * is the year of publication, nor do they speak of today, yesterday or last week. There a bare "In April" goes on from
 * the date told before, not from the day of publication.
 */
export function isNarrative(found: readonly FoundDate[], anchor: Anchor | null): boolean {
  if (!anchor) return false;
  const { year } = civilOf(anchor.day);
  let told = 0;
  let near = 0;
  for (const { said } of found) {
    if (said.kind === "calendar" && said.year !== undefined) {
      if (Math.abs(said.year - year) > 1) told++;
    } else if (said.kind === "calendar" && (said.deictic !== undefined || (said.weekday !== undefined && said.month === undefined))) near++;
    else if (said.kind === "unit" && (said.relation === "last" || said.relation === "next" || said.relation === "current")) near++;
    else if (said.kind === "shift" && said.from === "anchor") near++;
  }
  return told >= 6 && near * 8 <= told;
}
