import type { ToldToll } from "../model/corpus-incident.js";

/** A number as the reports give it: `12`, `12-15`, `at least 12`; empty where there is none. */
export function writtenToll({ best, low, high }: Pick<ToldToll, "best" | "low" | "high">): string {
  if (best !== null) return low === best && high === null ? `${best} or more` : String(best);
  if (low === null) return high === null ? "" : `up to ${high}`;
  return high === null ? `${low} or more` : low === high ? String(low) : `${low}–${high}`;
}
