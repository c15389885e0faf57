import type { WordShares } from "./weigh-articles.js";
import type { VoteWeights } from "./vote.js";
import type { PairFeature, PairFeatures } from "./compare-accounts.js";

/** A decision tree: a number to add, or a feature, a bound, what follows up to the bound, and what follows above it. */
export type PairTree = number | readonly [feature: PairFeature, bound: number, upTo: PairTree, above: PairTree];

/** Boosted trees that say how likely two accounts tell of one incident (`models/incident-pairs/`). */
export interface PairModel {
  /** The logarithm of the odds before any feature is looked at. */
  readonly base: number;
  readonly trees: readonly PairTree[];
}

/** What grouping rests on beside the articles themselves. */
export interface GroupingResources {
  readonly pairs: PairModel;
  readonly shares: WordShares;
  /** Hashes of words that news of harm is told in. */
  readonly harm: ReadonlySet<number>;
  /** What speaks for the place and the day of an incident. */
  readonly votes: VoteWeights;
}

/** How likely two accounts are of one incident, from 0 to 1. */
export function scorePair({ base, trees }: PairModel, features: PairFeatures): number {
  let odds = base;
  for (const root of trees) {
    let tree = root;
    while (typeof tree !== "number") tree = features[tree[0]] <= tree[1] ? tree[2] : tree[3];
    odds += tree;
  }
  return 1 / (1 + Math.exp(-odds));
}
