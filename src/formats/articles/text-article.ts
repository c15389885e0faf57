import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";

/** A decoded file and what its name says. */
export interface DecodedFile {
  readonly path: string;
  readonly stem: string;
  readonly content: string;
}

/** A plain text file is one article: its whole content is the text, nothing is known but what it says. */
export function parseTextArticle({ stem, content }: DecodedFile): Checked<readonly Article[]> {
  return {
    value: [{ id: stem, text: content, title: null, publishedAt: null, source: null, place: null, language: null }],
    diagnostics: [],
  };
}
