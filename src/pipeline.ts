import { createEntityLinker } from "./link/link-entities.js";
import type { Lexicons } from "./lexicon/parse-lexicon.js";
import type { Article } from "./model/article.js";
import type { Entity } from "./model/entity.js";
import type { Layer } from "./model/layer.js";
import type { Mention } from "./model/mention.js";
import type { AnalyzedText } from "./model/token.js";
import { createCasualtyRecognizer } from "./recognize/casualties/recognize-casualties.js";
import { createDateRecognizer } from "./recognize/dates/recognize-dates.js";
import { createNameRecognizer } from "./recognize/names/recognize-names.js";
import { recognizeAll } from "./recognize/recognize-all.js";
import { createAnalyzer } from "./text/analyze.js";

/** What the stages need from outside: read once by the shell, never changed. */
export interface Resources {
  readonly lexicons: Lexicons;
}

/** What the pipeline makes of one article. */
export interface Extraction {
  readonly article: Article;
  readonly analyzed: AnalyzedText;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
}

/** Choices that the user makes for a run. */
export interface PipelineOptions {
  /** Findings of a lower confidence are left out; from 0 to 1. */
  readonly minConfidence: number;
}

export const DEFAULT_OPTIONS: PipelineOptions = { minConfidence: 0 };

/** Runs all stages over one article. Pure: the same article gives the same extraction. */
export type Pipeline = (article: Article) => Extraction;

/** Builds the pipeline. The only place where the stages stand in order. */
export function createPipeline({ lexicons }: Resources, options: PipelineOptions = DEFAULT_OPTIONS): Pipeline {
  const analyze = createAnalyzer();
  const recognizers = {
    names: createNameRecognizer(lexicons),
    dates: createDateRecognizer(lexicons),
    casualties: createCasualtyRecognizer(lexicons),
  };
  const linkEntities = createEntityLinker(lexicons);
  return (article) => {
    const analyzed = analyze(article.text);
    const found = recognizeAll(recognizers, { analyzed, article })
      .filter((mention) => mention.confidence >= options.minConfidence);
    const { mentions, entities } = linkEntities(article.text, found);
    return { article, analyzed, mentions, entities };
  };
}

/** The annotation record of an extraction. `textHash` is the caller's: hashing belongs to the shell. */
export function toLayer({ article, mentions, entities }: Extraction, textHash: string | null): Layer {
  return { id: article.id, title: article.title, publishedAt: article.publishedAt, textHash, mentions, entities };
}
