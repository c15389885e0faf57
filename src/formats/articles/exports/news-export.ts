import { splitFactiva } from "./factiva.js";
import { splitNexis } from "./nexis.js";
import { splitProquest } from "./proquest.js";

/** What a database of news says of one article of an export. */
export interface ExportedArticle {
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly place: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** The database's own number for it. */
  readonly number: string | null;
}

/** An export of several articles: how many it says that it holds, where it says so, and those that it has. */
export interface NewsExport {
  readonly database: "Nexis" | "Factiva" | "ProQuest";
  readonly announced: number | null;
  readonly articles: readonly ExportedArticle[];
}

/** A mark that any export bears: looked for first, so that other texts cost one pass. */
const MARKS = /of \d{1,5} DOCUMENT|End of Document|Document \d{1,5} of|full text\s?:|Document [A-Z0-9]{4,12}\d{8}|\nAN[ \t\r\n]/i;

/** Tells an export of Nexis, Factiva or ProQuest by its marks and cuts it into its articles; null for any other text. */
export function splitNewsExport(text: string): NewsExport | null {
  return MARKS.test(text) ? (splitNexis(text) ?? splitProquest(text) ?? splitFactiva(text)) : null;
}
