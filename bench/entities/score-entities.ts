import type { Mention } from "../../src/model/mention.js";

/** A mention of a labelled set; offsets are half-open UTF-16. */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly entity: string;
  /** False where the label says no more than that something is named. */
  readonly linked: boolean;
  /** What kind of wording it is, where the set says so; NAM and PRE.NAM are names. */
  readonly form?: string;
}

export interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly publishedAt?: string;
  readonly date?: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Mentions of all articles by a key that holds article and span → the cluster that they are in. */
export type Clusters = ReadonlyMap<string, string>;

const KINDS = new Set(["person", "organization", "place"]);
const isNamed = ({ form, kind }: GoldMention): boolean => (form === undefined || form === "NAM" || form === "PRE.NAM") && KINDS.has(kind);

/** The clusters of the labels: every named mention that says what it names. */
export function goldClusters(articles: readonly GoldArticle[]): Clusters {
  return new Map(
    articles.flatMap(({ id, mentions }) =>
      mentions.filter((mention) => isNamed(mention) && mention.linked).map((mention) => [keyOf(id, mention), mention.entity] as const),
    ),
  );
}

/** The mentions found that are judged: not those which the labels leave open. */
export function judgedMentions<Found extends Pick<Mention, "start" | "end" | "kind">>(
  gold: GoldArticle,
  found: readonly Found[],
): readonly Found[] {
  const labels = new Map<string, GoldMention>();
  for (const mention of gold.mentions) if (isNamed(mention)) labels.set(`${mention.start}-${mention.end}`, mention);
  const others = gold.mentions.filter((mention) => !isNamed(mention));
  const formed = gold.mentions.some(({ form }) => form !== undefined);
  return found.filter((mention) => {
    if (!KINDS.has(mention.kind)) return false;
    const label = labels.get(`${mention.start}-${mention.end}`);
    if (label) return label.linked;
    return !formed || !others.some(({ start, end }) => start < mention.end && mention.start < end);
  });
}

export const keyOf = (article: string, { start, end }: { readonly start: number; readonly end: number }): string =>
  `${article}\n${start}-${end}`;
const articleOf = (key: string): string => key.slice(0, key.lastIndexOf("\n"));

export interface ClusterScore {
  readonly bCubed: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Pairs of mentions in different articles. */
  readonly pairs: { readonly precision: number; readonly recall: number; readonly f1: number };
}

/** B-cubed (Bagga and Baldwin 1998) over all mentions, and the pairs of mentions in different articles; in percent. */
export function scoreClusters(gold: Clusters, found: Clusters): ClusterScore {
  const [goldSets, foundSets] = [invert(gold), invert(found)];
  const both = new Map<string, string[]>();
  for (const [key, cluster] of found) {
    const label = gold.get(key);
    if (label !== undefined) append(both, `${cluster}\n${label}`, key);
  }
  let [precision, recall] = [0, 0];
  for (const [pair, keys] of both) {
    const [cluster = "", label = ""] = pair.split("\n");
    precision += keys.length ** 2 / (foundSets.get(cluster)?.length ?? 1);
    recall += keys.length ** 2 / (goldSets.get(label)?.length ?? 1);
  }
  const right = countPairs(both.values());
  const [p, r] = [precision / Math.max(1, found.size), recall / Math.max(1, gold.size)];
  const [pp, pr] = [right / Math.max(1, countPairs(foundSets.values())), right / Math.max(1, countPairs(goldSets.values()))];
  return { bCubed: percents(p, r), pairs: percents(pp, pr) };
}

const percents = (p: number, r: number): { precision: number; recall: number; f1: number } => ({
  precision: 100 * p,
  recall: 100 * r,
  f1: p + r > 0 ? (200 * p * r) / (p + r) : 0,
});

/** Pairs of mentions of one set that stand in different articles. */
function countPairs(sets: Iterable<readonly string[]>): number {
  let pairs = 0;
  for (const keys of sets) {
    const articles = new Map<string, number>();
    for (const key of keys) articles.set(articleOf(key), (articles.get(articleOf(key)) ?? 0) + 1);
    pairs += (keys.length ** 2 - [...articles.values()].reduce((sum, n) => sum + n * n, 0)) / 2;
  }
  return pairs;
}

function invert(clusters: Clusters): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  for (const [key, cluster] of clusters) append(sets, cluster, key);
  return sets;
}

function append(sets: Map<string, string[]>, at: string, key: string): void {
  const list = sets.get(at);
  if (list) list.push(key);
  else sets.set(at, [key]);
}
