/** A mention that a tagger found: what it believed, and whether it was exactly right. */
export interface JudgedMention {
  readonly confidence: number;
  readonly right: boolean;
}

/**
 * The curve from a model's probability to the share of mentions that were right, as points of a piecewise linear map:
 * pool adjacent violators over about `bins` equal groups, so that the curve never falls.
 */
export function fitCalibration(mentions: readonly JudgedMention[], bins = 16): readonly (readonly [number, number])[] {
  const sorted = [...mentions].sort((a, b) => a.confidence - b.confidence);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  const pools: { sum: number; right: number; count: number }[] = [];
  for (let i = 0; i < sorted.length; i += size) {
    const group = sorted.slice(i, i + size);
    pools.push({ sum: group.reduce((a, m) => a + m.confidence, 0), right: group.filter((m) => m.right).length, count: group.length });
    for (;;) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (!last || !before || before.right / before.count <= last.right / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, right: before.right + last.right, count: before.count + last.count });
    }
  }
  return pools.map(({ sum, right, count }) => [round(sum / count), round(right / count)] as const);
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** Expected calibration error over ten equal ranges of confidence, from 0 to 1; null without mentions. */
export function calibrationError(mentions: readonly JudgedMention[]): number | null {
  if (mentions.length === 0) return null;
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const group = mentions.filter((m) => Math.min(9, Math.floor(m.confidence * 10)) === bin);
    error += Math.abs(group.reduce((a, m) => a + m.confidence, 0) - group.filter((m) => m.right).length);
  }
  return error / mentions.length;
}
