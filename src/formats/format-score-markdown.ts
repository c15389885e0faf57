import type { ScoreReport } from "../score/score-layers.js";
import { headlineRows, percent } from "./format-score-summary.js";

/** A Markdown table of the headline scores, for a README. Ratios are per cent; the interval is that of F1. */
export function formatScoreMarkdown(report: ScoreReport): string {
  const rows = headlineRows(report).map(
    ({ name, score }) =>
      `| ${name.replaceAll("|", "\\|")} | ${score.gold} | ${score.predicted} | ${percent(score.precision)} ` +
      `| ${percent(score.recall)} | **${percent(score.f1)}** | ` +
      `${score.interval ? `${percent(score.interval[0])}–${percent(score.interval[1])}` : "–"} |`,
  );
  return (
    [
      "| | gold | found | precision | recall | F1 | 95% interval |",
      "|---|--:|--:|--:|--:|--:|--:|",
      ...rows,
      "",
      `${report.articles} article${report.articles === 1 ? "" : "s"}. Span and kind are equal (strict) ` +
        `unless the row says otherwise; intervals by bootstrap over articles (${report.bootstrap.resamples} ` +
        `samples, seed ${report.bootstrap.seed}).`,
    ].join("\n") + "\n"
  );
}
