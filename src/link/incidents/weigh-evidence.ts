/** Weights of features, natural logarithms of odds; a feature that is not listed weighs nothing. */
export type EvidenceWeights = Readonly<Record<string, number>>;

/** How likely each candidate is the one meant, and how likely none is. They add up to 1. */
export interface Weighed {
  readonly candidates: readonly number[];
  readonly none: number;
}

/** The sum of the weights of features. */
export function scoreOf(features: readonly string[], weights: EvidenceWeights): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/**
 * A conditional logit (McFadden 1974): the probability of each candidate, and of none, is the exponential of the sum of
 * the weights of its features over that of all.
 */
export function weighEvidence(candidates: readonly (readonly string[])[], none: readonly string[], weights: EvidenceWeights): Weighed {
  const scores = candidates.map((features) => scoreOf(features, weights));
  const nothing = scoreOf(none, weights);
  const highest = Math.max(nothing, ...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const noOdds = Math.exp(nothing - highest);
  const sum = odds.reduce((a, b) => a + b, noOdds);
  return { candidates: odds.map((one) => one / sum), none: noOdds / sum };
}
