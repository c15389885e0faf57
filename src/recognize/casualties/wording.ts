import type { Chunk } from "./chunk.js";

/** The words of a chunk, lower-cased, with single spaces: a noun phrase up to its head. */
export function wordsOf(chunk: Chunk): string {
  switch (chunk.kind) {
    case "np":
      return [...chunk.modifiers, chunk.head].filter((word) => word !== "").join(" ");
    case "verb":
    case "pred":
      return chunk.words.join(" ");
    default:
      return chunk.lower;
  }
}

/** The wording from the chunk at `from` on, up to `count` chunks and never over the end of the clause or another finite verb. */
export function wordingFrom(chunks: readonly Chunk[], from: number, count: number): string {
  const words: string[] = [];
  for (let i = from; i < chunks.length && i < from + count; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.kind === "stop" || chunk.kind === "colon" || chunk.kind === "rel" || chunk.kind === "sub" || chunk.kind === "comma")
      break;
    if (chunk.kind === "verb" && chunk.finite && !chunk.bare && i > from) break;
    words.push(wordsOf(chunk));
  }
  return words.join(" ");
}
