import { describe, expect, it } from "vitest";
import { areSimilarWords, isSlipOf } from "../src/link/entities/similar-words.js";

describe("two spellings of a name", () => {
  it.each([
    ["muhammad", "mohamed"],
    ["gaddafi", "qadhafi"],
    ["tchaikovsky", "chaykovsky"],
    // A vowel far from the other, in a name that is long enough.
    ["gardanov", "gardonov"],
  ])("are %s and %s", (a, b) => expect([areSimilarWords(a, b), areSimilarWords(b, a)]).toEqual([true, true]));

  it.each([
    ["hassan", "hussein"],
    // Women and men.
    ["karim", "karima"],
    ["roman", "romana"],
    // Too short to tell.
    ["li", "lu"],
    ["kim", "kin"],
    // Of very different length.
    ["omarov", "omarovskiy"],
  ])("are not %s and %s", (a, b) => expect([areSimilarWords(a, b), areSimilarWords(b, a)]).toEqual([false, false]));

  it("may be a slip of the keyboard, within a long word", () => {
    expect([isSlipOf("burzek", "buzek"), isSlipOf("chrylser", "chrysler"), isSlipOf("anna", "ana")]).toEqual([true, true, false]);
  });
});
