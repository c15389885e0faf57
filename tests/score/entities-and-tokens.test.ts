import { describe, expect, it } from "vitest";
import { scoreLayers } from "../../src/score/score-layers.js";
import { PLAIN, label, layer } from "./label-cases.js";

/** Twelve mentions in a row, grouped as `groups` says, one letter a mention. */
const grouped = (groups: readonly string[]) =>
  layer(
    "a",
    ...groups.flatMap((group, e) =>
      [...group].map((m) => label("person", parseInt(m, 13) * 10, parseInt(m, 13) * 10 + 5, { entity: `e${e}` })),
    ),
  );

describe("entities", () => {
  /**
   * The example of Luo (2005, figure 1): key {1–5} {6 7} {8–C}; system a joins the last two groups, b the first and the
   * last, c all of them. By hand for a: B-cubed precision (5·1 + 2·2/7 + 5·5/7) / 12 = .762, recall 1, F1 .865;
   * CEAF φ3 10/12 = .833; φ4 similarity 1 + 2·5/12 = 1.833, precision /2, recall /3, F1 .733.
   */
  const key = ["12345", "67", "89ABC"];
  it.each([
    ["a", ["12345", "6789ABC"], 0.865, 10 / 12, 0.733],
    ["b", ["1234589ABC", "67"], 0.737, 7 / 12, 0.667],
    ["c", ["123456789ABC"], 0.545, 5 / 12, 0.294],
  ] as const)("give the published figures for system %s", (_name, groups, b3, mention, entity) => {
    const { entities } = scoreLayers([grouped(key)], [grouped(groups)], new Map(), PLAIN);
    expect(entities?.bCubed.f1).toBeCloseTo(b3, 3);
    expect(entities?.ceafMention.f1).toBeCloseTo(mention, 3);
    expect(entities?.ceafEntity.f1).toBeCloseTo(entity, 3);
  });

  it("count a mention that one side lacks as shared with nobody", () => {
    // Key {1 2}; found {1 3}: 2 is missed, 3 spurious. B-cubed: 1 of its 2 each way, over 2 mentions: (1/2) / 2 = .25.
    const { entities } = scoreLayers([grouped(["12"])], [grouped(["13"])], new Map(), PLAIN);
    expect(entities?.bCubed).toEqual({ precision: 0.25, recall: 0.25, f1: 0.25 });
  });

  it("are unknown where nobody grouped", () => {
    expect(scoreLayers([layer("a", label("person", 0, 5))], [grouped(["1"])], new Map(), PLAIN).entities).toBeNull();
  });
});

describe("tokens", () => {
  it("count words that both sides label", () => {
    // Gold "Ann Lee" (2 words), found "Lee met" (2 words): 1 right of 2 and 2. The mark in "U.N." is a word of its own.
    const text = "Ann Lee met the U.N.";
    const report = scoreLayers(
      [layer("a", label("person", 0, 7), label("organization", 16, 20))],
      [layer("a", label("person", 4, 11), label("organization", 16, 17))],
      new Map([["a", text]]),
      PLAIN,
    );
    expect(report.tokens?.["person"]).toMatchObject({ correct: 1, predicted: 2, gold: 2, f1: 0.5 });
    expect(report.tokens?.["organization"]).toMatchObject({ correct: 1, predicted: 1, gold: 4, precision: 1, recall: 0.25 });
    expect(report.tokens?.["micro"]).toMatchObject({ correct: 2, predicted: 3, gold: 6 });
    expect(scoreLayers([layer("a")], [layer("a")], new Map(), PLAIN).tokens).toBeNull();
  });
});

describe("confusion", () => {
  it("counts pairs by kind, groups with them", () => {
    const { confusion } = scoreLayers(
      [layer("a", label("person", 0, 5), label("group", 10, 15), label("place", 20, 25))],
      [layer("a", label("organization", 0, 5), label("place", 10, 15), label("person", 30, 35))],
      new Map(),
      PLAIN,
    );
    expect(confusion.kinds).toEqual(["person", "organization", "place", "group"]);
    expect(confusion.counts).toEqual([
      [0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 1, 0, 0],
      [1, 0, 0, 0, 0],
    ]);
  });
});
