/**
 * What load and length do, in four tables:
 *
 *   npm run bench:load -- shapes [SMALL [NAME …]]   processor time of each shape at SMALL (100,000) and ten times as many characters
 *   npm run bench:load -- reading [SMALL [NAME …]]  the same of the reading alone, which takes a hundredth of the time
 *   npm run bench:load -- news [MB …]       processor time and peak memory of a whole run over one article of news (1, 10, 20 MB)
 *   npm run bench:load -- busy [PROCESSES]  whether a run beside so many busy processes (4) gives the same bytes
 *
 * Peak memory is the resident set of the whole process as the system counts it (VmHWM of Linux, what `time -v` prints).
 */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ARTICLE_FORMATS } from "../src/formats/articles/article-format.js";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { processUnit } from "../src/shell/batch/process-unit.js";
import type { InputUnit } from "../src/shell/input/input-unit.js";
import { readUnits } from "../src/shell/input/read-units.js";
import { loadResources } from "../src/shell/load-resources.js";
import { newsParagraph, SHAPES, type Shape } from "./load/shapes.js";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);
// Libraries that read pages tell the console what they cannot read.
for (const method of ["log", "info", "warn", "error", "debug"] as const) console[method] = () => undefined;

/** Most that ten times the length may take, in times, and that a run may take of memory. */
const LIMIT = { news: 11, shapes: 12, megabytes: 500 } as const;

interface Grown {
  readonly name: string;
  /** Seconds of processor time at the small and at ten times the size. */
  readonly first: number;
  readonly second: number;
}

/** What takes no time at all grows by what the clock of the system counts in. */
const growth = ({ first, second }: Grown): number => second / Math.max(first, 0.02);

/** What is done with each unit of a shape. */
type Work = (unit: InputUnit) => Promise<unknown>;

/** All that a run does with it but to write. */
async function wholeWork(): Promise<Work> {
  const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS), DEFAULT_OPTIONS);
  return (unit) => processUnit(pipeline, unit, { defaultDate: "2024-05-03", anyLanguage: true }, async () => undefined);
}

/** The reading of its text alone: what recognizers do is bounded by sections, what readers of formats do is not. */
const reading: Work = async (unit) => ARTICLE_FORMATS.get(unit.ending)?.({ ...unit, path: unit.file });

async function benchShapes(work: Work, small: number, names: readonly string[], folder: string): Promise<void> {
  const secondsOf = async ({ ending, make }: Shape, characters: number): Promise<number> => {
    const file = join(folder, `shape${ending}`);
    writeFileSync(file, make(characters));
    const before = process.cpuUsage();
    for await (const item of readUnits([file], { fields: null, count: () => undefined })) if ("unit" in item) await work(item.unit);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  for (const shape of SHAPES.slice(0, 3)) await secondsOf(shape, 20_000);
  const line = (grown: Grown): string =>
    `${grown.name.padEnd(36)} ${grown.first.toFixed(3).padStart(9)} ${grown.second.toFixed(3).padStart(9)} ${growth(grown).toFixed(1).padStart(6)}`;
  const shapes = names.length === 0 ? SHAPES : SHAPES.filter(({ name }) => names.includes(name));
  const table: Grown[] = [];
  for (const shape of shapes) {
    const first = Math.min(await secondsOf(shape, small), await secondsOf(shape, small));
    let grown = { name: shape.name, first, second: await secondsOf(shape, 10 * small) };
    // A machine that is busy with other things takes more time for the same work now and then.
    if (growth(grown) > LIMIT.shapes) {
      const second = Math.min(grown.second, await secondsOf(shape, 10 * small));
      grown = { ...grown, first: Math.min(first, await secondsOf(shape, small)), second };
    }
    table.push(grown);
    process.stderr.write(`${line(grown)}\n`);
  }
  const over = table.filter((grown) => growth(grown) > LIMIT.shapes).length;
  if (over > 0) process.exitCode = 1;
  say(`${"shape, worst first".padEnd(36)} ${small / 1000} KB, s  ${small / 100} KB, s  times`);
  for (const grown of table.sort((one, other) => growth(other) - growth(one))) say(line(grown));
  say(`${shapes.length - over} of ${shapes.length} shapes take at most ${LIMIT.shapes} times as long for ten times the length.`);
}

interface Ran {
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Highest resident set, in MB. */
  readonly megabytes: number;
}

/** Runs the program and reads what it takes from the system until it ends. */
async function measure(args: readonly string[], folder: string): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<number | null>((resolve) => void child.on("close", resolve));
  let last: Ran = { seconds: 0, megabytes: 0 };
  const timer = setInterval(() => (last = readProcess(child) ?? last), 100);
  const code = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`dateline ${args.join(" ")} ended with ${code}.`);
  return last;
}

function readProcess({ pid }: ChildProcess): Ran | null {
  try {
    // A process that has ended, and whose end was not taken yet, has no memory: what was seen before counts.
    const high = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    if (high === undefined) return null;
    return { megabytes: Math.round(Number(high) / 1024), seconds: (Number(fields[11]) + Number(fields[12])) / 100 };
  } catch {
    return null;
  }
}

/** An article of news of so many million characters. */
function newsOf(megabytes: number): string {
  const paragraphs: string[] = [];
  for (let [i, length] = [0, 0]; length < megabytes * 1e6 - 2000; i++) {
    const next = newsParagraph(i);
    paragraphs.push(next);
    length += Buffer.byteLength(next);
  }
  return paragraphs.join("");
}

async function benchNews(sizes: readonly number[], folder: string): Promise<void> {
  say("MB of news   processor s   peak MB   articles");
  const seconds = new Map<number, number>();
  for (const size of sizes) {
    writeFileSync(join(folder, "news.txt"), newsOf(size));
    const ran = await measure(["extract", "news.txt", "-o", `out${size}`, "--jobs", "1", "--quiet", "--date", "2024-05-03"], folder);
    seconds.set(size, ran.seconds);
    if (ran.megabytes > LIMIT.megabytes) process.exitCode = 1;
    const articles =
      readFileSync(join(folder, `out${size}/articles.csv`), "utf8")
        .trim()
        .split("\n").length - 1;
    say(
      `${String(size).padStart(10)} ${ran.seconds.toFixed(1).padStart(13)} ${String(ran.megabytes).padStart(9)} ${String(articles).padStart(10)}`,
    );
  }
  const [one, ten] = [seconds.get(1), seconds.get(10)];
  if (one && ten && ten / one > LIMIT.news) process.exitCode = 1;
  if (one && ten) say(`10 MB take ${(ten / one).toFixed(1)} times as long as 1 MB (at most ${LIMIT.news}).`);
}

const hashesOf = (path: string): string =>
  readdirSync(path)
    .filter((name) => name !== "run.json")
    .map(
      (name) =>
        `${name} ${createHash("sha256")
          .update(readFileSync(join(path, name)))
          .digest("hex")}`,
    )
    .join("\n");

async function benchBusy(processes: number, folder: string): Promise<void> {
  mkdirSync(join(folder, "in"));
  for (let i = 0; i < 40; i++)
    writeFileSync(join(folder, `in/${i}.txt`), Array.from({ length: 1 + (i % 12) * 3 }, (_, n) => newsParagraph(i * 50 + n)).join(""));
  writeFileSync(join(folder, "in/long.txt"), newsOf(0.3));
  const run = ["extract", "in", "--jobs", "2", "--quiet", "--date", "2024-05-03", "--time-limit", "20"];
  const quiet = await measure([...run, "-o", "quiet"], folder);
  const busy = Array.from({ length: processes }, () => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
  try {
    const loaded = await measure([...run, "-o", "loaded"], folder);
    const same = hashesOf(join(folder, "quiet")) === hashesOf(join(folder, "loaded"));
    say(
      `Beside ${processes} busy processes: ${same ? "the same bytes" : "OTHER BYTES"} (${quiet.seconds} s and ${loaded.seconds} s of processor time).`,
    );
    if (!same) process.exitCode = 1;
  } finally {
    for (const child of busy) child.kill("SIGKILL");
  }
}

const [what = "all", ...numbers] = process.argv.slice(2);
const given = numbers.map(Number);
const folder = mkdtempSync(join(tmpdir(), "dateline-load-"));
try {
  if (what === "reading") await benchShapes(reading, given[0] ?? 100_000, numbers.slice(1), folder);
  if (what === "shapes" || what === "all")
    await benchShapes(await wholeWork(), given[0] ?? 100_000, what === "shapes" ? numbers.slice(1) : [], folder);
  if (what === "news" || what === "all") await benchNews(what === "news" && given.length > 0 ? given : [1, 10, 20], folder);
  if (what === "busy" || what === "all") await benchBusy(what === "busy" ? (given[0] ?? 4) : 4, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
