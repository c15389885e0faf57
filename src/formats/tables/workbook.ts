import { Zip, ZipPassThrough, type ZipInputFile } from "fflate";
import type { TableOutline } from "./all-tables.js";
import { columnName, LINKED_NUMBER, NO_ROWS, placeSheet, widestOf, type DrawnSheet, type SheetStyles } from "./sheet-rows.js";
import { frameWorkbook, setColumns, type SheetExtent } from "./workbook-frame.js";

/** A member of a zip archive, deflated: its compressed bytes, and size and CRC-32 of what they were. */
export interface DeflatedMember {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly size: number;
  readonly crc: number;
}

/** Deflates text or UTF-8 as it comes (RFC 1951, no header). */
export interface DeflateText {
  /** Takes a copy of what it is given. */
  readonly write: (text: string | Uint8Array) => Promise<void>;
  readonly end: () => Promise<DeflatedMember>;
}

/** Where an article of a workbook is found. */
export interface ArticleLinks {
  readonly id: string;
  /** Where it was published; null where nobody says. */
  readonly url: string | null;
  /** Its file, as a link from the workbook; null where it is a part of one, or gone. */
  readonly file: string | null;
}

/** A workbook that is written while its tables grow. */
export interface WorkbookWriter {
  /** Adds an article: its rows of each table, in the order of the names that the workbook was started with. */
  readonly take: (sheets: readonly DrawnSheet[], links: ArticleLinks) => Promise<void>;
  /** Adds rows to one table, after all articles, with the article that each row leads to. */
  readonly append: (table: string, drawn: DrawnSheet, articles?: readonly (string | null)[]) => Promise<void>;
  /** The workbook's bytes. The same rows give the same bytes. */
  readonly end: () => Promise<Uint8Array>;
}

/** Rows of a sheet, head included. */
const EXCEL_ROWS = 1_048_576;
/** Rows that decide how wide columns are, and the rest of the article that they end in. */
const MEASURED = 200;
/** Links to the web or to files, and links within the workbook, that a sheet takes. */
const OWN_LINKS = 30_000;

/** The least time that a zip can hold, for all members, so that the same content is the same bytes whenever it is written. */
const ZIP_TIME = new Date(1980, 0, 1);

type Outline = Pick<TableOutline, "name" | "meaning" | "columns">;
/** A link as the frame draws it. */
type Web = SheetExtent["web"][number];
type Within = SheetExtent["within"][number];

/** A sheet that grows. */
interface GrowingSheet {
  readonly name: string;
  readonly columns: Outline["columns"];
  readonly take: (drawn: DrawnSheet, articleOf: (row: number) => number) => Promise<void>;
  /** The row, from 1, where the next drawn row will stand. */
  readonly next: () => number;
  readonly web: Web[];
  readonly within: Within[];
  readonly extent: () => SheetExtent;
  readonly end: (after: string) => Promise<DeflatedMember>;
}

/**
 * Starts a workbook: a sheet a table with its head and first column frozen, filters on, widths that fit, real days and
 * numbers, what is seldom needed folded, and links; at the end what the columns mean and how to read it. Text is text: no
 * cell is a formula, and "5-24" stays as it is. The frame is write-excel-file's; rows, drawn elsewhere, are added to it as
 * they come and kept deflated, so that a workbook takes about as much memory as its file.
 *
 * @param tables in the order of the sheets.
 * @param drawn names of the tables whose rows come with each article, in that order.
 * @throws RangeError, from `take`, for a table of more rows than a sheet has.
 */
export async function startWorkbook(
  tables: readonly Outline[],
  drawn: readonly string[],
  openDeflate: () => DeflateText,
): Promise<WorkbookWriter> {
  const empty = tables.map((): SheetExtent => ({ rows: 0, articles: [], web: [], within: [] }));
  const { sheets: frames, styles } = await frameWorkbook(tables, empty);
  const sheets = tables.map((table, index) => growSheet(table, frames[index]?.before ?? "", styles, openDeflate()));
  const sheetOf = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  const rowOfArticle = new Map<string, number>();
  const linkArticle = ({ url, file }: ArticleLinks): void => {
    const sheet = sheetOf.get("articles");
    for (const [name, target] of [
      ["url", url],
      ["file", file],
    ] as const) {
      const column = sheet?.columns.findIndex((one) => one.name === name) ?? -1;
      if (sheet && target !== null && column >= 0 && sheet.web.length < OWN_LINKS)
        sheet.web.push({ address: `${columnName(column)}${sheet.next()}`, url: target });
    }
  };
  /** Leads each toll to the first figure that it rests on: both are of this article. */
  const linkTolls = (rows: ReadonlyMap<string, DrawnSheet>): void => {
    const [tolls, casualties] = [sheetOf.get("tolls"), sheetOf.get("casualties")];
    const column = tolls?.columns.findIndex(({ name }) => name === LINKED_NUMBER) ?? -1;
    if (!tolls || !casualties || column < 0) return;
    const at = new Map((rows.get("casualties")?.figures ?? []).map((id, index) => [id, casualties.next() + index]));
    for (const [index, id] of (rows.get("tolls")?.figures ?? []).entries()) {
      const row = id === null ? undefined : at.get(id);
      if (row !== undefined && tolls.within.length < OWN_LINKS)
        tolls.within.push({ address: `${columnName(column)}${tolls.next() + index}`, location: `casualties!A${row}` });
    }
  };
  return {
    take: async (taken, links) => {
      const rows = new Map(drawn.map((name, index) => [name, taken[index] ?? NO_ROWS]));
      const row = sheetOf.get("articles")?.next() ?? 0;
      rowOfArticle.set(links.id, row);
      linkArticle(links);
      linkTolls(rows);
      for (const [name, sheet] of rows) await sheetOf.get(name)?.take(sheet, () => (name === "articles" ? 0 : row));
    },
    append: async (table, rows, articles = []) => sheetOf.get(table)?.take(rows, (index) => rowOfArticle.get(articles[index] ?? "") ?? 0),
    end: async () => {
      const { files, sheets: finished } = await frameWorkbook(
        tables,
        sheets.map(({ extent }) => extent()),
      );
      const members: [string, DeflatedMember][] = [];
      for (const [path, bytes] of Object.entries(files)) {
        const deflate = openDeflate();
        await deflate.write(new TextDecoder().decode(bytes));
        members.push([path, await deflate.end()]);
      }
      for (const [index, { path, after }] of finished.entries()) {
        const sheet = sheets[index];
        if (sheet) members.push([path, await sheet.end(after)]);
      }
      return zip(members);
    },
  };
}

function growSheet({ name, columns }: Outline, before: string, styles: SheetStyles, deflate: DeflateText): GrowingSheet {
  const articles: number[] = [];
  const [web, within]: [Web[], Within[]] = [[], []];
  let written = 0;
  let waiting: DrawnSheet[] | null = [];
  const write = async (drawn: DrawnSheet): Promise<void> => {
    await deflate.write(placeSheet(drawn, written + 2, styles));
    written += drawn.rows;
  };
  /** Writes what stands before the rows, now that widths are known, and the rows that waited for that. */
  const measure = async (): Promise<void> => {
    const rows = waiting ?? [];
    waiting = null;
    const widths = columns.map((column, index) =>
      widthOf(
        column.name,
        rows.map(({ longest }) => longest[index] ?? 0),
      ),
    );
    await deflate.write(setColumns(before, columns, widths));
    for (const drawn of rows) await write(drawn);
  };
  const next = (): number => articles.length + 2;
  return {
    name,
    columns,
    next,
    web,
    within,
    take: async (drawn, articleOf) => {
      if (articles.length + drawn.rows >= EXCEL_ROWS)
        throw new RangeError(`${name} has more than ${EXCEL_ROWS - 1} rows, which is what a sheet holds`);
      for (let i = 0; i < drawn.rows; i++) articles.push(articleOf(i));
      if (waiting === null) return write(drawn);
      // A copy: its bytes may be overwritten before it is written.
      waiting.push({ ...drawn, xml: drawn.xml.slice() });
      if (articles.length >= MEASURED) await measure();
    },
    extent: () => ({ rows: articles.length, articles, web, within }),
    end: async (after) => {
      if (waiting !== null) await measure();
      await deflate.write(after);
      return deflate.end();
    },
  };
}

/** Width in characters: the longest of the first rows, between the head and what a line is read at. */
const widthOf = (name: string, lengths: readonly number[]): number =>
  Math.max(name.length + 3, Math.min(widestOf(name), Math.max(0, ...lengths) + 2));

function zip(members: readonly (readonly [string, DeflatedMember])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [filename, { chunks, size, crc }] of members) {
    const file: ZipInputFile = Object.assign(new ZipPassThrough(filename), { compression: 8, size, crc, mtime: ZIP_TIME });
    archive.add(file);
    chunks.forEach((chunk, index) => file.ondata?.(null, chunk, index === chunks.length - 1));
  }
  archive.end();
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
