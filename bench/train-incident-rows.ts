import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { vote } from "../src/collate/incidents/vote.js";
import { createPipeline, DEFAULT_OPTIONS, type Pipeline } from "../src/pipeline.js";
import { loadResources, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { fitVotes } from "../src/training/incidents/fit-votes.js";
import type { GoldArticle } from "../src/training/incidents/gold-article.js";
import { readBallots, VOTED, type NamedBallot, type Voted } from "../src/training/incidents/read-ballots.js";
import { foldOf, FOLDS } from "../src/training/incidents/folds.js";
import { readDigests } from "./incidents/read-digests.js";

// npm run train:incident-rows -- [DATA] [--cache FOLDER]: learns from the open halves of DATA/events which of the places and
// days that its reports name is that of an incident, and prints how often that is right where incidents were held out.

/** How much an incident of a set counts: reports are of every kind and few, the others of one. */
const SETS: Readonly<Record<string, number>> = { gva: 1, reports: 3 };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cache: { type: "string" } } });
const data = positionals[0] ?? join(PACKAGE_ROOT, "..", "shared", "data");
let pipeline: Pipeline | null = null;
const resources = await loadResources(DEFAULT_OPTIONS);
const lazily = (): Pipeline => (pipeline ??= createPipeline(resources));

const ballots: Record<Voted, (NamedBallot & { readonly set: string })[]> = { date: [], place: [] };
for (const [set, weight] of Object.entries(SETS)) {
  const gold = (await readFile(join(data, "events", set, "open.jsonl"), "utf8"))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldArticle);
  const found = readBallots(gold, readDigests(gold, lazily, values.cache === undefined ? null : join(values.cache, `${set}.jsonl`)));
  for (const field of VOTED) ballots[field].push(...found[field].map((ballot) => ({ ...ballot, weight, set })));
}

const lines: string[] = [];
for (const field of VOTED) {
  const own = ballots[field];
  const held = own.map(() => ({ right: false, likely: 0 }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = prefixed(field, fitVotes(own.filter(({ incident }) => foldOf(incident) !== fold)));
    for (const [i, { incident, candidates, right }] of own.entries()) {
      if (foldOf(incident) !== fold) continue;
      const chosen = vote(
        field,
        candidates.map((evidence, at) => ({ value: at, evidence })),
        weights,
      );
      held[i] = { right: chosen !== null && right[chosen.value] === true, likely: chosen?.likely ?? 0 };
    }
  }
  for (const set of Object.keys(SETS)) {
    const numbers = own.flatMap((ballot, i) => (ballot.set === set ? [i] : []));
    const share = (fits: (i: number) => boolean): string => ((100 * numbers.filter(fits).length) / Math.max(1, numbers.length)).toFixed(1);
    console.log(
      `${field}, ${set}: ${numbers.length} incidents; right where held out ${share((i) => held[i]?.right === true)}, among the candidates ${share((i) => own[i]?.right.some(Boolean) === true)}; mean likelihood of the chosen ${((100 * numbers.reduce((sum, i) => sum + (held[i]?.likely ?? 0), 0)) / Math.max(1, numbers.length)).toFixed(1)}`,
    );
  }
  for (const [evidence, weight] of fitVotes(own)) lines.push([field, evidence, weight].join("\t"));
}
const folder = join(PACKAGE_ROOT, "models", "incident-rows");
await mkdir(folder, { recursive: true });
await writeFile(
  join(folder, "weights.tsv"),
  [
    "# What speaks for a place or a day being that of an incident, and how much (src/collate/incidents/place-candidates.ts, date-candidates.ts).",
    "# Source: npm run train:incident-rows, on the open halves of gva (SemEval-2018 Task 5) and reports. Licence: MIT, as the project.",
    "# Columns: field; evidence; weight (log odds a unit).",
    "field\tevidence\tweight",
    ...lines,
    "",
  ].join("\n"),
);
console.log(`${lines.length} weights written to ${folder}`);

function prefixed(field: Voted, weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...weights].map(([evidence, weight]) => [`${field} ${evidence}`, weight]));
}
