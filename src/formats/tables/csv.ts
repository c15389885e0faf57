import { Stringifier } from "csv-stringify";
import type { Cell, ColumnType } from "./table.js";

/** Excel reads a file as UTF-8 only where it starts with this mark. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";

/**
 * White space, controls and characters without a shape, which a spreadsheet may drop before it looks at a cell: U+180E, U+061C,
 * U+3164, U+2800 and all their kind.
 */
const BLANKS = "\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800";
/** What spreadsheets run: `=`, `+`, `-`, `@`, in their full-width and small forms too. */
const SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫]";

/** A sign at the start of a cell, behind blanks as well. */
const FORMULA = new RegExp(`^[${BLANKS}]*${SIGN}|^[\\t\\r\\n]`, "u");

/**
 * What parts cells elsewhere: where a computer's list separator is `;`, a spreadsheet cuts our lines there, and at the line
 * ends of cells, whatever the quotes.
 */
const PARTING = /[;|\t\r\n]/;
const SIGNS = new RegExp(SIGN, "gu");
const PASSED_OVER = new RegExp(`^[${BLANKS}"“”]$`, "u");

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
 * `undisarm` takes it off again.
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
  const inner = disarmWithin(text, (apostrophes) => `${apostrophes}'`);
  return isRisky(text.replace(/^'+/, "")) ? `'${inner}` : inner;
}

/** The text that {@link disarm} was given. */
export function undisarm(cell: string): string {
  const inner = disarmWithin(cell, (apostrophes) => apostrophes.slice(1));
  return cell.startsWith("'") && isRisky(cell.replace(/^'+/, "")) ? inner.slice(1) : inner;
}

/**
 * Changes the apostrophes before each sign that stands behind a mark that parts cells. Linear: what is looked at before a sign
 * holds no other.
 */
function disarmWithin(text: string, change: (apostrophes: string) => string): string {
  if (!PARTING.test(text)) return text;
  let done = "";
  let from = 0;
  for (const { index } of text.matchAll(SIGNS)) {
    let first = index;
    while (text[first - 1] === "'" && first > from) first--;
    let at = first;
    while (at > from && PASSED_OVER.test(text[at - 1] ?? "") && !PARTING.test(text[at - 1] ?? "")) at--;
    if (at === 0 || !PARTING.test(text[at - 1] ?? "")) continue;
    done += text.slice(from, first) + change(text.slice(first, index));
    from = index;
  }
  return done + text.slice(from);
}
