/**
 * Speed, start-up and peak memory of dateline beside compromise and wink-nlp, on the same text in one run. Each contestant
 * is a process of its own, and they take turns for some rounds, so that what else the machine does falls on all of them;
 * rates and ratios are medians of processor time, which does not count what others do. Tokens are wink-nlp's for all three.
 *
 *   npm run bench [-- FOLDER [ROUNDS]]     default: ../shared/articles where it is there, else corpus; 3 rounds
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const [given, rounds = "3"] = process.argv.slice(2);
const folder = given ?? [join(here, "../../shared/articles"), join(here, "../corpus")].find(existsSync) ?? "corpus";

interface Result {
  /** Milliseconds from the start of the process to the first article done, by the clock. */
  readonly startup: number;
  /** Seconds of processor time until then. */
  readonly starting: number;
  readonly tokens: number;
  /** Seconds for all articles, start included, by the clock and of processor time. */
  readonly seconds: number;
  readonly processor: number;
  /** Mebibytes of resident memory at the peak. */
  readonly peak: number;
}

const WHAT: Readonly<Record<string, string>> = {
  "wink-nlp": "tokens, sentences, parts of speech",
  compromise: "tokens, tags, names",
  dateline: "tokens, names, dates, casualty figures, places, entities, incidents",
};
const results = new Map<string, Result[]>(Object.keys(WHAT).map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, found] of results) {
    const run = spawnSync(process.execPath, ["--import", "tsx", join(here, "speed-contestant.ts"), name, folder], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
    found.push(JSON.parse(run.stdout) as Result);
  }
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const of = (name: string, value: (result: Result) => number): number => median((results.get(name) ?? []).map(value));
/** The ratio of each round, whose contestants ran one after the other; then their median. */
const ratio = (other: string, value: (result: Result) => number): string =>
  median((results.get("dateline") ?? []).map((result, round) => value(result) / value(results.get(other)?.[round] ?? result))).toPrecision(
    2,
  );

const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
console.log(`${files.length} articles, ${(bytes / 1e6).toFixed(1)} MB, one thread, ${rounds} rounds, medians\n`);
console.log("| | what it does | tokens a second of processor time, start included | by the clock | start-up, ms | peak memory, MiB |");
console.log("|---|---|---|---|---|---|");
const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
for (const [name, what] of Object.entries(WHAT)) {
  const cells = [
    whole(of(name, (r) => r.tokens / r.processor)),
    whole(of(name, (r) => r.tokens / r.seconds)),
    whole(of(name, (r) => r.startup)),
    whole(of(name, (r) => r.peak)),
  ];
  console.log(`| ${name} | ${what} | ${cells.join(" | ")} |`);
}
for (const [wording, value] of [
  ["start included", (r: Result) => r.tokens / r.processor],
  ["after the start", (r: Result) => r.tokens / (r.processor - r.starting)],
] as const)
  console.log(
    `\nBy processor time, ${wording}, dateline runs at ${ratio("compromise", value)}× the speed of compromise and ${ratio("wink-nlp", value)}× that of wink-nlp.`,
  );
const shares = spawnSync(process.execPath, ["--import", "tsx", join(here, "stage-shares.ts"), folder], { encoding: "utf8" });
if (shares.status !== 0) throw new Error(shares.stderr);
console.log(`\n${shares.stdout.trim()}`);
