/** What speaks for a value: numbers by the names of what they measure. */
export type Evidence = Readonly<Record<string, number>>;

/** A value that some report of an incident gives or names, and what speaks for it. */
export interface Candidate<Value> {
  readonly value: Value;
  readonly evidence: Evidence;
}

/** What a unit of evidence weighs, by `FIELD EVIDENCE` (`models/incident-rows/weights.tsv`). What has no weight does not count. */
export type VoteWeights = ReadonlyMap<string, number>;

/** A value that was chosen. */
export interface Chosen<Value> {
  readonly value: Value;
  /** How likely it is the right one of its rivals, 0 to 1: a softmax over what speaks for each (McFadden 1974). */
  readonly likely: number;
}

/** The candidate that most speaks for, of equals the first; null without any. */
export function vote<Value>(field: string, candidates: readonly Candidate<Value>[], weights: VoteWeights): Chosen<Value> | null {
  const sums = candidates.map(({ evidence }) => sumOf(field, evidence, weights));
  let best = 0;
  for (const [i, sum] of sums.entries()) if (sum > (sums[best] as number) + 1e-9) best = i;
  const chosen = candidates[best];
  if (!chosen) return null;
  const all = sums.reduce((total, sum) => total + Math.exp(sum - (sums[best] as number)), 0);
  return { value: chosen.value, likely: 1 / all };
}

function sumOf(field: string, evidence: Evidence, weights: VoteWeights): number {
  let sum = 0;
  for (const [name, amount] of Object.entries(evidence)) sum += amount * (weights.get(`${field} ${name}`) ?? 0);
  return sum;
}
