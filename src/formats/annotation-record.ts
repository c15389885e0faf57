import type { Layer } from "../model/layer.js";

/**
 * One line of `annotations.jsonl`, without the line end. An article that was passed over says so in `skipped`: its
 * empty list of mentions then means that nothing was looked for.
 */
export function formatAnnotationRecord(layer: Layer, skipped: { readonly language: string; readonly reason: string } | null = null): string {
  return JSON.stringify(skipped === null ? layer : { ...layer, skipped });
}
