/** How fine a date or time is, from the finest to the coarsest. */
export const PRECISIONS = [
  "second",
  "minute",
  "part-of-day",
  "day",
  "weekend",
  "week",
  "month",
  "quarter",
  "season",
  "half",
  "year",
  "decade",
  "century",
] as const;
export type Precision = (typeof PRECISIONS)[number];

const SHAPES: readonly (readonly [RegExp, Precision])[] = [
  [/T\d{2}:\d{2}:\d{2}/, "second"],
  [/T\d{2}:\d{2}/, "minute"],
  [/T(?:MO|MI|AF|EV|NI|DT)$/, "part-of-day"],
  [/^[\dX]{4}-[\dX]{2}-[\dX]{2}$|^[\dX]{4}-W[\dX]{2}-\d$/, "day"],
  [/^[\dX]{4}-W[\dX]{2}-WE$/, "weekend"],
  [/^[\dX]{4}-W[\dX]{2}$/, "week"],
  [/^[\dX]{4}-\d{2}$/, "month"],
  [/^[\dX]{4}-Q[\dX]$/, "quarter"],
  [/^[\dX]{4}-(?:SP|SU|FA|WI)$/, "season"],
  [/^[\dX]{4}-H[\dX]$/, "half"],
  [/^(?:BC)?\d{4}$/, "year"],
  [/^\d{3}$/, "decade"],
  [/^(?:BC)?\d{2}$/, "century"],
];

/** The precision of a TIMEX3 value; null for lengths, references and whatever names no stretch of the calendar. */
export function precisionOfValue(value: string): Precision | null {
  return SHAPES.find(([shape]) => shape.test(value))?.[1] ?? null;
}
