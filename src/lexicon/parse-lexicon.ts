import type { Diagnostic } from "../model/diagnostic.js";
import { checkLexicon, type LexiconSchema, type PlacedRow } from "./lexicon-schema.js";

/** A row of a lexicon: its columns by name. Empty cells are "". */
export type LexiconRow = Readonly<Record<string, string>>;

/** Every lexicon by the name of its file without `.tsv`. */
export type Lexicons = ReadonlyMap<string, readonly LexiconRow[]>;

/**
 * Reads a lexicon: tab-separated, lines of `#` are its head (source, licence, columns), the first other line names
 * the columns. A row with too many cells, and one that departs from the declaration of the lexicon where it has one, is an
 * error that names file and line.
 */
export function parseLexicon(
  name: string,
  tsv: string,
  schema?: LexiconSchema,
): { value: readonly LexiconRow[]; diagnostics: readonly Diagnostic[] } {
  const rows: PlacedRow[] = [];
  const diagnostics: Diagnostic[] = [];
  let columns: readonly string[] | null = null;
  for (const [index, line] of tsv.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (columns === null) {
      columns = cells;
      continue;
    }
    if (cells.length > columns.length) {
      diagnostics.push({
        severity: "error",
        code: "lexicon-row",
        message: `Row has ${cells.length} cells, the head names ${columns.length} columns. Remove the extra tabs.`,
        place: `lexicons/${name}.tsv:${index + 1}`,
      });
      continue;
    }
    rows.push({ row: Object.fromEntries(columns.map((column, i) => [column, cells[i]?.trim() ?? ""])), line: index + 1 });
  }
  if (schema) diagnostics.push(...checkLexicon(name, columns ?? [], rows, schema));
  return { value: rows.map(({ row }) => row), diagnostics };
}
