import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

/** From so many words on, an alternation is a list of words: it belongs into `lexicons/`. */
const LIST = 4;

/**
 * Alternations that are left, by file. A number may only fall: a word that is added to the rules goes into a lexicon, and a
 * pattern that was freed of its words takes its file's number down with it.
 */
const LEFT: Readonly<Record<string, number>> = {
  "casualties/attribution.ts": 4,
  "casualties/bracketed.ts": 1,
  "casualties/care-rules.ts": 4,
  "casualties/claim.ts": 4,
  "casualties/complement-rules.ts": 1,
  "casualties/continuation-rows.ts": 6,
  "casualties/continuations.ts": 1,
  "casualties/coordination.ts": 2,
  "casualties/count-rows.ts": 12,
  "casualties/custody-rules.ts": 2,
  "casualties/figures.ts": 2,
  "casualties/left-of-verb.ts": 3,
  "casualties/modality.ts": 7,
  "casualties/noun-phrase-rows.ts": 2,
  "casualties/noun-rules.ts": 5,
  "casualties/parts.ts": 2,
  "casualties/phrase-rules.ts": 2,
  "casualties/read-quantity.ts": 1,
  "casualties/read-verb-group.ts": 3,
  "casualties/retag-rows.ts": 1,
  "casualties/rules.ts": 1,
  "casualties/scope.ts": 2,
  "casualties/subjects.ts": 2,
  "casualties/toll-rules.ts": 2,
  "casualties/units.ts": 3,
  "casualties/verb-rules.ts": 5,
  "casualties/vocabulary.ts": 1,
  "casualties/wound-rules.ts": 5,
  "dates/borrow-days.ts": 1,
  "dates/is-year-here.ts": 4,
  "dates/read-number-piece.ts": 3,
  "dates/rules/calendar-rules.ts": 1,
  "dates/rules/day-rules.ts": 5,
  "dates/rules/length-rules.ts": 1,
  "dates/rules/reference-rules.ts": 1,
  "dates/weigh-ambiguous-words.ts": 2,
  "names/rules/boundary-rules.ts": 1,
};

/** The bodies of the regular expressions in a source text, comments left out. */
function patternsOf(source: string): readonly string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("//"))
    .join("\n");
  return [...code.matchAll(/(?<![\w.])\/(?![/*])((?:\\.|\[[^\]]*\]|[^/\n\\[])+)\/[a-z]*/g)].map((found) => found[1] ?? "");
}

/** How many words the longest alternation of a pattern holds. */
function wordsIn(pattern: string): number {
  const groups = [...pattern.matchAll(/\(\?:([^()]*)\)|\(([^()?][^()]*)\)/g)].map((found) => found[1] ?? found[2] ?? "");
  const count = (alternation: string): number =>
    alternation.split("|").filter((part) => /^\^?[a-z][a-z' -]+(?:\??s)?\??\$?$/.test(part)).length;
  return Math.max(0, ...[...groups, pattern].map(count));
}

const found = new Map<string, number>();
for (const file of globSync("src/recognize/**/*.ts")) {
  const lists = patternsOf(readFileSync(file, "utf8")).filter((pattern) => wordsIn(pattern) >= LIST).length;
  if (lists > 0) found.set(file.replaceAll("\\", "/").replace("src/recognize/", ""), lists);
}

describe("no regular expression of recognize/ holds a list of words", () => {
  it.each([...new Set([...found.keys(), ...Object.keys(LEFT)])].sort())("%s holds no more of them than it did", (file) => {
    expect(found.get(file) ?? 0).toBeLessThanOrEqual(LEFT[file] ?? 0);
  });
  it("sees a list where there is one", () => {
    expect(patternsOf("const x = /^(?:ana|ruiz|kane|levy)$/;").map(wordsIn)).toEqual([4]);
    expect(patternsOf("const x = /^(?:ana|ruiz)$/;").map(wordsIn)).toEqual([2]);
  });
});
