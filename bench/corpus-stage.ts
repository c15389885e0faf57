/**
 * npm run bench:corpus -- [--articles FOLDER] [--sizes 10000,100000] [--cache FILE]
 *
 * What the last stage of a run costs: it is given as many articles as named, made of the raw ones by other names, rare
 * words and days, as digests, so that nothing has to be read again; files are written as in a run. Prints seconds, what
 * they are of the time that reading these articles takes with one worker, and the most memory of the process.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { digestArticle, type ArticleDigest } from "../src/collate/article-digest.js";
import { hashWord } from "../src/collate/hash-word.js";
import type { IsoDate } from "../src/model/calendar.js";
import { createPipeline, DEFAULT_OPTIONS, toLayer } from "../src/pipeline.js";
import { openCorpusStage } from "../src/shell/batch/corpus-stage.js";
import { loadLexicons, loadResources, loadWordShares } from "../src/shell/load-resources.js";
import { openOutputFolder } from "../src/shell/output/output-folder.js";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "../shared/articles" },
    sizes: { type: "string", default: "10000,100000" },
    cache: { type: "string" },
  },
});

interface Drawn {
  readonly secondsPerArticle: number;
  readonly digests: readonly ArticleDigest[];
}

/** Days that the articles of one copy of the set lie behind those of the one before. */
const SHIFT = 3;
const SYLLABLES = ["ba", "ko", "ri", "lu", "me", "tan", "vor", "shi", "del", "gar"];

const { secondsPerArticle, digests } = await draw();
const common = await loadWordShares();
const lexicons = await loadLexicons();
console.log(`${digests.length} articles, read at ${(1 / secondsPerArticle).toFixed(1)} a second with one worker`);
console.log("| articles | seconds | of the time without the stage | seconds for 1,000 | most memory, MB |");
console.log("|---|---|---|---|---|");
for (const size of values.sizes.split(",").map(Number)) console.log(await measure(size));

async function draw(): Promise<Drawn> {
  if (values.cache !== undefined && existsSync(values.cache)) return JSON.parse(readFileSync(values.cache, "utf8")) as Drawn;
  const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS));
  const files = globSync("**/*.txt", { cwd: values.articles, absolute: true }).sort();
  const texts = files.map((file) => ({ id: basename(file, ".txt"), text: readFileSync(file, "utf8") }));
  let seconds = 0;
  const found = texts.map(({ id, text }, i) => {
    const began = process.cpuUsage();
    const published = dayAfter("2024-01-01", i % 300);
    const extraction = pipeline({ id, text, title: null, publishedAt: published, source: null, place: null, language: null });
    const digest = digestArticle(extraction.article, toLayer(extraction, null), extraction.sentences);
    const { user, system } = process.cpuUsage(began);
    seconds += (user + system) / 1e6;
    return digest;
  });
  const drawn = { secondsPerArticle: seconds / Math.max(1, found.length), digests: found };
  if (values.cache !== undefined) writeFileSync(values.cache, JSON.stringify(drawn));
  return drawn;
}

/** Runs the stage over so many articles in a folder of its own. A row of the table. */
async function measure(size: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-corpus-"));
  let most = 0;
  const watch = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const output = await openOutputFolder(folder);
  try {
    const stage = await openCorpusStage(output, lexicons, []);
    let took = 0;
    for (let i = 0; i < size; i++) {
      const json = JSON.stringify(varied(digests[i % digests.length] as ArticleDigest, Math.floor(i / digests.length)));
      const began = process.cpuUsage();
      stage.take(`article-${i}`, null, json);
      took += secondsSince(began);
      if (i % 1000 === 0) watch();
    }
    const began = process.cpuUsage();
    const timer = setInterval(watch, 20);
    await stage.finish({ ...output, append: async (name, content) => (watch(), output.append(name, content)) }, []);
    clearInterval(timer);
    took += secondsSince(began);
    stage.close();
    const share = (100 * took) / (size * secondsPerArticle);
    return `| ${size.toLocaleString("en-US")} | ${took.toFixed(1)} | +${share.toFixed(1)}% | ${((1000 * took) / size).toFixed(2)} | ${Math.round(most / 1e6)} |`;
  } finally {
    await output.abandon();
    await output.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor seconds, of this thread and those that write. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** The same article of another world: people, most bodies and rare words of other names, some days later. */
function varied(digest: ArticleDigest, copy: number): ArticleDigest {
  if (copy === 0) return digest;
  const suffix = [...String(copy)].map((digit) => SYLLABLES[Number(digit)]).join("");
  const hash = (word: number): number => (common.has(word) ? word : hashWord(`${word} ${copy}`));
  const day = <T extends IsoDate | null>(iso: T): T => (iso === null ? iso : (dayAfter(iso, SHIFT * copy) as T));
  const name = (kind: string, wording: string): string => (kind === "person" || kind === "organization" ? wording + suffix : wording);
  const counts = <T extends { readonly hashes: readonly number[] }>(words: T): T => ({ ...words, hashes: words.hashes.map(hash) });
  return {
    ...digest,
    publishedAt: day(digest.publishedAt),
    entities: digest.entities.map((entity) => ({
      ...entity,
      name: name(entity.kind, entity.name),
      aliases: entity.aliases.map((alias) => name(entity.kind, alias)),
    })),
    incidents: digest.incidents.map((incident) => ({
      ...incident,
      date: incident.date && { from: day(incident.date.from), to: day(incident.date.to) },
      people: incident.people.map((person) => person + suffix),
      ...(incident.words && { words: counts(incident.words) }),
    })),
    scene: { ...digest.scene, days: digest.scene.days.map((named) => ({ ...named, day: day(named.day) })) },
    words: counts(digest.words),
    lead: counts(digest.lead),
    marks: digest.marks.map(hash),
  };
}

function dayAfter(iso: IsoDate, days: number): IsoDate {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}
