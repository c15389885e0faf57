import { LAYERS_SCHEMA } from "./formats/article-schema.js";
import { checkValue, toError } from "./formats/check-value.js";
import { checkOptions, extractorOf, type ArticleInput, type Extractor, type ExtractorOptions, type ExtractResult } from "./extractor.js";
import { createPipeline } from "./pipeline.js";
import type { LabelLayer } from "./score/label.js";
import { scoreLayers as scoreCheckedLayers, type ScoreOptions, type ScoreReport } from "./score/score-layers.js";
import { findInputs } from "./shell/input/find-inputs.js";
import { readArticles as readArticlesOfFiles, type ReadArticle } from "./shell/input/read-articles.js";
import { loadResources } from "./shell/load-resources.js";
import { startPool, type ExtractPool } from "./shell/pool/extract-pool.js";

export type { Entity } from "./model/entity.js";
export type { CasualtyFigure, Modality, Outcome, Qualifier, Quantity, Scope } from "./model/casualty.js";
export type {
  Actor,
  Cause,
  Certainty,
  Incident,
  IncidentDate,
  IncidentKind,
  IncidentLink,
  IncidentPlace,
  Victim,
} from "./model/incident.js";
export type { IsoDate, Timex, TimexAnchor, TimexMod, TimexType } from "./model/calendar.js";
export type { Article } from "./model/article.js";
export type { Diagnostic } from "./model/diagnostic.js";
export type { Family } from "./model/kinds.js";
export type { CasualtyMention, DateMention, Evidence, FigureLink, Mention, MentionKind, NameKind, NameMention } from "./model/mention.js";
export type { Location, PlaceKind } from "./model/place.js";
export type { ApartReason, SetApart, Toll, TollEvidence, TollProfile, VictimClass } from "./model/toll.js";
export type { Span } from "./model/span.js";
export type { Sentence } from "./model/token.js";
export type { ScoreOptions, ScoreReport } from "./score/score-layers.js";
export type { BootstrapOptions } from "./score/bootstrap.js";
export type { Calibration, CurvePoint, ReliabilityBin } from "./score/calibration.js";
export type { Confusion } from "./score/confusion.js";
export type { ErrorGroup } from "./score/error-groups.js";
export type { CausedFinding } from "./score/findings.js";
export type { Label, LabelLayer } from "./score/label.js";
export type { LabelledKinds } from "./score/labelled-kinds.js";
export type { EntityScores, FigureScores, SchemeScores } from "./score/read-scores.js";
export type { Scheme } from "./score/schemes.js";
export type { Attribute } from "./score/score-casualties.js";
export type { Interval, Score, TallyTable } from "./score/tally.js";
export type { PipelineOptions } from "./model/options.js";
export type { UserName } from "./model/user-name.js";
export { drawTables } from "./extractor.js";
export type { ArticleInput, Extractor, ExtractorOptions, ExtractResult } from "./extractor.js";
export type { CoreResources } from "./core.js";
export { readCoreResources } from "./shell/load-resources.js";
export type { ExtractPool } from "./shell/pool/extract-pool.js";
export type { Reject } from "./formats/articles/article-format.js";
export type { ReadArticle } from "./shell/input/read-articles.js";
export { formatCsv } from "./formats/tables/csv.js";
export { formatWorkbook } from "./shell/output/format-workbook.js";
export type { Cell, ColumnType, TableRows } from "./formats/tables/table.js";

/**
 * Loads lexicons and models (a few tenths of a second) and returns a function that extracts synchronously, for any
 * number of articles. Throws where a file of the package is missing or damaged, naming it.
 *
 * @throws TypeError or RangeError (rejecting) where an option is unknown or has no value that it may have, naming it.
 */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const checked = checkOptions("createExtractor", options);
  return extractorOf(createPipeline(await loadResources(checked), checked));
}

let shared: Promise<Extractor> | null = null;

/**
 * Extracts people, organizations, places, groups, dates, casualty figures and incidents from one article. The first call loads
 * the models, which later calls share; {@link createExtractor} gives options.
 *
 * @throws TypeError where a field is of the wrong type or has an unknown name, naming it.
 * @throws RangeError where `publishedAt` is no day of the calendar.
 */
export async function extract(article: ArticleInput): Promise<ExtractResult> {
  shared ??= createExtractor().catch((error: unknown) => {
    // Not kept: what is missing may be there at the next call.
    shared = null;
    throw error;
  });
  return (await shared)(article);
}

/**
 * Extracts from articles as they come, one after the other, in their order; the thread is free between two of them. The
 * articles may come from anywhere: a list, a stream, a database. {@link createPool} does the same on several threads.
 *
 * @throws as {@link extract} does, at the article that is wrong.
 */
export async function* extractAll(
  articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput>,
  options: ExtractorOptions = {},
): AsyncGenerator<ExtractResult> {
  const extractor = await createExtractor(options);
  for await (const article of articles) {
    yield extractor(article);
    await new Promise((resume) => setImmediate(resume));
  }
}

/** Choices of a pool. */
export interface PoolOptions extends ExtractorOptions {
  /** Threads, at least 1; up to four, as many as there are processors, where none is given. */
  readonly jobs?: number | undefined;
}

/**
 * Starts threads that extract, so that a server answers while articles are read: `await pool.extract(article)`,
 * `for await (const result of pool.extractAll(articles))`, and `await pool.close()` at the end.
 *
 * @throws TypeError or RangeError (rejecting) where an option is wrong, naming it.
 */
export async function createPool({ jobs, ...options }: PoolOptions = {}): Promise<ExtractPool> {
  if (jobs !== undefined && (!Number.isInteger(jobs) || jobs < 1 || jobs > 256))
    throw new RangeError(`createPool: \`jobs\` is ${String(jobs)}; give a whole number from 1 to 256.`);
  return startPool(jobs, checkOptions("createPool", options));
}

/**
 * Reads the articles of files, folders and glob patterns, of every kind that the command line reads, one after the other; what
 * cannot be read comes as a reject that says why. Nothing is looked for in them.
 *
 * @throws Error where a path is there for no file.
 */
export async function* readArticles(paths: readonly string[]): AsyncGenerator<ReadArticle> {
  const { files, missing } = await findInputs(paths);
  if (missing[0] !== undefined) throw new Error(`${missing[0]}: no such file, and no article matches it.`);
  yield* readArticlesOfFiles(files);
}

/**
 * Scores predicted records against gold: see ScoreReport. Records are paired by article id.
 *
 * @param texts the text of each article by id; needed for sentences and token scores only.
 * @throws TypeError or RangeError where a record lacks an id, or a mention its kind, start and end, naming it.
 */
export function scoreLayers(
  gold: readonly LabelLayer[],
  predicted: readonly LabelLayer[],
  texts: ReadonlyMap<string, string> = new Map(),
  options: ScoreOptions = {},
): ScoreReport {
  for (const [name, layers] of [
    ["gold", gold],
    ["predicted", predicted],
  ] as const) {
    const checked = checkValue(LAYERS_SCHEMA, layers);
    if ("faults" in checked) throw toError(`scoreLayers, ${name}`, checked.faults);
  }
  if (!(texts instanceof Map)) throw new TypeError("scoreLayers: texts is no Map; give the text of each article by its id.");
  return scoreCheckedLayers(gold, predicted, texts, options);
}
