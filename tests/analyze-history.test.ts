import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../src/text/analyze.js";

describe("the analysis of a text", () => {
  it("does not depend on the texts before it", () => {
    const texts = [
      "(Ruritania’s main port was closed.) “Ruritania’s harbor is shut”, said Ms. Orlova-Quist.",
      "“(Ruritania’s” people left the Zzyx-Port and Ruritania’s coast; Quist’s ferry sank.",
      "Ruritania’s port (Ruritania’s) reopened. Orlova-Quist's men, Zzyx-Port's crew: 5-24 hurt.",
    ];
    const alone = texts.map((text) => createAnalyzer()(text));
    const shared = createAnalyzer();
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [2, 2, 2],
    ]) {
      for (const i of order) expect(shared(texts[i] ?? "")).toEqual(alone[i]);
    }
  });

  it("can be made as often as one likes: an extractor more takes no more than the one before", () => {
    for (let made = 0; made < 30; made++) createAnalyzer();
    expect(createAnalyzer()("Two people were killed.").sentences).toHaveLength(1);
  });
});
