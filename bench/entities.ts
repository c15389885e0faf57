/**
 * npm run bench:entities -- [--data FOLDER] [--articles FOLDER] [--errors]
 *
 * Who is who, in an article and across articles: B-cubed F1, and F1 of the pairs of mentions in different articles, on
 * labelled sets, beside two simpler ways of linking across articles: equal spelling, and equal names of the article's
 * entities. Then how many mentions of a surname that two people of an article share go to the right one (`namesakes.jsonl`).
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import type { Article } from "../src/model/article.js";
import { createPipeline, DEFAULT_OPTIONS, type Extraction } from "../src/pipeline.js";
import { loadResources } from "../src/shell/load-resources.js";
import { goldClusters, judgedMentions, keyOf, scoreClusters, type ClusterScore, type GoldArticle } from "./entities/score-entities.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data/entities" }, articles: { type: "string", default: "../shared/articles" },
    errors: { type: "boolean", default: false },
  },
});
const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS));
const readLines = <Row>(file: string): readonly Row[] => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Row);
const extract = (article: Partial<Article> & { readonly id: string; readonly text: string }): Extraction =>
  pipeline({ title: null, publishedAt: null, source: null, place: null, language: null, ...article });

/** Spelling as the shared scorer folds it. */
const fold = (wording: string): string => wording.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[.,'’]/g, "").replace(/^the /, "").replace(/\s+/g, " ").trim();

const show = ({ bCubed, pairs }: ClusterScore): string =>
  `B-cubed ${[bCubed.precision, bCubed.recall, bCubed.f1].map((n) => n.toFixed(1).padStart(5)).join(" / ")}   pairs ${[pairs.precision, pairs.recall, pairs.f1].map((n) => n.toFixed(1).padStart(5)).join(" / ")}`;

function measureSet(name: string): void {
  const file = join(values.data, name.includes("/") ? `${name}.jsonl` : `${name}/open.jsonl`);
  if (!existsSync(file)) return void console.log(`${name}: not there`);
  const gold = readLines<GoldArticle>(file);
  const label = goldClusters(gold);
  const found = gold.map((article) => ({ article, extraction: extract({ id: article.id, text: article.text, title: article.title ?? null, publishedAt: article.publishedAt ?? article.date ?? null }) }));
  const clustersBy = (cluster: (article: string, mention: { readonly text: string; readonly entity?: string }, extraction: Extraction) => string): ReadonlyMap<string, string> =>
    new Map(found.flatMap(({ article, extraction }) => judgedMentions(article, extraction.mentions).map((mention) => [keyOf(article.id, mention), cluster(article.id, mention, extraction)] as const)));
  console.log(`${name}: ${gold.length} articles, ${label.size} mentions`);
  console.log(`  equal spelling            ${show(scoreClusters(label, clustersBy((_, mention) => fold(mention.text))))}`);
  console.log(`  names of article entities ${show(scoreClusters(label, clustersBy((_, mention, { entities }) => fold(entities.find(({ id }) => id === mention.entity)?.name ?? mention.text))))}`);
}

interface NamesakeRow {
  readonly id: string;
  /** Start and end of a mention of a surname; the start of a mention of the full name of whom it means, null for the family. */
  readonly mentions: readonly (readonly [number, number, number | null])[];
}

function measureNamesakes(): void {
  const files = new Map(globSync("**/*.txt", { cwd: values.articles, absolute: true }).map((file) => [basename(file, ".txt"), file]));
  let [right, all, open, families, apart] = [0, 0, 0, 0, 0];
  const rows = readLines<NamesakeRow>(fileURLToPath(new URL("entities/namesakes.jsonl", import.meta.url)));
  for (const { id, mentions } of rows) {
    const file = files.get(id);
    if (!file) continue;
    const text = readFileSync(file, "utf8");
    const { mentions: found, entities } = extract({ id, text });
    const entityAt = (start: number): string | undefined => found.flatMap((mention) => (mention.kind === "person" && mention.start === start ? [mention.entity ?? ""] : []))[0];
    for (const [start, end, person] of mentions) {
      const entity = entityAt(start);
      const name = entities.find((other) => other.id === entity)?.name;
      if (person === null) {
        families++;
        if (name === undefined || !name.includes(" ") || name === text.slice(start, end)) apart++;
        continue;
      }
      all++;
      if (entity !== undefined && entity === entityAt(person)) right++;
      else {
        if (name === text.slice(start, end)) open++;
        if (values.errors) console.log(`  ${id} ${start} ${text.slice(start, end)}: ${name ?? "-"}, not ${entities.find((other) => other.id === entityAt(person))?.name}`);
      }
    }
  }
  console.log(`surnames of two people: ${right} of ${all} right (${((100 * right) / Math.max(1, all)).toFixed(1)}%), ${open} left open; families kept apart: ${apart} of ${families}`);
}

for (const name of positionals.length > 0 ? positionals : ["dwie", "aida", "meantime"]) measureSet(name);
measureNamesakes();
