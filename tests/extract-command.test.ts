import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Layer } from "../src/model/layer.js";
import { dateline, freshFolder } from "./command-line.js";

const BLAST = "BAKU, July 1 (Agency) - At least 12 people were killed on Monday, Vugar Mammadov said.\n\nMammadov gave no names.\n";

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const readCsv = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[];
const readLayers = (jsonl: string): Layer[] =>
  jsonl
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Layer);

describe("dateline extract", () => {
  let folder = "";
  beforeAll(async () => {
    folder = folderOf({
      "in/blast.txt": BLAST,
      "in/a/report.txt": "Zürich.",
      "in/b/report.txt": "B.",
      "in/b/dated.md": "---\npublished: 2024-05-01\n---\nText.",
      "in/wire.txt": "KABUL, Aug. 3, 2022 (Agency) - Two men fled on Monday.\n",
    });
    const { code, stdout } = await dateline(["extract", "in", "-o", "out", "--date", "2025-07-01"], "", folder);
    expect([code, stdout]).toEqual([0, ""]);
  });
  const articles = (): Map<string, string> =>
    new Map(readCsv(join(folder, "out/articles.csv")).map((row) => [row["article_id"] ?? "", row["published"] ?? ""]));

  it("writes every table, the records, the rejects and run.json, and nothing else", () => {
    for (const name of [
      "articles.csv",
      "people.csv",
      "organizations.csv",
      "places.csv",
      "dates.csv",
      "casualties.csv",
      "mentions.csv",
      "annotations.jsonl",
      "rejects.jsonl",
      "run.json",
    ]) {
      expect(readdirSync(join(folder, "out"))).toContain(name);
    }
    expect(readdirSync(join(folder, "out")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("gives every row its article, sentence, offsets, wording, rule or model, and confidence", () => {
    const rowsOf = (name: string): Record<string, string>[] =>
      readCsv(join(folder, `out/${name}.csv`)).filter((row) => row["article_id"] === "blast");
    expect(rowsOf("people").length).toBeGreaterThan(0);
    for (const name of ["people", "places", "dates", "casualties", "mentions"]) {
      for (const row of rowsOf(name)) {
        expect(BLAST.slice(Number(row["char_start"]), Number(row["char_end"]))).toBe(row["wording"]);
        expect(row["sentence"]).toContain(row["wording"]);
        expect([row["rule"] !== "", Number(row["confidence"]) > 0]).toEqual([true, true]);
      }
    }
  });

  it("starts its CSV files with the mark by which Excel knows UTF-8", () => {
    expect([...readFileSync(join(folder, "out/articles.csv")).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("uses --date only where an article states no day and has none in its own dateline", () => {
    expect(articles()).toEqual(
      new Map([
        ["report", "2025-07-01"],
        ["dated", "2024-05-01"],
        ["report-2", "2025-07-01"],
        ["blast", "2025-07-01"],
        ["wire", "2022-08-03"],
      ]),
    );
    const days = readCsv(join(folder, "out/dates.csv")).filter((row) => row["article_id"] === "wire");
    expect(days.map((row) => row["timex_value"])).toEqual(["2022-08-03", "2022-08-01"]);
  });

  it("gives two articles of one id two ids", () => {
    expect([...articles().keys()]).toContain("report-2");
  });

  it("reads folders, globs and all four formats, each file once, in a stable order, and keeps an unknown day unknown", async () => {
    const folder = folderOf({
      "a/one.txt": "One.",
      "a/two.md": "---\npublished: 2024-05-01\n---\nTwo.",
      "a/deep/three.html": "<article><p>Three.</p></article>",
      "a/four.jsonl": '{"id":"four-a","text":"Four."}\n{"id":"four-b","text":"Five."}\n',
      "a/ignored.pdf2": "x",
    });
    expect(await dateline(["extract", "a", "a/*.txt", "-o", "out", "--quiet"], "", folder)).toEqual({ code: 0, stdout: "", stderr: "" });
    const rows = readCsv(join(folder, "out/articles.csv"));
    expect(rows.map((row) => row["article_id"])).toEqual(["three", "four-a", "four-b", "one", "two"]);
    expect(rows.map((row) => row["published"])).toEqual(["", "", "", "", "2024-05-01"]);
  });

  it("rejects a bad article with its reason, writes the rest and says so by its exit code", async () => {
    const folder = folderOf({
      "bad.md": "---\n- x\n---\nText.",
      "binary.txt": new Uint8Array([1, 0, 2, 3, 0, 0, 1]),
      "good.txt": "Text.",
      "empty.txt": "",
    });
    const { code, stderr } = await dateline(["extract", ".", "-o", "out"], "", folder);
    expect(code).toBe(3);
    expect(stderr).toContain("bad.md");
    const rejects = readFileSync(join(folder, "out/rejects.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { place: string; code: string; reason: string });
    expect(rejects.map(({ code }) => code)).toEqual(["front-matter", "binary-file"]);
    expect(readCsv(join(folder, "out/articles.csv")).map((row) => row["article_id"])).toEqual(["empty", "good"]);
  });

  it("writes the same bytes whatever the number of workers", async () => {
    const folder = folderOf(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`in/a${i}.txt`, `${BLAST}${"More words here. ".repeat(i * 7)}`])),
    );
    await dateline(["extract", "in", "-o", "one"], "", folder);
    await dateline(["extract", "in", "-o", "three", "--jobs", "3"], "", folder);
    for (const name of readdirSync(join(folder, "one")).filter((n) => n !== "run.json")) {
      expect(readFileSync(join(folder, "three", name)).equals(readFileSync(join(folder, "one", name))), name).toBe(true);
    }
  });

  it.each([
    [["extract"], 2, "Nothing to read"],
    [["extract", "a.txt", "--stdin"], 2, "not both"],
    [["extract", "a.txt", "--date", "2025-02-31"], 2, "YYYY-MM-DD"],
    [["extract", "a.txt", "--jobs", "0"], 2, "whole number"],
    [["extract", "missing.txt"], 4, "missing.txt"],
    [["extract", "no/*.txt"], 4, "no/*.txt"],
    [["extract", "https://news.example/a.html"], 4, "is an address, and the program uses no network"],
    [["extract", "a.txt", "-o", "/proc/x"], 4, "/proc/x: cannot be written to"],
    [["explode"], 2, "explode"],
  ])("%j ends with exit code %i and says what to do", async (args, code, message) => {
    const folder = folderOf({ "a.txt": "Text." });
    const ended = await dateline(args, "", folder);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(message);
    expect(ended.stdout).toBe("");
    expect(readdirSync(folder)).toEqual(["a.txt"]);
  });

  it("says of an empty folder and of its own workbook that they hold no articles", async () => {
    const folder = folderOf({ "in/a.txt": "Two men died." });
    mkdirSync(join(folder, "empty"));
    const empty = await dateline(["extract", "empty", "-o", "out"], "", folder);
    expect([empty.code, empty.stderr]).toEqual([4, expect.stringContaining("empty: the folder holds no file that is read")]);
    await dateline(["extract", "in", "-o", "out", "--format", "xlsx"], "", folder);
    const own = await dateline(["extract", "out/dateline.xlsx", "-o", "again"], "", folder);
    expect([own.code, own.stderr]).toEqual([3, expect.stringContaining("written by an earlier run")]);
  });

  it("leaves an output that cannot be written alone, and says why", async () => {
    const folder = folderOf({ "a.txt": "Text.", out: "a file, no folder" });
    const { code, stderr } = await dateline(["extract", "a.txt", "-o", "out"], "", folder);
    expect(code).toBe(4);
    expect(stderr).toContain("-o");
    expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file, no folder");
  });
});

describe("dateline extract --stdin --jsonl", () => {
  it("writes one record a line, in order, each fitting its text", async () => {
    const articles = Array.from({ length: 30 }, (_, i) => ({
      id: `n${i}`,
      text: `Ana Souza met Putin in Recife. ${"x ".repeat(30 - i)}😀 Moscow.`,
      publishedAt: "2025-07-01",
      extra: 1,
    }));
    const { code, stdout } = await dateline(["extract", "--stdin", "--jsonl"], articles.map((a) => JSON.stringify(a)).join("\n"));
    const layers = readLayers(stdout);
    expect(code).toBe(0);
    expect(layers.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    for (const [i, layer] of layers.entries()) {
      expect(layer.textHash).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(layer.mentions.length).toBeGreaterThan(0);
      for (const { start, end, text } of layer.mentions) expect(articles[i]?.text.slice(start, end)).toBe(text);
    }
  });

  it("goes on after a bad line, names it, and exits with 3", async () => {
    const { code, stdout, stderr } = await dateline(
      ["extract", "--stdin", "--jsonl"],
      '{"id":"a","text":"A."}\nnot json\n{"id":"b","text":"B."}\n',
    );
    expect(readLayers(stdout).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(stderr).toContain("<stdin>:2");
    expect(code).toBe(3);
  });

  it("reads one plain article without --jsonl", async () => {
    const { stdout } = await dateline(["extract", "--stdin", "--date", "2025-07-01"], "Maria Silva spoke in Lisbon.");
    expect(readLayers(stdout)).toMatchObject([{ id: "stdin", publishedAt: "2025-07-01" }]);
  });
});
