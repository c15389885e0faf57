import type { Outcome } from "./casualty.js";

/** Who the victims of a figure are. */
export const VICTIM_CLASSES = [
  "civilian",
  "combatant",
  "police",
  "journalist",
  "aid-worker",
  "child",
  "woman",
  "man",
  "detainee",
  "perpetrator",
  "unknown",
] as const;
export type VictimClass = (typeof VICTIM_CLASSES)[number];

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
  readonly victimClass?: VictimClass;
  /**
   * Not a name but a noun without its article, as headlines have it ("Man killed, boy hurt"); `beside-figure` where the same words
   * give a number too ("Man, two children found dead"), `survivors` for those left of a number of whom so many lived. Absent for names.
   */
  readonly described?: "alone" | "beside-figure" | "survivors";
  /** How many people it stands for; absent for one. */
  readonly count?: number;
}

/**
 * Why a figure of an outcome is no number of the incident: it is told of another event, it sums up a period, the text
 * says that it is false, it has not happened, it is feared beside numbers that are known, it is a zero beside people
 * who came to harm, it only says who was hit where others are counted as wounded, it is a part of a total, or its own check
 * doubts it.
 */
export const APART_REASONS = ["cumulative", "denied", "hypothetical", "feared", "zero", "hit", "part", "doubted"] as const;
export type ApartReason = (typeof APART_REASONS)[number];

/** A figure that stays out of a toll, and why. */
export interface SetApart {
  readonly start: number;
  readonly reason: ApartReason;
}

/** What one article says of one incident for one outcome. `null` is unknown, never 0. */
export interface Toll {
  readonly outcome: Outcome;
  /** `feared` and `hypothetical` numbers have rows of their own, or stand alone where nothing else is known. */
  readonly modality: "reported" | "feared" | "hypothetical";
  /** The number that the profile would enter; null where the article gives only vague words, or nothing of its incident. */
  readonly best: number | null;
  /** The least that any figure of the event allows. */
  readonly low: number | null;
  /** The most that any figure of the event allows; null where they leave it open. */
  readonly high: number | null;
  /** How many of `best` did it themselves: dead or injured attackers; null where nobody says. */
  readonly perpetrators: number | null;
  /** How many of `best` are known to be of a class, from figures and named victims; {} where the text says nothing. */
  readonly victims: Readonly<Partial<Record<VictimClass, number>>>;
  readonly profile: TollProfile;
  /**
   * The rule that chose `best`: `running-total`, `lead`, `most-conservative`, `majority`, `named-victims`,
   * `dead-and-missing`, `missing-presumed-dead`; `total` where a sentence sums up ("Overall, nine people died");
   * `headline` where only a headline tells of single victims ("Man killed in Vell"); `survivors` where the text
   * only says how many of a number lived; `with-own-death` where who killed others died
   * too, on top of them; `with-the-named` where people are named beside a single victim or told beside the number of a headline;
   * `hit-less-the-dead` where the text only says who was shot, and some of them died; `cumulative` where `best` is a total over
   * a period, with which
   * the article opens or besides which it gives nothing.
   */
  readonly by: string;
  /** Starts of the figures that `best` rests on, in order of the text. */
  readonly restsOn: readonly number[];
  /** Starts of the figures of the same outcome that disagree with `best`. */
  readonly against: readonly number[];
  /** The figures of the same outcome that are no number of the incident, in order of the text. */
  readonly apart: readonly SetApart[];
  /** The same of the title; absent where it gives no figure of the outcome. */
  readonly inTitle?: TollEvidence;
}

/** Starts of the figures of the title that a toll rests on, that disagree with it and that stay out of it. */
export type TollEvidence = Pick<Toll, "restsOn" | "against" | "apart">;
