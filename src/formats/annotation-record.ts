import type { Article } from "../model/article.js";
import type { Layer } from "../model/layer.js";

/**
 * One line of `annotations.jsonl`, without the line end. An article that was passed over says so in `skipped`: its
 * empty list of mentions then means that nothing was looked for.
 */
export function formatAnnotationRecord(
  layer: Layer,
  skipped: { readonly language: string; readonly reason: string } | null = null,
): string {
  return JSON.stringify(skipped === null ? layer : { ...layer, skipped });
}

/** One line of `texts.jsonl`, without the line end: the text and the title that all offsets of the article count in. */
export function formatTextRecord({ id, title, text }: Article, textHash: string | null): string {
  return JSON.stringify({ id, title, textHash, text });
}
