import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { f1OfRow } from "../src/cli/score-floors.js";
import type { ScoreReport } from "../src/score/score-layers.js";
import { dateline, freshFolder, PROJECT } from "./command-line.js";

// Raised whenever a change raises a score for good; a change that lowers one says why it may.
const floors = Object.entries(JSON.parse(readFileSync(join(PROJECT, "gold/score-floors.json"), "utf8")) as Record<string, number>);

describe("the program as committed, on gold", () => {
  let report: ScoreReport;
  beforeAll(async () => {
    const folder = freshFolder();
    await dateline(["extract", "corpus", "-o", folder, "--format", "jsonl"]);
    const scored = await dateline([
      "score",
      "--gold",
      "gold/gold.jsonl",
      "--pred",
      join(folder, "annotations.jsonl"),
      "--errors",
      "0",
      "--resamples",
      "0",
      "--json",
    ]);
    report = JSON.parse(scored.stdout) as ScoreReport;
  });

  it.each(floors)("has an F1 of %s of at least %f", (row, floor) => {
    expect(f1OfRow(report, row)).toBeGreaterThanOrEqual(floor);
  });
});
