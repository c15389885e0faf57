import { Parser } from "htmlparser2";
import { readArticleFields } from "./article-fields.js";
import type { ArticleFormat } from "./article-format.js";

/** Elements whose words are not the article's. */
const SKIPPED = new Set(["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "svg", "iframe", "select", "textarea"]);

/** Elements that end a paragraph. */
const BLOCKS = new Set([
  "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "table",
  "tr", "figure", "figcaption", "dd", "dt", "dl", "pre", "hr", "header", "footer", "aside", "body",
]);

/** `<meta>` names by the field that they give, in order of trust. */
const META: readonly (readonly [field: string, names: readonly string[]])[] = [
  ["published", ["article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dc.date", "dcterms.created", "publish-date", "pubdate", "date"]],
  ["title", ["og:title", "twitter:title", "dc.title"]],
  ["source", ["og:site_name", "application-name", "dc.publisher"]],
];

/**
 * A saved web page is one article: the text of its `<article>` (else `<main>`, else `<body>`), a paragraph a block,
 * without scripts and navigation. Metadata from JSON-LD first, then `<meta>`, `<time>` and `<title>`. One pass without
 * recursion, so that nesting cannot exhaust the stack. Offsets are those of the text so made.
 */
export const parseHtmlArticle: ArticleFormat = ({ path, stem, content }) => {
  const texts = { article: "", main: "", body: "" };
  const depth = { article: 0, main: 0, body: 0 };
  const metas = new Map<string, string>();
  const linked: string[] = [];
  let skipped = 0;
  let jsonLd: string | null = null;
  let title: string | null = null;
  let time: string | null = null;
  let language: string | null = null;
  let inTitle = false;
  const write = (words: string): void => {
    for (const part of ["article", "main", "body"] as const) {
      if (depth[part] > 0) texts[part] += words;
    }
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "html") language = attributes["lang"] ?? null;
      if (name === "meta") {
        const key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").toLowerCase();
        if (key && attributes["content"] && !metas.has(key)) metas.set(key, attributes["content"]);
      }
      if (name === "time" && time === null && attributes["datetime"]) time = attributes["datetime"];
      if (name === "title") inTitle = true;
      if (name === "script" && attributes["type"] === "application/ld+json") jsonLd = "";
      if (SKIPPED.has(name)) skipped++;
      if (name === "article" || name === "main" || name === "body") depth[name]++;
      if (BLOCKS.has(name)) write("\n\n");
      if (name === "br") write("\n");
    },
    ontext(words) {
      if (jsonLd !== null) jsonLd += words;
      else if (inTitle) title = (title ?? "") + words;
      else if (skipped === 0) write(words.replace(/[ \t\r\n\f]+/g, " "));
    },
    onclosetag(name) {
      if (name === "script" && jsonLd !== null) {
        linked.push(jsonLd);
        jsonLd = null;
      }
      if (name === "title") inTitle = false;
      if (SKIPPED.has(name)) skipped = Math.max(0, skipped - 1);
      if (BLOCKS.has(name)) write("\n\n");
      if (name === "article" || name === "main" || name === "body") depth[name]--;
    },
  });
  parser.write(content);
  parser.end();
  const chosen = [texts.article, texts.main, texts.body].map(tidyBlocks).find((text) => text.length > 0) ?? "";
  const fields: Record<string, unknown> = { title: (title as string | null)?.trim(), date: time, language };
  for (const [field, names] of META) {
    const name = names.find((n) => metas.has(n));
    if (name) {
      if (field === "published") delete fields["date"];
      fields[field] = metas.get(name);
    }
  }
  Object.assign(fields, readJsonLd(linked));
  const { value, diagnostics } = readArticleFields(fields, path);
  return { value: [{ ...value, id: stem, text: chosen }], diagnostics };
};

/** Lines without outer blanks, at most one empty line between them. */
function tidyBlocks(text: string): string {
  return text.split("\n").map((line) => line.trim()).join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** The fields of the first JSON-LD object that states a publication date. Malformed JSON-LD is passed over. */
function readJsonLd(scripts: readonly string[]): Record<string, unknown> {
  for (const script of scripts) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script);
    } catch {
      continue;
    }
    const graph = typeof parsed === "object" && parsed !== null && "@graph" in parsed ? parsed["@graph"] : parsed;
    for (const item of Array.isArray(graph) ? graph : [graph]) {
      if (typeof item !== "object" || item === null || !("datePublished" in item)) continue;
      const { datePublished, headline, publisher, inLanguage } = item as Record<string, unknown>;
      const found: Record<string, unknown> = { published: datePublished, date: undefined };
      if (typeof headline === "string") found["title"] = headline;
      if (publisher) found["source"] = Array.isArray(publisher) ? publisher[0] : publisher;
      if (typeof inLanguage === "string") found["language"] = inLanguage;
      return found;
    }
  }
  return {};
}
