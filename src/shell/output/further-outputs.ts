import type { DrawnSheet } from "../../formats/tables/sheet-rows.js";
import type { DrawnArticle } from "../../formats/tables/draw-article.js";
import type { CorpusFindings, CorpusPart } from "../../formats/tables/corpus-tables.js";
import type { ArticleResult, Cell, TableRows } from "../../formats/tables/table.js";
import type { OutputFolder } from "./output-folder.js";

/** A finding of the corpus, and which it is. */
export type CorpusFinding = { readonly [Part in CorpusPart]: { readonly part: Part; readonly found: CorpusFindings[Part] } }[CorpusPart];

/** Takes the rows of an article in one table, once they are whole. */
type Fill =
  | { readonly from: "sheets"; readonly take: (table: string, article: string, rows: DrawnSheet) => Promise<void> }
  | { readonly from: "cells"; readonly take: (table: string, rows: readonly (readonly Cell[])[]) => Promise<void> };

/** An output beside CSV and JSON Lines: takes articles in order, and writes what it makes of them at the end. */
export interface FurtherOutput {
  /**
   * What it makes its rows from: what workers draw for the workbook or the report, or the article itself. Null where it
   * takes no more, because it is full or needs none, which spares the run the work.
   */
  readonly wants: () => "sheets" | "entry" | "result" | null;
  readonly take: (article: DrawnArticle, result: () => ArticleResult) => Promise<void>;
  /**
   * Takes the rows of tables that wait for ids of the corpus (`waitingColumn`), article by article, behind the last
   * finding of the corpus. `take` leaves these tables out.
   */
  readonly fill?: Fill;
  /** Takes a finding of the corpus with its rows, after the last article. */
  readonly collate?: (finding: CorpusFinding, rows: readonly TableRows[]) => Promise<void>;
  /** Writes to the folder, knowing how many articles the run has. Gives a line for the user where it wrote less than asked for. */
  readonly finish: (output: OutputFolder, articles: number) => Promise<string | null>;
}
