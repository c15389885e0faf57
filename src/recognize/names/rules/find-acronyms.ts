import type { TypedSpan } from "../typed-span.js";
import { addSpans } from "./add-spans.js";

/** An acronym in brackets right behind a name: two capitals at least. */
const BRACKETED = /^["”'’]? ?\( ?["“‘]?(\p{Lu}[\p{L}\p{N}&-]{0,8}\p{Lu}[\p{L}\p{N}]{0,3})["”’]? ?[);,]/u;
const LONGEST = 20;

const WORD_BEFORE = /[\p{L}\p{M}\p{N}@#_-]$/u;
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}@_-]/u;

/** Confidence of an acronym that the article itself explains. */
const EXPLAINED = 0.9;

/**
 * The acronyms of bodies that the text itself explains, "Harbor Workers' Council (HWC)", in brackets and wherever else they
 * stand, unless they are part of a longer name.
 */
export function findAcronyms(text: string, spans: readonly TypedSpan[]): readonly TypedSpan[] {
  const acronyms = new Set<string>();
  for (const { start, end, type } of spans) {
    if (type !== "ORG" || !text.slice(end, end + 3).includes("(")) continue;
    const acronym = BRACKETED.exec(text.slice(end, end + LONGEST))?.[1];
    if (acronym !== undefined && /[\s-]/.test(text.slice(start, end))) acronyms.add(acronym);
  }
  if (acronyms.size === 0) return spans;
  const found: TypedSpan[] = [];
  for (const acronym of acronyms) {
    for (let at = text.indexOf(acronym); at >= 0; at = text.indexOf(acronym, at + acronym.length)) {
      const end = at + acronym.length;
      if (WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) || WORD_GOES_ON.test(text.slice(end, end + 2))) continue;
      if (spans.some((span) => span.start === at && span.end === end && span.type === "ORG")) continue;
      found.push({ start: at, end, type: "ORG", confidence: EXPLAINED, by: "acronym-of-body" });
    }
  }
  return addSpans(
    spans,
    found.sort((a, b) => a.start - b.start),
    true,
  );
}
