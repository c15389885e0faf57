import { ARTICLE_SCHEMA, LAYERS_SCHEMA } from "./formats/article-schema.js";
import { checkValue, toError } from "./formats/check-value.js";
import { OPTIONS_SCHEMA } from "./formats/options-schema.js";
import type { Entity } from "./model/entity.js";
import type { Incident } from "./model/incident.js";
import type { Mention } from "./model/mention.js";
import type { Toll } from "./model/toll.js";
import type { PipelineOptions } from "./model/options.js";
import { createPipeline, type Pipeline } from "./pipeline.js";
import type { LabelLayer } from "./score/label.js";
import { scoreLayers as scoreCheckedLayers, type ScoreOptions, type ScoreReport } from "./score/score-layers.js";
import { loadResources } from "./shell/load-resources.js";

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
export type { CasualtyMention, DateMention, Evidence, Mention, MentionKind, NameKind, NameMention } from "./model/mention.js";
export type { Location, PlaceKind } from "./model/place.js";
export type { ApartReason, SetApart, Toll, TollProfile, VictimClass } from "./model/toll.js";
export type { Span } from "./model/span.js";
export type { ScoreOptions, ScoreReport } from "./score/score-layers.js";
export type { Label, LabelLayer } from "./score/label.js";
export type { Score } from "./score/tally.js";
export type { PipelineOptions } from "./model/options.js";

/** An article to read. Only `text` is needed. */
export interface ArticleInput {
  /** Any length; UTF-16 as JavaScript has it. Never changed: all offsets are into it. */
  readonly text: string;
  readonly id?: string | undefined;
  readonly title?: string | null | undefined;
  /** Day of publication, `YYYY-MM-DD` (a time after it is ignored), or a Date, of which the day in UTC counts. Without it nothing relative is resolved. */
  readonly publishedAt?: string | Date | null | undefined;
  readonly source?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Choices of a caller; those that are absent or undefined have their defaults. */
export type ExtractorOptions = { readonly [Name in keyof PipelineOptions]?: PipelineOptions[Name] | undefined };

/** What was found in one article. */
export interface ExtractResult {
  /** In order of start, end, kind. Spans are half-open UTF-16 offsets into the text as given. */
  readonly mentions: readonly Mention[];
  /** The same of the title, with offsets into the title as given; empty where none is. */
  readonly titleMentions: readonly Mention[];
  /** Mentions of one name grouped, in order of first mention within each kind. */
  readonly entities: readonly Entity[];
  /** What happened: where, when, to how many, by whom, each with its figures and tolls. */
  readonly incidents: readonly Incident[];
  /** The tolls of the main incident, a row an outcome; empty where the article is about something else. */
  readonly tolls: readonly Toll[];
}

/** Extracts from one article. */
export type Extractor = (article: ArticleInput) => ExtractResult;

/**
 * Loads lexicons and models (a few tenths of a second) and returns a function that extracts synchronously, for any
 * number of articles. Throws where a file of the package is missing or damaged, naming it.
 *
 * @throws TypeError or RangeError (rejecting) where an option is unknown or has no value that it may have, naming it.
 */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const checked = checkValue(OPTIONS_SCHEMA, options);
  if ("faults" in checked) throw toError("createExtractor", checked.faults);
  return extractorOf(createPipeline(await loadResources(checked.value), checked.value));
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

function extractorOf(pipeline: Pipeline): Extractor {
  return (input) => {
    const checked = checkValue(ARTICLE_SCHEMA, input);
    if ("faults" in checked) throw toError("extract", checked.faults);
    const { mentions, titleMentions, entities, incidents, tolls } = pipeline(checked.value);
    return { mentions, titleMentions, entities, incidents, tolls };
  };
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
