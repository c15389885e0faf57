import { describe, expect, it } from "vitest";
import { formatReport } from "../../src/formats/report/format-report.js";
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

describe("the report", () => {
  const html = formatReport({ shown: [drawEntry(result)], all: 3, incidents: [], allIncidents: 0, shapes: [["XX", "M0 0l9 0 0 9z"]] });

  it("holds the words of articles as data that cannot end the script or become markup", () => {
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("\u2028");
    const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({
      all: 3,
      shapes: [["XX", "M0 0l9 0 0 9z"]],
      articles: [{ id: HOSTILE, text: result.article.text }],
    });
  });

  it("loads nothing and may load nothing", () => {
    expect(html).toContain("default-src 'none'");
    expect(html.replace(/<script type="application\/json".*?<\/script>/s, "")).not.toMatch(
      /\b(?:src|href)\s*=|@import|url\(|\bfetch\(|XMLHttpRequest|innerHTML|eval\(/,
    );
  });

  it("is the same for the same run", () => {
    expect(formatReport({ shown: [drawEntry(result)], all: 3, incidents: [], allIncidents: 0, shapes: [["XX", "M0 0l9 0 0 9z"]] })).toBe(
      html,
    );
  });

  it("shows an article that turns out to repeat another as if that had been known", () => {
    expect(markEntry(drawEntry(result), HOSTILE)).toBe(drawEntry({ ...result, duplicate: { of: HOSTILE, similarity: 1 } }));
  });
});
