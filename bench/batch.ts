/**
 * The batch as a user runs it: articles a second, megabytes a second, peak memory and start-up of `dateline extract`
 * for growing numbers of articles and one and two jobs. The articles are those of a folder, repeated under new ids in
 * one file of JSON Lines. Peak memory is that of the process with all its threads, as the kernel counts it (VmHWM).
 *
 *   npm run bench:batch [-- NUMBERS [JOBS [FOLDER]]]   default: 1000,3000 with 1,2 jobs and ../shared/articles, else corpus
 *   npm run bench:batch -- 100000                       the long one: three quarters of an hour, and 6 GB of disk
 */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const main = join(here, "../dist/cli/main.js");
const numbers = (process.argv[2] ?? "1000,3000").split(",").map(Number);
const jobNumbers = (process.argv[3] ?? "1,2").split(",").map(Number);
const folder = process.argv[4] ?? [join(here, "../../shared/articles"), join(here, "../corpus")].find(existsSync) ?? "corpus";

interface Measured {
  readonly seconds: number;
  /** Processor seconds of all threads. */
  readonly cpu: number;
  /** Mebibytes. */
  readonly peak: number;
}

/** Runs the program to its end; reads its peak memory and processor time from /proc while it lives. */
function measure(args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [main, "extract", ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let peak = 0;
    let cpu = 0;
    const look = (): void => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
        const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        cpu = (Number(fields[11]) + Number(fields[12])) / 100;
      } catch {
        // It has ended, or this is no Linux.
      }
    };
    const timer = setInterval(look, 50);
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2000)));
    child.on("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, cpu, peak });
      else reject(new Error(`exit ${code}: ${complaint}`));
    });
  });
}

async function writeArticles(path: string, count: number): Promise<void> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(?:txt|md)$/.test(entry.name),
  );
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  const out = createWriteStream(path);
  for (let i = 0; i < count; i++) {
    if (!out.write(JSON.stringify({ id: `article-${i + 1}`, text: texts[i % texts.length], publishedAt: "2024-05-03" }) + "\n"))
      await new Promise<void>((resume) => void out.once("drain", resume));
  }
  await new Promise<void>((resolve) => void out.end(() => resolve()));
}

const room = mkdtempSync(join(tmpdir(), "dateline-bench-"));
try {
  const one = join(room, "one.txt");
  writeFileSync(one, "Two people were killed in Paris on Friday.");
  const starts = [];
  for (let i = 0; i < 3; i++) starts.push(await measure([one, "-o", join(room, "one"), "--fresh", "--quiet", "--format", "none"]));
  const best = starts.reduce((a, b) => (a.seconds < b.seconds ? a : b));
  console.log(
    `Cores: ${availableParallelism()}; load before: ${loadavg()[0]?.toFixed(1)} (other work slows both columns of seconds; processor time tells more then)`,
  );
  console.log(
    `Start-up, from the command to the tables of one short article: ${best.seconds.toFixed(2)} s (${best.cpu.toFixed(2)} s of processor), ${Math.round(best.peak)} MiB\n`,
  );
  console.log("| articles | MB | jobs | seconds | processor s | articles/s | MB/s | peak MiB | speed-up |");
  console.log("|---|---|---|---|---|---|---|---|---|");
  for (const count of numbers) {
    const file = join(room, `${count}.jsonl`);
    await writeArticles(file, count);
    const megabytes = statSync(file).size / 1e6;
    let single = 0;
    for (const jobs of jobNumbers) {
      const out = join(room, `out-${jobs}`);
      const { seconds, cpu, peak } = await measure([file, "-o", out, "--jobs", String(jobs), "--fresh", "--quiet"]);
      rmSync(out, { recursive: true });
      if (jobs === 1) single = seconds;
      console.log(
        `| ${count.toLocaleString("en-US")} | ${megabytes.toFixed(1)} | ${jobs} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${(count / seconds).toFixed(1)} | ${(megabytes / seconds).toFixed(2)} | ${Math.round(peak)} | ${single === 0 ? "–" : `${(single / seconds).toFixed(2)}×`} |`,
      );
    }
    rmSync(file);
  }
} finally {
  rmSync(room, { recursive: true, force: true });
}
