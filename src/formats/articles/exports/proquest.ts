import { findWrittenDays } from "../web/written-days.js";
import { linesOf, readLabel, readLabels, trimLines } from "./export-lines.js";
import type { ExportedArticle, NewsExport } from "./news-export.js";

const RULE = /^\s*_{20,}\s*$/;
const COUNTER = /^\s*Document \d{1,5} of (\d{1,5})\s*$/i;
const FULL_TEXT = /^\s*full text\s*:\s?(.*)$/i;
/** Fields of a record, in lower case. */
const LABELS: ReadonlySet<string> = new Set([
  "title",
  "author",
  "publication info",
  "publication title",
  "publication date",
  "publication year",
  "pages",
  "publisher",
  "place of publication",
  "country of publication",
  "publication subject",
  "source type",
  "language of publication",
  "document type",
  "proquest document id",
  "proquest document link",
  "document url",
  "copyright",
  "last updated",
  "database",
  "subject",
  "location",
  "people",
  "company / organization",
  "company",
  "links",
  "abstract",
  "first page",
  "issn",
  "e-issn",
  "dateline",
  "section",
  "column",
  "volume",
  "issue",
  "credit",
  "number of pages",
  "classification",
  "business indexing term",
  "identifier / keyword",
]);

/**
 * Cuts an export of ProQuest in plain text: records between lines of underscores, each with `Full text:` among its fields.
 * Null for any other text.
 */
export function splitProquest(text: string): NewsExport | null {
  const lines = linesOf(text);
  if (!lines.some((line) => FULL_TEXT.test(line)) || !/proquest/i.test(text)) return null;
  const starts = lines.flatMap((line, index) => (COUNTER.test(line) || RULE.test(line) ? [index] : []));
  const pieces = [-1, ...starts].map((at, index) => lines.slice(at + 1, starts[index] ?? lines.length));
  const articles = pieces.filter((piece) => piece.some((line) => FULL_TEXT.test(line))).map(readRecord);
  if (articles.length === 0) return null;
  const announced = lines.map((line) => COUNTER.exec(line)?.[1]).find((count) => count !== undefined);
  return { database: "ProQuest", announced: announced === undefined ? null : Number(announced), articles };
}

function readRecord(piece: readonly string[]): ExportedArticle {
  const lines = trimLines(piece);
  const textAt = lines.findIndex((line) => FULL_TEXT.test(line));
  const head = readLabels(lines.slice(0, textAt), LABELS);
  // The fields behind the text begin with the first label that opens a paragraph.
  const behind = lines.slice(textAt + 1);
  const footAt = behind.findIndex((line, index) => readLabel(line, LABELS) !== null && (index === 0 || behind[index - 1]?.trim() === ""));
  const foot = readLabels(footAt < 0 ? [] : behind.slice(footAt), LABELS);
  const get = (name: string): string | null => foot.labels.get(name) || head.labels.get(name) || null;
  const title = get("title") ?? head.rest.find((line) => line.trim() !== "" && !RULE.test(line) && !COUNTER.test(line))?.trim() ?? null;
  const info = get("publication info") ?? "";
  const dated = [get("publication date"), info].flatMap((written) => findWrittenDays(written ?? "", null).map(({ day }) => day));
  const firstLine = FULL_TEXT.exec(lines[textAt] ?? "")?.[1] ?? "";
  return {
    title,
    text: trimLines([firstLine, ...behind.slice(0, footAt < 0 ? undefined : footAt)]).join("\n"),
    publishedAt: dated[0] ?? null,
    source: (get("publication title") ?? info).split(/[;:[(]/)[0]?.trim() || null,
    author: get("author"),
    place: get("dateline"),
    language: get("language of publication")?.toLowerCase() ?? null,
    url: get("document url"),
    number: get("proquest document id"),
  };
}
