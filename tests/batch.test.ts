import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createProgress } from "../src/shell/output/progress.js";
import { readUnits } from "../src/shell/input/read-units.js";
import { parseResult } from "../src/shell/batch/unit-result.js";
import { startUnitRunner } from "../src/shell/batch/unit-runner.js";
import { DEFAULT_OPTIONS } from "../src/pipeline.js";
import { dateline, freshFolder, PROJECT, runToEnd } from "./command-line.js";

const MAIN = join(PROJECT, "dist/cli/main.js");
const STORY = "At least 12 people were killed in Kyiv on Friday, police said. Anna Lind told the Coast Wire that two were missing. ";

/** A folder with `count` articles of some length in one file, and what a whole run makes of them. */
function batchOf(count: number): string {
  const folder = freshFolder();
  const line = (i: number): string => JSON.stringify({ id: `a${i}`, text: `Report ${i}. ${STORY.repeat(12)}`, publishedAt: "2024-05-03" });
  writeFileSync(join(folder, "in.jsonl"), Array.from({ length: count }, (_, i) => line(i)).join("\n"));
  return folder;
}

const outputs = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== "run.json")
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
const runRecord = (folder: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as Record<string, unknown>;

/** Starts a run and ends it with a signal once the journal holds some units. */
async function interrupt(folder: string, signal: NodeJS.Signals, args: readonly string[] = []): Promise<number | null> {
  const child = spawn(process.execPath, [MAIN, "extract", "in.jsonl", "-o", "out", "--jobs", "2", "--quiet", ...args], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => void child.on("close", resolve));
  const journal = join(folder, "out/journal.partial.jsonl");
  for (let tries = 0; tries < 600; tries++) {
    await new Promise((resume) => setTimeout(resume, 50));
    if (existsSync(journal) && readFileSync(journal).includes("\n{")) break;
  }
  child.kill(signal);
  return ended;
}

describe("a batch that is killed", () => {
  it("goes on with --resume, loses and doubles nothing, and gives the same bytes as a whole run", async () => {
    const folder = batchOf(120);
    await dateline(["extract", "in.jsonl", "-o", "whole", "--jobs", "1", "--quiet"], "", folder);
    await interrupt(folder, "SIGKILL");
    expect(readdirSync(join(folder, "out")).filter((name) => name.endsWith(".csv") && !name.startsWith("."))).toEqual([]);
    await interrupt(folder, "SIGKILL", ["--resume"]);
    const { code } = await dateline(["extract", "in.jsonl", "-o", "out", "--resume", "--quiet"], "", folder);
    expect(code).toBe(0);
    expect(runRecord(join(folder, "out"))).toMatchObject({ complete: true });
    expect(runRecord(join(folder, "out"))["reused"]).toBeGreaterThan(0);
    expect(outputs(join(folder, "out"))).toEqual(outputs(join(folder, "whole")));
  });

  it("by Ctrl-C writes what is done, says so, and goes on later", async () => {
    const folder = batchOf(120);
    expect(await interrupt(folder, "SIGINT")).toBe(130);
    const out = join(folder, "out");
    expect(runRecord(out)).toMatchObject({ complete: false });
    const done = readFileSync(join(out, "annotations.jsonl"), "utf8").trim().split("\n").length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(120);
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
    await dateline(["extract", "in.jsonl", "-o", "out", "--resume", "--quiet"], "", folder);
    expect(runRecord(out)).toMatchObject({ complete: true, counts: { articles: 120 } });
  });

  it("forgives a journal whose last line is torn", async () => {
    const folder = batchOf(5);
    await dateline(["extract", "in.jsonl", "-o", "whole", "--quiet"], "", folder);
    const journal = readFileSync(join(folder, "whole/journal.jsonl"), "utf8");
    mkdirSync(join(folder, "out"));
    writeFileSync(join(folder, "out/journal.partial.jsonl"), journal.slice(0, journal.length * 0.7));
    await dateline(["extract", "in.jsonl", "-o", "out", "--resume", "--quiet"], "", folder);
    expect(runRecord(join(folder, "out"))).toMatchObject({ reused: 3 });
    expect(outputs(join(folder, "out"))).toEqual(outputs(join(folder, "whole")));
  });
});

describe("a batch that is run again", () => {
  it("does only what changed, and everything with --fresh or other options", async () => {
    const folder = batchOf(6);
    const run = async (...args: string[]): Promise<unknown> => {
      await dateline(["extract", "in.jsonl", "-o", "out", "--quiet", ...args], "", folder);
      return runRecord(join(folder, "out"))["reused"];
    };
    expect(await run()).toBe(0);
    expect(await run()).toBe(6);
    const lines = readFileSync(join(folder, "in.jsonl"), "utf8").split("\n");
    writeFileSync(join(folder, "in.jsonl"), [...lines.slice(0, 5), JSON.stringify({ id: "new", text: "One died." })].join("\n"));
    expect(await run()).toBe(5);
    expect(await run("--min-confidence", "0.9")).toBe(0);
    expect(await run("--min-confidence", "0.9", "--fresh")).toBe(0);
  });
});

describe("a batch that meets trouble", () => {
  it("with the room on the disk leaves what was there before, and says what to do", async () => {
    const folder = batchOf(40);
    await dateline(["extract", "in.jsonl", "-o", "out", "--quiet"], "", folder);
    cpSync(join(folder, "out"), join(folder, "before"), { recursive: true });
    // The shell lets no file grow beyond 64 KB: the system then refuses to write, as a full disk does.
    const { code, stderr } = await runToEnd(
      "bash",
      ["-c", `ulimit -f 64; exec "${process.execPath}" "${MAIN}" extract in.jsonl -o out --fresh --format none`],
      "",
      folder,
    );
    expect(code).toBe(4);
    expect(stderr).toContain("cannot be written");
    expect(stderr).toContain("--resume");
    expect(readdirSync(join(folder, "out")).filter((name) => name.startsWith("."))).toEqual([]);
    for (const name of readdirSync(join(folder, "before")))
      expect(readFileSync(join(folder, "out", name)).equals(readFileSync(join(folder, "before", name))), name).toBe(true);
  });

  it("with an input that is gone, or is a folder, names it and goes on", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "b.txt"), "One died.");
    const items = [];
    for await (const item of readUnits([join(folder, "gone.txt"), folder, join(folder, "b.txt")], { fields: null, count: () => undefined }))
      items.push(item);
    expect(items).toMatchObject([{ fault: { code: "vanished-file" } }, { fault: { code: "unreadable-file" } }, { unit: { stem: "b" } }]);
  });

  it("with an article that takes too long or an input that is no PDF loses that one only", async () => {
    const runner = await startUnitRunner({
      ...DEFAULT_OPTIONS,
      jobs: 2,
      timeLimit: 2,
      timePerMegabyte: 0,
      defaultDate: null,
      anyLanguage: false,
    });
    const unit = (stem: string, text: string, ending = ".txt") => ({
      file: `${stem}${ending}`,
      record: null,
      offset: null,
      ending,
      stem,
      bytes: Buffer.from(text),
      charset: null,
      url: null,
      fields: null,
    });
    const ran = await Promise.all(
      [
        unit("long", STORY.repeat(8_000)),
        unit("short", "Two died in Kyiv."),
        unit("bad", "no PDF", ".pdf"),
        unit("again", "One died."),
      ].map((each) => runner.run(each, null)),
    );
    await runner.close();
    const got = ran.map(({ json }) => parseResult(json).items.map((item) => (item.outcome === "rejected" ? item.code : item.outcome)));
    expect(got).toEqual([["time-limit"], ["extracted"], ["pdf"], ["extracted"]]);
    expect(ran.map(({ lasting }) => lasting)).toEqual([false, true, true, true]);
  });
});

describe("progress", () => {
  const watch = (isTTY: boolean): string[] => {
    let now = 0;
    let read = 0;
    const written: string[] = [];
    const progress = createProgress({
      stream: { isTTY, columns: 120, write: (text) => written.push(text) },
      quiet: false,
      total: 1000,
      read: () => read,
      clock: () => now,
    });
    for (let i = 1; i <= 100; i++) {
      now = i * 1200;
      read = i * 5;
      progress.update(i * 3, 1);
    }
    progress.end();
    return written;
  };

  it("is a bar with rate and time left on a terminal, wiped at the end", () => {
    const written = watch(true);
    expect(written.length).toBe(101);
    expect(written[99]).toContain("[##########----------] 50% 300 articles, 1 rejected, 2.5/s, 2 min 0 s left");
    expect(written[100]).toBe("\r\u001B[K");
  });

  it("is a line a minute elsewhere", () => {
    expect(watch(false)).toEqual([
      "dateline: [#####---------------] 25% 150 articles, 1 rejected, 2.5/s, 3 min 0 s left\n",
      "dateline: [##########----------] 50% 300 articles, 1 rejected, 2.5/s, 2 min 0 s left\n",
    ]);
  });
});
