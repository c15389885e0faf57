import type { ArticleResult, Cell } from "../formats/tables/table.js";
import type { OutputFolder } from "./output-folder.js";

/** An output beside CSV and JSON Lines: takes rows and articles in order, and writes what it makes of them at the end. */
export interface FurtherOutput {
  /** Whether it takes more: an output that is full, or needs neither, spares the run the work. */
  readonly wants: () => boolean;
  readonly rows: (table: string, rows: () => readonly (readonly Cell[])[]) => Promise<void>;
  readonly article: (result: ArticleResult) => Promise<void>;
  /** Writes to the folder, knowing how many articles the run has. Gives a line for the user where it wrote less than asked for. */
  readonly finish: (output: OutputFolder, articles: number) => Promise<string | null>;
}
