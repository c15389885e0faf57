import type { ArticleContext } from "./article-context.js";
import { describeCandidates, type Beliefs, type Believed } from "./candidate-features.js";
import type { PlaceName } from "./place-name.js";

/** Times that what is believed of all names is weighed again for each of them. */
export const ROUNDS = 3;

/** The candidates of a name with their features and probabilities, in the order of its candidates. */
export interface Weighed {
  readonly name: PlaceName;
  readonly features: readonly Float64Array[];
  readonly probabilities: readonly number[];
}

/**
 * Weighs all names of an article together: each candidate's probability is a softmax of its weighted features, which
 * count what the other names are believed to be; so each round starts from the beliefs of the one before.
 */
export function believePlaces(
  names: readonly PlaceName[],
  context: ArticleContext,
  weights: Float64Array,
  asked: string | null,
  rounds: number = ROUNDS,
): readonly Weighed[] {
  let beliefs: Beliefs = names.map(() => []);
  let weighed: readonly Weighed[] = [];
  for (let round = 0; round < rounds; round++) {
    const features = describeCandidates(names, beliefs, context, asked);
    weighed = names.map((name, i) => ({ name, features: features[i] ?? [], probabilities: softmax(features[i] ?? [], weights) }));
    beliefs = weighed.map(likeliest);
  }
  return weighed;
}

function softmax(candidates: readonly Float64Array[], weights: Float64Array): readonly number[] {
  const scores = candidates.map((features) => {
    let score = 0;
    for (let i = 0; i < features.length; i++) score += (features[i] ?? 0) * (weights[i] ?? 0);
    return score;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

function likeliest({ name, probabilities }: Weighed): readonly Believed[] {
  const all = name.candidates.map((candidate, i) => ({ candidate, probability: probabilities[i] ?? 0 }));
  return all.length <= 3 ? all : all.sort((a, b) => b.probability - a.probability).slice(0, 3);
}
