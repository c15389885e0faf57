import { readMarkup } from "../read-markup.js";
import { htmlToText } from "../html-text.js";
import { readLinkedData } from "./linked-data.js";
import { bareAddress, findPublicationDate, type PublicationDate } from "./publication-date.js";

/** What the head of a saved page says about its article, and how deep its markup goes. */
export interface HtmlMetadata {
  readonly title: string | null;
  readonly published: PublicationDate | null;
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
  title: ["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"],
  source: ["og:site_name", "application-name", "publisher", "dc.publisher", "source"],
  author: ["author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"],
  language: ["og:locale", "dc.language", "language"],
  url: ["og:url", "twitter:url"],
} as const;

/** Names of meta tags and of properties, without marks, that give the day of publication, best first. */
const PUBLISHED = [
  "articlepublishedtime",
  "ogpublishedtime",
  "ogarticlepublishedtime",
  "datepublished",
  "rnewsdatepublished",
  "articlepublished",
  "shareaholicarticlepublishedtime",
  "parselypubdate",
  "sailthrudate",
  "publishedtime",
  "publishedtimestamp",
  "publishedat",
  "publishtime",
  "publishdate",
  "publisheddate",
  "pubdate",
  "publicationdate",
  "citationpublicationdate",
  "citationonlinedate",
  "citationdate",
  "dcdateissued",
  "dctermsissued",
  "dctermsdate",
  "dctermscreated",
  "dcdate",
  "dcdatecreated",
  "dcdatesubmitted",
  "dcissued",
  "dccreated",
  "datecreated",
  "releasedate",
  "creationdate",
  "cxenseparserecspublishtime",
  "cxenseparsepublishtime",
  "btpubdate",
  "vrpublishtime",
  "originalpublicationdate",
  "articledateoriginal",
  "displaydate",
  "contentcreated",
  "created",
  "date",
  "lastpubdate",
  "timestamp",
  "ptime",
  "itemprop",
] as const;
const MODIFIED = [
  "articlemodifiedtime",
  "ogmodifiedtime",
  "ogupdatedtime",
  "datemodified",
  "dctermsmodified",
  "dcdatemodified",
  "modified",
  "modifiedtime",
  "lastmodified",
  "lastmod",
  "revised",
  "updatedtime",
  "dateupdate",
  "updated",
] as const;

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, "");

/** Properties of elements in the body that are a day of publication. */
const isPublishedName = (name: string): boolean =>
  /(?:^|[\s:])(?:datePublished|pubdate|dateCreated|issued|dc:date|dc:created|dcterms:issued)(?:$|\s)/i.test(name);
const isPublishedClass = (name: string): boolean => /(?:^|\s)(?:published|dt-published|dtpublished|dtstamp)(?:$|\s)/i.test(name);

interface PageFacts {
  readonly metas: Map<string, string>;
  readonly scripts: string[];
  readonly stated: string[];
  readonly times: string[];
  readonly first: { title: string; h1: string; canonical: string; lang: string };
  depth: number;
  elements: number;
}

/**
 * Reads JSON-LD, meta tags, titles and every element that states a day, in one pass.
 *
 * @param savedFrom the page's address as its archive knows it.
 */
export function readHtmlMetadata(html: string, savedFrom: string | null = null): HtmlMetadata {
  const facts = collectFacts(html);
  const { metas, first } = facts;
  const linked = readLinkedData(facts.scripts);
  const meta = (field: keyof typeof META): string | null => {
    for (const key of META[field]) if (metas.has(key)) return metas.get(key) ?? null;
    return null;
  };
  const byName = new Map([...metas].reverse().map(([name, content]) => [bare(name), content]));
  const pick = (names: readonly string[]): string[] => names.flatMap((name) => byName.get(name) ?? []);
  const title = linked?.title ?? meta("title") ?? (first.h1 || first.title || null);
  const language = linked?.language ?? (first.lang || null) ?? meta("language");
  const published = findPublicationDate(
    {
      published: [
        ...(linked?.published && linked.isArticle ? [linked.published] : []),
        ...pick(PUBLISHED),
        ...(areMany(facts.stated) ? [] : facts.stated),
        ...(linked?.published && !linked.isArticle ? [linked.published] : []),
      ],
      times: [...facts.stated, ...facts.times],
      modified: [...(linked?.modified ? [linked.modified] : []), ...pick(MODIFIED)],
      addresses: [first.canonical, meta("url") ?? "", linked?.url ?? "", savedFrom ?? ""],
    },
    html,
    title,
    language,
  );
  return {
    title: title === null ? null : plainTitle(title),
    published,
    source: linked?.source ?? meta("source"),
    place: linked?.place ?? null,
    language,
    author: linked?.author ?? meta("author"),
    url: bareAddress(linked?.url ?? meta("url") ?? (first.canonical || null)),
    depth: facts.depth,
    elements: facts.elements,
  };
}

/** Elements that state more days than this are those of other stories, too. */
const MANY = 4;
const areMany = (stated: readonly string[]): boolean => new Set(stated.map((value) => value.slice(0, 10))).size > MANY;

/** A title without markup and character references, which pages write into their data. */
const plainTitle = (title: string): string => (/[&<]/.test(title) ? htmlToText(title.replace(/&amp;(?=#?\w{2,8};)/g, "&")) : title);

function collectFacts(html: string): PageFacts {
  const facts: PageFacts = {
    metas: new Map(),
    scripts: [],
    stated: [],
    times: [],
    first: { title: "", h1: "", canonical: "", lang: "" },
    depth: 0,
    elements: 0,
  };
  const { first } = facts;
  let into: "title" | "h1" | "script" | null = null;
  let buffer = "";
  let open = 0;
  /** The element whose text states a day, and how deep it lies. */
  let dated: { readonly list: string[]; readonly depth: number; text: string } | null = null;
  readMarkup(html, {
    onopentag(name, attributes) {
      facts.elements++;
      open++;
      if (open > facts.depth) facts.depth = open;
      if (name === "meta") readMeta(attributes, facts);
      else if (name === "html") first.lang ||= attributes["lang"] ?? attributes["xml:lang"] ?? "";
      else if (name === "link" && attributes["rel"] === "canonical") first.canonical ||= attributes["href"] ?? "";
      else if (name === "script" && /ld\+json/i.test(attributes["type"] ?? "")) into = "script";
      else if (name === "title" && first.title === "") into = "title";
      else if (name === "h1" && first.h1 === "") into = "h1";
      if (into !== null && (name === "script" || name === "title" || name === "h1")) buffer = "";
      const list = listOf(name, attributes, facts);
      if (list === null) return;
      const value = attributes["datetime"] ?? attributes["content"] ?? attributes["title"] ?? "";
      if (/\d{4}/.test(value)) list.push(value);
      if (dated === null && list.length < 20) dated = { list, depth: open, text: "" };
    },
    ontext(data) {
      if (into !== null && buffer.length < 500_000) buffer += data;
      if (dated !== null && dated.text.length < 200) dated.text += data;
    },
    onclosetag(name) {
      if (dated !== null && open <= dated.depth) {
        if (/\d{4}/.test(dated.text)) dated.list.push(dated.text.replace(/\s+/g, " ").trim());
        dated = null;
      }
      open--;
      if (into === null || name !== into) return;
      if (into === "script") facts.scripts.push(buffer);
      else first[into] = buffer;
      into = null;
    },
  });
  return facts;
}

type Attributes = Readonly<Record<string, string>>;

function readMeta(attributes: Attributes, { metas }: PageFacts): void {
  const content = attributes["content"] ?? "";
  for (const name of [attributes["property"], attributes["name"], attributes["itemprop"], attributes["http-equiv"]]) {
    const key = (name ?? "").toLowerCase();
    if (key !== "" && content !== "" && !metas.has(key)) metas.set(key, content);
  }
}

/** The list that a day stated by an element belongs to, or null where the element states none. */
function listOf(name: string, attributes: Attributes, facts: PageFacts): string[] | null {
  if (name === "meta") return null;
  if (isPublishedName(attributes["itemprop"] ?? "") || isPublishedName(attributes["property"] ?? "")) return facts.stated;
  if (name === "abbr" && isPublishedClass(attributes["class"] ?? "")) return facts.stated;
  if (name !== "time") return null;
  const names = attributes["class"] ?? "";
  const isStated = "pubdate" in attributes || isPublishedClass(names) || /entry-date|post-date|published/i.test(names);
  return isStated ? facts.stated : facts.times;
}
