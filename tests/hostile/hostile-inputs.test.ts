import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Layer } from "../../src/model/layer.js";
import type { PartRecord, UnitResult } from "../../src/shell/batch/unit-result.js";
import { dateline, freshFolder } from "../command-line.js";
import { FURTHER } from "./further-inputs.js";
import { HOSTILE as FIRST } from "./inputs.js";

const HOSTILE = [...FIRST, ...FURTHER];

interface Row {
  readonly file: string;
  readonly got: string;
}

/** What each file got: rows of articles.csv and lines of rejects.jsonl under its name. */
const outcomes: Row[] = [];
let code: number | null = null;
let results: UnitResult[] = [];

beforeAll(async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, "in"));
  for (const { file, content } of HOSTILE) writeFileSync(join(folder, "in", file), content);
  // A loop of links: the folder holds itself.
  symlinkSync(join(folder, "in"), join(folder, "in", "loop"));
  ({ code } = await dateline(["extract", "in", "-o", "out", "--jobs", "2", "--time-limit", "60"], "", folder));
  const articles = parse(readFileSync(join(folder, "out/articles.csv")), { bom: true, columns: true }) as Record<string, string>[];
  for (const { file = "", status = "" } of articles) outcomes.push({ file: file.replace(/^in\//, ""), got: status });
  for (const line of readFileSync(join(folder, "out/rejects.jsonl"), "utf8").trim().split("\n")) {
    const { place, code: got } = JSON.parse(line) as { place: string; code: string };
    outcomes.push({ file: place.replace(/^in\//, ""), got });
  }
  results = readFileSync(join(folder, "out/journal.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { result: UnitResult | PartRecord }).result)
    // The parts of long articles have lines of their own.
    .filter((result): result is UnitResult => "items" in result);
}, 300_000);

describe("hostile inputs", () => {
  it("are at least 150, and do not stop the run", () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(150);
    expect(new Set(HOSTILE.map(({ file }) => file)).size).toBe(HOSTILE.length);
    expect(code).toBe(3);
  });

  it.each(HOSTILE.map(({ file, what, gets }) => [what, file, gets] as const))("%s (%s)", (_, file, gets) => {
    const got = outcomes
      .filter((row) => row.file === file || [":", "#", "/"].some((mark) => row.file.startsWith(file + mark)))
      .map((row) => row.got);
    expect(got.sort()).toEqual([gets].flat().slice().sort());
  });

  it.each(HOSTILE.flatMap(({ what, file, killed }) => (killed ? [[what, file, killed] as const] : [])))(
    "%s is that number, or none (%s)",
    (_, file, killed) => {
      const items = results
        .flatMap(({ items: each }) => each)
        .flatMap((item) => (item.outcome === "extracted" && item.origin.file.endsWith(`/${file}`) ? [item] : []));
      const figures = items.flatMap(({ layer }) => layer.mentions).flatMap((mention) => (mention.kind === "casualty" ? [mention] : []));
      expect(items).toHaveLength(1);
      expect(figures.map(({ value }) => value)).toEqual(killed);
    },
  );

  it("give findings that fit their texts, whatever the text", () => {
    let mentions = 0;
    for (const item of results.flatMap(({ items }) => items)) {
      if (item.outcome !== "extracted") continue;
      const layer: Layer = item.layer;
      for (const { start, end, text } of layer.mentions) {
        mentions++;
        expect(end).toBeGreaterThan(start);
        expect(item.article.text.slice(start, end)).toBe(text);
      }
    }
    expect(mentions).toBeGreaterThan(100);
  });
});
