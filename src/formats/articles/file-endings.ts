import { ARTICLE_FORMATS } from "./article-format.js";

/** Endings of files that hold many articles and are cut into records before a format reads them. */
const COLLECTION_ENDINGS: ReadonlySet<string> = new Set([
  ".jsonl",
  ".ndjson",
  ".csv",
  ".tsv",
  ".tab",
  ".warc",
  ".arc",
  ".mbox",
  ".xlsx",
  ".ods",
  ".zip",
  ".gz",
]);

/** Endings of kinds that are recognized and refused by name: looked at, so that the remedy is told. */
const REFUSED_ENDINGS: ReadonlySet<string> = new Set([
  ".doc",
  ".xls",
  ".ppt",
  ".pptx",
  ".epub",
  ".mobi",
  ".7z",
  ".rar",
  ".tar",
  ".bz2",
  ".xz",
  ".zst",
  ".pst",
  ".webarchive",
  ".pages",
]);

/** Kinds of plain text whose ending says little: what their first bytes say counts for more. */
const LOOSE_ENDINGS: ReadonlySet<string> = new Set([".txt", ".text", ".xml", ".mht", ".mhtml", ".eml", ".doc", ".js"]);

/** Endings under which one format goes. */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set([".html", ".htm", ".xhtml"]),
  new Set([".mhtml", ".mht", ".eml"]),
  new Set([".xml", ".rss", ".atom", ".rdf", ".xhtml"]),
  new Set([".ole", ".msg", ".doc", ".xls", ".ppt"]),
  new Set([".docx", ".docm", ".dotx"]),
  new Set([".xlsx", ".xlsm"]),
];

/** A file name as stem and ending: the ending in lower case with its dot, empty where there is none. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? { stem: name.slice(0, dot), ending: name.slice(dot).toLowerCase() } : { stem: name, ending: "" };
}

/** True for an ending that names a format which is read. */
export const isKnownEnding = (ending: string): boolean => ARTICLE_FORMATS.has(ending) || COLLECTION_ENDINGS.has(ending);

/** True where two endings name one format. */
export const areAlike = (one: string, other: string): boolean => one === other || ALIKE.some((group) => group.has(one) && group.has(other));

/** True for the name of a file that holds articles, or is of a kind that is refused by name; compressed or not. */
export function isArticleFile(name: string): boolean {
  let plain = name.toLowerCase();
  while (plain.endsWith(".gz")) plain = plain.slice(0, -3);
  const { ending } = splitName(plain.slice(plain.lastIndexOf("/") + 1));
  return isKnownEnding(ending) || REFUSED_ENDINGS.has(ending) || (plain !== name.toLowerCase() && ending === "");
}

/** The kind under which a file that is not read is counted: its ending, `hidden` or `no ending`. */
export function kindOfName(path: string): string {
  const parts = path.split(/[\\/]/);
  if (parts.some((part) => part.startsWith(".") && part !== "." && part !== "..")) return "hidden";
  return splitName(parts.at(-1) ?? "").ending || "no ending";
}

/** Formats whose first bytes are theirs alone: they count for more than any name. */
const UNMISTAKABLE: ReadonlySet<string> = new Set([
  ".pdf",
  ".gz",
  ".ole",
  ".warc",
  ".arc",
  ".rtf",
  ".docx",
  ".xlsx",
  ".odt",
  ".ods",
  ".mbox",
  ".mhtml",
]);

/**
 * The ending that names a file's format, from that of its name and what its first bytes are. Neither known: plain text.
 */
export function settleEnding(named: string, found: string | null): string {
  if (found === null) return isKnownEnding(named) ? named : ".txt";
  if (UNMISTAKABLE.has(found) || !isKnownEnding(named) || LOOSE_ENDINGS.has(named)) {
    return areAlike(named, found) && isKnownEnding(named) && found !== ".mhtml" ? named : found;
  }
  // A zip of another kind may be a document whose first members do not tell; a page saved under the name of data is a page.
  return found === ".html" && named !== ".md" && named !== ".markdown" && !areAlike(named, found) ? found : named;
}
