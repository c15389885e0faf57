import { describe, expect, it } from "vitest";
import { scoreLayers } from "../../src/score/score-layers.js";
import { label, layer } from "./label-cases.js";

const gold = Array.from({ length: 40 }, (_, i) => layer(`a${i}`, label("person", 0, 5), label("place", 10, 15)));
const predicted = Array.from({ length: 40 }, (_, i) =>
  layer(`a${i}`, ...(i % 4 === 0 ? [] : [label("person", 0, 5)]), label("place", 10, i % 5 === 0 ? 16 : 15)),
);

describe("bootstrap intervals", () => {
  const seeded = (seed: number) => scoreLayers(gold, predicted, new Map(), { bootstrap: { resamples: 400, seed } }).scores.strict["person"];

  it("hold the score and repeat with the seed", () => {
    const score = seeded(7);
    expect(score?.recall).toBe(0.75);
    const [low, high] = score?.recallInterval ?? [1, 0];
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    expect(seeded(7)).toEqual(score);
    expect([8, 9, 10].map((seed) => seeded(seed)?.recallInterval)).not.toEqual([8, 9, 10].map(() => score?.recallInterval));
  });

  it("come near the binomial interval where articles hold one label each", () => {
    // 30 of 40 found: standard error √(.75 × .25 / 40) = .068, so 95% is about .62 to .88.
    const [low, high] = seeded(3)?.recallInterval ?? [0, 0];
    expect(low).toBeGreaterThan(0.57);
    expect(low).toBeLessThan(0.67);
    expect(high).toBeGreaterThan(0.83);
    expect(high).toBeLessThan(0.93);
  });

  it("are one point where articles do not differ", () => {
    expect(scoreLayers(gold, gold).scores.strict["micro"]?.interval).toEqual([1, 1]);
  });
});
