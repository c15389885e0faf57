import { describe, expect, it } from "vitest";
import { findMutants, mutate } from "./find-mutants.js";

const mutantsOf = (text: string): readonly string[] => findMutants(text).map((mutant) => mutate(text, mutant));

describe("mutants", () => {
  it("move a bound, turn an equality and a connective round", () => {
    expect(mutantsOf("f(a < b)")).toEqual(["f(a <= b)"]);
    expect(mutantsOf("f(a === b && c)")).toEqual(["f(a !== b && c)", "f(a === b || c)"]);
  });

  it("deny a condition once, and leave out a jump", () => {
    expect(mutantsOf("if (isOpen(a)) f();")).toEqual(["if (!(isOpen(a))) f();"]);
    expect(mutantsOf("if (!a) f();")).toEqual(["if (a) f();"]);
    expect(mutantsOf("for (;;) { break; }")).toEqual(["for (;;) { ; }"]);
  });

  it("change numbers, truths and extremes", () => {
    expect(mutantsOf("g(3, true, Math.max(a, b))")).toEqual([
      "g(4, true, Math.max(a, b))",
      "g(3, false, Math.max(a, b))",
      "g(3, true, Math.min(a, b))",
    ]);
  });

  it("leave alone what no program runs: types, imports, examples of rules, what stands behind ??", () => {
    expect(mutantsOf('import { a } from "./a.js"; type B = 1 | true; const r = { examples: [1, true], counterExamples: [2] };')).toEqual(
      [],
    );
  });
});
