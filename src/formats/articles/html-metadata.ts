import { Parser } from "htmlparser2";
import type { IsoDate } from "../../model/calendar.js";
import { readPublishedDate } from "./published-date.js";

/** What the head of a saved page says about its article, and how deep its markup goes. */
export interface HtmlMetadata {
  readonly title: string | null;
  readonly publishedAt: IsoDate | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly language: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** Most elements open at once. */
  readonly depth: number;
  readonly elements: number;
}

/** `name`, `property` and `itemprop` of meta tags that give a field, best first. */
const META = {
  title: ["og:title", "twitter:title", "dc.title", "headline", "title"],
  published: [
    "article:published_time", "og:published_time", "datepublished", "article:published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "date", "article:modified_time",
  ],
  source: ["og:site_name", "application-name", "publisher", "dc.publisher", "source"],
  author: ["author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"],
  language: ["og:locale", "dc.language", "language"],
  url: ["og:url", "twitter:url"],
} as const;

const ARTICLE_TYPE = /(?:Article|Posting|Report|WebPage)$/;

/** Reads JSON-LD, meta tags, `<title>`, `<html lang>`, `<time datetime>` and `<link rel="canonical">` in one pass. */
export function readHtmlMetadata(html: string): HtmlMetadata {
  const metas = new Map<string, string>();
  const scripts: string[] = [];
  const first = { title: "", h1: "", time: "", canonical: "", lang: "" };
  let into: "title" | "h1" | "script" | null = null;
  let buffer = "";
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      elements++;
      depth++;
      if (depth > deepest) deepest = depth;
      if (name === "meta") {
        const key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").toLowerCase();
        const content = attributes["content"] ?? "";
        if (key !== "" && content !== "" && !metas.has(key)) metas.set(key, content);
      } else if (name === "html") first.lang ||= attributes["lang"] ?? "";
      else if (name === "time") first.time ||= attributes["datetime"] ?? "";
      else if (name === "link" && attributes["rel"] === "canonical") first.canonical ||= attributes["href"] ?? "";
      else if (name === "script" && /ld\+json/i.test(attributes["type"] ?? "")) into = "script";
      else if (name === "title" && first.title === "") into = "title";
      else if (name === "h1" && first.h1 === "") into = "h1";
      if (into !== null && (name === "script" || name === "title" || name === "h1")) buffer = "";
    },
    ontext(data) {
      if (into !== null && buffer.length < 500_000) buffer += data;
    },
    onclosetag(name) {
      depth--;
      if (into === null || name !== into) return;
      if (into === "script") scripts.push(buffer);
      else first[into] = buffer;
      into = null;
    },
  });
  parser.write(html);
  parser.end();

  const linked = readJsonLd(scripts);
  const meta = (field: keyof typeof META): string | null => {
    for (const key of META[field]) if (metas.has(key)) return metas.get(key) ?? null;
    return null;
  };
  const dates = [linked.published, ...META.published.map((key) => metas.get(key)), first.time];
  return {
    title: linked.title ?? meta("title") ?? (first.h1 || first.title || null),
    publishedAt: dates.reduce<IsoDate | null>((found, date) => found ?? readPublishedDate(date), null),
    source: linked.source ?? meta("source"),
    place: linked.place,
    language: linked.language ?? ((first.lang || null) ?? meta("language")),
    author: linked.author ?? meta("author"),
    url: linked.url ?? meta("url") ?? (first.canonical || null),
    depth: deepest,
    elements,
  };
}

interface LinkedData {
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly place: string | null;
  readonly language: string | null;
  readonly author: string | null;
  readonly url: string | null;
}

/** The first article among the JSON-LD blocks; blocks that are no JSON are passed over. */
function readJsonLd(scripts: readonly string[]): LinkedData {
  for (const script of scripts) {
    const article = findArticle(parseQuietly(script), 0);
    if (!article) continue;
    return {
      title: text(article["headline"]) ?? text(article["name"]),
      published: text(article["datePublished"]) ?? text(article["dateCreated"]),
      source: named(article["publisher"]) ?? named(article["sourceOrganization"]),
      place: named(article["locationCreated"]) ?? text(article["dateline"]),
      language: named(article["inLanguage"]),
      author: named(article["author"]) ?? named(article["creator"]),
      url: text(article["url"]) ?? named(article["mainEntityOfPage"], "@id"),
    };
  }
  return { title: null, published: null, source: null, place: null, language: null, author: null, url: null };
}

function parseQuietly(json: string): unknown {
  try {
    return JSON.parse(json.trim().replace(/^<!--|-->$/g, ""));
  } catch {
    return null;
  }
}

type Dictionary = Readonly<Record<string, unknown>>;

function findArticle(value: unknown, depth: number): Dictionary | null {
  if (value === null || typeof value !== "object" || depth > 4) return null;
  if (Array.isArray(value)) {
    const found = value.slice(0, 100).map((item) => findArticle(item, depth + 1)).filter((item) => item !== null);
    return found.find((item) => !isWebPage(item)) ?? found[0] ?? null;
  }
  const node = value as Dictionary;
  const types = [node["@type"]].flat().filter((type) => typeof type === "string");
  if (types.some((type) => ARTICLE_TYPE.test(type)) && !isWebPage(node)) return node;
  const below = findArticle(node["@graph"], depth + 1) ?? findArticle(node["mainEntity"], depth + 1);
  return below ?? (isWebPage(node) ? node : null);
}

const isWebPage = (node: Dictionary): boolean => [node["@type"]].flat().includes("WebPage");

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** A string, the name of a thing, or the names of several, joined by commas. */
function named(value: unknown, key = "name"): string | null {
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).map((item) => named(item, key)).filter((name) => name !== null);
    return names.length > 0 ? names.join(", ") : null;
  }
  if (value !== null && typeof value === "object") return text((value as Dictionary)[key]) ?? text((value as Dictionary)["name"]);
  return text(value);
}
