import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { parseHtmlArticle } from "./html-article.js";
import { parseJsonlArticles } from "./jsonl-articles.js";
import { parseMarkdownArticle } from "./markdown-article.js";
import { parseTextArticle } from "./text-article.js";

/** A file's decoded content and what the file name says of it. */
export interface ArticleFile {
  /** The path as the user would recognise it; used in messages only. */
  readonly path: string;
  /** The file name without its ending: the article's id unless the file states one. */
  readonly stem: string;
  readonly content: string;
}

/** An article that could not be read or processed, and why. Nothing is lost: the batch goes on without it. */
export interface Reject {
  /** The article's id where it is known. */
  readonly id: string | null;
  /** File, and record or line within it. */
  readonly place: string;
  /** Stable, kebab-case. */
  readonly code: string;
  /** What is wrong and what to do. */
  readonly reason: string;
}

/** Reads all articles of a file. Faults are diagnostics with their place; the other articles are still returned. */
export type ArticleFormat = (file: ArticleFile) => Checked<readonly Article[]>;

/** The formats by the ending of the file name, lower case, with its dot. */
export const ARTICLE_FORMATS: ReadonlyMap<string, ArticleFormat> = new Map<string, ArticleFormat>([
  [".txt", parseTextArticle],
  [".md", parseMarkdownArticle],
  [".markdown", parseMarkdownArticle],
  [".html", parseHtmlArticle],
  [".htm", parseHtmlArticle],
  [".jsonl", parseJsonlArticles],
  [".ndjson", parseJsonlArticles],
]);
