import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { EntityKeys } from "./entity-keys.js";
import type { EntityStore, Facts } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** People of one full name whom the articles tell apart. */
interface Namesake {
  readonly item: number;
  readonly countries: Set<string>;
  readonly fields: Set<string>;
  readonly around: Set<number>;
}

/** Surrounding names that two articles share for their people of one name to be one, whatever they do there. */
const SHARED = 2;

/**
 * Parts people who share a full name: an article whose person has another trade than all before, and with whom no other
 * names are shared, tells of somebody else; surely where the countries differ. What an article leaves open parts nobody.
 * Gives for each member the item that it belongs to.
 */
export function createNamesakeParting(lexicons: Lexicons): (store: EntityStore, keys: EntityKeys, joins: Joins) => (member: number) => number {
  const fieldOf = new Map((lexicons.get("person-words") ?? []).filter(({ field = "" }) => field !== "").map(({ word = "", field = "" }) => [word, field]));
  const fieldsOf = ({ roles }: Facts): readonly string[] => roles.flatMap((role) => fieldOf.get(role) ?? []);
  return ({ nodes, membersOf, members, eachAround }, keys, joins) => {
    const items = new Map<number, number>();
    for (const node of nodes) {
      if (node.kind !== "person" || node.articles < 2 || keys.personOf(node.name).words.length < 2) continue;
      const namesakes: Namesake[] = [];
      for (const member of membersOf(node.number)) {
        const facts = members.factsOf(member);
        const fields = fieldsOf(facts);
        const around: number[] = [];
        eachAround(members.articleOf(member), (hash) => around.push(hash));
        const known = namesakes.find((namesake) => !differ(namesake, facts, fields, around));
        const namesake = known ?? { item: namesakes.length === 0 ? node.number : joins.add(), countries: new Set<string>(), fields: new Set<string>(), around: new Set<number>() };
        if (!known) namesakes.push(namesake);
        if (facts.country !== null) namesake.countries.add(facts.country);
        for (const field of fields) namesake.fields.add(field);
        for (const hash of around) namesake.around.add(hash);
        items.set(member, namesake.item);
      }
    }
    return (member) => items.get(member) ?? members.nodeOf(member);
  };
}

function differ({ countries, fields, around }: Namesake, facts: Facts, other: readonly string[], names: readonly number[]): boolean {
  if (fields.size === 0 || other.length === 0 || other.some((field) => fields.has(field))) return false;
  const abroad = facts.country !== null && countries.size > 0 && !countries.has(facts.country);
  // The person's own name surrounds both.
  const shared = names.filter((hash) => around.has(hash)).length - 1;
  return abroad ? shared < 2 * SHARED : shared < SHARED;
}
