import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createPlaceIndex, type PlaceCandidate } from "../gazetteer/place-index.js";
import { readContext, readPeoples, type ArticleContext } from "../link/places/article-context.js";
import { believePlaces, ROUNDS, type Weighed } from "../link/places/believe-places.js";
import { FEATURES } from "../link/places/candidate-features.js";
import { kilometersBetween } from "../link/places/geography.js";
import { gatherPlaceNames, type PlaceName } from "../link/places/place-name.js";
import { readPlaceTypes } from "../link/places/place-types.js";
import { CONFIDENCE_TERMS } from "../link/places/place-weights.js";
import { confidenceTerms } from "../link/places/resolve-places.js";
import type { Mention } from "../model/mention.js";
import { createNameRecognizer } from "../recognize/names/recognize-names.js";
import { createAnalyzer } from "../text/analyze.js";
import { fitConfidence } from "./places/fit-confidence.js";
import { fitSoftmax, type Choice } from "./places/fit-softmax.js";
import { readPackage } from "./places/read-package.js";

/**
 * `npm run fit:places -- FILE.jsonl…`: fits `lexicons/place-weights.tsv` on articles whose places have points, a JSON
 * object a line: `{"id", "text", "toponyms": [{"start", "end", "lat", "lon", "geonameid"?, "iso"?}]}`. Prints, for each
 * file, how many of its places are right with weights that were fitted on the other files alone.
 */
interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonameid?: number | null;
  readonly iso?: string | null;
}

interface Fitted {
  readonly set: string;
  readonly names: readonly PlaceName[];
  readonly context: ArticleContext;
  /** For each name the candidates that are right; null where the set labels none of its mentions. */
  readonly right: readonly (ReadonlySet<number> | null)[];
}

/** Kilometers within which a placement counts as right: 100 miles, as the field counts. */
const RIGHT = 161;

/** Times that beliefs and weights are fitted in turn. */
const TURNS = 4;

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = process.argv.slice(2);
const resources = readPackage(root);
const index = createPlaceIndex(resources.gazetteer, resources.lexicons);
const types = readPlaceTypes(resources.lexicons);
const peopleOf = readPeoples(resources.lexicons);
const analyze = createAnalyzer();
const recognizeNames = createNameRecognizer(resources.names, resources.lexicons, resources.gazetteer);
const articles = files.flatMap((file) => readSet(file));
const sets = [...new Set(articles.map(({ set }) => set))];
for (const set of sets) {
  const weights = fit(articles.filter((article) => article.set !== set));
  const { right, all } = judge(
    articles.filter((article) => article.set === set),
    weights,
  );
  process.stdout.write(`${set}: ${((100 * right) / all).toFixed(1)}% of ${all} names right, fitted on the others\n`);
}
const weights = fit(articles);
const { right, all } = judge(articles, weights);
process.stdout.write(`all: ${((100 * right) / all).toFixed(1)}% of ${all} names right, fitted on all\n`);
const confidence = fitConfidence(confidenceCases(articles, weights), priorsOf(CONFIDENCE_TERMS.map((term) => `confidence.${term}`)));
writeWeights(weights, confidence);

function readSet(file: string): readonly Fitted[] {
  const set = basename(dirname(file));
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const { id, text, toponyms } = JSON.parse(line) as { id: string; text: string; toponyms: readonly Toponym[] };
      const analyzed = analyze(text);
      const mentions: readonly Mention[] = recognizeNames({
        analyzed,
        article: { id, text, title: null, publishedAt: null, source: null, place: null, language: null },
      });
      const names = gatherPlaceNames(analyzed, mentions, index, types);
      return { set, names, context: readContext(analyzed, mentions, index, peopleOf), right: names.map((name) => rightOf(name, toponyms)) };
    });
}

function rightOf({ mentions, candidates }: PlaceName, toponyms: readonly Toponym[]): ReadonlySet<number> | null {
  for (const { start, end } of mentions) {
    const gold = toponyms.find((toponym) => toponym.start === start && toponym.end === end);
    if (!gold || gold.lat === null || gold.lon === null) continue;
    const point = { latitude: gold.lat, longitude: gold.lon };
    const within = (km: number): ReadonlySet<number> =>
      new Set(candidates.flatMap((candidate, i) => (kilometersBetween(candidate, point) <= km ? [i] : [])));
    const same = candidates.flatMap((candidate, i) => (isSame(candidate, gold) ? [i] : []));
    if (same.length > 0) return new Set([...same, ...within(15)]);
    return within(40).size > 0 ? within(40) : within(RIGHT);
  }
  return null;
}

function isSame(candidate: PlaceCandidate, { geonameid, iso }: Toponym): boolean {
  if (iso && candidate.kind === "country") return candidate.country === iso;
  return Boolean(geonameid) && index.geonameidOf(candidate) === geonameid;
}

function priorsOf(names: readonly string[]): readonly number[] {
  const priors = new Map((resources.lexicons.get("place-weights") ?? []).map(({ name = "", prior }) => [name, Number(prior)] as const));
  return names.map((name) => priors.get(name) ?? 0);
}

function fit(on: readonly Fitted[]): Float64Array {
  let fitted: Float64Array = Float64Array.from(priorsOf(FEATURES));
  const weightOfSet = new Map(sets.map((set) => [set, 1 / Math.sqrt(on.filter((article) => article.set === set).length || 1)]));
  for (let turn = 0; turn < TURNS; turn++) {
    const choices: Choice[] = [];
    for (const article of on) {
      for (const rounds of turn === 0 ? [1] : [1, ROUNDS]) {
        for (const [i, { features }] of believePlaces(article.names, article.context, fitted, null, rounds).entries()) {
          const good = article.right[i];
          if (good && good.size > 0 && good.size < features.length)
            choices.push({ features, right: good, weight: (weightOfSet.get(article.set) ?? 1) * (rounds === 1 && turn > 0 ? 0.2 : 1) });
        }
      }
    }
    fitted = fitSoftmax(choices, fitted, priorsOf(FEATURES));
  }
  return fitted;
}

function judge(on: readonly Fitted[], fitted: Float64Array): { readonly right: number; readonly all: number } {
  let right = 0;
  let all = 0;
  for (const article of on) {
    for (const [i, weighed] of believePlaces(article.names, article.context, fitted, null).entries()) {
      const good = article.right[i];
      if (!good || weighed.name.candidates.length === 0) continue;
      all++;
      if (good.has(bestOf(weighed))) right++;
    }
  }
  return { right, all };
}

function bestOf({ probabilities }: Weighed): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

function confidenceCases(
  on: readonly Fitted[],
  fitted: Float64Array,
): readonly { readonly terms: readonly number[]; readonly right: boolean }[] {
  return on.flatMap((article) =>
    believePlaces(article.names, article.context, fitted, null).flatMap((weighed, i) => {
      const good = article.right[i];
      if (!good || weighed.name.candidates.length === 0) return [];
      return [{ terms: confidenceTerms(weighed, bestOf(weighed), article.names.length === 1), right: good.has(bestOf(weighed)) }];
    }),
  );
}

/** Writes the weights where they are read, and keeps what each of them means. */
function writeWeights(fitted: Float64Array, curve: readonly number[]): void {
  const file = join(root, "lexicons", "place-weights.tsv");
  const values = new Map<string, number>([
    ...FEATURES.map((name, i) => [name as string, fitted[i] ?? 0] as const),
    ...CONFIDENCE_TERMS.map((name, i) => [`confidence.${name}`, curve[i] ?? 0] as const),
  ]);
  const written = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => {
      const [name = "", , ...meaning] = line.split("\t");
      const value = values.get(name);
      return value === undefined || name === "countryAsked" ? line : [name, value.toFixed(2), ...meaning].join("\t");
    });
  writeFileSync(file, written.join("\n"));
}
