import { describe, expect, it } from "vitest";
import type { CasualtyMention } from "../src/model/mention.js";
import { createCasualtyReader, createCasualtyRecognizer } from "../src/recognize/casualties/recognize-casualties.js";
import { casualtyRules } from "../src/recognize/casualties/rules.js";
import { readVocabulary } from "../src/recognize/casualties/vocabulary.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { formatCasualtyLabel } from "./casualty-label.js";
import { parseMarkedSentence, readMarkedSentences, type Mark } from "./marked-sentences.js";

const analyze = createAnalyzer();
const lexicons = await loadLexicons();
const recognize = createCasualtyRecognizer(lexicons);
const rules = casualtyRules(readVocabulary(lexicons));

function figuresOf(text: string): readonly CasualtyMention[] {
  return recognize({
    analyzed: analyze(text),
    article: { id: "test", text, title: null, publishedAt: null, source: null, place: null, language: null },
  });
}

const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();
const expected = (marks: readonly Mark[]): readonly string[] => sorted(marks.map((m) => `${m.start} ${m.text} | ${m.label}`));
const found = (text: string, marks: readonly Mark[]): readonly string[] =>
  sorted(
    figuresOf(text).map((m) => {
      const withVictims = marks.some((mark) => mark.start === m.start && mark.label.startsWith(m.outcome) && mark.label.includes(' of "'));
      return `${m.start} ${m.text} | ${formatCasualtyLabel(m, withVictims)}`;
    }),
  );

describe.each(["guide.txt", "agency-style.txt", "constructions.txt", "not-figures.txt"])("marked sentences of %s", (file) => {
  it.each(readMarkedSentences(`casualties/${file}`).map((c) => [c.text, c] as const))("%s", (text, { marks, place }) => {
    expect(found(text, marks), place).toEqual(expected(marks));
  });
});

describe("rules of casualty figures", () => {
  const rows = rules.flatMap((rule) => rule.examples.map((example) => [rule.name, example] as const));
  it.each(rows)("%s finds its example: %s", (name, example) => {
    const { text, marks } = parseMarkedSentence(example);
    expect(found(text, marks)).toEqual(expected(marks));
    expect(figuresOf(text).some((m) => m.by === `casualty:${name}`)).toBe(true);
  });
  const counter = rules.flatMap((rule) => rule.counterExamples.map((example) => [rule.name, example] as const));
  it.each(counter)("%s leaves its counter-example: %s", (_name, example) => {
    expect(figuresOf(example)).toEqual([]);
  });
});

describe("casualty figures keep to the text", () => {
  it("gives spans whose wording is the text", () => {
    const text = "« Zwölf » 😀 At least 12 people died; “no one” was hurt.";
    for (const m of figuresOf(text)) expect(text.slice(m.start, m.end)).toBe(m.text);
  });
  it.each([
    ["numbers", "12 ".repeat(40_000)],
    ["figures without an end", "killed 12 and ".repeat(12_000)],
    ["commas", "killed 3, ".repeat(16_000)],
    ["of-phrases", "deaths of 2 of the ".repeat(8_000)],
    ["brackets", "(killed 3 ".repeat(16_000)],
  ])("takes linear time on %s", (_name, text) => {
    // Processor time: a busy machine makes nothing quadratic.
    const before = process.cpuUsage();
    figuresOf(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(15);
  });
});

describe("deaths told of a pronoun", () => {
  const read = createCasualtyReader(lexicons);
  const dead = (text: string): readonly string[] =>
    read(analyze(text))
      .named.filter(({ outcome }) => outcome === "killed")
      .map((victim) => victim.text);
  it.each([
    ["Tom Kane was shot in the chest. He later died at a hospital.", ["Tom Kane"]],
    ["The child was taken to Oresk Medical Center, where she later died.", ["The child"]],
    ["A woman was shot by the gate. He later died.", []],
    ["A boy was shot. Two men died, and he died, too.", []],
    ["A boy was shot. He did not die.", []],
  ] as const)("%s", (text, expectedDead) => {
    expect(dead(text)).toEqual(expectedDead);
  });
});
