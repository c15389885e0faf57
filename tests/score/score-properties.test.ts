import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Label } from "../../src/score/label.js";
import { overlapOf } from "../../src/score/label.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { SCHEMES, type Scheme, judge } from "../../src/score/schemes.js";
import { PLAIN, layer } from "./label-cases.js";

const anyLabel: fc.Arbitrary<Label> = fc
  .tuple(
    fc.constantFrom("person", "place", "date", "casualty", "group"),
    fc.nat(40),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom("killed", "injured"),
    fc.nat(3),
  )
  .map(([kind, start, length, outcome, value]) => ({
    kind,
    start,
    end: start + length,
    ...(kind === "casualty" ? { outcome, value, low: value, high: value } : kind === "date" ? { value: String(2000 + value) } : {}),
  }));
const labels = fc.array(anyLabel, { maxLength: 7 });
const ratiosOf = (scores: ReturnType<typeof scoreLayers>["scores"]) =>
  Object.values(scores).map((rows) => Object.entries(rows).map(([name, s]) => [name, s.precision, s.recall, s.f1]));

/** The best credit of any one-to-one matching, by trying all. */
function bestCredit(scheme: Scheme, gold: readonly Label[], predicted: readonly Label[]): number {
  const [first, ...rest] = gold;
  if (!first) return 0;
  let best = bestCredit(scheme, rest, predicted);
  predicted.forEach((p, i) => {
    if (overlapOf(first, p) === 0) return;
    const verdict = judge(scheme, first, p);
    const credit = verdict === "correct" ? 1 : verdict === "partial" ? 0.5 : 0;
    best = Math.max(
      best,
      credit +
        bestCredit(
          scheme,
          rest,
          predicted.filter((_, j) => j !== i),
        ),
    );
  });
  return best;
}

describe("scores", () => {
  it("do not depend on the order of predictions, of gold or of articles", () => {
    fc.assert(
      fc.property(labels, labels, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (gold, predicted, keys) => {
        const shuffle = (list: readonly Label[]) =>
          list
            .map((l, i) => [keys[i] ?? 0, l] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, l]) => l);
        const few = { bootstrap: { resamples: 20, seed: 1 } };
        const one = scoreLayers(
          [layer("a", ...gold), layer("b", ...predicted)],
          [layer("a", ...predicted), layer("b", ...gold)],
          new Map(),
          few,
        );
        const two = scoreLayers(
          [layer("b", ...shuffle(predicted)), layer("a", ...shuffle(gold))],
          [layer("b", ...shuffle(gold)), layer("a", ...shuffle(predicted))],
          new Map(),
          few,
        );
        expect(two.scores).toEqual(one.scores);
        expect(two.dates).toEqual(one.dates);
        expect(two.casualties).toEqual(one.casualties);
      }),
      { numRuns: 60 },
    );
  });

  it("keep every ratio when an article counts twice", () => {
    fc.assert(
      fc.property(labels, labels, (gold, predicted) => {
        const one = scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map(), PLAIN);
        const copied = scoreLayers(
          [layer("a", ...gold), layer("b", ...gold)],
          [layer("a", ...predicted), layer("b", ...predicted)],
          new Map(),
          PLAIN,
        );
        const repeated = scoreLayers([layer("a", ...gold), layer("a", ...gold)], [layer("a", ...predicted)], new Map(), PLAIN);
        expect(ratiosOf(copied.scores)).toEqual(ratiosOf(one.scores));
        expect(ratiosOf(repeated.scores)).toEqual(ratiosOf(one.scores));
        expect(copied.scores.strict["micro"]?.gold).toBe(2 * (one.scores.strict["micro"]?.gold ?? 0));
      }),
    );
  });

  it("are the best that any one-to-one matching reaches, under each scheme", () => {
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 5 }), fc.array(anyLabel, { maxLength: 5 }), (all, found) => {
        const gold = all.filter((l) => l.kind !== "group");
        const predicted = found.filter((l) => l.kind !== "group");
        const { scores } = scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map(), {
          ...PLAIN,
          kinds: ["person", "place", "date", "casualty"],
        });
        for (const scheme of SCHEMES) {
          const micro = scores[scheme]["micro"];
          expect((micro?.correct ?? 0) + (micro?.partial ?? 0) / 2).toBe(bestCredit(scheme, gold, predicted));
          expect((micro?.correct ?? 0) + (micro?.incorrect ?? 0) + (micro?.partial ?? 0) + (micro?.missing ?? 0)).toBe(gold.length);
          expect((micro?.correct ?? 0) + (micro?.incorrect ?? 0) + (micro?.partial ?? 0) + (micro?.spurious ?? 0)).toBe(predicted.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are whole for gold against itself", () => {
    fc.assert(
      fc.property(labels, (gold) => {
        const { scores, findings } = scoreLayers([layer("a", ...gold)], [layer("a", ...gold)], new Map(), PLAIN);
        expect(findings).toEqual([]);
        for (const scheme of SCHEMES) for (const row of Object.values(scores[scheme])) expect([null, 1]).toContain(row.f1);
      }),
    );
  });
});
