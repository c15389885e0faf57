import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { ARTICLE_FORMATS } from "../../src/formats/articles/article-format.js";
import { INTERCHANGE_FORMATS } from "../../src/formats/interchange/interchange-formats.js";
import { readAnnotationRecord } from "../../src/formats/parse-annotation-record.js";
import { disarm, undisarm } from "../../src/formats/tables/csv.js";
import { createPipeline, DEFAULT_OPTIONS } from "../../src/pipeline.js";
import { scoreLayers } from "../../src/score/score-layers.js";
import { loadResources } from "../../src/shell/load-resources.js";

/**
 * `npm run fuzz -- [seconds] [seed]` (60): throws seeds that are cut, mixed and spoiled at every reader of articles, the
 * recognizers, the readers and writers of annotations and the score. No reader may throw, no finding may miss its text, no work
 * may pass its bound. What it finds is appended to `found.jsonl` with the input in base64, and is a seed of every later run.
 */
const HERE = fileURLToPath(new URL("./", import.meta.url));
const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const LOG = join(HERE, "found.jsonl");
/** Seconds of processor time that 100 KB may take in one target: a hundred times what they do. */
const BOUND = 20;

const known = existsSync(LOG)
  ? readFileSync(LOG, "utf8")
      .trim()
      .split("\n")
      .filter(Boolean)
      .map((line) => Buffer.from((JSON.parse(line) as { input: string }).input, "base64"))
  : [];
const seeds = [
  ...readdirSync(join(HERE, "seeds"))
    .sort()
    .map((name) => readFileSync(join(HERE, "seeds", name))),
  ...known,
];
const PIECES = [
  "<form>",
  "<plaintext>",
  "<math><span class=katex>",
  "]]>",
  "\u0000",
  "\ud800",
  "\u202e",
  "1 234",
  "1e400",
  "١٢",
  "=1+1",
  ";=1",
  '"',
  '{"text":1}',
  "__proto__",
  "constructor",
  "---\n",
  "\r\n\r\n",
  "--b\r\n",
  "%PDF-",
  "PK\u0003\u0004",
  "U.S. ",
  "(“[",
  "1/1/1-",
  "\ufeff",
];

const spoiled = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 400 }),
        fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 8 })),
        fc.nat({ max: 300 }),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([bytes, edits]) => {
    let made = Buffer.from(bytes);
    for (const [at, cut, piece, times] of edits) {
      const place = at % (made.length + 1);
      made = Buffer.concat([made.subarray(0, place), Buffer.from(piece.repeat(times)), made.subarray(place + cut)]);
    }
    return made.subarray(0, 100_000);
  });

const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS), DEFAULT_OPTIONS);

async function readEverything(bytes: Buffer): Promise<void> {
  for (const [ending, read] of ARTICLE_FORMATS) {
    if (ending === ".pdf") continue;
    const { value } = await read({ path: `f${ending}`, stem: "f", bytes: new Uint8Array(bytes), charset: null, url: null, fields: null });
    for (const article of value)
      if (typeof article.text !== "string" || typeof article.id !== "string") throw new Error(`${ending}: an article without text or id`);
  }
}

function findEverything(bytes: Buffer): void {
  const text = bytes.toString("utf8");
  const { mentions, entities, incidents } = pipeline({
    id: "f",
    text,
    title: text.slice(0, 200),
    publishedAt: "2024-05-03",
    source: null,
    place: null,
    language: null,
  });
  for (const { start, end, text: wording } of mentions)
    if (text.slice(start, end) !== wording || end <= start) throw new Error(`a finding misses its text at ${start}`);
  const ids = new Set(entities.map(({ id }) => id));
  for (const mention of mentions)
    if ("entity" in mention && mention.entity !== undefined && !ids.has(mention.entity))
      throw new Error(`a mention of no entity: ${mention.entity}`);
  for (const mention of mentions) {
    if (mention.kind === "casualty" && mention.value !== null && !(Number.isSafeInteger(mention.value) && mention.value >= 0))
      throw new Error(`no number of people: ${mention.value}`);
  }
  if (new Set(incidents.map(({ id }) => id)).size !== incidents.length) throw new Error("two incidents of one id");
  if (undisarm(disarm(text)) !== text) throw new Error("a cell that does not come back");
}

function scoreEverything(bytes: Buffer): void {
  const text = bytes.toString("utf8");
  const files = [
    { path: "f.txt", content: text },
    { path: "f.ann", content: text },
  ];
  for (const format of INTERCHANGE_FORMATS.values()) {
    const { value } = format.read(format.shape === "folder" ? files : [{ path: "f", content: text }], { textOf: () => text, ids: ["f"] });
    const records = value.slice(0, 20);
    for (const other of INTERCHANGE_FORMATS.values()) other.write(records, { scheme: "bio" });
    scoreLayers(records, records, new Map(records.map(({ id }) => [id, text])), { bootstrap: { resamples: 2, seed: 1 } });
  }
  for (const line of text.split("\n").slice(0, 20)) {
    try {
      readAnnotationRecord(JSON.parse(line), "f:1");
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
}

const TARGETS: Readonly<Record<string, (bytes: Buffer) => Promise<void> | void>> = {
  read: readEverything,
  find: findEverything,
  score: scoreEverything,
};

async function attack(target: string, bytes: Buffer): Promise<void> {
  const before = process.cpuUsage();
  await TARGETS[target]?.(bytes);
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1e6;
  if (spent > BOUND) throw new Error(`took ${spent.toFixed(1)} s of processor time for ${bytes.length} bytes`);
}

const end = performance.now() + seconds * 1000;
const tries: Record<string, number> = Object.fromEntries(Object.keys(TARGETS).map((target) => [target, 0]));
let faults = 0;
for (const bytes of seeds) for (const target of Object.keys(TARGETS)) await check(target, bytes);
for (let batch = 0; performance.now() < end; batch++) {
  for (const bytes of fc.sample(spoiled, { numRuns: 20, seed: seed + batch })) {
    if (performance.now() > end) break;
    for (const target of Object.keys(TARGETS)) await check(target, bytes);
  }
}

async function check(target: string, bytes: Buffer): Promise<void> {
  tries[target] = (tries[target] ?? 0) + 1;
  try {
    await attack(target, bytes);
  } catch (error) {
    faults++;
    const fault = error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" | ") : String(error);
    process.stderr.write(`${target}: ${fault}\n`);
    appendFileSync(LOG, `${JSON.stringify({ target, fault: fault.replaceAll(process.cwd(), "."), input: bytes.toString("base64") })}\n`);
  }
}

process.stdout.write(
  `fuzz: seed ${seed}, ${Object.entries(tries)
    .map(([target, count]) => `${target} ${count}`)
    .join(", ")} inputs, ${faults} faults\n`,
);
if (faults > 0) process.exitCode = 1;
if (!existsSync(LOG)) writeFileSync(LOG, "");
