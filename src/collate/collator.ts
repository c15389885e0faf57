import type { ArticleDigest } from "./article-digest.js";
import type { UnfitDecision } from "./decisions.js";

/** A settled article of a run: what the digest holds, and what only the run knows. */
export interface CollatedArticle extends ArticleDigest {
  /** Unique within the run. */
  readonly id: string;
  /** The earlier article that it repeats; null where it repeats none. */
  readonly duplicateOf: string | null;
}

/** Looks up an article by its place in the input, from 0. All but the last few are read anew: what is needed often is to be kept. */
export type ArticleAt = (index: number) => CollatedArticle;

/**
 * Makes of all articles of a run what they mean together. It is given one article after the other, in the order of the
 * input, and keeps a few hundred bytes of each; at the end it may look articles up again. Pure: the same articles give
 * the same findings, and nothing depends on how they were processed.
 */
export interface Collator<Found> {
  readonly add: (article: CollatedArticle) => void;
  readonly finish: (articleAt: ArticleAt) => Iterable<Found>;
  /** The decisions that did not fit, once all findings were taken. */
  readonly unfit?: () => readonly UnfitDecision[];
}
