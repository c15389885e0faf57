import type { IsoDate } from "./calendar.js";
import type { ReviewStatus } from "./review-status.js";
import type { Span } from "./span.js";
import type { Toll, VictimClass } from "./toll.js";

/** One happening, or a total over a period, a campaign, a country or several happenings. */
export const INCIDENT_KINDS = ["incident", "aggregate"] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What brought people to harm, after `gold/guidelines/incidents.md`. */
export const CAUSES = [
  "shooting",
  "bombing",
  "strike",
  "stabbing",
  "beating",
  "arson",
  "vehicle-attack",
  "raid",
  "kidnapping",
  "protest",
  "clash",
  "execution",
  "mine",
  "road-crash",
  "rail-crash",
  "air-crash",
  "shipwreck",
  "drowning",
  "fire",
  "explosion",
  "collapse",
  "industrial",
  "stampede",
  "poisoning",
  "disease",
  "earthquake",
  "flood",
  "landslide",
  "storm",
  "heat",
  "cold",
  "famine",
  "animal",
  "suicide",
  "attack",
  "other",
  "unknown",
] as const;
export type Cause = (typeof CAUSES)[number];

/** How sure the text is of who did it: it says so itself, they say so, others say so, they deny it. */
export const CERTAINTIES = ["stated", "claimed", "accused", "denied"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A mention that says where or when, why it was taken and how sure that is. */
export interface IncidentLink extends Span {
  readonly text: string;
  /** True where the span counts in the title; absent where it counts in the text. */
  readonly inTitle?: true;
  /** Where the mention stands, seen from the nearest figure of the incident: `clause`, `sentence`, … as in the links of figures. */
  readonly reason: string;
  /** From 0 to 1: how likely the link is right. */
  readonly confidence: number;
}

export interface IncidentPlace extends IncidentLink {
  /** The place entity of the mention within the article; absent where it has none. */
  readonly entity?: string;
  /** Further places that may be meant, the likeliest first: the city of the neighborhood, B of "in A and B". */
  readonly also?: readonly IncidentPlace[];
  /** True for the place of a dateline, where the passage names none and reports from the spot. */
  readonly weak?: true;
}

export interface IncidentDate extends IncidentLink {
  /**
   * The days that the mention means, of an aggregate those that it counts ("since March": to the day of publication), both ends
   * included; null where that takes a date that the article lacks.
   */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Who did it, in the words of the text. */
export interface Actor extends Span {
  readonly text: string;
  /** True where the span counts in the title; absent where it counts in the text. */
  readonly inTitle?: true;
  readonly certainty: Certainty;
}

/** A named person whom an outcome of the incident befell. */
export interface Victim extends Span {
  /** The name as it stands. */
  readonly text: string;
  /** True where the span counts in the title; absent where it counts in the text. */
  readonly inTitle?: true;
  readonly outcome: Toll["outcome"];
  readonly modality: "reported" | "feared";
  /** Years; null where the text does not say. */
  readonly age: number | null;
  readonly sex: "female" | "male" | null;
  /** Words of the text: "a lawyer"; null where it says nothing. */
  readonly occupation: string | null;
  readonly class: VictimClass;
  /** The person entity within the article; absent where the name has none. */
  readonly entity?: string;
}

/**
 * What happened, as one article tells it. Every figure of the article belongs to exactly one incident or aggregate. An
 * incident without a figure rests on named victims.
 */
export interface Incident {
  /** Unique within the article: `incident:1`, in order of the text. */
  readonly id: string;
  readonly kind: IncidentKind;
  /** True for the one that the article is about; false for all where it is about something else. */
  readonly main: boolean;
  /** Starts of the casualty figures of the text that tell of it. */
  readonly figures: readonly number[];
  /** Starts of the figures of the title that tell of it. */
  readonly titleFigures: readonly number[];
  /** Where it happened; null where the text does not say. */
  readonly place: IncidentPlace | null;
  /** When it happened, of an aggregate its period; null where the text does not say. */
  readonly date: IncidentDate | null;
  readonly cause: Cause;
  readonly actors: readonly Actor[];
  readonly victims: readonly Victim[];
  /** One row an outcome, and one more where people are feared to have come to harm. */
  readonly tolls: readonly Toll[];
  /** What a reviewer said of its fields, in tables that are drawn after a review; absent elsewhere. */
  readonly reviewed?: ReviewStatus;
}
