import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/score/calibration.js";
import { compareRuns } from "../../src/score/compare-runs.js";
import { isInCapitals } from "../../src/score/error-causes.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { wilsonInterval } from "../../src/score/wilson-interval.js";
import { label, layer } from "./label-cases.js";

const BOOTSTRAP = { resamples: 20, seed: 3 };
const date = (start: number, end: number, value: string) => ({ ...label("date", start, end), type: "DATE", value });
const figure = (start: number, end: number, outcome: string, value: number) => ({ ...label("casualty", start, end), outcome, value });

describe("what is told of two runs", () => {
  const rowsOf = (...gold: ReturnType<typeof label>[]): readonly string[] => {
    const report = scoreLayers([layer("a", ...gold)], [layer("a", ...gold)], new Map(), { bootstrap: BOOTSTRAP });
    return compareRuns(report, report, BOOTSTRAP).changes.map(({ row }) => row);
  };

  it("has dates by value and figures by numbers where gold labels such, and nowhere else", () => {
    expect(rowsOf(label("place", 0, 4))).toEqual(["person", "organization", "place", "micro", "macro"]);
    expect(rowsOf(date(0, 4, "2025"))).toEqual(["date", "micro", "macro", "dates by value"]);
    expect(rowsOf(figure(0, 4, "killed", 3))).toEqual(["casualty", "micro", "macro", "figures by numbers"]);
  });
});

describe("the pair of labels that are taken for each other", () => {
  it("says the same in another span before it shares the span and is of another kind", () => {
    const gold = [layer("a", figure(0, 10, "killed", 12), date(40, 44, "2025"))];
    const found = [layer("a", figure(0, 12, "killed", 12), label("date", 0, 10))];
    const { findings } = scoreLayers(gold, found, new Map(), { bootstrap: BOOTSTRAP });
    expect(findings.map(({ type, predicted }) => [type, predicted?.kind])).toContainEqual(["mismatch", "casualty"]);
  });

  it("shares the span before it is a date that says the same", () => {
    const gold = [layer("a", date(0, 10, "2025"), label("place", 40, 44))];
    const found = [layer("a", date(0, 12, "2025"), label("place", 0, 10))];
    const { findings } = scoreLayers(gold, found, new Map(), { bootstrap: BOOTSTRAP });
    expect(findings.map(({ type, predicted }) => [type, predicted?.kind])).toContainEqual(["mismatch", "place"]);
  });
});

describe("confidence in numbers", () => {
  it("has bins of a tenth, and a curve that never holds more than 200 points", () => {
    const judged = Array.from({ length: 1000 }, (_, i) => ({ kind: "person", confidence: i / 1000, correct: i % 3 > 0 }));
    const found = calibrate(judged, { person: 900 }, null);
    expect(found?.reliability.map(({ from, to }) => [from, to])).toEqual(Array.from({ length: 10 }, (_, i) => [i / 10, (i + 1) / 10]));
    expect(found?.curve).toHaveLength(200);
  });

  it("has the interval of Wilson, worked by hand for 8 of 10", () => {
    const [low, high] = wilsonInterval(8, 10) ?? [];
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe("a sentence in capitals", () => {
  it("is told by its letters, where there is one", () => {
    expect(isInCapitals("POLICE SAID NINE WERE HURT")).toBe(true);
    expect(isInCapitals("Police said nine were hurt")).toBe(false);
    expect(isInCapitals(null)).toBe(false);
  });
});
