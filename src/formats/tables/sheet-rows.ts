import type { Cell, ColumnType, Piece } from "./table.js";

/** Longest text that Excel takes in a cell. */
const LONGEST = 32_767;
/** Excel counts days from 1900; earlier ones stay text. */
const FIRST_DAY = "1900-03-01";
/** 1 January 1970 in Excel's days. */
const UNIX_EPOCH = 25_569;

/** How a cell looks. `link`, `linked` (a number) and `linkedDay` lead somewhere, `wrap` is text over several lines. */
export const CELL_STYLES = ["text", "wrap", "link", "integer", "linked", "number", "coordinate", "day", "linkedDay", "boolean"] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** The attributes that a workbook gives its cells, such as ` s="5"`, or nothing. */
export type SheetStyles = Readonly<Record<CellStyle, string>>;

/** What the drawing of rows has to know of a column. */
export interface SheetColumn {
  readonly name?: string;
  readonly type: ColumnType;
  readonly folded?: true;
}

/** The name of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Rows of a sheet as far as they can be drawn without knowing where in the sheet they will stand. Plain data. */
export interface DrawnSheet {
  /** The rows as SpreadsheetML (ECMA-376, 18.3.1), as text or UTF-8, with marks for numbers and styles. */
  readonly xml: Piece;
  /** How many they are. */
  readonly rows: number;
  /** How long the longest value of each column is, in UTF-16 units. */
  readonly longest: readonly number[];
  /**
   * What each row is told by where others lead to it, or leads to: `figure_id`, or the first of `figure_ids`. Absent without
   * such a column.
   */
  readonly figures?: readonly (string | null)[];
}

/** A sheet without rows. */
export const NO_ROWS: DrawnSheet = { xml: "", rows: 0, longest: [] };

// What stands for the start of a row, its number and styles until they are known. XML forbids these characters, so no text holds them.
const [START, NUMBER] = [1, 2];
const STYLE_CODES: Readonly<Record<CellStyle, number>> = {
  text: 3,
  wrap: 4,
  link: 5,
  integer: 6,
  linked: 7,
  number: 8,
  coordinate: 11,
  day: 12,
  linkedDay: 14,
  boolean: 15,
};
const LAST_MARK = 15;
const [TAB, NEWLINE, RETURN] = [9, 10, 13];
const markOf = (code: number): string => String.fromCharCode(code);
const [START_MARK, NUMBER_MARK] = [markOf(START), markOf(NUMBER)];
const STYLE_MARKS = Object.fromEntries(CELL_STYLES.map((style) => [style, markOf(STYLE_CODES[style])])) as Record<CellStyle, string>;

/** The column of tolls that leads to the figures that it rests on. */
export const LINKED_NUMBER = "best";
/** Columns whose texts are sentences, and how wide they and others are at most, in characters: what a line is read at. */
const SENTENCES: ReadonlySet<string | undefined> = new Set([
  "sentence",
  "figures",
  "conflicting",
  "set_apart",
  "rival_killed",
  "rival_injured",
]);
export const widestOf = (name: string | undefined): number => (SENTENCES.has(name) ? 46 : name === "title" ? 26 : 20);
/** Lines that a row shows at most, and points of a line. */
const LINES = 9;
const LINE_POINTS = 13;

const COORDINATES: ReadonlySet<string | undefined> = new Set(["latitude", "longitude"]);

/**
 * The column whose cells lead to the row of their article: the day behind a title, since some programs do not wrap text that
 * leads somewhere, else the id of the article that stands first; -1 where there is none, and in the table of articles.
 */
export function leadingColumn(columns: readonly SheetColumn[]): number {
  const [first, second] = columns;
  if (first?.name === "title" && second?.name === "published") return 1;
  return first?.name === "article_id" && second?.name !== "title" ? 0 : -1;
}

const TARGETS: ReadonlySet<string | undefined> = new Set(["url", "file"]);

/** How the cells of a column look. */
export function styleOf({ name, type }: SheetColumn, leads: boolean, wraps: boolean): CellStyle {
  if (type === "integer") return name === LINKED_NUMBER ? "linked" : "integer";
  if (type === "number") return COORDINATES.has(name) ? "coordinate" : "number";
  if (type === "date") return leads ? "linkedDay" : "day";
  if (type === "boolean") return "boolean";
  return leads || TARGETS.has(name) ? "link" : wraps ? "wrap" : "text";
}

/**
 * Draws rows. Text is text: no cell is a formula.
 *
 * @param wraps whether long texts go over several lines.
 */
export function drawSheet(rows: readonly (readonly Cell[])[], columns: readonly SheetColumn[], wraps = false): DrawnSheet {
  const longest = columns.map(() => 0);
  const leading = leadingColumn(columns);
  const styles = columns.map((column, index) => STYLE_MARKS[styleOf(column, index === leading, wraps)]);
  const figure = columns.findIndex(({ name }) => name === "figure_id" || name === "figure_ids");
  let xml = "";
  for (const row of rows) {
    let lines = 1;
    let cells = "";
    for (let index = 0; index < columns.length; index++) {
      const cell = row[index] ?? null;
      cells += formatCell(cell, `${columnName(index)}${NUMBER_MARK}`, columns[index]?.type ?? "text", styles[index] ?? "");
      if (cell === null) continue;
      const { length } = String(cell);
      longest[index] = Math.max(longest[index] ?? 0, length);
      if (wraps && !columns[index]?.folded) lines = Math.max(lines, Math.ceil((1.08 * length) / widestOf(columns[index]?.name)));
    }
    // Not every program finds by itself how high a row of several lines is.
    const height = wraps ? ` ht="${LINE_POINTS * Math.min(LINES, lines)}" customHeight="1"` : "";
    xml += `${START_MARK}${height}>${cells}</row>`;
  }
  const told = (cell: Cell | undefined): string | null => (typeof cell === "string" ? (cell.split("; ", 1)[0] ?? null) : null);
  return { xml, rows: rows.length, longest, ...(figure >= 0 && { figures: rows.map((row) => told(row[figure])) }) };
}

/** The end of a cell, and of a row. Texts hold neither: their `<` is written otherwise. */
const [CELL_END, ROW_END] = ["</c>", "</row>"];

/** The rows with a text in a cell that was empty in each. All cells of the row before it hold something. */
export function insertCells({ xml, longest, ...rest }: DrawnSheet, column: number, texts: readonly (string | null)[]): DrawnSheet {
  const drawn = typeof xml === "string" ? xml : new TextDecoder().decode(xml);
  let filled = "";
  let row = 0;
  for (const text of texts) {
    let at = row;
    for (let cell = 0; cell < column; cell++) at = drawn.indexOf(CELL_END, at) + CELL_END.length;
    filled += drawn.slice(row, at) + formatCell(text, `${columnName(column)}${NUMBER_MARK}`, "text", STYLE_MARKS.text);
    row = drawn.indexOf(ROW_END, at) + ROW_END.length;
    filled += drawn.slice(at, row);
  }
  const widest = texts.reduce((most, text) => Math.max(most, text?.length ?? 0), longest[column] ?? 0);
  return { ...rest, xml: filled + drawn.slice(row), longest: longest.with(column, widest) };
}

const encoder = new TextEncoder();

/** The XML of drawn rows as UTF-8, `number` being that of the first, from 1. */
export function placeSheet({ xml }: DrawnSheet, number: number, styles: SheetStyles): Uint8Array {
  const bytes = typeof xml === "string" ? encoder.encode(xml) : xml;
  const inserts: Uint8Array[] = [];
  for (const style of CELL_STYLES) inserts[STYLE_CODES[style]] = encoder.encode(styles[style]);
  let placed = new Uint8Array(2 * bytes.length + 64);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte > LAST_MARK || byte === TAB || byte === NEWLINE || byte === RETURN) {
      placed[at++] = byte;
      continue;
    }
    if (byte === START) {
      inserts[NUMBER] = encoder.encode(String(number));
      inserts[START] = encoder.encode(`<row r="${number++}"`);
    }
    const insert = inserts[byte] as Uint8Array;
    if (at + insert.length + bytes.length - i > placed.length) placed = widen(placed);
    placed.set(insert, at);
    at += insert.length;
  }
  return placed.subarray(0, at);
}

function widen(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(2 * bytes.length);
  wider.set(bytes);
  return wider;
}

function formatCell(cell: Cell, address: string, type: ColumnType, style: string): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return `<c r="${address}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c r="${address}"${style}><v>${cell}</v></c>` : "";
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= FIRST_DAY) {
    return `<c r="${address}"${style}><v>${Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + UNIX_EPOCH}</v></c>`;
  }
  const text = printable(cell);
  return text === "" ? "" : `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

// eslint-disable-next-line no-control-regex -- the characters that XML forbids
const FORBIDDEN = /[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as XML can hold it: without control characters and halves of surrogate pairs, cut at Excel's limit. */
function printable(text: string): string {
  const clean = text.replace(FORBIDDEN, " ").replace(HALVES, "\ufffd");
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 2)} …` : clean;
}

/** Excel reads `_x0041_` as a letter; so the underscore of a text that says so is written that way itself. */
const escape = (text: string): string =>
  /[&<>_\r]/.test(text)
    ? text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
        .replaceAll("\r", "&#13;")
    : text;
