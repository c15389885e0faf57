/**
 * Fits the weights by which figures are told apart and the place and the date of an incident are chosen, and says how good
 * they are on articles that they were not fitted to.
 *
 *   npm run train:incidents -- DATA [--write]     DATA: the folder of data sets; --write puts the weights into src/link/incidents
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EvidenceWeights } from "../src/link/incidents/weigh-evidence.js";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadResources, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { fitEvidence, judge } from "../src/training/fit-evidence.js";
import { readExamples, type Example } from "../src/training/incident-examples.js";

const FOLDS = 5;
/** Strength of the pull to what is known beforehand; chosen by cross-validation among 0.7, 1.5, 3, 4 and 6. */
const DECAY = { place: 1.5, date: 1.5, membership: 4 } as const;
const [data = "../shared/data", ...flags] = process.argv.slice(2);
const resources = await loadResources(DEFAULT_OPTIONS);
const { places, dates, members } = readExamples(
  data,
  join(PACKAGE_ROOT, "training/incidents/told-apart.jsonl"),
  createPipeline(resources),
  resources.lexicons,
);

/** What grammar says whatever the sets hold: courts, hospitals, homes and statements are elsewhere, a happening is there. */
const PRIOR: EvidenceWeights = {
  "head:happening": 1.5,
  "head:court": -2,
  "head:custody": -0.5,
  "head:care": -1,
  "head:home": -1.5,
  "head:speech": -2,
  "head:memory": -1.5,
  "distance-from": -2.5,
  "item:other": -4,
  "head:office": -1.5,
  subject: -1,
  "prep:of-comma": -1.5,
};

/**
 * What is added to weights of membership after the fit. An incident too many costs the grouping across articles more than it
 * gains in the article, so that a new one is rarer than figures alone would have it; where the text says that it is another
 * one ("in another case", "last month"), it is. Chosen by the grouping of gva/open and the cases of tolls.
 */
const MEMBER_SHIFT: EvidenceWeights = { new: -1.14, "new:another": 1.2, "new:before": 2.34 };

/** "In another case", an item of a round-up, another day or country of the same clause open an incident of their own, whatever the sets hold. */
const MEMBER_PRIOR: EvidenceWeights = {
  "new:another": 3,
  "new:day-of-its-own": 3,
  "new:ago:367+": 1.5,
  "new:grain:year": 1,
  "new:item": 1,
  "item:other": -3,
  "day:far:loose": -1,
  "day:month:loose": -0.5,
  "day:grain:loose": -0.5,
  "day:week": -4,
  "day:month": -4,
  "day:far": -4,
  "day:grain": -1.5,
  "place:abroad": -1.5,
};

const PURPOSES = {
  place: "for the place of an incident",
  date: "for the date of an incident",
  membership: "for a figure to tell of an incident before it",
} as const;

const foldOf = (doc: string): number => [...doc].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) % FOLDS;

for (const [name, examples] of [
  ["place", places],
  ["date", dates],
  ["membership", members],
] as const) {
  const prior = name === "membership" ? MEMBER_PRIOR : PRIOR;
  const tallies = new Map<string, { n: number; right: number; open: number; confidence: number }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitEvidence(
      examples.filter(({ doc }) => foldOf(doc) !== fold),
      prior,
      DECAY[name],
    );
    for (const example of examples.filter(({ doc }) => foldOf(doc) === fold)) tally(tallies, example, judge(example, weights));
  }
  for (const [set, { n, right, open, confidence }] of tallies) {
    console.log(
      `${name} ${set}: ${n} choices, right ${((100 * right) / n).toFixed(1)}%, mean confidence ${((100 * confidence) / n).toFixed(1)}%, right one among them ${((100 * open) / n).toFixed(1)}%`,
    );
  }
  if (flags.includes("--write")) writeWeights(name, shifted(name, fitEvidence(examples, prior, DECAY[name])));
}

/** The weights of membership with what is added to them; others as they are. */
function shifted(name: keyof typeof PURPOSES, weights: EvidenceWeights): EvidenceWeights {
  if (name !== "membership") return weights;
  return Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, weight + (MEMBER_SHIFT[key] ?? 0)]));
}

function tally(
  tallies: Map<string, { n: number; right: number; open: number; confidence: number }>,
  example: Example,
  judged: ReturnType<typeof judge>,
): void {
  const sums = tallies.get(example.set) ?? { n: 0, right: 0, open: 0, confidence: 0 };
  const open = example.right.includes(true) || example.noneIs === "right";
  tallies.set(example.set, {
    n: sums.n + 1,
    right: sums.right + Number(judged.right),
    open: sums.open + Number(open),
    confidence: sums.confidence + judged.confidence,
  });
}

function writeWeights(name: keyof typeof PURPOSES, weights: ReturnType<typeof fitEvidence>): void {
  const rows = Object.entries(weights).map(([feature, weight]) => `  ${JSON.stringify(feature)}: ${weight},`);
  writeFileSync(
    new URL(`../src/link/incidents/${name}-weights.ts`, import.meta.url),
    [
      'import type { EvidenceWeights } from "./weigh-evidence.js";',
      "",
      "/**",
      ` * How much each piece of evidence weighs ${PURPOSES[name]}.`,
      " * Made by `npm run train:incidents -- DATA --write`.",
      " */",
      `export const ${name.toUpperCase()}_WEIGHTS: EvidenceWeights = {`,
      ...rows,
      "};",
      "",
    ].join("\n"),
  );
}
