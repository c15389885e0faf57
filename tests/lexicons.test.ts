import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseLexicon } from "../src/lexicon/parse-lexicon.js";
import { CASUALTY_LEXICONS } from "../src/recognize/casualties/declared-lexicons.js";
import { WORD_TAGS } from "../src/recognize/casualties/word-tags.js";
import { PROJECT } from "./command-line.js";

const folder = join(PROJECT, "lexicons");
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".tsv"))
  .map((file) => file.slice(0, -".tsv".length));
const read = (name: string) => parseLexicon(name, readFileSync(join(folder, `${name}.tsv`), "utf8"), CASUALTY_LEXICONS[name]);

describe("lexicons", () => {
  it.each(files)("%s keeps to its declaration and says where it comes from", (name) => {
    const { value, diagnostics } = read(name);
    expect(diagnostics).toEqual([]);
    expect(value.length).toBeGreaterThan(0);
    expect(readFileSync(join(folder, `${name}.tsv`), "utf8")).toMatch(/^#/);
  });
  it("declares no lexicon of casualties that is not there", () => {
    for (const name of Object.keys(CASUALTY_LEXICONS)) expect(files).toContain(name);
  });
  it("has words for every tag that the rules ask for", () => {
    const used = new Set(read("casualty-words").value.map((row) => row["tag"]));
    expect(WORD_TAGS.filter((tag) => !used.has(tag))).toEqual([]);
  });
  it.each([
    [
      "a wrong outcome",
      "kill\tkills\tkilled\tkilled\tkilling\t\tkiled\ttransitive\tany\t",
      /Column outcome holds "kiled"; allowed are killed, injured,/,
    ],
    ["an empty cell", "\tkills\tkilled\tkilled\tkilling\t\tkilled\ttransitive\tany\t", /Column base is empty/],
    [
      "a form in capitals",
      "Kill\tkills\tkilled\tkilled\tkilling\t\tkilled\ttransitive\tany\t",
      /Column base holds "Kill", which does not fit/,
    ],
  ])("says file, line and remedy of %s", (_what, row, message) => {
    const head = "base\ts-form\tpast\tparticiple\ting-form\tparticle\toutcome\tframe\tvictims\tweak";
    const [fault] = parseLexicon("outcome-verbs", `# head\n${head}\n${row}`, CASUALTY_LEXICONS["outcome-verbs"]).diagnostics;
    expect(fault).toMatchObject({ severity: "error", place: "lexicons/outcome-verbs.tsv:3", message: expect.stringMatching(message) });
  });
  it("names both lines of a row that stands twice", () => {
    const { diagnostics } = parseLexicon("victim-nouns", "noun\tclass\nbaker\tperson\nbaker\tperson", CASUALTY_LEXICONS["victim-nouns"]);
    expect(diagnostics).toMatchObject([{ place: "lexicons/victim-nouns.tsv:3", message: expect.stringContaining("of line 2") }]);
  });
  it("says where head and declaration differ", () => {
    expect(parseLexicon("victim-nouns", "noun\tkind\nbaker\tperson", CASUALTY_LEXICONS["victim-nouns"]).diagnostics[0]?.message).toContain(
      "noun, kind; noun, class are declared",
    );
  });
});
