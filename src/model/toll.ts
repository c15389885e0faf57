import type { Outcome } from "./casualty.js";

/** Whose rules for one number out of several: the conflict and disaster data sets that analysts fill in. */
export const TOLL_PROFILES = ["ucdp", "acled", "emdat", "gtd"] as const;
export type TollProfile = (typeof TOLL_PROFILES)[number];

/** Somebody named, without a number, whom an outcome befell ("Ana Ruiz was shot dead"): counts one in a toll, is no figure. */
export interface NamedVictim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly outcome: Outcome;
  readonly modality: "reported" | "feared";
}

/** What one article says of its main event for one outcome. `null` is unknown, never 0. */
export interface Toll {
  readonly outcome: Outcome;
  /** The number that the profile would enter; null where the article gives only vague words. */
  readonly best: number | null;
  /** The least that any figure of the event allows. */
  readonly low: number | null;
  /** The most that any figure of the event allows; null where they leave it open. */
  readonly high: number | null;
  readonly profile: TollProfile;
  /** The rule that chose `best`: `running-total`, `lead`, `most-conservative`, `majority`, `named-victims`, `dead-and-missing`, `missing-presumed-dead`. */
  readonly by: string;
  /** Starts of the figures that `best` rests on, in order of the text. */
  readonly restsOn: readonly number[];
  /** Starts of the figures of the same outcome that disagree with `best`. */
  readonly against: readonly number[];
}
