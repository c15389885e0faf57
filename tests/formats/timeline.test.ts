import { describe, expect, it } from "vitest";
import { precisionOfValue } from "../../src/formats/precision-of-value.js";
import { formatTimeline } from "../../src/formats/timeline.js";
import { createDateRecognizer } from "../../src/recognize/dates/recognize-dates.js";
import { loadLexicons } from "../../src/shell/load-resources.js";
import { createAnalyzer } from "../../src/text/analyze.js";

const analyze = createAnalyzer();
const recognize = createDateRecognizer(await loadLexicons());

function timeline(text: string, publishedAt: string | null): string {
  const article = { id: "raid", text, title: "A raid", publishedAt, source: null, place: null, language: null };
  const analyzed = analyze(text);
  return formatTimeline({ article, mentions: recognize({ analyzed, article }), sentences: analyzed.sentences });
}

describe("formatTimeline", () => {
  it("sorts by time, not by the order of the text, and leaves lengths and ages out", () => {
    expect(
      timeline(
        "On Saturday police took the house at 3 p.m. A 21-year-old man had lived there for two years, since May 2023.",
        "2025-07-01",
      ),
    ).toBe(
      [
        "A raid (published 2025-07-01)",
        "  2023-05-01 – 2023-05-31  A 21-year-old man had lived there for two years, since [May 2023].",
        "  2025-06-28 15:00         On Saturday police took the house at [3 p.m.]",
        "  2025-06-28               On [Saturday] police took the house at 3 p.m.",
        "",
        "",
      ].join("\n"),
    );
  });

  it("says what is undated where nothing gives the day of publication", () => {
    expect(timeline("It fell last week.", null)).toBe(
      "A raid (no publication date)\n  undated\n  PAST_REF                 It fell [last week].\n\n",
    );
  });

  it("says so where there are no dates", () => {
    expect(timeline("Nobody came.", null)).toBe("A raid (no publication date)\n  no dates\n\n");
  });

  it("shows only what stands around the wording of a long sentence", () => {
    const line =
      timeline(`The ${"very ".repeat(100)}old house fell on Friday after ${"many ".repeat(100)}years.`, "2025-07-01").split("\n")[1] ?? "";
    expect(line).toMatch(/^ {2}2025-06-27 +…very .*house fell on \[Friday\] after many .*many…$/);
    expect(line.length).toBeLessThan(200);
  });
});

it.each([
  ["2025-07-01T14:30:05Z", "second"],
  ["2025-07-01T14:30", "minute"],
  ["2025-07-01TNI", "part-of-day"],
  ["2025-07-01", "day"],
  ["XXXX-WXX-5", "day"],
  ["2025-W26-WE", "weekend"],
  ["2025-W26", "week"],
  ["XXXX-07", "month"],
  ["2025-Q3", "quarter"],
  ["2025-SU", "season"],
  ["2025-H1", "half"],
  ["2025", "year"],
  ["BC0149", "year"],
  ["198", "decade"],
  ["19", "century"],
  ["P3D", null],
  ["PAST_REF", null],
])("tells the precision of %s", (value, precision) => {
  expect(precisionOfValue(value)).toBe(precision);
});
