import { describe, expect, it } from "vitest";
import { startReport } from "../../src/formats/report/format-report.js";
import { drawEntry, markEntry } from "../../src/formats/report/report-entry.js";
import type { ArticleResult } from "../../src/formats/tables/table.js";

const HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028";
const result: ArticleResult = {
  article: {
    id: HOSTILE,
    title: HOSTILE,
    text: `${HOSTILE} Four died.`,
    publishedAt: null,
    source: HOSTILE,
    place: null,
    language: null,
    author: null,
    url: "https://news.example/a",
  },
  origin: { file: "a.txt", record: null, offset: null },
  layer: { id: HOSTILE, title: HOSTILE, publishedAt: null, textHash: null, mentions: [], entities: [] },
  sentences: [],
  tokens: 0,
  duplicate: null,
  skipped: null,
};

function page(): string {
  const report = startReport();
  return report.article(drawEntry(result)) + report.end({ articles: 3, incidents: 0, entities: 0, shapes: [["XX", "M0 0l9 0 0 9z"]] });
}

describe("the report", () => {
  const html = page();

  it("holds the words of articles as data that cannot end the script or become markup", () => {
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\u2028");
    const rowsOf = (kind: string): unknown[] =>
      (new RegExp(`<script type="application/x-ndjson" data-of="${kind}">(.*?)</script>`, "s").exec(html)?.[1] ?? "")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown);
    expect(rowsOf("article")).toMatchObject([{ id: HOSTILE, text: result.article.text }]);
    expect(rowsOf("run")).toMatchObject([{ articles: 3, shapes: [["XX", "M0 0l9 0 0 9z"]] }]);
  });

  it("loads nothing and may load nothing", () => {
    expect(html).toContain("default-src 'none'");
    expect(html.replace(/<script type="application\/x-ndjson".*?<\/script>/gs, "")).not.toMatch(
      /\bsrc\s*=|\bhref\s*=(?!"#|'#)|@import|url\(|\bfetch\(|XMLHttpRequest|innerHTML|eval\(/,
    );
  });

  it("is the same for the same run", () => {
    expect(page()).toBe(html);
  });

  it("shows an article that turns out to repeat another as if that had been known", () => {
    expect(markEntry(drawEntry(result), HOSTILE)).toBe(drawEntry({ ...result, duplicate: { of: HOSTILE, similarity: 1 } }));
  });
});
