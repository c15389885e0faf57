import { memberName } from "../decisions.js";
import type { DecidedEntities } from "./decide-entities.js";
import type { EntityStore } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** Which members of a corpus are one, four bytes each. Groups are numbers from 0, in the order of their first members. */
export interface MemberGroups {
  /** How many they are. */
  readonly size: number;
  /** The group of each member. */
  readonly groupOf: Uint32Array;
  /** The first member of each group: it gives the group its id. */
  readonly firstOf: readonly number[];
  /** Whether people decided to leave it out. */
  readonly isDropped: (group: number) => boolean;
}

export function groupMembers({ members }: EntityStore, joins: Joins, { itemOf, dropped }: DecidedEntities): MemberGroups {
  const groupOf = new Uint32Array(members.size);
  const firstOf: number[] = [];
  const byRoot = new Map<number, number>();
  const droppedGroups = new Set<number>();
  for (let member = 0; member < members.size; member++) {
    const root = joins.root(itemOf(member));
    const group = byRoot.get(root) ?? firstOf.push(member) - 1;
    byRoot.set(root, group);
    if (dropped.has(root)) droppedGroups.add(group);
    groupOf[member] = group;
  }
  return { size: firstOf.length, groupOf, firstOf, isDropped: (group) => droppedGroups.has(group) };
}

/** The id of a member within its article: `person:3`. */
export const entityOf = ({ members }: EntityStore, member: number): string => `${members.factsOf(member).kind}:${members.numberOf(member)}`;

/** The name of a member in the corpus: `ARTICLE#person:3`. */
export const nameOf = (store: EntityStore, member: number): string =>
  memberName(store.articles.ids[store.members.articleOf(member)] ?? "", entityOf(store, member));

/** Gives the id of the group that an entity of an article is in, or null. Keeps the members of the article asked for last. */
export function createIdLookup(
  store: EntityStore,
  { groupOf, firstOf, isDropped }: MemberGroups,
): (article: number, entity: string) => string | null {
  const { members } = store;
  let [at, from] = [-1, 0];
  let known = new Map<string, number>();
  /** The first member of an article or of one behind it; members are in the order of articles. */
  const firstMember = (article: number): number => {
    let [low, high] = article >= at ? [from, members.size] : [0, from];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (members.articleOf(middle) < article) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (article, entity) => {
    if (article !== at) {
      from = firstMember(article);
      at = article;
      known = new Map();
      for (let member = from; member < members.size && members.articleOf(member) === article; member++)
        known.set(entityOf(store, member), member);
    }
    const member = known.get(entity);
    const group = member === undefined ? undefined : groupOf[member];
    return group === undefined || isDropped(group) ? null : nameOf(store, firstOf[group] ?? 0);
  };
}
