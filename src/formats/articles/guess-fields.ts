import type { Article } from "../../model/article.js";
import { ARTICLE_FIELDS, type ArticleField, type FieldMap } from "./field-names.js";
import { htmlToText } from "./html-text.js";
import { makeArticle } from "./make-article.js";
import { readPublishedDate } from "./published-date.js";

/**
 * The names under which news APIs, archives and spreadsheets give each field, best first, in lower case without
 * spaces, dashes and underscores. A name with dots is a path; one without also matches the last part of a path.
 */
const NAMES: Readonly<Record<ArticleField, readonly string[]>> = {
  id: ["id", "articleid", "docid", "documentid", "guid", "uuid", "uri"],
  text: [
    "text",
    "fulltext",
    "articletext",
    "articlebody",
    "bodytext",
    "maintext",
    "plaintext",
    "contenttext",
    "body",
    "content",
    "bodyhtml",
    "contenthtml",
    "contentencoded",
    "html",
    "story",
    "article",
    "fulldescription",
    "leadparagraph",
    "snippet",
    "description",
    "summary",
    "abstract",
    "excerpt",
  ],
  title: ["title", "headline", "headline.main", "webtitle", "articletitle", "headlinemain", "subject", "heading", "name"],
  published: [
    "publishedat",
    "published",
    "publicationdate",
    "webpublicationdate",
    "datepublished",
    "pubdate",
    "publishdate",
    "datepublish",
    "publisheddate",
    "date.original",
    "date.created",
    "seendate",
    "date",
    "datetime",
    "publishedtime",
    "created",
    "createdat",
    "timestamp",
    "time",
    "day",
  ],
  source: [
    "source.name",
    "source.title",
    "source",
    "publisher.name",
    "publisher",
    "outlet",
    "newspaper",
    "sitename",
    "sourcename",
    "publication",
    "sourcedomain",
    "hostname",
    "domain",
    "sourceid",
    "site",
    "provider",
    "agency",
  ],
  place: ["place", "dateline", "location", "primarycountry.name", "country.name", "city", "country"],
  language: ["language", "lang", "inlanguage", "languagecode"],
  author: ["author", "authors", "byline.original", "byline", "creator", "author.name", "writer"],
  url: ["url", "weburl", "link", "articleurl", "canonicalurl", "sourceurl", "href", "permalink"],
};

const fold = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, "");

/** Scalars of a record under dotted keys, to three levels; lists of names are joined by commas. */
export function flattenRecord(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, string | number> {
  const flat = new Map<string, string | number>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (flat.size > 500) return;
    if (typeof value === "string" || typeof value === "number") flat.set(path, value);
    else if (Array.isArray(value)) {
      // A list is no text: which of its items belong together is not known.
      if (NAMES.text.includes(fold(path.slice(path.lastIndexOf(".") + 1)))) return;
      const names = value
        .slice(0, 20)
        .map(nameOf)
        .filter((name) => name !== null);
      if (names.length > 0) flat.set(path, names.join(", "));
    } else if (value !== null && typeof value === "object" && depth < 3) {
      for (const [key, below] of Object.entries(value)) visit(below, path === "" ? key : `${path}.${key}`, depth + 1);
    }
  };
  visit(record, "", 0);
  return flat;
}

function nameOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object" && "name" in value && typeof value.name === "string") return value.name;
  return null;
}

/** Which of the given keys holds which field. A key serves one field only; fields without a key are absent. */
export function guessFields(keys: readonly string[]): FieldMap {
  const folded = keys.map((key) => ({ key, path: fold(key), last: fold(key.slice(key.lastIndexOf(".") + 1)) }));
  const taken = new Set<string>();
  const map: Partial<Record<ArticleField, string>> = {};
  for (const field of ARTICLE_FIELDS) {
    for (const name of NAMES[field]) {
      const found =
        folded.find(({ key, path }) => path === name && !taken.has(key)) ??
        (name.includes(".")
          ? folded.find(({ key, path }) => path.endsWith(`.${name}`) && !taken.has(key))
          : folded.find(({ key, last }) => last === name && key.includes(".") && WRAPPERS.test(key) && !taken.has(key)));
      if (!found) continue;
      map[field] = found.key;
      taken.add(found.key);
      break;
    }
  }
  return map;
}

/** Objects that only wrap an article's own fields: a last part counts below these alone (`fields.body`, not `image.title`). */
const WRAPPERS = /^(?:(?:fields|attributes|_source|article|document|doc|data|content|item|properties|metadata)\.)+[^.]+$/i;

/** The guess in words for the user: `text ← body, title ← headline`. */
export function describeFields(map: FieldMap): string {
  return ARTICLE_FIELDS.flatMap((field) => (map[field] === undefined ? [] : [`${field} ← ${map[field]}`])).join(", ");
}

/** True where the text stands under its own name: the usual shape, of which nothing need be said. */
export const isPlainMap = (map: FieldMap): boolean => map.text === "text";

/**
 * The article of a record after a map. Markup in a field other than `text` is read as HTML; `text` itself is never
 * changed. Null where the map's text field is missing or no string.
 */
export function articleOfRecord(flat: ReadonlyMap<string, string | number>, map: FieldMap, id: string): Article | null {
  const get = (field: ArticleField): string | null => {
    const key = map[field];
    const value = key === undefined ? undefined : flat.get(key);
    return value === undefined ? null : String(value);
  };
  const written = map.text === undefined ? undefined : flat.get(map.text);
  if (typeof written !== "string") return null;
  const markup = map.text !== "text" && /<(?:p|br|div|span|a|ul|h\d)\b[^<>]*>/i.test(written);
  const published = map.published === undefined ? null : flat.get(map.published);
  return makeArticle({
    id: get("id") ?? id,
    text: markup ? htmlToText(written) : written,
    title: get("title"),
    publishedAt: readPublishedDate(published),
    source: get("source"),
    place: get("place"),
    language: get("language"),
    author: get("author"),
    url: get("url"),
  });
}
