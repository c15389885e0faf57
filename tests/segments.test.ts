import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../src/text/analyze.js";
import { cutSections } from "../src/text/cut-sections.js";
import { cutSegments, isHardWrapped, SEGMENT_LIMIT } from "../src/text/segments.js";

const analyze = createAnalyzer();
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 3000 }),
  fc
    .array(fc.constantFrom("a-", "-----", "U.S. ", "word ", "\n", "\n\n", "。", "😀", "é", "\u0301", "\r\n", "“x” ", "1,200 ", "\u00a0"), {
      maxLength: 2000,
    })
    .map((parts) => parts.join("")),
);

describe("segments", () => {
  it("hold every character but white space, in order, none longer than the limit", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const segment of cutSegments(text)) {
          expect(segment.start).toBeGreaterThanOrEqual(end);
          expect(segment.end - segment.start).toBeLessThanOrEqual(SEGMENT_LIMIT);
          expect(text.slice(end, segment.start).trim()).toBe("");
          end = segment.end;
        }
        expect(
          text
            .slice(end)
            .replace(/\u0085/g, "")
            .trim(),
        ).toBe("");
      }),
      { numRuns: 200 },
    );
  });

  it("never part the halves of an emoji", () => {
    const text = "😀".repeat(3000);
    for (const { start, end } of cutSegments(text)) expect(text.slice(start, end)).toMatch(/^😀+$/u);
  });

  it("end at a headline's line end, but not at the line ends of wrapped text", () => {
    expect(cutSegments("BLAST KILLS FIVE\nFive people died.").length).toBe(2);
    const wrapped = "Five people died when a\nbomb went off near the\nmarket, police said on\nFriday.";
    expect(isHardWrapped(wrapped)).toBe(true);
    expect(cutSegments(wrapped).length).toBe(1);
    const names = "The envoy met the head of the Blue\nCrescent in the town of Tell\nHadra.";
    expect(cutSegments(names).length).toBe(1);
    for (const lines of [
      "Ferry sinks off the coast of Maro\nTeachers go on strike in Lunda\nPort of Beru opens again",
      "Arno Bellweather, 21, teacher\nMarie Oldcastle, 32, student\nEdda Ness, 40, nurse.",
      "Nine die as a storm hits Maro\nRescuers look for a ferry and its crew off the coast of Lunda, police say.",
    ])
      expect(isHardWrapped(lines)).toBe(false);
  });
});

describe("analysis of a text", () => {
  it("gives tokens whose offsets always fit the untouched text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of analyze(text).tokens) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(end);
          end = token.end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it("gives sentences that hold their tokens and never overlap", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens, sentences } = analyze(text);
        let next = 0;
        for (const [i, sentence] of sentences.entries()) {
          expect(sentence.first).toBe(next);
          for (let t = sentence.first; t <= sentence.last; t++) expect(tokens[t]?.sentence).toBe(i);
          expect([tokens[sentence.first]?.start, tokens[sentence.last]?.end]).toEqual([sentence.start, sentence.end]);
          next = sentence.last + 1;
        }
        expect(next).toBe(tokens.length);
      }),
      { numRuns: 100 },
    );
  });

  it("knows words, parts of speech and gaps", () => {
    const { tokens } = analyze("They spoke.\n\nTwo men fled");
    expect(tokens.map(({ text, pos, gap }) => [text, pos, gap])).toEqual([
      ["They", "PRON", "paragraph"],
      ["spoke", "VERB", "space"],
      [".", "PUNCT", "none"],
      ["Two", "NUM", "paragraph"],
      ["men", "NOUN", "space"],
      ["fled", "VERB", "space"],
    ]);
  });

  it.each(["-", "a-", "U.S. ", "'", "(", ".", "$1,", "😀", "\u200b"])(
    "reads 200,000 characters of %j without quadratic work: no segment is longer than the limit",
    (unit) => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      expect(analyze(text).tokens.length).toBeGreaterThan(0);
    },
  );
});

describe("sections of a long text", () => {
  it("adjoin, hold all of it and end where a paragraph, a line, a sentence or a word does", () => {
    const story = "Two people died in Lagos. Anna Lind spoke.\n\n";
    for (const text of [
      story.repeat(4000),
      story.replaceAll("\n", " ").repeat(4000),
      "x".repeat(100_000),
      "\u{1F600}".repeat(50_000),
      "word ".repeat(30_000),
    ]) {
      const sections = cutSections(text);
      expect(sections.length).toBeGreaterThan(1);
      expect(sections.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      for (const { start, end } of sections) expect(end - start).toBeLessThanOrEqual(20_000);
    }
    const [first] = cutSections(story.repeat(4000));
    expect(story.repeat(4000).slice(0, first?.end)).toMatch(/\n\n$/);
    expect(cutSections("\u{1F600}".repeat(50_000)).some(({ end }) => end % 2 === 1)).toBe(false);
    expect(cutSections(story)).toEqual([{ start: 0, end: story.length }]);
  });
});
