import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { articlesOfText } from "../exports/articles-of-text.js";
import { readRtf } from "./rtf-text.js";

/** Reads a rich text document (.rtf): its text with title and author, or the articles of the export that it is. */
export function readRtfDocument(bytes: Uint8Array, id: string, place: string): Checked<readonly Article[]> {
  const { text, title, author } = readRtf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
  return articlesOfText(text, { id, title, author }, place);
}
