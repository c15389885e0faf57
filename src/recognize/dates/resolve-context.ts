import type { TimexAnchor, TimexMod, TimexType } from "../../model/calendar.js";
import { coverDays } from "./cover-days.js";

/** Which way the clause of an expression looks from the day of publication; `present` leaves it to the expression. */
export type Direction = "past" | "present" | "future" | "unknown";

/** A day that other dates are counted from, and who says so. */
export interface Anchor {
  readonly day: number;
  readonly source: "published" | "dateline";
}

/** The date that the narrative named last. */
export interface Reference {
  readonly value: string;
  readonly first: number;
  readonly last: number;
  /** True where the text says it in full. */
  readonly full: boolean;
}

/** What an expression may be resolved with. */
export interface ResolveContext {
  /** Null where neither text nor metadata give a date: then nothing is guessed. */
  readonly anchor: Anchor | null;
  /** True for texts that tell of times long before they were written: history, biography. */
  readonly narrative: boolean;
  /** The last date, day or finer. */
  readonly day: Reference | null;
  /** Where the story stands: the last date of a year or finer, glances aside left out. */
  readonly date: Reference | null;
  /** How many expressions ago `date` was told. */
  readonly sinceDate: number;
  /** The last date told, wherever it lies. */
  readonly told: Reference | null;
  /** The date told before `date`, for stories that glance aside. */
  readonly earlier: Reference | null;
  /** The first day of the next date that the text says in full. */
  readonly ahead: number | null;
  /** The quarter that the article reports on, for "a year earlier" beside its figures. */
  readonly period: Reference | null;
  /** The year that heads the section, for stories told year by year. */
  readonly section: number | null;
  readonly direction: Direction;
  /** What figures are compared over, for "from $1.4 billion a year ago"; null where none are. */
  readonly compared: "quarter" | "year" | null;
  /** True for articles of countries that write 07/01/2025 for the first of July. */
  readonly monthFirst: boolean;
}

/** A meaning; `from` and `to` follow from its value. */
export interface Resolved {
  readonly type: TimexType;
  readonly value: string;
  readonly mod: TimexMod | null;
  readonly freq: string | null;
  readonly anchored: boolean;
  readonly anchor: TimexAnchor;
}

/** A value with the reference it becomes for what follows, or null where it names no days. */
export function referenceOf({ value, anchor }: Pick<Resolved, "value" | "anchor">): Reference | null {
  const span = coverDays(value);
  return span && { value, ...span, full: anchor === "text" };
}

export const resolved = (type: TimexType, value: string, anchor: TimexAnchor, mod: TimexMod | null = null): Resolved => ({
  type,
  value,
  mod,
  freq: null,
  anchored: true,
  anchor,
});

export const unanchored = (type: TimexType, value: string, mod: TimexMod | null = null): Resolved => ({
  type,
  value,
  mod,
  freq: null,
  anchored: false,
  anchor: "none",
});
