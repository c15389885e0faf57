/** Two accounts and how likely they tell of one incident, from 0 to 1. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly likely: number;
}

/** What people decided of accounts, by their numbers. */
export interface ClusterConstraints {
  /** Accounts that are one, whatever is likely. */
  readonly together: readonly (readonly number[])[];
  /** True where two accounts are never one. */
  readonly apart: (a: number, b: number) => boolean;
}

/** Mean likelihood above which two groups are one; chosen on the open halves of the sets that the pair model learned from. */
const JOIN = 0.3;

/**
 * Groups accounts by average linkage: the two groups whose pairs have the highest mean likelihood become one, until no two
 * have enough. Pairs that were not compared, since they share nothing rare, count as unlikely, so that a chain of likenesses makes no
 * group of things unlike. Ties fall to the lower numbers.
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
  const links: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const version = new Int32Array(count);
  for (const { a, b, likely } of pairs) {
    links[a]?.set(b, likely);
    links[b]?.set(a, likely);
  }
  const queue = createQueue();
  const meanOf = (a: number, b: number): number | null => {
    const sum = links[a]?.get(b);
    return sum === undefined ? null : sum / ((members[a]?.length ?? 0) * (members[b]?.length ?? 0));
  };
  const offer = (a: number, b: number): void => {
    const mean = meanOf(a, b);
    if (mean !== null && mean > enough)
      queue.push({ a: Math.min(a, b), b: Math.max(a, b), likely: mean, stamp: (version[a] as number) + (version[b] as number) });
  };
  const join = (a: number, b: number): number => {
    const [kept, lost] = a < b ? [a, b] : [b, a];
    members[kept]?.push(...(members[lost] ?? []));
    members[lost] = null;
    for (const [other, sum] of links[lost] ?? []) {
      links[other]?.delete(lost);
      if (other === kept) continue;
      const both = sum + (links[kept]?.get(other) ?? 0);
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

interface Offer extends ScoredPair {
  /** Tells an offer that a later join made obsolete. */
  readonly stamp: number;
}

/** A binary heap, the likeliest first. */
function createQueue(): { readonly push: (offer: Offer) => void; readonly pop: () => Offer | undefined } {
  const heap: Offer[] = [];
  const before = (x: Offer, y: Offer): boolean =>
    x.likely > y.likely || (x.likely === y.likely && (x.a < y.a || (x.a === y.a && x.b < y.b)));
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
