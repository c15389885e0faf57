import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { articlesOfText } from "./exports/articles-of-text.js";
import { oneError } from "./one-error.js";
import { layOutPdf, type PdfRun } from "./pdf-layout.js";

/** What the PDF reader found, as its process writes it. */
export interface PdfPages {
  readonly pages: readonly (readonly PdfRun[])[];
  readonly title: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

/**
 * An article of the pages of a PDF. The day on which the file was made is not taken for the day of publication. A PDF
 * of pictures only has no text and is an error.
 */
export function parsePdfPages(json: string, id: string): Checked<readonly Article[]> {
  const { pages, title, author, language } = JSON.parse(json) as PdfPages;
  const text = layOutPdf(pages);
  if (text === "")
    return oneError("pdf-without-text", "The PDF holds no text, only pictures. Run text recognition (OCR) over it first.", null);
  return articlesOfText(text, { id, title, author, language }, null);
}
