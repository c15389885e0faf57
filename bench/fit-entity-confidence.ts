/**
 * npm run fit:entities -- [DATA]: counts how often an entity of an article belongs to the one of the corpus that it was
 * joined with, by the reason and what the join thinks of itself, on the open halves of DATA/entities, and writes
 * `lexicons/entity-link-confidence.tsv`. Prints how far confidence lies from the truth where articles were held out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEntityCollator } from "../src/collate/entities/collate-entities.js";
import { confidenceLevel } from "../src/collate/entities/link-confidence.js";
import { digestArticle } from "../src/collate/article-digest.js";
import { createPipeline, DEFAULT_OPTIONS, toLayer } from "../src/pipeline.js";
import { loadResources, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { foldOf, FOLDS } from "../src/training/incidents/folds.js";
import { goldClusters, judgedMentions, keyOf, type GoldArticle } from "./entities/score-entities.js";

const SETS = ["dwie", "aida", "meantime"] as const;
/** So many members count as if they had been as right as the join thinks of itself: few of a kind tell little. */
const PRIOR = 10;

interface Member {
  readonly article: string;
  readonly key: string;
  readonly raw: number;
  readonly right: boolean;
}

const data = process.argv.slice(2)[0] ?? join(PACKAGE_ROOT, "..", "shared", "data");
const resources = await loadResources(DEFAULT_OPTIONS);
const pipeline = createPipeline(resources);
// Without what was fitted before, joins give what they think of themselves.
const lexicons = new Map([...resources.lexicons].filter(([name]) => name !== "entity-link-confidence"));
const members = SETS.flatMap(readMembers);

const rated = members.map((member) => ({
  ...member,
  fitted: rate(members.filter(({ article }) => foldOf(article) !== foldOf(member.article))).get(member.key)?.confidence ?? member.raw,
}));
console.log(
  `${members.length} members of entities of two articles and more, ${percent(members.filter(({ right }) => right).length / members.length)} right; ${FOLDS} folds by article`,
);
for (const [name, of] of [
  ["as set by hand", (member: (typeof rated)[number]) => member.raw],
  ["fitted, held out", (member: (typeof rated)[number]) => member.fitted],
] as const)
  console.log(
    `${name}: calibration error ${percent(calibrationError(rated.map((member) => [of(member), member.right])))}, Brier score ${brier(rated.map((member) => [of(member), member.right])).toFixed(4)}`,
  );
const table = [...rate(members)].sort(([a], [b]) => (a < b ? -1 : 1));
for (const [key, { count, right, confidence }] of table) console.log(`  ${key}: ${right} of ${count} right, ${confidence}`);
writeFileSync(
  join(PACKAGE_ROOT, "lexicons", "entity-link-confidence.tsv"),
  [
    "# How often an entity of an article belongs to the entity of the corpus that it was joined with, by the reason of the join and what it",
    "# thinks of itself (level 0: below 0.8, 1: below 0.9, 2: above); ten further members count as if right as often as that says.",
    "# Source: npm run fit:entities, on the open halves of dwie, aida and meantime. Licence: MIT, as the project.",
    "# Columns: reason; level; members; right; confidence.",
    "reason\tlevel\tmembers\tright\tconfidence",
    ...table.map(([key, { count, right, confidence }]) => [...key.split(" "), count, right, confidence].join("\t")),
    "",
  ].join("\n"),
);

/** The members of a set's entities, each judged by the other members of its entity. */
function readMembers(set: (typeof SETS)[number]): readonly Member[] {
  const gold = readFileSync(join(data, "entities", set, "open.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldArticle);
  const labels = goldClusters(gold);
  const collator = createEntityCollator(lexicons);
  const goldOf = new Map<string, string>();
  for (const article of gold) {
    const { id, text, title = null, publishedAt, date } = article;
    const extraction = pipeline({ id, text, title, publishedAt: publishedAt ?? date ?? null, source: null, place: null, language: null });
    const votes = new Map<string, string[]>();
    for (const mention of judgedMentions(article, extraction.mentions)) {
      const label = labels.get(keyOf(id, mention));
      if (label !== undefined && "entity" in mention) votes.set(mention.entity ?? "", [...(votes.get(mention.entity ?? "") ?? []), label]);
    }
    for (const [entity, found] of votes) goldOf.set(`${id}#${entity}`, mostOf(found));
    collator.add({ id, duplicateOf: null, ...digestArticle(extraction.article, toLayer(extraction, null), extraction.sentences) });
  }
  const never = (): never => {
    throw new Error("Nothing is looked up again.");
  };
  return [...collator.finish(never)].flatMap((found) => {
    const judged = found.members.flatMap((member) => {
      const label = goldOf.get(`${member.article}#${member.entity}`);
      return label === undefined ? [] : [{ ...member, label }];
    });
    if (new Set(judged.map(({ article }) => article)).size < 2) return [];
    return judged.map(({ article, reason, confidence, label }, i) => ({
      article: `${set} ${article}`,
      key: `${reason} ${confidenceLevel(confidence)}`,
      raw: confidence,
      right: label === mostOf(judged.filter((_, other) => other !== i).map((other) => other.label)),
    }));
  });
}

function mostOf(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function rate(
  from: readonly Member[],
): ReadonlyMap<string, { readonly count: number; readonly right: number; readonly confidence: number }> {
  const groups = new Map<string, Member[]>();
  for (const member of from) groups.set(member.key, [...(groups.get(member.key) ?? []), member]);
  return new Map(
    [...groups].map(([key, own]) => {
      const right = own.filter((member) => member.right).length;
      const raw = own.reduce((sum, member) => sum + member.raw, 0) / own.length;
      return [key, { count: own.length, right, confidence: Math.round((100 * (right + PRIOR * raw)) / (own.length + PRIOR)) / 100 }];
    }),
  );
}

/** Expected calibration error over ten bins of equal width (Naeini and others 2015). */
function calibrationError(rows: readonly (readonly [confidence: number, right: boolean])[]): number {
  const bins = new Map<number, (readonly [number, boolean])[]>();
  for (const row of rows) bins.set(Math.min(9, Math.floor(row[0] * 10)), [...(bins.get(Math.min(9, Math.floor(row[0] * 10))) ?? []), row]);
  return [...bins.values()].reduce(
    (sum, bin) => sum + Math.abs(bin.reduce((gap, [confidence, right]) => gap + confidence - Number(right), 0)) / rows.length,
    0,
  );
}

function brier(rows: readonly (readonly [confidence: number, right: boolean])[]): number {
  return rows.reduce((sum, [confidence, right]) => sum + (confidence - Number(right)) ** 2, 0) / rows.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
