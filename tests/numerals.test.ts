import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../src/text/analyze.js";
import { parseDigits, parseNumberWord, readNumeral } from "../src/text/numerals.js";

const analyze = createAnalyzer();
const read = (text: string): readonly (number | string)[] | null => {
  const { tokens } = analyze(text);
  const numeral = readNumeral(tokens, 0);
  return numeral && [numeral.value, text.slice(0, tokens[numeral.last]?.end), numeral.form];
};

describe("readNumeral", () => {
  it.each([
    ["38 people", 38, "38"],
    ["1,200 people", 1200, "1,200"],
    ["1.2 million people", 1_200_000, "1.2 million"],
    ["thirty-eight people", 38, "thirty-eight"],
    ["twenty one people", 21, "twenty one"],
    ["two hundred and fifty thousand people", 250_000, "two hundred and fifty thousand"],
    ["one million two hundred thousand and six", 1_200_006, "one million two hundred thousand and six"],
    ["a hundred and ten men", 110, "a hundred and ten"],
    ["a dozen men", 12, "a dozen"],
    ["half a dozen men", 6, "half a dozen"],
    ["a half-dozen men", 6, "a half-dozen"],
    ["three dozen men", 36, "three dozen"],
    ["300k people", 300_000, "300k"],
    ["five hundred and others", 500, "five hundred"],
    ["three two", 3, "three"],
    ["zero", 0, "zero"],
  ])("reads %s", (text, value, wording) => {
    expect(read(text)).toEqual([value, wording, "cardinal"]);
  });

  it.each([
    ["12th man", 12, "12th"],
    ["second man", 2, "second"],
    ["twenty-first man", 21, "twenty-first"],
    ["thirtieth man", 30, "thirtieth"],
  ])("reads %s as an ordinal", (text, value, wording) => {
    expect(read(text)).toEqual([value, wording, "ordinal"]);
  });

  it.each([
    ["1 234 people", 1234, "1 234"],
    ["1\u00a0234 people", 1234, "1\u00a0234"],
    ["1\u202f234 people", 1234, "1\u202f234"],
    ["12\u2009345\u2009678 people", 12_345_678, "12\u2009345\u2009678"],
    ["1'234 people", 1234, "1'234"],
    ["1’234’567 people", 1_234_567, "1’234’567"],
    ["1 234,5 tons", 1234.5, "1 234,5"],
    ["1 200-1 500 people", 1200, "1 200"],
    ["1 200 000-strong force", 1_200_000, "1 200 000"],
    ["1\u200b234 people", 1234, "1\u200b234"],
    ["12\u00ad34-year-old", 1234, "12\u00ad34"],
    ["1,23,456 people", 123_456, "1,23,456"],
    ["١٢٣ people", 123, "١٢٣"],
    ["۱٬۲۳۴ people", 1234, "۱٬۲۳۴"],
    ["१२,३४५ people", 12_345, "१२,३४५"],
    ["１２ people", 12, "１２"],
    ["𝟏𝟐 people", 12, "𝟏𝟐"],
    ["১২ লাখ", 12, "১২"],
    ["2 400 thousand people", 2_400_000, "2 400 thousand"],
  ])("reads %s as one number", (text, value, wording) => {
    expect(read(text)).toEqual([value, wording, "cardinal"]);
  });

  it.each([
    "1e400 people",
    "1.5e+3 people",
    "1e−5 people",
    "0x1F people",
    "1٢3 people",
    "१२٣ people",
    "9".repeat(400),
    "1\u00a02345 people",
  ])("reads nothing in %s", (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ["1\t234 people", [1, 234]],
    ["1  234 people", [1, 234]],
    ["1\n234 people", [1, 234]],
    ["1 23 people", [1, 23]],
    ["12 1 234 500", [12, 1, 234, 500]],
    ["In 2024 1 234 people", [2024, 1234]],
    ["On May 5 200 people", [5, 200]],
    ["Flight 93 100 people", [93, 100]],
    ["Su-27 300 people", [300]],
    ["At 10:30 1 200 people", [1200]],
    ["At 10.30 1 200 people", [10.3, 1200]],
    ["5 200-300 people", [5]],
    ["1 200–1 500 people", [1200, 1500]],
    ["3.14.15 200", [200]],
  ])("does not take the numbers of %s for others", (text, values) => {
    const { tokens } = analyze(text);
    expect(tokens.flatMap(({ lower }) => parseDigits(lower) ?? [])).toEqual(values);
    for (const { start, end, text: wording } of tokens) expect(text.slice(start, end)).toBe(wording);
  });

  it.each(["a man", "half the men", "dozens of men", "people", "hundred", "and two"])("reads nothing in %s", (text) => {
    expect(read(text)).toBeNull();
  });

  it("takes linear time on a long run of numbers", () => {
    const words = Array.from({ length: 100_000 }, () => ({ lower: "hundred", gap: "space" as const }));
    expect(readNumeral([{ lower: "one", gap: "space" }, ...words], 0)?.last).toBeGreaterThan(0);
  });
});

it("reads digits with groups of three only", () => {
  expect(parseDigits("1,200,000.5")).toBe(1_200_000.5);
  expect(parseDigits("12,34")).toBeNull();
  expect(parseDigits("1e5")).toBeNull();
});

it("reads single words", () => {
  expect(["seven", "twelfth", "21st", "1,200", "hundred", "some"].map(parseNumberWord)).toEqual([7, 12, 21, 1200, null, null]);
});
