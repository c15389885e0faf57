import { accountsInOrder } from "../../collate/incidents/collate-incidents.js";
import { comparePairs, PAIR_FEATURES, type PairFeatures } from "../../collate/incidents/compare-accounts.js";
import type { Account } from "../../collate/incidents/account.js";
import { findCandidates } from "../../collate/incidents/find-candidates.js";
import type { IncidentSketch } from "../../collate/incidents/sketch-incidents.js";
import { hashWord } from "../../collate/hash-word.js";
import { createArticleWeigher, foldPlain, type WordShares } from "../../collate/incidents/weigh-articles.js";
import type { CollatedArticle } from "../../collate/collator.js";
import type { GoldArticle, GoldEvent } from "./gold-article.js";

/** A pair of accounts of a set with its features; the label is null where gold does not tell. */
export interface LabelledPair {
  /** The two, by their numbers among the accounts of the run. */
  readonly a: number;
  readonly b: number;
  readonly features: PairFeatures;
  readonly values: readonly number[];
  readonly label: 0 | 1 | null;
  /** The incidents of the two, by which folds are cut. */
  readonly incidents: readonly [string, string];
}

/** Articles of the small runs that a set is cut into besides: users have folders of any size. */
const SMALL = [8, 40] as const;

/** The pairs of a set as a run over it would compare them, and as small runs over parts of it would. */
export interface SetPairs {
  readonly whole: RunPairs;
  readonly small: readonly RunPairs[];
}

export interface RunPairs {
  readonly accounts: readonly Account[];
  readonly pairs: readonly LabelledPair[];
}

/** Compares the accounts of a set's articles as runs over it would. */
export function readPairs(gold: readonly GoldArticle[], articles: readonly CollatedArticle[], shares: WordShares): SetPairs {
  // In the order of time, so that articles of the same days that tell of different things stand in one run.
  const key = (i: number): string => `${gold[i]?.publishedAt ?? ""} ${hashWord(gold[i]?.incident ?? "")}`;
  const inTime = [...gold.keys()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const parts = SMALL.flatMap((size) =>
    Array.from({ length: Math.ceil(gold.length / size) }, (_, i) => inTime.slice(i * size, (i + 1) * size)),
  );
  const pairsOf = (numbers: readonly number[]): RunPairs =>
    comparedPairs(
      numbers.map((i) => gold[i] as GoldArticle),
      numbers.map((i) => articles[i] as CollatedArticle),
      shares,
    );
  return { whole: comparedPairs(gold, articles, shares), small: parts.map(pairsOf) };
}

/** The pairs that a run over these articles compares. */
function comparedPairs(gold: readonly GoldArticle[], articles: readonly CollatedArticle[], shares: WordShares): RunPairs {
  const weigher = createArticleWeigher(shares);
  for (const article of articles) weigher.count(article);
  const accounts = accountsInOrder(articles.length, (index) => articles[index] as CollatedArticle, weigher.weigh);
  const labels = accounts.map((account) =>
    labelOf(account, gold[account.article] as GoldArticle, articles[account.article] as CollatedArticle),
  );
  const candidates = findCandidates(accounts, weigher.isShared);
  const pairs = [...comparePairs(accounts, candidates, weigher.rarity)].map((features, i) => {
    const numbers = [candidates[2 * i] as number, candidates[2 * i + 1] as number] as const;
    const [a, b] = [labels[numbers[0]] ?? null, labels[numbers[1]] ?? null];
    return {
      a: numbers[0],
      b: numbers[1],
      features,
      values: PAIR_FEATURES.map((name) => features[name]),
      label: a === null || b === null ? null : a === b ? (1 as const) : (0 as const),
      incidents: [a ?? "", b ?? ""] as const,
    };
  });
  return { accounts, pairs };
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
