import { describe, expect, it } from "vitest";
import { CONLL_FORMAT } from "../../src/formats/interchange/conll-format.js";
import type { LabelLayer } from "../../src/score/label.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { PLAIN, label, layer } from "./label-cases.js";

/** Two columns of tags over the same tokens, as conlleval and seqeval take them; a blank parts sentences. */
const layersOf = (tags: string): readonly LabelLayer[] => {
  const content =
    "-DOCSTART- -X- -X- O\n\n" +
    tags
      .split(" | ")
      .map(
        (sentence) =>
          sentence
            .split(" ")
            .map((tag, i) => `w${i} ${tag}\n`)
            .join("") + "\n",
      )
      .join("");
  return CONLL_FORMAT.read([{ path: "in", content }], { textOf: () => null, ids: [] }).value;
};
const compare = (gold: string, predicted: string) =>
  scoreLayers(layersOf(gold), layersOf(predicted), new Map(), { ...PLAIN, kinds: ["person", "organization", "place", "MISCELLANY"] }).scores
    .strict;

describe("conlleval and seqeval", () => {
  it("seqeval's own example: one of two names, F1 .50, macro .50", () => {
    // y_true MISC at 3–5 and PER at 0–1; y_pred MISC at 2–5 and PER at 0–1. seqeval reports MISC 0, PER 1, micro .50.
    const strict = compare(
      "O O O B-MISCELLANY I-MISCELLANY I-MISCELLANY O | B-PER I-PER O",
      "O O B-MISCELLANY I-MISCELLANY I-MISCELLANY I-MISCELLANY O | B-PER I-PER O",
    );
    expect(strict["MISCELLANY"]).toMatchObject({ correct: 0, predicted: 1, gold: 1, f1: 0 });
    expect(strict["person"]).toMatchObject({ correct: 1, precision: 1, recall: 1, f1: 1 });
    expect(strict["micro"]).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(strict["macro"]?.f1).toBe(0.5);
  });

  it("conlleval counts phrases, whatever tags write them", () => {
    // Gold phrases: LOC 0, PER 2–3, ORG 5, LOC 6 (I-LOC after B-ORG begins a phrase). Found: LOC 0, PER 2, PER 3 (B begins
    // one), ORG 5–6. Right: LOC 0 alone. conlleval: 4 phrases, found 4, correct 1; accuracy of phrases 25.00, FB1 25.00;
    // LOC precision 100.00, recall 50.00, FB1 66.67; PER 0.00 of 2 found; ORG 0.00 of 1.
    const strict = compare("B-LOC O B-PER I-PER O B-ORG I-LOC", "I-LOC O I-PER B-PER O I-ORG I-ORG");
    expect(strict["micro"]).toMatchObject({ correct: 1, predicted: 4, gold: 4, precision: 0.25, recall: 0.25, f1: 0.25 });
    expect(strict["place"]).toMatchObject({ correct: 1, predicted: 1, gold: 2, precision: 1, recall: 0.5 });
    expect(strict["place"]?.f1).toBeCloseTo(0.6667, 4);
    expect(strict["person"]).toMatchObject({ correct: 0, predicted: 2, gold: 1 });
    expect(strict["organization"]).toMatchObject({ correct: 0, predicted: 1, gold: 1 });
  });
});

describe("nervaluate", () => {
  const scores = (gold: readonly ReturnType<typeof label>[], predicted: readonly ReturnType<typeof label>[]) =>
    scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map(), PLAIN).scores;

  it("gives the same counts where each name meets one other", () => {
    // nervaluate on one sentence, worked by its rules: gold PER 2–4, LOC 10–12, ORG 20–25; found PER 2–4 (COR), LOC 10–13
    // (type COR, partial PAR, else INC), PER 20–25 (exact and partial COR, else INC), LOC 30–31 (SPU).
    const all = scores(
      [label("person", 2, 4), label("place", 10, 12), label("organization", 20, 25)],
      [label("person", 2, 4), label("place", 10, 13), label("person", 20, 25), label("place", 30, 31)],
    );
    const counts = (scheme: keyof typeof all) => {
      const { correct, incorrect, partial, missing, spurious } = all[scheme]["micro"]!;
      return [correct, incorrect, partial, missing, spurious];
    };
    expect(counts("strict")).toEqual([1, 2, 0, 0, 1]);
    expect(counts("exact")).toEqual([2, 1, 0, 0, 1]);
    expect(counts("partial")).toEqual([2, 0, 1, 0, 1]);
    expect(counts("type")).toEqual([2, 1, 0, 0, 1]);
    // Its partial precision: (COR + PAR / 2) / ACT = 2.5 / 4; recall 2.5 / 3.
    expect(all.partial["micro"]).toMatchObject({ precision: 0.625, recall: 2.5 / 3 });
  });

  it("is not followed where it pairs in the order of predictions", () => {
    // Gold PER 0–10. Found LOC 0–4, PER 5–10. nervaluate gives the gold name to whichever prediction comes first, so that
    // its type score is 0 or 1 by the order of the list. The best pairing has the type right in both orders.
    const gold = [label("person", 0, 10)];
    const found = [label("place", 0, 4), label("person", 5, 10)];
    for (const order of [found, [...found].reverse()]) expect(scores(gold, order).type["micro"]).toMatchObject({ correct: 1, spurious: 1 });
  });

  it("is not followed where one prediction would count for several gold names", () => {
    // One prediction over two gold names is one answer: one is partly right, the other missed.
    expect(scores([label("person", 0, 4), label("person", 5, 9)], [label("person", 0, 9)]).partial["micro"]).toMatchObject({
      partial: 1,
      missing: 1,
      predicted: 1,
      gold: 2,
    });
  });
});
