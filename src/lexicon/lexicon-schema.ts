import type { Diagnostic } from "../model/diagnostic.js";
import type { LexiconRow } from "./parse-lexicon.js";

/** What a cell of a column may hold. */
export interface ColumnRule {
  /** The only values allowed; "" among them where the cell may be empty. */
  readonly values?: readonly string[];
  /** What a filled cell must look like. */
  readonly pattern?: RegExp;
  /** True where the cell must not be empty. */
  readonly required?: boolean;
}

/** The declaration of a lexicon: its columns in order, and the columns that no two rows share. */
export interface LexiconSchema {
  readonly columns: Readonly<Record<string, ColumnRule>>;
  readonly unique: readonly string[];
}

/** A row with the line of the file that it stands on, from 1. */
export interface PlacedRow {
  readonly row: LexiconRow;
  readonly line: number;
}

/** Everything in which rows depart from their declaration; each diagnostic names file, line, cell and remedy. */
export function checkLexicon(
  name: string,
  columns: readonly string[],
  rows: readonly PlacedRow[],
  schema: LexiconSchema,
): readonly Diagnostic[] {
  const error = (line: number, message: string): Diagnostic => ({
    severity: "error",
    code: "lexicon-cell",
    message,
    place: `lexicons/${name}.tsv:${line}`,
  });
  const declared = Object.keys(schema.columns);
  if (columns.join("\t") !== declared.join("\t")) {
    return [
      error(
        rows[0]?.line ?? 1,
        `The columns are ${columns.join(", ")}; ${declared.join(", ")} are declared. Make head and declaration the same.`,
      ),
    ];
  }
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, line }) => {
    const key = schema.unique.map((column) => row[column] ?? "").join("\t");
    const twin = schema.unique.length > 0 ? seen.get(key) : undefined;
    seen.set(key, twin ?? line);
    return [
      ...declared.flatMap((column) =>
        faultOf(row[column] ?? "", schema.columns[column] ?? {}).map((fault) => error(line, `Column ${column} ${fault}.`)),
      ),
      ...(twin === undefined
        ? []
        : [error(line, `Row repeats ${schema.unique.join(" and ")} "${key.replaceAll("\t", " ")}" of line ${twin}. Remove one of them.`)]),
    ];
  });
}

function faultOf(cell: string, { values, pattern, required }: ColumnRule): readonly string[] {
  if (cell === "") return required ? ["is empty. Fill it in or remove the row"] : [];
  if (values && !values.includes(cell))
    return [`holds "${cell}"; allowed are ${values.filter((value) => value !== "").join(", ")}. Correct it`];
  return pattern && !pattern.test(cell) ? [`holds "${cell}", which does not fit ${String(pattern)}. Correct it`] : [];
}
