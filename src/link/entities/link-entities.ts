import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Entity } from "../../model/entity.js";
import { NAME_KINDS, type Mention, type NameKind, type NameMention } from "../../model/mention.js";
import { foldName } from "./fold-name.js";
import { createOrganizationGrouping } from "./group-organizations.js";
import { createPlaceLocator } from "../locate-places.js";
import { createPeopleGrouping } from "./group-people.js";
import { createPlaceGrouping } from "./group-places.js";
import { createOrganizationNames } from "./organization-name.js";
import { createPersonCueReader } from "./person-cues.js";
import { createPersonNames } from "./person-name.js";
import { createPlaceKey } from "./place-key.js";

export interface LinkedMentions {
  /** The mentions as given, names with their `entity`. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** Groups the mentions of one article that name the same thing. Mentions come in order of start. */
export type EntityLinker = (text: string, mentions: readonly Mention[]) => LinkedMentions;

/** For each mention of one kind, in order, the number of its group. Equal numbers are one entity. */
export type Grouping = (mentions: readonly NameMention[], text: string, all: readonly Mention[]) => readonly number[];

/** Builds the linker: people by their names and what the text tells of them, organizations by acronym and owner, places by their aliases. */
export function createEntityLinker(lexicons: Lexicons): EntityLinker {
  const placeKey = createPlaceKey(lexicons);
  const locate = createPlaceLocator(lexicons);
  const groupOrganizations = createOrganizationGrouping(createOrganizationNames(lexicons, placeKey), placeKey);
  const groupings: Readonly<Record<NameKind, Grouping>> = {
    person: createPeopleGrouping(createPersonNames(lexicons), createPersonCueReader(lexicons)),
    organization: (mentions, text, all) => groupOrganizations(mentions, text, all).numbers,
    place: createPlaceGrouping(lexicons, placeKey),
    group: (mentions) => groupByKey(mentions, (wording) => foldName(wording).replace(/s$/, "")),
  };
  return (text, mentions) => {
    const entityOf = new Map<Mention, string>();
    const entities: Entity[] = [];
    for (const kind of NAME_KINDS) {
      const names = mentions.filter((mention): mention is NameMention => mention.kind === kind);
      const groups = new Map<number, NameMention[]>();
      const numbers = groupings[kind](names, text, mentions);
      for (const [i, name] of names.entries()) {
        const number = numbers[i] ?? -1;
        const members = groups.get(number);
        if (members) members.push(name);
        else groups.set(number, [name]);
      }
      let count = 0;
      for (const members of groups.values()) {
        const id = `${kind}:${++count}`;
        for (const member of members) entityOf.set(member, id);
        entities.push(describeEntity(id, kind, members));
      }
    }
    const locations = locate(entities.filter((entity) => entity.kind === "place"));
    const named: Mention[] = [];
    for (const mention of mentions) {
      const entity = entityOf.get(mention);
      named.push(entity === undefined ? mention : ({ ...mention, entity } as NameMention));
    }
    return {
      mentions: named,
      entities: entities.map((entity) => {
        const location = locations.get(entity.id);
        return location ? { ...entity, location } : entity;
      }),
    };
  };
}

function describeEntity(id: string, kind: NameKind, members: readonly NameMention[]): Entity {
  const wordings = [...new Set(members.map((member) => member.text.replace(/\s+/gu, " ")))];
  const name = wordings.reduce((best, wording) => (isFuller(wording, best) ? wording : best));
  return { id, kind, name, aliases: wordings.filter((wording) => wording !== name), mentions: members.length };
}

/** More words, then mixed case before capitals, then more letters; of equals the first stands. */
function isFuller(a: string, b: string): boolean {
  const rank = (wording: string): readonly number[] => [
    wording.split(" ").length, wording === wording.toUpperCase() && wording.length > 5 ? 0 : 1, wording.length,
  ];
  const [left, right] = [rank(a), rank(b)];
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
