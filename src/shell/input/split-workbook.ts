import { readWorkbookSheets } from "../../formats/articles/documents/read-workbook.js";
import { fault, type InputItem } from "./input-unit.js";
import { createTableReader, type TableSource } from "./table-rows.js";

/** Sheets that tell a workbook of this program from all others. */
const OWN_SHEETS = ["tolls", "casualties", "How to read this"];

/**
 * Cuts a workbook (.xlsx, .ods) into the rows of its sheets, the first row of each being the names of its columns. Sheets
 * without a text are told; where none has one, that is a fault.
 */
export async function* splitWorkbook(bytes: Uint8Array, source: TableSource): AsyncGenerator<InputItem> {
  const read = await readWorkbookSheets(bytes);
  if ("reason" in read) {
    yield fault(source.file, read.code, read.reason);
    return;
  }
  const sheets = read.sheets.filter(({ rows }) => rows.length > 0);
  if (OWN_SHEETS.every((own) => read.sheets.some(({ name }) => name === own))) {
    yield fault(source.file, "earlier-run", "Was written by an earlier run: it holds tables, no articles. Give the articles themselves.");
    return;
  }
  if (sheets.length === 0) yield fault(source.file, "table", "The workbook is empty.");
  for (const [index, { name, rows }] of sheets.entries()) {
    const several = sheets.length > 1;
    const [head = [], ...body] = rows;
    const reader = createTableReader(
      head.map((column, at) => column.trim() || `column ${at + 1}`),
      {
        ...source,
        file: several ? `${source.file}/${name}` : source.file,
        stem: several ? `${source.stem}-${index + 1}` : source.stem,
      },
    );
    if (body.length === 0) yield fault(several ? `${source.file}/${name}` : source.file, "table", "The sheet has no rows below its first.");
    for (const [at, cells] of body.entries()) yield* reader.add({ cells, number: at + 1, offset: null });
    yield* reader.end();
  }
}
