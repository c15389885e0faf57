import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { makeArticle } from "./make-article.js";
import { oneError } from "./one-error.js";
import { layOutPdf, type PdfRun } from "./pdf-layout.js";
import { readPublishedDate } from "./published-date.js";

/** What the PDF reader found, as its process writes it. */
export interface PdfPages {
  readonly pages: readonly (readonly PdfRun[])[];
  readonly title: string | null;
  readonly author: string | null;
  /** As the PDF writes it: `D:20250701101500Z`. */
  readonly created: string | null;
  readonly language: string | null;
}

/** An article of the pages of a PDF. A PDF of pictures only has no text and is an error. */
export function parsePdfPages(json: string, id: string): Checked<readonly Article[]> {
  const { pages, title, author, created, language } = JSON.parse(json) as PdfPages;
  const text = layOutPdf(pages);
  if (text === "") return oneError("pdf-without-text", "The PDF holds no text, only pictures. Run text recognition (OCR) over it first.", null);
  const day = /^(?:D:)?(\d{8})/.exec(created ?? "")?.[1] ?? null;
  return { value: [makeArticle({ id, text, title, author, language, publishedAt: readPublishedDate(day) })], diagnostics: [] };
}
