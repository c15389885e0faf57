import type { Article } from "../../model/article.js";
import type { Checked } from "../../model/diagnostic.js";
import { decodeText } from "../decode-text.js";
import type { FieldMap } from "./field-names.js";

/** The bytes of one article, or of a small collection of them, and what is known of them from outside. */
export interface ArticleFile {
  /** The file, and member or record within it, as the user would recognise it; used in messages only. */
  readonly path: string;
  /** The file name without its ending: the article's id unless the file states one. */
  readonly stem: string;
  readonly bytes: Uint8Array;
  /** The charset that a carrier names, null where none does. */
  readonly charset: string | null;
  /** The address that a web archive names. */
  readonly url: string | null;
  /** Which key or column holds which field, where the user said so or a table's head was read. */
  readonly fields: FieldMap | null;
}

/** An article that could not be read or processed, and why. Nothing is lost: the batch goes on without it. */
export interface Reject {
  /** The article's id where it is known. */
  readonly id: string | null;
  /** File, and record or line within it. */
  readonly place: string;
  /** Stable, kebab-case. */
  readonly code: string;
  /** What is wrong and what to do. */
  readonly reason: string;
}

/** Reads all articles of a file. Faults are diagnostics with their place; the other articles are still returned. */
export type ArticleFormat = (file: ArticleFile) => Promise<Checked<readonly Article[]>>;

const decode = async ({ bytes, charset }: ArticleFile): Promise<string> => (await decodeText(bytes, charset)).text;

const readText: ArticleFormat = async (file) =>
  (await import("./text-article.js")).parseTextArticle({ ...file, content: await decode(file) });
const readMarkdown: ArticleFormat = async (file) =>
  (await import("./markdown-article.js")).parseMarkdownArticle({ ...file, content: await decode(file) });
const readHtml: ArticleFormat = async (file) =>
  (await import("./web/articles-of-html.js")).articlesOfHtml(await decode(file), { id: file.stem, place: file.path, url: file.url });
const readXml: ArticleFormat = async (file) =>
  (await import("./xml/xml-articles.js")).readXmlArticles(await decode(file), file.stem, file.path);
const readJson: ArticleFormat = async (file) =>
  (await import("./json-articles.js")).readJsonArticles(await decode(file), file.stem, file.path, file.fields);
const readJsonLine: ArticleFormat = async (file) =>
  (await import("./jsonl-articles.js")).parseJsonArticle(await decode(file), file.stem, file.path, file.fields);

/** The formats by the ending of the file name, lower case, with its dot. Libraries load when their format appears. */
export const ARTICLE_FORMATS: ReadonlyMap<string, ArticleFormat> = new Map<string, ArticleFormat>([
  [".txt", readText],
  [".text", readText],
  [".md", readMarkdown],
  [".markdown", readMarkdown],
  [".html", readHtml],
  [".htm", readHtml],
  [".xhtml", readHtml],
  [".json", readJson],
  [".xml", readXml],
  [".rss", readXml],
  [".atom", readXml],
  [".rdf", readXml],
  [".eml", async ({ bytes, stem, path }) => (await import("./mail-message.js")).readMailMessage(bytes, stem, path)],
  [".mhtml", async ({ bytes, stem, path }) => (await import("./documents/saved-archive-page.js")).readArchivedPage(bytes, stem, path)],
  [".mht", async ({ bytes, stem, path }) => (await import("./documents/saved-archive-page.js")).readArchivedPage(bytes, stem, path)],
  [".msg", async ({ bytes, stem, path }) => (await import("./documents/compound-file.js")).readCompoundFile(bytes, stem, path)],
  [".ole", async ({ bytes, stem, path }) => (await import("./documents/compound-file.js")).readCompoundFile(bytes, stem, path)],
  [".rtf", async ({ bytes, stem, path }) => (await import("./documents/rtf-document.js")).readRtfDocument(bytes, stem, path)],
  [".odt", async ({ bytes, stem, path }) => (await import("./documents/open-text-document.js")).readOpenTextDocument(bytes, stem, path)],
  [".docx", async ({ bytes, stem, path }) => (await import("./word-document.js")).readWordDocument(bytes, stem, path)],
  // The pages of a PDF as the reader in its own process gives them; the PDF itself never comes here.
  [".pdf", async (file) => (await import("./pdf-article.js")).parsePdfPages(await decode(file), file.stem)],
  // One line of JSON Lines, one row of a table.
  [".jsonl", readJsonLine],
]);
