import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Entity } from "../../model/entity.js";
import type { Location } from "../../model/place.js";
import { groupBySpot } from "../places/group-by-spot.js";
import { NAME_KINDS, type Mention, type NameKind, type NameMention } from "../../model/mention.js";
import { countryCodes, createPersonCountries } from "./find-countries.js";
import { foldName } from "./fold-name.js";
import { createOrganizationGrouping } from "./group-organizations.js";
import { createPeopleGrouping } from "./group-people.js";
import { createPlaceGrouping } from "./group-places.js";
import { createTeamFinder } from "./find-teams.js";
import { createOrganizationNames } from "./organization-name.js";
import { createPersonCueReader } from "./person-cues.js";
import { createPersonNames } from "./person-name.js";
import { createPlaceKey } from "./place-key.js";

export interface LinkedMentions {
  /** The mentions as given, names with their `entity`. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** Where place mentions lie. */
type Locations = ReadonlyMap<Mention, Location>;

/**
 * Groups the mentions of one article that name the same thing. Mentions come in order of start. Places of one name in two
 * spots are two, of two names in one spot one.
 */
export type EntityLinker = (text: string, mentions: readonly Mention[], locations?: Locations) => LinkedMentions;

/** What one kind of name is grouped into: for each mention, in order, its group, its country and the titles before it. */
interface Groups {
  readonly numbers: readonly number[];
  readonly countries?: readonly (string | null)[];
  readonly roles?: readonly (readonly string[])[];
}

type Grouping = (mentions: readonly NameMention[], text: string, all: readonly Mention[], locations: Locations) => Groups;

/**
 * Builds the linker: people by their names and what the text tells of them, organizations by acronym and owner, places by their
 * aliases.
 */
export function createEntityLinker(lexicons: Lexicons): EntityLinker {
  const groupings = createGroupings(lexicons);
  const findTeams = createTeamFinder(lexicons);
  return (text, mentions, locations = new Map<Mention, Location>()) => {
    const entityOf = new Map<Mention, string>();
    const teams = findTeams(text);
    const entities: Entity[] = [];
    for (const kind of NAME_KINDS) {
      const names = mentions.filter((mention): mention is NameMention => mention.kind === kind);
      const found = groupings[kind](names, text, mentions, locations);
      const groups = new Map<number, number[]>();
      for (const i of names.keys()) {
        const number = found.numbers[i] ?? -1;
        const members = groups.get(number);
        if (members) members.push(i);
        else groups.set(number, [i]);
      }
      let count = 0;
      for (const members of groups.values()) {
        const id = `${kind}:${++count}`;
        for (const i of members) entityOf.set(names[i] as NameMention, id);
        const location = members.map((i) => locations.get(names[i] as NameMention)).find((known) => known !== undefined);
        const team =
          teams.sport !== null &&
          (kind === "organization" || (kind === "place" && teams.areTeam(members.map((i) => names[i] as NameMention))));
        entities.push({
          ...describeEntity(id, kind, members, names, found),
          ...(team && { team: teams.sport }),
          ...(location && { location }),
        });
      }
    }
    const named: Mention[] = [];
    for (const mention of mentions) {
      const entity = entityOf.get(mention);
      named.push(entity === undefined ? mention : ({ ...mention, entity } as NameMention));
    }
    return { mentions: named, entities };
  };
}

function createGroupings(lexicons: Lexicons): Readonly<Record<NameKind, Grouping>> {
  const placeKey = createPlaceKey(lexicons);
  const codes = countryCodes(lexicons, placeKey);
  const groupPeople = createPeopleGrouping(createPersonNames(lexicons), createPersonCueReader(lexicons));
  const groupOrganizations = createOrganizationGrouping(createOrganizationNames(lexicons, placeKey), placeKey);
  const groupPlaces = createPlaceGrouping(lexicons, placeKey);
  const countriesOf = createPersonCountries(codes, placeKey);
  return {
    person: (mentions, text, all) => {
      const { numbers, cues } = groupPeople(mentions, text);
      return { numbers, countries: countriesOf(mentions, cues, text, all), roles: cues.map(({ offices }) => offices) };
    },
    organization: (mentions, text, all) => {
      const { numbers, owners } = groupOrganizations(mentions, text, all);
      return { numbers, countries: owners.map((owner) => (owner === null ? null : (codes.get(owner) ?? null))) };
    },
    place: (mentions, _, __, locations) => ({
      numbers: groupBySpot(
        groupPlaces(mentions, (mention) => locations.has(mention)),
        mentions.map((mention) => locations.get(mention)),
      ),
    }),
    group: (mentions) => ({ numbers: groupByKey(mentions, (wording) => foldName(wording).replace(/s$/, "")) }),
  };
}

function describeEntity(
  id: string,
  kind: NameKind,
  members: readonly number[],
  names: readonly NameMention[],
  { countries, roles }: Groups,
): Entity {
  const uses = new Map<string, number>();
  for (const i of members) {
    const wording = names[i]?.text.replace(/\s+/gu, " ") ?? "";
    uses.set(wording, (uses.get(wording) ?? 0) + 1);
  }
  const wordings = [...uses.keys()];
  const rankOf = (wording: string): readonly number[] => fullnessOf(wording, kind === "person" ? (uses.get(wording) ?? 0) : 0);
  const name = wordings.reduce((best, wording) => (isHigher(rankOf(wording), rankOf(best)) ? wording : best));
  const country = mostFrequent(members.map((i) => countries?.[i] ?? null));
  const offices = [...new Set(members.flatMap((i) => roles?.[i] ?? []))];
  return {
    id,
    kind,
    name,
    aliases: wordings.filter((wording) => wording !== name),
    mentions: members.length,
    ...(country === null ? {} : { country }),
    ...(offices.length === 0 ? {} : { roles: offices }),
  };
}

/** The value that most of them have; of equals the first. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return (
    [...counts].reduce<readonly [string, number] | null>(
      (best, entry) => (best === null || entry[1] > best[1] ? entry : best),
      null,
    )?.[0] ?? null
  );
}

/** A single quote that opens or closes nothing within the name: what is left of a nickname that was cut. */
const hasLoneQuote = (wording: string): boolean => (wording.match(/(?<=^| )['’‘]|['’‘](?= |$)/gu)?.length ?? 0) % 2 === 1;

/**
 * How full a name is: whole nicknames before cut ones, more words, mixed case before capitals; of a person's names a given
 * name written out and what is used more often; then more letters.
 */
function fullnessOf(wording: string, uses: number): readonly number[] {
  const words = wording.split(" ");
  return [
    hasLoneQuote(wording) ? 0 : 1,
    words.length,
    wording === wording.toUpperCase() && wording.length > 5 ? 0 : 1,
    uses === 0 || (words[0]?.length ?? 0) > 2 ? 1 : 0,
    uses,
    uses === 0 || words.length === 1 ? wording.length : 0,
  ];
}

/** Of equals the first stands. */
function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const difference = left.map((value, i) => value - (right[i] ?? 0)).find((d) => d !== 0);
  return difference !== undefined && difference > 0;
}

function groupByKey(mentions: readonly NameMention[], key: (wording: string) => string): readonly number[] {
  const numbers = new Map<string, number>();
  return mentions.map(({ text }) => {
    const k = key(text);
    const number = numbers.get(k) ?? numbers.size;
    numbers.set(k, number);
    return number;
  });
}
