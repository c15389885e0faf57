import { readOpenDocumentSheets } from "./open-document.js";
import { readPackage } from "./read-package.js";

/** A sheet of a workbook: its rows without empty ones, cells as text, dates as ISO days. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

export type WorkbookSheets = { readonly sheets: readonly WorkbookSheet[] } | { readonly code: string; readonly reason: string };

/** Reads the sheets of a workbook: .xlsx by read-excel-file, .ods by its XML. Expansion is counted before. */
export async function readWorkbookSheets(bytes: Uint8Array): Promise<WorkbookSheets> {
  // Pictures are not expanded.
  const parts = await readPackage(bytes, (name) => /\.(?:xml|rels)$|^mimetype$/i.test(name));
  if ("reason" in parts) return { code: parts.code, reason: `Not a readable workbook: ${parts.reason}. Save it again.` };
  const content = parts.text("content.xml");
  if (content !== null) return { sheets: readOpenDocumentSheets(content) };
  if (!parts.has("xl/workbook.xml")) {
    return { code: "damaged-document", reason: "Not a readable workbook: it is cut short or locked. Save it again as .xlsx or CSV." };
  }
  const { default: readExcelFile } = await import("read-excel-file/universal");
  try {
    const sheets = await readExcelFile(new Uint8Array(bytes).buffer);
    return {
      sheets: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((row) => row.map(cellText)).filter((row) => row.some((value) => value !== "")),
      })),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { code: "damaged-document", reason: `Not a readable workbook: ${message}. Save it again as CSV.` };
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "object" ? "" : String(value as string | number | boolean);
}
