import type { Evidence } from "../../collate/incidents/vote.js";

/** An incident with the candidates for one of its values. */
export interface Ballot {
  readonly candidates: readonly Evidence[];
  /** Whether each is right; more than one may be. */
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** L2 penalty on the weights, steps, and the length of a step, less in the second half. */
const PENALTY = 1;
const STEPS = 400;
const RATE = 0.1;

/**
 * Fits the weights of a vote so that the right candidate of each incident gets most: a conditional logit (McFadden 1974) by
 * Adam (Kingma and Ba 2015) over all ballots at once. No chance is involved. Ballots without a right candidate teach nothing.
 */
export function fitVotes(ballots: readonly Ballot[]): ReadonlyMap<string, number> {
  const used = ballots.filter(({ right }) => right.some(Boolean));
  const names = [...new Set(used.flatMap(({ candidates }) => candidates.flatMap((evidence) => Object.keys(evidence))))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = used.map(({ candidates, right, weight }) => ({
    amounts: candidates.map((evidence) => Object.entries(evidence).map(([name, amount]) => [index.get(name) as number, amount] as const)),
    right,
    weight,
  }));
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight) => PENALTY * weight);
    for (const { amounts, right, weight } of rows) {
      const sums = amounts.map((row) => row.reduce((sum, [i, amount]) => sum + (weights[i] as number) * amount, 0));
      const most = Math.max(...sums);
      const shares = sums.map((sum) => Math.exp(sum - most));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const ofRight = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
      for (const [at, row] of amounts.entries()) {
        const pull = weight * ((shares[at] as number) / all - (right[at] ? (shares[at] as number) / ofRight : 0));
        for (const [i, amount] of row) slope[i] = (slope[i] as number) + pull * amount;
      }
    }
    for (const [i, s] of slope.entries()) {
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * s;
      square[i] = 0.99 * (square[i] as number) + 0.01 * s * s;
      const length = (mean[i] as number) / (1 - 0.9 ** step) / (Math.sqrt((square[i] as number) / (1 - 0.99 ** step)) + 1e-8);
      weights[i] = (weights[i] as number) - RATE * (step > STEPS / 2 ? 0.3 : 1) * length;
    }
  }
  return new Map(names.map((name, i) => [name, Math.round((weights[i] as number) * 100) / 100]));
}
