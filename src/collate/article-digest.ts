import type { Article } from "../model/article.js";
import type { Entity } from "../model/entity.js";
import type { IsoDate } from "../model/calendar.js";
import type { Layer } from "../model/layer.js";
import { countWords, type WordCounts } from "./count-words.js";
import { sketchIncidents, type IncidentSketch } from "./incidents/sketch-incidents.js";

/**
 * What the stage over the whole corpus needs of an article: a few kilobytes, drawn where the article was read, kept on
 * the disk until the end of the run. Plain data; nothing in it depends on other articles.
 */
export interface ArticleDigest {
  readonly title: string | null;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  readonly entities: readonly Entity[];
  readonly incidents: readonly IncidentSketch[];
  readonly words: WordCounts;
}

/** Draws the digest of an article. */
export function digestArticle(article: Article, layer: Layer): ArticleDigest {
  return {
    title: article.title, publishedAt: layer.publishedAt, source: article.source,
    entities: layer.entities, incidents: sketchIncidents(layer, article), words: countWords(article.title, article.text),
  };
}
