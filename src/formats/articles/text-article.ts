import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { articlesOfText } from "./exports/articles-of-text.js";
import { splitNewsExport } from "./exports/news-export.js";

/** A decoded file and what its name says. */
export interface DecodedFile {
  readonly path: string;
  readonly stem: string;
  readonly content: string;
}

/**
 * A plain text file is one article: its whole content is the text, nothing is known but what it says. An export of a news
 * database is the articles that it holds.
 */
export function parseTextArticle({ path, stem, content }: DecodedFile): Checked<readonly Article[]> {
  if (splitNewsExport(content) !== null) return articlesOfText(content, { id: stem }, path);
  return {
    value: [{ id: stem, text: content, title: null, publishedAt: null, source: null, place: null, language: null }],
    diagnostics: [],
  };
}
