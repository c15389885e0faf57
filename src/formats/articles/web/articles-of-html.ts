import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { articlesOfText } from "../exports/articles-of-text.js";
import { htmlToText } from "../html-text.js";
import { splitNewsExport } from "../exports/news-export.js";
import { readWebPage, type WebPageFile } from "./web-page.js";

/** Marks of exports of news databases in HTML, as they stand in its source. */
const EXPORT_MARKS = / of \d{1,5} DOCUMENTS|End of Document|Document\s+[A-Z0-9]{4,12}\d{8}[a-z0-9]{5}|>\s*AN\s*</;

/** The articles of a page of HTML: those of the export of a news database that it is, or the one that a web page is. */
export async function articlesOfHtml(html: string, file: WebPageFile): Promise<Checked<readonly Article[]>> {
  if (EXPORT_MARKS.test(html)) {
    const text = htmlToText(html);
    if ((splitNewsExport(text)?.articles.length ?? 0) > 0) return articlesOfText(text, { id: file.id }, file.place);
  }
  return readWebPage(html, file);
}
