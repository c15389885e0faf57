import type { LabeledDocument } from "./read-label-set.js";
import { writeSentence, type LabeledSpan } from "./write-sentence.js";

/** Writes a document as one text, its sentences parted by blank lines, with its labels in order. */
export function labeledText(
  document: LabeledDocument,
  natural: boolean,
): { readonly text: string; readonly spans: readonly LabeledSpan[] } {
  let text = "";
  const spans: LabeledSpan[] = [];
  for (const sentence of document.sentences) {
    if (text !== "") text += "\n\n";
    const written = writeSentence(sentence, natural);
    for (const { start, end, type } of written.spans) spans.push({ start: text.length + start, end: text.length + end, type });
    text += written.text;
  }
  return { text, spans };
}
