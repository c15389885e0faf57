import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { readFeed } from "../feed.js";
import { oneError } from "../one-error.js";
import { readNewsXml } from "./news-xml.js";

/** Reads a document of XML by its first element: news (NewsML-G2, NewsML, NITF), text of trafilatura or of TEI, else a feed. */
export async function readXmlArticles(content: string, id: string, place: string): Promise<Checked<readonly Article[]>> {
  if (/<!ENTITY/i.test(content)) {
    return oneError("feed-entities", "The document declares XML entities of its own, which are not expanded. Remove its DOCTYPE.", place);
  }
  const root = /<(?:[\w.-]+:)?([\w.-]+)/.exec(content)?.[1]?.toLowerCase() ?? "";
  return readNewsXml(root, content, id, place) ?? readFeed(content, id, place);
}
