import type { TimexAnchor } from "../../model/calendar.js";
import { pad } from "./civil-day.js";

/** A date without its time of day. */
export interface Placed {
  readonly value: string;
  readonly anchor: TimexAnchor;
  readonly anchored: boolean;
}

/** A value that something else gave its year or day; null stays null. */
export const told = (value: string | null, anchor: TimexAnchor): Placed | null =>
  value === null ? null : { value, anchor, anchored: true };

/** A value of which something is open. */
export const open = (value: string): Placed => ({ value, anchor: "none", anchored: false });

/** A month, or a day of it, of no year: XXXX-07, XXXX-07-20. */
export const openMonth = (month: number, day?: number): string =>
  day === undefined ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}`;
