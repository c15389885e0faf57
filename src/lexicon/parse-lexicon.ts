import type { Diagnostic } from "../model/diagnostic.js";
import { checkLexicon, type LexiconSchema } from "./lexicon-schema.js";

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
  const rows: LexiconRow[] = [];
  const lines: number[] = [];
  const diagnostics: Diagnostic[] = [];
  let columns: readonly string[] | null = null;
  let line = 0;
  for (let start = 0; start <= tsv.length;) {
    let end = tsv.indexOf("\n", start);
    if (end < 0) end = tsv.length;
    const written = tsv.slice(start, tsv.charCodeAt(end - 1) === RETURN && end > start ? end - 1 : end);
    start = end + 1;
    line++;
    if (written.charCodeAt(0) === HASH || written.trim() === "") continue;
    const cells = written.split("\t");
    if (columns === null) {
      columns = cells;
      continue;
    }
    if (cells.length > columns.length) {
      diagnostics.push({
        severity: "error",
        code: "lexicon-row",
        message: `Row has ${cells.length} cells, the head names ${columns.length} columns. Remove the extra tabs.`,
        place: `lexicons/${name}.tsv:${line}`,
      });
      continue;
    }
    rows.push(rowOf(columns, cells));
    lines.push(line);
  }
  if (schema) diagnostics.push(...checkLexicon(name, columns ?? [], rows, lines, schema));
  return { value: rows, diagnostics };
}

const [HASH, RETURN] = [0x23, 0x0d];

function rowOf(columns: readonly string[], cells: readonly string[]): LexiconRow {
  const row: Record<string, string> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i] as string] = cells[i]?.trim() ?? "";
  return row;
}
