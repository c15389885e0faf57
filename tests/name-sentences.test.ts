import { describe, expect, it } from "vitest";
import { createNameRecognizer } from "../src/recognize/names/recognize-names.js";
import { loadGazetteer, loadLexicons, loadNames } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";
import { readMarkedSentences, type MarkedSentence } from "./marked-sentences.js";

/**
 * Files of marked sentences and the share of their sentences, from 0 to 1, that must come out right as a whole. The tagger is learnt:
 * each file allows for a few that it has wrong, and another model may have other ones wrong.
 */
const FLOORS = {
  "people.txt": 0.94,
  "places.txt": 0.94,
  "organizations.txt": 0.92,
  "mixed.txt": 0.9,
  "nothing-named.txt": 0.98,
  "names-and-words.txt": 0.63,
} as const;

const KINDS: ReadonlySet<string> = new Set(["person", "organization", "place"]);
const recognize = createNameRecognizer(await loadNames("en"), await loadLexicons(), await loadGazetteer());
const analyze = createAnalyzer();

/** The names that the tagger finds, and those that are marked, as lines to compare. */
function compare({ text, marks }: MarkedSentence): { readonly found: string; readonly wanted: string } {
  const article = { id: "t", text, title: null, publishedAt: null, source: null, place: null, language: null };
  const found = recognize({ analyzed: analyze(text), article }).filter(({ kind }) => KINDS.has(kind));
  return {
    found: found.map((name) => `${name.start} ${name.text}|${name.kind}`).join(", "),
    wanted: marks
      .filter(({ label }) => KINDS.has(label))
      .map((mark) => `${mark.start} ${mark.text}|${mark.label}`)
      .join(", "),
  };
}

describe.each(Object.entries(FLOORS))("names in %s", (file, floor) => {
  const sentences = readMarkedSentences(`names/${file}`);
  it(`are right in ${Math.round(100 * floor)}% of its sentences`, () => {
    const wrong = sentences
      .map((sentence) => ({ place: sentence.place, ...compare(sentence) }))
      .filter(({ found, wanted }) => found !== wanted)
      .map(({ place, found, wanted }) => `${place}: found ${found || "nothing"}, wanted ${wanted || "nothing"}`);
    const allowed = Math.floor(sentences.length * (1 - floor) + 1e-9);
    expect(wrong.length, wrong.join("\n")).toBeLessThanOrEqual(allowed);
  });
});

it("has three hundred sentences, each its own", () => {
  const files = [...Object.keys(FLOORS), "news.txt", "no-names.txt"];
  const texts = files.flatMap((file) => readMarkedSentences(`names/${file}`).map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThanOrEqual(300);
});
