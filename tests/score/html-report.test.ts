import { describe, expect, it } from "vitest";
import { formatHtmlReport } from "../../src/formats/report-html/format-html-report.js";
import { markText, marksOf } from "../../src/formats/report-html/mark-article.js";
import { formatScoreMarkdown } from "../../src/formats/format-score-markdown.js";
import { compareRuns } from "../../src/score/compare-runs.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { label, layer } from "./label-cases.js";

const TEXT = "Ann Lee & <b>Bo</b> met in Oslo\r\non Monday. 12 died 😀.";
const texts = new Map([["a", TEXT]]);
const at = (kind: string, wording: string, more = {}) => label(kind, TEXT.indexOf(wording), TEXT.indexOf(wording) + wording.length, more);
const gold = [
  layer(
    "a",
    at("person", "Ann Lee"),
    at("place", "Oslo"),
    at("date", "Monday", { value: "2025-06-30" }),
    at("casualty", "12", { outcome: "killed", value: 12 }),
  ),
];
const predicted = [
  layer(
    "a",
    at("person", "Lee", { confidence: 0.9 }),
    at("organization", "Oslo", { confidence: 0.5 }),
    at("date", "Monday", { value: "2025-07-07", confidence: 1 }),
    at("person", "Bo", { confidence: 0.2 }),
  ),
];
const bootstrap = { resamples: 20, seed: 1 };
const report = scoreLayers(gold, predicted, texts, { bootstrap, wantedPrecision: 0.5 });
const html = formatHtmlReport({
  report,
  comparison: compareRuns(report, scoreLayers(gold, gold, texts, { bootstrap }), bootstrap),
  gold,
  predicted,
  texts,
});

/** What a reader sees of a piece of HTML. */
const visible = (markup: string): string =>
  markup
    .replace(/<sup[^>]*>[^<]*<\/sup>/g, "")
    .replace(/<[^<>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("the report", () => {
  it("is one page that needs nothing else", () => {
    expect(html.startsWith("<!doctype html>")).toBe(true);
    expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import|https?:/);
    expect(html).toContain("default-src 'none'");
    for (const id of ["overview", "comparison", "causes", "scores", "details", "confusion", "confidence", "articles"])
      expect(html).toContain(`<section id="${id}">`);
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(4);
  });

  it("has both themes, print rules and filters", () => {
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).toContain("@media print");
    expect(html).toMatch(/<input type="checkbox" name="kind" value="casualty" checked>/);
    expect(html).toContain('<option value="wrong-direction">');
  });

  it("never lets the text of an article become markup", () => {
    expect(html).not.toContain("<b>Bo</b>");
    expect(html).toContain("&lt;b&gt;");
  });

  it("marks every article without changing a character of it", () => {
    const marked = markText(TEXT, marksOf(gold[0]!.mentions, report.findings));
    expect(visible(marked)).toBe(TEXT);
    expect(marked).toMatch(/<mark class="s-mismatch gold-only k-person"[^>]*>Ann <\/mark><mark class="s-mismatch both k-person"[^>]*>Lee/);
    expect(marked).toMatch(/s-content k-date[^>]*>Monday/);
    expect(marked).toMatch(/s-missed k-casualty[^>]*>12/);
    expect(marked).toMatch(/s-spurious k-person[^>]*>Bo/);
    expect(marked).toContain("L→O");
  });

  it("is a page also where there is nothing", () => {
    const nothing = scoreLayers([], [], new Map(), { bootstrap });
    expect(formatHtmlReport({ report: nothing, comparison: null, gold: [], predicted: [], texts: new Map() })).toContain(
      "Nothing to score.",
    );
  });
});

describe("the Markdown table", () => {
  it("has a row for each kind", () => {
    const lines = formatScoreMarkdown(report).split("\n");
    expect(lines[0]).toBe("| | gold | found | precision | recall | F1 | 95% interval |");
    expect(lines).toContain("| people | 1 | 2 | 0.0 | 0.0 | **0.0** | 0.0–0.0 |");
    expect(lines).toContain("| dates | 1 | 1 | 100.0 | 100.0 | **100.0** | 100.0–100.0 |");
  });
});
