import type { EntityStore } from "./entity-store.js";
import { PART, type EntityKeys } from "./entity-keys.js";
import type { Joins } from "./joins.js";

/** Whom a bare word may mean. */
interface Bearer {
  readonly root: number;
  /** Articles that give the full name. */
  articles: number;
  /** Articles that use the word alone for that person. */
  uses: number;
  /** Hashes of the names that surround the person. */
  readonly around: Set<number>;
}

/** Bearers of one word that are weighed: those of most articles. */
const BEARERS = 100;
/** Articles of a bearer whose surroundings are looked at. */
const LOOKED_AT = 60;

/**
 * Joins people who are named by one word with the person of the corpus who bears it, article by article: where the
 * articles that give the full name also use the word alone, or the same names surround both. Where nobody bears the word
 * in full, articles are joined whose surroundings agree. Gives for each member the item that it belongs to.
 */
export function joinSurnames(
  store: EntityStore,
  keys: EntityKeys,
  joins: Joins,
  parted: (member: number) => number,
): (member: number) => number {
  const { nodes, aliases, membersOf, members, eachAround } = store;
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
      const bearer = bearers.get(root) ?? { root, articles: 0, uses: 0, around: new Set<number>() };
      bearer.articles += nodes[number]?.articles ?? 0;
      bearer.uses += uses?.get(number) ?? 0;
      for (const member of membersOf(number).subarray(0, LOOKED_AT))
        eachAround(members.articleOf(member), (hash) => bearer.around.add(hash));
      bearers.set(root, bearer);
    }
    const likeness = createLikeness(store);
    const list = [...bearers.values()].sort((a, b) => b.articles + b.uses - a.articles - a.uses || a.root - b.root).slice(0, BEARERS);
    for (const member of membersOf(node.number)) {
      const article = members.articleOf(member);
      const choice = chooseBearer(store, article, list);
      if (choice) {
        const item = joins.add();
        items.set(member, item);
        joins.join(choice.bearer.root, item, "surname", choice.confidence);
        continue;
      }
      // Nobody, or nobody surely: those whose articles look alike are one.
      const group = likeness.find(article);
      const item = group ?? (likeness.size() === 0 ? node.number : joins.add());
      likeness.add(article, item);
      items.set(member, item);
    }
  }
  return (member) => items.get(member) ?? parted(member);
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

function chooseBearer(
  store: EntityStore,
  article: number,
  bearers: readonly Bearer[],
): { readonly bearer: Bearer; readonly confidence: number } | null {
  if (bearers.length === 0) return null;
  const scored = bearers
    .map((bearer) => ({ bearer, shared: sharedNames(store, article, bearer.around), weight: bearer.articles + 2 * bearer.uses }))
    .sort((a, b) => b.shared - a.shared || b.weight - a.weight);
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  const [best, second] = scored;
  if (!best) return null;
  const share = best.weight / total;
  if (second && second.shared === best.shared && share < 0.75) return null;
  if (best.bearer.uses === 0 && best.shared < 2) return null;
  return { bearer: best.bearer, confidence: Math.min(0.95, 0.5 + 0.3 * share + 0.05 * Math.min(3, best.shared)) };
}

/** How many of the names that surround an article are among others. */
function sharedNames({ eachAround }: EntityStore, article: number, others: ReadonlySet<number>): number {
  let shared = 0;
  eachAround(article, (hash) => {
    if (others.has(hash)) shared++;
  });
  return shared;
}

/** Groups of articles that look alike, found by the names that surround them. */
interface Likeness {
  /** The item of the group that an article looks most like, or undefined. */
  readonly find: (article: number) => number | undefined;
  readonly add: (article: number, item: number) => void;
  readonly size: () => number;
}

/** Names that two articles share to be alike on their own, and where their country or month is one as well. */
const ALIKE = 3;
const ALIKE_NEARBY = 2;
/** Groups that are looked up by one name: of a name that surrounds more, it tells little. */
const LOOKED_UP = 32;
const MONTH = 30 * 86_400_000;

function createLikeness({ eachAround, articles: { countries, days } }: EntityStore): Likeness {
  const groups: { readonly item: number; readonly country: string | null; readonly day: number }[] = [];
  const numbers = new Map<number, number>();
  const byName = new Map<number, number[]>();
  const dayOf = (article: number): number => {
    const day = days[article] ?? null;
    return day === null ? NaN : Date.parse(day);
  };
  return {
    size: () => groups.length,
    find: (article) => {
      const shared = new Map<number, number>();
      eachAround(article, (hash) => {
        for (const group of byName.get(hash) ?? []) shared.set(group, (shared.get(group) ?? 0) + 1);
      });
      const [best] = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const group = groups[best?.[0] ?? -1];
      if (!best || !group) return undefined;
      const country = countries[article] ?? null;
      const nearby = (country !== null && country === group.country) || Math.abs(dayOf(article) - group.day) <= MONTH;
      return best[1] >= ALIKE || (best[1] >= ALIKE_NEARBY && nearby) ? group.item : undefined;
    },
    add: (article, item) => {
      const number = numbers.get(item) ?? groups.push({ item, country: countries[article] ?? null, day: dayOf(article) }) - 1;
      numbers.set(item, number);
      eachAround(article, (hash) => {
        const list = byName.get(hash) ?? [];
        if (list.includes(number) || list.length >= LOOKED_UP) return;
        list.push(number);
        byName.set(hash, list);
      });
    },
  };
}
