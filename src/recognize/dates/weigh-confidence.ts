import type { LexiconRow } from "../../lexicon/parse-lexicon.js";
import type { FoundDate } from "./find-dates.js";
import type { Resolved, ResolveContext } from "./resolve-context.js";

/**
 * What the confidence of a date rests on: a kind of evidence and what it is ("rule", "weekday"), or "" where the kind says all ("story").
 * Each is a row of `lexicons/date-confidence.tsv`, written `rule:weekday` or `story`.
 */
export type DateFeature = readonly [kind: string, value: string];

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
  const features: DateFeature[] = [
    ["rule", rule],
    ["anchor", anchor],
    ["type", type],
  ];
  if (said.kind === "calendar" && said.year === undefined && (said.weekday !== undefined || said.month !== undefined))
    features.push(["tense", context.direction]);
  if (said.kind === "unit" || said.kind === "shift") features.push(["unit", said.unit]);
  if (context.narrative) features.push(STORY);
  if (value.includes("X")) features.push(OPEN);
  if (value.endsWith("_REF")) features.push(["value", value]);
  if (first === last) features.push(ONE_WORD);
  return features;
}

const STORY: DateFeature = ["story", ""];
const OPEN: DateFeature = ["open", ""];
const ONE_WORD: DateFeature = ["one-word", ""];

/** A feature as the lexicon names it. */
export const nameOfFeature = ([kind, value]: DateFeature): string => (value === "" ? kind : `${kind}:${value}`);

/** Reads `date-confidence.tsv`: `feature`, `weight`; the row `bias` counts for every date. Unknown features weigh nothing. */
export function createConfidence(rows: readonly LexiconRow[]): WeighConfidence {
  // By kind and value, so that no names are put together for each date.
  const weights = new Map<string, Map<string, number>>();
  for (const { feature = "", weight = "" } of rows) {
    const [kind = "", value = ""] = feature.split(":");
    weights.set(kind, (weights.get(kind) ?? new Map<string, number>()).set(value, Number(weight)));
  }
  if (weights.size === 0) return () => 1;
  const bias = weights.get("bias")?.get("") ?? 0;
  return (features) => {
    let sum = bias;
    for (const [kind, value] of features) sum += weights.get(kind)?.get(value) ?? 0;
    return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  };
}
