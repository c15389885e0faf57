import type { PairFeature } from "./compare-accounts.js";
import type { NeighborFeature } from "./compare-neighbors.js";
import type { WordShares } from "./weigh-articles.js";
import type { VoteWeights } from "./vote.js";

/** A decision tree: a number to add, or a feature, a bound, what follows up to the bound, and what follows above it. */
export type Tree<Feature extends string> = number | readonly [feature: Feature, bound: number, upTo: Tree<Feature>, above: Tree<Feature>];

/** Boosted trees that say how likely two accounts tell of one incident (`models/incident-pairs/`). */
export interface TreeModel<Feature extends string> {
  /** The logarithm of the odds before any feature is looked at. */
  readonly base: number;
  readonly trees: readonly Tree<Feature>[];
}

/** What grouping rests on beside the articles themselves. */
export interface GroupingResources {
  /** Judges two accounts by what they say. */
  readonly pairs: TreeModel<PairFeature>;
  /** Judges them again by how likely each is one with the others. */
  readonly neighbors: TreeModel<NeighborFeature>;
  readonly shares: WordShares;
  /** Hashes of words that news of harm is told in. */
  readonly harm: ReadonlySet<number>;
  /** What speaks for the place and the day of an incident. */
  readonly votes: VoteWeights;
}

/** How likely two accounts are of one incident, from 0 to 1. */
export function scoreTrees<Feature extends string>(
  { base, trees }: TreeModel<Feature>,
  features: Readonly<Record<Feature, number>>,
): number {
  let odds = base;
  for (const root of trees) {
    let tree = root;
    while (typeof tree !== "number") tree = features[tree[0]] <= tree[1] ? tree[2] : tree[3];
    odds += tree;
  }
  return 1 / (1 + Math.exp(-odds));
}
