import type { Label } from "./label.js";
import { type Matching, type PairWorth, matchLabels } from "./match.js";
import { overlapRatio, sameSpan } from "./schemes.js";
import { type TallyTable, addCounts } from "./tally.js";

/** TempEval-3 task A: any overlap, the same text, the same value (and the same type) among the overlapping. */
export const DATE_MEASURES = ["relaxed", "strict", "value", "strict-value", "type"] as const;
export type DateMeasure = (typeof DATE_MEASURES)[number];

export const dateRow = (measure: DateMeasure): string => `dates/${measure}`;

const WORTH: PairWorth = (g, p) => [1, (sameSpan(g, p) ? 4 : 0) + (g.value === p.value ? 2 : 0), overlapRatio(g, p)];

/**
 * Counts the dates of one article after TempEval-3. The scorer's value F1, value accuracy × relaxed F1, equals the F1
 * of pairs with an equal value, so all measures are plain counts. A gold date without a value is matched by its span
 * alone and never counts as a wrong value.
 */
export function tallyDates(table: TallyTable, article: number, gold: readonly Label[], predicted: readonly Label[]): Matching {
  const matching = matchLabels(gold, predicted, WORTH);
  for (const measure of DATE_MEASURES) {
    let correct = 0;
    for (const [g, p] of matching.pairs) {
      const a = gold[g];
      const b = predicted[p];
      if (a && b && holds(measure, a, b)) correct++;
    }
    addCounts(table, article, dateRow(measure), {
      correct,
      incorrect: matching.pairs.length - correct,
      missing: matching.missed.length,
      spurious: matching.spurious.length,
      predicted: predicted.length,
      gold: gold.length,
    });
  }
  return matching;
}

function holds(measure: DateMeasure, gold: Label, predicted: Label): boolean {
  switch (measure) {
    case "relaxed":
      return true;
    case "strict":
      return sameSpan(gold, predicted);
    case "value":
      return sameValue(gold, predicted);
    case "strict-value":
      return sameSpan(gold, predicted) && sameValue(gold, predicted);
    case "type":
      return gold.type === undefined || gold.type === predicted.type;
  }
}

export const sameValue = (gold: Label, predicted: Label): boolean =>
  (gold.value ?? undefined) === undefined || gold.value === predicted.value;
