import { describe, expect, it } from "vitest";
import { createExtractor, extract, scoreLayers } from "../src/index.js";

/** What a call throws or rejects with: its class and message. */
async function faultOf(call: () => unknown): Promise<string> {
  try {
    await call();
    return "none";
  } catch (error) {
    return `${(error as Error).constructor.name}: ${(error as Error).message}`;
  }
}

describe("the library, called wrongly", () => {
  it.each<[string, unknown, string]>([
    ["NaN", { minConfidence: NaN }, "TypeError: createExtractor: `minConfidence` is NaN; give a number from 0 to 1."],
    ["5", { minConfidence: 5 }, "RangeError: createExtractor: `minConfidence` is 5; give a number from 0 to 1."],
    ["a word", { minConfidence: "x" }, 'TypeError: createExtractor: `minConfidence` is "x"; give a number from 0 to 1.'],
    ["null", { minConfidence: null }, "TypeError: createExtractor: `minConfidence` is null; give a number from 0 to 1."],
    ["a path", { model: "../../x" }, 'RangeError: createExtractor: `model` is "../../x"; give one of en, open.'],
    [
      "an unknown key",
      { minconfidence: 0.5 },
      "TypeError: createExtractor: `minconfidence` is not known; there are minConfidence, profile, model, biasCountry, knownNames.",
    ],
    ["no object", 7, "TypeError: createExtractor: what was given is 7"],
    ["a key of prototypes", JSON.parse('{"constructor": 1}'), "TypeError: createExtractor: `constructor` is not known"],
  ])("with %s for an option says what it wants", async (_, options, message) => {
    expect(await faultOf(() => createExtractor(options as object))).toContain(message);
  });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "TypeError: extract: what was given is undefined; give an object with the article's text"],
    ["a text that is a number", { text: 123 }, "TypeError: extract: `text` is 123; give a string."],
    ["a title that is an object", { text: "A.", title: {} }, "TypeError: extract: `title` is an object; give a string."],
    ["an id that is a number", { text: "A.", id: 7 }, "TypeError: extract: `id` is 7"],
    ["a misspelt key", { text: "A.", publishedat: "2024-05-03" }, "TypeError: extract: `publishedat` is not known; there are text, id"],
    [
      "no day",
      { text: "A.", publishedAt: "31 May" },
      'RangeError: extract: `publishedAt` is "31 May"; give a day written YYYY-MM-DD, or a Date.',
    ],
    ["a Date that is none", { text: "A.", publishedAt: new Date(NaN) }, "extract: `publishedAt` is a Date that is no day"],
    ["escape sequences", { text: "A.", "\u001b[31m": 1 }, "is not known"],
  ])("with %s for an article says what it wants", async (_, article, message) => {
    const told = await faultOf(() => extract(article as never));
    expect(told).toContain(message);
    expect(told).not.toContain("\u001b");
  });

  it.each<[string, unknown, unknown, string]>([
    ["null", null, [], "TypeError: scoreLayers, gold: what was given is null; give a list of annotation records."],
    ["a record without mentions", [], [{ id: "a" }], "TypeError: scoreLayers, predicted: `0.mentions`"],
    [
      "a span of words",
      [{ id: "a", mentions: [{ kind: "person", start: "0", end: 4 }] }],
      [],
      "TypeError: scoreLayers, gold: `0.mentions.0.start`",
    ],
    ["a span without length", [{ id: "a", mentions: [{ kind: "person", start: 4, end: 4 }] }], [], "RangeError: scoreLayers, gold"],
  ])("with %s for records says what it wants", async (_, gold, predicted, message) => {
    expect(await faultOf(() => scoreLayers(gold as never, predicted as never))).toContain(message);
  });
});

describe("the library", () => {
  it("takes an option that is undefined for one that is absent, and a Date for a day", async () => {
    const read = await createExtractor({ minConfidence: undefined });
    const { mentions } = read({
      text: "Two people were killed in Kyiv on Friday.",
      publishedAt: new Date("2024-05-10T12:00:00Z"),
      title: undefined,
    });
    expect(mentions.map(({ kind }) => kind).sort()).toEqual(["casualty", "date", "place"]);
    expect(mentions.find(({ kind }) => kind === "date")).toMatchObject({ value: "2024-05-10" });
  });
});
