import { SURROUNDINGS, type EntityStore } from "./entity-store.js";
import { PART, type EntityKeys } from "./entity-keys.js";
import type { Joins } from "./joins.js";

/** Whom a bare word may mean. */
interface Bearer {
  readonly root: number;
  /** Articles that give the full name. */
  articles: number;
  /** Articles that use the word alone for that person. */
  uses: number;
  readonly articleNumbers: number[];
}

/** Articles of a bearer whose surroundings are looked at. */
const LOOKED_AT = 60;

/**
 * Joins people who are named by one word with the person of the corpus who bears it, article by article: where the
 * articles that give the full name also use the word alone, or the same names surround both. Where nobody bears the word
 * in full, articles are joined whose surroundings agree. Gives for each member the item that it belongs to.
 */
export function joinSurnames(store: EntityStore, keys: EntityKeys, joins: Joins): (member: number) => number {
  const { nodes, aliases, membersOf, members, articles } = store;
  const items = new Map<number, number>();
  const bearersByWord = indexBearers(store, keys);
  for (const node of nodes) {
    const word = node.key.slice(node.key.indexOf(PART) + 1);
    if (node.kind !== "person" || word.includes(" ") || joins.root(node.number) !== node.number) continue;
    const bearers = new Map<number, Bearer>();
    const uses = aliases.get(node.key);
    for (const number of new Set([...(bearersByWord.get(word) ?? []), ...(uses?.keys() ?? [])])) {
      const root = joins.root(number);
      if (root === node.number) continue;
      const bearer = bearers.get(root) ?? { root, articles: 0, uses: 0, articleNumbers: [] };
      bearer.articles += nodes[number]?.articles ?? 0;
      bearer.uses += uses?.get(number) ?? 0;
      for (const member of membersOf(number).subarray(0, LOOKED_AT)) bearer.articleNumbers.push(members.articleOf(member));
      bearers.set(root, bearer);
    }
    const leaders: { readonly item: number; readonly articles: number[] }[] = [];
    for (const member of membersOf(node.number)) {
      const article = members.articleOf(member);
      const choice = chooseBearer(store, article, [...bearers.values()]);
      if (choice) {
        const item = joins.add();
        items.set(member, item);
        joins.join(choice.bearer.root, item, "surname", choice.confidence);
        continue;
      }
      // Nobody, or nobody surely: those whose articles look alike are one.
      const leader = leaders.find(({ articles: others }) => others.some((other) => alike(store, article, other, articles)));
      if (leader) {
        leader.articles.push(article);
        items.set(member, leader.item);
      } else {
        const item = leaders.length === 0 ? node.number : joins.add();
        leaders.push({ item, articles: [article] });
        items.set(member, item);
      }
    }
  }
  return (member) => items.get(member) ?? members.nodeOf(member);
}

/** Full names by the words that may stand for them: the last one, in long names the one before, and nicknames. */
function indexBearers({ nodes }: EntityStore, keys: EntityKeys): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const node of nodes) {
    if (node.kind !== "person") continue;
    const { words, nicknames } = keys.personOf(node.name);
    if (words.length < 2) continue;
    for (const word of new Set([...words.slice(words.length > 2 ? -2 : -1), ...nicknames])) {
      const list = index.get(word);
      if (list) list.push(node.number);
      else index.set(word, [node.number]);
    }
  }
  return index;
}

function chooseBearer(store: EntityStore, article: number, bearers: readonly Bearer[]): { readonly bearer: Bearer; readonly confidence: number } | null {
  if (bearers.length === 0) return null;
  const scored = bearers.map((bearer) => ({ bearer, shared: sharedNames(store, article, bearer.articleNumbers), weight: bearer.articles + 2 * bearer.uses })).sort((a, b) => b.shared - a.shared || b.weight - a.weight);
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  const [best, second] = scored;
  if (!best) return null;
  const share = best.weight / total;
  if (second && second.shared === best.shared && share < 0.75) return null;
  if (best.bearer.uses === 0 && best.shared < 2) return null;
  return { bearer: best.bearer, confidence: Math.min(0.95, 0.5 + 0.3 * share + 0.05 * Math.min(3, best.shared)) };
}

/** How many of the names that surround an article surround the others, too, at the most alike of them. */
function sharedNames({ surroundingsOf }: EntityStore, article: number, others: readonly number[]): number {
  const names = new Set(surroundingsOf(article));
  let most = 0;
  for (const other of others) most = Math.max(most, surroundingsOf(other).filter((hash) => names.has(hash)).length);
  return Math.min(most, SURROUNDINGS);
}

function alike(store: EntityStore, article: number, other: number, { countries, days }: EntityStore["articles"]): boolean {
  const shared = sharedNames(store, article, [other]);
  if (shared >= 3) return true;
  const [a, b] = [countries[article], countries[other]];
  const [x, y] = [days[article], days[other]];
  const near = x !== null && y !== null && x !== undefined && y !== undefined && Math.abs(Date.parse(x) - Date.parse(y)) <= 30 * 86_400_000;
  return shared >= 2 && ((a !== null && a === b) || near);
}
