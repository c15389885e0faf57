import type { Label } from "./label.js";
import { overlapOf } from "./label.js";
import type { PairWorth } from "./match.js";

/** The four schemes of SemEval-2013 task 9.1, after the MUC-5 scorer. */
export const SCHEMES = ["strict", "exact", "partial", "type"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What a pair of overlapping labels is under a scheme. */
export type Verdict = "correct" | "incorrect" | "partial";

export const sameSpan = (a: Label, b: Label): boolean => a.start === b.start && a.end === b.end;

/**
 * Judges a pair:
 * - strict: span and kind must be equal
 * - exact: the span must be equal, the kind is not looked at
 * - partial: an equal span is correct, an overlap is partial (half a point), the kind is not looked at
 * - type: the kind must be equal, any overlap will do
 */
export function judge(scheme: Scheme, gold: Label, predicted: Label): Verdict {
  switch (scheme) {
    case "strict":
      return sameSpan(gold, predicted) && gold.kind === predicted.kind ? "correct" : "incorrect";
    case "exact":
      return sameSpan(gold, predicted) ? "correct" : "incorrect";
    case "partial":
      return sameSpan(gold, predicted) ? "correct" : "partial";
    case "type":
      return gold.kind === predicted.kind ? "correct" : "incorrect";
  }
}

/** Share of the two spans' union that both cover, from 0 to 1. */
export const overlapRatio = (a: Label, b: Label): number => overlapOf(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));

/** What the best matching of a scheme maximizes: its own credit first, then likeness, then overlap. */
export const SCHEME_WORTH: Readonly<Record<Scheme, PairWorth>> = {
  strict: (g, p) => {
    const span = sameSpan(g, p);
    const kind = g.kind === p.kind;
    return [span && kind ? 1 : 0, (span ? 4 : 0) + (kind ? 3 + likeness(g, p) : 0), overlapRatio(g, p)];
  },
  exact: (g, p) => [sameSpan(g, p) ? 1 : 0, g.kind === p.kind ? 1 + likeness(g, p) : 0, overlapRatio(g, p)],
  partial: (g, p) => [sameSpan(g, p) ? 2 : 1, g.kind === p.kind ? 1 + likeness(g, p) : 0, overlapRatio(g, p)],
  type: (g, p) => [g.kind === p.kind ? 1 : 0, (sameSpan(g, p) ? 2 : 0) + likeness(g, p), overlapRatio(g, p)],
};

/** From 0 to 2: how far two labels of one kind say the same beyond their span, so that twins at one span pair well. */
function likeness(gold: Label, predicted: Label): number {
  if (gold.kind !== predicted.kind) return 0;
  if (gold.kind === "date") return gold.value === predicted.value ? 1 : 0;
  if (gold.kind === "casualty") return (gold.outcome === predicted.outcome ? 1 : 0) + (gold.value === predicted.value ? 0.5 : 0);
  return 0;
}
