import type { TableOutline } from "../../formats/tables/all-tables.js";
import type { DrawnArticle } from "../../formats/tables/draw-article.js";
import type { ArticleResult } from "../../formats/tables/table.js";
import type { FurtherOutput } from "../output/further-outputs.js";
import type { OutputFolder } from "../output/output-folder.js";
import type { CorpusStage } from "./corpus-stage.js";
import { waitingRows } from "./waiting-rows.js";

/** Where rows go. */
export interface RowOutputs {
  readonly output: OutputFolder;
  readonly further: readonly FurtherOutput[];
  readonly corpus: CorpusStage;
  readonly tables: readonly TableOutline[];
}

/** Of which article rows are: its id, and its place among those that the stage over the corpus takes, from 0. */
export interface RowsOf {
  readonly article: number;
  readonly id: string;
}

/** Writes the rows of an article, or of a part of one; those that wait for ids of the corpus go to the stage over it. */
export async function writeRows(
  drawn: DrawnArticle,
  of: RowsOf,
  result: () => ArticleResult,
  { output, further, corpus, tables }: RowOutputs,
): Promise<void> {
  const waiting = waitingRows(tables, drawn, further, result);
  const waits = new Set(waiting.map(({ name }) => name));
  if (waiting.length > 0) corpus.hold({ ...of, tables: waiting });
  for (const [index, csv] of drawn.csv.entries()) {
    const name = tables[index]?.name ?? "";
    if (csv.length > 0 && !waits.has(name)) await output.append(`${name}.csv`, csv);
  }
  for (const another of further) if (another.wants() !== null) await another.take(drawn, result);
}
