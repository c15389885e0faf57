import { digestArticle } from "../../collate/article-digest.js";
import { sketchIncidents, type IncidentSketch } from "../../collate/incidents/sketch-incidents.js";
import { escapeText, frameRecord, startTextRecord, TEXT_END } from "../../formats/annotation-record.js";
import { drawEntry } from "../../formats/report/report-entry.js";
import { drawTables, type DrawnArticle, type Wanted } from "../../formats/tables/draw-article.js";
import { drawTimeline, orderTimeline, type TimelineLine } from "../../formats/timeline.js";
import type { ArticleResult } from "../../formats/tables/table.js";
import type { Incident } from "../../model/incident.js";
import { countKinds } from "../../model/kinds.js";
import type { Mention } from "../../model/mention.js";
import type { LongItem, PartRecord } from "./unit-result.js";
import { writeRows, type RowOutputs } from "./write-rows.js";

/** A long article under the id that the run gives it, and where its parts are. */
export interface LongArticle {
  readonly item: LongItem;
  readonly id: string;
  /** Its place among the articles that the stage over the corpus takes, from 0. */
  readonly article: number;
  readonly duplicate: ArticleResult["duplicate"];
  /** The JSON of its part of a number, from 0. */
  readonly partAt: (index: number) => Promise<string>;
}

/** What is enough to tell what was found in it. */
export type LongFound = Pick<LongArticle, "item" | "id" | "partAt">;

/** Units up to which the report shows the text of an article that came in parts. */
const REPORTED = 1_000_000;
/** Units of the text that the stage over the corpus reads. */
const DIGESTED = 20_000;

/**
 * Writes a long article as if it were whole, holding one of its parts at a time: its rows, its record and its text.
 *
 * @param wanted what the further outputs want drawn.
 * @returns what the stage over the corpus takes of it, as JSON.
 */
export async function writeLongArticle(long: LongArticle, outputs: RowOutputs, wanted: Wanted): Promise<string> {
  const { item, id } = long;
  const { output, tables } = outputs;
  const article = { ...item.article, id };
  const layer = { ...item.layer, id };
  const frame = frameRecord(layer);
  const digest = startLongDigest(long);
  const shown: Shown | null = wanted.entry && item.totals.characters <= REPORTED ? { text: "", mentions: [], incidents: [] } : null;
  let between = "";
  await output.append("annotations.jsonl", frame.start);
  await output.append("texts.jsonl", startTextRecord(article, layer.textHash));
  for await (const { result, record } of resultsOf(long)) {
    await takeRows(result, record === null && shown ? drawEntry(joinedResult(long, shown)) : null);
    if (record === null) continue;
    if (record.mentions.length > 0) await output.append("annotations.jsonl", between + listOf(record.mentions));
    between = ",";
    await output.append("texts.jsonl", escapeText(record.text));
    digest.add(result, record);
    if (shown) addTo(shown, record);
  }
  await output.append("texts.jsonl", `${TEXT_END}\n`);
  await output.append("annotations.jsonl", frame.middle);
  between = "";
  for (let index = 0; index < item.parts.count; index++) {
    const { incidents } = JSON.parse(await long.partAt(index)) as PartRecord;
    if (incidents.length === 0) continue;
    await output.append("annotations.jsonl", between + listOf(incidents));
    between = ",";
  }
  await output.append("annotations.jsonl", `${frame.end}\n`);
  return digest.finish();

  async function takeRows(result: ArticleResult, drawnEntry: DrawnArticle["entry"]): Promise<void> {
    const rows: DrawnArticle = { ...UNDRAWN, ...drawTables(result, wanted, tables), entry: drawnEntry };
    await writeRows(rows, { article: long.article, id }, () => result, outputs);
  }
}

/** The digest of a long article, drawn from its parts in their order. */
export function startLongDigest({ item, id }: LongFound): {
  readonly add: (result: ArticleResult, record: PartRecord) => void;
  readonly finish: () => string;
} {
  const sketches: IncidentSketch[] = [];
  const dates: Mention[] = [];
  let beginning = "";
  return {
    add: ({ article, layer, sentences }, { start, text, mentions, incidents }) => {
      for (const mention of mentions) if (mention.kind === "date") dates.push(mention);
      const alone = item.parts.count === 1 && incidents.length < 2;
      for (const sketch of sketchIncidents(article, layer, sentences, start, alone)) sketches.push(sketch);
      if (beginning.length < DIGESTED) beginning += text;
    },
    finish: () =>
      JSON.stringify(digestArticle({ ...item.article, id, text: beginning }, { ...item.layer, id, mentions: dates }, [], sketches)),
  };
}

/** The timeline of a long article. */
export async function timelineInPieces(long: LongFound): Promise<string> {
  const lines: TimelineLine[] = [];
  for await (const { result, record } of resultsOf({ ...long, duplicate: null }))
    if (record) for (const line of drawTimeline({ ...result, mentions: record.mentions }, record.start)) lines.push(line);
  return orderTimeline(long.item.article, lines);
}

/** The line of `annotations.jsonl` of a long article in pieces, with its end. */
export async function* recordInPieces({ item, id, partAt }: Omit<LongArticle, "duplicate" | "article">): AsyncGenerator<string> {
  const frame = frameRecord({ ...item.layer, id });
  for (const [before, list] of [
    [frame.start, "mentions"],
    [frame.middle, "incidents"],
  ] as const) {
    yield before;
    let between = "";
    for (let index = 0; index < item.parts.count; index++) {
      const found = (JSON.parse(await partAt(index)) as PartRecord)[list];
      if (found.length === 0) continue;
      yield between + listOf(found);
      between = ",";
    }
  }
  yield `${frame.end}\n`;
}

/** The parts joined, for the report. */
interface Shown {
  text: string;
  readonly mentions: Mention[];
  readonly incidents: Incident[];
}

function addTo(shown: Shown, { text, mentions, incidents }: PartRecord): void {
  shown.text += text;
  for (const mention of mentions) shown.mentions.push(mention);
  for (const incident of incidents) shown.incidents.push(incident);
}

function joinedResult(long: LongArticle, { text, mentions, incidents }: Shown): ArticleResult {
  const { layer } = long.item;
  const bare = resultOf(long, NOTHING, layer.entities);
  return { ...bare, article: { ...bare.article, text }, layer: { ...layer, id: long.id, mentions, incidents } };
}

const listOf = (values: readonly object[]): string => values.map((value) => JSON.stringify(value)).join(",");

const NOTHING: PartRecord = { start: 0, text: "", sentences: [], mentions: [], titleMentions: [], incidents: [] };

/** What is written of an article as a whole, and not with its parts. */
const UNDRAWN = {
  record: "",
  text: "",
  digest: "",
  skipped: false,
  undated: false,
  tokens: 0,
  entities: 0,
  mentions: countKinds(),
} as const;

/**
 * The parts in order, each as far as tables are drawn from it: with the entities that it names; at last what is told of the
 * article as a whole, without a record.
 */
export async function* resultsOf(
  long: Omit<LongArticle, "article">,
): AsyncGenerator<{ readonly result: ArticleResult; readonly record: PartRecord | null }> {
  const { entities: all } = long.item.layer;
  const known = new Map(all.map((entity) => [entity.id, entity] as const));
  const told = new Set<string>();
  for (let index = 0; index < long.item.parts.count; index++) {
    const record = JSON.parse(await long.partAt(index)) as PartRecord;
    const named = new Set<string>();
    for (const mention of [...record.mentions, ...record.titleMentions])
      if ("entity" in mention && mention.entity !== undefined) named.add(mention.entity);
    const introduced = new Set([...named].filter((id) => !told.has(id)));
    for (const id of introduced) told.add(id);
    const entities = [...named].flatMap((id) => known.get(id) ?? []);
    yield { record, result: { ...resultOf(long, record, entities), part: { start: record.start, introduced, totals: null } } };
  }
  const { totals } = long.item;
  const part = { start: totals.characters, introduced: new Set<string>(), totals };
  yield { record: null, result: { ...resultOf(long, NOTHING, all), part } };
}

function resultOf(
  { item, id, duplicate }: Omit<LongArticle, "article">,
  record: PartRecord,
  entities: ArticleResult["layer"]["entities"],
): ArticleResult {
  const { text, mentions, titleMentions, incidents, sentences } = record;
  const titled = item.layer.titleMentions === undefined ? {} : { titleMentions };
  return {
    article: { ...item.article, id, text },
    origin: item.origin,
    layer: { ...item.layer, id, mentions, ...titled, incidents, entities },
    sentences,
    tokens: 0,
    duplicate,
    skipped: null,
  };
}
