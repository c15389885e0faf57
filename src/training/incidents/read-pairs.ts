import { readFile } from "node:fs/promises";
import { digestArticle } from "../../collate/article-digest.js";
import { accountsInOrder } from "../../collate/incidents/collate-incidents.js";
import { comparePairs, PAIR_FEATURES } from "../../collate/incidents/compare-accounts.js";
import type { Account } from "../../collate/incidents/account.js";
import { findCandidates } from "../../collate/incidents/find-candidates.js";
import type { IncidentSketch } from "../../collate/incidents/sketch-incidents.js";
import { hashWord } from "../../collate/hash-word.js";
import { createArticleWeigher, foldPlain, type WordShares } from "../../collate/incidents/weigh-articles.js";
import type { CollatedArticle } from "../../collate/collator.js";
import { toLayer, type Pipeline } from "../../pipeline.js";

/** An article whose incident is known, as `data/events/SET/open.jsonl` has it. */
interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly incident?: string | null;
  readonly events?: readonly GoldEvent[];
}

interface GoldEvent {
  readonly incident: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly killed?: number | null;
}

/** A pair of accounts of a set with its features; the label is null where gold does not tell. */
export interface LabelledPair {
  readonly values: readonly number[];
  readonly label: 0 | 1 | null;
  /** The incidents of the two, by which folds are cut. */
  readonly incidents: readonly [string, string];
}

/** Articles of the small runs that a set is cut into besides: users have folders of any size. */
const SMALL = [8, 40] as const;

/** The pairs of a set as a run over it would compare them, and as small runs over parts of it would. */
export interface SetPairs {
  readonly whole: readonly LabelledPair[];
  readonly small: readonly LabelledPair[];
}

/** Reads a set, runs the pipeline over it, and compares its accounts as runs over it would. */
export async function readPairs(file: string, pipeline: Pipeline, shares: WordShares): Promise<SetPairs> {
  const gold = (await readFile(file, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldArticle);
  const articles = gold.map((article) => collated(article, pipeline));
  // In the order of time, so that articles of the same days that tell of different things stand in one run.
  const key = (i: number): string => `${gold[i]?.publishedAt ?? ""} ${hashWord(gold[i]?.incident ?? "")}`;
  const inTime = [...gold.keys()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const parts = SMALL.flatMap((size) =>
    Array.from({ length: Math.ceil(gold.length / size) }, (_, i) => inTime.slice(i * size, (i + 1) * size)),
  );
  const pairsOf = (numbers: readonly number[]): readonly LabelledPair[] =>
    comparedPairs(
      numbers.map((i) => gold[i] as GoldArticle),
      numbers.map((i) => articles[i] as CollatedArticle),
      shares,
    );
  return { whole: comparedPairs(gold, articles, shares), small: parts.flatMap(pairsOf) };
}

/** The pairs that a run over these articles compares. */
function comparedPairs(gold: readonly GoldArticle[], articles: readonly CollatedArticle[], shares: WordShares): readonly LabelledPair[] {
  const weigher = createArticleWeigher(shares);
  for (const article of articles) weigher.count(article);
  const accounts = accountsInOrder(articles.length, (index) => articles[index] as CollatedArticle, weigher.weigh);
  const labels = accounts.map((account) =>
    labelOf(account, gold[account.article] as GoldArticle, articles[account.article] as CollatedArticle),
  );
  const candidates = findCandidates(accounts, weigher.isShared);
  return [...comparePairs(accounts, candidates, weigher.rarity)].map((features, i) => {
    const [a, b] = [labels[candidates[2 * i] as number] ?? null, labels[candidates[2 * i + 1] as number] ?? null];
    return {
      values: PAIR_FEATURES.map((name) => features[name]),
      label: a === null || b === null ? null : a === b ? 1 : 0,
      incidents: [a ?? "", b ?? ""],
    };
  });
}

function collated({ id, title, text, publishedAt, date, outlet }: GoldArticle, pipeline: Pipeline): CollatedArticle {
  const article = {
    id,
    text,
    title: title === undefined || title === "" ? null : title,
    publishedAt: (publishedAt ?? date ?? "").slice(0, 10) || null,
    source: outlet ?? null,
    place: null,
    language: null,
  };
  const extraction = pipeline(article);
  return { id, duplicateOf: null, ...digestArticle(extraction.article, toLayer(extraction, null), extraction.sentences) };
}

/** The incident of an account: the article's own for its main one, else that of its events which agrees in place, day or toll. */
function labelOf(account: Account, gold: GoldArticle, article: CollatedArticle): string | null {
  if (account.main && account.kind === "incident") return gold.incident ?? `none of ${gold.id}`;
  const sketch = article.incidents[account.sketch];
  const scored = (gold.events ?? [])
    .filter(({ incident }) => incident !== gold.incident)
    .map((event) => ({ incident: event.incident, score: sketch ? agreement(sketch, event) : 0 }));
  const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  return best && best.score >= 2 ? best.incident : null;
}

function agreement({ place, date, tolls }: IncidentSketch, event: GoldEvent): number {
  const [own, known] = [foldPlain(place?.name ?? ""), foldPlain(event.place ?? "")];
  const killed = tolls.find(({ outcome }) => outcome === "killed")?.best ?? null;
  return (
    (own !== "" && known !== "" && (own.includes(known) || known.includes(own)) ? 2 : 0) +
    (killed !== null && killed === event.killed ? 1.5 : 0) +
    (date !== null && event.date != null && date.from <= event.date && date.to >= event.date ? 1.5 : 0)
  );
}
