import type { DrawnArticle } from "../../formats/tables/draw-article.js";
import type { CorpusFindings, CorpusPart } from "../../formats/tables/corpus-tables.js";
import type { ArticleResult, TableRows } from "../../formats/tables/table.js";
import type { OutputFolder } from "./output-folder.js";

/** A finding of the corpus, and which it is. */
export type CorpusFinding = { readonly [Part in CorpusPart]: { readonly part: Part; readonly found: CorpusFindings[Part] } }[CorpusPart];

/** An output beside CSV and JSON Lines: takes articles in order, and writes what it makes of them at the end. */
export interface FurtherOutput {
  /**
   * What it makes its rows from: what workers draw for the workbook or the report, or the article itself. Null where it
   * takes no more, because it is full or needs none, which spares the run the work.
   */
  readonly wants: () => "sheets" | "entry" | "result" | null;
  readonly take: (article: DrawnArticle, result: () => ArticleResult) => Promise<void>;
  /** Takes a finding of the corpus with its rows, after the last article. */
  readonly collate?: (finding: CorpusFinding, rows: readonly TableRows[]) => Promise<void>;
  /** Writes to the folder, knowing how many articles the run has. Gives a line for the user where it wrote less than asked for. */
  readonly finish: (output: OutputFolder, articles: number) => Promise<string | null>;
}
