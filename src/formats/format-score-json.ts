import type { ScoreReport } from "../score/score-layers.js";

/**
 * The JSON of a score report: one object. `scores.<scheme>.<kind|micro|macro>` holds counts, ratios and intervals;
 * `findings` every miss, every spurious finding and every wrong value.
 */
export function toScoreJson(report: ScoreReport): Record<string, unknown> {
  const { table: _table, diagnostics, ...rest } = report;
  return { ...rest, warnings: diagnostics.map((d) => d.message) };
}
