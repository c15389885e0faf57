import { unzipSync } from "fflate";
import type { Feature, SheetData } from "write-excel-file/node";
import type { TableOutline } from "./all-tables.js";
import { columnName, type SheetStyles } from "./sheet-rows.js";
import type { ColumnType } from "./table.js";

/** Links of a sheet that Excel takes. */
const LINKS = 65_000;

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EEF4", alignVertical: "top" } as const;

/** What the frame of a workbook needs to know of a table's rows. */
export interface SheetExtent {
  readonly rows: number;
  /** For each row, the row of its article in the sheet of articles, from 1; 0 where there is none. */
  readonly articles: readonly number[];
  /** Addresses of the web that cells link to. */
  readonly web: readonly { readonly address: string; readonly url: string }[];
}

/** A sheet's XML before and after the rows of its table. */
export interface SheetFrame {
  readonly before: string;
  readonly after: string;
  readonly styles: SheetStyles;
}

/** A workbook without the rows of its tables. */
export interface WorkbookFrame {
  /** Its members that are no sheets of tables, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The sheets of the tables, in their order, with their paths. */
  readonly sheets: readonly (SheetFrame & { readonly path: string })[];
}

type Outline = Pick<TableOutline, "name" | "meaning" | "columns">;

/** A row that shows how each type looks; it is taken out again. */
const SAMPLE: Readonly<Record<ColumnType, NonNullable<SheetData[number][number]>>> = {
  text: { value: "x", type: String },
  integer: { value: 1, type: Number },
  number: { value: 1, type: Number },
  boolean: { value: true, type: Boolean },
  date: { value: new Date(0), type: Date, format: "yyyy-mm-dd" },
};

/**
 * A workbook by write-excel-file: a first sheet that explains every column, then a sheet a table with its head frozen,
 * filters on, links from every row to its article and from every article to its address. Its styles do not depend on
 * the extents.
 */
export async function frameWorkbook(tables: readonly Outline[], extents: readonly SheetExtent[]): Promise<WorkbookFrame> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const sheets = [
    {
      data: explain(tables, extents),
      sheet: "about",
      columns: [{ width: 18 }, { width: 18 }, { width: 12 }, { width: 100 }],
      stickyRowsCount: 1,
    },
    ...tables.map(({ name, columns }) => ({
      data: [
        columns.map((column) => ({ value: column.name, type: String, ...HEAD })),
        [{ value: "x", type: String, textColor: "#0563C1" }, ...columns.slice(1).map(({ type }) => SAMPLE[type])],
      ] as SheetData,
      sheet: name,
      columns: columns.map((column) => ({ width: column.name.length + 4 })),
      stickyRowsCount: 1,
    })),
  ];
  const feature = await filtersAndLinks(tables, extents);
  const files = unzipSync(await writeExcelFile(sheets, { features: [feature as never] }).toBuffer());
  const paths = tables.map((_, index) => `xl/worksheets/sheet${index + 2}.xml`);
  return {
    files: Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path))),
    sheets: paths.map((path, index) => ({
      path,
      ...cutSheet(new TextDecoder().decode(files[path]), tables[index]?.columns.findIndex(({ type }) => type === "date") ?? -1),
    })),
  };
}

/** Cuts the sample row out of a sheet and reads its styles. */
function cutSheet(xml: string, day: number): SheetFrame {
  const from = xml.indexOf('<row r="2"');
  const to = xml.indexOf("</sheetData>");
  if (from < 0 || to < 0)
    throw new Error(
      "write-excel-file writes sheets in another way than this program knows. Install the version that package-lock.json names.",
    );
  const row = xml.slice(from, to);
  const styleOf = (column: number): string => new RegExp(`<c r="${columnName(column)}2"[^>]*?( s="\\d+")`).exec(row)?.[1] ?? "";
  return { before: xml.slice(0, from), after: xml.slice(to), styles: { day: day < 0 ? "" : styleOf(day), link: styleOf(0) } };
}

/** A sheet's XML with widths in characters. */
export const setWidths = (xml: string, widths: readonly number[]): string =>
  xml.replace(
    /<cols>.*?<\/cols>/,
    () =>
      `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
  );

function explain(tables: readonly Outline[], extents: readonly SheetExtent[]): SheetData {
  const head = ["sheet", "column", "type", "meaning"].map((value) => ({ value, type: String, ...HEAD }));
  const rows = tables.flatMap(({ name, meaning, columns }, index) => [
    // A number and not a text, so that the workbook's list of texts is the same whatever the tables hold.
    [
      { value: name, type: String, fontWeight: "bold" as const },
      null,
      { value: extents[index]?.rows ?? 0, type: Number, format: '#,##0 "rows"' },
      { value: meaning, type: String, wrap: true, fontWeight: "bold" as const },
    ],
    ...columns.map((column) => [null, column.name, column.type, { value: column.meaning, type: String, wrap: true }]),
  ]);
  return [
    head,
    [
      null,
      null,
      null,
      {
        value: "Written by dateline. An empty cell is unknown or does not apply; it is never 0. Click an article_id to go to its article.",
        type: String,
        wrap: true,
      },
    ],
    ...rows,
  ];
}

/** Filters, and links from rows to articles and to the web, which the library leaves to features. */
async function filtersAndLinks(tables: readonly Outline[], extents: readonly SheetExtent[]): Promise<Feature<unknown>> {
  const { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeAttributeValue } =
    await import("write-excel-file/utility");
  const SHEET = "xl/worksheets/sheet{id}.xml";
  const order = getOrderOfSiblings(SHEET, "worksheet") ?? [];
  const insert = (xml: string, element: string): string => insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, "worksheet");
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) => {
            const [table, extent] = [tables[sheetIndex - 1], extents[sheetIndex - 1]];
            if (!table || !extent) return xml;
            const filtered = insert(xml, `<autoFilter ref="A1:${columnName(table.columns.length - 1)}${extent.rows + 1}"/>`);
            const links = [
              ...extent.articles
                .slice(0, LINKS - extent.web.length)
                .flatMap((article, index) => (article === 0 ? [] : [`<hyperlink ref="A${index + 2}" location="articles!A${article}"/>`])),
              ...extent.web.map(({ address }, index) => `<hyperlink ref="${address}" r:id="rId-web-${index + 1}"/>`),
            ];
            return links.length === 0 ? filtered : insert(filtered, `<hyperlinks>${links.join("")}</hyperlinks>`);
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) => {
            const web = extents[sheetIndex - 1]?.web ?? [];
            return web.length === 0
              ? undefined
              : web
                  .map(
                    ({ url }, index) =>
                      `<Relationship Id="rId-web-${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${sanitizeAttributeValue(url)}" TargetMode="External"/>`,
                  )
                  .join("");
          },
        },
      },
    },
  };
}
