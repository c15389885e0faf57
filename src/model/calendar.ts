/** A civil day of the proleptic Gregorian calendar, written `YYYY-MM-DD`. */
export type IsoDate = string;

/** The four classes of TIMEX3 (ISO-TimeML). */
export const TIMEX_TYPES = ["DATE", "TIME", "DURATION", "SET"] as const;
export type TimexType = (typeof TIMEX_TYPES)[number];

/** The modifiers of TIMEX3. */
export const TIMEX_MODS = [
  "START",
  "MID",
  "END",
  "APPROX",
  "BEFORE",
  "AFTER",
  "MORE_THAN",
  "LESS_THAN",
  "EQUAL_OR_MORE",
  "EQUAL_OR_LESS",
] as const;
export type TimexMod = (typeof TIMEX_MODS)[number];

/** What a time expression means. `value` follows TIMEX3 as in TempEval-3 and is compared as a string. */
export interface Timex {
  readonly type: TimexType;
  readonly value: string;
  readonly mod: TimexMod | null;
  /** First ISO day that the expression covers; null where it does not resolve to days. */
  readonly from: IsoDate | null;
  /** Last ISO day that the expression covers (inclusive); null where it does not resolve to days. */
  readonly to: IsoDate | null;
  /** False where the value still depends on a date that the text does not give (`XXXX-07`). */
  readonly anchored: boolean;
  /** How often a SET recurs within its value ("twice a week" is `2X`); null otherwise. */
  readonly freq: string | null;
  /** What the value was counted from: `text` (said in full), `published`, `dateline`, `narrative` or `none`. */
  readonly anchor: TimexAnchor;
}

export type TimexAnchor = "text" | "published" | "dateline" | "narrative" | "none";
