import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { htmlToText } from "../html-text.js";
import { makeArticle } from "../make-article.js";
import { findStory } from "./find-story.js";
import { readHtmlMetadata } from "./html-metadata.js";
import { countUntold } from "./unnest-markup.js";
import { addressOfSavedPage, unwrapSavedPage } from "./saved-page.js";

/** Beyond these a page goes to the plain reader: tree libraries overflow the stack or take minutes. */
const TREE_LIMITS = { depth: 300, elements: 40_000, units: 10_000_000 } as const;
/** Fewest units of a story that is one. */
const LEAST_STORY = 40;

/** Where a page comes from. */
export interface WebPageFile {
  readonly id: string;
  /** File and record, for messages. */
  readonly place: string;
  /** Its address, where a web archive names it. */
  readonly url?: string | null;
}

/**
 * Reads a saved web page: the story without navigation, banners, captions, related links and comments, and title, byline,
 * day of publication, outlet and address from JSON-LD, meta tags and what the page shows. Pages that are too deep or too
 * large for a document tree, and pages in which no story is found, are read as plain paragraphs. A day that is that of a
 * change only is a warning.
 */
export async function readWebPage(saved: string, { id, place, url = null }: WebPageFile): Promise<Checked<readonly Article[]>> {
  const html = unwrapSavedPage(saved);
  const address = url ?? addressOfSavedPage(saved);
  const { depth, elements, published, ...metadata } = readHtmlMetadata(html, address);
  const fits =
    depth <= TREE_LIMITS.depth &&
    countUntold(html) <= TREE_LIMITS.depth &&
    elements <= TREE_LIMITS.elements &&
    html.length <= TREE_LIMITS.units;
  const story = fits && elements > 0 ? await findStory(html, metadata.title) : "";
  const text = story.length >= LEAST_STORY ? story : htmlToText(html, { storyOnly: true }) || htmlToText(html);
  const article = makeArticle({ id, text, ...metadata, publishedAt: published?.day ?? null, url: url ?? metadata.url ?? address });
  return {
    value: [article],
    diagnostics:
      published?.by !== "modified"
        ? []
        : [
            {
              severity: "warning",
              code: "modified-date",
              place,
              message: `The page states no day of publication; ${published.day}, the day of its last change, is taken for it.`,
            },
          ],
  };
}
