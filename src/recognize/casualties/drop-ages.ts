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
    // "Two boys, ages 7 and 10, and two adults": a list of ages after its word.
    const listed = chunk.kind === "comma" ? number : chunk;
    if (listed?.kind === "np" && listed.quantity === null && /^(?:ages?|aged)$/.test(listed.head) && holder?.kind === "np") {
      let last = chunk.kind === "comma" ? i + 1 : i;
      while (/^(?:other|np|and|comma|prep)$/.test(chunks[last + 1]?.kind ?? "") && isAge(chunks, last + 1)) last++;
      if (last > (chunk.kind === "comma" ? i + 1 : i)) {
        i = chunk.kind === "comma" && chunks[last + 1]?.kind === "comma" ? last + 1 : last;
        continue;
      }
    }
    // "Many, possibly hundreds, of people": the comma before "of" parts nothing.
    if (chunk.kind === "comma" && holder?.kind === "np" && holder.cls === "bare" && number?.kind === "of") continue;
    kept.push(chunk);
  }
  return kept;
}

/** A number of a list of ages, or what joins it to the next one. */
function isAge(chunks: readonly Chunk[], at: number): boolean {
  const chunk = chunks[at];
  if (chunk?.kind === "np") return chunk.cls === "bare" && chunk.quantity !== null && chunk.end - chunk.start <= 5;
  if (chunk?.kind === "other") return /^\d{1,3}$/.test(chunk.lower);
  return (chunk?.kind === "and" || chunk?.kind === "comma" || chunk?.kind === "prep" && chunk.lower === "to") && at + 1 < chunks.length && isAgeNumber(chunks[at + 1], chunks[at + 2]);
}

const isAgeNumber = (chunk: Chunk | undefined, after: Chunk | undefined): boolean =>
  chunk?.kind === "other" && /^\d{1,3}$/.test(chunk.lower) || chunk?.kind === "np" && chunk.cls === "bare" && chunk.quantity !== null && /^(?:and|comma|stop|verb|pred|prep|adv)$/.test(after?.kind ?? "stop") && chunk.end - chunk.start <= 5;
