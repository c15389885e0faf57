import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PAIR_FEATURES, type PairFeature, type PairFeatures } from "../src/collate/incidents/compare-accounts.js";
import { scorePair, type PairModel, type PairTree } from "../src/collate/incidents/pair-model.js";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadResources, loadWordShares, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { fitTrees, type Example } from "../src/training/incidents/fit-trees.js";
import { readPairs, type LabelledPair, type SetPairs } from "../src/training/incidents/read-pairs.js";

// npm run train:incident-pairs -- DATA: learns from the open halves of DATA/events which accounts tell of one incident.

/** How much the pairs of a set count together: what our users read is more like the first two. */
const SETS: Readonly<Record<string, number>> = { gva: 1, reports: 1, ecbplus: 1, muc34: 1 };
const FOLDS = 5;
/** Weight of all pairs of a set together. */
const TOTAL = 80_000;
/** Weight of the pairs of small runs beside those of whole sets. */
const SMALL_SHARE = 0.3;

const data = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? join(PACKAGE_ROOT, "..", "shared", "data");
const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS), DEFAULT_OPTIONS);
const shares = await loadWordShares();
const sets = new Map<string, SetPairs>();
for (const set of Object.keys(SETS)) sets.set(set, await readPairs(join(data, "events", set, "open.jsonl"), pipeline, shares));

const foldOf = (incident: string): number => [...incident].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0, 7) % FOLDS;

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

// --quick leaves out the check on held-out incidents, which takes most of the time.
for (let fold = 0; fold < (process.argv.includes("--quick") ? 0 : FOLDS); fold++) {
  const model = fitTrees(examplesWithout(fold), PAIR_FEATURES);
  for (const [set, { whole }] of sets) {
    const held = whole.filter(({ incidents, label }) => label !== null && incidents.some((incident) => foldOf(incident) === fold));
    process.stdout.write(`fold ${fold + 1}, ${set}: ${describe(held, model)}\n`);
  }
}
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
