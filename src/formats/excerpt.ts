import type { Span } from "../model/span.js";

/** Runs of white space as one space. */
export const foldSpace = (text: string): string => text.replace(/\s+/gu, " ");

/**
 * A wording in brackets with what stands around it in its sentence, white space folded:
 * "…over what it deemed the killing during raids on [Friday]."
 *
 * @param sentences of the text, in order.
 * @param around UTF-16 units that are shown at most on either side, to the nearest end of a word.
 * @param begins where `text` begins in what all offsets count in.
 */
export function excerpt(text: string, sentences: readonly Span[], span: Span, around: number, begins = 0): string {
  const within = ({ start, end }: Span): Span => ({ start: start - begins, end: end - begins });
  const { start, end } = within(span);
  const sentence = within(sentenceAt(sentences, span.start) ?? span);
  const from = Math.max(Math.min(sentence.start, start), wordEdge(text, start - around, 1));
  const to = Math.min(Math.max(sentence.end, end), wordEdge(text, end + around, -1));
  const before = `${from > sentence.start ? "…" : ""}${text.slice(from, start)}`;
  const after = `${text.slice(end, to)}${to < sentence.end ? "…" : ""}`;
  return foldSpace(`${before}[${text.slice(start, end)}]${after}`).trim();
}

/** The first sentence that ends behind an offset; null behind the last one. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return sentences[low] ?? null;
}

/** The nearest start (`step` 1) or end (-1) of a word, so that none is cut; a long run without spaces is cut as it is. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  for (let i = at; Math.abs(i - at) < 20; i += step) {
    if (/\s/u.test(text[step > 0 ? i - 1 : i] ?? " ")) return i;
  }
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
