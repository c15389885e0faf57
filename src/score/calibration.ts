import { type Score, f1Of, ratio } from "./tally.js";

/** A prediction as far as confidence goes. */
export interface Judged {
  readonly kind: string;
  readonly confidence: number;
  readonly correct: boolean;
}

/** What is left when predictions below a threshold are left out. */
export interface CurvePoint {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly predicted: number;
}

/** Predictions of about one confidence and how many of them are right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly precision: number;
}

export interface Calibration {
  /** Predictions that say their confidence. */
  readonly judged: number;
  /** From the highest threshold to the lowest; at most 200 points. */
  readonly curve: readonly CurvePoint[];
  /** Area under the precision–recall curve, as a sum of steps; null without gold. */
  readonly averagePrecision: number | null;
  /** Ten bins of equal width; those without predictions are left out. */
  readonly reliability: readonly ReliabilityBin[];
  /** Mean distance of confidence from precision over the bins, weighted by their size. */
  readonly expectedCalibrationError: number;
  readonly brierScore: number;
  /** The threshold of the best F1. */
  readonly best: CurvePoint | null;
  /** For the wanted precision: per kind and over all the threshold that keeps the most recall; null where none does. */
  readonly wanted: { readonly precision: number; readonly thresholds: Readonly<Record<string, CurvePoint | null>> } | null;
}

const MOST_POINTS = 200;

/**
 * How precision depends on confidence. Null where no prediction says its confidence.
 *
 * @param gold how many gold labels there are of each kind.
 * @param wanted a precision from 0 to 1 for which thresholds are looked for, or null.
 */
export function calibrate(judged: readonly Judged[], gold: Readonly<Record<string, number>>, wanted: number | null): Calibration | null {
  if (judged.length === 0) return null;
  const total = Object.values(gold).reduce((a, b) => a + b, 0);
  const whole = curveOf(judged, total);
  const found = new Map<string, CurvePoint | null>();
  if (wanted !== null) {
    found.set("all", thresholdFor(whole, wanted));
    for (const kind of Object.keys(gold))
      found.set(
        kind,
        thresholdFor(
          curveOf(
            judged.filter((j) => j.kind === kind),
            gold[kind] ?? 0,
          ),
          wanted,
        ),
      );
  }
  const thresholds = Object.fromEntries(found);
  const reliability = reliabilityOf(judged);
  return {
    judged: judged.length,
    curve: thin(whole),
    averagePrecision:
      total === 0 ? null : whole.reduce((sum, point, i) => sum + point.precision * ((point.recall ?? 0) - (whole[i - 1]?.recall ?? 0)), 0),
    reliability,
    expectedCalibrationError: reliability.reduce(
      (sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.confidence - bin.precision),
      0,
    ),
    brierScore: judged.reduce((sum, { confidence, correct }) => sum + (confidence - (correct ? 1 : 0)) ** 2, 0) / judged.length,
    best: whole.reduce<CurvePoint | null>((best, point) => ((point.f1 ?? 0) > (best?.f1 ?? 0) ? point : best), null),
    wanted: wanted === null ? null : { precision: wanted, thresholds },
  };
}

function curveOf(judged: readonly Judged[], gold: number): readonly CurvePoint[] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  const points: CurvePoint[] = [];
  let correct = 0;
  sorted.forEach(({ confidence, correct: right }, i) => {
    if (right) correct++;
    if (sorted[i + 1]?.confidence === confidence) return;
    points.push({
      threshold: confidence,
      precision: correct / (i + 1),
      recall: ratio(correct, gold),
      f1: f1Of(correct, i + 1, gold),
      predicted: i + 1,
    });
  });
  return points;
}

/** The lowest threshold, so the most recall, at which precision is what was wanted. */
function thresholdFor(curve: readonly CurvePoint[], wanted: number): CurvePoint | null {
  return curve.findLast((point) => point.precision >= wanted) ?? null;
}

function thin(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  if (curve.length <= MOST_POINTS) return curve;
  return Array.from({ length: MOST_POINTS }, (_, i) => curve[Math.round((i * (curve.length - 1)) / (MOST_POINTS - 1))] as CurvePoint);
}

function reliabilityOf(judged: readonly Judged[]): readonly ReliabilityBin[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, correct: 0 }));
  for (const { confidence, correct } of judged) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (!bin) continue;
    bin.count++;
    bin.confidence += confidence;
    if (correct) bin.correct++;
  }
  return bins.flatMap(({ count, confidence, correct }, i) =>
    count === 0 ? [] : [{ from: i / 10, to: (i + 1) / 10, count, confidence: confidence / count, precision: correct / count }],
  );
}

/** Gold counts of the scored kinds, as {@link calibrate} wants them. */
export const goldCounts = (kinds: readonly string[], scores: Readonly<Record<string, Score>>): Readonly<Record<string, number>> =>
  Object.fromEntries(kinds.map((kind) => [kind, scores[kind]?.gold ?? 0]));
