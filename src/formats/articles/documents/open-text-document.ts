import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { articlesOfText } from "../exports/articles-of-text.js";
import { oneError } from "../one-error.js";
import { openDocumentProperty, readOpenDocumentText } from "./open-document.js";
import { readPackage } from "./read-package.js";

/** Reads an OpenDocument text (.odt): paragraphs and tables, with title, author and language from its properties. */
export async function readOpenTextDocument(bytes: Uint8Array, id: string, place: string): Promise<Checked<readonly Article[]>> {
  const parts = await readPackage(bytes, (name) => name === "content.xml" || name === "meta.xml");
  if ("reason" in parts) return oneError(parts.code, `Not a readable OpenDocument text: ${parts.reason}.`, place);
  const content = parts.text("content.xml");
  if (content === null) {
    return oneError("open-document", "Not an OpenDocument text: it has no content.xml, or is cut short or locked. Save it again.", place);
  }
  const meta = parts.text("meta.xml") ?? "";
  return articlesOfText(
    readOpenDocumentText(content),
    {
      id,
      title: openDocumentProperty(meta, "dc:title"),
      author: openDocumentProperty(meta, "meta:initial-creator") ?? openDocumentProperty(meta, "dc:creator"),
      language: openDocumentProperty(meta, "dc:language"),
    },
    place,
  );
}
