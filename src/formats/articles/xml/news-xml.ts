import { DomUtils, parseDocument } from "htmlparser2";
import type { Article } from "../../../model/article.js";
import type { Checked } from "../../../model/diagnostic.js";
import { htmlToText } from "../html-text.js";
import { makeArticle } from "../make-article.js";
import { oneError } from "../one-error.js";
import { readPublishedDate } from "../published-date.js";
import { readMarkup } from "../read-markup.js";

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A kind of news in XML: the elements that are articles, and where each has what. Names have no prefix, the first that is there counts. */
interface NewsShape {
  readonly roots: readonly string[];
  readonly items: readonly string[];
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly published: readonly string[];
  readonly source: readonly string[];
  readonly author: readonly string[];
  readonly place: readonly string[];
}

const NITF = {
  title: ["hl1", "hedline", "title"],
  text: ["body.content"],
  published: ["date.issue", "date.release", "story.date", "pubdata"],
  source: ["distributor", "pubdata", "doc.copyright"],
  author: ["byline"],
  place: ["location", "dateline"],
} as const;

const SHAPES: readonly NewsShape[] = [
  { roots: ["nitf"], items: ["nitf"], ...NITF },
  {
    roots: ["newsmessage", "newsitem", "packageitem"],
    items: ["newsItem"],
    title: ["headline", ...NITF.title],
    text: [...NITF.text, "body", "inlineXML", "inlineData"],
    published: ["contentCreated", "firstCreated", "versionCreated", ...NITF.published],
    source: ["provider", "creditline", ...NITF.source],
    author: ["by", "byline", "creator"],
    place: ["dateline", "located"],
  },
  {
    roots: ["newsml"],
    items: ["NewsItem"],
    title: ["HeadLine", ...NITF.title],
    text: [...NITF.text, "body", "DataContent"],
    published: ["DateLine", "FirstCreated", "ThisRevisionCreated", "DateId", ...NITF.published],
    source: ["Provider", "CreditLine"],
    author: ["ByLine"],
    place: ["DateLine", ...NITF.place],
  },
  // The output of trafilatura: facts are attributes of `doc`.
  { roots: ["doc", "corpus"], items: ["doc"], title: [], text: ["main"], published: [], source: [], author: [], place: [] },
  {
    roots: ["tei", "teicorpus"],
    items: ["TEI"],
    title: ["title"],
    text: ["body"],
    published: ["date"],
    source: ["publisher"],
    author: ["author"],
    place: ["pubPlace"],
  },
];

/** Elements of these kinds of text and what they are in HTML. */
const AS_HTML: Readonly<Record<string, string>> = {
  head: "h2",
  hl2: "h2",
  item: "li",
  list: "ul",
  lb: "br",
  quote: "blockquote",
  row: "tr",
  cell: "td",
  ab: "p",
  pre: "pre",
};

/** The articles of a document of news in XML; null where its first element is that of no such kind. */
export function readNewsXml(root: string, content: string, id: string, place: string): Checked<readonly Article[]> | null {
  const shape = SHAPES.find(({ roots }) => roots.includes(root));
  if (!shape) return null;
  if (!readMarkup(content, {}, { xmlMode: true }))
    return oneError("too-deep", "More than 1,000 elements lie within each other, which no news needs. Check how it was written.", place);
  const document = parseDocument(content, { xmlMode: true });
  const items = elements(document, shape.items);
  const articles = items.map((item, index) => readItem(item, shape, items.length === 1 ? id : `${id}-${index + 1}`));
  if (articles.length === 0) return oneError("news-xml", `The document holds no ${shape.items[0]} with a text.`, place);
  return {
    value: articles,
    diagnostics: articles
      .filter(({ text }) => text === "")
      .map((article) => ({
        severity: "warning",
        code: "no-text",
        place,
        message: `The item "${article.title ?? article.id}" holds no text, only facts.`,
      })),
  };
}

const plainName = (name: string): string => name.slice(name.indexOf(":") + 1);

function elements(within: Document | Element, names: readonly string[]): readonly Element[] {
  const found = DomUtils.getElementsByTagName((name) => names.includes(plainName(name)), within, true);
  // An item within an item is told with it.
  return DomUtils.removeSubsets([...found]) as Element[];
}

function firstOf(item: Element, names: readonly string[]): Element | null {
  for (const wanted of names) {
    const [found] = DomUtils.getElementsByTagName((name) => plainName(name) === wanted, item, true, 1);
    if (found) return found;
  }
  return null;
}

/** The words of an element, or what its attributes say where it has none. */
function wordsOf(element: Element | null): string | null {
  if (element === null) return null;
  const { name, literal, qcode, norm } = element.attribs;
  const words = htmlToText(DomUtils.getInnerHTML(element, { xmlMode: true })).replace(/\s+/g, " ");
  return words || (name ?? literal ?? qcode?.replace(/^\w+:/, "") ?? norm ?? null);
}

function dayOf(item: Element, names: readonly string[]): string | null {
  for (const name of names) {
    const element = firstOf(item, [name]);
    if (element === null) continue;
    const { norm, when } = element.attribs;
    for (const written of [norm, when, element.attribs["date.publication"], wordsOf(element)]) {
      const day = readPublishedDate(written?.replace(/^(\d{8})T.*$/, "$1"));
      if (day !== null) return day;
    }
  }
  return null;
}

function readItem(item: Element, shape: NewsShape, fallback: string): Article {
  const { attribs } = item;
  const body = firstOf(item, shape.text);
  const html =
    body === null
      ? ""
      : DomUtils.getInnerHTML(body, { xmlMode: true }).replace(
          /<(\/?)(?:[\w.-]+:)?([\w.-]+)/g,
          (_, slash: string, name: string) => `<${slash}${AS_HTML[name] ?? name}`,
        );
  const docId = firstOf(item, ["doc-id"])?.attribs["id-string"];
  return makeArticle({
    id: attribs["guid"] ?? docId ?? fallback,
    text: htmlToText(/&lt;p/.test(html) && !/<p/.test(html) ? htmlToText(html) : html),
    title: attribs["title"] ?? wordsOf(firstOf(item, shape.title)),
    publishedAt: readPublishedDate(attribs["date"]) ?? dayOf(item, shape.published),
    source: attribs["sitename"] ?? attribs["hostname"] ?? wordsOf(firstOf(item, shape.source)),
    author: attribs["author"] ?? wordsOf(firstOf(item, shape.author)),
    place: wordsOf(firstOf(item, shape.place)),
    language: attribs["xml:lang"] ?? attribs["language"] ?? firstOf(item, ["language"])?.attribs["tag"] ?? null,
    url: attribs["source"] ?? attribs["url"] ?? null,
  });
}
