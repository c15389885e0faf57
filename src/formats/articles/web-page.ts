import type { Article } from "../../model/article.js";
import { readHtmlMetadata } from "./html-metadata.js";
import { htmlToText } from "./html-text.js";
import { makeArticle } from "./make-article.js";

/** Beyond these a page goes to the plain reader: tree libraries overflow the stack or take minutes. */
const TREE_LIMITS = { depth: 300, elements: 100_000, units: 10_000_000 } as const;

/** Banners and boxes that pages lay over or between the story. */
const OVERLAYS = [
  "cookie", "consent", "gdpr", "onetrust", "didomi", "cmp-container", "qc-cmp", "newsletter", "paywall-banner",
  "subscribe-banner", "breaking-news-ticker",
].flatMap((word) => [`[id*="${word}" i]`, `[class*="${word}" i]`]).join(",");

/**
 * Reads a saved web page: the story without navigation, banners, related links and comments (defuddle), and title,
 * byline, day of publication, outlet and address from JSON-LD and meta tags. Pages that are too deep or too large for
 * a document tree, and pages in which no story is found, are read as plain paragraphs.
 */
export async function readWebPage(html: string, id: string): Promise<Article> {
  const { depth, elements, ...metadata } = readHtmlMetadata(html);
  const fits = depth <= TREE_LIMITS.depth && elements <= TREE_LIMITS.elements && html.length <= TREE_LIMITS.units;
  const plain = htmlToText(html, { storyOnly: true }) || htmlToText(html);
  const story = fits && elements > 0 ? await findStory(html) : "";
  // defuddle keeps too little of a page that is one short notice; the plain reading is then the better one.
  const text = story.length >= 40 && story.length * 8 >= plain.length ? story : plain;
  return makeArticle({ id, text, ...metadata });
}

/** The story of a page as text; empty where the libraries find none or fail. */
async function findStory(html: string): Promise<string> {
  const [{ parseHTML }, { Defuddle }] = await Promise.all([import("linkedom"), import("defuddle/node")]);
  try {
    const { document } = parseHTML(html);
    const body = document.querySelector("body")?.textContent.length ?? 0;
    for (const element of document.querySelectorAll(OVERLAYS)) {
      // A page whose whole body bears such a class ("cookies-accepted") is not a banner.
      if (element.textContent.length * 3 < body && !/^(?:html|body|main|article)$/i.test(element.tagName)) element.remove();
    }
    // useAsync would fetch from the web what a page lacks; nothing here uses the network.
    const { content } = await Defuddle(document as unknown as Parameters<typeof Defuddle>[0], undefined, { useAsync: false, removeImages: true });
    return htmlToText(content);
  } catch {
    return "";
  }
}
