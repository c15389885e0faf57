import type { Layer } from "../model/layer.js";

/** One line of `annotations.jsonl`, without the line end. */
export function formatAnnotationRecord(layer: Layer): string {
  return JSON.stringify(layer);
}
