import { unzipSync } from "fflate";
import type { Feature, SheetData } from "write-excel-file/node";
import type { TableOutline } from "./all-tables.js";
import { HIDDEN_SHEETS } from "./sheet-order.js";
import { CELL_STYLES, columnName, leadingColumn, type CellStyle, type SheetStyles } from "./sheet-rows.js";

/** Links of a sheet that Excel takes. */
const LINKS = 65_000;

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EEF4", alignVertical: "top", height: 18 } as const;

/** What the frame of a workbook needs to know of a table's rows. */
export interface SheetExtent {
  readonly rows: number;
  /** For each row, the row of its article in the sheet of articles, from 1; 0 where there is none. */
  readonly articles: readonly number[];
  /** Cells that lead to the web or to a file. */
  readonly web: readonly { readonly address: string; readonly url: string }[];
  /** Cells that lead to a cell of another sheet. */
  readonly within: readonly { readonly address: string; readonly location: string }[];
}

/** A sheet's XML before and after the rows of its table. */
export interface SheetFrame {
  readonly before: string;
  readonly after: string;
}

/** A workbook without the rows of its tables. */
export interface WorkbookFrame {
  /** Its members that are no sheets of tables, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The sheets of the tables, in their order, with their paths. */
  readonly sheets: readonly (SheetFrame & { readonly path: string })[];
  readonly styles: SheetStyles;
}

type Outline = Pick<TableOutline, "name" | "meaning" | "columns">;

const TOP = { alignVertical: "top" } as const;
type SheetCell = NonNullable<SheetData[number][number]>;

/** With separators, and room before the text that follows on the right. */
const NUMBER = "#,##0_ ";

/** A cell of each style, in a row that is taken out again. */
const SAMPLE: Readonly<Record<CellStyle, SheetCell>> = {
  text: { value: "x", type: String, ...TOP },
  wrap: { value: "x", type: String, wrap: true, ...TOP },
  link: { value: "x", type: String, textColor: "#0563C1", ...TOP },
  integer: { value: 1, type: Number, format: NUMBER, ...TOP },
  linked: { value: 1, type: Number, format: NUMBER, textColor: "#0563C1", ...TOP },
  number: { value: 1, type: Number, format: "0.00_ ", ...TOP },
  coordinate: { value: 1, type: Number, format: "0.0000_ ", ...TOP },
  day: { value: new Date(0), type: Date, format: "yyyy-mm-dd", align: "left", ...TOP },
  linkedDay: { value: new Date(0), type: Date, format: "yyyy-mm-dd", align: "left", textColor: "#0563C1", ...TOP },
  // Programs that keep booleans as numbers show the words, too.
  boolean: { value: 1, type: Number, format: '"TRUE";"TRUE";"FALSE"', ...TOP },
};

/**
 * A workbook by write-excel-file: a sheet a table with its head and first column frozen, filters on, what is seldom needed
 * folded, links from rows to articles, from tolls to figures, from articles to addresses and files, set up to be printed; then
 * a sheet of all columns, and one that says how to read it all. Its styles do not depend on the extents.
 */
export async function frameWorkbook(tables: readonly Outline[], extents: readonly SheetExtent[]): Promise<WorkbookFrame> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const sheets = [
    ...tables.map(({ name, columns }, index) => ({
      data: [
        columns.map((column) => ({ value: column.name, type: String, ...HEAD })),
        ...(index === 0 ? [CELL_STYLES.map((style) => SAMPLE[style])] : []),
      ] as SheetData,
      sheet: name,
      columns: columns.map((column) => ({ width: column.name.length + 4 })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    })),
    {
      data: explainColumns(tables),
      sheet: "Columns",
      columns: [{ width: 20 }, { width: 24 }, { width: 10 }, { width: 100 }],
      stickyRowsCount: 1,
    },
    { data: explain(tables, extents), sheet: "How to read this", columns: [{ width: 24 }, { width: 12 }, { width: 100 }] },
  ];
  const feature = await filtersLinksAndPrint(tables, extents);
  const files = unzipSync(
    await writeExcelFile(sheets, { features: [feature as never], fontFamily: "Arial", fontSize: 10 } as never).toBuffer(),
  );
  const paths = tables.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const textOf = (path: string): string => new TextDecoder().decode(files[path]);
  return {
    files: {
      ...Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path))),
      [WORKBOOK]: new TextEncoder().encode(nameRanges(textOf(WORKBOOK), tables, extents)),
    },
    sheets: paths.map((path) => ({ path, ...cutSheet(textOf(path)) })),
    styles: stylesOf(textOf(paths[0] ?? "")),
  };
}

const WORKBOOK = "xl/workbook.xml";

function unknownFormat(): Error {
  return new Error(
    "write-excel-file writes workbooks in another way than this program knows. Install the version that package-lock.json names.",
  );
}

/** Cuts a sheet where its rows go; the sample row goes. */
function cutSheet(xml: string): SheetFrame {
  const to = xml.indexOf("</sheetData>");
  const sample = xml.indexOf('<row r="2"');
  if (to < 0) throw unknownFormat();
  return { before: xml.slice(0, sample < 0 ? to : sample), after: xml.slice(to) };
}

function stylesOf(xml: string): SheetStyles {
  const row = xml.slice(xml.indexOf('<row r="2"'));
  const attribute = (index: number): string => {
    const found = new RegExp(`<c r="${columnName(index)}2"[^>]*?( s="\\d+")`).exec(row)?.[1];
    if (found === undefined) throw unknownFormat();
    return found;
  };
  return Object.fromEntries(CELL_STYLES.map((style, index) => [style, attribute(index)])) as unknown as SheetStyles;
}

/** A sheet's XML with the widths of its columns, in characters, and those folded that are to be. */
export function setColumns(xml: string, columns: readonly { readonly folded?: true }[], widths: readonly number[]): string {
  const drawn = columns.map(({ folded }, index) => {
    const fold = folded ? ' outlineLevel="1" hidden="1"' : columns[index + 1]?.folded ? ' collapsed="1"' : "";
    return `<col min="${index + 1}" max="${index + 1}" width="${widths[index] ?? 10}" customWidth="1"${fold}/>`;
  });
  return xml.replace(/<cols>.*?<\/cols>/, () => `<cols>${drawn.join("")}</cols>`);
}

/** Names that Excel gives what a sheet filters, and the rows that it repeats on each printed page. */
function nameRanges(xml: string, tables: readonly Outline[], extents: readonly SheetExtent[]): string {
  const names = tables.flatMap(({ name, columns }, index) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${name}!$A$1:$` +
      `${columnName(columns.length - 1)}$${(extents[index]?.rows ?? 0) + 1}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$1:$1</definedName>`,
  ]);
  const hidden = tables.reduce(
    (drawn, { name }) => (HIDDEN_SHEETS.has(name) ? drawn.replace(`name="${name}"/>`, `name="${name}" state="hidden"/>`) : drawn),
    xml,
  );
  const named = hidden.replace("<definedNames/>", `<definedNames>${names.join("")}</definedNames>`);
  if (named === hidden) throw unknownFormat();
  return named;
}

function explainColumns(tables: readonly Outline[]): SheetData {
  const cell = (value: string): SheetCell => ({
    value,
    type: String,
    wrap: true,
    height: LINE.points * Math.ceil(value.length / LINE.characters),
    ...TOP,
  });
  return [
    ["sheet", "column", "type", "meaning"].map((value) => ({ value, type: String, ...HEAD })),
    ...tables.flatMap(({ name, columns }) =>
      columns.map((column) => [cell(name), cell(column.name), cell(column.type), cell(column.meaning)]),
    ),
  ];
}

/** What a reader has to know, before the list of the sheets. */
const ADVICE = [
  "Begin with incidents: one row for what happened, whatever the number of articles, with the numbers of the latest reports.",
  "tolls: what each article says of each incident, one row an outcome. casualties: every figure as it " +
    "stands in a text; texts repeat themselves, so never add these up.",
  "Rows whose kind is aggregate are totals over a time or several incidents: never add them to incidents.",
  "An empty cell is unknown or does not apply; it is never 0. Days are the days of what happened; published is the day of the article.",
  "best is the number to enter; low and high are what the texts allow. The sentence shows where a number comes from.",
  "Blue days lead to the article's row, blue numbers of tolls to the first figure that they rest on, " +
    "and addresses and files open the article.",
  "Columns with rules, offsets, reasons and confidence are folded: open them with the + above the columns, or the 2 at the upper left.",
  "The sheets entity_members and mentions, for programs, are hidden: a right click on any sheet's name shows them.",
  "Numbers found by a program are right often, not always: README of the program says how often. Check what you publish.",
];

/** Characters of a line of the sheet that explains, and points that it is high. */
const LINE = { characters: 125, points: 13 } as const;

function explain(tables: readonly Outline[], extents: readonly SheetExtent[]): SheetData {
  const text = (value: string): SheetCell => ({
    value,
    type: String,
    wrap: true,
    height: LINE.points * Math.ceil(value.length / LINE.characters),
    ...TOP,
  });
  const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: "bold", ...TOP });
  return [
    [bold("How to read this")],
    ...ADVICE.map((line) => [null, null, text(line)]),
    [null],
    ["sheet", "rows", "what is in it"].map((value) => ({ value, type: String, ...HEAD })),
    ...tables.map(({ name, meaning }, index) => [
      bold(name),
      { value: extents[index]?.rows ?? 0, type: Number, format: NUMBER, ...TOP },
      text(meaning),
    ]),
    [bold("Columns"), null, text("What every column of every sheet means.")],
    [null, null, text("Written by dateline. Coordinates: GeoNames (geonames.org), CC BY 4.0.")],
  ] as SheetData;
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Filters, links and print, which the library leaves to features. */
async function filtersLinksAndPrint(tables: readonly Outline[], extents: readonly SheetExtent[]): Promise<Feature<unknown>> {
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
            const [table, extent] = [tables[sheetIndex], extents[sheetIndex]];
            const printed = [
              '<sheetPr><outlinePr summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
              ...(table ? ['<sheetFormatPr defaultRowHeight="15" outlineLevelCol="1"/>'] : []),
              '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.3" footer="0.3"/>',
              '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
              "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>",
            ].reduce(insert, xml);
            if (!table || !extent) return printed;
            const filtered = insert(printed, `<autoFilter ref="A1:${columnName(table.columns.length - 1)}${extent.rows + 1}"/>`);
            const lead = columnName(leadingColumn(table.columns));
            const room = LINKS - extent.web.length - extent.within.length;
            const links = [
              ...extent.articles
                .slice(0, Math.max(0, room))
                .flatMap((article, index) =>
                  article === 0 ? [] : [`<hyperlink ref="${lead}${index + 2}" location="articles!A${article}"/>`],
                ),
              ...extent.within.map(({ address, location }) => `<hyperlink ref="${address}" location="${escape(location)}"/>`),
              ...extent.web.map(({ address }, index) => `<hyperlink ref="${address}" r:id="rId-web-${index + 1}"/>`),
            ];
            return links.length === 0 ? filtered : insert(filtered, `<hyperlinks>${links.join("")}</hyperlinks>`);
          },
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_options, { sheetIndex }) => {
            const web = extents[sheetIndex]?.web ?? [];
            return web.length === 0
              ? undefined
              : web
                  .map(
                    ({ url }, index) =>
                      `<Relationship Id="rId-web-${index + 1}" ` +
                      `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="` +
                      `${sanitizeAttributeValue(url)}" TargetMode="External"/>`,
                  )
                  .join("");
          },
        },
      },
    },
  };
}
