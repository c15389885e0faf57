/**
 * Whether the tests bite: changes the recognizers, the linker and the scorer in small ways, one at a time, and runs the tests that
 * stand for the room. A change that no test notices survives.
 *
 * npm run test:mutants -- [--shard 1/8] [--sample 150] [--seed 1] [--room src/score] [--quick]
 *
 * `--shard i/n` takes every n-th mutant, `--sample k` k of them drawn with the seed. Survivors of the room's own tests meet those
 * of the library as well, but for `--quick`. Fails where less than three quarters of the mutants die. Survivors that
 * `accepted.tsv` explains are told apart and do not count.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { findMutants, mutate, type Mutant } from "./find-mutants.js";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** The tests that stand for each room, the quickest first. The first room that a file lies in is its own. */
const ROOMS: readonly (readonly [room: string, tests: readonly string[]])[] = [
  ["src/recognize/casualties", ["tests/casualty-rows.test.ts", "tests/casualties.test.ts", "tests/scope.test.ts"]],
  ["src/recognize/dates", ["tests/dates.test.ts", "tests/undated-articles.test.ts"]],
  ["src/recognize/tense", ["tests/dates.test.ts", "tests/casualties.test.ts"]],
  ["src/recognize/names", ["tests/names.test.ts", "tests/name-sentences.test.ts"]],
  ["src/recognize", ["tests/recognize-all.test.ts", "tests/user-names.test.ts"]],
  ["src/link/entities", ["tests/link.test.ts", "tests/user-names.test.ts", "tests/collate-entities.test.ts"]],
  ["src/link/places", ["tests/places.test.ts"]],
  ["src/link/incidents", ["tests/incidents.test.ts", "tests/toll.test.ts", "tests/corpus-incidents.test.ts"]],
  ["src/link", ["tests/link.test.ts", "tests/batch.test.ts"]],
  ["src/score", ["tests/score/*.test.ts"]],
];
const EVERYWHERE = ["tests/library.test.ts", "tests/properties.test.ts"];
/** Tests that run the built program: they never see a mutant. */
const BUILT = ["tests/score/score-command.test.ts"];
const COPIED = ["src", "tests", "bench", "package.json", "tsconfig.json", "vitest.config.ts"];
const LINKED = [
  "node_modules",
  "models",
  "gazetteer",
  "lexicons",
  "corpus",
  "gold",
  "schemas",
  "output",
  "training",
  "dist",
  "docs",
  "README.md",
];
/** Numbers that were learnt from data: the benches say what they are worth. */
const LEARNT = ["src/link/incidents/*-weights.ts"];
/** Tests of one mutant that run longer have got into a loop. */
const LIMIT = 240_000;

const { values } = parseArgs({
  options: {
    shard: { type: "string", default: "1/1" },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    room: { type: "string", default: "src" },
    quick: { type: "boolean", default: false },
  },
});
const [shard = 1, shards = 1] = values.shard.split("/").map(Number);
const seed = Number(values.seed);
if (!(Number.isInteger(shard) && Number.isInteger(shards) && shard >= 1 && shard <= shards && Number.isInteger(seed))) {
  console.error("Write --shard as 1/8 and --seed as a whole number.");
  process.exit(2);
}

interface Placed extends Mutant {
  readonly file: string;
  readonly was: string;
}

/** Numbers from 0 to 1 that a seed gives (mulberry32). */
function createRandom(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function chooseMutants(): readonly Placed[] {
  const files = globSync(["src/recognize/**/*.ts", "src/link/**/*.ts", "src/score/**/*.ts"], { cwd: PROJECT, ignore: LEARNT }).sort();
  const all = files
    .filter((file) => file.startsWith(values.room))
    .flatMap((file) => {
      const text = readFileSync(join(PROJECT, file), "utf8");
      return findMutants(text).map((mutant): Placed => ({ ...mutant, file, was: text.slice(mutant.start, mutant.end) }));
    });
  const random = createRandom(seed);
  const shuffled = all.map((mutant) => ({ mutant, key: random() })).sort((a, b) => a.key - b.key);
  const mine = shuffled.filter((_, index) => index % shards === shard - 1).map(({ mutant }) => mutant);
  console.log(`${all.length} mutants; seed ${seed}, shard ${shard} of ${shards}${values.sample ? `, ${values.sample} of them` : ""}.`);
  return values.sample ? mine.slice(0, Number(values.sample)) : mine;
}

/** `file`, what stood there and what the mutant puts, with the reason why no test can or need notice. */
function readAccepted(): ReadonlyMap<string, string> {
  const path = join(PROJECT, "tests/mutants/accepted.tsv");
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(rows.map((row) => [row.split("\t").slice(0, 3).join("\t"), row.split("\t")[3] ?? ""]));
}

/** The line of a mutant and what is put: it stays when lines before it come and go. */
function signatureOf({ file, line, start, end, put }: Placed): string {
  const text = readFileSync(join(PROJECT, file), "utf8");
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const own = text.split("\n")[line - 1] ?? "";
  const marked = `${own.slice(0, start - from)}«${text.slice(start, end)}»${own.slice(Math.min(own.length, end - from))}`;
  return [file, marked.trim().replace(/\s+/g, " "), put.replace(/\s+/g, " ")].join("\t");
}

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "dateline-mutants-"));
  for (const name of COPIED) cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  for (const name of LINKED) if (existsSync(join(PROJECT, name))) symlinkSync(join(PROJECT, name), join(folder, name), "junction");
  return folder;
}

/** The tests that stand for a file. */
const testsOf = (file: string): readonly string[] => ROOMS.find(([room]) => file.startsWith(`${room}/`))?.[1] ?? [];

/** True where some test fails, or does not come to an end. */
function isNoticed(folder: string, patterns: readonly string[]): boolean {
  const files = globSync([...patterns], { cwd: folder, ignore: BUILT });
  const order = patterns.length > 1 ? patterns.filter((file) => files.includes(file)) : files;
  const vitest = join(PROJECT, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--bail", "1", "--reporter", "dot", "--maxWorkers", "1", "--no-file-parallelism", ...order];
  return spawnSync(process.execPath, args, { cwd: folder, timeout: LIMIT, stdio: "ignore" }).status !== 0;
}

const folder = copyProject();
const accepted = readAccepted();
const survivors: Placed[] = [];
const explained: Placed[] = [];
let killed = 0;
try {
  const chosen = chooseMutants();
  const untouched = [...new Set(chosen.flatMap(({ file }) => testsOf(file)))];
  if (isNoticed(folder, [...untouched, ...(values.quick ? [] : EVERYWHERE)])) {
    console.error("The tests fail without any mutant; nothing can be said.");
    process.exit(2);
  }
  for (const mutant of chosen) {
    const path = join(folder, mutant.file);
    const text = readFileSync(path, "utf8");
    const tests = testsOf(mutant.file);
    writeFileSync(path, mutate(text, mutant));
    const dead = isNoticed(folder, tests) || (!values.quick && isNoticed(folder, EVERYWHERE));
    writeFileSync(path, text);
    if (dead) killed++;
    else (accepted.has(signatureOf(mutant)) ? explained : survivors).push(mutant);
    console.log(`${dead ? "killed  " : "SURVIVED"} ${mutant.file}:${mutant.line} ${mutant.rule}${dead ? "" : `\t${signatureOf(mutant)}`}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const counted = killed + survivors.length;
const score = counted === 0 ? 100 : (100 * killed) / counted;
console.log(`\nMutation score ${score.toFixed(1)}: ${killed} of ${counted} killed, ${explained.length} more survive with a reason.`);
process.exitCode = score < 75 ? 1 : 0;
