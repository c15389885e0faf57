/**
 * npm run bench:incidents -- [--data FOLDER] [--errors]
 *
 * What is made of the figures of an article: on labelled incidents (rows right in tolls, place and date; place and date of
 * a figure; grouping; cause; actors), and the main incident against data bases that coded the same events by hand.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadResources } from "../src/shell/load-resources.js";
import { benchLabelled, type GoldIncidents, type LabelledArticle } from "./incidents/bench-labelled.js";
import { benchMain, type CodedArticle } from "./incidents/bench-main.js";

const { values } = parseArgs({ options: { data: { type: "string", default: "../shared/data" }, errors: { type: "boolean", default: false } } });
const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS));

/** The lines of a set, or null where it is not beside the checkout. */
function readSet<Row>(name: string): readonly Row[] | null {
  const file = join(values.data, `${name}.jsonl`);
  if (!existsSync(file)) {
    console.log(`${name}: not beside this checkout`);
    return null;
  }
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Row);
}

const articles = readSet<LabelledArticle>("casualties/labelled/dev");
const gold = readSet<GoldIncidents>("casualties/labelled/incidents-dev");
if (articles && gold) benchLabelled(articles, gold, pipeline, values.errors);
for (const name of ["casualties/gva/dev", "events/gva/open", "casualties/wad/dev"]) {
  const rows = readSet<CodedArticle>(name);
  if (rows) benchMain(name, rows, pipeline, values.errors);
}
