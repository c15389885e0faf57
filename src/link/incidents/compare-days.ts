import type { DateMention } from "../../model/mention.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import { grainOf } from "./describe-date.js";

/**
 * How the days of two date mentions lie to each other: the same, one within the other (a day of a month), the next day, within a
 * week, within a month, further apart; `grain` where an undated article gives a day of the week here and a year there.
 */
export const DAY_RELATIONS = ["same", "within", "next", "week", "month", "far", "grain", "unknown"] as const;
export type DayRelation = (typeof DAY_RELATIONS)[number];

/** Days up to which two days are of one week, and of one month. */
const WEEK = 7;
const MONTH = 31;

/** Compares the days of two mentions; of an undated article by their values. */
export function compareDays(a: DateMention, b: DateMention): DayRelation {
  if (a.value === b.value) return "same";
  const [one, other] = [spanOf(a), spanOf(b)];
  if (one && other) {
    if (one.from === other.from && one.to === other.to) return "same";
    const gap = Math.max(one.from - other.to, other.from - one.to);
    if (gap <= 0) return "within";
    return gap === 1 ? "next" : gap <= WEEK ? "week" : gap <= MONTH ? "month" : "far";
  }
  const [left, right] = [weekdayOf(a), weekdayOf(b)];
  if (left !== null && right !== null) {
    const gap = Math.min((left - right + 7) % 7, (right - left + 7) % 7);
    return gap === 0 ? "same" : gap === 1 ? "next" : "week";
  }
  return grainOf(a) === grainOf(b) ? "unknown" : "grain";
}

const spanOf = ({ from, to }: DateMention): { readonly from: number; readonly to: number } | null =>
  from === null || to === null ? null : { from: dayOfIso(from), to: dayOfIso(to) };

function weekdayOf({ value }: DateMention): number | null {
  const found = /^X{4}-WXX-(\d)/.exec(value)?.[1];
  return found === undefined ? null : Number(found);
}
