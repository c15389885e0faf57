import type { Chunk } from "./chunk.js";
import { before, verbAt } from "./clause.js";
import type { ReadQuantity } from "./read-quantity.js";

/**
 * A number that a verb bounds from below: "the dead could exceed 300", "the toll passed 90". The quantity as read
 * elsewhere, and for a bare number after such a verb the same with its bound.
 */
export function boundByVerb(chunks: readonly Chunk[], at: number, read: ReadQuantity | null): ReadQuantity | null {
  if (read?.qualifier !== "exact" || read.kind !== "number") return read;
  const verb = verbAt(chunks, before(chunks, at));
  return verb?.tags.has("exceed") === true && !verb.passive && !verb.negated
    ? { ...read, low: read.value, high: null, qualifier: "at-least" }
    : read;
}
