import type { Article } from "../model/article.js";
import type { Mention } from "../model/mention.js";
import type { AnalyzedText } from "../model/token.js";

/** What a recognizer may know of an article: its words and its metadata, nothing of the world. */
export interface RecognizerInput {
  readonly analyzed: AnalyzedText;
  readonly article: Article;
}

/**
 * Finds the mentions of its kinds in one article. Returns them in order of `start`; mentions of one recognizer may
 * share a span ("no casualties" is two figures) but do not otherwise overlap within a kind, casualty figures apart.
 */
export type Recognizer<M extends Mention = Mention> = (input: RecognizerInput) => readonly M[];
