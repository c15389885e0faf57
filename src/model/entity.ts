import type { NameKind } from "./mention.js";

/** Where a place lies, in degrees (WGS 84). */
export interface Location {
  readonly what: "country" | "city";
  /** ISO 3166-1 alpha-2 code of the country that it is or lies in. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

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
  /** People and organizations, where the words around a mention say so: ISO 3166-1 code of the country ("Russian President X", "X's Foreign Ministry"). */
  readonly country?: string;
  /** People, where the article gives any: titles and trades before the name, in lower case. */
  readonly roles?: readonly string[];
  /** Places only, where the gazetteer knows the name and the article leaves no doubt which is meant. */
  readonly location?: Location;
}
