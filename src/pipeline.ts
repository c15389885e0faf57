import { linkEntities } from "./link/link-entities.js";
import type { Lexicons } from "./lexicon/parse-lexicon.js";
import type { Article } from "./model/article.js";
import type { Entity } from "./model/entity.js";
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

/** Runs all stages over one article. Pure: the same article gives the same extraction. */
export type Pipeline = (article: Article) => Extraction;

/** Builds the pipeline. The only place where the stages stand in order. */
export function createPipeline({ lexicons }: Resources): Pipeline {
  const analyze = createAnalyzer();
  const recognizers = {
    names: createNameRecognizer(lexicons),
    dates: createDateRecognizer(lexicons),
    casualties: createCasualtyRecognizer(lexicons),
  };
  return (article) => {
    const analyzed = analyze(article.text);
    const found = recognizeAll(recognizers, { analyzed, article });
    const { mentions, entities } = linkEntities(article.text, found);
    return { article, analyzed, mentions, entities };
  };
}
