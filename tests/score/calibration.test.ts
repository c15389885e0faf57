import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/score/calibration.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { PLAIN, label, layer } from "./label-cases.js";

const judged = [
  [0.95, true],
  [0.85, true],
  [0.75, false],
  [0.75, true],
  [0.35, false],
].map(([confidence, correct]) => ({ kind: "person", confidence: Number(confidence), correct: Boolean(correct) }));

describe("confidence", () => {
  const found = calibrate(judged, { person: 4 }, 0.75);

  it("gives a curve over thresholds, worked by hand", () => {
    expect(found?.curve.map((p) => [p.threshold, p.precision, p.recall])).toEqual([
      [0.95, 1, 0.25],
      [0.85, 1, 0.5],
      [0.75, 0.75, 0.75],
      [0.35, 0.6, 0.75],
    ]);
    // 1·.25 + 1·.25 + .75·.25 + .6·0
    expect(found?.averagePrecision).toBeCloseTo(0.6875, 10);
    expect(found?.best).toMatchObject({ threshold: 0.75, f1: 0.75 });
  });

  it("gives the threshold that meets a wanted precision with the most recall", () => {
    expect(found?.wanted?.thresholds["person"]).toMatchObject({ threshold: 0.75, precision: 0.75, recall: 0.75 });
    expect(calibrate(judged, { person: 4 }, 0.99)?.wanted?.thresholds["all"]).toMatchObject({ threshold: 0.85 });
    expect(calibrate(judged.slice(2, 3), { person: 4 }, 0.99)?.wanted?.thresholds["all"]).toBeNull();
  });

  it("says how far confidence is from precision", () => {
    expect(found?.reliability.map((b) => [b.from, b.count, b.precision])).toEqual([
      [0.3, 1, 0],
      [0.7, 2, 0.5],
      [0.8, 1, 1],
      [0.9, 1, 1],
    ]);
    // (|.35 − 0| + 2·|.75 − .5| + |.85 − 1| + |.95 − 1|) / 5
    expect(found?.expectedCalibrationError).toBeCloseTo((0.35 + 0.5 + 0.15 + 0.05) / 5, 10);
    expect(found?.brierScore).toBeCloseTo((0.0025 + 0.0225 + 0.5625 + 0.0625 + 0.1225) / 5, 10);
  });

  it("is unknown where predictions do not say it", () => {
    expect(scoreLayers([layer("a", label("person", 0, 5))], [layer("a", label("person", 0, 5))], new Map(), PLAIN).calibration).toBeNull();
    expect(
      scoreLayers([layer("a", label("person", 0, 5))], [layer("a", label("person", 0, 5, { confidence: 0.4 }))], new Map(), PLAIN)
        .calibration,
    ).toMatchObject({ judged: 1, averagePrecision: 1 });
  });
});
