import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/**
 * `npm run soak -- [minutes]` (60): one process that extracts mixed input for as long, with two workers, and writes what its
 * memory and its open files do. Then it compares the tables of two runs over the same input. Linux only: it reads `/proc`.
 */
const minutes = Number(process.argv[2] ?? 60);
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "dateline-soak-"));
mkdirSync(join(folder, "in"));

const STORY =
  "At least 12 people were killed in Kyiv on Friday, police said. Anna Lind told the Coast Wire that two were missing near the river. ";
const page = (i: number): string =>
  `<!doctype html><html><body><article><h1>Report ${i}</h1>${`<p>${STORY}</p>`.repeat(6)}</article></body></html>`;
const line = (i: number): string =>
  JSON.stringify({ id: `a${i}`, text: `Report ${i}. ${STORY.repeat(1 + (i % 40))}`, publishedAt: "2024-05-03" });
writeFileSync(join(folder, "in/a.html"), page(1));
writeFileSync(join(folder, "in/b.txt"), STORY.repeat(300));
writeFileSync(join(folder, "in/c.jsonl"), [line(1), "no article", line(2), "{}", line(3)].join("\n"));
writeFileSync(join(folder, "in/d.jsonl.gz"), gzipSync(Array.from({ length: 50 }, (_, i) => line(i)).join("\n")));
writeFileSync(join(folder, "in/e.csv"), `title,text\n${Array.from({ length: 50 }, (_, i) => `T${i},"${STORY}"`).join("\n")}\n`);
writeFileSync(join(folder, "in/f.txt"), "-".repeat(100_000));

interface Reading {
  readonly second: number;
  readonly megabytes: number;
  readonly files: number;
  readonly articles: number;
}

/** Feeds JSON Lines to one process for as long as it is to last, and reads what it takes from time to time. */
async function soak(): Promise<readonly Reading[]> {
  const child = spawn(process.execPath, [main, "extract", "--stdin", "--jsonl", "--jobs", "2"], { stdio: ["pipe", "pipe", "ignore"] });
  const ended = new Promise((resolve) => void child.on("close", resolve));
  let articles = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) articles++;
  });
  const readings: Reading[] = [];
  const began = Date.now();
  const every = Math.max(1, (minutes * 60) / 60);
  for (let i = 0; Date.now() - began < minutes * 60_000; i++) {
    if (!child.stdin.write(`${i % 17 === 0 ? "no article" : line(i)}\n`))
      await new Promise((resolve) => child.stdin.once("drain", resolve));
    const second = (Date.now() - began) / 1000;
    if (second < (readings.at(-1)?.second ?? 0) + every) continue;
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    const reading = {
      second: Math.round(second),
      megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000),
      files: readdirSync(`/proc/${child.pid}/fd`).length,
      articles,
    };
    readings.push(reading);
    process.stdout.write(`${reading.second} s: ${reading.megabytes} MB, ${reading.files} open files, ${reading.articles} articles\n`);
  }
  child.stdin.end();
  await ended;
  return readings;
}

/** What a run over the folder writes, without times. */
async function tablesOf(name: string): Promise<string> {
  const child = spawn(process.execPath, [main, "extract", "in", "-o", name, "--jobs", "2", "--quiet"], { cwd: folder, stdio: "ignore" });
  await new Promise((resolve) => void child.on("close", resolve));
  const hash = createHash("sha256");
  for (const file of readdirSync(join(folder, name))
    .filter((each) => each !== "run.json")
    .sort())
    hash.update(file).update(readFileSync(join(folder, name, file)));
  return hash.digest("hex");
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);

const first = await tablesOf("before");
const readings = await soak();
const second = await tablesOf("after");
// The first fifth warms up.
const warm = readings.slice(Math.ceil(readings.length / 5));
const [early, late] = [warm.slice(0, Math.ceil(warm.length / 2)), warm.slice(Math.ceil(warm.length / 2))];
const growth = mean(late.map(({ megabytes }) => megabytes)) / mean(early.map(({ megabytes }) => megabytes));
const files = new Set(warm.map((reading) => reading.files));
process.stdout.write(
  `memory: second half ${(100 * (growth - 1)).toFixed(1)}% above the first; open files: ${Math.min(...files)} to ${Math.max(...files)}; tables before and after: ${first === second ? "equal" : "DIFFERENT"}\n`,
);
rmSync(folder, { recursive: true, force: true });
if (growth > 1.1 || Math.max(...files) - Math.min(...files) > 4 || first !== second) process.exitCode = 1;
