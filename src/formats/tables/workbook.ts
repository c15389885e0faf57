import type { Feature, SheetData } from "write-excel-file/node";
import type { TableOutline } from "./all-tables.js";
import { fixZipTimes } from "./fix-zip-times.js";
import type { Cell, ColumnType } from "./table.js";

/** A table with all its rows. */
export interface FilledTable {
  readonly table: Pick<TableOutline, "name" | "meaning" | "columns">;
  readonly rows: readonly (readonly Cell[])[];
}

/** Longest text that Excel takes in a cell, rows of a sheet, and links of a sheet. */
const EXCEL = { text: 32_767, rows: 1_048_576, links: 65_000 } as const;

/** Excel counts days from 1900; earlier ones stay text. */
const FIRST_DAY = "1900-03-01";

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EEF4", alignVertical: "top" } as const;

/**
 * One workbook: a first sheet that explains every column, then a sheet a table with its head frozen, filters on,
 * widths that fit, real days and numbers, and a link from every row to its article, from every article to its address.
 * Text is text: no cell is a formula, and "5-24" stays as it is. The same tables give the same bytes.
 *
 * @throws RangeError for a table of more rows than a sheet has.
 */
export async function formatWorkbook(tables: readonly FilledTable[]): Promise<Uint8Array> {
  const large = tables.find(({ rows }) => rows.length >= EXCEL.rows);
  if (large) throw new RangeError(`${large.table.name} has ${large.rows.length} rows; a sheet holds ${EXCEL.rows - 1}`);
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const articleRows = rowsOfArticles(tables);
  const sheets = [
    { data: explain(tables), sheet: "about", columns: [{ width: 18 }, { width: 18 }, { width: 10 }, { width: 100 }], stickyRowsCount: 1 },
    ...tables.map(({ table, rows }) => ({
      data: [
        table.columns.map(({ name }) => ({ value: name, type: String, ...HEAD })),
        ...rows.map((row) => row.map((cell, index) => excelCell(cell, table.columns[index]?.type ?? "text", index === 0 && articleRows.size > 0))),
      ] as SheetData,
      sheet: table.name,
      columns: table.columns.map((column, index) => ({ width: widthOf(column.name, rows, index) })),
      stickyRowsCount: 1,
    })),
  ];
  const feature = await filtersAndLinks(tables, articleRows);
  const bytes = await writeExcelFile(sheets, { features: [feature as never] }).toBuffer();
  return fixZipTimes(bytes);
}

function excelCell(cell: Cell, type: ColumnType, linked: boolean): SheetData[number][number] {
  if (cell === null) return null;
  if (typeof cell === "boolean") return { value: cell, type: Boolean };
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, type: Number } : null;
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= FIRST_DAY) return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  const text = printable(cell);
  if (text === "") return null;
  return linked ? { value: text, type: String, textColor: "#0563C1" } : { value: text, type: String };
}

/** Text as XML can hold it: without control characters and halves of surrogate pairs, cut at Excel's limit. */
function printable(text: string): string {
  const clean = text
    // eslint-disable-next-line no-control-regex -- the characters that XML forbids
    .replace(/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g, " ")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  return clean.length > EXCEL.text ? `${clean.slice(0, EXCEL.text - 2)} …` : clean;
}

/** Width in characters: the longest of the first rows, between the head and 60. */
function widthOf(name: string, rows: readonly (readonly Cell[])[], index: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[index] ?? "").length), 0);
  return Math.min(60, Math.max(name.length + 4, longest + 2));
}

/** Where each article's row stands in its sheet, from 1. */
function rowsOfArticles(tables: readonly FilledTable[]): ReadonlyMap<Cell, number> {
  const articles = tables.find(({ table }) => table.name === "articles");
  return new Map(articles?.rows.map((row, index) => [row[0] ?? null, index + 2]));
}

function explain(tables: readonly FilledTable[]): SheetData {
  const head = ["sheet", "column", "type", "meaning"].map((value) => ({ value, type: String, ...HEAD }));
  const rows = tables.flatMap(({ table, rows: { length } }) => [
    [{ value: table.name, type: String, fontWeight: "bold" as const }, null, { value: `${length.toLocaleString("en-US")} rows`, type: String }, { value: table.meaning, type: String, wrap: true, fontWeight: "bold" as const }],
    ...table.columns.map(({ name, type, meaning }) => [null, name, type, { value: meaning, type: String, wrap: true }]),
  ]);
  return [
    head,
    [null, null, null, { value: "Written by dateline. An empty cell is unknown or does not apply; it is never 0. Click an article_id to go to its article.", type: String, wrap: true }],
    ...rows,
  ];
}

/** Filters, and links from rows to articles and to the web, which the library leaves to features. */
async function filtersAndLinks(tables: readonly FilledTable[], articleRows: ReadonlyMap<Cell, number>): Promise<Feature<unknown>> {
  const { getCellAddress, getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeAttributeValue } = await import("write-excel-file/utility");
  const SHEET = "xl/worksheets/sheet{id}.xml";
  const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
  const insert = (xml: string, element: string): string => insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, "worksheet");
  const urls = (table: FilledTable): readonly { readonly url: string; readonly address: string }[] => {
    const column = table.table.columns.findIndex(({ name }) => name === "url");
    if (column < 0) return [];
    return table.rows.flatMap((row, index) => (typeof row[column] === "string" ? [{ url: row[column], address: getCellAddress(index + 1, column) }] : [])).slice(0, EXCEL.links);
  };
  const tableOf = (sheetIndex: number): FilledTable | undefined => tables[sheetIndex - 1];
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const filled = tableOf(sheetIndex);
            if (!filled) return xml;
            const last = getCellAddress(filled.rows.length, filled.table.columns.length - 1);
            const filtered = insert(xml, `<autoFilter ref="A1:${last}"/>`);
            const web = urls(filled);
            const links = filled.table.name === "articles"
              ? web.map(({ address }, index) => `<hyperlink ref="${address}" r:id="rId-web-${index + 1}"/>`)
              : filled.rows.slice(0, EXCEL.links).flatMap((row, index) => {
                const target = articleRows.get(row[0] ?? null);
                return target === undefined ? [] : [`<hyperlink ref="A${index + 2}" location="articles!A${target}"/>`];
              });
            return links.length === 0 ? filtered : insert(filtered, `<hyperlinks>${links.join("")}</hyperlinks>`);
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) => {
            const filled = tableOf(sheetIndex);
            return filled?.table.name !== "articles" ? undefined : urls(filled).map(({ url }, index) =>
              `<Relationship Id="rId-web-${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${sanitizeAttributeValue(url)}" TargetMode="External"/>`).join("");
          },
        },
      },
    },
  };
}
