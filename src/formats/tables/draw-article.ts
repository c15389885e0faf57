import { countKinds, type MentionKind } from "../../model/kinds.js";
import { digestArticle } from "../../collate/article-digest.js";
import { formatAnnotationRecord, formatTextRecord } from "../annotation-record.js";
import { drawEntry, markEntry, type ReportEntry } from "../report/report-entry.js";
import { TABLES, type TableOutline } from "./all-tables.js";
import { ARTICLES_TABLE, markRow } from "./articles-table.js";
import { formatCsv } from "./csv.js";
import { WRAPPED_SHEETS } from "./sheet-order.js";
import { drawSheet, type DrawnSheet } from "./sheet-rows.js";
import type { ArticleResult, Cell, Piece } from "./table.js";

/** What is drawn of an article beside its record and its CSV. */
export interface Wanted {
  readonly sheets: boolean;
  readonly entry: boolean;
}

/** What the files of a run hold of one article, as text, and what it adds to the counts. Plain data. */
export interface DrawnArticle {
  /** Its line of `annotations.jsonl`. */
  readonly record: Piece;
  /** Its line of `texts.jsonl`. */
  readonly text: Piece;
  /** Its rows in CSV, in the order of {@link TABLES}; empty where it has none. */
  readonly csv: readonly Piece[];
  /** Its rows in the workbook, in the same order; null where they were not wanted. */
  readonly sheets: readonly DrawnSheet[] | null;
  /** What the stage over the corpus takes of it, as JSON; empty where the article was skipped. */
  readonly digest: Piece;
  /** What the report shows of it; null where it was not wanted. */
  readonly entry: ReportEntry | null;
  /** Its row of `articles`. */
  readonly row: readonly Cell[];
  readonly skipped: boolean;
  readonly undated: boolean;
  readonly tokens: number;
  readonly entities: number;
  readonly mentions: Readonly<Record<MentionKind, number>>;
}

/** Draws the rows of an article, or of a part of one. */
export function drawTables(
  result: ArticleResult,
  wanted: Wanted,
  tables: readonly TableOutline[] = TABLES,
): Pick<DrawnArticle, "csv" | "sheets" | "row"> {
  const csv: string[] = [];
  const sheets: DrawnSheet[] = [];
  let row: readonly Cell[] = [];
  for (const table of tables) {
    const { rows } = table.draw(result);
    csv.push(rows.length === 0 ? "" : formatCsv(rows, table.columns));
    if (wanted.sheets) sheets.push(drawSheet(rows, table.columns, WRAPPED_SHEETS.has(table.name)));
    if (table.name === ARTICLES_TABLE.name) row = rows[0] ?? [];
  }
  return { csv, sheets: wanted.sheets ? sheets : null, row };
}

/** Draws every table from one article. */
export function drawArticle(result: ArticleResult, wanted: Wanted, tables: readonly TableOutline[] = TABLES): DrawnArticle {
  const mentions = countKinds();
  for (const { kind } of result.layer.mentions) mentions[kind]++;
  return {
    ...drawTables(result, wanted, tables),
    record: formatAnnotationRecord(result.layer, result.skipped) + "\n",
    text: formatTextRecord(result.article, result.layer.textHash) + "\n",
    digest: result.skipped === null ? JSON.stringify(digestArticle(result.article, result.layer, result.sentences)) : "",
    entry: wanted.entry ? drawEntry(result) : null,
    skipped: result.skipped !== null,
    undated: result.layer.publishedAt === null,
    tokens: result.tokens,
    entities: result.layer.entities.length,
    mentions,
  };
}

/** The same article, which turns out to repeat another one: that is told in `articles` and in the report alone. */
export function markDuplicate(drawn: DrawnArticle, duplicate: NonNullable<ArticleResult["duplicate"]>): DrawnArticle {
  const row = markRow(drawn.row, duplicate);
  const marked = <T>(parts: readonly T[], draw: () => T): readonly T[] =>
    parts.map((part, index) => (TABLES[index]?.name === ARTICLES_TABLE.name ? draw() : part));
  return {
    ...drawn,
    row,
    csv: marked(drawn.csv, () => formatCsv([row], ARTICLES_TABLE.columns)),
    sheets: drawn.sheets && marked(drawn.sheets, () => drawSheet([row], ARTICLES_TABLE.columns)),
    entry: drawn.entry && markEntry(drawn.entry, duplicate.of),
  };
}
