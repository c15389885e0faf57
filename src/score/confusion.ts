import type { Label } from "./label.js";
import type { Matching } from "./match.js";

/** Which kind gold says (rows) and which was predicted (columns); the last of each stands for nothing at all. */
export interface Confusion {
  readonly kinds: readonly string[];
  /** `counts[g][p]`; `counts[g][kinds.length]` were missed, `counts[kinds.length][p]` are spurious. */
  readonly counts: readonly (readonly number[])[];
}

/** Counts kinds of overlapping pairs while articles go by. */
export interface ConfusionCounter {
  readonly add: (gold: readonly Label[], predicted: readonly Label[], matching: Matching) => void;
  readonly read: () => Confusion;
}

export function createConfusionCounter(kinds: readonly string[]): ConfusionCounter {
  const size = kinds.length + 1;
  const counts = new Int32Array(size * size);
  const index = new Map(kinds.map((kind, i) => [kind, i]));
  const count = (g: Label | undefined, p: Label | undefined): void => {
    const cell = (g ? (index.get(g.kind) ?? size - 1) : size - 1) * size + (p ? (index.get(p.kind) ?? size - 1) : size - 1);
    counts[cell] = (counts[cell] ?? 0) + 1;
  };
  return {
    add: (gold, predicted, { pairs, missed, spurious }) => {
      for (const [g, p] of pairs) count(gold[g], predicted[p]);
      for (const g of missed) count(gold[g], undefined);
      for (const p of spurious) count(undefined, predicted[p]);
    },
    read: () => ({ kinds, counts: Array.from({ length: size }, (_, g) => [...counts.subarray(g * size, (g + 1) * size)]) }),
  };
}
