import type { Article } from "../../model/article.js";
import type { Layer } from "../../model/layer.js";
import type { MentionKind } from "../../model/mention.js";
import type { Sentence } from "../../model/token.js";

/** A cell as a spreadsheet knows it. `null` is an empty cell: unknown, never 0. */
export type Cell = string | number | boolean | null;

/** A piece of a text file, as text or as UTF-8. */
export type Piece = string | Uint8Array;

/** What a column holds. `date` is an ISO day, written as text that spreadsheets read as a date. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "date";

/** A column: its name, type and meaning for the data dictionary, and its value in a row. */
export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: string;
  readonly cell: (row: Row) => Cell;
  /** True for what a reader of the workbook seldom needs: offsets, rules, confidence, reasons, ids. The workbook folds it. */
  readonly folded?: true;
}

/**
 * A table of the output: one file or sheet. `rows` draws its rows, in a stable order, from one article's result, or from one
 * finding of the corpus.
 */
export interface Table<Row, From = ArticleResult> {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: (from: From) => readonly Row[];
}

/** Where an article came from. */
export interface Origin {
  /** The file, and the member within an archive. */
  readonly file: string;
  /** 1-based line, row or record within the file; null where the file is one article. */
  readonly record: number | null;
  /** Where the record starts, in bytes of the (expanded) file; null where the file is one article. */
  readonly offset: number | null;
}

/** What a part of a long article is of the whole: all offsets count in that. */
export interface ArticlePart {
  /** Where the text of the part begins. */
  readonly start: number;
  /** Ids of the entities that no earlier part names. */
  readonly introduced: ReadonlySet<string>;
  /** What all parts have together, with the last one, in which nothing else is found; null with the others. */
  readonly totals: ArticleTotals | null;
}

/** Lengths and counts of an article. */
export interface ArticleTotals {
  /** UTF-16 units of its text. */
  readonly characters: number;
  /** SHA-1 of its text in UTF-8, 40 hexadecimal digits. */
  readonly sha1: string;
  readonly sentences: number;
  readonly tokens: number;
  readonly mentions: Readonly<Record<MentionKind, number>>;
}

/** One article with all that was found in it, or a part of a long one: what every table is drawn from. */
export interface ArticleResult {
  readonly article: Article;
  readonly origin: Origin;
  readonly layer: Layer;
  readonly sentences: readonly Sentence[];
  readonly tokens: number;
  /** The earlier article of the run that this one repeats, and how much of it (1: the same text). */
  readonly duplicate: { readonly of: string; readonly similarity: number } | null;
  /** Why the article was passed over, with nothing looked for in it; null where it was read. */
  readonly skipped: { readonly language: string; readonly reason: string } | null;
  /** Of an article that comes in parts, which one this is; absent where it is the whole article. */
  readonly part?: ArticlePart;
}

/** A table's rows as plain cells: what writers of CSV and workbooks take. */
export interface TableRows {
  readonly name: string;
  readonly header: readonly string[];
  readonly types: readonly ColumnType[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Draws a table from one article, or one finding of the corpus. */
export function drawTable<Row, From>(table: Table<Row, From>, from: From): TableRows {
  return {
    name: table.name,
    header: table.columns.map((column) => column.name),
    types: table.columns.map((column) => column.type),
    rows: drawRows(table.rows(from), table.columns),
  };
}

// Loops and no callbacks, as in other places where every word of every article passes: a callback that is made anew for
// each article loses its optimized code with every collection of the heap.
function drawRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Cell[][] {
  const drawn: Cell[][] = [];
  for (const row of rows) {
    const cells: Cell[] = [];
    for (const column of columns) cells.push(column.cell(row));
    drawn.push(cells);
  }
  return drawn;
}
