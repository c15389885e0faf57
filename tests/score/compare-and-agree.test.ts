import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJudgements, measureAgreement } from "../../src/score/agreement.js";
import { compareRuns } from "../../src/score/compare-runs.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { label, layer } from "./label-cases.js";

const BOOTSTRAP = { resamples: 500, seed: 3 };
const ids = Array.from({ length: 30 }, (_, i) => `a${i}`);
const gold = ids.map((id) => layer(id, label("person", 0, 5), label("place", 10, 15)));
const run = (found: (i: number) => readonly ReturnType<typeof label>[]) =>
  scoreLayers(
    gold,
    ids.map((id, i) => layer(id, ...found(i))),
    new Map(),
    { bootstrap: BOOTSTRAP },
  );

describe("two runs", () => {
  const good = run((i) => (i === 0 ? [label("person", 0, 5), label("place", 30, 35)] : [label("person", 0, 5), label("place", 10, 15)]));
  const poor = run((i) => (i % 2 ? [label("person", 0, 5)] : [label("person", 0, 5), label("place", 10, 15)]));

  it("tell a change from noise", () => {
    const { changes } = compareRuns(good, poor, BOOTSTRAP);
    const place = changes.find((c) => c.row === "place");
    expect(place?.beyondNoise).toBe(true);
    expect(place?.interval?.[0]).toBeGreaterThan(0);
    expect(place?.p).toBeLessThan(0.01);
    expect(changes.find((c) => c.row === "person")).toMatchObject({ difference: 0, interval: [0, 0], p: 1, beyondNoise: false });
    const small = compareRuns(
      run((i) => (i === 3 ? [] : [label("person", 0, 5)])),
      run((i) => (i === 4 ? [] : [label("person", 0, 5)])),
      BOOTSTRAP,
    );
    expect(small.changes.find((c) => c.row === "micro")?.beyondNoise).toBe(false);
  });

  it("list what was fixed and what broke", () => {
    const { fixed, broken } = compareRuns(good, poor, BOOTSTRAP);
    expect(fixed).toHaveLength(15);
    expect(fixed.every((f) => f.type === "missed" && f.kind === "place")).toBe(true);
    expect(broken.map((f) => [f.article, f.type])).toEqual([
      ["a0", "missed"],
      ["a0", "spurious"],
    ]);
  });
});

describe("coefficients of agreement", () => {
  const judge = (pairs: readonly (readonly [string, string])[]) => {
    const judgements = createJudgements();
    for (const [a, b] of pairs) judgements.add(a, b);
    return judgements.read();
  };
  const times = (n: number, a: string, b: string) => Array.from({ length: n }, () => [a, b] as const);

  it("are Cohen's and Krippendorff's, worked by hand", () => {
    // 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no: observed .7, expected .5 · .6 + .5 · .4 = .5, kappa .4.
    const read = judge([...times(20, "y", "y"), ...times(5, "y", "n"), ...times(10, "n", "y"), ...times(15, "n", "n")]);
    expect(read).toMatchObject({ units: 50, observed: 0.7 });
    expect(read.cohenKappa).toBeCloseTo(0.4, 10);
    // 55 yes and 45 no in 100 values: expected disagreement 2·55·45/(100·99) = .5, alpha 1 − .3/.5 = .4.
    expect(read.krippendorffAlpha).toBeCloseTo(1 - 0.3 / ((2 * 55 * 45) / (100 * 99)), 10);
  });

  it("are 1 where both say the same, and unknown where there is one answer only", () => {
    expect(
      judge([
        ["a", "a"],
        ["b", "b"],
      ]),
    ).toMatchObject({ cohenKappa: 1, krippendorffAlpha: 1 });
    expect(
      judge([
        ["a", "a"],
        ["a", "a"],
      ]),
    ).toMatchObject({ observed: 1, cohenKappa: null, krippendorffAlpha: null });
    expect(judge([])).toMatchObject({ observed: null });
  });

  it("do not depend on who comes first", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c"))), (pairs) => {
        const one = judge(pairs);
        const two = judge(pairs.map(([a, b]) => [b, a] as const));
        expect(two.observed).toBe(one.observed);
        expect(two.krippendorffAlpha ?? 0).toBeCloseTo(one.krippendorffAlpha ?? 0, 9);
        expect(two.cohenKappa ?? 0).toBeCloseTo(one.cohenKappa ?? 0, 9);
      }),
    );
  });

  it("are given for words and for the fields of spans that both marked", () => {
    const text = "At least 12 people died in Oslo.";
    const a = [layer("a", label("casualty", 0, 11, { outcome: "killed", scope: "incident" }), label("place", 27, 31))];
    const b = [layer("a", label("casualty", 0, 11, { outcome: "killed", scope: "subset" }), label("place", 27, 31))];
    const { f1, rows } = measureAgreement(a, b, new Map([["a", text]]));
    expect(f1).toEqual({ casualty: 1, place: 1, all: 1 });
    expect(rows.find((r) => r.question === "all kinds")).toMatchObject({ unit: "words", units: 8, observed: 1, cohenKappa: 1 });
    expect(rows.find((r) => r.question === "casualty scope")).toMatchObject({ unit: "spans", units: 1, observed: 0 });
    expect(measureAgreement(b, a, new Map([["a", text]])).f1).toEqual(f1);
  });
});
