import { decide } from "./decide.js";
import { EVENT_ROWS, STATISTICS_ROWS } from "./scope-event-rows.js";
import { LOOSE_PERIOD_ROWS, PERIOD_ROWS } from "./scope-period-rows.js";
import type { ScopedClaim, ScopeRow } from "./scoped-claim.js";

/** Whether a figure is a total over a period or over several events; where no row holds it is of one event. */
export const SCOPE_ROWS: readonly ScopeRow[] = [...PERIOD_ROWS, ...EVENT_ROWS, ...LOOSE_PERIOD_ROWS, ...STATISTICS_ROWS];

/** True where the clause makes a figure a total over a period or over several events. */
export const isCumulative = (c: ScopedClaim): boolean => decide(SCOPE_ROWS, c) === "cumulative";
