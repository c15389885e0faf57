import type { NameKind } from "./mention.js";
import type { Location } from "./place.js";

export type { Location } from "./place.js";

/** The mentions of one article that name the same person, organization, place or group. */
export interface Entity {
  /** Unique within the article: kind, colon, number in order of first mention. */
  readonly id: string;
  readonly kind: NameKind;
  /** The fullest wording among its mentions. */
  readonly name: string;
  /** The other wordings, in order of first mention. */
  readonly aliases: readonly string[];
  /** How many mentions it has, at least 1. */
  readonly mentions: number;
  /**
   * People and organizations, where the words around a mention say so: ISO 3166-1 code of the country ("Russian President X",
   * "X's Foreign Ministry").
   */
  readonly country?: string;
  /** People, where the article gives any: titles and trades before the name, in lower case. */
  readonly roles?: readonly string[];
  /** Places whose name stands for a team, and organizations of articles on a sport: the sport. */
  readonly team?: string;
  /** Places only, where the article gives evidence enough which one is meant. */
  readonly location?: Location;
}
