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
