import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dateline, freshFolder, PROJECT } from "../command-line.js";

/** `npm run test:faults` kills 50 times, `npm test` 10 times. */
const KILLS = process.env["DATELINE_FAULTS"] === "all" ? 50 : 10;
const MAIN = join(PROJECT, "dist/cli/main.js");

/** A seeded generator: the points differ from one another and are the same on every computer. */
function* points(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Names in a folder; none where a run was killed before it made it. */
const namesIn = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path) : []);
const tables = (path: string): Record<string, string> =>
  Object.fromEntries(
    namesIn(path)
      .filter((name) => !name.startsWith(".") && name !== "run.json" && !/^journal\.(?:partial|before)/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(path, name)).toString("base64")]),
  );

describe("a run that is killed", () => {
  it(`at ${KILLS} random points, one after the other, resumes to the bytes of a whole run`, async () => {
    const folder = freshFolder();
    const line = (i: number): string =>
      JSON.stringify({
        id: `a${i}`,
        text: `Report ${i}. At least ${i + 2} people were killed in Kyiv on Friday, Anna Lind said.`,
        publishedAt: "2024-05-03",
      });
    writeFileSync(join(folder, "in.jsonl"), Array.from({ length: 200 }, (_, i) => line(i)).join("\n"));
    const run = ["extract", "in.jsonl", "--jobs", "1", "--quiet", "--format", "none"];
    const began = performance.now();
    await dateline([...run, "-o", "whole"], "", folder);
    const length = performance.now() - began;
    const whole = tables(join(folder, "whole"));
    const random = points(7);
    for (let kill = 0; kill < KILLS; kill++) {
      if (kill % 5 === 0) rmSync(join(folder, "out"), { recursive: true, force: true });
      const child = spawn(process.execPath, [MAIN, ...run, "-o", "out", "--resume"], { cwd: folder, stdio: "ignore" });
      const ended = new Promise((resolve) => void child.on("close", resolve));
      const timer = setTimeout(() => child.kill("SIGKILL"), length * Number(random.next().value));
      await ended;
      clearTimeout(timer);
      const after = tables(join(folder, "out"));
      // Nothing of the tables, or all of them: a commit that was cut through is the next run's to mend, and says so in a file.
      if (!namesIn(join(folder, "out")).includes(".commit.json")) expect([{}, whole], `kill ${kill}`).toContainEqual(after);
    }
    expect((await dateline([...run, "-o", "out", "--resume"], "", folder)).code).toBe(0);
    expect(tables(join(folder, "out"))).toEqual(whole);
  }, 1_800_000);
});
