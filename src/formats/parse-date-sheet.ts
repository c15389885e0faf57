import { parse } from "csv-parse/sync";
import type { Checked } from "../model/diagnostic.js";
import type { IsoDate } from "../model/calendar.js";
import { readPublishedDate } from "./articles/published-date.js";
import type { DayOrder } from "./articles/web/written-days.js";

/** Days of publication by what a row calls its file: a path, a name, or a name without its ending. */
export type DateSheet = ReadonlyMap<string, IsoDate>;

/** A head that names the columns, in any spelling of capitals. */
const HEAD = ["file", "date"];

/**
 * Reads a sheet of two columns, file and date: comma, semicolon or tab, with a head or without. Every fault has its line and
 * what to do.
 */
export function parseDateSheet(content: string, path: string, order: DayOrder = null): Checked<DateSheet> {
  const days = new Map<string, IsoDate>();
  const diagnostics: Checked<DateSheet>["diagnostics"][number][] = [];
  const first = content.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = ["\t", ";", ","].find((mark) => first.includes(mark)) ?? ",";
  let rows: string[][];
  try {
    rows = parse(content, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][];
  } catch (error) {
    const message = `Is no table of file and date: ${(error as Error).message}`;
    return { value: days, diagnostics: [{ severity: "error", code: "date-sheet", place: path, message }] };
  }
  const named = rows[0]?.slice(0, 2).map((cell) => cell.toLowerCase());
  const hasHead = HEAD.every((name) => named?.includes(name));
  const [file, date] = hasHead ? HEAD.map((name) => named?.indexOf(name) ?? 0) : [0, 1];
  for (const [index, row] of rows.entries()) {
    if (hasHead && index === 0) continue;
    const [name = "", written = ""] = [row[file ?? 0], row[date ?? 1]];
    const day = readPublishedDate(written, order);
    if (name !== "" && day !== null) days.set(name, day);
    else
      diagnostics.push({
        severity: "error",
        code: "date-sheet",
        place: `${path}:${index + 1}`,
        message:
          `"${name.slice(0, 60)}", "${written.slice(0, 40)}" is no file with its day. Write the file's name, ` +
          `then the day as YYYY-MM-DD (or give --date-order for 03/05/2024).`,
      });
  }
  return { value: days, diagnostics };
}

/** The day that a sheet gives for a file: by its path, else its name, else its name without the ending. */
export function dayInSheet(sheet: DateSheet, file: string): IsoDate | null {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return sheet.get(file) ?? sheet.get(file.replace(/^\.\//, "")) ?? sheet.get(name) ?? sheet.get(name.replace(/\.[^.]+$/, "")) ?? null;
}
