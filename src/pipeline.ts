import { createEntityLinker } from "./link/link-entities.js";
import { linkFigures } from "./link/link-figures.js";
import { tollsOf } from "./link/toll.js";
import type { Lexicons } from "./lexicon/parse-lexicon.js";
import type { Article } from "./model/article.js";
import type { IsoDate } from "./model/calendar.js";
import type { Entity } from "./model/entity.js";
import type { Layer } from "./model/layer.js";
import type { CasualtyMention, DateMention, Mention } from "./model/mention.js";
import type { AnalyzedText } from "./model/token.js";
import type { Toll, TollProfile } from "./model/toll.js";
import { createCasualtyReader } from "./recognize/casualties/recognize-casualties.js";
import { createDateReader } from "./recognize/dates/recognize-dates.js";
import type { Weights } from "./recognize/names/read-weights.js";
import { createNameRecognizer } from "./recognize/names/recognize-names.js";
import { recognizeAll } from "./recognize/recognize-all.js";
import { createAnalyzer } from "./text/analyze.js";

/** What the stages need from outside, read once by the shell. */
export interface Resources {
  readonly lexicons: Lexicons;
  /** The name tagger's weights. */
  readonly names: Weights;
  /** Where the name tagger keeps what it computed of words, zeros at first. Pipelines of several threads may share it; without it each has its own. */
  readonly keptWords?: ArrayBufferLike;
}

/** What the pipeline makes of one article. */
export interface Extraction {
  readonly article: Article;
  readonly analyzed: AnalyzedText;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly tolls: readonly Toll[];
}

/** The name taggers that the package holds, `models/names-…`. */
export const MODEL_CHOICES = ["en", "open"] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];

/** Choices that the user makes for a run. */
export interface PipelineOptions {
  /** Findings of a lower confidence are left out; from 0 to 1. */
  readonly minConfidence: number;
  /** Whose rules choose one number for the toll of an article. */
  readonly profile: TollProfile;
  /** Which name tagger: `en`, or `open`, trained on openly licensed sets alone and less accurate. */
  readonly model: ModelChoice;
}

export const DEFAULT_OPTIONS: PipelineOptions = { minConfidence: 0, profile: "ucdp", model: "en" };

/**
 * Runs all stages over one article. Pure: the same article gives the same extraction. An article whose metadata give no
 * day of publication takes that of its own dateline, else the default, else stays undated.
 */
export type Pipeline = (article: Article, defaultDate?: IsoDate | null) => Extraction;

/** Builds the pipeline. The only place where the stages stand in order. */
export function createPipeline({ lexicons, names, keptWords }: Resources, options: PipelineOptions = DEFAULT_OPTIONS): Pipeline {
  const analyze = createAnalyzer();
  const recognizeNames = createNameRecognizer(names, lexicons, keptWords);
  const dates = createDateReader(lexicons);
  const readCasualties = createCasualtyReader(lexicons);
  const linkEntities = createEntityLinker(lexicons);
  return (read, defaultDate = null) => {
    const analyzed = analyze(read.text);
    const article = read.publishedAt === null ? { ...read, publishedAt: dates.publicationDay({ analyzed, article: read }) ?? defaultDate } : read;
    const casualties = readCasualties(analyzed);
    const recognizers = { names: recognizeNames, dates: dates.recognize, casualties: () => casualties.figures };
    const found = recognizeAll(recognizers, { analyzed, article })
      .filter((mention) => mention.confidence >= options.minConfidence);
    const { mentions: named, entities } = linkEntities(article.text, found);
    const mentions = linkFigures(analyzed, named);
    const figures = mentions.filter((mention): mention is CasualtyMention => mention.kind === "casualty");
    const dated = mentions.filter((mention): mention is DateMention => mention.kind === "date");
    // "Attacked the party", "murdered women and girls": a victim named is one whom the tagger takes for a person.
    const people = mentions.filter((mention) => mention.kind === "person");
    const victims = casualties.named.filter((victim) => people.some(({ start, end }) => start < victim.end && end > victim.start));
    const tolls = tollsOf({ analyzed, figures, named: victims, dates: dated, publishedAt: article.publishedAt }, options.profile);
    return { article, analyzed, mentions, entities, tolls };
  };
}

/** The annotation record of an extraction. `textHash` is the caller's: hashing belongs to the shell. */
export function toLayer({ article, mentions, entities, tolls }: Extraction, textHash: string | null): Layer {
  return { id: article.id, title: article.title, publishedAt: article.publishedAt, textHash, mentions, entities, tolls };
}
