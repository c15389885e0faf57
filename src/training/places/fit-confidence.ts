/** Logistic regression of being right on the terms of the confidence (gradient ascent, drawn weakly to the priors). */
export function fitConfidence(
  cases: readonly { readonly terms: readonly number[]; readonly right: boolean }[],
  priors: readonly number[],
): readonly number[] {
  const size = priors.length;
  const weights = [...priors];
  for (let step = 0; step < 1500; step++) {
    const slope = new Array<number>(size).fill(0);
    for (const { terms, right } of cases) {
      const score = terms.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
      const gap = (right ? 1 : 0) - 1 / (1 + Math.exp(-score));
      for (const [i, value] of terms.entries()) slope[i] = (slope[i] ?? 0) + gap * value;
    }
    for (let i = 0; i < size; i++)
      weights[i] = (weights[i] ?? 0) + 0.3 * ((slope[i] ?? 0) / cases.length - 0.01 * ((weights[i] ?? 0) - (priors[i] ?? 0)));
  }
  return weights;
}
