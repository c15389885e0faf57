import { recordOf } from "../model/kinds.js";
import type { ScoreReport } from "../score/score-layers.js";
import { alignColumns } from "./align-columns.js";
import type { Score } from "../score/tally.js";

/** How a ratio reads in a table: per cent with one decimal, a dash over nothing. */
export const percent = (ratio: number | null): string => (ratio === null ? "–" : (100 * ratio).toFixed(1));

/** Names of the rows as people read them. */
export const kindName = (row: string): string => recordOf(row)?.many ?? MEANS.get(row) ?? row;

/** A map: kinds come from files, and may be called `constructor`. */
const MEANS: ReadonlyMap<string, string> = new Map([
  ["micro", "all (micro)"],
  ["macro", "all (macro)"],
]);

/** A row of a table of scores. */
export interface ScoreRow {
  readonly name: string;
  readonly score: Score;
}

/** The rows that a reader wants first: strict spans per kind, then dates by value and casualty figures by numbers. */
export function headlineRows(report: ScoreReport): readonly ScoreRow[] {
  const strict = report.scores.strict;
  const row = (name: string, score: Score | undefined): readonly ScoreRow[] =>
    score && score.predicted + score.gold > 0 ? [{ name, score }] : [];
  return [
    ...report.kinds.scored.flatMap((kind) => row(kindName(kind), strict[kind])),
    ...row("all (micro)", strict.micro),
    ...row("all (macro)", strict.macro),
    ...report.kinds.reported.flatMap((kind) => row(`${kindName(kind)}, not in all`, strict[kind])),
    ...row("dates by value", report.dates?.value),
    ...row("dates, any overlap", report.dates?.relaxed),
    ...row("figures, outcome and numbers", report.casualties?.explicit.figures),
    ...row("the same with implicit ones", report.casualties?.all.figures),
  ];
}

/** A short table for a terminal: one line a row, precision, recall and F1 in per cent with the 95% interval of F1. */
export function formatScoreSummary(report: ScoreReport): string {
  const rows = headlineRows(report).map(({ name, score }) => [
    name,
    String(score.gold),
    String(score.predicted),
    percent(score.precision),
    percent(score.recall),
    percent(score.f1),
    intervalText(score),
  ]);
  if (rows.length === 0) return `${report.articles} articles, nothing to score\n`;
  return (
    `${alignColumns(["", "gold", "found", "P", "R", "F1", "95% interval"], rows)}${report.articles} ` +
    `article${report.articles === 1 ? "" : "s"}; strict: span and kind are equal; intervals by bootstrap ` +
    `over articles\n`
  );
}

const intervalText = ({ interval }: Score): string => (interval ? `${percent(interval[0])}–${percent(interval[1])}` : "–");
