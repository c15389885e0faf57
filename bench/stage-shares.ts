/** Prints which share of the pipeline's processor time each stage takes; run by bench/speed.ts with a folder of articles. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../src/model/article.js";
import { createPlaceResolver } from "../src/link/places/resolve-places.js";
import { createPipeline } from "../src/pipeline.js";
import { createCasualtyReader } from "../src/recognize/casualties/recognize-casualties.js";
import { createDateReader } from "../src/recognize/dates/recognize-dates.js";
import { createNameRecognizer } from "../src/recognize/names/recognize-names.js";
import { loadGazetteer, loadLexicons, loadNames } from "../src/shell/load-resources.js";
import { createAnalyzer } from "../src/text/analyze.js";

const folder = process.argv[2] ?? "corpus";
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:txt|md)$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
const [lexicons, weights, gazetteer] = [await loadLexicons(), await loadNames("en"), await loadGazetteer()];
const analyze = createAnalyzer();
const names = createNameRecognizer(weights, lexicons, gazetteer);
const dates = createDateReader(lexicons);
const casualties = createCasualtyReader(lexicons);
const pipeline = createPipeline({ lexicons, names: weights, gazetteer });
const places = createPlaceResolver(gazetteer, lexicons);

const spent = new Map<string, number>();
function time<T>(stage: string, run: () => T): T {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  spent.set(stage, (spent.get(stage) ?? 0) + user + system);
  return result;
}
for (const pass of [1, 2]) {
  spent.clear();
  for (const text of texts) {
    const article: Article = { id: "article", text, title: null, publishedAt: "2024-05-03", source: null, place: null, language: null };
    const analyzed = time("words and sentences", () => analyze(text));
    const named = time("names", () => names({ analyzed, article }));
    time("places", () => places(analyzed, named));
    time("dates", () => dates.recognize({ analyzed, article }));
    time("casualty figures", () => casualties(analyzed));
    time("all", () => pipeline(article));
  }
  if (pass === 1) continue; // the first compiles
  const all = spent.get("all") ?? 1;
  const shares = [...spent].filter(([stage]) => stage !== "all").map(([stage, micros]) => `${stage} ${((100 * micros) / all).toFixed(0)}%`);
  process.stdout.write(`Share of the pipeline's processor time: ${shares.join(", ")}; the rest settles and links.\n`);
}
