import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { ArticleAt, CollatedArticle, Collator } from "../collator.js";
import { memberKind, resolveDecisions, type GroupingDecisions, type PlacedDecision, type UnfitDecision } from "../decisions.js";
import type { Account } from "./account.js";
import { clusterAccounts, type ScoredPair } from "./cluster-accounts.js";
import { comparePairs, type PairFeatures } from "./compare-accounts.js";
import { compareNeighbors, KEPT_FEATURES } from "./compare-neighbors.js";
import { findCandidates, type Pairs } from "./find-candidates.js";
import { accountName, mergeAccounts, type Member } from "./merge-accounts.js";
import { createTreeScorer, type GroupingResources } from "./pair-model.js";
import { setField } from "./set-fields.js";
import { createArticleWeigher } from "./weigh-articles.js";

/** Least likelihood that is kept of a pair: less counts as none. */
const KEPT = 0.02;

/** What is left of a likelihood where two accounts are apart and share no name. */
const APART = 0.2;
/** In a run of fewer articles nothing is known to be rare: its like elsewhere looks like the same, and places decide. */
const FEW = 50;

/** What is left of the likelihood of a pair in a run of so many articles: 1 where nothing tells the two apart. */
export const toldApart = ({ apart }: PairFeatures, articles: number): number => (apart === 1 || (apart > 0 && articles < FEW) ? APART : 1);

/**
 * Groups the reports of the same incident over all articles of a run, as far as people did not decide otherwise.
 */
export function createIncidentCollator(
  { shares, harm, votes, ...models }: GroupingResources,
  decisions: readonly PlacedDecision[] = [],
): Collator<CorpusIncident> {
  const weigher = createArticleWeigher(shares);
  const own = decisions.filter(({ decision }) => decision.members.every((member) => memberKind(member) === "incident"));
  let articles = 0;
  let unfit: readonly UnfitDecision[] = [];
  return {
    add: (article) => {
      articles++;
      weigher.count(article);
    },
    unfit: () => unfit,
    *finish(articleAt) {
      const accounts = accountsInOrder(articles, articleAt, weigher.weigh);
      const candidates = findCandidates(accounts, weigher.isShared);
      const pairs = scorePairs(accounts.length, candidates, comparePairs(accounts, candidates, weigher.rarity), models, articles);
      const decided = resolveDecisions(own, numbersOf(own, accounts, articleAt));
      unfit = decided.unfit;
      const groupOf = clusterAccounts(accounts.length, pairs, {
        together: decided.together,
        apart: (a, b) => accounts[a]?.article === accounts[b]?.article || decided.apart(a, b),
      });
      const sureness = surenessOf(pairs, groupOf);
      for (const group of groupsInOrder(accounts, groupOf)) {
        if (
          group.some((number) => decided.dropped.has(number)) ||
          !isKept(
            group.map((number) => accounts[number] as Account),
            (index) => tellsOfHarm(articleAt(index), harm),
          )
        )
          continue;
        yield applyDecisions(
          group,
          decided,
          mergeAccounts(
            group.map((number): Member => {
              const { article, sketch } = accounts[number] as Account;
              const whole = articleAt(article);
              return {
                article: whole,
                sketch: whole.incidents[sketch] ?? null,
                confidence: group.length === 1 || decided.grouped.has(number) ? 1 : sureness(number),
              };
            }),
            { weights: votes, articlesNaming: weigher.articlesNaming },
          ),
        );
      }
    },
  };
}

/** Judges each pair by itself, then beside the others of its two accounts. */
export function scorePairs(
  accounts: number,
  pairs: Pairs,
  compared: Iterable<PairFeatures>,
  { pairs: model, neighbors }: Pick<GroupingResources, "pairs" | "neighbors">,
  articles: number,
): readonly ScoredPair[] {
  const column = (): Float32Array => new Float32Array(pairs.length / 2);
  const own = { likely: column(), words: column(), usual: column(), anew: column(), publishedGap: column() };
  const apart = column();
  const [alone, among] = [createTreeScorer(model), createTreeScorer(neighbors)];
  let i = 0;
  for (const features of compared) {
    own.likely[i] = alone(features);
    for (const name of KEPT_FEATURES) own[name][i] = features[name];
    apart[i++] = toldApart(features, articles);
  }
  const scored: ScoredPair[] = [];
  i = 0;
  for (const features of compareNeighbors(accounts, pairs, own)) {
    const likely = among(features) * (apart[i] as number);
    if (likely > KEPT) scored.push({ a: pairs[2 * i] as number, b: pairs[2 * i + 1] as number, likely, alike: features.words });
    i++;
  }
  return scored;
}

/** A day after all others. */
const UNDATED = 1e9;

/** All accounts in the order of publication, undated ones last, then of the input. */
export function accountsInOrder(
  articles: number,
  articleAt: ArticleAt,
  weigh: (article: CollatedArticle, index: number) => readonly Account[],
): readonly Account[] {
  const accounts: Account[] = [];
  for (let index = 0; index < articles; index++) accounts.push(...weigh(articleAt(index), index));
  return accounts.sort((a, b) => (a.published ?? UNDATED) - (b.published ?? UNDATED) || a.article - b.article || a.sketch - b.sketch);
}

/** The numbers of the accounts that decisions name. */
function numbersOf(
  decisions: readonly PlacedDecision[],
  accounts: readonly Account[],
  articleAt: ArticleAt,
): (member: string) => number | undefined {
  const wanted = new Set(decisions.flatMap(({ decision }) => decision.members));
  const numbers = new Map<string, number>();
  if (wanted.size > 0) {
    for (const [number, { article, sketch }] of accounts.entries()) {
      const whole = articleAt(article);
      const name = accountName({ article: whole, sketch: whole.incidents[sketch] ?? null });
      if (wanted.has(name)) numbers.set(name, number);
    }
  }
  return (member) => numbers.get(member);
}

/** An incident with the fields that people set, and what they decided of it. */
function applyDecisions(group: readonly number[], { fields, grouped }: GroupingDecisions, found: CorpusIncident): CorpusIncident {
  const set = group.flatMap((number) => fields.get(number) ?? []).sort((a, b) => a.line - b.line);
  const lines = [...new Set(group.flatMap((number) => grouped.get(number) ?? []))].sort((a, b) => a - b);
  const decided = [...lines.map((line) => `reports (line ${line})`), ...set.map(({ line, field }) => `${field} (line ${line})`)];
  return { ...set.reduce((incident, { field, value }) => setField(incident, field, value), found), decided };
}

/** Articles without casualties make a row where several tell of one thing, and a single one where its words tell of harm. */
const isKept = (group: readonly Account[], ofHarm: (article: number) => boolean): boolean =>
  group.length > 1 || group.some(({ sketch }) => sketch >= 0) || ofHarm(group[0]?.article ?? 0);

/** True for an article that may tell of an incident though it counts nobody. */
const tellsOfHarm = ({ words }: CollatedArticle, harm: ReadonlySet<number>): boolean => words.hashes.some((hash) => harm.has(hash));

/** The groups, each in the order of its accounts, in the order of the articles that begin them. */
function groupsInOrder(accounts: readonly Account[], groupOf: Int32Array): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const [number, group] of groupOf.entries()) {
    const list = groups.get(group);
    if (list) list.push(number);
    else groups.set(group, [number]);
  }
  const firstOf = (group: readonly number[]): Account => accounts[group[0] as number] as Account;
  return [...groups.values()].sort((a, b) => firstOf(a).article - firstOf(b).article || firstOf(a).sketch - firstOf(b).sketch);
}

/** How sure it is that an account belongs to its group: its likeliest tie to another of it. */
function surenessOf(pairs: readonly ScoredPair[], groupOf: Int32Array): (account: number) => number {
  const best = new Float32Array(groupOf.length);
  for (const { a, b, likely } of pairs) {
    if (groupOf[a] !== groupOf[b]) continue;
    best[a] = Math.max(best[a] as number, likely);
    best[b] = Math.max(best[b] as number, likely);
  }
  return (account) => Math.round((best[account] as number) * 100) / 100;
}
