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
import { createEntityCollator } from "../src/collate/entities/collate-entities.js";
import { digestArticle } from "../src/collate/article-digest.js";
import type { Article } from "../src/model/article.js";
import { createPipeline, DEFAULT_OPTIONS, toLayer, type Extraction } from "../src/pipeline.js";
import { loadResources } from "../src/shell/load-resources.js";
import { goldClusters, judgedMentions, keyOf, scoreClusters, type ClusterScore, type GoldArticle } from "./entities/score-entities.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data/entities" },
    articles: { type: "string", default: "../shared/articles" },
    errors: { type: "boolean", default: false },
  },
});
const resources = await loadResources(DEFAULT_OPTIONS);
const pipeline = createPipeline(resources);
const readLines = <Row>(file: string): readonly Row[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
const extract = (article: Partial<Article> & { readonly id: string; readonly text: string }): Extraction =>
  pipeline({ title: null, publishedAt: null, source: null, place: null, language: null, ...article });

/** Spelling as the shared scorer folds it. */
const fold = (wording: string): string =>
  wording
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[.,'’]/g, "")
    .replace(/^the /, "")
    .replace(/\s+/g, " ")
    .trim();

const show = ({ bCubed, pairs }: ClusterScore): string =>
  `B-cubed ${[bCubed.precision, bCubed.recall, bCubed.f1].map((n) => n.toFixed(1).padStart(5)).join(" / ")}   pairs ${[pairs.precision, pairs.recall, pairs.f1].map((n) => n.toFixed(1).padStart(5)).join(" / ")}`;

function measureSet(name: string): void {
  const file = join(values.data, name.includes("/") ? `${name}.jsonl` : `${name}/open.jsonl`);
  if (!existsSync(file)) return void console.log(`${name}: not there`);
  const gold = readLines<GoldArticle>(file);
  const label = goldClusters(gold);
  const corpus = new Map<string, string>();
  const collator = createEntityCollator(resources.lexicons);
  const found = gold.map((article) => ({
    article,
    extraction: extract({
      id: article.id,
      text: article.text,
      title: article.title ?? null,
      publishedAt: article.publishedAt ?? article.date ?? null,
    }),
  }));
  const clustersBy = (
    cluster: (article: string, mention: { readonly text: string; readonly entity?: string }, extraction: Extraction) => string,
  ): ReadonlyMap<string, string> =>
    new Map(
      found.flatMap(({ article, extraction }) =>
        judgedMentions(article, extraction.mentions).map(
          (mention) => [keyOf(article.id, mention), cluster(article.id, mention, extraction)] as const,
        ),
      ),
    );
  console.log(`${name}: ${gold.length} articles, ${label.size} mentions`);
  console.log(
    `  equal spelling            ${show(
      scoreClusters(
        label,
        clustersBy((_, mention) => fold(mention.text)),
      ),
    )}`,
  );
  for (const { extraction } of found)
    collator.add({
      id: extraction.article.id,
      duplicateOf: null,
      ...digestArticle(extraction.article, toLayer(extraction, null), extraction.sentences),
    });
  const never = (): never => {
    throw new Error("Nothing is looked up again.");
  };
  for (const { id, members } of collator.finish(never)) for (const { article, entity } of members) corpus.set(`${article}#${entity}`, id);
  const ours = clustersBy((article, mention) => corpus.get(`${article}#${mention.entity}`) ?? `${article}#${mention.entity}`);
  console.log(`  entities of the corpus    ${show(scoreClusters(label, ours))}`);
  if (values.errors) listErrors(gold, label, ours);
  console.log(
    `  names of article entities ${show(
      scoreClusters(
        label,
        clustersBy((_, mention, { entities }) => fold(entities.find(({ id }) => id === mention.entity)?.name ?? mention.text)),
      ),
    )}`,
  );
}

/** The joins and partings that cost most pairs of mentions. */
function listErrors(gold: readonly GoldArticle[], label: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): void {
  const texts = new Map(gold.map(({ id, text }) => [id, text]));
  const wording = (key: string): string => {
    const [article = "", span = ""] = key.split("\n");
    const [start, end] = span.split("-").map(Number);
    return texts.get(article)?.slice(start, end).replace(/\s+/g, " ") ?? "";
  };
  const pieces = new Map<string, string[]>();
  for (const [key, cluster] of found) {
    const pair = `${cluster}\t${label.get(key) ?? `-${key}`}`;
    pieces.set(pair, [...(pieces.get(pair) ?? []), key]);
  }
  const costs: { readonly cost: number; readonly line: string }[] = [];
  const list = [...pieces].map(([pair, keys]) => ({ cluster: pair.split("\t")[0] ?? "", label: pair.split("\t")[1] ?? "", keys }));
  const say = (keys: readonly string[]): string => `${[...new Set(keys.map(wording))].slice(0, 5).join(" | ")} (${keys.length})`;
  const group = (by: "cluster" | "label"): void => {
    const groups = new Map<string, typeof list>();
    for (const piece of list) groups.set(piece[by], [...(groups.get(piece[by]) ?? []), piece]);
    for (const [name, members] of groups) {
      if (members.length < 2) continue;
      const sizes = members.map(({ keys }) => keys.length);
      const total = sizes.reduce((a, b) => a + b, 0);
      costs.push({
        cost: (total * total - sizes.reduce((a, b) => a + b * b, 0)) / 2,
        line: `${by === "cluster" ? "joined" : "parted"} ${name}: ${members
          .sort((a, b) => b.keys.length - a.keys.length)
          .slice(0, 7)
          .map(({ keys, cluster }) => say(keys) + (by === "label" ? `[${cluster.slice(-16)}]` : ""))
          .join("  //  ")}`,
      });
    }
  };
  group("cluster");
  group("label");
  for (const { cost, line } of costs.sort((a, b) => b.cost - a.cost).slice(0, 60)) console.log(`    ${cost} ${line}`);
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
    const entityAt = (start: number): string | undefined =>
      found.flatMap((mention) => (mention.kind === "person" && mention.start === start ? [mention.entity ?? ""] : []))[0];
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
        if (values.errors)
          console.log(
            `  ${id} ${start} ${text.slice(start, end)}: ${name ?? "-"}, not ${entities.find((other) => other.id === entityAt(person))?.name}`,
          );
      }
    }
  }
  console.log(
    `surnames of two people: ${right} of ${all} right (${((100 * right) / Math.max(1, all)).toFixed(1)}%), ${open} left open; families kept apart: ${apart} of ${families}`,
  );
}

for (const name of positionals.length > 0 ? positionals : ["dwie", "aida", "meantime"]) measureSet(name);
measureNamesakes();
