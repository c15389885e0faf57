import type { Span } from "../model/span.js";

/** How far, in code units, a sentence is looked for on each side of a span. */
const REACH = 400;

const STOP = /[.!?…]["'”’»)\]]*\s+(?=["'“‘«([]*[\p{Lu}\p{N}])|[\r\n\u2028\u2029]/u;

/**
 * The sentence (or line) in which a span stands, found with plain marks: a scorer must not depend on the tokenizer that
 * it judges. At most 400 code units on each side.
 */
export function sentenceAround(text: string, span: Span): Span {
  const from = Math.max(0, span.start - REACH);
  const before = text.slice(from, span.start);
  let start = from;
  for (const stop of before.matchAll(new RegExp(STOP.source, "gu"))) start = from + stop.index + stop[0].length;
  // The mark itself needs the character after it: "… said. |Putin" ends the sentence before the span.
  const joint = /[.!?…]["'”’»)\]]*\s+["'“‘«([]*$/u.exec(before);
  if (
    joint &&
    /^[\p{Lu}\p{N}]/u.test(text.slice(span.start, span.start + 2)) &&
    !/\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Prof|Rev|No|vs|\p{Lu})\.\s+$/u.test(before)
  ) {
    start = Math.max(start, from + joint.index + joint[0].length);
  }
  const after = text.slice(span.end, span.end + REACH);
  const stop = STOP.exec(after);
  let end = span.end + (stop ? stop.index + stop[0].trimEnd().length : after.length);
  while (start < span.start && /\s/.test(text.charAt(start))) start++;
  while (end > span.end && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end: Math.max(end, span.end) };
}
