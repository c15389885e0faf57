import type { TypedSpan } from "../typed-span.js";

/**
 * Adds spans in the order of the text. Where one overlaps a name that was there, the name stays; with `swallow` names that
 * lie wholly within the new one give way to it.
 */
export function addSpans(spans: readonly TypedSpan[], added: readonly TypedSpan[], swallow = false): readonly TypedSpan[] {
  let result = spans;
  for (const next of added) {
    const over = result.filter(({ start, end }) => start < next.end && next.start < end);
    const within = over.every(({ start, end }) => start >= next.start && end <= next.end);
    if (over.length > 0 && !(swallow && within)) continue;
    result = [...result.filter((span) => !over.includes(span)), next];
  }
  return result === spans ? spans : [...result].sort((a, b) => a.start - b.start);
}
