import type { JoinReason } from "../../model/corpus-entity.js";

/** Why an item is in its set. */
export interface Why {
  readonly reason: JoinReason;
  readonly confidence: number;
}

/** Sets that grow together, and why each of their items is in. Items are numbers from 0; more may be added. */
export interface Joins {
  /** A new item, alone in its set. */
  readonly add: () => number;
  /** The root of the set that an item is in. */
  readonly root: (item: number) => number;
  /** Puts the set of `item` into that of `into`; nothing where they are one. */
  readonly join: (into: number, item: number, reason: JoinReason, confidence: number) => void;
  /** Why an item is with its root; null for the root itself. */
  readonly why: (item: number) => Why | null;
}

export function createJoins(items: number): Joins {
  const parent = Array.from({ length: items }, (_, i) => i);
  const reasons = new Map<number, Why>();
  const root = (item: number): number => {
    let at = item;
    while ((parent[at] ?? at) !== at) {
      // Halves the path.
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  return {
    add: () => parent.push(parent.length) - 1,
    root,
    join: (into, item, reason, confidence) => {
      const [a, b] = [root(into), root(item)];
      if (a === b) return;
      parent[b] = a;
      if (!reasons.has(item)) reasons.set(item, { reason, confidence });
      if (b !== item && !reasons.has(b)) reasons.set(b, { reason, confidence });
    },
    why: (item) => (root(item) === item ? null : (reasons.get(item) ?? null)),
  };
}
