/**
 * npm run bench:incidents -- [--data FOLDER] [--errors] [--sets gva,reports,ecbplus,muc34]
 *
 * What is made of the figures of an article: on labelled incidents (rows right in tolls, place and date; place and date of
 * a figure; grouping; cause; actors), and the main incident against data bases that coded the same events by hand. Then what
 * is made of whole sets: which articles tell of one incident, and whether its row has the right toll, day and place. With
 * --sets only these sets are run, without the articles one by one.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadGrouping, loadResources, PACKAGE_ROOT } from "../src/shell/load-resources.js";
import { benchLabelled, type GoldIncidents, type LabelledArticle } from "./incidents/bench-labelled.js";
import { benchMain, type CodedArticle } from "./incidents/bench-main.js";
import { measureCorpus } from "./incidents/measure-corpus.js";

const { values } = parseArgs({
  options: { data: { type: "string", default: "../shared/data" }, errors: { type: "boolean", default: false }, sets: { type: "string" } },
});
const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS));

/** The lines of a set, or null where it is not beside the checkout. */
function readSet<Row>(name: string): readonly Row[] | null {
  const file = join(values.data, `${name}.jsonl`);
  if (!existsSync(file)) {
    console.log(`${name}: not beside this checkout`);
    return null;
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** A line of gold/ as it is written. */
interface GoldLine extends LabelledArticle, GoldIncidents {
  readonly mentions: readonly (LabelledArticle["figures"][number] & { readonly kind: string })[];
}

/** A line of gold/ as a labelled article with its incidents. */
function readGold(line: string): LabelledArticle & GoldIncidents {
  const { mentions, ...record } = JSON.parse(line) as GoldLine;
  const main = record.incidents.find((incident) => "main" in incident && incident.main === true)?.id ?? null;
  return { ...record, main, figures: mentions.filter(({ kind }) => kind === "casualty") };
}

if (values.sets === undefined) {
  const articles = readSet<LabelledArticle>("casualties/labelled/dev");
  const gold = readSet<GoldIncidents>("casualties/labelled/incidents-dev");
  const fitted = "labelled incidents (weights were fitted to them: npm run train:incidents prints cross-validation)";
  if (articles && gold) benchLabelled(fitted, articles, gold, pipeline, values.errors);
  const own = readFileSync(join(PACKAGE_ROOT, "gold/gold.jsonl"), "utf8").trim().split("\n").map(readGold);
  benchLabelled("incidents of gold/, to which nothing was fitted", own, own, pipeline, values.errors);
  for (const name of ["casualties/gva/dev", "events/gva/open", "casualties/wad/dev"]) {
    const rows = readSet<CodedArticle>(name);
    if (rows) benchMain(name, rows, pipeline, values.errors);
  }
}
measureCorpus(join(values.data, "events"), (values.sets ?? "gva,reports,ecbplus,muc34").split(","), pipeline, await loadGrouping());
