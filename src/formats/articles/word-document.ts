import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { articlesOfText } from "./exports/articles-of-text.js";
import { expandZip, ExpansionError } from "./expand-zip.js";
import { htmlToText } from "./html-text.js";
import { oneError } from "./one-error.js";

const LIMITS = { memberBytes: 20_000_000, totalBytes: 100_000_000, members: 5_000 } as const;

/**
 * Reads a Word document (.docx) by mammoth: paragraphs, headings, lists and tables as text; title, author and
 * language from its properties (the day on which the file was made is not its day of publication). Expansion is counted before
 * mammoth sees it; pictures are not read, and files
 * that the document names outside of itself are never opened.
 */
export async function readWordDocument(bytes: Uint8Array, id: string, place: string): Promise<Checked<readonly Article[]>> {
  let parts: ReadonlyMap<string, Uint8Array>;
  try {
    parts = await expandZip(bytes, () => true, LIMITS);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return oneError(
      error instanceof ExpansionError ? "word-expansion" : "word-document",
      `Not a readable Word document: ${reason}.`,
      place,
    );
  }
  if (!parts.has("word/document.xml")) {
    return oneError("word-document", "Not a Word document: it has no word/document.xml, or is cut short. Save it again as .docx.", place);
  }
  const { default: mammoth } = await import("mammoth");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
    },
  );
  const core = new TextDecoder().decode(parts.get("docProps/core.xml") ?? new Uint8Array());
  const property = (name: string): string | null => {
    const inner = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]{0,2000})</${name}>`).exec(core)?.[1] ?? "";
    return htmlToText(inner) || null;
  };
  return articlesOfText(
    htmlToText(value),
    {
      id,
      title: property("dc:title"),
      author: property("dc:creator"),
      language: property("dc:language"),
    },
    place,
  );
}
