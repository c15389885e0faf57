import { describe, expect, it } from "vitest";
import { scoreLayers } from "../../src/score/score-layers.js";
import { PLAIN, label, layer } from "./label-cases.js";

const date = (start: number, end: number, value: string) => label("date", start, end, { value, type: "DATE" });
const figure = (start: number, outcome: string, value: number | null, more = {}) =>
  label("casualty", start, start + 5, {
    outcome,
    value,
    low: value,
    high: value,
    implicit: false,
    qualifier: "exact",
    modality: "reported",
    scope: "incident",
    attribution: null,
    victims: null,
    ...more,
  });

describe("dates after TempEval-3", () => {
  it("equals the scorer's figures, worked by hand", () => {
    // 4 gold, 4 found. 0–4 same text and value; 10–20 overlaps 12–20 with the same value; 30–40 same text, other value;
    // 50–55 missed; 60–65 spurious. Relaxed 3/4, 3/4 → F1 .75; strict 2/4 → .5; value accuracy 2/3, value F1 2/3 × .75 = .5.
    const { dates } = scoreLayers(
      [layer("a", date(0, 4, "2025"), date(10, 20, "2025-W26"), date(30, 40, "2025-06-28"), date(50, 55, "2024"))],
      [layer("a", date(0, 4, "2025"), date(12, 20, "2025-W26"), date(30, 40, "2025-07-05"), date(60, 65, "2023"))],
      new Map(),
      PLAIN,
    );
    expect(dates?.relaxed).toMatchObject({ correct: 3, f1: 0.75 });
    expect(dates?.strict).toMatchObject({ correct: 2, f1: 0.5 });
    expect(dates?.value).toMatchObject({ correct: 2, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(dates?.["strict-value"]).toMatchObject({ correct: 1, f1: 0.25 });
  });

  it("does not call a value wrong that gold does not give", () => {
    const { dates, findings } = scoreLayers([layer("a", label("date", 0, 4))], [layer("a", date(0, 4, "2025"))], new Map(), PLAIN);
    expect(dates?.value.f1).toBe(1);
    expect(findings).toEqual([]);
  });
});

describe("casualty figures", () => {
  const gold = [
    figure(0, "killed", 12),
    figure(10, "injured", 40),
    figure(20, "killed", 3, { attribution: "police" }),
    label("casualty", 40, 47, { outcome: "killed", value: 1, low: 1, high: 1, implicit: true }),
  ];
  const predicted = [
    figure(0, "killed", 12, { modality: "feared" }),
    figure(10, "injured", 4),
    figure(20, "injured", 3),
    figure(60, "missing", 9),
  ];
  const { casualties, findings } = scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map(), PLAIN);

  it("count by outcome and numbers, explicit and all", () => {
    // Explicit: 3 gold, 4 found, 1 right (12 killed). All: 4 gold.
    expect(casualties?.explicit.figures).toMatchObject({
      correct: 1,
      incorrect: 1,
      missing: 1,
      spurious: 2,
      predicted: 4,
      gold: 3,
      f1: 2 / 7,
    });
    expect(casualties?.explicit.outcomeOnly).toMatchObject({ correct: 2 });
    expect(casualties?.all.figures).toMatchObject({ correct: 1, predicted: 4, gold: 4, f1: 2 / 8 });
    expect(casualties?.explicit.byOutcome["killed"]).toMatchObject({ correct: 1, predicted: 1, gold: 2 });
    expect(casualties?.explicit.byOutcome["missing"]).toMatchObject({ correct: 0, predicted: 1, gold: 0, recall: null });
  });

  it("compare attributes where outcome and numbers are right", () => {
    expect(casualties?.attributes).toEqual({ qualifier: 1, modality: 0, scope: 1, attribution: 1, victims: 1 });
  });

  it("list wrong numbers and wrong outcomes", () => {
    expect(
      findings.filter((f) => f.type === "content").map((f) => [f.gold?.outcome, f.gold?.value, f.predicted?.outcome, f.predicted?.value]),
    ).toEqual([
      ["injured", 40, "injured", 4],
      ["killed", 3, "injured", 3],
    ]);
  });

  it("take 'no casualties', two figures at one span, as two", () => {
    const none = (outcome: string) => label("casualty", 0, 13, { outcome, value: 0, low: 0, high: 0 });
    const both = scoreLayers(
      [layer("a", none("killed"), none("injured"))],
      [layer("a", none("injured"), none("killed"))],
      new Map(),
      PLAIN,
    );
    expect(both.casualties?.explicit.figures).toMatchObject({ correct: 2, f1: 1 });
  });
});
