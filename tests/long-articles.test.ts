import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../src/model/article.js";
import type { Pipeline } from "../src/pipeline.js";
import { formatTimeline } from "../src/formats/timeline.js";
import { timelineInPieces } from "../src/shell/batch/long-article.js";
import type { UnitItem } from "../src/shell/batch/unit-result.js";
import { answerRequests } from "../src/shell/engine/answer-requests.js";
import type { EngineRequest } from "../src/shell/engine/engine-request.js";
import { extractToStdout } from "../src/shell/batch/extract-to-stdout.js";
import { lookUpArticles } from "../src/shell/batch/look-up-articles.js";
import { processUnit } from "../src/shell/batch/process-unit.js";
import { runToFolder } from "../src/shell/batch/run-to-folder.js";
import type { UnitRunner } from "../src/shell/batch/unit-runner.js";
import { readUnits } from "../src/shell/input/read-units.js";
import { DISK, type Disk } from "../src/shell/output/disk.js";
import { openOutputFolder } from "../src/shell/output/output-folder.js";
import { freshFolder } from "./command-line.js";
import { faultyDisk } from "./faults/faulty-disk.js";
import { pipeline } from "./pipeline.js";

const CITIES = ["Kyiv", "Lagos", "Manila", "Bogota", "Lima"];
/** Three sections, with more figures than incidents are told apart within at once. */
const TEXT = Array.from({ length: 180 }, (_, i) => {
  const figure = `At least ${(i % 50) + 2} people were killed in ${CITIES[Math.floor(i / 36)] ?? ""}${i % 36 === 0 ? " on Friday" : ""}, Anna Lind “of” the Coast Wire said.`;
  return `${figure} The road was closed, and the market stayed shut until the next morning, when the rain was over and buses ran again. It rained.${i % 9 === 0 ? "\n\n" : " "}`;
}).join("");
const FORMATS = ["xlsx", "report", "parquet", "ftm", "geojson"];

/** Units as a worker does them, in this thread; parts go to the spool at once. */
const runnerOf = (how: Pipeline, inParts: boolean): UnitRunner => ({
  run: async (unit, _, openSpool) => {
    const spool = inParts && openSpool ? openSpool() : null;
    const send = spool && (async (json: string) => spool.append(json));
    const result = await processUnit(how, unit, { defaultDate: null, anyLanguage: false }, send);
    return { json: JSON.stringify(result), drawn: null, buffer: null, lasting: true, parts: spool };
  },
  reuse: () => undefined,
  close: async () => undefined,
});

let input = "";
async function run(
  name: string,
  runner: UnitRunner,
  { disk = DISK, resume = false }: { disk?: Disk; resume?: boolean } = {},
): Promise<string> {
  const path = join(input, "..", name);
  await runToFolder({
    output: await openOutputFolder(path, disk),
    runner,
    items: readUnits([join(input, "long.md"), join(input, "short.txt"), join(input, "copy", "long.md")], {
      fields: null,
      count: () => undefined,
    }),
    formats: FORMATS,
    fingerprint: "f",
    paths: [],
    options: {},
    resume,
    fresh: false,
    stopped: () => false,
    onArticle: () => undefined,
    onNote: () => undefined,
    say: () => undefined,
  });
  return path;
}
/** Lines of FollowTheMoney are entities in any order. */
const inOrder = (name: string, content: string): string =>
  name === "followthemoney.jsonl" ? content.split("\n").sort().join("\n") : content;
const tables = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .filter((name) => !/^(?:\.|run\.json|journal|dateline\.xlsx)/.test(name))
      .map((name) => [name, inOrder(name, readFileSync(join(path, name)).toString("latin1"))]),
  );

beforeAll(() => {
  input = join(freshFolder(), "in");
  mkdirSync(join(input, "copy"), { recursive: true });
  const long = `---\ntitle: Nine killed in Lagos\npublished: 2024-05-03\n---\n${TEXT}`;
  writeFileSync(join(input, "long.md"), long);
  writeFileSync(join(input, "copy", "long.md"), long);
  writeFileSync(join(input, "short.txt"), "Two people were killed in Lima.");
});

describe("a long article", () => {
  it("comes in parts, and makes the files that it makes as a whole; so does a copy of it, and one from the journal", async () => {
    const article: Article = { id: "a", text: TEXT, title: null, publishedAt: null, source: null, place: null, language: null };
    expect(pipeline.inParts(article)).toMatchObject({ count: 2 });
    const whole = tables(await run("whole", runnerOf(pipeline, false)));
    const path = await run("parts", runnerOf(pipeline, true));
    expect(tables(path)).toEqual(whole);
    expect(whole["articles.csv"]).toContain("long-2");
    expect(whole["casualties.csv"]?.split("\n").length).toBeGreaterThan(360);
    const idle: UnitRunner = { ...runnerOf(pipeline, true), run: async () => Promise.reject(new Error("All is in the journal.")) };
    expect(tables(await run("parts", idle))).toEqual(whole);
  });

  it("is the same line of standard output", async () => {
    const lines = async (inParts: boolean): Promise<string> => {
      let written = "";
      const stdout = new Writable({ write: (chunk: Buffer, _, done) => ((written += chunk.toString()), done()) });
      const items = readUnits([join(input, "long.md"), join(input, "short.txt")], { fields: null, count: () => undefined });
      await extractToStdout({ items, runner: runnerOf(pipeline, inParts), stdout, stderr: stdout });
      return written;
    };
    expect(await lines(true)).toBe(await lines(false));
  });

  it("is the same timeline", async () => {
    const format = {
      whole: (item: UnitItem) => (item.outcome === "extracted" ? formatTimeline({ ...item, mentions: item.layer.mentions }) : null),
      inPieces: async function* (long: Parameters<typeof timelineInPieces>[0]) {
        yield await timelineInPieces(long);
      },
    };
    const lines = async (inParts: boolean): Promise<string> => {
      let written = "";
      const stdout = new Writable({ write: (chunk: Buffer, _, done) => ((written += chunk.toString()), done()) });
      const items = readUnits([join(input, "long.md"), join(input, "short.txt")], { fields: null, count: () => undefined });
      await extractToStdout({ items, runner: runnerOf(pipeline, inParts), stdout, stderr: stdout, format });
      return written;
    };
    const whole = await lines(false);
    expect(await lines(true)).toBe(whole);
    expect(whole).toContain("Nine killed in Lagos (published 2024-05-03)\n");
    expect(whole.match(/killed in \w+ on \[Friday\]/g)).toHaveLength(5);
  });

  it("is the same answer of the engine, under the id that it is given, too", async () => {
    const path = join(input, "long.md");
    const asked: readonly EngineRequest[] = [
      { of: 3, file: "long.md", path },
      { of: 4, file: "long.md", path, ids: { "0:0": "long-2" } },
      { of: 5, file: "short.txt", path: join(input, "short.txt") },
    ];
    const answers = async (inParts: boolean): Promise<string[]> => {
      let written = "";
      for await (const piece of answerRequests(
        (async function* () {
          yield* asked;
        })(),
        { runner: runnerOf(pipeline, inParts), fields: null, dateOrder: null },
      ))
        written += piece;
      return written.split("\n");
    };
    const whole = await answers(false);
    for (const [index, answer] of (await answers(true)).entries()) expect(answer === whole[index]).toBe(true);
    expect(whole.map((line) => (line === "" ? "" : (JSON.parse(line) as { kind: string; id?: string }).id))).toEqual([
      "long",
      undefined,
      "long-2",
      undefined,
      "short",
      undefined,
      "",
    ]);
  });

  it("is not read again for each of its incidents", () => {
    const read: number[] = [];
    const articleAt = lookUpArticles({
      at: (index) => {
        read.push(index);
        return JSON.stringify({ id: `a${index}` });
      },
    });
    expect([0, 0, 1, 0, 0, 1].map((index) => articleAt(index).id)).toEqual(["a0", "a0", "a1", "a0", "a0", "a1"]);
    expect(read).toEqual([0, 1]);
    for (let index = 0; index < 10; index++) articleAt(index);
    expect(articleAt(0).id).toBe("a0");
    expect(read.at(-1)).toBe(0);
  });

  it("that fails half-way is rejected and leaves no rows", async () => {
    const failing: Pipeline = Object.assign((article: Article) => pipeline(article), {
      inParts: (article: Article) => {
        const found = pipeline.inParts(article);
        if (!("parts" in found)) return found;
        const parts = function* () {
          for (const part of found.parts) {
            if (part.span.start > 0) throw new Error("half-way");
            yield part;
          }
        };
        return { ...found, parts: parts() };
      },
    });
    const found = tables(await run("half", runnerOf(failing, true)));
    expect(found["rejects.jsonl"]?.trim().split("\n")).toHaveLength(2);
    expect(found["casualties.csv"]?.trim().split("\r\n")).toHaveLength(2);
    expect(found["annotations.jsonl"]?.trim().split("\n")).toHaveLength(1);
  });

  it("whose parts the disk does not take ends the run with the disk's error, and changes no table", async () => {
    const disk: Disk = {
      ...DISK,
      openScratch: (path) =>
        (path.includes(".parts-") ? faultyDisk({ failAt: 1, code: "ENOSPC", then: "fails" }).disk : DISK).openScratch(path),
    };
    await expect(run("full", runnerOf(pipeline, true), { disk })).rejects.toMatchObject({ code: "ENOSPC" });
    expect(readdirSync(join(input, "..", "full")).filter((name) => /csv|annotations/.test(name))).toEqual([]);
  });
}, 240_000);
