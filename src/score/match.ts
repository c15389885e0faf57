import { assign } from "./assign.js";
import type { Label } from "./label.js";
import { overlapOf } from "./label.js";

/** Gold and predicted labels of one article that overlap one another directly or through others; indices, ascending. */
export interface Component {
  readonly gold: readonly number[];
  readonly predicted: readonly number[];
}

/** Which gold label goes with which predicted label, each at most once. */
export interface Matching {
  /** Gold index, predicted index, in order of gold. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly missed: readonly number[];
  readonly spurious: readonly number[];
}

/**
 * How much a pair is worth, in three ranks: a greater sum of the first outweighs any of the second, and so on (up to
 * 1,000 overlapping labels). Each rank is from 0 to 10; the rarest use is a fraction in the third.
 */
export type PairWorth = (gold: Label, predicted: Label) => readonly [number, number, number];

/** Groups the labels of one article that can be paired at all. Both lists are in order of start. */
export function overlapComponents(gold: readonly Label[], predicted: readonly Label[]): readonly Component[] {
  const components: Component[] = [];
  let g = 0;
  let p = 0;
  while (g < gold.length || p < predicted.length) {
    const goldFrom = g;
    const predictedFrom = p;
    let end = -1;
    for (;;) {
      const nextGold = gold[g];
      const nextPredicted = predicted[p];
      const takeGold = nextGold !== undefined && (nextPredicted === undefined || nextGold.start <= nextPredicted.start);
      const next = takeGold ? nextGold : nextPredicted;
      if (next === undefined || (end >= 0 && next.start >= end)) break;
      end = Math.max(end, next.end);
      if (takeGold) g++;
      else p++;
    }
    const cluster = { gold: range(goldFrom, g), predicted: range(predictedFrom, p) };
    if (cluster.gold.length < 2 && cluster.predicted.length < 2) components.push(cluster);
    else components.push(...splitCluster(gold, predicted, cluster));
  }
  return components;
}

/** Splits labels that overlap along the text into groups that gold–predicted overlaps alone connect. */
function splitCluster(gold: readonly Label[], predicted: readonly Label[], cluster: Component): readonly Component[] {
  const unseenGold = new Set(cluster.gold);
  const unseenPredicted = new Set(cluster.predicted);
  const components: Component[] = [];
  const grow = (fromGold: number[], fromPredicted: number[]): void => {
    const golds = [...fromGold];
    const predictions = [...fromPredicted];
    for (let i = 0, j = 0; i < golds.length || j < predictions.length;) {
      if (i < golds.length) {
        const label = gold[golds[i++] ?? 0];
        for (const candidate of unseenPredicted) {
          const other = predicted[candidate];
          if (label && other && overlapOf(label, other) > 0) {
            unseenPredicted.delete(candidate);
            predictions.push(candidate);
          }
        }
      } else {
        const label = predicted[predictions[j++] ?? 0];
        for (const candidate of unseenGold) {
          const other = gold[candidate];
          if (label && other && overlapOf(label, other) > 0) {
            unseenGold.delete(candidate);
            golds.push(candidate);
          }
        }
      }
    }
    components.push({ gold: golds.sort((a, b) => a - b), predicted: predictions.sort((a, b) => a - b) });
  };
  for (const index of cluster.gold) if (unseenGold.delete(index)) grow([index], []);
  for (const index of cluster.predicted) if (unseenPredicted.delete(index)) grow([], [index]);
  return components;
}

/**
 * Up to this many possible pairs an optimum is computed, which takes cubic time. Beyond it, where hundreds of labels of
 * one article all overlap, the heaviest pairs are taken first: not always an optimum, but in an order that depends on
 * nothing but the labels.
 */
const LARGEST = 250_000;

function assignGreedily(rows: number, columns: number, weight: (r: number, c: number) => number): Int32Array {
  const pairs: { readonly r: number; readonly c: number; readonly w: number }[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const w = weight(r, c);
      if (w > 0) pairs.push({ r, c, w });
    }
  }
  const result = new Int32Array(rows).fill(-1);
  const taken = new Uint8Array(columns);
  for (const { r, c } of pairs.sort((a, b) => b.w - a.w || a.r - b.r || a.c - b.c)) {
    if (result[r] !== -1 || taken[c]) continue;
    result[r] = c;
    taken[c] = 1;
  }
  return result;
}

/**
 * The best one-to-one matching of overlapping labels: no other pairing is worth more in sum. Because it is an optimum
 * and both lists stand in an order of their own, the order in which a program wrote its predictions changes nothing.
 */
export function matchLabels(
  gold: readonly Label[],
  predicted: readonly Label[],
  worth: PairWorth,
  components: readonly Component[] = overlapComponents(gold, predicted),
): Matching {
  const pairs: [number, number][] = [];
  const missed: number[] = [];
  const spurious: number[] = [];
  for (const component of components) {
    const { gold: golds, predicted: predictions } = component;
    if (golds.length === 0 || predictions.length === 0) {
      missed.push(...golds);
      spurious.push(...predictions);
      continue;
    }
    const weight = (r: number, c: number): number => {
      const a = gold[golds[r] ?? 0];
      const b = predicted[predictions[c] ?? 0];
      if (!a || !b || overlapOf(a, b) === 0) return 0;
      const [first, second, third] = worth(a, b);
      return first + second + third > 0 ? first * 1e10 + second * 1e5 + third : 0;
    };
    const columns =
      golds.length * predictions.length > LARGEST
        ? assignGreedily(golds.length, predictions.length, weight)
        : assign(golds.length, predictions.length, memoize(golds.length, predictions.length, weight));
    const taken = new Set<number>();
    golds.forEach((index, r) => {
      const column = columns[r] ?? -1;
      const partner = predictions[column];
      if (column < 0 || partner === undefined) missed.push(index);
      else {
        taken.add(partner);
        pairs.push([index, partner]);
      }
    });
    for (const index of predictions) if (!taken.has(index)) spurious.push(index);
  }
  return { pairs, missed, spurious };
}

function memoize(rows: number, columns: number, weight: (r: number, c: number) => number): (r: number, c: number) => number {
  if (rows === 1 && columns === 1) return weight;
  const matrix = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) matrix[r * columns + c] = weight(r, c);
  return (r, c) => matrix[r * columns + c] ?? 0;
}

function range(from: number, to: number): readonly number[] {
  const indices: number[] = [];
  for (let i = from; i < to; i++) indices.push(i);
  return indices;
}
