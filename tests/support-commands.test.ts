import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createExtractor, type Extractor } from "../src/index.js";
import { makeErrorCase } from "../src/shell/support/make-error-case.js";
import { dateline, freshFolder, PROJECT, runToEnd } from "./command-line.js";

describe("dateline doctor", () => {
  it("says of everything that a run needs whether it is there", async () => {
    const { code, stdout } = await dateline(["doctor"]);
    expect(code, stdout).toBe(0);
    for (const line of ["✓ gazetteer", "✓ model en", "names-en@1, whole by its sha256", "casualty At least 12, place Lima, date Friday"])
      expect(stdout).toContain(line);
  });

  it("tells a file that is damaged or missing, and goes on", async () => {
    const folder = freshFolder();
    for (const part of ["dist", "package.json", "gazetteer"]) cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    for (const part of ["node_modules", "models"]) symlinkSync(join(PROJECT, part), join(folder, part), "junction");
    mkdirSync(join(folder, "lexicons"));
    const places = readFileSync(join(folder, "gazetteer/places.bin"));
    places[places.length >> 1] = (places[places.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(folder, "gazetteer/places.bin"), places);
    const { code, stdout } = await runToEnd(process.execPath, [join(folder, "dist/cli/main.js"), "doctor", "--json"], "", folder);
    const found = JSON.parse(stdout) as readonly { readonly what: string; readonly state: string; readonly says: string }[];
    const stateOf = (what: string): string | undefined => found.find((one) => one.what === what)?.state;
    expect([stateOf("gazetteer"), stateOf("model en"), stateOf("model open"), stateOf("example")]).toEqual([
      "fault",
      "ok",
      "note",
      "fault",
    ]);
    expect(found.find(({ what }) => what === "gazetteer")?.says).toContain("places.bin");
    expect(code).toBe(4);
  });
});

describe("dateline demo", () => {
  it("writes articles and their tables into an empty folder", async () => {
    const folder = join(freshFolder(), "demo");
    const { code, stdout, stderr } = await dateline(["demo", folder]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("report.html");
    expect(readdirSync(join(folder, "articles")).length).toBe(5);
    expect(stderr).toContain("Read 5 articles");
    const incidents = readFileSync(join(folder, "tables/incidents.csv"), "utf8");
    expect(incidents).toMatch(/ferry.*The Harbour Post; The Island Courier,19,/);
    expect(incidents).toMatch(/flee floods.*3400/);
  });

  it("writes over nothing", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "mine.txt"), "mine");
    const { code, stderr } = await dateline(["demo", folder]);
    expect(code).toBe(2);
    expect(stderr).toContain("is not empty");
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
  });
});

describe("a case of a wrong finding", () => {
  let extract: Extractor;
  beforeAll(async () => {
    extract = await createExtractor();
  });
  const text =
    "The rains came early. Three people drowned in Turku, said Mika Virtanen, who leads the rescuers (mika@example.org, +358 40 123 4567). " +
    "Virtanen said that Elina Korhonen was among them. Boats were sent. The mayor flew home.";

  it("holds the sentence and its neighbors, and no name of a person, address or telephone number", () => {
    const at = text.indexOf("Three");
    const found = makeErrorCase({ text, publishedAt: "2025-03-11", title: "Flood", source: "The Post" }, at, extract);
    expect(found?.text).toMatch(/^The rains came early\. Three people drowned in Turku/);
    expect(found?.text).not.toMatch(/Mika|Virtanen|Elina|Korhonen|mika@|358/);
    expect(found?.text).not.toContain("flew home");
    expect(found?.text.slice(found.at)).toMatch(/^Three people/);
    expect([found?.same, found?.publishedAt]).toEqual([true, "2025-03-11"]);
    // One man has one name.
    const [, first, second] = /said (\w+ \w+), who.*?\. (\w+) said that/.exec(found?.text ?? "") ?? [];
    expect(first?.split(" ")[1]).toBe(second);
  });

  it("leaves names where it is told to, and is none where no sentence stands", () => {
    expect(makeErrorCase({ text }, text.indexOf("Three"), extract, true)?.text).toContain("Mika Virtanen");
    expect(makeErrorCase({ text: "One." + " ".repeat(9) }, 12, extract)).toBeNull();
  });

  it("is written by the command line as Markdown, for one article of a file with many", async () => {
    const folder = freshFolder();
    const lines = [
      { id: "a", text: "Nothing happened." },
      { id: "b", text, publishedAt: "2025-03-11" },
    ];
    writeFileSync(join(folder, "news.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
    const at = String(text.indexOf("Three"));
    const run = await dateline(["report-error", "news.jsonl#b", "--at", at, "--expected", "killed 4", "-o", "case.md"], "", folder);
    expect(run.code, run.stderr).toBe(0);
    const page = readFileSync(join(folder, "case.md"), "utf8");
    expect(page).toContain("published 2025-03-11");
    expect(page).toContain('"outcome":"killed"');
    expect(page).toContain("It should be: killed 4");
    const several = await dateline(["report-error", "news.jsonl", "--at", at], "", folder);
    expect([several.code, several.stderr]).toEqual([2, expect.stringContaining("news.jsonl#a")]);
    const beyond = await dateline(["report-error", "news.jsonl#a", "--at", "9999"], "", folder);
    expect([beyond.code, beyond.stderr]).toEqual([2, expect.stringContaining("lies behind its end")]);
  });
});
