import { TABLES } from "../../formats/tables/all-tables.js";
import { SHEET_ORDER, WRAPPED_SHEETS } from "../../formats/tables/sheet-order.js";
import { drawSheet } from "../../formats/tables/sheet-rows.js";
import type { TableRows } from "../../formats/tables/table.js";
import { startWorkbook } from "../../formats/tables/workbook.js";
import { openDeflateText } from "./deflate-text.js";

/**
 * The workbook of some articles, as `dateline.xlsx` of a run without what spans articles.
 *
 * @param articles the tables of each article, as `drawTables` gives them.
 */
export async function formatWorkbook(articles: Iterable<readonly TableRows[]> | AsyncIterable<readonly TableRows[]>): Promise<Uint8Array> {
  const sheets = TABLES.toSorted((a, b) => SHEET_ORDER.indexOf(a.name) - SHEET_ORDER.indexOf(b.name));
  const workbook = await startWorkbook(
    sheets,
    TABLES.map(({ name }) => name),
    openDeflateText,
  );
  for await (const tables of articles) {
    const own = tables.find(({ name }) => name === "articles");
    const cell = (name: string): unknown => own?.rows[0]?.[own.header.indexOf(name)];
    const url = cell("url");
    await workbook.take(
      TABLES.map(({ name, columns }) =>
        drawSheet(tables.find((table) => table.name === name)?.rows ?? [], columns, WRAPPED_SHEETS.has(name)),
      ),
      { id: String(cell("article_id")), url: typeof url === "string" ? url : null, file: null },
    );
  }
  return workbook.end();
}
