import type { Article } from "../../model/article.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Layer } from "../../model/layer.js";
import type { Sentence } from "../../model/token.js";
import { toLayer, type Pipeline } from "../../pipeline.js";
import { hashText } from "../hash-text.js";

/** What a worker sends back for one article. */
export interface ProcessedArticle {
  readonly layer: Layer;
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
}

/** Runs the pipeline over one article and hashes its text. */
export function processArticle(pipeline: Pipeline, article: Article, defaultDate: IsoDate | null = null): ProcessedArticle {
  const extraction = pipeline(article, defaultDate);
  return {
    layer: toLayer(extraction, hashText(article.text)),
    sentences: extraction.sentences,
    tokens: extraction.tokens,
  };
}
