import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { countryCodes } from "../../link/entities/find-countries.js";
import { createOrganizationNames, type OrganizationName } from "../../link/entities/organization-name.js";
import { createPersonNames, type PersonName, type PersonNames } from "../../link/entities/person-name.js";
import { createPlaceKey } from "../../link/entities/place-key.js";
import { plainLetters } from "../../link/entities/plain-letters.js";
import type { CorpusEntityKind } from "../../model/corpus-entity.js";
import type { Entity } from "../../model/entity.js";

/** How the names of a corpus are told apart: entities of one key are one until something parts them. */
export interface EntityKeys {
  readonly people: PersonNames;
  readonly personOf: (wording: string) => PersonName;
  readonly organizationOf: (wording: string) => OrganizationName;
  /**
   * The key of an entity. A generic body is told apart by its country, else by that of the article, else it is the
   * article's own; a place by its id in the
   * gazetteer, else by its country; a team that bears a place's name by its sport.
   */
  readonly keyOf: (
    entity: Pick<Entity, "kind" | "name" | "country" | "location" | "team">,
    article: { readonly id: string; readonly country: string | null },
  ) => string;
  /** The key that another wording of an entity would have on its own. */
  readonly wordingKey: (kind: CorpusEntityKind, wording: string) => string;
  /** True for a key that names a country. */
  readonly isCountry: (key: string) => boolean;
  /** The country of a place's key or an organization's, or null. */
  readonly codeOf: (place: string) => string | null;
}

/** The lexicons that names of a corpus are read with. */
export const ENTITY_LEXICONS = [
  "cities",
  "countries",
  "entity-aliases",
  "entity-link-confidence",
  "given-names",
  "name-particles",
  "organization-words",
  "person-words",
] as const;

/** Confidence from which a place that bears a country's name is believed to be another one. */
const SURE = 0.85;

/** What parts the parts of a key. */
export const PART = "|";

export function createEntityKeys(lexicons: Lexicons): EntityKeys {
  const placeKey = createPlaceKey(lexicons);
  const codes = countryCodes(lexicons, placeKey);
  const people = createPersonNames(lexicons);
  const organizations = createOrganizationNames(lexicons, placeKey);
  const countries = new Set((lexicons.get("countries") ?? []).map(({ name = "" }) => placeKey(name)));
  const organizationOf = organizations.read;
  const worldwide = worldwideBodies(lexicons, organizationOf);
  const personOf = people.read;
  const placeName = (wording: string): string => {
    const key = placeKey(wording);
    return countries.has(key) ? key : plainLetters(key).replace(/\s+/g, " ");
  };
  const wordingKey = (kind: CorpusEntityKind, wording: string): string => {
    if (kind === "place") return `place${PART}${placeName(wording)}`;
    if (kind === "person") {
      const { words, suffix, nicknames } = personOf(wording);
      return `person${PART}${(words.length > 0 ? words : nicknames).join(" ")}${suffix === null ? "" : PART + suffix}`;
    }
    const { base, owner } = organizationOf(wording);
    return `organization${PART}${base}${owner === null ? "" : PART + (codes.get(owner) ?? owner)}`;
  };
  return {
    people,
    personOf,
    organizationOf,
    wordingKey,
    keyOf: ({ kind, name, country, location, team }, article) => {
      if (kind === "place" && team !== undefined) return `team${PART}${placeName(name)}${PART}${team}`;
      if (kind === "organization") {
        const { base, generic, owner } = organizationOf(name);
        if (team !== undefined && organizations.isPlace(base)) return `team${PART}${placeName(base)}${PART}${team}`;
        if (!generic) return `organization${PART}${base}`;
        // "Security Council", which no country's is called for short.
        if (country === undefined && owner === null && worldwide.has(base)) return `organization${PART}${base}`;
        const told = country ?? (owner === null ? null : (codes.get(owner) ?? owner)) ?? null;
        // "The court", "Parliament": of the country that the article is about; without one, of this article alone.
        return `organization${PART}${base}${PART}${told ?? article.country ?? `?${article.id}`}`;
      }
      // A village called "Us" is not meant by "US" where the gazetteer is not sure of it.
      const known = kind === "place" && countries.has(placeKey(name)) && location && location.confidence < SURE;
      if (kind === "place" && location && location.what !== "country" && !known) {
        if (location.geonameid !== null && !location.ofContainer) return `place${PART}#${location.geonameid}`;
        if (location.country !== null) return `${wordingKey("place", name)}${PART}${location.country}`;
      }
      return wordingKey(kind as CorpusEntityKind, name);
    },
    isCountry: (key) => countries.has(key.slice(key.indexOf(PART) + 1)),
    codeOf: (place) => codes.get(placeKey(place)) ?? null,
  };
}

/** Generic names that one body of the world goes by for short: "Security Council" of "UN Security Council". */
function worldwideBodies(lexicons: Lexicons, read: (wording: string) => OrganizationName): ReadonlySet<string> {
  const bases = new Set<string>();
  for (const { kind = "", name = "", aliases = "" } of lexicons.get("entity-aliases") ?? []) {
    const main = read(name);
    if (kind !== "organization" || main.owner !== null) continue;
    for (const { base, generic, owner } of aliases.split(";").map(read))
      if (generic && owner === null && (main.base.endsWith(` ${base}`) || base.startsWith(`${main.base} `))) bases.add(base);
  }
  return bases;
}
