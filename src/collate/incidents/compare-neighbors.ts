import type { Pairs } from "./find-candidates.js";

/** What the other pairs of two accounts say of the two, in the order of the weights. */
export const NEIGHBOR_FEATURES = [
  "likely",
  "bridge",
  "bridges",
  "against",
  "againstBoth",
  "rival",
  "rivalBoth",
  "rank",
  "rankBoth",
  "words",
  "usual",
  "anew",
  "publishedGap",
] as const;
export type NeighborFeature = (typeof NEIGHBOR_FEATURES)[number];
export type NeighborFeatures = Readonly<Record<NeighborFeature, number>>;

/** Features of a pair by itself that count again beside the others. */
export const KEPT_FEATURES = ["words", "usual", "anew", "publishedGap"] as const;

/** What is known of each pair by itself: how likely it is of one incident, 0 to 1, and the features that are kept. */
export type PairLikeness = Readonly<Record<"likely" | (typeof KEPT_FEATURES)[number], Float32Array>>;

/** Neighbors that are kept of an account, the likeliest; and ranks that are counted. */
const KEPT = 40;
const RANKS = 10;

/**
 * Compares the accounts of each pair by how likely each is one with the others. Two that are one with a third are likely one, even
 * where nothing that they say agrees (a first report, the list of the victims); where the third is one with this and hardly
 * with that, they are less. And what stands alone beside another is more likely one with it than what has closer kin.
 */
export function* compareNeighbors(accounts: number, pairs: Pairs, own: PairLikeness): Generator<NeighborFeatures> {
  const near = neighborsOf(accounts, pairs, own.likely);
  for (let i = 0; i < own.likely.length; i++) {
    const [a, b] = [pairs[2 * i] as number, pairs[2 * i + 1] as number];
    const likely = own.likely[i] as number;
    yield {
      likely,
      ...weighOthers(near[a] as Neighbors, near[b] as Neighbors, [a, b], likely),
      words: own.words[i] as number,
      usual: own.usual[i] as number,
      anew: own.anew[i] as number,
      publishedGap: own.publishedGap[i] as number,
    };
  }
}

/** The others that an account may be one with, in ascending order, and how likely it is one with each. */
interface Neighbors {
  readonly numbers: Int32Array;
  readonly likely: Float32Array;
}

function neighborsOf(accounts: number, pairs: Pairs, likely: Float32Array): readonly Neighbors[] {
  const ends = new Int32Array(accounts + 1);
  for (const account of pairs) ends[account + 1] = (ends[account + 1] as number) + 1;
  for (let i = 0; i < accounts; i++) ends[i + 1] = (ends[i + 1] as number) + (ends[i] as number);
  const pairsOf = new Int32Array(pairs.length);
  const next = ends.slice(0, accounts);
  for (const [at, account] of pairs.entries()) {
    pairsOf[next[account] as number] = at >> 1;
    next[account] = (next[account] as number) + 1;
  }
  return Array.from({ length: accounts }, (_, account) => {
    const other = (pair: number): number => (pairs[2 * pair] === account ? pairs[2 * pair + 1] : pairs[2 * pair]) as number;
    const kept = [...pairsOf.subarray(ends[account], ends[account + 1])]
      .sort((x, y) => (likely[y] as number) - (likely[x] as number) || other(x) - other(y))
      .slice(0, KEPT)
      .sort((x, y) => other(x) - other(y));
    return { numbers: Int32Array.from(kept, other), likely: Float32Array.from(kept, (pair) => likely[pair] as number) };
  });
}

/** Goes through the neighbors of two accounts side by side. */
function weighOthers(x: Neighbors, y: Neighbors, pair: readonly [number, number], own: number): Omit<NeighborFeatures, keyof PairLikeness> {
  let [bridge, bridges] = [0, 0];
  const [against, rival, rank]: [[number, number], [number, number], [number, number]] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  const see = (side: 0 | 1, toThis: number, toThat: number): void => {
    against[side] = Math.max(against[side], toThis * (1 - toThat));
    rival[side] = Math.max(rival[side], toThis);
    if (toThis > own) rank[side]++;
  };
  for (let [i, j] = [0, 0]; i < x.numbers.length || j < y.numbers.length;) {
    const [c, d] = [x.numbers[i] ?? Infinity, y.numbers[j] ?? Infinity];
    const third = Math.min(c, d);
    const p = c === third ? (x.likely[i++] as number) : 0;
    const q = d === third ? (y.likely[j++] as number) : 0;
    if (third === pair[0] || third === pair[1]) continue;
    bridge = Math.max(bridge, Math.min(p, q));
    bridges += p * q;
    if (p > 0) see(0, p, q);
    if (q > 0) see(1, q, p);
  }
  return {
    bridge,
    bridges,
    against: Math.max(...against),
    againstBoth: Math.min(...against),
    rival: Math.max(...rival),
    rivalBoth: Math.min(...rival),
    rank: Math.min(RANKS, ...rank),
    rankBoth: Math.min(RANKS, Math.max(...rank)),
  };
}
