import type { ReviewLabel, Wording } from "../../src/model/review.js";

const words = new Intl.Segmenter("en", { granularity: "word" });
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Characters around an edge among which its word is looked for: a segmenter over a whole book takes seconds. */
const REACH = 400;

/** A word of the text, in UTF-16 units of the whole text. */
interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsAround(text: string, at: number): readonly Word[] {
  const from = safeEdge(text, Math.max(0, at - REACH));
  const to = safeEdge(text, Math.min(text.length, at + REACH));
  return [...words.segment(text.slice(from, to))]
    .filter(({ segment }) => segment.trim() !== "")
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.length }));
}

/** Moves into no surrogate pair. */
function safeEdge(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 ? at - 1 : at;
}

export type SpanStep = "extend-end" | "shrink-end" | "extend-start" | "shrink-start";

/** The span one word longer or shorter; the same one where there is no further word. */
export function stepSpan<Label extends Wording>(label: Label, text: string, step: SpanStep): Label {
  const { start, end } = label;
  const around = wordsAround(text, step.endsWith("end") ? end : start);
  if (step === "extend-end") return respan(label, text, start, around.find((word) => word.end > end)?.end ?? end);
  if (step === "extend-start") return respan(label, text, around.findLast((word) => word.start < start)?.start ?? start, end);
  if (step === "shrink-end") {
    const last = around.findLast((word) => word.end < end);
    return last && last.end > start ? respan(label, text, start, last.end) : label;
  }
  const next = around.find((word) => word.start > start);
  return next && next.start < end ? respan(label, text, next.start, end) : label;
}

export const respan = <Label extends Wording>(label: Label, text: string, start: number, end: number): Label => ({
  ...label,
  start,
  end,
  text: text.slice(start, end),
});

/** The word behind a place; null at the end of the text. */
export function wordAfter(text: string, at: number): Word | null {
  return wordsAround(text, at).find((word) => word.start >= at && /[\p{L}\p{N}]/u.test(text.slice(word.start, word.end))) ?? null;
}

/** A selection without the white space at its ends, cut at whole characters: emoji and letters with marks stay whole. Null for none. */
export function tidySelection(text: string, from: number, to: number): Word | null {
  let [start, end] = from <= to ? [from, to] : [to, from];
  while (start < end && /\s/.test(text[start] ?? "")) start++;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
  if (start >= end) return null;
  return { start: graphemeEdge(text, start, "down"), end: graphemeEdge(text, end, "up") };
}

function graphemeEdge(text: string, at: number, way: "down" | "up"): number {
  const from = safeEdge(text, Math.max(0, at - 40));
  for (const { index, segment } of graphemes.segment(text.slice(from, Math.min(text.length, at + 40)))) {
    const [start, end] = [from + index, from + index + segment.length];
    if (at === start || at === end) return at;
    if (at > start && at < end) return way === "down" ? start : end;
  }
  return at;
}

/** The label of a new mention with the fields that most of its kind have. */
export function newLabel(kind: ReviewLabel["kind"], { start, end }: Word, text: string): ReviewLabel {
  const span = { kind, start, end, text: text.slice(start, end) };
  if (kind === "date") return { ...span, type: "DATE", value: "", mod: null, from: null, to: null };
  if (kind !== "casualty") return span;
  const digits = span.text.replace(/[,.\s]/g, "");
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : null;
  return {
    ...span,
    outcome: "killed",
    value,
    low: value,
    high: value,
    qualifier: value === null ? "vague" : "exact",
    victims: null,
    modality: "reported",
    scope: "incident",
    attribution: null,
    implicit: false,
  };
}
