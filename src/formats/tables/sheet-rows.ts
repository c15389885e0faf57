import type { Cell, ColumnType, Piece } from "./table.js";

/** Longest text that Excel takes in a cell. */
const LONGEST = 32_767;
/** Excel counts days from 1900; earlier ones stay text. */
const FIRST_DAY = "1900-03-01";
/** 1 January 1970 in Excel's days. */
const UNIX_EPOCH = 25_569;

/** How cells of a sheet look: the attributes that its styles give them, such as ` s="5"`, or nothing. */
export interface SheetStyles {
  readonly day: string;
  /** Of texts in the first column, which lead to the row's article. */
  readonly link: string;
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
}

// What stands for the start of a row, its number and styles until they are known. XML forbids these characters, so no text holds them.
const [START, NUMBER, DAY, LINK] = [1, 2, 3, 4];
const markOf = (code: number): string => String.fromCharCode(code);
const [START_MARK, NUMBER_MARK, DAY_MARK, LINK_MARK] = [markOf(START), markOf(NUMBER), markOf(DAY), markOf(LINK)];

/** Draws rows. Text is text: no cell is a formula. */
export function drawSheet(rows: readonly (readonly Cell[])[], columns: readonly { readonly type: ColumnType }[]): DrawnSheet {
  const longest = columns.map(() => 0);
  let xml = "";
  for (const row of rows) {
    xml += START_MARK;
    for (let index = 0; index < columns.length; index++) {
      const cell = row[index] ?? null;
      xml += formatCell(cell, `${columnName(index)}${NUMBER_MARK}`, columns[index]?.type ?? "text", index === 0 ? LINK_MARK : "");
      if (cell !== null) longest[index] = Math.max(longest[index] ?? 0, String(cell).length);
    }
    xml += "</row>";
  }
  return { xml, rows: rows.length, longest };
}

const encoder = new TextEncoder();

/** The XML of drawn rows as UTF-8, `number` being that of the first, from 1. */
export function placeSheet({ xml }: DrawnSheet, number: number, styles: SheetStyles): Uint8Array {
  const bytes = typeof xml === "string" ? encoder.encode(xml) : xml;
  const inserts: Uint8Array[] = [];
  inserts[DAY] = encoder.encode(styles.day);
  inserts[LINK] = encoder.encode(styles.link);
  let placed = new Uint8Array(2 * bytes.length + 64);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte > LINK) {
      placed[at++] = byte;
      continue;
    }
    if (byte === START) {
      inserts[NUMBER] = encoder.encode(String(number));
      inserts[START] = encoder.encode(`<row r="${number++}">`);
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
  if (typeof cell === "boolean") return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return Number.isFinite(cell) ? `<c r="${address}"><v>${cell}</v></c>` : "";
  if (type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= FIRST_DAY) {
    return `<c r="${address}"${DAY_MARK}><v>${Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + UNIX_EPOCH}</v></c>`;
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
