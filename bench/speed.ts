/**
 * Speed, start-up and peak memory of dateline beside compromise and wink-nlp, on the same text in one run. Each
 * contestant is a process of its own; tokens are wink-nlp's for all three, so that rates compare.
 *
 *   npm run bench [-- FOLDER]     default: ../shared/articles where it is there, else corpus
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const given = process.argv[2];
const folder = given ?? [join(here, "../../shared/articles"), join(here, "../corpus")].find(existsSync) ?? "corpus";

interface Result {
  readonly name: string;
  /** Milliseconds from the start of the process to the first article done. */
  readonly startup: number;
  readonly tokens: number;
  /** Seconds for all articles, start included. */
  readonly seconds: number;
  /** Mebibytes of resident memory at the peak. */
  readonly peak: number;
}

const contestants = ["wink-nlp", "compromise", "dateline"];
const results = contestants.map((name): Result => {
  const run = spawnSync(process.execPath, ["--import", "tsx", join(here, "speed-contestant.ts"), name, folder], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return { name, ...(JSON.parse(run.stdout) as Omit<Result, "name">) };
});

const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const bytes = files.reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
console.log(`${files.length} articles, ${(bytes / 1e6).toFixed(1)} MB, one thread\n`);
console.log("| | what it does | tokens/s, start included | start-up, ms | peak memory, MiB |");
console.log("|---|---|---|---|---|");
const WHAT: Readonly<Record<string, string>> = {
  "wink-nlp": "tokens, sentences, parts of speech",
  compromise: "tokens, tags, names",
  dateline: "tokens, names, dates, casualty figures, entities",
};
for (const { name, startup, tokens, seconds, peak } of results) {
  console.log(
    `| ${name} | ${WHAT[name]} | ${Math.round(tokens / seconds).toLocaleString("en-US")} | ${Math.round(startup)} | ${Math.round(peak)} |`,
  );
}
const [wink, compromise, dateline] = results;
if (wink && compromise && dateline) {
  const rate = (r: Result): number => r.tokens / r.seconds;
  console.log(
    `\ndateline runs at ${(rate(dateline) / rate(compromise)).toFixed(2)}× the speed of compromise and ${(rate(dateline) / rate(wink)).toFixed(3)}× that of wink-nlp.`,
  );
}
const shares = spawnSync(process.execPath, ["--import", "tsx", join(here, "stage-shares.ts"), folder], { encoding: "utf8" });
if (shares.status !== 0) throw new Error(shares.stderr);
console.log(`\n${shares.stdout.trim()}`);
