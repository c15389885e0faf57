import type { TimexMod } from "../../model/calendar.js";

/** The units of calendar and clock, from the finest to the coarsest. */
export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "night"
  | "day"
  | "weekend"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/** Parts of the day as TIMEX3 writes them: dawn and morning, midday, afternoon, evening, night, daytime. */
export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";

export type Season = "SP" | "SU" | "FA" | "WI";

/** Calendars whose dates are converted. */
export type ForeignCalendar = "hijri" | "persian";

/** How the wording leads from a known date to the one it means. */
export type Relation =
  | "last"
  | "this"
  | "next"
  | "current"
  /** Counted from the date that the narrative named before: "the following Monday", "the previous year", "that day". */
  | "following"
  | "previous"
  | "that"
  /** "the year", "the quarter": whichever is spoken of. */
  | "the";

export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  /** As TIMEX3 ends the value: `Z`, `-05`; null where the text gives none. */
  readonly zone: string | null;
}

/** A whole unit picked by a relation: "last year", "this week", "the following month". */
export interface SaidUnit {
  readonly kind: "unit";
  readonly unit: Unit;
  readonly relation: Relation;
  readonly mod: TimexMod | null;
}

/** Fields of a calendar date as the text says them; what it does not say is absent. */
export interface SaidCalendar {
  readonly kind: "calendar";
  readonly year?: number;
  readonly bc?: boolean;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number;
  readonly day?: number;
  /** ISO weekday, 1 to 7. */
  readonly weekday?: number;
  /** A feast or day of remembrance, by its id in `lexicons/holidays.tsv`. */
  readonly holiday?: string;
  /** The calendar that year, month and day count in, where it is not the Gregorian. */
  readonly foreign?: ForeignCalendar;
  /** Which day of the feast: "the second day of Ramadan", "last" for its end. */
  readonly dayOfFeast?: number | "last";
  /** Days counted from publication: today 0, yesterday -1. */
  readonly deictic?: number;
  readonly part?: DayPart;
  readonly clock?: Clock;
  /** The unit that holds what is said: "June *last year*", "the third quarter of *this year*". */
  readonly within?: SaidUnit;
  readonly relation?: Relation;
  /** How many such weekdays, seasons or months away: "three summers ago" is -3. */
  readonly steps?: number;
  /** The week that holds the day said, or the week of the month by its number. */
  readonly week?: "of-day" | "last" | number;
  /** The weekend beside the day said ("Easter weekend"), or the quarter that it lies in ("the quarter ended Sept. 30"). */
  readonly around?: "weekend" | "quarter";
  /** True where the night that leads into the day said is meant: "overnight into Monday". */
  readonly eve?: boolean;
  /** True for a quarter of every year. */
  readonly habitual?: boolean;
  /** Days between the day said and the one meant: "the day before last Tuesday" is -1. */
  readonly daysOff?: number;
  /** True for 01/07/2025, which is 1 July or 7 January by the custom of the country. Said day first. */
  readonly eitherOrder?: boolean;
  readonly mod: TimexMod | null;
}

/** A point counted from another: "three days ago", "two weeks later", "a year earlier". */
export interface SaidShift {
  readonly kind: "shift";
  readonly unit: Unit;
  /** Null for a vague number ("several years ago"). */
  readonly count: number | null;
  readonly direction: -1 | 1;
  readonly from: "anchor" | "narrative";
  readonly mod: TimexMod | null;
  /** The unit that the result is as fine as: "the year-earlier quarter" is a quarter. */
  readonly keep?: Unit;
  /** True for "the same period last year": the date told last, a year away. */
  readonly same?: boolean;
}

/** The quarter that the article reports on, or the same one of another year: "the latest period", "the 1988 quarter". */
export interface SaidPeriod {
  readonly kind: "period";
  readonly year?: number;
}

/** A length of time, already in TIMEX3 (`P2Y`, `PXM`). */
export interface SaidDuration {
  readonly kind: "duration";
  readonly value: string;
  readonly mod: TimexMod | null;
}

/** A recurring time. */
export interface SaidSet {
  readonly kind: "set";
  readonly value: string;
  readonly freq: string | null;
  readonly mod: TimexMod | null;
}

/** A value that is said whole: `PRESENT_REF`, `198`, `19`, or a date that needs no anchor. */
export interface SaidValue {
  readonly kind: "value";
  readonly value: string;
  readonly type: "DATE" | "TIME";
  readonly mod: TimexMod | null;
}

/** What the text says, before anything is inferred. */
export type Said = SaidUnit | SaidCalendar | SaidShift | SaidPeriod | SaidDuration | SaidSet | SaidValue;
