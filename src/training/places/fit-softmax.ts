/** A name with its candidates: at least one is right. */
export interface Choice {
  readonly features: readonly Float64Array[];
  readonly right: ReadonlySet<number>;
  readonly weight: number;
}

/** Steps of the descent, its rate, and how strongly weights are drawn to their priors. */
const STEPS = 150;
const RATE = 0.08;
const RIDGE = 0.0015;

/** Weights under which the right candidates are likeliest (conditional log-likelihood, Adam over all choices at once). */
export function fitSoftmax(choices: readonly Choice[], start: Float64Array, priors: readonly number[]): Float64Array {
  const weights = Float64Array.from(start);
  const size = priors.length;
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const all = choices.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(size);
    for (const choice of choices) addSlope(slope, choice, weights);
    for (let i = 0; i < size; i++) {
      const gradient = (slope[i] ?? 0) / all - RIDGE * ((weights[i] ?? 0) - (priors[i] ?? 0));
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * gradient;
      second[i] = 0.99 * (second[i] ?? 0) + 0.01 * gradient * gradient;
      const rate = RATE / (1 + step / 100);
      weights[i] =
        (weights[i] ?? 0) + (rate * ((first[i] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((second[i] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights;
}

function addSlope(slope: Float64Array, { features, right, weight }: Choice, weights: Float64Array): void {
  const scores = features.map((row) => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, i) => (right.has(i) ? sum + power : sum), 0);
  for (const [i, row] of features.entries()) {
    const probability = (powers[i] ?? 0) / total;
    const wanted = right.has(i) ? (powers[i] ?? 0) / Math.max(1e-12, good) : 0;
    const part = weight * (wanted - probability);
    if (part !== 0) for (let k = 0; k < row.length; k++) slope[k] = (slope[k] ?? 0) + part * (row[k] ?? 0);
  }
}
