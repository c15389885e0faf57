import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { EntityKeys } from "./entity-keys.js";
import type { EntityStore, Facts } from "./entity-store.js";
import type { Joins } from "./joins.js";

/** People of one full name whom the articles tell apart. */
interface Namesake {
  readonly item: number;
  readonly countries: Set<string>;
  /** Countries that the articles are about. */
  readonly scenes: Set<string>;
  readonly fields: Set<string>;
  readonly around: Set<number>;
}

/** Surrounding names that two articles share for their people of one name to be one, whatever they do there. */
const SHARED = 2;

/**
 * Parts people who share a full name: an article whose person has another trade than all before, and with whom no other
 * names are shared, tells of somebody else; surely where the countries differ. So does, for a name that is made of two
 * common ones, an article on another country with no other name in it. What an article leaves open parts nobody.
 * Gives for each member the item that it belongs to.
 */
export function createNamesakeParting(
  lexicons: Lexicons,
): (store: EntityStore, keys: EntityKeys, joins: Joins) => (member: number) => number {
  const fieldOf = new Map(
    (lexicons.get("person-words") ?? []).filter(({ field = "" }) => field !== "").map(({ word = "", field = "" }) => [word, field]),
  );
  const fieldsOf = ({ roles }: Facts): readonly string[] => roles.flatMap((role) => fieldOf.get(role) ?? []);
  return ({ nodes, membersOf, members, eachAround, articles }, keys, joins) => {
    const items = new Map<number, number>();
    const isCommon = countNames(nodes, keys);
    for (const node of nodes) {
      if (node.kind !== "person" || node.articles < 2 || keys.personOf(node.name).words.length < 2) continue;
      const namesakes: Namesake[] = [];
      const common = isCommon(keys.personOf(node.name).words);
      for (const member of membersOf(node.number)) {
        const facts = members.factsOf(member);
        const fields = fieldsOf(facts);
        const around: number[] = [];
        eachAround(members.articleOf(member), (hash) => around.push(hash));
        const scene = articles.countries[members.articleOf(member)] ?? null;
        const known = namesakes.find(
          (namesake) => !differ(namesake, facts, fields, around) && !(common && isElsewhere(namesake, scene, around)),
        );
        const namesake = known ?? {
          item: namesakes.length === 0 ? node.number : joins.add(),
          countries: new Set<string>(),
          scenes: new Set<string>(),
          fields: new Set<string>(),
          around: new Set<number>(),
        };
        if (!known) namesakes.push(namesake);
        if (facts.country !== null) namesake.countries.add(facts.country);
        if (scene !== null) namesake.scenes.add(scene);
        for (const field of fields) namesake.fields.add(field);
        for (const hash of around) namesake.around.add(hash);
        items.set(member, namesake.item);
      }
    }
    return (member) => items.get(member) ?? members.nodeOf(member);
  };
}

/** People of the corpus who must share a given name, and a surname, for both together to tell little. */
const COMMON = 3;

/** Tells names whose given name and surname many others of the corpus bear. */
function countNames(nodes: EntityStore["nodes"], keys: EntityKeys): (words: readonly string[]) => boolean {
  const given = new Map<string, number>();
  const surnames = new Map<string, number>();
  for (const node of nodes) {
    if (node.kind !== "person") continue;
    const { words } = keys.personOf(node.name);
    if (words.length < 2) continue;
    given.set(words[0] ?? "", (given.get(words[0] ?? "") ?? 0) + 1);
    surnames.set(words.at(-1) ?? "", (surnames.get(words.at(-1) ?? "") ?? 0) + 1);
  }
  return (words) => words.length === 2 && (given.get(words[0] ?? "") ?? 0) > COMMON && (surnames.get(words[1] ?? "") ?? 0) > COMMON;
}

/** Whether an article is about another country than all before, and shares no other name with them. */
function isElsewhere({ scenes, around }: Namesake, scene: string | null, names: readonly number[]): boolean {
  return scene !== null && scenes.size > 0 && !scenes.has(scene) && names.filter((hash) => around.has(hash)).length <= 1;
}

function differ({ countries, fields, around }: Namesake, facts: Facts, other: readonly string[], names: readonly number[]): boolean {
  if (fields.size === 0 || other.length === 0 || other.some((field) => fields.has(field))) return false;
  const abroad = facts.country !== null && countries.size > 0 && !countries.has(facts.country);
  // The person's own name surrounds both.
  const shared = names.filter((hash) => around.has(hash)).length - 1;
  return abroad ? shared < 2 * SHARED : shared < SHARED;
}
