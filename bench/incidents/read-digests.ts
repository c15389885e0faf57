import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestArticle } from "../../src/collate/article-digest.js";
import type { CollatedArticle } from "../../src/collate/collator.js";
import { toLayer, type Pipeline } from "../../src/pipeline.js";

/** What a set says of an article. */
interface SetArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly date?: string;
}

/**
 * The digests of the articles of a set. Where a cache is named they are read from it, or drawn and written there: a trial of
 * grouping then takes seconds. A cache knows nothing of changes of the pipeline: remove it after one.
 */
export function readDigests(articles: readonly SetArticle[], pipeline: () => Pipeline, cache: string | null): readonly CollatedArticle[] {
  if (cache !== null && existsSync(cache))
    return readFileSync(cache, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as CollatedArticle);
  const read = pipeline();
  const digests = articles.map(({ id, title, text, publishedAt, date }): CollatedArticle => {
    const extraction = read({
      id,
      text,
      title: title === undefined || title === "" ? null : title,
      publishedAt: (publishedAt ?? date ?? "").slice(0, 10) || null,
      source: null,
      place: null,
      language: null,
    });
    return { id, duplicateOf: null, ...digestArticle(extraction.article, toLayer(extraction, null), extraction.sentences) };
  });
  if (cache !== null) {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(cache, digests.map((digest) => `${JSON.stringify(digest)}\n`).join(""));
  }
  return digests;
}
