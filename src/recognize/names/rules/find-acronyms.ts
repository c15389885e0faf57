import type { TypedSpan } from "../typed-span.js";
import { addSpans } from "./add-spans.js";

/** An acronym in brackets right behind a name: two capitals at least. */
const BRACKETED = /^["”'’]? ?\( ?["“‘]?(\p{Lu}[\p{L}\p{N}&-]{0,8}\p{Lu}[\p{L}\p{N}]{0,3})["”’]? ?[);,]/u;
const LONGEST = 20;

const WORD_BEFORE = /[\p{L}\p{M}\p{N}@#_-]$/u;
const WORD_GOES_ON = /^[\p{L}\p{M}\p{N}@_-]/u;
const CAPITALIZED = /^\p{Lu}\p{Ll}/u;
const LOWER = /\p{Ll}{2}/u;

/** How much of a line, in UTF-16 units, tells whether it is written in capitals. */
const AROUND = 40;

/** Confidence of an acronym that the article itself explains, and of initials of a name that it told before. */
const EXPLAINED = 0.9;
const INITIALS = 0.8;

/**
 * The acronyms of bodies that the text itself explains, "Harbor Workers' Council (HWC)", in brackets and wherever else they
 * stand, unless they are part of a longer name; and initials of a body named before ("Islamic State", "IS") where the tagger
 * found nothing.
 */
export function findAcronyms(text: string, spans: readonly TypedSpan[]): readonly TypedSpan[] {
  const explained = new Set<string>();
  const initials = new Map<string, number>();
  for (const { start, end, type } of spans) {
    if (type !== "ORG") continue;
    const words = text.slice(start, end).split(/[\s-]+/);
    if (words.length < 2) continue;
    const acronym = text.slice(end, end + 3).includes("(") ? BRACKETED.exec(text.slice(end, end + LONGEST))?.[1] : undefined;
    if (acronym !== undefined) explained.add(acronym);
    const heads = words.filter((word) => CAPITALIZED.test(word)).map((word) => word.charAt(0));
    if (heads.length > 1 && heads.length < 7 && !initials.has(heads.join(""))) initials.set(heads.join(""), end);
  }
  const found: TypedSpan[] = [];
  const find = (acronym: string, from: number, confidence: number, takes: (start: number, end: number) => boolean): void => {
    for (let at = text.indexOf(acronym, from); at >= 0; at = text.indexOf(acronym, at + acronym.length)) {
      const end = at + acronym.length;
      if (WORD_BEFORE.test(text.slice(Math.max(0, at - 2), at)) || WORD_GOES_ON.test(text.slice(end, end + 2))) continue;
      if (takes(at, end))
        found.push({
          start: at,
          end,
          type: "ORG",
          confidence,
          by: "acronym-of-body",
        });
    }
  };
  for (const acronym of explained) find(acronym, 0, EXPLAINED, (start, end) => !spans.some((span) => isBody(span, start, end)));
  for (const [acronym, from] of initials) {
    if (explained.has(acronym)) continue;
    find(acronym, from, INITIALS, (start, end) => isMixed(text, start, end) && !spans.some((span) => span.start < end && start < span.end));
  }
  return found.length === 0
    ? spans
    : addSpans(
        spans,
        found.sort((a, b) => a.start - b.start),
        true,
      );
}

const isBody = (span: TypedSpan, start: number, end: number): boolean => span.start === start && span.end === end && span.type === "ORG";

/** True where the line around a word holds lower case, so that its capitals say something, and no hour stands before it. */
function isMixed(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const line = `${before.slice(before.lastIndexOf("\n") + 1)} ${after.split("\n", 1)[0] ?? ""}`;
  return LOWER.test(line) && !/\d ?$/.test(before);
}
