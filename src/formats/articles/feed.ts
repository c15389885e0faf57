import type { parseFeed as ParseFeed } from "feedsmith";
import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { htmlToText } from "./html-text.js";
import { textToHtml } from "./text-to-html.js";
import { makeArticle } from "./make-article.js";
import { oneError } from "./one-error.js";
import { readPublishedDate } from "./published-date.js";

interface FeedEntry {
  readonly title: string | null;
  readonly html: string | null;
  readonly published: unknown;
  readonly author: string | null;
  readonly url: string | null;
}

/**
 * Reads a saved RSS, RDF, Atom or JSON feed by feedsmith: an article an entry, its full content where the feed has
 * it, else its summary. A feed that declares entities of its own is refused: a few lines of them expand to gigabytes.
 */
export async function readFeed(content: string, id: string, place: string): Promise<Checked<readonly Article[]>> {
  if (/<!ENTITY/i.test(content)) {
    return oneError("feed-entities", "The feed declares XML entities of its own, which are not expanded. Remove its DOCTYPE.", place);
  }
  const { parseFeed } = await import("feedsmith");
  let parsed: ParsedFeed;
  try {
    parsed = parseFeed(content, { maxItems: 100_000 });
  } catch (error) {
    return oneError("feed", `Not a readable RSS or Atom feed: ${error instanceof Error ? error.message : String(error)}.`, place);
  }
  const { source, language, entries } = outline(parsed);
  const articles = entries.map((entry, index) =>
    makeArticle({
      id: `${id}-${index + 1}`,
      text: htmlToText(plainHtml(entry.html ?? "")),
      title: entry.title === null ? null : htmlToText(entry.title),
      publishedAt: readPublishedDate(entry.published),
      source,
      language,
      author: entry.author,
      url: entry.url,
    }),
  );
  if (articles.length === 0) return oneError("feed-empty", "The feed has no entries.", place);
  return { value: articles, diagnostics: [] };
}

type ParsedFeed = ReturnType<typeof ParseFeed>;

function outline(parsed: ParsedFeed): {
  readonly source: string | null;
  readonly language: string | null;
  readonly entries: readonly FeedEntry[];
} {
  if (parsed.format === "atom") {
    const { feed } = parsed;
    return {
      source: wording(feed.title),
      language: null,
      entries: (feed.entries ?? []).map((entry) => ({
        title: wording(entry.title),
        html: wording(entry.content) ?? wording(entry.summary),
        published: entry.published ?? entry.updated,
        author:
          entry.authors
            ?.map((author) => author.name)
            .filter(Boolean)
            .join(", ") ?? null,
        url: entry.links?.find((link) => link.rel === undefined || link.rel === "alternate")?.href ?? null,
      })),
    };
  }
  if (parsed.format === "json") {
    const { feed } = parsed;
    return {
      source: feed.title ?? null,
      language: feed.language ?? null,
      entries: (feed.items ?? []).map((item) => ({
        title: item.title ?? null,
        html: item.content_html ?? textToHtml(item.content_text ?? item.summary ?? ""),
        published: item.date_published,
        author:
          item.authors
            ?.map((author) => author.name)
            .filter(Boolean)
            .join(", ") ?? null,
        url: item.url ?? null,
      })),
    };
  }
  const { feed } = parsed as Extract<ParsedFeed, { format: "rss" }>;
  return {
    source: wording(feed.title),
    language: feed.language ?? null,
    entries: (feed.items ?? []).map((item) => ({
      title: wording(item.title) ?? firstOf(item.dc?.titles),
      html: item.content?.encoded ?? wording(item.description) ?? firstOf(item.dc?.descriptions),
      published:
        item.pubDate ??
        firstOf(item.dc?.dates) ??
        firstOf(item.dcterms?.issued) ??
        firstOf(item.dcterms?.dates) ??
        firstOf(item.dcterms?.created),
      author: item.authors?.map(wording).filter(Boolean).join(", ") || (item.dc?.creators?.join(", ") ?? null),
      url: item.link ?? addressOf(item.guid),
    })),
  };
}

function firstOf(values: unknown): string | null {
  const [first] = Array.isArray(values) ? (values as readonly unknown[]) : [values];
  if (first instanceof Date) return first.toISOString();
  return typeof first === "string" && first.trim() !== "" ? first : null;
}

/** The address that a guid is, unless it says that it is none. */
function addressOf(guid: unknown): string | null {
  if (typeof guid === "string") return guid;
  if (guid === null || typeof guid !== "object" || !("value" in guid)) return null;
  return "isPermaLink" in guid && guid.isPermaLink === false ? null : wording(guid);
}

/** What feeds put into their text as base64: no markup, no spaces but line ends, in full groups of four. */
function plainHtml(html: string): string {
  const bare = html.replace(/\s+/g, "");
  if (bare.length < 40 || bare.length % 4 !== 0 || !/^[A-Z0-9+/]+={0,2}$/i.test(bare)) return html;
  const text = new TextDecoder().decode(Buffer.from(bare, "base64"));
  return text.includes("\uFFFD") ? html : text;
}

/** A string, or the value of a text construct. */
function wording(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object" && "value" in value && typeof value.value === "string") return value.value;
  if (value !== null && typeof value === "object" && "name" in value && typeof value.name === "string") return value.name;
  return null;
}
