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

/**
 * Why a figure of an outcome is no number of the main event: it is told of another event, it sums up a period, the text
 * says that it is false, it has not happened, it is feared beside numbers that are known, it is a zero beside people
 * who came to harm, it only says who was hit where others are counted as wounded, or it is a part of a total.
 */
export const APART_REASONS = ["other-event", "cumulative", "denied", "hypothetical", "feared", "zero", "hit", "part"] as const;
export type ApartReason = (typeof APART_REASONS)[number];

/** A figure that stays out of a toll, and why. */
export interface SetApart {
  readonly start: number;
  readonly reason: ApartReason;
}

/** What one article says of its main event for one outcome. `null` is unknown, never 0. */
export interface Toll {
  readonly outcome: Outcome;
  /** The number that the profile would enter; null where the article gives only vague words, or nothing of its main event. */
  readonly best: number | null;
  /** The least that any figure of the event allows. */
  readonly low: number | null;
  /** The most that any figure of the event allows; null where they leave it open. */
  readonly high: number | null;
  readonly profile: TollProfile;
  /**
   * The rule that chose `best`: `running-total`, `lead`, `most-conservative`, `majority`, `named-victims`,
   * `dead-and-missing`, `missing-presumed-dead`; `total` where a sentence sums up ("Overall, nine people died");
   * `hit-less-the-dead` where the text only says who was shot, and some of them died; `cumulative` where `best` is a total over a period, with which
   * the article opens or besides which it gives nothing; `none-of-main-event` where all its figures are of other events, and `best` is null.
   */
  readonly by: string;
  /** Starts of the figures that `best` rests on, in order of the text. */
  readonly restsOn: readonly number[];
  /** Starts of the figures of the same outcome that disagree with `best`. */
  readonly against: readonly number[];
  /** The figures of the same outcome that are no number of the main event, in order of the text. */
  readonly apart: readonly SetApart[];
}
