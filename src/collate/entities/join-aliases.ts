import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { CORPUS_ENTITY_KINDS, type CorpusEntityKind } from "../../model/corpus-entity.js";
import type { EntityKeys } from "./entity-keys.js";
import type { EntityStore } from "./entity-store.js";
import type { PlaceIndex } from "./join-places.js";
import type { Joins } from "./joins.js";

/** The share of a wording's uses, where articles say what it stands for, that one entity must have to be meant everywhere. */
const DOMINANT = 0.75;

/** Names of one entity that are known before any article is read, by the key of each. */
export type Seeds = ReadonlyMap<string, string>;

const NO_PERSON = ["organization", "place"] as const;
const ANYTHING = ["organization", "place", "person"] as const;

/** Reads `lexicons/entity-aliases.tsv`: the key of every wording → the key of the name. */
export function readSeeds(lexicons: Lexicons, keys: EntityKeys): Seeds {
  const seeds = new Map<string, string>();
  for (const { kind = "", name = "", aliases = "" } of lexicons.get("entity-aliases") ?? []) {
    if (!CORPUS_ENTITY_KINDS.includes(kind as CorpusEntityKind)) continue;
    const main = keys.wordingKey(kind as CorpusEntityKind, name);
    for (const wording of [name, ...aliases.split(";")]) {
      seeds.set(keys.wordingKey(kind as CorpusEntityKind, wording), main);
      // Taggers take "EU" for a place here, "Gaza Strip" for a body there and "Der Spiegel" for somebody.
      for (const other of kind === "place" ? NO_PERSON : kind === "organization" && wording.includes(" ") ? ANYTHING : NO_PERSON)
        if (kind !== "person" && !seeds.has(keys.wordingKey(other, wording))) seeds.set(keys.wordingKey(other, wording), main);
    }
  }
  return seeds;
}

/**
 * Joins what the articles themselves call by two names: where one article writes "European Union (EU)", the "EU" of the
 * others is that, unless a good part of the articles uses "EU" for something else. Words alone of a person's name are left
 * to those who know the surroundings. Then joins what the seeds know.
 */
export function joinAliases({ nodes, byKey, aliases }: EntityStore, seeds: Seeds, places: PlaceIndex, joins: Joins): void {
  const dominant = (uses: ReadonlyMap<number, number>): readonly [node: number, times: number] | null => {
    const total = [...uses.values()].reduce((sum, n) => sum + n, 0);
    const [best, times] = [...uses].reduce((a, b) => (b[1] > a[1] ? b : a));
    return times < DOMINANT * total ? null : [best, times];
  };
  /** What bears the name, else what most articles also call so: "French National Front", where "National Front" is no entity's name. */
  const find = (key: string): number | undefined => {
    const uses = key.includes(" ") ? aliases.get(key) : undefined;
    return byKey.get(key) ?? places.meant(key) ?? (uses && dominant(uses)?.[0]);
  };
  for (const [key, uses] of aliases) {
    const node = byKey.get(key);
    if (node === undefined || (nodes[node]?.kind === "person" && !key.includes(" "))) continue;
    const most = dominant(uses);
    if (most === null) continue;
    const [best, times] = most;
    const seed = seeds.get(key);
    // The full name of somebody known is that one's, whatever else an article calls it; an acronym may be another's.
    if (seed !== undefined && seed !== key && times < 2 && nodes[best]?.key !== seed) continue;
    joins.join(best, node, "alias", Math.min(0.97, 0.8 + 0.05 * times));
  }
  const first = new Map<string, number>();
  for (const main of new Set(seeds.values())) {
    const node = find(main);
    if (node !== undefined) first.set(main, node);
  }
  for (const [key, main] of seeds) {
    const node = find(key);
    if (node === undefined || (joins.root(node) !== node && key !== main)) continue;
    const into = first.get(main);
    if (into === undefined) first.set(main, node);
    else if (into !== node) joins.join(into, node, "seed", 0.95);
  }
}
