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

/** Says of pairs how likely each is of one incident, from 0 to 1. The nodes of all trees lie side by side: there are many pairs. */
export function createTreeScorer<Feature extends string>({
  base,
  trees,
}: TreeModel<Feature>): (features: Readonly<Record<Feature, number>>) => number {
  const names: Feature[] = [];
  // Of each node: what is asked (-1 for none), the bound or the number to add, and the node above the bound. That up to it is the next.
  const [asked, numbers, above]: [number[], number[], number[]] = [[], [], []];
  const lay = (tree: Tree<Feature>): void => {
    const at = asked.length;
    above.push(0);
    if (typeof tree === "number") {
      asked.push(-1);
      numbers.push(tree);
      return;
    }
    const [feature, bound, upTo, over] = tree;
    if (!names.includes(feature)) names.push(feature);
    asked.push(names.indexOf(feature));
    numbers.push(bound);
    lay(upTo);
    above[at] = asked.length;
    lay(over);
  };
  const roots = Int32Array.from(trees, (tree) => {
    const root = asked.length;
    lay(tree);
    return root;
  });
  const [feature, number, next] = [Int32Array.from(asked), Float64Array.from(numbers), Int32Array.from(above)];
  const values = new Float64Array(names.length);
  return (features) => {
    for (let i = 0; i < names.length; i++) values[i] = features[names[i] as Feature];
    let odds = base;
    for (const root of roots) {
      let at = root;
      for (let asks = feature[at] as number; asks >= 0; asks = feature[at] as number)
        at = (values[asks] as number) <= (number[at] as number) ? at + 1 : (next[at] as number);
      odds += number[at] as number;
    }
    return 1 / (1 + Math.exp(-odds));
  };
}
