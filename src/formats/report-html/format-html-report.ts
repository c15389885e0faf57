import type { Comparison } from "../../score/compare-runs.js";
import type { CausedFinding } from "../../score/findings.js";
import type { LabelLayer } from "../../score/label.js";
import type { ScoreReport } from "../../score/score-layers.js";
import { CAUSE_RULES } from "../../score/error-causes.js";
import { kindName, percent } from "../format-score-summary.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { escapeHtml, kindClass } from "./escape-html.js";
import { listErrors, markText, marksOf } from "./mark-article.js";
import { SCORE_CODE } from "./score-assets.js";
import { causes, comparison, confidence, confusion, details, overview, schemes } from "./report-sections.js";
import { REPORT_STYLE } from "./report-style.js";

export interface HtmlReportInput {
  readonly report: ScoreReport;
  readonly comparison: Comparison | null;
  readonly gold: readonly AnnotationRecord[];
  readonly predicted: readonly LabelLayer[];
  /** By article id; an article without one shows its errors alone. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The score report as one page of HTML that needs nothing else: no network, no fonts, no libraries. Figures with
 * intervals, errors by cause, confusion, curves, and every article with gold and predictions marked in its text.
 */
export function formatHtmlReport(input: HtmlReportInput): string {
  const { report } = input;
  const micro = report.scores.strict["micro"];
  const lead =
    micro?.f1 === null || micro === undefined
      ? "Nothing to score."
      : `Of ${micro.gold} mentions in ${report.articles} article${report.articles === 1 ? "" : "s"}, <b>` +
        `${percent(micro.recall)}%</b> were found; of ${micro.predicted} found, <b>` +
        `${percent(micro.precision)}%</b> are right. F1 <b>${percent(micro.f1)}</b>` +
        `${micro.interval ? `, ${inSamples(micro.interval)}` : ""}.`;
  const warnings = report.diagnostics.map((d) => `<p class="note">⚠ ${escapeHtml(d.message)}</p>`).join("");
  const { resamples, seed } = report.bootstrap;
  const parts = [overview, causes, schemes, details, confusion, confidence].map((draw) => draw(report));
  const sections = [parts[0], comparison(input.comparison), ...parts.slice(1), articles(input)].join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Score report</title>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<style>${REPORT_STYLE}</style></head><body>
<header class="top"><div><h1>Score report</h1><p class="lead">${lead}</p>${warnings}</div>${THEME_BUTTON}</header>
<main>${sections}
<footer>Intervals: percentile bootstrap over articles, ${resamples} samples, seed ${seed}. Made by dateline.</footer></main>
<script>${SCORE_CODE}</script></body></html>
`;
}

/** How much text, in UTF-16 units, is marked at most: a browser must still open the page. */
const TEXT_BUDGET = 20_000_000;

/** Articles from which the browser lays out only those in sight. */
const MANY = 200;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
const THEME_BUTTON = '<button type="button" class="theme" aria-label="Switch between light and dark">◐</button>';
const inSamples = ([low, high]: readonly [number, number]): string =>
  `between ${percent(low)} and ${percent(high)} in 95 of 100 samples of articles`;

const TITLES = new Map(CAUSE_RULES.map((rule) => [rule.id, rule.title]));

function articles({ report, gold, texts }: HtmlReportInput): string {
  const byArticle = new Map<string, CausedFinding[]>();
  for (const finding of report.findings) {
    const list = byArticle.get(finding.article);
    if (list) list.push(finding);
    else byArticle.set(finding.article, [finding]);
  }
  const scored = new Set(report.kinds.scored);
  const seen = new Set<string>();
  let budget = TEXT_BUDGET;
  const unique = gold.filter((record) => !seen.has(record.id) && seen.add(record.id));
  const shown = unique.filter((record) => (budget -= texts.get(record.id)?.length ?? 0) >= 0);
  const left = unique.length - shown.length;
  const drawn = shown.map((record) => {
    const marks = marksOf(
      record.mentions.filter((m) => scored.has(m.kind)),
      byArticle.get(record.id) ?? [],
    );
    const errors = marks.filter((mark) => mark.status !== "right").length;
    const text = texts.get(record.id);
    return (
      `<details class="article"><summary>${escapeHtml(record.title ?? record.id)} <small>` +
      [...(record.title ? [record.id] : []), ...(record.publishedAt ? [record.publishedAt] : [])]
        .map((fact) => `${escapeHtml(fact)} · `)
        .join("") +
      `${marks.length - errors} right, ${errors} wrong</small></summary>` +
      `<div class="body">${text === undefined ? "" : `<div class="text" dir="auto">${markText(text, marks)}</div>`}` +
      `${listErrors(marks, (cause) => TITLES.get(cause) ?? cause)}</div>` +
      `</details>`
    );
  });
  const boxes = report.kinds.scored
    .map(
      (kind) =>
        `<label><input type="checkbox" name="kind" value="${escapeHtml(kind)}" checked><i class="swatch ` +
        `${kindClass(kind)}" style="margin:0"></i>${escapeHtml(kindName(kind))}</label>`,
    )
    .join("");
  const options = report.errorGroups.map((g) => `<option value="${g.cause}">${escapeHtml(g.title)} (${g.count})</option>`).join("");
  const legend =
    `<p class="legend"><span><mark class="s-right k-person">right</mark></span><span><mark ` +
    `class="s-missed">missed</mark></span><span><mark class="s-spurious">spurious</mark></span><span>` +
    `<mark class="s-mismatch gold-only">gold</mark><mark class="s-mismatch both"> both </mark><mark ` +
    `class="s-mismatch found-only">found</mark> differs in span or kind</span><span><mark ` +
    `class="s-content">wrong value</mark></span></p>`;
  return (
    `<section id="articles"${drawn.length > MANY ? " data-many" : ""}><h2>Articles</h2><div ` +
    `class="filters">${boxes}<select name="cause" aria-label="Cause"><option value="">all errors</option>` +
    `${options}</select><label><input type="checkbox" name="wrong">only with errors</label><input ` +
    `type="search" name="words" placeholder="Words" aria-label="Words in the article"><label><input ` +
    `type="checkbox" name="print">print the articles, too</label><button type="button" ` +
    `data-open-all>Open all</button><output></output></div>${legend}<p class="note print-note">The ` +
    `articles with their marks are left out of print; the page prints them where its box "print the ` +
    `articles, too" is ticked.</p>` +
    (left > 0
      ? `<p class="note">${left} more articles are not shown: the page would be too large to open. --json holds all findings.</p>`
      : "") +
    `${drawn.join("\n")}</section>`
  );
}
