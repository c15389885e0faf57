import type { Entity } from "./model/entity.js";
import type { Incident } from "./model/incident.js";
import type { Mention } from "./model/mention.js";
import type { Toll } from "./model/toll.js";
import { createPipeline, DEFAULT_OPTIONS, type Pipeline, type PipelineOptions } from "./pipeline.js";
import { loadResources } from "./shell/load-resources.js";
import { parseIsoDate } from "./text/iso-date.js";

export type { Entity } from "./model/entity.js";
export type { CasualtyFigure, Modality, Outcome, Qualifier, Quantity, Scope } from "./model/casualty.js";
export type { Actor, Cause, Certainty, Incident, IncidentDate, IncidentKind, IncidentLink, IncidentPlace, Victim } from "./model/incident.js";
export type { IsoDate, Timex, TimexAnchor, TimexMod, TimexType } from "./model/calendar.js";
export type { CasualtyMention, DateMention, Evidence, Mention, MentionKind, NameKind, NameMention } from "./model/mention.js";
export type { Location, PlaceKind } from "./model/place.js";
export type { ApartReason, SetApart, Toll, TollProfile, VictimClass } from "./model/toll.js";
export type { Span } from "./model/span.js";
export { scoreLayers, type ScoreOptions, type ScoreReport } from "./score/score-layers.js";
export type { Label, LabelLayer } from "./score/label.js";
export type { Score } from "./score/tally.js";
export type { PipelineOptions } from "./pipeline.js";

/** An article to read. Only `text` is needed. */
export interface ArticleInput {
  /** Any length; UTF-16 as JavaScript has it. Never changed: all offsets are into it. */
  readonly text: string;
  readonly id?: string;
  readonly title?: string | null;
  /** Day of publication, `YYYY-MM-DD` (a time after it is ignored). Without it nothing relative is resolved. */
  readonly publishedAt?: string | null;
  readonly source?: string | null;
  readonly place?: string | null;
  readonly language?: string | null;
}

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
 */
export async function createExtractor(options: Partial<PipelineOptions> = {}): Promise<Extractor> {
  const complete = { ...DEFAULT_OPTIONS, ...options };
  return extractorOf(createPipeline(await loadResources(complete), complete));
}

let shared: Promise<Extractor> | null = null;

/**
 * Extracts people, organizations, places, groups, dates, casualty figures and incidents from one article. The first call loads
 * the models, which later calls share; {@link createExtractor} gives options.
 *
 * @throws TypeError where `text` is no string.
 * @throws RangeError where `publishedAt` is no day of the calendar.
 */
export async function extract(article: ArticleInput): Promise<ExtractResult> {
  shared ??= createExtractor();
  return (await shared)(article);
}

function extractorOf(pipeline: Pipeline): Extractor {
  return (input) => {
    if (typeof input.text !== "string") throw new TypeError("extract: `text` must be a string.");
    const published = input.publishedAt ?? null;
    const publishedAt = published === null ? null : parseIsoDate(published);
    if (published !== null && publishedAt === null) {
      throw new RangeError(`extract: publishedAt "${published}" is not a day written YYYY-MM-DD.`);
    }
    const { mentions, titleMentions, entities, incidents, tolls } = pipeline({
      id: input.id ?? "article", text: input.text, title: input.title ?? null, publishedAt,
      source: input.source ?? null, place: input.place ?? null, language: input.language ?? null,
    });
    return { mentions, titleMentions, entities, incidents, tolls };
  };
}
