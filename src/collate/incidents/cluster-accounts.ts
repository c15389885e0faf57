/** Two accounts, how likely they tell of one incident and how alike their words are, each from 0 to 1. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly likely: number;
  readonly alike: number;
}

/** What people decided of accounts, by their numbers. */
export interface ClusterConstraints {
  /** Accounts that are one, whatever is likely. */
  readonly together: readonly (readonly number[])[];
  /** True where two accounts are never one. */
  readonly apart: (a: number, b: number) => boolean;
}

/**
 * Weighted geometric mean of likelihood and likeness above which two groups are one, and the share of the likeness within two groups
 * that the likeness between them must have. Chosen where incidents were held out (`npm run train:incident-pairs`).
 */
const JOIN = 0.35;
/** Share of the likelihood in that mean; the rest is that of the likeness. */
const LIKELIHOOD = 0.85;
/**
 * Power of the number of pairs that their sum is divided by. At 1 it is their mean, and a follow-up that is like some reports of
 * a long story and unlike the rest stays alone; at 0 it is their sum, and large groups draw in everything.
 */
const SIZE = 0.8;
const CONTRAST = 0.7;
/** Accounts of a group from which its inner likeness tells what is usual in it. */
const SEVERAL = 3;

/** Sums over the pairs between two groups, or within one. */
interface Sums {
  readonly likely: number;
  readonly alike: number;
}
const NONE: Sums = { likely: 0, alike: 0 };
const plus = (a: Sums, b: Sums): Sums => ({ likely: a.likely + b.likely, alike: a.alike + b.alike });

/**
 * Groups accounts by average linkage: the two groups whose pairs are most likely of one incident and most alike, in the mean, become one,
 * until no two have enough. A model that knows two kinds of news well is sure of too much in a third; words that are alike
 * or not correct it. Two groups of several accounts that are each far more alike than the two are to each other are two of
 * a kind. Pairs that were not compared, since they share nothing rare, count as unlikely, so that a chain of likenesses
 * makes no group of things unlike. Ties fall to the lower numbers.
 *
 * @returns for each account the number of its group, which is that of its lowest account.
 */
export function clusterAccounts(
  count: number,
  pairs: readonly ScoredPair[],
  { together, apart }: ClusterConstraints,
  enough = JOIN,
): Int32Array {
  const members: (number[] | null)[] = Array.from({ length: count }, (_, i) => [i]);
  const links: Map<number, Sums>[] = Array.from({ length: count }, () => new Map());
  const within: Sums[] = Array.from({ length: count }, () => NONE);
  const version = new Int32Array(count);
  for (const { a, b, likely, alike } of pairs) {
    links[a]?.set(b, { likely, alike });
    links[b]?.set(a, { likely, alike });
  }
  const queue = createQueue();
  const sizeOf = (group: number): number => members[group]?.length ?? 0;
  const innerLikeness = (group: number): number => (within[group] as Sums).alike / ((sizeOf(group) * (sizeOf(group) - 1)) / 2);
  const strengthOf = (a: number, b: number): number | null => {
    const sums = links[a]?.get(b);
    if (sums === undefined) return null;
    const all = sizeOf(a) * sizeOf(b);
    const several = sizeOf(a) >= SEVERAL && sizeOf(b) >= SEVERAL;
    if (several && sums.alike / all <= CONTRAST * Math.sqrt(innerLikeness(a) * innerLikeness(b))) return null;
    return (sums.likely ** LIKELIHOOD * sums.alike ** (1 - LIKELIHOOD)) / all ** SIZE;
  };
  const offer = (a: number, b: number): void => {
    const strength = strengthOf(a, b);
    if (strength !== null && strength > enough)
      queue.push({ a: Math.min(a, b), b: Math.max(a, b), strength, stamp: (version[a] as number) + (version[b] as number) });
  };
  const join = (a: number, b: number): number => {
    const [kept, lost] = a < b ? [a, b] : [b, a];
    within[kept] = plus(plus(within[kept] as Sums, within[lost] as Sums), links[kept]?.get(lost) ?? NONE);
    members[kept]?.push(...(members[lost] ?? []));
    members[lost] = null;
    for (const [other, sums] of links[lost] ?? []) {
      links[other]?.delete(lost);
      if (other === kept) continue;
      const both = plus(sums, links[kept]?.get(other) ?? NONE);
      links[kept]?.set(other, both);
      links[other]?.set(kept, both);
    }
    links[lost] = new Map();
    links[kept]?.delete(lost);
    version[kept] = (version[kept] as number) + 1;
    version[lost] = (version[lost] as number) + 1;
    return kept;
  };
  const groupOf = Int32Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (groupOf[root] !== root) root = groupOf[root] as number;
    return root;
  };
  const unite = (a: number, b: number): void => {
    const kept = join(a, b);
    groupOf[a === kept ? b : a] = kept;
  };
  for (const [first, ...others] of together) {
    for (const other of others) if (first !== undefined && find(first) !== find(other)) unite(find(first), find(other));
  }
  for (let a = 0; a < count; a++) for (const b of links[a]?.keys() ?? []) if (a < b) offer(a, b);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b, stamp } = next;
    if (!members[a] || !members[b] || (version[a] as number) + (version[b] as number) !== stamp) continue;
    if (members[a].some((x) => members[b]?.some((y) => apart(x, y)))) {
      links[a]?.delete(b);
      links[b]?.delete(a);
      continue;
    }
    unite(a, b);
    for (const other of links[a]?.keys() ?? []) offer(a, other);
  }
  return groupOf.map((_, i) => find(i));
}

interface Offer {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
  /** Tells an offer that a later join made obsolete. */
  readonly stamp: number;
}

/** A binary heap, the strongest first. */
function createQueue(): { readonly push: (offer: Offer) => void; readonly pop: () => Offer | undefined } {
  const heap: Offer[] = [];
  const before = (x: Offer, y: Offer): boolean =>
    x.strength > y.strength || (x.strength === y.strength && (x.a < y.a || (x.a === y.a && x.b < y.b)));
  const swap = (i: number, j: number): void => {
    [heap[i], heap[j]] = [heap[j] as Offer, heap[i] as Offer];
  };
  return {
    push: (offer) => {
      heap.push(offer);
      for (let i = heap.length - 1; i > 0;) {
        const parent = (i - 1) >> 1;
        if (!before(heap[i] as Offer, heap[parent] as Offer)) break;
        swap(i, parent);
        i = parent;
      }
    },
    pop: () => {
      const top = heap[0];
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        for (let i = 0; ;) {
          const [left, right] = [2 * i + 1, 2 * i + 2];
          let best = i;
          if (left < heap.length && before(heap[left] as Offer, heap[best] as Offer)) best = left;
          if (right < heap.length && before(heap[right] as Offer, heap[best] as Offer)) best = right;
          if (best === i) break;
          swap(i, best);
          i = best;
        }
      }
      return top;
    },
  };
}
