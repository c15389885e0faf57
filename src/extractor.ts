import { ARTICLE_SCHEMA } from "./formats/article-schema.js";
import { checkValue, toError } from "./formats/check-value.js";
import { OPTIONS_SCHEMA } from "./formats/options-schema.js";
import { TABLES } from "./formats/tables/all-tables.js";
import type { TableRows } from "./formats/tables/table.js";
import type { Entity } from "./model/entity.js";
import type { Incident } from "./model/incident.js";
import type { Mention } from "./model/mention.js";
import type { PipelineOptions } from "./model/options.js";
import type { Sentence } from "./model/token.js";
import type { Toll } from "./model/toll.js";
import { toLayer, type Pipeline } from "./pipeline.js";

/** An article to read. Only `text` is needed. */
export interface ArticleInput {
  /** Any length; UTF-16 as JavaScript has it. Never changed: all offsets are into it. */
  readonly text: string;
  readonly id?: string | undefined;
  readonly title?: string | null | undefined;
  /**
   * Day of publication, `YYYY-MM-DD` (a time after it is ignored), or a Date, of which the day in UTC counts. Without it
   * nothing relative is resolved.
   */
  readonly publishedAt?: string | Date | null | undefined;
  readonly source?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly author?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** Choices of a caller; those that are absent or undefined have their defaults. */
export type ExtractorOptions = { readonly [Name in keyof PipelineOptions]?: PipelineOptions[Name] | undefined };

/** What was found in one article. Plain data: it can go to another thread. */
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
  /** The day of publication that relative dates were counted from: as given, else that of the article's own dateline. */
  readonly publishedAt: string | null;
  /** Sentences, headlines and fragments of the text; `first` and `last` count its tokens. */
  readonly sentences: readonly Sentence[];
  /** How many words, numbers and marks the text has. */
  readonly tokens: number;
}

/** Extracts from one article. */
export type Extractor = (article: ArticleInput) => ExtractResult;

/**
 * The options that a caller gives, checked, with defaults for the others.
 *
 * @throws TypeError or RangeError where one is unknown or has no value that it may have, naming it.
 */
export function checkOptions(caller: string, options: ExtractorOptions): PipelineOptions {
  const checked = checkValue(OPTIONS_SCHEMA, options);
  if ("faults" in checked) throw toError(caller, checked.faults);
  return checked.value;
}

/** A pipeline as the library offers it: checks what it is given. */
export function extractorOf(pipeline: Pipeline): Extractor {
  return (input) => {
    const checked = checkValue(ARTICLE_SCHEMA, input);
    if ("faults" in checked) throw toError("extract", checked.faults);
    const { mentions, titleMentions, entities, incidents, tolls, article, sentences, tokens } = pipeline(checked.value);
    return { mentions, titleMentions, entities, incidents, tolls, publishedAt: article.publishedAt, sentences, tokens };
  };
}

/**
 * The rows of one article as the command line writes them: `articles`, `people`, `organizations`, `places`, `dates`,
 * `casualties`, `article_incidents`, `tolls`, `victims`, `mentions`, in that order; `output/README.md` explains every column.
 *
 * @param result what {@link Extractor} gave for this article.
 * @throws TypeError or RangeError where the article is none, as the extractor does.
 */
export function drawTables(input: ArticleInput, result: ExtractResult): readonly TableRows[] {
  const checked = checkValue(ARTICLE_SCHEMA, input);
  if ("faults" in checked) throw toError("drawTables", checked.faults);
  const article = { ...checked.value, publishedAt: result.publishedAt };
  const layer = toLayer({ ...result, article }, null);
  const origin = { file: article.id, record: null, offset: null };
  return TABLES.map(({ draw }) =>
    draw({ article, origin, layer, sentences: result.sentences, tokens: result.tokens, duplicate: null, skipped: null }),
  );
}
