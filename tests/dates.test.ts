import { globSync } from "tinyglobby";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Article } from "../src/model/article.js";
import type { DateMention } from "../src/model/mention.js";
import { createDateRecognizer } from "../src/recognize/dates/recognize-dates.js";
import { DATE_RULES } from "../src/recognize/dates/rules/date-rules.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { parseMarkedSentence, readMarkedSentences } from "./marked-sentences.js";

const analyze = createAnalyzer();
const recognize = createDateRecognizer(await loadLexicons());
const PUBLISHED = "2025-07-01";

function dates(text: string, more: Partial<Article> = {}): readonly DateMention[] {
  const article = { id: "t", text, title: null, publishedAt: PUBLISHED, source: null, place: null, language: null, ...more };
  return recognize({ analyzed: analyze(text), article });
}

const brief = (mention: DateMention): string => `${mention.text}|${mention.value}${mention.mod ? ` ${mention.mod}` : ""}`;

describe.each(DATE_RULES.map((rule) => [rule.name, rule] as const))("rule %s", (name, rule) => {
  it.each(rule.examples)("finds %s", (example) => {
    const { text, marks } = parseMarkedSentence(example);
    const found = dates(text).filter((mention) => mention.by === name);
    expect(found.map((m) => [m.start, m.end, m.value])).toEqual(marks.map((m) => [m.start, m.end, m.label]));
  });
  it.each(rule.counterExamples)("finds nothing in %s", (text) => {
    expect(dates(text).filter((mention) => mention.by === name)).toEqual([]);
  });
});

it("names its rules once each", () => {
  const names = DATE_RULES.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
});

const folder = fileURLToPath(new URL("cases/dates", import.meta.url));
for (const file of globSync("*.txt", { cwd: folder }).sort()) {
  describe(`marked sentences of ${file}`, () => {
    it.each(readMarkedSentences(`dates/${file}`).map((sentence) => [sentence.place, sentence] as const))("%s", (_place, sentence) => {
      const found = dates(sentence.text, { publishedAt: sentence.published });
      const label = (mention: DateMention, wanted: string): string =>
        / [A-Z]/.test(wanted) ? (brief(mention).split("|")[1] ?? "") : mention.value;
      const wanted = sentence.marks.map((mark) => `${mark.text}|${mark.label}`);
      expect(found.map((m, i) => `${m.text}|${label(m, sentence.marks[i]?.label ?? "")}`)).toEqual(wanted);
    });
  });
}

describe("the anchor", () => {
  const values = (text: string, more: Partial<Article> = {}): readonly string[] =>
    dates(text, more).map((m) => `${m.text} ${m.value} ${m.anchor}`);

  it("is the article's own dateline before its metadata", () => {
    expect(values("KABUL, Aug 3 (Agency) — Troops left on Friday.", { publishedAt: "2025-08-05" })).toEqual([
      "Aug 3 2025-08-03 dateline",
      "Friday 2025-08-01 dateline",
    ]);
  });

  it("is a line of publication where there is no metadata", () => {
    expect(values("Published: 3 March 2022\n\nHe left last Monday.", { publishedAt: null })).toEqual([
      "3 March 2022 2022-03-03 text",
      "last Monday 2022-02-28 dateline",
    ]);
  });

  it("is the day in the address of a saved page where nothing else says it", () => {
    expect(values("https://example.org/news/2022/07/25/a-story\n\nHe left on Sunday.", { publishedAt: null })).toEqual([
      "Sunday 2022-07-24 dateline",
    ]);
  });

  it("is never a date of the story, far from the metadata", () => {
    expect(values("ROME, May 3 (Agency) — He left on Friday.", { publishedAt: "2025-08-05" })[1]).toBe("Friday 2025-08-01 published");
  });

  it("carries the days that each value covers", () => {
    expect(dates("They met last week and in the third quarter of 2024.").map(({ from, to }) => [from, to])).toEqual([
      ["2025-06-23", "2025-06-29"],
      ["2024-07-01", "2024-09-30"],
    ]);
  });
});

describe("dates in numbers", () => {
  const value = (text: string, more: Partial<Article> = {}): string | undefined => dates(text, more)[0]?.value;

  it("are day first", () => expect(value("On 07/01/2025 it fell.")).toBe("2025-01-07"));
  it("are month first in articles from the United States", () => {
    expect(value("On 07/01/2025 it fell.", { place: "Dallas, Texas" })).toBe("2025-07-01");
    expect(value("On 07/01/2025 it fell.", { language: "en-US" })).toBe("2025-07-01");
    expect(value("On 07/01/2025 it fell.", { language: "en-GB", place: "Dallas, Texas" })).toBe("2025-01-07");
  });
  it("follow a date of the same text that leaves no doubt", () =>
    expect(value("On 07/01/2025 and 07/25/2025 it fell.")).toBe("2025-07-01"));
});

it("finds in each of a thousand repetitions what it finds in the first", () => {
  const PIECE = "It lasted the last two weeks, from 3 May to 4 May 1990, and ended last Monday in the 1990-91 season. ";
  const valuesOf = (times: number): readonly string[] => {
    const text = PIECE.repeat(times);
    const article = { id: "t", text, title: null, publishedAt: PUBLISHED, source: null, place: null, language: null };
    return recognize({ analyzed: { text, tokens: [], sentences: [] }, article }).map(({ value }) => value);
  };
  const once = valuesOf(1);
  expect(once.length).toBeGreaterThan(3);
  expect(valuesOf(1000)).toEqual(Array.from({ length: 1000 }, () => once).flat());
});
