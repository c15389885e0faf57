import { describe, expect, it } from "vitest";
import { scoreLayers } from "../../src/score/score-layers.js";
import type { Label } from "../../src/score/label.js";
import type { Scheme } from "../../src/score/schemes.js";
import { PLAIN, label, layer } from "./label-cases.js";

const score = (gold: readonly Label[], predicted: readonly Label[], scheme: Scheme, row = "micro") => {
  const report = scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map(), PLAIN);
  const found = report.scores[scheme][row];
  if (!found) throw new Error(`no row ${row}`);
  return found;
};

/**
 * The six scenarios of the MUC and SemEval-2013 evaluations, one article, offsets in units:
 *
 * | gold            | predicted            | strict | exact | partial | type |
 * |-----------------|----------------------|--------|-------|---------|------|
 * | person 0–10     | person 0–10          | COR    | COR   | COR     | COR  |
 * |                 | person 20–30         | SPU    | SPU   | SPU     | SPU  |
 * | person 40–50    |                      | MIS    | MIS   | MIS     | MIS  |
 * | person 60–70    | place 60–70          | INC    | COR   | COR     | INC  |
 * | person 80–90    | person 85–95         | INC    | INC   | PAR     | COR  |
 * | person 100–110  | place 105–115        | INC    | INC   | PAR     | INC  |
 *
 * Worked by hand: 5 gold, 5 predicted.
 */
const GOLD = [0, 40, 60, 80, 100].map((at) => label("person", at, at + 10));
const PREDICTED = [
  label("person", 0, 10),
  label("person", 20, 30),
  label("place", 60, 70),
  label("person", 85, 95),
  label("place", 105, 115),
];

describe("the schemes of SemEval-2013 and MUC", () => {
  it.each([
    ["strict", { correct: 1, incorrect: 3, partial: 0, precision: 1 / 5, recall: 1 / 5, f1: 1 / 5 }],
    ["exact", { correct: 2, incorrect: 2, partial: 0, precision: 2 / 5, recall: 2 / 5, f1: 2 / 5 }],
    ["partial", { correct: 2, incorrect: 0, partial: 2, precision: 3 / 5, recall: 3 / 5, f1: 3 / 5 }],
    ["type", { correct: 2, incorrect: 2, partial: 0, precision: 2 / 5, recall: 2 / 5, f1: 2 / 5 }],
  ] as const)("%s", (scheme, expected) => {
    expect(score(GOLD, PREDICTED, scheme)).toMatchObject({ ...expected, missing: 1, spurious: 1, predicted: 5, gold: 5 });
  });

  it("counts per kind by the kind of each label", () => {
    // seqeval and conlleval: person found 3, right 1, in gold 5; place found 2, right 0, in gold 0.
    expect(score(GOLD, PREDICTED, "strict", "person")).toMatchObject({
      correct: 1,
      predicted: 3,
      gold: 5,
      precision: 1 / 3,
      recall: 1 / 5,
      f1: 2 / 8,
    });
    expect(score(GOLD, PREDICTED, "strict", "place")).toMatchObject({
      correct: 0,
      predicted: 2,
      gold: 0,
      precision: 0,
      recall: null,
      f1: 0,
    });
  });

  it("is null over nothing, never 0", () => {
    const nothing = score([], [], "strict");
    expect(nothing).toMatchObject({ correct: 0, predicted: 0, gold: 0, precision: null, recall: null, f1: null, interval: null });
    expect(score([label("person", 0, 1)], [], "strict")).toMatchObject({ precision: null, recall: 0, f1: 0 });
  });

  it("pairs for the best sum, not greedily", () => {
    // gold     |---A 0–10---|     |---B 12–20---|
    // found          |--p 5–14 (place)--|  |-q 18–25-|
    // Greedy by overlap gives A–p, B–q; greedy by order of B first would strand A. Both pairs exist: 2 × 0.5 of 2.
    const gold = [label("person", 0, 10), label("person", 12, 20)];
    const predicted = [label("person", 5, 14), label("person", 18, 25)];
    expect(score(gold, predicted, "partial")).toMatchObject({ partial: 2, missing: 0, spurious: 0 });
    // A prediction over both gold names goes to one of them only; the other is missed.
    expect(score(gold, [label("person", 0, 20)], "partial")).toMatchObject({ partial: 1, missing: 1, precision: 0.5, recall: 0.25 });
    // The longer overlap (place 0–8) would take the gold away from the right kind.
    expect(score([label("person", 0, 12)], [label("place", 0, 8), label("person", 9, 12)], "type")).toMatchObject({
      correct: 1,
      spurious: 1,
    });
  });

  it("counts two figures at one span as two", () => {
    const killed = label("casualty", 0, 13, { outcome: "killed" });
    const injured = label("casualty", 0, 13, { outcome: "injured" });
    expect(score([killed, injured], [injured], "strict")).toMatchObject({ correct: 1, missing: 1, spurious: 0 });
    expect(score([killed], [killed, injured], "strict")).toMatchObject({ correct: 1, missing: 0, spurious: 1 });
  });
});

describe("macro and micro", () => {
  it("averages kinds that occur, and pools the rest", () => {
    // person: 1 of 1; place: found 1, right 0, gold 1. Micro 1 of 2; macro F1 (1 + 0) / 2.
    const gold = [label("person", 0, 5), label("place", 10, 15)];
    const predicted = [label("person", 0, 5), label("place", 20, 25)];
    expect(score(gold, predicted, "strict", "micro")).toMatchObject({ correct: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(score(gold, predicted, "strict", "macro")).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5 });
    const skewed = [...gold, label("person", 30, 35), label("person", 40, 45)];
    expect(score(skewed, [...predicted, label("person", 30, 35), label("person", 40, 45)], "strict", "micro").f1).toBeCloseTo(3 / 4, 12);
    expect(score(skewed, [...predicted, label("person", 30, 35), label("person", 40, 45)], "strict", "macro").f1).toBeCloseTo(1 / 2, 12);
  });

  it("reports groups and keeps them out of both", () => {
    const report = scoreLayers(
      [layer("a", label("person", 0, 5), label("group", 10, 15))],
      [layer("a", label("person", 0, 5), label("group", 20, 25), label("group", 10, 15))],
      new Map(),
      PLAIN,
    );
    expect(report.scores.strict["group"]).toMatchObject({ correct: 1, predicted: 2, gold: 1 });
    expect(report.scores.strict["micro"]).toMatchObject({ correct: 1, predicted: 1, gold: 1 });
  });
});

describe("what nobody labelled is unknown", () => {
  it("says nothing of groups where gold has none", () => {
    const report = scoreLayers(
      [layer("a", label("person", 0, 5))],
      [layer("a", label("person", 0, 5), label("group", 10, 15))],
      new Map(),
      PLAIN,
    );
    expect(report.scores.strict["group"]).toMatchObject({ predicted: 0, gold: 0, precision: null });
    expect(report.diagnostics).toEqual([]);
  });

  const gold = [layer("a", label("person", 0, 5))];
  const predicted = [layer("a", label("person", 0, 5), label("date", 10, 15), label("place", 20, 25))];

  it("leaves out a kind that gold never labels, but not a kind of the same guidelines", () => {
    const report = scoreLayers(gold, predicted, new Map(), PLAIN);
    expect(report.kinds).toEqual({ scored: ["person", "organization", "place"], reported: [], unknown: ["date"] });
    expect(report.scores.strict["micro"]).toMatchObject({ correct: 1, predicted: 2, gold: 1 });
    expect(report.diagnostics.map((d) => d.code)).toEqual(["unlabelled-kind"]);
  });

  it("counts what the caller or the record says was labelled", () => {
    expect(scoreLayers(gold, predicted, new Map(), { ...PLAIN, kinds: ["person", "date"] }).scores.strict["micro"]).toMatchObject({
      predicted: 2,
    });
    const declared = [{ ...layer("a"), labelledKinds: ["date"] }];
    expect(scoreLayers(declared, predicted, new Map(), PLAIN).scores.strict["micro"]).toMatchObject({
      predicted: 1,
      gold: 0,
      precision: 0,
      recall: null,
    });
  });

  it("takes gold without any label as read and found empty", () => {
    expect(scoreLayers([layer("a")], predicted, new Map(), PLAIN).scores.strict["micro"]).toMatchObject({
      predicted: 3,
      gold: 0,
      precision: 0,
      recall: null,
      f1: 0,
    });
  });

  it("leaves out articles that gold lacks and counts articles that predictions lack as empty", () => {
    const report = scoreLayers(
      [...gold, layer("b", label("person", 1, 2))],
      [...predicted, layer("c", label("person", 1, 2))],
      new Map(),
      PLAIN,
    );
    expect(report.scores.strict["person"]).toMatchObject({ correct: 1, predicted: 1, gold: 2 });
    expect(report.diagnostics.map((d) => d.code)).toContain("articles-without-predictions");
    expect(report.diagnostics.map((d) => d.code)).toContain("articles-without-gold");
  });
});

describe("an article whose labels all overlap", () => {
  it("is scored in bounded time, the same in every order", () => {
    const names = Array.from({ length: 1500 }, (_, i) => label("person", i * 4, i * 4 + 3));
    const whole = label("person", 0, 6000);
    const started = performance.now();
    const forward = score([whole, ...names], [whole, ...names.slice(1)], "partial");
    expect(score([...names, whole], [...names.slice(1).reverse(), whole], "partial")).toEqual(forward);
    expect(forward).toMatchObject({ correct: 1500, missing: 1 });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
