import { confidenceOf, type ConfidenceWeights } from "../recognize/casualties/confidence.js";
import type { JudgedMention } from "./calibrate-confidence.js";

/** A figure that was read: its features, and whether outcome and numbers were right. */
export interface ConfidenceExample {
  readonly features: readonly string[];
  readonly right: boolean;
}

const STEPS = 2000;
const RATE = 0.5;
/** Strength of the pull of every weight but the bias to 0 (L2), in examples. */
const DECAY = 4;
/** Features seen less often than this are left out: they would fit single texts. */
const LEAST = 6;
/** What the labels cannot teach because it is too rare in them: the odds of a figure that its self-check doubts. */
const GIVEN: ConfidenceWeights = new Map([["doubted", -4]]);

/** Fits a logistic regression by gradient ascent on the penalized likelihood, all examples a step; no chance in it. */
export function fitConfidence(examples: readonly ConfidenceExample[]): ConfidenceWeights {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const name of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [
    "bias",
    ...[...seen]
      .filter(([name, n]) => n >= LEAST && !GIVEN.has(name))
      .map(([name]) => name)
      .sort(),
  ];
  const index = new Map(names.map((name, i) => [name, i] as const));
  const coded = examples
    .filter(({ features }) => !features.includes("doubted"))
    .map(({ features, right }) => ({ at: [0, ...features.flatMap((name) => index.get(name) ?? [])], right }));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -DECAY * weight));
    for (const { at, right } of coded) {
      const odds = at.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
      const pull = (right ? 1 : 0) - 1 / (1 + Math.exp(-odds));
      for (const i of at) slope[i] = (slope[i] ?? 0) + pull;
    }
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) + (RATE * (slope[i] ?? 0)) / Math.max(1, coded.length / 4);
  }
  const fitted = names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100] as const);
  return new Map([...fitted.filter(([name, weight]) => weight !== 0 || name === "bias"), ...GIVEN]);
}

/** The confidence that weights give to examples, beside what was right. */
export const judgeExamples = (examples: readonly ConfidenceExample[], weights: ConfidenceWeights): readonly JudgedMention[] =>
  examples.map(({ features, right }) => ({ confidence: confidenceOf(features, weights), right }));
