import { assign } from "../../src/score/assign.js";

/** Groups of articles by a name each; an article may stand in several. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>;

/** Scores of a grouping, from 0 to 1. */
export interface GroupScores {
  /** B-cubed for articles in several groups (Amigó and others 2009). */
  readonly bCubed: number;
  /** Mean F1 of MUC, B-cubed and CEAF-e over the main group of each article (CoNLL 2012). */
  readonly conll: number;
  /** Link-based entity-aware F1 (Moosavi and Strube 2016). */
  readonly lea: number;
}

export const f1 = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

/** Which groups each article stands in. */
export function groupsOfArticles(groups: Groups): ReadonlyMap<string, ReadonlySet<string>> {
  const at = new Map<string, Set<string>>();
  for (const [name, articles] of groups) for (const article of articles) at.set(article, (at.get(article) ?? new Set()).add(name));
  return at;
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((item) => b.has(item)).length;
export const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => overlap(a, b) / (a.size + b.size - overlap(a, b));
const dice = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (2 * overlap(a, b)) / (a.size + b.size);

/** One-to-one pairs of gold and found groups of the largest total likeness, with that likeness. */
export function pairGroups(
  gold: Groups,
  found: Groups,
  like: (a: ReadonlySet<string>, b: ReadonlySet<string>) => number,
): ReadonlyMap<string, readonly [found: string, like: number]> {
  const at = groupsOfArticles(found);
  const edges = new Map(
    [...gold].map(
      ([name, articles]) => [name, [...new Set([...articles].flatMap((article) => [...(at.get(article) ?? [])]))].sort()] as const,
    ),
  );
  const back = new Map<string, string[]>();
  for (const [name, others] of edges) for (const other of others) back.set(other, [...(back.get(other) ?? []), name]);
  const pairs = new Map<string, readonly [string, number]>();
  const seen = new Set<string>();
  for (const start of gold.keys()) {
    if (seen.has(start)) continue;
    const [rows, columns, waiting] = [new Set<string>([start]), new Set<string>(), [start]];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      for (const other of edges.get(name) ?? []) {
        if (columns.has(other)) continue;
        columns.add(other);
        for (const again of back.get(other) ?? []) if (!rows.has(again)) waiting.push((rows.add(again), again));
      }
    }
    for (const row of rows) seen.add(row);
    const [r, c] = [[...rows], [...columns]];
    if (c.length === 0) continue;
    const weights = r.map((row) => c.map((column) => like(gold.get(row) ?? new Set(), found.get(column) ?? new Set())));
    assign(r.length, c.length, (i, j) => weights[i]?.[j] ?? 0).forEach((column, row) => {
      if (column >= 0) pairs.set(r[row] as string, [c[column] as string, weights[row]?.[column] ?? 0]);
    });
  }
  return pairs;
}

function bCubedOf(
  articles: readonly string[],
  own: ReadonlyMap<string, ReadonlySet<string>>,
  groups: Groups,
  other: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const none: ReadonlySet<string> = new Set();
  const of = (map: ReadonlyMap<string, ReadonlySet<string>>, article: string): ReadonlySet<string> => map.get(article) ?? none;
  let total = 0;
  for (const article of articles) {
    const mates = new Set([...of(own, article)].flatMap((name) => [...(groups.get(name) ?? none)]));
    let sum = 0;
    for (const mate of mates) {
      const shared = overlap(of(own, article), of(own, mate));
      sum += Math.min(shared, overlap(of(other, article), of(other, mate))) / shared;
    }
    if (mates.size > 0) total += sum / mates.size;
  }
  return articles.length > 0 ? total / articles.length : 0;
}

/** B-cubed F1 over articles that stand in a group. */
function bCubed(gold: Groups, found: Groups): number {
  const [g, f] = [groupsOfArticles(gold), groupsOfArticles(found)];
  return f1(bCubedOf([...f.keys()], f, found, g), bCubedOf([...g.keys()], g, gold, f));
}

function mucRecall(key: Groups, response: Groups): number {
  const at = groupsOfArticles(response);
  let [links, all] = [0, 0];
  for (const articles of key.values()) {
    if (articles.size < 2) continue;
    const parts = new Set([...articles].map((article) => [...(at.get(article) ?? [])][0] ?? `alone ${article}`));
    links += articles.size - parts.size;
    all += articles.size - 1;
  }
  return all > 0 ? links / all : 0;
}

function leaRecall(key: Groups, response: Groups): number {
  const at = groupsOfArticles(response);
  let [sum, all] = [0, 0];
  for (const articles of key.values()) {
    all += articles.size;
    if (articles.size === 1) {
      sum += [...articles].some((article) => [...(at.get(article) ?? [])].some((name) => response.get(name)?.size === 1)) ? 1 : 0;
      continue;
    }
    const counts = new Map<string, number>();
    for (const article of articles) for (const name of at.get(article) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
    const linked = [...counts.values()].reduce((total, n) => total + (n * (n - 1)) / 2, 0);
    sum += (articles.size * linked) / ((articles.size * (articles.size - 1)) / 2);
  }
  return all > 0 ? sum / all : 0;
}

/** Each article in one group: its main one in gold, and of those found the one that is most like it. */
function partition(found: Groups, main: ReadonlyMap<string, string>, mainGroups: Groups): Groups {
  const groups = new Map<string, Set<string>>();
  for (const [article, names] of groupsOfArticles(found)) {
    const own = mainGroups.get(main.get(article) ?? "") ?? new Set<string>();
    const best = [...names]
      .map((name) => ({ name, like: jaccard(found.get(name) ?? new Set(), own) }))
      .sort((a, b) => b.like - a.like || (a.name < b.name ? -1 : 1))[0];
    if (best) groups.set(best.name, (groups.get(best.name) ?? new Set()).add(article));
  }
  return groups;
}

/** @param main the main incident of each article that has one. */
export function scoreGroups(gold: Groups, found: Groups, main: ReadonlyMap<string, string>): GroupScores {
  const mainGroups = new Map<string, Set<string>>();
  for (const [article, name] of main) mainGroups.set(name, (mainGroups.get(name) ?? new Set()).add(article));
  const single = partition(found, main, mainGroups);
  const muc = f1(mucRecall(single, mainGroups), mucRecall(mainGroups, single));
  const matched = [...pairGroups(mainGroups, single, dice).values()].reduce((sum, [, like]) => sum + like, 0);
  const ceaf = f1(matched / Math.max(1, single.size), matched / Math.max(1, mainGroups.size));
  return {
    bCubed: bCubed(gold, found),
    conll: (muc + bCubed(mainGroups, single) + ceaf) / 3,
    lea: f1(leaRecall(single, mainGroups), leaRecall(mainGroups, single)),
  };
}
