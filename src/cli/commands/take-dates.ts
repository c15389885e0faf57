import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { DateSheet } from "../../formats/parse-date-sheet.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { listFaults } from "../list-faults.js";
import type { ExtractOptions } from "./extract.js";

/** The sheet of days that the user gives, and a note on rows that name no file of the input. */
export async function takeDates(
  { dates: path, dateOrder }: ExtractOptions,
  files: readonly string[],
): Promise<{ readonly sheet: DateSheet | null; readonly note: string | null }> {
  if (path === undefined) return { sheet: null, note: null };
  const content = await readFile(path, "utf8").catch((error: Error) => {
    throw new CommandFault(`${path}: cannot be read: ${error.message}. Name a table with the columns file and date.`, EXIT.files);
  });
  const { parseDateSheet } = await import("../../formats/parse-date-sheet.js");
  const { value, diagnostics } = parseDateSheet(content, path, dateOrder ?? null);
  if (diagnostics.length > 0) throw new CommandFault(listFaults(diagnostics), EXIT.usage);
  const matched = new Set(files.flatMap((file) => [file, basename(file), basename(file, extname(file))]));
  const strange = [...value.keys()].filter((name) => !matched.has(name.replace(/^\.\//, "")));
  const note =
    strange.length === 0
      ? null
      : `${path}: ${strange.length} of its ${value.size} rows name no file that is read (` +
        `${strange.slice(0, 3).join(", ")}${strange.length > 3 ? ", …" : ""}).`;
  return { sheet: value, note };
}
