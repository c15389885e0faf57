import type { Outcome } from "./outcomes.js";

export { OUTCOMES, type Outcome } from "./outcomes.js";

/** How the wording bounds or softens the number. */
export const QUALIFIERS = ["exact", "at-least", "at-most", "approximate", "range", "vague", "none"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** How the text stands to the figure. */
export const MODALITIES = ["reported", "feared", "denied", "hypothetical"] as const;
export type Modality = (typeof MODALITIES)[number];

/** What the figure covers: one event, a part of another figure, or a total over several events. */
export const SCOPES = ["incident", "subset", "cumulative"] as const;
export type Scope = (typeof SCOPES)[number];

/** A number of people as the wording states it. `null` is open or unknown, never 0. */
export interface Quantity {
  /** The number as written, a non-negative integer; null for a range or a vague word. */
  readonly value: number | null;
  /** The least number that the wording allows; null where it states none. */
  readonly low: number | null;
  /** The greatest number that the wording allows; null where it states none. */
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** One quantity of people × one outcome, after `gold/guidelines/casualties.md`. */
export interface CasualtyFigure extends Quantity {
  readonly outcome: Outcome;
  /** The noun phrase that says who they were; null where the text names nobody. */
  readonly victims: string | null;
  readonly modality: Modality;
  readonly scope: Scope;
  /** The source named for this figure in its sentence; null where none is. */
  readonly attribution: string | null;
  /** True for a single victim without a quantity word ("a woman was shot dead"). */
  readonly implicit: boolean;
}
