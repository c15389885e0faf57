import type { Comparison } from "../../score/compare-runs.js";
import type { ScoreReport } from "../../score/score-layers.js";
import { SCHEMES } from "../../score/schemes.js";
import type { Score } from "../../score/tally.js";
import { points } from "../format-comparison.js";
import { describe } from "../format-findings.js";
import { kindName, percent } from "../format-score-summary.js";
import { drawConfusion } from "./draw-confusion.js";
import { drawCurve, drawReliability } from "./draw-confidence.js";
import { type DrawnScore, drawScores } from "./draw-scores.js";
import { escapeHtml, kindClass } from "./escape-html.js";

const section = (id: string, title: string, note: string, body: string): string =>
  `<section id="${id}"><h2>${title}</h2>${note === "" ? "" : `<p class="note">${note}</p>`}${body}</section>`;
/** Rounded down: a threshold that is rounded up would leave predictions out. */
const floor = (threshold: number): string => (Math.floor(threshold * 1e3) / 1e3).toFixed(3);
const cells = (values: readonly string[]): string => values.map((value) => `<td>${value}</td>`).join("");
const interval = ({ interval: i }: Score): string => (i ? `<small>${percent(i[0])}–${percent(i[1])}</small>` : "");
const table = (head: readonly string[], rows: readonly string[]): string =>
  `<div class="scroll" tabindex="0" role="group" aria-label="Table` +
  `${head.find((h) => h !== "") ? ` of ${head.filter((h) => h !== "").join(", ")}` : ""}"><table>` +
  `<thead><tr>${head.map((h) => (h === "" ? "<td></td>" : `<th scope="col">${h}</th>`)).join("")}</tr>` +
  `</thead><tbody>${rows.join("")}</tbody></table></div>`;
const swatch = (kind: string): string =>
  kind === "" || kind === "micro" || kind === "macro" ? "" : `<i class="swatch ${kindClass(kind)}"></i>`;
const rates = ({ precision, recall, f1 }: Pick<Score, "precision" | "recall" | "f1">): readonly string[] => [
  percent(precision),
  percent(recall),
  `<b>${percent(f1)}</b>`,
];
const scoreRow = (name: string, score: Score, kind = ""): string =>
  `<tr><th scope="row">${swatch(kind)}${escapeHtml(name)}</th>` +
  `${cells([...[score.correct, score.predicted, score.gold].map(String), ...rates(score), interval(score)])}</tr>`;
const SCORE_HEAD = ["", "right", "found", "gold", "precision", "recall", "F1", "95% interval"];

export function overview(report: ScoreReport): string {
  const strict = report.scores.strict;
  const rows: DrawnScore[] = [...report.kinds.scored, "micro"].flatMap((kind) =>
    strict[kind] ? [{ name: kindName(kind), kind, score: strict[kind] }] : [],
  );
  const extra: DrawnScore[] = [
    ...(report.dates ? [{ name: "dates by value", kind: "date", score: report.dates.value }] : []),
    ...(report.casualties ? [{ name: "figures by numbers", kind: "casualty", score: report.casualties.explicit.figures }] : []),
  ];
  return section(
    "overview",
    "How good it is",
    "F1 in per cent: the dot. Its 95% interval over articles: the band. P and R mark precision and " +
      "recall. Span and kind must be equal, but for the last rows: dates by value after TempEval-3, " +
      "casualty figures by outcome and numbers.",
    `<figure class="wide">${drawScores([...rows, ...extra])}</figure>`,
  );
}

export function schemes(report: ScoreReport): string {
  const kinds = [...report.kinds.scored, "micro", "macro", ...report.kinds.reported];
  const rows = kinds.map(
    (kind) =>
      `<tr><th scope="row">${swatch(kind)}${escapeHtml(kindName(kind))}` +
      `${report.kinds.reported.includes(kind) ? " <small>not in all</small>" : ""}</th>` +
      `${SCHEMES.map((scheme) => `<td>${percent(report.scores[scheme][kind]?.f1 ?? null)}</td>`).join("")}<td>` +
      `${percent(report.tokens?.[kind]?.f1 ?? null)}</td></tr>`,
  );
  const strict = kinds.flatMap((kind) => {
    const score = report.scores.strict[kind];
    return score ? [scoreRow(kindName(kind), score, kind)] : [];
  });
  return section(
    "scores",
    "Counts and schemes",
    "Strict: span and kind. Exact: span alone. Partial: an overlap is worth half. Type: kind with any overlap. Words: each word by itself.",
    `<div class="columns"><div><h3>Strict</h3>${table(SCORE_HEAD, strict)}</div><div><h3>F1 by ` +
      `scheme</h3>${table(["", ...SCHEMES, "words"], rows)}</div></div>`,
  );
}

export function details({ dates, casualties, entities }: ScoreReport): string {
  const parts: string[] = [];
  if (dates) {
    const rows = [
      scoreRow("any overlap", dates.relaxed),
      scoreRow("same span", dates.strict),
      scoreRow("same value", dates.value),
      scoreRow("same span and value", dates["strict-value"]),
    ];
    parts.push(`<div><h3>Dates</h3>${table(SCORE_HEAD, rows)}</div>`);
  }
  if (casualties) {
    const outcomes = Object.entries(casualties.all.byOutcome)
      .filter(([, score]) => score.gold + score.predicted > 0)
      .map(([outcome, score]) => scoreRow(outcome, score));
    const rows = [
      scoreRow("explicit", casualties.explicit.figures),
      scoreRow("with implicit", casualties.all.figures),
      scoreRow("explicit, outcome alone", casualties.explicit.outcomeOnly),
      ...outcomes,
    ];
    const attributes = Object.entries(casualties.attributes).map(([name, share]) => `${name} ${percent(share)}`);
    parts.push(
      `<div><h3>Casualty figures</h3>${table(SCORE_HEAD, rows)}<p class="note">Of explicit figures with the right outcome ` +
        `and numbers, right are: ${attributes.join(" · ")}</p></div>`,
    );
  }
  if (entities) {
    const row = (name: string, score: Parameters<typeof rates>[0]): string => `<tr><th scope="row">${name}</th>${cells(rates(score))}</tr>`;
    const rows = [row("B-cubed", entities.bCubed), row("CEAF, mentions", entities.ceafMention), row("CEAF, entities", entities.ceafEntity)];
    parts.push(`<div><h3>Names grouped into entities</h3>${table(["", "precision", "recall", "F1"], rows)}</div>`);
  }
  return parts.length === 0 ? "" : section("details", "Dates, figures, entities", "", `<div class="columns">${parts.join("")}</div>`);
}

export function causes({ errorGroups }: ScoreReport): string {
  if (errorGroups.length === 0) return section("causes", "Errors by cause", "", "<p>No errors.</p>");
  const most = Math.max(...errorGroups.map((g) => g.cost), 0.0001);
  const rows = errorGroups.map(
    (g) =>
      `<tr data-cause="${g.cause}"><th scope="row"><button type="button" class="link" data-show-cause="` +
      `${g.cause}">${escapeHtml(g.title)}</button><small>${escapeHtml(g.advice)}</small></th><td>` +
      `${g.count}</td><td class="cost"><svg viewBox="0 0 200 14" preserveAspectRatio="none" ` +
      `aria-hidden="true"><rect class="cost-bar" width="${((200 * g.cost) / most).toFixed(1)}" height="14" ` +
      `rx="3"/></svg></td><td><b>${(100 * g.cost).toFixed(1)}</b></td><td><small>${g.measure}</small></td>` +
      `</tr>`,
  );
  return section(
    "causes",
    "Errors by cause",
    "What F1 would gain, in points, if every error of a cause were mended. A cause shows its articles.",
    table(["cause", "number", "cost", "", "of F1"], rows),
  );
}

export function confusion(report: ScoreReport): string {
  return section(
    "confusion",
    "Which kind for which",
    "Gold down, found across; shading is the share of the row.",
    `<figure>${drawConfusion(report.confusion)}</figure>`,
  );
}

export function confidence({ calibration }: ScoreReport): string {
  if (!calibration) return "";
  const wanted = calibration.wanted
    ? `<p class="note">For a precision of ${percent(calibration.wanted.precision)}: ${Object.entries(calibration.wanted.thresholds)
        .map(
          ([kind, p]) =>
            `${escapeHtml(kind === "all" ? "all" : kindName(kind))} ` +
            `${p ? `≥ ${floor(p.threshold)} (recall ${percent(p.recall)})` : "none"}`,
        )
        .join(" · ")}</p>`
    : "";
  const best = calibration.best ? `Best F1 ${percent(calibration.best.f1)} at confidence ≥ ${floor(calibration.best.threshold)}. ` : "";
  return section(
    "confidence",
    "How far to trust confidence",
    `${best}Average precision ${percent(calibration.averagePrecision)}, expected calibration error ` +
      `${percent(calibration.expectedCalibrationError)}, Brier score ${calibration.brierScore.toFixed(3)}.`,
    `<div class="columns"><figure>${drawCurve(calibration)}<figcaption>Precision over recall as the ` +
      `threshold falls</figcaption></figure><figure>${drawReliability(calibration)}<figcaption>Precision ` +
      `by confidence; on the diagonal it means what it says</figcaption></figure></div>${wanted}`,
  );
}

function cellsOfChange({ baseline, now, difference, interval, p, beyondNoise }: Comparison["changes"][number]): readonly string[] {
  const direction = difference === 0 ? "" : (difference ?? 0) > 0 ? "better" : "worse";
  return [
    percent(baseline),
    percent(now),
    `<b class="${direction}">${points(difference)}</b>`,
    interval ? `${points(interval[0])} to ${points(interval[1])}` : "–",
    p === null ? "–" : p.toFixed(3),
    difference === 0 ? "the same" : beyondNoise ? "more than noise" : "may be noise",
  ];
}

const listFinding = (finding: Comparison["fixed"][number]): string =>
  `<li><span class="chip ${kindClass(finding.kind)}">${escapeHtml(finding.article)}</span> ` +
  `${escapeHtml(describe(finding))}<q>${escapeHtml(finding.sentence ?? "")}</q></li>`;

export function comparison(compared: Comparison | null): string {
  if (!compared) return "";
  const rows = compared.changes
    .filter((c) => c.difference !== null)
    .map((c) => `<tr><th scope="row">${escapeHtml(kindName(c.row))}</th>${cells(cellsOfChange(c))}</tr>`);
  const list = (title: string, findings: Comparison["fixed"]): string =>
    `<details><summary>${title}: ${findings.length}</summary><ul class="errors">` + findings.map(listFinding).join("") + `</ul></details>`;
  return section(
    "comparison",
    "Against the baseline",
    "F1, strict; paired bootstrap over the same drawn articles.",
    table(["", "before", "now", "change", "95% interval", "p", ""], rows) + list("Fixed", compared.fixed) + list("Broken", compared.broken),
  );
}
