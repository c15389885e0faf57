import type { Tree, TreeModel } from "../../collate/incidents/pair-model.js";

/** A labelled pair: the values of its features, in the order of their names. */
export interface Example {
  readonly values: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface TreeOptions {
  readonly rounds: number;
  readonly depth: number;
  /** Share of a tree's step that is taken. */
  readonly rate: number;
  /** L2 penalty on the value of a leaf, in units of summed curvature. */
  readonly penalty: number;
  /** Least curvature on each side of a bound. */
  readonly least: number;
}

/** Bounds that are tried of each feature: quantiles, more of them at the top, where pairs of one incident are. */
const QUANTILES = [...Array.from({ length: 47 }, (_, i) => (i + 1) / 48), 0.97, 0.98, 0.985, 0.99, 0.995, 0.998];
/**
 * Fits boosted trees to the logistic loss by second-order steps on binned features (Friedman 2001; Chen and Guestrin
 * 2016). No chance is involved: the same examples give the same trees.
 */
export function fitTrees<Feature extends string>(
  examples: readonly Example[],
  names: readonly Feature[],
  options: TreeOptions,
): TreeModel<Feature> {
  const bounds = names.map((_, feature) => boundsOf(examples, feature));
  // A column a feature: a split reads one after the other.
  const bins = names.map((_, feature) => {
    const own = bounds[feature] ?? [];
    return Uint8Array.from(examples, ({ values }) => binOf(values[feature] as number, own));
  });
  const positive = examples.reduce((sum, { label, weight }) => sum + label * weight, 0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const base = Math.log(positive / (total - positive));
  const odds = new Float64Array(examples.length).fill(base);
  const slopes = new Float64Array(examples.length);
  const bends = new Float64Array(examples.length);
  const trees: Tree<Feature>[] = [];
  const all = Int32Array.from(examples, (_, i) => i);
  for (let round = 0; round < options.rounds; round++) {
    for (const [i, { label, weight }] of examples.entries()) {
      const p = 1 / (1 + Math.exp(-(odds[i] as number)));
      slopes[i] = weight * (label - p);
      bends[i] = weight * p * (1 - p);
    }
    trees.push(grow(all, options.depth));
  }
  return { base: round(base), trees };

  /** Grows a tree over some examples and adds its values to their odds. */
  function grow(own: Int32Array, depth: number): Tree<Feature> {
    const [slope, bend] = [sumOf(slopes, own), sumOf(bends, own)];
    const split = depth === 0 ? null : bestSplit(own, slope, bend);
    if (split === null) {
      const value = round((options.rate * slope) / (bend + options.penalty));
      for (const i of own) odds[i] = (odds[i] as number) + value;
      return value;
    }
    const { feature, bin } = split;
    const column = bins[feature] as Uint8Array;
    const upTo = own.filter((i) => (column[i] as number) <= bin);
    const above = own.filter((i) => (column[i] as number) > bin);
    return [names[feature] as Feature, bounds[feature]?.[bin] as number, grow(upTo, depth - 1), grow(above, depth - 1)];
  }

  function bestSplit(own: Int32Array, slope: number, bend: number): { readonly feature: number; readonly bin: number } | null {
    const gainOf = (s: number, b: number): number => (s * s) / (b + options.penalty);
    let best: { readonly feature: number; readonly bin: number } | null = null;
    let most = gainOf(slope, bend) + 1e-3;
    for (const feature of names.keys()) {
      const size = (bounds[feature]?.length ?? 0) + 1;
      const s = new Float64Array(size);
      const b = new Float64Array(size);
      const column = bins[feature] as Uint8Array;
      for (let at = 0; at < own.length; at++) {
        const i = own[at] as number;
        const bin = column[i] as number;
        s[bin] = (s[bin] as number) + (slopes[i] as number);
        b[bin] = (b[bin] as number) + (bends[i] as number);
      }
      let [left, leftBend] = [0, 0];
      for (let bin = 0; bin < size - 1; bin++) {
        left += s[bin] as number;
        leftBend += b[bin] as number;
        const gain = gainOf(left, leftBend) + gainOf(slope - left, bend - leftBend);
        if (leftBend < options.least || bend - leftBend < options.least || gain <= most) continue;
        [best, most] = [{ feature, bin }, gain];
      }
    }
    return best;
  }
}

/** The first bin whose bound is not below the value; the last one lies above all bounds. */
function binOf(value: number, bounds: readonly number[]): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (bounds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const sumOf = (values: Float64Array, own: Int32Array): number => own.reduce((sum, i) => sum + (values[i] as number), 0);
const round = (x: number): number => Math.round(x * 10_000) / 10_000;

function boundsOf(examples: readonly Example[], feature: number): readonly number[] {
  const sorted = Float64Array.from(examples, ({ values }) => values[feature] as number).sort();
  return [...new Set(QUANTILES.map((q) => round(sorted[Math.floor(q * sorted.length)] as number)))].sort((a, b) => a - b);
}
