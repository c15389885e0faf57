import type { CorpusEntityKind } from "../../model/corpus-entity.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Entity, Location } from "../../model/entity.js";
import type { CollatedArticle } from "../collator.js";
import { hashWord } from "../hash-word.js";
import { PART, type EntityKeys } from "./entity-keys.js";
import { createGrowingNumbers, invertGroups, type GrowingNumbers } from "./growing-numbers.js";

/** All entities of one key. */
export interface NameNode {
  readonly number: number;
  readonly kind: CorpusEntityKind;
  readonly key: string;
  /** The first wording of an entity of this key. */
  readonly name: string;
  /** Articles that use each wording: of the entities of this key. Absent while there is but the name. */
  wordings: Map<string, number> | null;
  articles: number;
  location: Location | null;
}

/** What an entity says of itself besides its name; members share these. */
export interface Facts {
  /** The kind that its article has it as. */
  readonly kind: CorpusEntityKind;
  readonly country: string | null;
  readonly roles: readonly string[];
  /** The sport of an article on one. */
  readonly team: string | null;
}

/** The entities of a corpus in columns: some dozens of bytes each, with every name kept once. */
export interface EntityStore {
  readonly nodes: readonly NameNode[];
  readonly byKey: ReadonlyMap<string, number>;
  /** For the key of a wording, how many articles use it for each node that bears another name as well. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly articles: {
    readonly ids: readonly string[];
    readonly days: readonly (IsoDate | null)[];
    readonly countries: readonly (string | null)[];
  };
  readonly members: {
    readonly size: number;
    readonly nodeOf: (member: number) => number;
    readonly articleOf: (member: number) => number;
    /** Its place among the entities of its kind in the record: 3 of `person:3`. */
    readonly numberOf: (member: number) => number;
    readonly mentionsOf: (member: number) => number;
    readonly factsOf: (member: number) => Facts;
  };
  /** Members of a node, in order. */
  readonly membersOf: (node: number) => Uint32Array;
  /** Calls back with the hash of each name that an article names most: what surrounds an entity. */
  readonly eachAround: (article: number, take: (hash: number) => void) => void;
}

export interface EntityStoreBuilder {
  readonly add: (article: CollatedArticle) => void;
  readonly build: () => EntityStore;
}

/** Names of an article that are kept as its surroundings. */
const SURROUNDINGS = 16;
/** Wordings that are kept of a node. */
const WORDINGS = 24;

export function createEntityStore(keys: EntityKeys): EntityStoreBuilder {
  const nodes: NameNode[] = [];
  const byKey = new Map<string, number>();
  const aliases = new Map<string, Map<number, number>>();
  const ids: string[] = [];
  const days: (IsoDate | null)[] = [];
  const countries: (string | null)[] = [];
  const columns = {
    node: createGrowingNumbers(),
    article: createGrowingNumbers(),
    number: createGrowingNumbers(),
    mentions: createGrowingNumbers(),
    facts: createGrowingNumbers(),
  };
  const around = createGrowingNumbers();
  const facts: Facts[] = [];
  const factIndex = new Map<string, number>();
  const internFacts = (kind: CorpusEntityKind, { country = null, roles = [], team = null }: Partial<Omit<Facts, "kind">>): number => {
    const key = `${kind};${country ?? ""};${team ?? ""};${roles.join(";")}`;
    const known = factIndex.get(key);
    if (known !== undefined) return known;
    factIndex.set(key, facts.length);
    return facts.push({ kind, country, roles, team }) - 1;
  };
  return {
    add: (article) => {
      const index = ids.push(article.id) - 1;
      days.push(article.publishedAt);
      const country = mainCountry(article.entities, keys);
      countries.push(country);
      for (const hash of surroundings(article.entities, keys)) around.push(hash);
      for (const entity of article.entities) {
        if (entity.kind === "group") continue;
        const key = keys.keyOf(entity, { id: article.id, country });
        let number = byKey.get(key);
        if (number === undefined) {
          number =
            nodes.push({
              number: nodes.length,
              kind: entity.kind,
              key,
              name: entity.name,
              wordings: null,
              articles: 0,
              location: entity.location ?? null,
            }) - 1;
          byKey.set(key, number);
        }
        const node = nodes[number] as NameNode;
        node.articles++;
        node.location ??= entity.location ?? null;
        countWordings(node, entity);
        for (const alias of entity.aliases) {
          const other = keys.wordingKey(entity.kind, alias);
          // A team's town is no other name of the team.
          if (other !== key && !key.startsWith(other + PART) && !key.startsWith("team")) count(aliases, other, number);
        }
        columns.node.push(number);
        columns.article.push(index);
        columns.number.push(Number(entity.id.slice(entity.id.indexOf(":") + 1)));
        columns.mentions.push(entity.mentions);
        columns.facts.push(internFacts(entity.kind, entity));
      }
    },
    build: () => {
      const size = columns.node.size();
      const at =
        (column: GrowingNumbers) =>
        (member: number): number =>
          column.at(member);
      return {
        nodes,
        byKey,
        aliases,
        articles: { ids, days, countries },
        members: {
          size,
          nodeOf: at(columns.node),
          articleOf: at(columns.article),
          numberOf: at(columns.number),
          mentionsOf: at(columns.mentions),
          factsOf: (member) => facts[columns.facts.at(member)] as Facts,
        },
        membersOf: invertGroups(at(columns.node), size, nodes.length),
        eachAround: (article, take) => {
          for (let i = 0; i < SURROUNDINGS; i++) {
            const hash = around.at(article * SURROUNDINGS + i);
            if (hash === 0) return;
            take(hash);
          }
        },
      };
    },
  };
}

function countWordings(node: NameNode, { name, aliases }: Entity): void {
  if (node.wordings === null) {
    if (aliases.length === 0 && name === node.name) return;
    node.wordings = new Map([[node.name, node.articles - 1]]);
  }
  for (const wording of [name, ...aliases]) {
    const times = node.wordings.get(wording);
    if (times !== undefined || node.wordings.size < WORDINGS) node.wordings.set(wording, (times ?? 0) + 1);
  }
}

/** The wordings of a node with the articles that use them. */
export const wordingsOf = (node: NameNode): ReadonlyMap<string, number> => node.wordings ?? new Map([[node.name, node.articles]]);

/** The country that an article names most, where it is most of what it names of countries; else null. */
function mainCountry(entities: readonly Entity[], { codeOf }: EntityKeys): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { kind, name, location, mentions } of entities) {
    const code = kind === "place" ? (location?.country ?? null) : kind === "group" ? codeOf(name) : null;
    if (code === null) continue;
    counts.set(code, (counts.get(code) ?? 0) + mentions);
    all += mentions;
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 > all ? best[0] : null;
}

/** Hashes of the keys of the names that an article names most, zeros behind them. */
function surroundings(entities: readonly Entity[], keys: EntityKeys): readonly number[] {
  const named = entities
    .filter(({ kind }) => kind !== "group")
    .sort((a, b) => b.mentions - a.mentions)
    .slice(0, SURROUNDINGS);
  const hashes = named.map(({ kind, name }) => hashWord(keys.wordingKey(kind as CorpusEntityKind, name)) || 1);
  return [...hashes, ...new Array<number>(SURROUNDINGS - hashes.length).fill(0)];
}

function count(counts: Map<string, Map<number, number>>, at: string, key: number): void {
  const inner = counts.get(at) ?? new Map<number, number>();
  inner.set(key, (inner.get(key) ?? 0) + 1);
  counts.set(at, inner);
}
