import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../src/formats/decode-text.js";
import { createDuplicateFinder, signText } from "../src/link/near-duplicates.js";
import { cutSegments, SEGMENT_LIMIT } from "../src/text/segments.js";
import { pipeline } from "./pipeline.js";

const article = (text: string) => ({ id: "a", text, title: null, publishedAt: "2024-05-03", source: null, place: null, language: null });

/** News words among everything else that Unicode has. */
const pieces = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "At least 12 people",
    "were killed",
    "on Friday",
    "in Kyiv",
    "Anna Lind",
    "5-24",
    "two dozen",
    "U.S.",
    "\r\n",
    "\n\n",
    "—",
    "“",
    "\u0000",
    "\ud83d",
    "\u202e",
    "the 1990s",
    "no casualties",
    "FSB",
    "'s",
  ),
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(" "));

const SENTENCES = [
  "At least 12 people were killed in Kyiv on Friday, police said.",
  "Anna Lind, 34, told the Coast Wire that two of the missing were found.",
  "The ministry had warned in March 2021 of floods.",
  "More than 5,000 families fled to the north last week.",
  "It rained.",
];
const story = (units: number): string => {
  const parts: string[] = [];
  for (let size = 0, i = 0; size < units; i++) {
    const part = SENTENCES[(i * 7 + (i >> 3)) % SENTENCES.length] ?? "";
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join(" ");
};

describe("whatever the text", () => {
  it("every finding is a span of it, in order, and entities are those of mentions", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mentions, entities } = pipeline(article(text));
        let before = 0;
        for (const mention of mentions) {
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(before);
          expect(mention.confidence).toBeGreaterThanOrEqual(0);
          expect(mention.confidence).toBeLessThanOrEqual(1);
          before = mention.start;
        }
        const named = new Set(mentions.flatMap((mention) => ("entity" in mention ? [mention.entity] : [])));
        for (const { id } of entities) expect(named).toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  it("the same text gives the same findings", () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const first = pipeline(article(text));
        pipeline(article(other));
        expect(pipeline(article(text))).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });

  it("segments cover all but white space, and none is too long", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const segment of cutSegments(text)) {
          expect(text.slice(end, segment.start).trim()).toBe("");
          expect(segment.end - segment.start).toBeLessThanOrEqual(SEGMENT_LIMIT);
          end = segment.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
    );
  });

  it("UTF-8 and UTF-16 are decoded to what was encoded", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "grapheme", minLength: 8 }).filter((text) => !text.includes("\0") && !text.includes("\uFEFF")),
        async (text) => {
          expect((await decodeText(Buffer.from(`\uFEFF${text}`, "utf8"))).text).toBe(text);
          expect((await decodeText(Buffer.from(`\uFEFF${text}`, "utf16le"))).text).toBe(text);
          expect((await decodeText(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())).text).toBe(text);
        },
      ),
    );
  });
});

describe("work", () => {
  it("grows with the length of the text, not faster (processor time for each character, 8 times the length; bench:load measures 10 MB)", () => {
    const cost = (units: number): number => {
      const text = story(units);
      const before = process.cpuUsage();
      pipeline(article(text));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / text.length;
    };
    cost(20_000);
    const small = Math.min(cost(8_000), cost(8_000), cost(8_000));
    expect(Math.min(cost(64_000), cost(64_000)) / small).toBeLessThan(3);
  });

  it("on segments is bounded: their number grows with the length, from 1 KB to 10 MB", () => {
    for (const units of [1_000, 100_000, 10_000_000]) {
      const text = story(units);
      expect(cutSegments(text).length).toBeLessThanOrEqual(Math.ceil(text.length / 200) + 1);
    }
  });
});

describe("near-duplicates", () => {
  const numbered = (from: number, count: number): string =>
    Array.from({ length: count }, (_, i) => `Word${from + i} stands here.`).join(" ");

  it("are found where most of the wording is the same, and only there", () => {
    const finder = createDuplicateFinder();
    const add = (text: string) => finder.add(text, signText(text));
    expect(add(numbered(0, 100))).toBeNull();
    expect(add(numbered(1000, 100))).toBeNull();
    expect(add(numbered(0, 100))).toEqual({ of: 0, similarity: 1 });
    expect(add(`By our own reporter. ${numbered(0, 95)}`)).toMatchObject({ of: 0 });
    expect(add(numbered(50, 100))).toBeNull();
    expect(add("Too short to tell.")).toBeNull();
  });

  it("are found among thousands", () => {
    const finder = createDuplicateFinder();
    for (let i = 0; i < 3000; i++) expect(finder.add(`t${i}`, signText(numbered(i * 200, 40)))).toBeNull();
    expect(finder.add("x", signText(`${numbered(1234 * 200, 40)} And one more line.`))).toMatchObject({ of: 1234 });
  });
});

it("finds in a long text what it finds in its parts, at its own offsets, with incidents numbered through", () => {
  const part = (city: string): string =>
    `At least nine people were killed in ${city} on Friday, Anna Lind said.\n\n${"The road was closed. ".repeat(1000)}\n\n`;
  const text = ["Kyiv", "Lagos", "Manila", "Bogota"].map(part).join("");
  const found = pipeline({ id: "long", text, title: null, publishedAt: "2024-05-10", source: null, place: null, language: null });
  for (const { start, end, text: wording } of found.mentions) expect(text.slice(start, end)).toBe(wording);
  const figures = found.mentions.flatMap((mention) => (mention.kind === "casualty" ? [mention] : []));
  expect(figures.map(({ place }) => place?.text)).toEqual(["Kyiv", "Lagos", "Manila", "Bogota"]);
  for (const { place } of figures) expect(text.slice(place?.start, place?.end)).toBe(place?.text);
  expect(new Set(found.incidents.map(({ id }) => id)).size).toBe(found.incidents.length);
  expect(
    figures.map(({ incident }) =>
      found.incidents.find(({ id }) => id === incident)?.figures.includes(figures.find((one) => one.incident === incident)?.start ?? -1),
    ),
  ).toEqual([true, true, true, true]);
  expect(found.incidents.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
  // One person, named in every part.
  expect(found.entities.filter(({ kind }) => kind === "person").map(({ name }) => name)).toEqual(["Anna Lind"]);
});
