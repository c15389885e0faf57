import type { Agreement } from "../score/agreement.js";
import { alignColumns } from "./align-columns.js";
import { kindName, percent } from "./format-score-summary.js";

const coefficient = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

/** Agreement of two annotators, for a terminal. */
export function formatAgreement({ f1, rows }: Agreement): string {
  const spans = alignColumns(
    ["agreement of spans and kinds", "F1"],
    Object.entries(f1).map(([kind, value]) => [kind === "all" ? "all kinds" : kindName(kind), percent(value)]),
  );
  const judged = alignColumns(
    ["beyond chance", "units", "same", "Cohen's κ", "Krippendorff's α"],
    rows.map((row) => [
      `${row.unit === "words" ? kindName(row.question) : row.question}, ${row.unit}`,
      String(row.units),
      percent(row.observed),
      coefficient(row.cohenKappa),
      coefficient(row.krippendorffAlpha),
    ]),
  );
  return (
    `${spans}\n${judged}\nwords: each word in or out of the kind; spans: those that both marked alike; – ` +
    `where there is nothing to disagree on\n`
  );
}
