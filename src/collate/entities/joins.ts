import type { JoinReason } from "../../model/corpus-entity.js";

/** Sets that grow together, and why each of their members is in. */
export interface Joins {
  /** The root of the set that an item is in. */
  readonly root: (item: number) => number;
  /** Puts the set of `item` into that of `into`; nothing where they are one. */
  readonly join: (into: number, item: number, reason: JoinReason, confidence: number) => void;
  /** Why an item is with its root; null for the root itself. */
  readonly why: (item: number) => { readonly reason: JoinReason; readonly confidence: number } | null;
}

export function createJoins(items: number): Joins {
  const parent = Int32Array.from({ length: items }, (_, i) => i);
  const reasons = new Map<number, { readonly reason: JoinReason; readonly confidence: number }>();
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
    root,
    join: (into, item, reason, confidence) => {
      const [a, b] = [root(into), root(item)];
      if (a === b) return;
      parent[b] = a;
      if (!reasons.has(item)) reasons.set(item, { reason, confidence });
      if (b !== item && !reasons.has(b)) reasons.set(b, { reason, confidence });
    },
    why: (item) => (root(item) === item ? null : reasons.get(item) ?? null),
  };
}
