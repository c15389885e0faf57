import type { Entity } from "../../model/entity.js";
import type { Mention } from "../../model/mention.js";
import type { Location } from "../../model/place.js";
import { USER_RULE, type UserName } from "../../model/user-name.js";

/** What the user says of the entities and places of an article. */
export interface UserEntities {
  /** The places that the user gives, over those that were resolved. */
  readonly locate: (mentions: readonly Mention[], located: ReadonlyMap<Mention, Location>) => ReadonlyMap<Mention, Location>;
  /** Entities by the names that the user gives them; those of one name and kind are one. */
  readonly rename: (linked: Linked) => Linked;
}

interface Linked {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** What the user knows of names, for the entities that they belong to. */
export function createUserEntities(names: readonly UserName[]): UserEntities {
  const byText = new Map(names.map((name) => [name.text, name] as const));
  const told = (mention: Mention): UserName | undefined =>
    "by" in mention && mention.by === USER_RULE ? byText.get(mention.text) : undefined;
  if (names.length === 0) return { locate: (_, located) => located, rename: (linked) => linked };
  return {
    locate: (mentions, located) => {
      const places = new Map(located);
      for (const mention of mentions) {
        const name = told(mention);
        if (mention.kind === "place" && name?.latitude !== undefined && name.longitude !== undefined)
          places.set(mention, locationOf(name, name.latitude, name.longitude));
      }
      return places;
    },
    rename: ({ mentions, entities }) => {
      const called = new Map<string, string>();
      for (const mention of mentions) {
        const name = told(mention)?.name;
        if (name !== undefined && "entity" in mention && mention.entity !== undefined && !called.has(mention.entity))
          called.set(mention.entity, name);
      }
      if (called.size === 0) return { mentions, entities };
      const one = new Map<string, string>();
      const into = new Map<string, string>();
      for (const { id, kind } of entities) {
        const name = called.get(id);
        if (name === undefined) continue;
        const key = `${kind}\n${name}`;
        one.set(key, one.get(key) ?? id);
        into.set(id, one.get(key) ?? id);
      }
      const merged = entities
        .filter(({ id }) => (into.get(id) ?? id) === id)
        .map((entity) => renamed(entity, called.get(entity.id), entities, into));
      const moved = mentions.map((mention) => {
        const id = "entity" in mention && mention.entity !== undefined ? into.get(mention.entity) : undefined;
        return id === undefined || id === (mention as { readonly entity?: string }).entity
          ? mention
          : ({ ...mention, entity: id } as Mention);
      });
      return { mentions: moved, entities: merged };
    },
  };
}

function renamed(entity: Entity, name: string | undefined, all: readonly Entity[], into: ReadonlyMap<string, string>): Entity {
  if (name === undefined) return entity;
  const members = all.filter(({ id }) => into.get(id) === entity.id);
  const wordings = new Set(members.flatMap((member) => [member.name, ...member.aliases]));
  wordings.delete(name);
  const location = members.find((member) => member.location)?.location;
  return {
    ...entity,
    name,
    aliases: [...wordings],
    mentions: members.reduce((sum, { mentions }) => sum + mentions, 0),
    ...(location && { location }),
  };
}

function locationOf({ text, name = text }: UserName, latitude: number, longitude: number): Location {
  return {
    what: "city",
    name,
    latitude,
    longitude,
    geonameid: null,
    country: null,
    admin1: null,
    admin2: null,
    ofContainer: null,
    reason: "given by the user",
    confidence: 1,
  };
}
