import { stringify } from "csv-stringify/sync";
import type { Cell } from "./table.js";

/** Excel reads a file as UTF-8 only where it starts with this mark. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as CSV after RFC 4180 (comma, CRLF, quotes doubled), without a byte order mark. Numbers and booleans stand
 * bare. Text that a spreadsheet would run as a formula is disarmed with a leading apostrophe: `=`, `+`, `-`, `@`,
 * their full-width forms, and tab, line feed or carriage return before anything (OWASP, CSV Injection).
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows.map((row) => row.map(csvCell)), {
    record_delimiter: "windows",
    quoted_match: /^[\s']|[\r\n]|\s$/u,
  });
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
}
