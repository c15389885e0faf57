import type { ArticleFormat } from "./article-format.js";

/** A plain text file is one article: its whole content is the text, nothing is known but what it says. */
export const parseTextArticle: ArticleFormat = ({ stem, content }) => ({
  value: [{ id: stem, text: content, title: null, publishedAt: null, source: null, place: null, language: null }],
  diagnostics: [],
});
