import { describe, expect, it } from "vitest";
import type { Scope } from "../src/model/casualty.js";
import { createCasualtyReader } from "../src/recognize/casualties/recognize-casualties.js";
import { loadLexicons } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";

const read = createCasualtyReader(await loadLexicons());
const analyze = createAnalyzer();
const scopes = (text: string): readonly (readonly [string, Scope])[] => read(analyze(text)).figures.map((f) => [f.text, f.scope] as const);

describe("a part of a total told before", () => {
  it.each([
    [
      "The crash killed nine people. Eight died on the spot while a woman succumbed to her burns.",
      { nine: "incident", Eight: "subset", "a woman": "subset" },
    ],
    ["The blast killed 14 people. Three children were killed.", { "14": "incident", Three: "subset" }],
    ["At least 30 people were injured, with five in a critical condition.", { "At least 30": "incident", five: "subset" }],
    ["At least 30 people were injured. Five are in critical condition.", { "At least 30": "incident", Five: "subset" }],
    ["The storm killed 40 people. In Haiti alone, 30 people died.", { "40": "incident", "30": "subset" }],
    ["The storm killed 40 people, mostly in the hills, where 30 died.", { "40": "incident", "30": "subset" }],
    ["Three sailors died on Monday. Two sailors, aged 50 and 46, died in their cabin.", { Three: "incident", Two: "subset" }],
    ["Armed men abducted 12 farmers. Two were released and the other 10 are still held captive.", { "12": "incident", "10": "subset" }],
    ["The number of dead included at least four children.", { "at least four": "subset" }],
  ] as const)("is subset: %s", (text, expected) => {
    expect(Object.fromEntries(scopes(text))).toMatchObject(expected);
  });
  it.each([
    ["Eight workers were injured. Two firefighters were also injured.", { Eight: "incident", Two: "incident" }],
    ["A blast killed 14 people on Monday. Three soldiers were killed on Friday.", { "14": "incident", Three: "incident" }],
    ["The mayor said 36 people were killed. The army said 14 people were killed.", { "36": "incident", "14": "incident" }],
    ["Twelve people died in the blast. Another three died in hospital.", { Twelve: "incident", three: "incident" }],
  ] as const)("is not: %s", (text, expected) => {
    expect(Object.fromEntries(scopes(text))).toMatchObject(expected);
  });
});

describe("a total over a period or over several places", () => {
  it.each([
    "Since March, when rains set in, cholera has killed 342 people.",
    "Shells killed 342 people in Aden, Taiz and Marib.",
    "Lightning killed 342 people in four districts on Sunday.",
    "The toll from both the storm and the landslides rose to 342.",
    "The unrest has dragged on for more than two months and left 342 people dead.",
    "Police arrested 342 people in a sweeping crackdown.",
  ])("is cumulative: %s", (text) => {
    expect(scopes(text)).toEqual([["342", "cumulative"]]);
  });
  it.each([
    "The deadliest attack in two years killed 342 people.",
    "Earlier this year a blast killed 342 people.",
    "A year after a landslide killed 342 people, the road is open.",
    "A quake killed 342 people in Aden, Taiz and Marib.",
    "Police arrested 342 men in a nationwide manhunt.",
    "Poor since March, when a crash killed 342 people, ties have cooled further.",
  ])("is not: %s", (text) => {
    expect(scopes(text)).toEqual([["342", "incident"]]);
  });
  it("is not what stands before the total of a season", () => {
    expect(scopes("Floods killed two people on Monday, pushing the season's toll to 87.")).toEqual([
      ["two", "incident"],
      ["87", "cumulative"],
    ]);
  });
});
