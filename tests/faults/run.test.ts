import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { runToFolder } from "../../src/shell/batch/run-to-folder.js";
import { processUnit } from "../../src/shell/batch/process-unit.js";
import type { UnitRunner } from "../../src/shell/batch/unit-runner.js";
import { readUnits } from "../../src/shell/input/read-units.js";
import { DISK, type Disk } from "../../src/shell/output/disk.js";
import { openOutputFolder } from "../../src/shell/output/output-folder.js";
import type { Article } from "../../src/model/article.js";
import type { ExtractedPart, Pipeline } from "../../src/pipeline.js";
import { freshFolder } from "../command-line.js";
import { faultyDisk } from "./faulty-disk.js";
import { pipeline } from "../pipeline.js";

/** Codes of the system. `npm run test:faults` tries one at every point, `npm test` one at some. */
const CODES = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EBUSY"] as const;
const EVERY_POINT = process.env["DATELINE_FAULTS"] === "all";

/** Takes the article `long` apart before its last sentence, as if it were a long one. */
const cutting: Pipeline = Object.assign((article: Article) => pipeline(article), {
  inParts: (article: Article) => {
    const found = pipeline(article);
    if (article.id !== "long") return found;
    const cut = found.sentences.at(-1)?.start ?? 0;
    const part = (start: number, end: number): ExtractedPart => ({
      span: { start, end },
      sentences: found.sentences.filter((one) => one.start >= start && one.start < end),
      tokens: 1,
      mentions: found.mentions.filter((one) => one.start >= start && one.start < end),
      titleMentions: [],
      incidents: found.incidents.filter(({ figures }) => (figures[0] ?? 0) >= start && (figures[0] ?? 0) < end),
    });
    const parts = [part(0, cut), part(cut, article.text.length)];
    return { article: found.article, entities: found.entities, count: parts.length, parts };
  },
});

/** Does every unit once, as a worker does it, and gives what came of it to all runs after. */
function runnerOfThisThread(): UnitRunner {
  const done = new Map<string, { readonly json: string; readonly parts: readonly string[] }>();
  return {
    run: async (unit, _, openSpool) => {
      const key = `${unit.stem} ${unit.record}`;
      if (!done.has(key)) {
        const parts: string[] = [];
        const result = await processUnit(cutting, unit, { defaultDate: null, anyLanguage: false }, async (json) => void parts.push(json));
        done.set(key, { json: JSON.stringify(result), parts });
      }
      const { json, parts } = done.get(key) ?? { json: "", parts: [] };
      const spool = parts.length > 0 && openSpool ? openSpool() : null;
      for (const part of parts) spool?.append(part);
      return { json, drawn: null, buffer: null, lasting: true, parts: spool };
    },
    reuse: () => undefined,
    close: async () => undefined,
  };
}

let folder = "";
const runner = runnerOfThisThread();
let whole: Record<string, string>;

beforeAll(async () => {
  folder = freshFolder();
  const line = (i: number): string =>
    JSON.stringify({
      id: `a${i}`,
      text: `Report ${i}. At least ${i + 2} people were killed in Kyiv on Friday, Anna Lind said.`,
      publishedAt: "2024-05-03",
    });
  const long = JSON.stringify({ id: "long", text: "Two people were killed in Kyiv.\n\nNine people died in Lima, Anna Lind said." });
  writeFileSync(join(folder, "in.jsonl"), [line(0), long, line(2), "no article"].join("\n"));
  await run(join(folder, "whole"), DISK, false);
  whole = tables(join(folder, "whole"));
}, 120_000);

async function run(path: string, disk: Disk, resume: boolean): Promise<void> {
  const output = await openOutputFolder(path, disk);
  await runToFolder({
    output,
    runner,
    items: readUnits([join(folder, "in.jsonl")], { fields: null, count: () => undefined }),
    formats: ["xlsx", "report", "ftm"],
    fingerprint: "f",
    paths: ["in.jsonl"],
    options: {},
    resume,
    fresh: false,
    stopped: () => false,
    onArticle: () => undefined,
    onNote: () => undefined,
    say: () => undefined,
  });
}

/** Everything that a user sees in the folder but run.json, which holds times. */
const tables = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .filter((name) => !name.startsWith(".") && name !== "run.json" && !/^journal\.(?:partial|before)/.test(name))
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(path, name)))
          .digest("hex")
          .slice(0, 12),
      ]),
  );

/** A folder with the tables of an earlier run, all of which the next one replaces. */
function withOldTables(): { readonly path: string; readonly old: Record<string, string> } {
  const path = join(folder, "out");
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  for (const name of [...Object.keys(whole).filter((file) => file !== "journal.jsonl"), "articles.parquet"])
    writeFileSync(join(path, name), `old ${name}`);
  return { path, old: tables(path) };
}

async function failAt(point: number, code: string, then: "works" | "falters" | "fails"): Promise<boolean> {
  const { path, old } = withOldTables();
  const { disk, calls } = faultyDisk({ failAt: point, code, then });
  const error = await run(path, disk, false).then(
    () => null,
    (fault: unknown) => fault as NodeJS.ErrnoException,
  );
  if (calls() < point) return false;
  const place = `call ${point}, ${code}, then ${then}`;
  const after = tables(path);
  if (error === null) expect(after, place).toEqual(whole);
  else if (error.name !== "HalfCommittedError") {
    // All or nothing, and the message's code is the system's own.
    expect(error.code, `${place}: ${error.stack}`).toBe(code);
    expect(after, place).toEqual(old);
  } else expect(then, place).not.toBe("works");
  // The process of the run is gone, and its lock with it, which a dead disk did not let it remove.
  rmSync(join(path, ".dateline.lock"), { force: true });
  await run(path, DISK, true);
  expect(tables(path), `${place}, resumed`).toEqual(whole);
  expect(
    readdirSync(path).filter((name) => name.startsWith(".")),
    `${place}, resumed`,
  ).toEqual([]);
  expect(existsSync(join(path, "articles.parquet"))).toBe(false);
  return true;
}

describe("a run on a disk that fails", () => {
  it.each(["works", "falters", "fails"] as const)(
    "at any one of its calls, and then %s, changes all tables or none, and resumes to the same bytes",
    async (then) => {
      let [point, tried] = [1, 0];
      for (; ; point += EVERY_POINT ? 1 : 23) {
        const codes = [CODES[(EVERY_POINT ? point : Math.floor(point / 23)) % CODES.length] ?? "EIO"];
        let reached = false;
        for (const code of codes) reached = (await failAt(point, code, then)) || reached;
        if (!reached) break;
        tried += codes.length;
      }
      process.stderr.write(`fault points survived: ${tried} of ${tried} (a disk that then ${then})\n`);
      expect(point).toBeGreaterThan(150);
    },
    EVERY_POINT ? 1_800_000 : 240_000,
  );

  it("that cannot be tidied up at its end has its tables all the same", async () => {
    const path = join(folder, "tidy");
    cpSync(join(folder, "whole"), path, { recursive: true });
    const disk: Disk = {
      ...DISK,
      remove: async (name) =>
        /before|commit\.json$/.test(name) ? Promise.reject(Object.assign(new Error("EPERM"), { code: "EPERM" })) : DISK.remove(name),
    };
    await run(path, disk, false).catch(() => undefined);
    expect(tables(path)).toEqual(whole);
  });
});
