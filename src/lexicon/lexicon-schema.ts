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

/**
 * Everything in which rows depart from their declaration; each diagnostic names file, line, cell and remedy. `lines`: where
 * each row stands, from 1.
 */
export function checkLexicon(
  name: string,
  columns: readonly string[],
  rows: readonly LexiconRow[],
  lines: readonly number[],
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
        lines[0] ?? 1,
        `The columns are ${columns.join(", ")}; ${declared.join(", ")} are declared. Make head and declaration the same.`,
      ),
    ];
  }
  const seen = new Map<string, number>();
  const found: Diagnostic[] = [];
  const rules = Object.entries(schema.columns);
  const unique = schema.unique.length > 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as LexiconRow;
    const line = lines[i] as number;
    for (const [column, rule] of rules) {
      const fault = faultOf(row[column] ?? "", rule);
      if (fault !== null) found.push(error(line, `Column ${column} ${fault}.`));
    }
    if (!unique) continue;
    const key = keyOf(row, schema.unique);
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, line);
    else
      found.push(
        error(line, `Row repeats ${schema.unique.join(" and ")} "${key.replaceAll("\t", " ")}" of line ${twin}. Remove one of them.`),
      );
  }
  return found;
}

function keyOf(row: LexiconRow, columns: readonly string[]): string {
  if (columns.length === 1) return row[columns[0] as string] ?? "";
  return columns.map((column) => row[column] ?? "").join("\t");
}

/** What is wrong with a cell, or null. */
function faultOf(cell: string, { values, pattern, required }: ColumnRule): string | null {
  if (cell === "") return required ? "is empty. Fill it in or remove the row" : null;
  if (values && !values.includes(cell))
    return `holds "${cell}"; allowed are ${values.filter((value) => value !== "").join(", ")}. Correct it`;
  return pattern && !pattern.test(cell) ? `holds "${cell}", which does not fit ${String(pattern)}. Correct it` : null;
}
