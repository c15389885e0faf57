import type { Comparison } from "../score/compare-runs.js";
import { formatFindings } from "./format-findings.js";
import { kindName, percent } from "./format-score-summary.js";
import { alignColumns } from "./align-columns.js";

/** A signed difference in points of F1. */
export const points = (difference: number | null): string =>
  difference === null ? "–" : `${difference > 0 ? "+" : ""}${(100 * difference).toFixed(1)}`;

/** What changed from the baseline, for a terminal: scores, then what was fixed and what broke, with sentences. */
export function formatComparison({ changes, fixed, broken }: Comparison, limit: number): string {
  const rows = changes
    .filter((c) => c.difference !== null)
    .map((c) => [
      kindName(c.row),
      percent(c.baseline),
      percent(c.now),
      points(c.difference),
      c.interval ? `${points(c.interval[0])} to ${points(c.interval[1])}` : "–",
      c.p === null ? "–" : c.p < 0.001 ? "< 0.001" : c.p.toFixed(3),
      c.difference === 0 ? "the same" : c.beyondNoise ? "more than noise" : "may be noise",
    ]);
  const table = alignColumns(["", "before", "now", "change", "95% interval", "p", ""], rows);
  const list = (title: string, findings: Comparison["fixed"]): string =>
    `\n${title}: ${findings.length}\n${formatFindings(findings, limit)}`;
  return (
    `Compared with the baseline (F1, strict; paired bootstrap over articles)\n` + `${table}${list("Fixed", fixed)}${list("Broken", broken)}`
  );
}
