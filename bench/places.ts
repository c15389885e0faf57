/**
 * npm run bench:places -- [--data FOLDER] [set …]
 *
 * Are places found, and do they lie where the article means? Precision, recall and F1 end to end (spans overlap, at most
 * 161 km apart; a country named as the right country is right wherever its point lies), accuracy within 161 km of exact
 * spans that were placed, beside the most populous namesake for the same spans, and beside Mordecai 3 where it is
 * installed. Then how likely placements are right by their confidence, the share of the pipeline's processor time, and
 * what the gazetteer takes to load.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPlaceIndex } from "../src/gazetteer/place-index.js";
import { createPlaceResolver } from "../src/link/places/resolve-places.js";
import { kilometersBetween } from "../src/link/places/geography.js";
import type { Entity } from "../src/model/entity.js";
import type { Article } from "../src/model/article.js";
import type { NameMention } from "../src/model/mention.js";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadGazetteer, loadLexicons, loadNames } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly iso?: string;
}

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly toponyms: readonly Toponym[];
}

/** Where a program says that a span lies. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string | null;
  readonly what: string;
  readonly confidence: number;
}

const RIGHT = 161;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: "../shared/data/places" } },
});
const sets = (positionals.length > 0 ? positionals : ["lgl", "trnews", "geowebnews", "geovirus"])
  .map((name) => [name, join(values.data, name.includes("/") ? `${name}.jsonl` : `${name}/open.jsonl`)] as const)
  .filter(
    ([name, file]) => existsSync(file) || process.stdout.write(`${name}: ${file} is not there, left out. Give --data FOLDER.\n`) === null,
  );

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const before = { cpu: cpu(), memory: process.memoryUsage.rss() };
const gazetteer = await loadGazetteer();
const loaded = { cpu: cpu() - before.cpu, memory: process.memoryUsage.rss() - before.memory };
const [lexicons, names] = await Promise.all([loadLexicons(), loadNames("en")]);
const index = createPlaceIndex(gazetteer, lexicons);
const pipeline = createPipeline({ lexicons, names, gazetteer }, DEFAULT_OPTIONS);
const resolve = createPlaceResolver(gazetteer, lexicons);
const analyze = createAnalyzer();
const spent = { all: 0, places: 0, articles: 0, names: 0 };
const judged: { readonly confidence: number; readonly right: boolean }[] = [];

function read(file: string): readonly Labelled[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);
}

/** What the pipeline places, and what the most populous namesake of the same spans would be. */
function place({ id, text, date }: Labelled): {
  readonly ours: readonly Placed[];
  readonly largest: readonly Placed[];
  readonly found: number;
} {
  const article: Article = { id, text, title: null, publishedAt: date ?? null, source: null, place: null, language: null };
  const analyzed = analyze(text);
  const started = cpu();
  const { mentions, entities } = pipeline(article);
  const between = cpu();
  resolve(analyzed, mentions);
  spent.all += between - started;
  spent.places += cpu() - between;
  spent.articles++;
  const located = new Map<string, Entity["location"]>(entities.map((entity) => [entity.id, entity.location]));
  const spans = mentions.filter((mention): mention is NameMention => mention.kind === "place");
  spent.names += spans.length;
  const ours = spans.flatMap(({ start, end, entity }) => {
    const location = entity === undefined ? undefined : located.get(entity);
    return location
      ? [
          {
            start,
            end,
            latitude: location.latitude,
            longitude: location.longitude,
            country: location.country,
            what: location.what,
            confidence: location.confidence,
          },
        ]
      : [];
  });
  const largest = spans.flatMap(({ start, end, text: wording }) => {
    const [first] = [...index.find(wording)].sort((a, b) => b.population - a.population);
    return first
      ? [{ start, end, latitude: first.latitude, longitude: first.longitude, country: first.country, what: first.kind, confidence: 1 }]
      : [];
  });
  return { ours, largest, found: spans.length };
}

function errorOf(placed: Placed, gold: Toponym): number {
  if (gold.iso !== undefined && placed.what === "country" && placed.country === gold.iso) return 0;
  return kilometersBetween(placed, { latitude: gold.lat ?? 0, longitude: gold.lon ?? 0 });
}

interface Tally {
  placed: number;
  gold: number;
  right: number;
  exact: number;
  exactRight: number;
}

function add(tally: Tally, placed: readonly Placed[], gold: readonly Toponym[], keep: boolean): void {
  tally.placed += placed.length;
  const used = new Set<Placed>();
  for (const toponym of gold) {
    if (toponym.lat === null) continue;
    tally.gold++;
    const same = placed.find(({ start, end }) => start === toponym.start && end === toponym.end);
    if (same) {
      const right = errorOf(same, toponym) <= RIGHT;
      tally.exact++;
      if (right) tally.exactRight++;
      if (keep) judged.push({ confidence: same.confidence, right });
    }
    const over = placed.find((one) => one.start < toponym.end && toponym.start < one.end && !used.has(one));
    if (over && errorOf(over, toponym) <= RIGHT) {
      tally.right++;
      used.add(over);
    }
  }
}

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : ((100 * part) / whole).toFixed(1));
const describe = ({ placed, gold, right, exact, exactRight }: Tally): string =>
  `P ${percent(right, placed)} R ${percent(right, gold)} F1 ${percent(2 * right, placed + gold)} | of placed acc@161 ${percent(exactRight, exact)} (${exact})`;
const empty = (): Tally => ({ placed: 0, gold: 0, right: 0, exact: 0, exactRight: 0 });

for (const [name, file] of sets) {
  const [ours, largest] = [empty(), empty()];
  for (const labelled of read(file)) {
    const placed = place(labelled);
    add(ours, placed.ours, labelled.toponyms, true);
    add(largest, placed.largest, labelled.toponyms, false);
  }
  process.stdout.write(`${name.padEnd(11)} dateline       ${describe(ours)}\n${"".padEnd(11)} most populous  ${describe(largest)}\n`);
}
process.stdout.write("\nConfidence of placements, and the share that is right:\n");
for (const [low, high] of [
  [0.4, 0.6],
  [0.6, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1.01],
] as const) {
  const within = judged.filter(({ confidence }) => confidence >= low && confidence < high);
  const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, within.length);
  process.stdout.write(
    `  ${low.toFixed(2)} to ${Math.min(1, high).toFixed(2)}: said ${(100 * mean).toFixed(0)}%, right ${percent(within.filter(({ right }) => right).length, within.length)}% of ${within.length}\n`,
  );
}
process.stdout.write(
  `\nPlaces take ${percent(spent.places, spent.all)}% of the pipeline's processor time: ${(spent.places / Math.max(1, spent.articles)).toFixed(2)} ms an article of ${(spent.names / Math.max(1, spent.articles)).toFixed(0)} names.\n`,
);
process.stdout.write(
  `The gazetteer (${gazetteer.size} places) loads in ${loaded.cpu.toFixed(0)} ms of processor time and takes ${(loaded.memory / 1e6).toFixed(0)} MB.\n`,
);
process.stdout.write(`Mordecai 3: ${mordecai()}\n`);

/** Mordecai 3 needs Python with PyTorch and an Elasticsearch index of GeoNames; its line says what is missing. */
function mordecai(): string {
  try {
    execFileSync("python3", ["-c", "import mordecai3"], { stdio: "ignore" });
  } catch {
    return "not installed (pip install mordecai3, with a running Elasticsearch index of GeoNames and spaCy's en_core_web_trf); not measured.";
  }
  return "installed; this bench does not start its Elasticsearch index. Its authors give 94% of placed within 161 km on their part of GeoWebNews.";
}
