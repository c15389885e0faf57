import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseLexicon, type Lexicons } from "../lexicon/parse-lexicon.js";
import { createDateReader } from "../recognize/dates/recognize-dates.js";
import { nameOfFeature } from "../recognize/dates/weigh-confidence.js";
import { createAnalyzer } from "../text/analyze.js";

/** A text with its time expressions as people labelled them. */
export interface DatedText {
  readonly doc: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timex: readonly { readonly start: number; readonly end: number; readonly text: string; readonly value: string }[];
}

/** A date that the program found: what its confidence rests on, and whether span and value are right. */
export interface JudgedDate {
  readonly features: readonly string[];
  readonly confidence: number;
  readonly right: boolean;
}

const SETS = ["tempeval3/timebank-train", "tempeval3/aquaint-train", "wikiwars/dev", "meantime/dev", "gum/dev"];
const LEXICONS = fileURLToPath(new URL("../../lexicons/", import.meta.url));
const FILE = join(LEXICONS, "date-confidence.tsv");

const HEAD = `# How sure a date is: the weights of a logistic regression over what its reading rests on (\`weigh-confidence.ts\`).
# Source: \`npm run fit:dates\` on the halves of TimeBank, AQUAINT, WikiWars, MEANTIME and GUM whose names hash to an even number;
#   \`npm run bench:dates\` prints the calibration error on the other halves. Licence: MIT, as the project.
# Columns: feature; weight (natural logarithm of odds that span and value are right).
feature	weight
`;

/** Which half of its set a document belongs to: 0 is fitted on, 1 is not. */
export const halfOf = (doc: string): 0 | 1 => ((createHash("sha1").update(doc).digest().at(-1) ?? 0) % 2 === 0 ? 0 : 1);

function readLexicons(): Lexicons {
  const files = readdirSync(LEXICONS).filter((file) => file.endsWith(".tsv"));
  return new Map(
    files.map((file) => {
      const name = file.slice(0, -".tsv".length);
      return [name, parseLexicon(name, readFileSync(join(LEXICONS, file), "utf8")).value] as const;
    }),
  );
}

/** Runs the recognizer on labelled texts and judges each date that it finds. */
export function judgeDates(texts: readonly DatedText[]): readonly JudgedDate[] {
  const analyze = createAnalyzer();
  const { explain } = createDateReader(readLexicons());
  return texts.flatMap(({ doc, dct, text, timex }) => {
    const article = { id: doc, text, title: null, publishedAt: dct, source: null, place: null, language: null };
    return explain({ analyzed: analyze(text), article }).map(({ mention, features }) => ({
      features: features.map(nameOfFeature),
      confidence: mention.confidence,
      right: timex.some(
        (gold) => gold.start < mention.end && mention.start < gold.end && gold.text === mention.text && gold.value === mention.value,
      ),
    }));
  });
}

/**
 * Fits weights by gradient descent on the mean logistic loss with an L2 penalty, which keeps rare features near the
 * common mean. Deterministic.
 */
export function fitWeights(dates: readonly JudgedDate[], penalty = 2, rounds = 3000, step = 0.5): ReadonlyMap<string, number> {
  const weights = new Map<string, number>([["bias", 0]]);
  for (let round = 0; round < rounds; round++) {
    const slope = new Map<string, number>();
    for (const { features, right } of dates) {
      let sum = weights.get("bias") ?? 0;
      for (const feature of features) sum += weights.get(feature) ?? 0;
      const miss = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      for (const feature of ["bias", ...features]) slope.set(feature, (slope.get(feature) ?? 0) + miss);
    }
    for (const [feature, sum] of slope) {
      const now = weights.get(feature) ?? 0;
      weights.set(feature, now - ((step * (sum + (feature === "bias" ? 0 : penalty * now))) / dates.length) * 10);
    }
  }
  return weights;
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: "string", default: "../shared/data/dates" } } });
  const texts = SETS.flatMap((set) =>
    readFileSync(join(values.data, `${set}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as DatedText),
  );
  const judged = judgeDates(texts.filter(({ doc }) => halfOf(doc) === 0));
  const rows = [...fitWeights(judged)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}`);
  writeFileSync(FILE, `${HEAD}${rows.join("\n")}\n`);
  process.stderr.write(`lexicons/date-confidence.tsv: ${rows.length} weights from ${judged.length} dates\n`);
}

if (process.argv[1]?.includes("fit-date-confidence")) main();
