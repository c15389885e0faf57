import { assign } from "./assign.js";
import type { Label } from "./label.js";
import type { Matching } from "./match.js";
import { sameSpan } from "./schemes.js";
import { type TallyTable, addCounts } from "./tally.js";

/** How well mentions are grouped into entities, over names whose gold says its entity. */
export const ENTITY_ROWS = ["entities/b3-precision", "entities/b3-recall", "entities/ceaf-mention", "entities/ceaf-entity"] as const;

/**
 * Counts one article: B-cubed (Bagga and Baldwin 1998), for every mention the share of its group that belongs there; and
 * CEAF (Luo 2005), groups paired one to one so that the most mentions agree (`mention`, φ3) or the most groups do
 * (`entity`, φ4). A mention that only one side has shares nothing with the other side.
 */
export function tallyEntities(
  table: TallyTable,
  article: number,
  gold: readonly Label[],
  predicted: readonly Label[],
  strict: Matching,
): void {
  const goldGroups = groupsOf(gold);
  const predictedGroups = groupsOf(predicted);
  /** Predicted mention → the gold mention at the same place. */
  const twin = new Map<number, number>();
  for (const [g, p] of strict.pairs) {
    const a = gold[g];
    const b = predicted[p];
    if (a && b && sameSpan(a, b) && a.kind === b.kind) twin.set(p, g);
  }
  const goldGroupOf = new Map(goldGroups.flatMap((group, i) => group.map((mention) => [mention, i] as const)));
  const shared = predictedGroups.map((group) => {
    const counts = new Map<number, number>();
    for (const p of group) {
      const g = goldGroupOf.get(twin.get(p) ?? -1);
      if (g !== undefined) counts.set(g, (counts.get(g) ?? 0) + 1);
    }
    return counts;
  });
  let precision = 0;
  let recall = 0;
  shared.forEach((counts, p) => {
    for (const [g, n] of counts) {
      precision += (n * n) / (predictedGroups[p]?.length ?? 1);
      recall += (n * n) / (goldGroups[g]?.length ?? 1);
    }
  });
  const mentions = { gold: sizeOf(goldGroups), predicted: sizeOf(predictedGroups) };
  const add = (row: (typeof ENTITY_ROWS)[number], correct: number, sizes: { readonly gold: number; readonly predicted: number }): void =>
    addCounts(table, article, row, { correct, ...sizes });
  add("entities/b3-precision", precision, mentions);
  add("entities/b3-recall", recall, mentions);
  add(
    "entities/ceaf-mention",
    bestSum(goldGroups, predictedGroups, (g, p) => shared[p]?.get(g) ?? 0),
    mentions,
  );
  add(
    "entities/ceaf-entity",
    bestSum(
      goldGroups,
      predictedGroups,
      (g, p) => (2 * (shared[p]?.get(g) ?? 0)) / ((goldGroups[g]?.length ?? 0) + (predictedGroups[p]?.length ?? 0)),
    ),
    { gold: goldGroups.length, predicted: predictedGroups.length },
  );
}

function bestSum(gold: readonly unknown[], predicted: readonly unknown[], similarity: (g: number, p: number) => number): number {
  if (gold.length === 0 || predicted.length === 0) return 0;
  return assign(gold.length, predicted.length, similarity).reduce((sum, p, g) => sum + (p >= 0 ? similarity(g, p) : 0), 0);
}

/** Mentions by entity; one without is a group of its own. */
function groupsOf(labels: readonly Label[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  labels.forEach((label, i) => {
    const key = label.entity ?? `\u0000${i}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  return [...groups.values()];
}

const sizeOf = (groups: readonly (readonly number[])[]): number => groups.reduce((n, group) => n + group.length, 0);
