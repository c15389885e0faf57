import type { Example } from "./incident-examples.js";
import { weighEvidence, type EvidenceWeights } from "../link/incidents/weigh-evidence.js";

const STEPS = 400;
const RATE = 0.05;
/** Strength of that pull, in units of example weight. */
const DECAY = 1.5;
/** Features seen less often than this are left out: they would fit single articles. */
const LEAST = 4;

/**
 * Fits the weights of a conditional logit by maximum likelihood with an L2 penalty, which pulls every weight to what is
 * known of it beforehand (0 where nothing is): the likelihood of an example is the
 * summed probability of its right candidates. Adam (Kingma and Ba 2015), all examples a step; no chance in it.
 */
export function fitEvidence(examples: readonly Example[], prior: EvidenceWeights = {}, decay = DECAY): EvidenceWeights {
  const seen = new Map<string, number>();
  for (const { candidates, none } of examples)
    for (const name of new Set([...candidates.flat(), ...none])) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...new Set([...[...seen].filter(([, count]) => count >= LEAST).map(([name]) => name), ...Object.keys(prior)])].sort();
  const index = new Map(names.map((name, i) => [name, i] as const));
  const coded = examples.filter(isUseful).map((example) => ({
    ...example,
    rows: [...example.candidates, ...(example.noneIs === "unknown" ? [] : [example.none])].map((row) =>
      row.flatMap((name) => index.get(name) ?? []),
    ),
    good: [...example.right, ...(example.noneIs === "unknown" ? [] : [example.noneIs === "right"])],
  }));
  const before = Float64Array.from(names, (name) => prior[name] ?? 0);
  const weights = before.slice();
  const [first, second] = [new Float64Array(names.length), new Float64Array(names.length)];
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight, i) => -decay * (weight - (before[i] ?? 0)));
    for (const { rows, good, weight } of coded) {
      const scores = rows.map((row) => row.reduce((sum, i) => sum + (weights[i] ?? 0), 0));
      const highest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - highest));
      const all = odds.reduce((a, b) => a + b, 0);
      const ours = odds.reduce((sum, one, i) => sum + (good[i] ? one : 0), 0);
      rows.forEach((row, r) => {
        const pull = weight * ((good[r] ? (odds[r] ?? 0) / ours : 0) - (odds[r] ?? 0) / all);
        for (const i of row) gradient[i] = (gradient[i] ?? 0) + pull;
      });
    }
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i] ?? 0;
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope;
      second[i] = 0.999 * (second[i] ?? 0) + 0.001 * slope * slope;
      weights[i] =
        (weights[i] ?? 0) + (RATE * ((first[i] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((second[i] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return Object.fromEntries(
    names.map((name, i) => [name, Math.round((weights[i] ?? 0) * 100) / 100] as const).filter(([, weight]) => weight !== 0),
  );
}

const isUseful = ({ right, noneIs }: Example): boolean => right.includes(true) || noneIs === "right";

/** Whether the weights choose right in an example, and how sure they are. */
export function judge(
  { candidates, keys, none, right, noneIs }: Example,
  weights: EvidenceWeights,
): { readonly right: boolean; readonly confidence: number } {
  const weighed = weighEvidence(
    candidates,
    noneIs === "unknown" ? ["never"] : none,
    noneIs === "unknown" ? { ...weights, never: -50 } : weights,
  );
  const sums = new Map<string, number>();
  keys.forEach((key, i) => sums.set(key, (sums.get(key) ?? 0) + (weighed.candidates[i] ?? 0)));
  const best = [...sums].sort((a, b) => b[1] - a[1])[0];
  if (!best || best[1] <= weighed.none) return { right: noneIs === "right", confidence: weighed.none };
  return { right: keys.some((key, i) => key === best[0] && right[i]), confidence: best[1] };
}
