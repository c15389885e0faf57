import { describe, expect, it } from "vitest";
import { CAUSE_RULES } from "../../src/score/error-causes.js";
import type { Label } from "../../src/score/label.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { PLAIN, label, layer } from "./label-cases.js";

const TEXT = "Yesterday Mr. Ann Lee met Bo Diaz in Oslo. Later Bo Diaz saw Oslo. POLICE IN PARIS HOLD SIX PEOPLE. Russian aid came.";
const at = (kind: string, wording: string, more: Partial<Label> = {}, nth = 0) => {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = TEXT.indexOf(wording, start + 1);
  return label(kind, start, start + wording.length, more);
};
const causes = (gold: readonly Label[], predicted: readonly Label[]) =>
  scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map([["a", TEXT]]), PLAIN).findings.map((f) => f.cause);

describe("causes of errors", () => {
  it.each([
    ["boundary-long", [at("person", "Ann Lee")], [at("person", "Mr. Ann Lee")]],
    ["boundary-short", [at("person", "Ann Lee")], [at("person", "Lee")]],
    ["boundary-shifted", [at("person", "Ann Lee")], [at("person", "Mr. Ann")]],
    ["kind", [at("person", "Bo Diaz")], [at("place", "Bo Diaz")]],
    ["kind-and-boundary", [at("person", "Bo Diaz")], [at("place", "Diaz")]],
    ["unseen-name", [at("person", "Bo Diaz")], []],
    ["missed-capitals", [at("place", "PARIS")], []],
    ["spurious-start", [at("date", "Yesterday")].filter(() => false), [at("person", "Yesterday")]],
    ["spurious-capitals", [], [at("organization", "SIX")]],
    ["spurious-name", [], [at("person", "Later Bo Diaz")].map((l) => ({ ...l, start: l.start + 6 }))],
    ["missed-date", [at("date", "Yesterday", { value: "2025-06-30" })], []],
    ["missing-anchor", [at("date", "Yesterday", { value: "2025-06-30" })], [at("date", "Yesterday", { value: "PAST_REF" })]],
    ["wrong-direction", [at("date", "Yesterday", { value: "2025-06-30" })], [at("date", "Yesterday", { value: "2025-07-02" })]],
    ["wrong-granularity", [at("date", "Yesterday", { value: "2025-06-30" })], [at("date", "Yesterday", { value: "2025-06" })]],
    [
      "wrong-number",
      [at("casualty", "SIX", { outcome: "detained", value: 6 })],
      [at("casualty", "SIX", { outcome: "detained", value: 60 })],
    ],
    [
      "wrong-bounds",
      [at("casualty", "SIX", { outcome: "detained", value: 6, low: 6 })],
      [at("casualty", "SIX", { outcome: "detained", value: 6 })],
    ],
    ["wrong-outcome", [at("casualty", "SIX", { outcome: "detained", value: 6 })], [at("casualty", "SIX", { outcome: "killed", value: 6 })]],
    ["missed-capitals", [at("casualty", "SIX", { outcome: "detained", value: 6 })], []],
    ["spurious-figure", [], [at("casualty", "met", { outcome: "killed", value: 6 })]],
    ["spurious-implicit", [], [at("casualty", "met", { outcome: "killed", implicit: true })]],
  ] as const)("%s", (cause, gold, predicted) => {
    expect(causes(gold, predicted)).toEqual([cause]);
  });

  it("tell a name that is missed here and found elsewhere from one that is never found", () => {
    expect(causes([at("place", "Oslo"), at("place", "Oslo", {}, 1)], [at("place", "Oslo")])).toEqual(["missed-here"]);
  });

  it("know a people taken for a place", () => {
    expect(causes([at("group", "Russian"), at("place", "Oslo")], [at("place", "Russian"), at("place", "Oslo")])).toEqual([
      "spurious-group",
    ]);
  });

  it("have ids of their own", () => {
    expect(new Set(CAUSE_RULES.map((rule) => rule.id)).size).toBe(CAUSE_RULES.length);
  });
});

describe("groups of errors", () => {
  it("stand in order of what they cost", () => {
    // 4 gold, 4 found, 1 right: F1 .25. Two kinds put right: 3 of 4 → .75, cost .5. The miss and the spurious one:
    // the miss put right 2·2/(5+4) = .444, cost .194; the spurious one gone 2·1/(3+4) = .286, cost .036.
    const gold = [at("person", "Ann Lee"), at("person", "Bo Diaz"), at("place", "Oslo"), at("place", "PARIS")];
    const predicted = [at("person", "Ann Lee"), at("place", "Bo Diaz"), at("person", "Oslo"), at("person", "Yesterday")];
    const { errorGroups } = scoreLayers([layer("a", ...gold)], [layer("a", ...predicted)], new Map([["a", TEXT]]), PLAIN);
    expect(errorGroups.map((g) => [g.cause, g.count, Number(g.cost.toFixed(3))])).toEqual([
      ["kind", 2, 0.5],
      ["missed-capitals", 1, 0.194],
      ["spurious-start", 1, 0.036],
    ]);
  });
});
