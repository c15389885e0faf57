import { SCHEMES, SCHEME_WORTH, type Scheme, judge } from "./schemes.js";
import type { Label } from "./label.js";
import { type Component, type Matching, matchLabels, overlapComponents } from "./match.js";
import { CORRECT, GOLD, INCORRECT, MISSING, PARTIAL, PREDICTED, SPURIOUS, type TallyTable, addCount } from "./tally.js";

export const schemeRow = (scheme: Scheme, kind: string): string => `${scheme}/${kind}`;

/**
 * Counts one article under all four schemes, per kind. A gold label counts for its own kind. A prediction counts for
 * its own kind under strict and type; under exact and partial, which do not look at kinds, a paired prediction counts
 * for the kind of its gold partner, so that precision stays correct / predicted.
 *
 * @returns the strict matching, from which errors are listed.
 */
export function tallySchemes(table: TallyTable, article: number, gold: readonly Label[], predicted: readonly Label[]): Matching {
  const components = overlapComponents(gold, predicted);
  const simple: Component[] = [];
  const tangled: Component[] = [];
  for (const component of components) {
    (component.gold.length > 1 || component.predicted.length > 1 ? tangled : simple).push(component);
  }
  // Where one label meets at most one other there is nothing to choose: all schemes pair alike.
  const plain = matchLabels(gold, predicted, SCHEME_WORTH.strict, simple);
  let strict: Matching = plain;
  for (const scheme of SCHEMES) {
    tallyMatching(table, article, scheme, gold, predicted, plain);
    const best = matchLabels(gold, predicted, SCHEME_WORTH[scheme], tangled);
    tallyMatching(table, article, scheme, gold, predicted, best);
    if (scheme === "strict") strict = joinMatchings(plain, best);
  }
  return strict;
}

function joinMatchings(a: Matching, b: Matching): Matching {
  return {
    pairs: [...a.pairs, ...b.pairs].sort((x, y) => x[0] - y[0]),
    missed: [...a.missed, ...b.missed].sort((x, y) => x - y),
    spurious: [...a.spurious, ...b.spurious].sort((x, y) => x - y),
  };
}

function tallyMatching(
  table: TallyTable,
  article: number,
  scheme: Scheme,
  gold: readonly Label[],
  predicted: readonly Label[],
  matching: Matching,
): void {
  const rowOf = (kind: string): number => table.rowIndex.get(schemeRow(scheme, kind)) ?? -1;
  const ownKind = scheme === "strict" || scheme === "type";
  for (const [g, p] of matching.pairs) {
    const a = gold[g];
    const b = predicted[p];
    if (!a || !b) continue;
    const row = rowOf(a.kind);
    addCount(table, article, row, VERDICT_FIELD[judge(scheme, a, b)]);
    addCount(table, article, row, GOLD);
    addCount(table, article, ownKind && a.kind !== b.kind ? rowOf(b.kind) : row, PREDICTED);
  }
  for (const g of matching.missed) {
    const row = rowOf(gold[g]?.kind ?? "");
    addCount(table, article, row, MISSING);
    addCount(table, article, row, GOLD);
  }
  for (const p of matching.spurious) {
    const row = rowOf(predicted[p]?.kind ?? "");
    addCount(table, article, row, SPURIOUS);
    addCount(table, article, row, PREDICTED);
  }
}

const VERDICT_FIELD = { correct: CORRECT, incorrect: INCORRECT, partial: PARTIAL } as const;
