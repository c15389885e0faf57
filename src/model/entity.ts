import type { NameKind } from "./mention.js";

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
}
