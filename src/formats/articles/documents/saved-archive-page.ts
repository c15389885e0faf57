import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { httpUrl } from "../make-article.js";
import { oneError } from "../one-error.js";
import { articlesOfHtml } from "../web/articles-of-html.js";

/** Reads a page saved with all its parts in one file (MHTML): the parts by postal-mime, the first page as a web page. */
export async function readArchivedPage(bytes: Uint8Array, id: string, place: string): Promise<Checked<readonly Article[]>> {
  const { default: PostalMime } = await import("postal-mime");
  let mail;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 1_000_000 });
  } catch (error) {
    return oneError("mhtml", `Not a readable web page in parts (MHTML): ${error instanceof Error ? error.message : String(error)}.`, place);
  }
  const html = firstPage(mail.html ?? "");
  if (html.trim() === "") return oneError("mhtml", "The web page in parts (MHTML) holds no page, or is cut short. Save it again.", place);
  const header = (key: string): string | null => mail.headers.find((one) => one.key === key)?.value ?? null;
  const url = httpUrl(header("snapshot-content-location") ?? header("content-location"));
  const { value, diagnostics } = await articlesOfHtml(html, { id, place, url });
  return { value: value.map((article) => ({ ...article, title: article.title ?? mail.subject ?? null })), diagnostics };
}

/** The pages of frames stand behind the page itself. */
function firstPage(html: string): string {
  const end = /<\/html>/i.exec(html);
  return end === null ? html : html.slice(0, end.index + end[0].length);
}
