import type { TypedSpan } from "../typed-span.js";
import { addSpans } from "./add-spans.js";
import { firstWordOf, type ListedName } from "./name-lists.js";

const CAPITALIZED = /(?<![\p{L}\p{M}\p{N}])(?:[\p{Lu}\p{N}]|al[- ]|anti-)/gu;
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}]/u;

/** Confidence of a name that stands on a list and is long enough to mean nothing else. */
const LISTED = 0.95;

/**
 * Finds the names that a list knows, longest first, whatever the tagger made of them, unless they are part of a longer
 * organization ("Hamas Health Office"). One pass over the capitalized words.
 */
export function findListedNames(
  text: string,
  spans: readonly TypedSpan[],
  listed: ReadonlyMap<string, readonly ListedName[]>,
  by: string,
): readonly TypedSpan[] {
  const found: TypedSpan[] = [];
  let from = 0;
  for (const { index } of text.matchAll(CAPITALIZED)) {
    if (index < from) continue;
    const entry = listed
      .get(firstWordOf(text, index))
      ?.find(({ name }) => text.startsWith(name, index) && !WORD_GOES_ON.test(text.slice(index + name.length, index + name.length + 2)));
    if (entry === undefined) continue;
    from = index + entry.name.length;
    if (entry.by === by) found.push({ start: index, end: from, type: "ORG", confidence: LISTED, by });
  }
  if (found.length === 0) return spans;
  const right = (span: TypedSpan): boolean =>
    spans.some(({ start, end, type }) => start === span.start && end === span.end && type === "ORG");
  return addSpans(
    spans,
    found.filter((span) => !right(span)),
    true,
  );
}
