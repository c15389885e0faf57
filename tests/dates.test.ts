import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
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
        / [A-Z]/.test(wanted) ? brief(mention).split("|")[1] ?? "" : mention.value;
      const wanted = sentence.marks.map((mark) => `${mark.text}|${mark.label}`);
      expect(found.map((m, i) => `${m.text}|${label(m, sentence.marks[i]?.label ?? "")}`)).toEqual(wanted);
    });
  });
}

it("reads the labelled files of cases only", () => {
  expect(readFileSync(`${folder}/news.txt`, "utf8")).toContain("published:");
});
