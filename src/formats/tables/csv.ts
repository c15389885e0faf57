import { Stringifier } from "csv-stringify";
import type { Cell, ColumnType } from "./table.js";

/** Excel reads a file as UTF-8 only where it starts with this mark. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";

/** White space and invisible characters that a spreadsheet may drop before it looks at a cell. */
const BLANK = "[\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069]*";

/** What spreadsheets run: `=`, `+`, `-`, `@`, in their full-width and small forms too, behind white space as well. */
const FORMULA = new RegExp(`^${BLANK}[=+\\-@＝＋－＠﹦﹢﹣﹫]|^[\\t\\r\\n]`, "u");

/** Two or three numbers with dashes or strokes, `5-24`, `1/4`, `3-4-10`: Excel makes days of them on opening. */
const LIKE_A_DAY = /^\s*\d{1,4}\s*[-/]\s*\d{1,4}(?:\s*[-/]\s*\d{1,4})?\s*$/;
/** Days and months as this program writes them are meant to be read as such. */
const ISO = /^\d{4}-\d{2}(?:-\d{2})?$/;

const isRisky = (text: string): boolean => FORMULA.test(text) || (LIKE_A_DAY.test(text) && !ISO.test(text));

/**
 * The library's stringifier without the stream around it. One serves all rows: its synchronous function makes its own for
 * each call, whose code the engine drops whenever it collects its garbage and has to optimize again, which on many small
 * tables took as long as the rows.
 */
class RowStringifier extends Stringifier {
  private text = "";
  override push(chunk: unknown): boolean {
    this.text += String(chunk);
    return true;
  }
  rowOf(cells: readonly string[]): string {
    this.text = "";
    this._transform(cells, "utf8", (error) => {
      if (error) throw error;
    });
    return this.text;
  }
}
const stringifier = new RowStringifier({ record_delimiter: "windows", quoted_match: /^[\s']|[\r\n]|\s$/u });

/**
 * Rows as CSV after RFC 4180 (comma, CRLF, quotes doubled), without a byte order mark. Numbers and booleans stand
 * bare. Text that a spreadsheet would run as a formula, or turn into a day, is disarmed with a leading apostrophe;
 * {@link undisarm} takes it off again.
 *
 * @param columns types of the columns: text in a column of numbers or dates is the program's own and stays bare.
 */
export function formatCsv(rows: readonly (readonly Cell[])[], columns: readonly { readonly type: ColumnType }[] = []): string {
  let csv = "";
  for (const row of rows) {
    const cells: string[] = [];
    for (let index = 0; index < row.length; index++) cells.push(csvCell(row[index] ?? null, columns[index]?.type ?? "text"));
    csv += stringifier.rowOf(cells);
  }
  return csv;
}

function csvCell(cell: Cell, type: ColumnType): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return type === "text" ? disarm(cell) : cell;
}

/** Text that is safe to open in a spreadsheet: an apostrophe goes before what it would run or turn into a day. */
export function disarm(text: string): string {
  return isRisky(text.replace(/^'+/, "")) ? `'${text}` : text;
}

/** The text that {@link disarm} was given. */
export function undisarm(cell: string): string {
  return cell.startsWith("'") && isRisky(cell.replace(/^'+/, "")) ? cell.slice(1) : cell;
}
