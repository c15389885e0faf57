import type { Article } from "../model/article.js";
import type { Entity } from "../model/entity.js";
import type { IsoDate } from "../model/calendar.js";
import type { Layer } from "../model/layer.js";
import type { Sentence } from "../model/token.js";
import { countWords, type WordCounts } from "./count-words.js";
import { sketchIncidents, type IncidentSketch } from "./incidents/sketch-incidents.js";
import { sketchScene, type SceneSketch } from "./incidents/sketch-scene.js";
import { readMarks } from "./read-marks.js";

/**
 * What the stage over the whole corpus needs of an article: a few kilobytes, drawn where the article was read, kept on
 * the disk until the end of the run. Plain data; nothing in it depends on other articles.
 */
export interface ArticleDigest {
  readonly title: string | null;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly entities: readonly Entity[];
  readonly incidents: readonly IncidentSketch[];
  readonly scene: SceneSketch;
  /** Words of the headline, which count twice, and of the text. */
  readonly words: WordCounts;
  /** Words of the headline and of the first sentences. */
  readonly lead: WordCounts;
  readonly marks: readonly number[];
}

/** Characters of a text that are its lead. */
const LEAD = 400;

/**
 * Draws the digest of an article.
 *
 * @param incidents those of a long article, of which `article` need have no more than the first 20,000 units of the text.
 */
export function digestArticle(
  article: Article,
  layer: Layer,
  sentences: readonly Sentence[],
  incidents = sketchIncidents(article, layer, sentences),
): ArticleDigest {
  const { title, text, source, url = null } = article;
  return {
    title,
    publishedAt: layer.publishedAt,
    source,
    url,
    entities: layer.entities,
    incidents,
    scene: sketchScene(article, layer),
    words: countWords([
      [title ?? "", 2],
      [text, 1],
    ]),
    lead: countWords([
      [title ?? "", 1],
      [text.slice(0, LEAD), 1],
    ]),
    marks: readMarks(text),
  };
}
