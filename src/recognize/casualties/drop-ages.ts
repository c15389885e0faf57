import type { Chunk } from "./chunk.js";

/**
 * Takes ages out of a clause, with their commas, so that they neither count people nor part a noun from its verb:
 * "a teacher, 45, and her son, 12, were killed" reads as "a teacher and her son were killed".
 */
export function dropAges(chunks: readonly Chunk[]): readonly Chunk[] {
  const kept: Chunk[] = [];
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (!chunk) break;
    const holder = kept.at(-1);
    const number = chunks[i + 1];
    const after = chunks[i + 2];
    if (
      chunk.kind === "comma" && holder?.kind === "np" && holder.quantity === null && (holder.cls === "name" || holder.cls === "person" || holder.cls === "unknown") &&
      number?.kind === "np" && number.cls === "bare" && number.quantity?.read.qualifier === "exact" && (number.quantity.read.value ?? 999) <= 110 &&
      /^\d/.test(String(number.quantity.read.value)) && number.end - number.start <= 3 &&
      (!after || after.kind === "comma" || after.kind === "and" || after.kind === "stop" || after.kind === "other")
    ) {
      i += after?.kind === "comma" ? 2 : 1;
      continue;
    }
    // "Many, possibly hundreds, of people": the comma before "of" parts nothing.
    if (chunk.kind === "comma" && holder?.kind === "np" && holder.cls === "bare" && number?.kind === "of") continue;
    kept.push(chunk);
  }
  return kept;
}
