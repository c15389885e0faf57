import type { LexiconRow } from "../../lexicon/parse-lexicon.js";
import type { FoundDate } from "./find-dates.js";
import type { Resolved, ResolveContext } from "./resolve-context.js";

/** What the confidence of a date rests on; each is a row of `lexicons/date-confidence.tsv`. */
export type DateFeature = string;

/** From 0 to 1: how often dates with these features have the right span and value. */
export type WeighConfidence = (features: readonly DateFeature[]) => number;

/**
 * The features of a date: its rule, what it was counted from, what its verb says of past and future where that decides, and whether
 * its text tells of times long past.
 */
export function dateFeatures(
  { said, rule, first, last }: FoundDate,
  { value, anchor, type }: Resolved,
  context: ResolveContext,
): readonly DateFeature[] {
  const features = [`rule:${rule}`, `anchor:${anchor}`, `type:${type}`];
  if (said.kind === "calendar" && said.year === undefined && (said.weekday !== undefined || said.month !== undefined))
    features.push(`tense:${context.direction}`);
  if (said.kind === "unit" || said.kind === "shift") features.push(`unit:${said.unit}`);
  if (context.narrative) features.push("story");
  if (value.includes("X")) features.push("open");
  if (value.endsWith("_REF")) features.push(`value:${value}`);
  if (first === last) features.push("one-word");
  return features;
}

/** Reads `date-confidence.tsv`: `feature`, `weight`; the row `bias` counts for every date. Unknown features weigh nothing. */
export function createConfidence(rows: readonly LexiconRow[]): WeighConfidence {
  const weights = new Map(rows.map(({ feature = "", weight = "" }) => [feature, Number(weight)] as const));
  if (weights.size === 0) return () => 1;
  return (features) => {
    let sum = weights.get("bias") ?? 0;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  };
}
