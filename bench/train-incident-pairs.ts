import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { clusterAccounts } from "../src/collate/incidents/cluster-accounts.js";
import { toldApart } from "../src/collate/incidents/collate-incidents.js";
import { PAIR_FEATURES, type PairFeature, type PairFeatures } from "../src/collate/incidents/compare-accounts.js";
import { scorePair, type PairModel, type PairTree } from "../src/collate/incidents/pair-model.js";
import { createPipeline, DEFAULT_OPTIONS, type Pipeline } from "../src/pipeline.js";
import { loadResources, loadWordShares, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { fitTrees, type Example } from "../src/training/incidents/fit-trees.js";
import { foldOf, FOLDS } from "../src/training/incidents/folds.js";
import type { GoldArticle } from "../src/training/incidents/gold-article.js";
import { readPairs, type LabelledPair, type SetPairs } from "../src/training/incidents/read-pairs.js";
import { readDigests } from "./incidents/read-digests.js";
import { scoreGroups } from "./incidents/score-groups.js";

// npm run train:incident-pairs -- [DATA] [--cache FOLDER] [--quick]: learns from the open halves of DATA/events which accounts
// tell of one incident, and prints how well pairs are told apart, and articles grouped, where incidents were held out.
// With --quick it leaves that out, which takes most of the time.

/** How much the pairs of a set count together: what our users read is more like the first two. */
const SETS: Readonly<Record<string, number>> = { gva: 1, reports: 1, ecbplus: 1, muc34: 1 };
/** Weight of all pairs of a set together. */
const TOTAL = 80_000;
/** Weight of the pairs of small runs beside those of whole sets. */
const SMALL_SHARE = 0.3;

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: "string" }, quick: { type: "boolean", default: false } },
});
const data = positionals[0] ?? join(PACKAGE_ROOT, "..", "shared", "data");
const resources = await loadResources(DEFAULT_OPTIONS);
let pipeline: Pipeline | null = null;
const lazily = (): Pipeline => (pipeline ??= createPipeline(resources, DEFAULT_OPTIONS));
const shares = await loadWordShares();
const golds = new Map<string, readonly GoldArticle[]>();
const sets = new Map<string, SetPairs>();
for (const set of Object.keys(SETS)) {
  const gold = (await readFile(join(data, "events", set, "open.jsonl"), "utf8"))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldArticle);
  golds.set(set, gold);
  sets.set(set, readPairs(gold, readDigests(gold, lazily, given.cache === undefined ? null : join(given.cache, `${set}.jsonl`)), shares));
}

/** The examples of all sets but those of the incidents of a fold. */
function examplesWithout(fold: number | null): readonly Example[] {
  const weighed = (pairs: readonly LabelledPair[], total: number): readonly Example[] => {
    const used = pairs.filter(
      ({ incidents, label }) => label !== null && (fold === null || incidents.every((incident) => foldOf(incident) !== fold)),
    );
    return used.map(({ values, label }): Example => ({ values, label: label === 1 ? 1 : 0, weight: total / used.length }));
  };
  return [...sets].flatMap(([set, { whole, small }]) => [
    ...weighed(whole, TOTAL * (SETS[set] ?? 1)),
    ...weighed(small, SMALL_SHARE * TOTAL * (SETS[set] ?? 1)),
  ]);
}

const featuresOf = (values: readonly number[]): PairFeatures =>
  Object.fromEntries(PAIR_FEATURES.map((name, i) => [name, values[i]])) as PairFeatures;

const heldOut: PairModel[] = [];
for (let fold = 0; fold < (given.quick ? 0 : FOLDS); fold++) {
  const trained = fitTrees(examplesWithout(fold), PAIR_FEATURES);
  heldOut.push(trained);
  for (const [set, { whole }] of sets) {
    const held = whole.filter(({ incidents, label }) => label !== null && incidents.some((incident) => foldOf(incident) === fold));
    process.stdout.write(`fold ${fold + 1}, ${set}: ${describe(held, trained)}\n`);
  }
}
if (!given.quick) for (const set of sets.keys()) process.stdout.write(`grouping, ${set}: ${describeGroups(set, heldOut)}\n`);
const model = fitTrees(examplesWithout(null), PAIR_FEATURES);
const folder = join(PACKAGE_ROOT, "models", "incident-pairs");
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "trees.json"), format(model));
process.stdout.write(`${model.trees.length} trees written to ${folder}. Features by how often they are asked: ${asked(model.trees)}\n`);

/** Precision and recall of "more likely than not" over held-out pairs, and the mean log loss. */
function describe(pairs: readonly LabelledPair[], trained: PairModel): string {
  const scored = pairs.map(({ values, label }) => ({ p: scorePair(trained, featuresOf(values)), label }));
  const right = scored.filter(({ p, label }) => p > 0.5 && label === 1).length;
  const [said, true_] = [scored.filter(({ p }) => p > 0.5).length, scored.filter(({ label }) => label === 1).length];
  const loss = scored.reduce((sum, { p, label }) => sum - Math.log(label === 1 ? p : 1 - p), 0) / scored.length;
  return `${scored.length} pairs, precision ${((100 * right) / Math.max(1, said)).toFixed(1)}, recall ${((100 * right) / Math.max(1, true_)).toFixed(1)}, log loss ${loss.toFixed(4)}`;
}

/** How articles are grouped where every pair is scored by the models that have not seen the incidents of its two accounts. */
function describeGroups(set: string, models: readonly PairModel[]): string {
  const gold = golds.get(set) ?? [];
  const { accounts, whole } = sets.get(set) as SetPairs;
  const pairs = whole.map(({ a, b, features, incidents }) => {
    const likely =
      incidents.reduce((sum, incident) => sum + scorePair(models[foldOf(incident)] as PairModel, features), 0) / incidents.length;
    return { a, b, likely: likely * toldApart(features, gold.length), alike: features.words };
  });
  const groupOf = clusterAccounts(accounts.length, pairs, { together: [], apart: (a, b) => accounts[a]?.article === accounts[b]?.article });
  const found = new Map<string, Set<string>>();
  for (const [number, { article, main, kind }] of accounts.entries()) {
    if (!main || kind === "aggregate") continue;
    const name = String(groupOf[number]);
    found.set(name, (found.get(name) ?? new Set()).add(gold[article]?.id ?? ""));
  }
  const known = new Map<string, Set<string>>();
  for (const { id, incident } of gold) if (incident) known.set(incident, (known.get(incident) ?? new Set()).add(id));
  const { conll, lea } = scoreGroups(
    known,
    found,
    new Map(gold.flatMap(({ id, incident }) => (incident ? [[id, incident] as const] : []))),
  );
  return `CoNLL ${(100 * conll).toFixed(1)}, LEA ${(100 * lea).toFixed(1)} where held out`;
}

function asked(trees: readonly PairTree[]): string {
  const counts = new Map<PairFeature, number>();
  const visit = (tree: PairTree): void => {
    if (typeof tree === "number") return;
    counts.set(tree[0], (counts.get(tree[0]) ?? 0) + 1);
    visit(tree[2]);
    visit(tree[3]);
  };
  trees.forEach(visit);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

/** A tree a line, so that a change of the model can be read. */
function format({ base, trees }: PairModel): string {
  return `{"base":${base},"trees":[\n${trees.map((tree) => JSON.stringify(tree)).join(",\n")}\n]}\n`;
}
