import { type BootstrapOptions, drawSamples, percentileInterval, pooledRatios, sampleRatios } from "./bootstrap.js";
import type { CausedFinding, Finding } from "./findings.js";
import type { Label } from "./label.js";
import { schemeRow } from "./score-mentions.js";
import { figureRow } from "./score-casualties.js";
import { dateRow } from "./score-dates.js";
import type { ScoreReport } from "./score-layers.js";
import { type Interval, type TallyTable, meanOf } from "./tally.js";

/** What became of one score from the baseline to the new run. */
export interface Change {
  readonly row: string;
  readonly baseline: number | null;
  readonly now: number | null;
  /** F1 now less F1 before. */
  readonly difference: number | null;
  /** 95% interval of the difference over the same drawn articles. */
  readonly interval: Interval | null;
  /** Two-sided: how often the difference would be this far from nothing by the choice of articles alone; at least 1 / (resamples + 1). */
  readonly p: number | null;
  /** Whether the interval leaves out zero. */
  readonly beyondNoise: boolean;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Wrong in the baseline, right now. */
  readonly fixed: readonly CausedFinding[];
  /** Right in the baseline, wrong now. */
  readonly broken: readonly CausedFinding[];
}

/** Compares two runs over the same gold by a paired bootstrap: both are scored on the same drawn articles. */
export function compareRuns(now: ScoreReport, baseline: ScoreReport, bootstrap: BootstrapOptions): Comparison {
  const rows = [...now.kinds.scored, "micro", "macro"].map((kind) => ({
    row: kind,
    names: kind === "micro" || kind === "macro" ? now.kinds.scored.map((k) => schemeRow("strict", k)) : [schemeRow("strict", kind)],
    mean: kind === "macro",
  }));
  const extra = [
    ...(now.dates ? [{ row: "dates by value", names: [dateRow("value")], mean: false }] : []),
    ...(now.casualties ? [{ row: "figures by numbers", names: [figureRow("explicit")], mean: false }] : []),
  ];
  const wanted = [...rows, ...extra];
  const samples = wanted.map((): number[] => []);
  drawSamples([now.table, baseline.table], bootstrap, ([a, b]) => {
    wanted.forEach(({ names, mean }, i) => {
      const f1Now = a ? f1In(a, now.table, names, mean) : null;
      const f1Before = b ? f1In(b, baseline.table, names, mean) : null;
      if (f1Now !== null && f1Before !== null) samples[i]?.push(f1Now - f1Before);
    });
  });
  return {
    changes: wanted.map(({ row }, i) => changeOf(row, f1Of(baseline, row), f1Of(now, row), samples[i] ?? [])),
    fixed: without(baseline.findings, now.findings),
    broken: without(now.findings, baseline.findings),
  };
}

function f1In(sums: Float64Array, table: TallyTable, names: readonly string[], mean: boolean): number | null {
  const rows = names.map((name) => table.rowIndex.get(name) ?? -1);
  return mean ? meanOf(rows.map((row) => sampleRatios(sums, row)[2])) : pooledRatios(sums, rows)[2];
}

function f1Of(report: ScoreReport, row: string): number | null {
  if (row === "dates by value") return report.dates?.value.f1 ?? null;
  if (row === "figures by numbers") return report.casualties?.explicit.figures.f1 ?? null;
  return report.scores.strict[row]?.f1 ?? null;
}

function changeOf(row: string, baseline: number | null, now: number | null, samples: readonly number[]): Change {
  const difference = baseline === null || now === null ? null : now - baseline;
  const interval = difference === null ? null : percentileInterval(samples);
  const tail = Math.min(samples.filter((d) => d <= 0).length, samples.filter((d) => d >= 0).length);
  return {
    row,
    baseline,
    now,
    difference,
    interval,
    p: difference === null || samples.length === 0 ? null : Math.min(1, (2 * (tail + 1)) / (samples.length + 1)),
    beyondNoise: interval !== null && (interval[0] > 0 || interval[1] < 0),
  };
}

/** Findings of one run that the other does not have in any form: the gold label, or the spurious one, is right there. */
function without(findings: readonly CausedFinding[], others: readonly CausedFinding[]): readonly CausedFinding[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ article, type, gold, predicted }: Finding): string {
  const place = (label: Label): string => `${label.kind} ${label.start} ${label.end} ${label.outcome ?? ""} ${label.value ?? ""}`;
  return `${article}\u0000${type === "content" ? "content" : gold ? "gold" : "predicted"}\u0000${place((gold ?? predicted) as Label)}`;
}
