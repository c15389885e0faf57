import type { ArticleAt, CollatedArticle } from "../../collate/collator.js";
import type { Spool } from "./spool.js";

/** Articles that are kept as they were read. */
const KEPT = 4;

/**
 * Looks up the articles of a spool, those looked up last without reading them again: a long article tells of thousands of
 * incidents, which are merged one after the other, and to read all of it for each takes time with their square.
 */
export function lookUpArticles(spool: Pick<Spool, "at">): ArticleAt {
  const recent: { readonly index: number; readonly article: CollatedArticle }[] = [];
  return (index) => {
    const at = recent.findIndex((known) => known.index === index);
    const found = recent.splice(at, at === -1 ? 0 : 1)[0] ?? { index, article: JSON.parse(spool.at(index)) as CollatedArticle };
    recent.unshift(found);
    recent.length = Math.min(recent.length, KEPT);
    return found.article;
  };
}
