import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { clusterAccounts } from "../src/collate/incidents/cluster-accounts.js";
import { toldApart } from "../src/collate/incidents/collate-incidents.js";
import { PAIR_FEATURES, type PairFeature } from "../src/collate/incidents/compare-accounts.js";
import {
  compareNeighbors,
  NEIGHBOR_FEATURES,
  type NeighborFeature,
  type NeighborFeatures,
} from "../src/collate/incidents/compare-neighbors.js";
import { createTreeScorer, type Tree, type TreeModel } from "../src/collate/incidents/pair-model.js";
import { createPipeline, DEFAULT_OPTIONS, type Pipeline } from "../src/pipeline.js";
import { loadResources, loadWordShares, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { fitTrees, type Example, type TreeOptions } from "../src/training/incidents/fit-trees.js";
import { foldOf, FOLDS } from "../src/training/incidents/folds.js";
import type { GoldArticle } from "../src/training/incidents/gold-article.js";
import { readPairs, type LabelledPair, type RunPairs, type SetPairs } from "../src/training/incidents/read-pairs.js";
import { readDigests } from "./incidents/read-digests.js";
import { scoreGroups, type Groups } from "./incidents/score-groups.js";

// npm run train:incident-pairs -- [DATA] [--cache FOLDER] [--quick]: learns from the open halves of DATA/events which accounts
// tell of one incident: first from what two say, then from how likely each is one with the others, where these likelihoods come
// from trees that did not see the incidents of the two. Prints how well pairs are told apart, and articles grouped, where
// incidents were held out from both; --quick leaves that out.

/** How much the pairs of a set count together. */
const SETS: Readonly<Record<string, number>> = { gva: 2, reports: 1, ecbplus: 1, muc34: 1 };
/** Weight of all pairs of a set together. */
const TOTAL = 80_000;
/** Weight of the pairs of small runs beside those of whole sets; less for what rests on the others of a run, of which they have few. */
const SMALL_SHARE = { first: 0.6, second: 0.1 };
/** Chosen where incidents were held out. The second needs few: more of them know the sets by heart. */
const FIRST: TreeOptions = { rounds: 150, depth: 3, rate: 0.15, penalty: 500, least: 100 };
const SECOND: TreeOptions = { ...FIRST, rounds: 80 };

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

const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
const first = folds.map((fold) => createTreeScorer(fitTrees(examplesWithout(fold, ownValues, SMALL_SHARE.first), PAIR_FEATURES, FIRST)));
/** The features of the pairs of each run beside the others, by trees that did not see their incidents. */
const amongOthers = new Map<RunPairs, readonly NeighborFeatures[]>(
  [...sets.values()].flatMap(({ whole, small }) => [whole, ...small]).map((run) => [run, neighborsIn(run)] as const),
);
if (!given.quick) {
  const second = folds.map((fold) =>
    createTreeScorer(fitTrees(examplesWithout(fold, neighborValues, SMALL_SHARE.second), NEIGHBOR_FEATURES, SECOND)),
  );
  for (const [set, { whole }] of sets) {
    const likely = whole.pairs.map((pair, i) =>
      heldOut(second, pair, (amongOthers.get(whole) as readonly NeighborFeatures[])[i] as NeighborFeatures),
    );
    process.stdout.write(
      `${set}: ${describe(
        whole.pairs,
        whole.pairs.map((pair) => heldOut(first, pair, pair.features)),
      )} by themselves\n`,
    );
    process.stdout.write(
      `${set}: ${describe(whole.pairs, likely)} beside the others; ${describeGroups(golds.get(set) ?? [], whole, likely)}\n`,
    );
  }
}
const folder = join(PACKAGE_ROOT, "models", "incident-pairs");
await mkdir(folder, { recursive: true });
await write("trees.json", fitTrees<PairFeature>(examplesWithout(null, ownValues, SMALL_SHARE.first), PAIR_FEATURES, FIRST));
await write(
  "neighbor-trees.json",
  fitTrees<NeighborFeature>(examplesWithout(null, neighborValues, SMALL_SHARE.second), NEIGHBOR_FEATURES, SECOND),
);

type ValuesOf = (run: RunPairs, i: number) => readonly number[];
function ownValues({ pairs }: RunPairs, i: number): readonly number[] {
  return (pairs[i] as LabelledPair).values;
}
function neighborValues(run: RunPairs, i: number): readonly number[] {
  const features = (amongOthers.get(run) as readonly NeighborFeatures[])[i] as NeighborFeatures;
  return NEIGHBOR_FEATURES.map((name) => features[name]);
}

/** The examples of all sets but those of the incidents of a fold. */
function examplesWithout(fold: number | null, valuesOf: ValuesOf, smallShare: number): readonly Example[] {
  const weighed = (runs: readonly RunPairs[], total: number): readonly Example[] => {
    const used = runs.flatMap((run) =>
      run.pairs.flatMap(({ label, incidents }, i) =>
        label === null || (fold !== null && incidents.some((incident) => foldOf(incident) === fold))
          ? []
          : [{ values: valuesOf(run, i), label: label === 1 ? (1 as const) : (0 as const) }],
      ),
    );
    return used.map((example) => ({ ...example, weight: total / used.length }));
  };
  return [...sets].flatMap(([set, { whole, small }]) => [
    ...weighed([whole], TOTAL * (SETS[set] ?? 1)),
    ...weighed(small, smallShare * TOTAL * (SETS[set] ?? 1)),
  ]);
}

/** How likely a pair is one by those of the folds that have not seen the incidents of its two accounts. */
function heldOut<Features>(scorers: readonly ((features: Features) => number)[], { incidents }: LabelledPair, features: Features): number {
  return (
    incidents.reduce((sum, incident) => sum + (scorers[foldOf(incident)] as (features: Features) => number)(features), 0) / incidents.length
  );
}

function neighborsIn({ accounts, pairs }: RunPairs): readonly NeighborFeatures[] {
  const column = (valueOf: (pair: LabelledPair) => number): Float32Array => Float32Array.from(pairs, valueOf);
  return [
    ...compareNeighbors(accounts.length, Int32Array.from(pairs.flatMap(({ a, b }) => [a, b])), {
      likely: column((pair) => heldOut(first, pair, pair.features)),
      words: column(({ features }) => features.words),
      usual: column(({ features }) => features.usual),
      anew: column(({ features }) => features.anew),
      publishedGap: column(({ features }) => features.publishedGap),
    }),
  ];
}

/** Precision and recall of "more likely than not", and the mean log loss. */
function describe(pairs: readonly LabelledPair[], likely: readonly number[]): string {
  const scored = pairs.flatMap(({ label }, i) => (label === null ? [] : [{ p: likely[i] as number, label }]));
  const right = scored.filter(({ p, label }) => p > 0.5 && label === 1).length;
  const [said, true_] = [scored.filter(({ p }) => p > 0.5).length, scored.filter(({ label }) => label === 1).length];
  const loss = scored.reduce((sum, { p, label }) => sum - Math.log(label === 1 ? p : 1 - p), 0) / scored.length;
  return `${scored.length} pairs, precision ${((100 * right) / Math.max(1, said)).toFixed(1)}, recall ${((100 * right) / Math.max(1, true_)).toFixed(1)}, log loss ${loss.toFixed(4)}`;
}

/** How articles are grouped by such likelihoods: by their main incidents, and (B-cubed) by all. */
function describeGroups(gold: readonly GoldArticle[], { accounts, pairs }: RunPairs, likely: readonly number[]): string {
  const groupOf = clusterAccounts(
    accounts.length,
    pairs.map(({ a, b, features }, i) => ({
      a,
      b,
      likely: (likely[i] as number) * toldApart(features, gold.length),
      alike: features.words,
    })),
    { together: [], apart: (a, b) => accounts[a]?.article === accounts[b]?.article },
  );
  const [found, all] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const add = (groups: Map<string, Set<string>>, name: string, id: string): void =>
    void groups.set(name, (groups.get(name) ?? new Set()).add(id));
  for (const [number, { article, main, kind }] of accounts.entries()) {
    add(all, String(groupOf[number]), gold[article]?.id ?? "");
    if (main && kind !== "aggregate") add(found, String(groupOf[number]), gold[article]?.id ?? "");
  }
  const [known, knownAll] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { id, incident, incidents = [] } of gold) {
    if (incident) add(known, incident, id);
    for (const name of incidents.length > 0 ? incidents : incident ? [incident] : []) add(knownAll, name, id);
  }
  const main = new Map(gold.flatMap(({ id, incident }) => (incident ? [[id, incident] as const] : [])));
  const scored = (gold: Groups, groups: Groups): ReturnType<typeof scoreGroups> => scoreGroups(gold, groups, main);
  const { conll, lea } = scored(known, found);
  return `grouping CoNLL ${(100 * conll).toFixed(1)}, LEA ${(100 * lea).toFixed(1)}, B-cubed ${(100 * scored(knownAll, all).bCubed).toFixed(1)} where held out`;
}

/** Writes a tree a line, so that a change of the model can be read, and says how often features are asked. */
async function write<Feature extends string>(file: string, { base, trees }: TreeModel<Feature>): Promise<void> {
  await writeFile(join(folder, file), `{"base":${base},"trees":[\n${trees.map((tree) => JSON.stringify(tree)).join(",\n")}\n]}\n`);
  const counts = new Map<string, number>();
  const visit = (tree: Tree<Feature>): void => {
    if (typeof tree === "number") return;
    counts.set(tree[0], (counts.get(tree[0]) ?? 0) + 1);
    visit(tree[2]);
    visit(tree[3]);
  };
  trees.forEach(visit);
  const asked = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(
    `${trees.length} trees written to ${join(folder, file)}. Features by how often they are asked: ${asked.join(", ")}\n`,
  );
}
