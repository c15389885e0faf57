import { Zip, ZipPassThrough, type ZipInputFile } from "fflate";
import type { TableOutline } from "./all-tables.js";
import { columnName, placeSheet, type DrawnSheet } from "./sheet-rows.js";
import { frameWorkbook, setWidths, type SheetExtent } from "./workbook-frame.js";

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

/** A workbook that is written while its tables grow. */
export interface WorkbookWriter {
  /** Adds an article: its rows of each table, in the order of the tables, and where it was published. */
  readonly take: (sheets: readonly DrawnSheet[], url: string | null) => Promise<void>;
  /** Adds rows to one table, after all articles. */
  readonly append: (table: string, drawn: DrawnSheet) => Promise<void>;
  /** The workbook's bytes. The same rows give the same bytes. */
  readonly end: () => Promise<Uint8Array>;
}

/** Rows of a sheet, head included. */
const EXCEL_ROWS = 1_048_576;
/** Rows that decide how wide columns are, and the rest of the article that they end in. */
const MEASURED = 200;
const NO_ROWS: DrawnSheet = { xml: "", rows: 0, longest: [] };
/** Links to the web that a sheet takes. */
const WEB_LINKS = 65_000;

/** The least time that a zip can hold, for all members, so that the same content is the same bytes whenever it is written. */
const ZIP_TIME = new Date(1980, 0, 1);

/**
 * Starts a workbook: a first sheet that explains every column, then a sheet a table with its head frozen, filters on,
 * widths that fit, real days and numbers, and a link from every row to its article, from every article to its address.
 * Text is text: no cell is a formula, and "5-24" stays as it is. The frame is write-excel-file's; rows, drawn elsewhere,
 * are added to it as they come and kept deflated, so that a workbook takes about as much memory as its file.
 *
 * @throws RangeError, from `take`, for a table of more rows than a sheet has.
 */
export async function startWorkbook(
  tables: readonly Pick<TableOutline, "name" | "meaning" | "columns">[],
  openDeflate: () => DeflateText,
): Promise<WorkbookWriter> {
  const empty = tables.map((): SheetExtent => ({ rows: 0, articles: [], web: [] }));
  const { sheets: frames } = await frameWorkbook(tables, empty);
  let taken = 0;
  const sheets = tables.map(({ name, columns }, index) => {
    const addresses = columns.findIndex((column) => column.name === "url");
    const { before = "", styles = { day: "", link: "" } } = frames[index] ?? {};
    const [articles, web]: [number[], { address: string; url: string }[]] = [[], []];
    const deflate = openDeflate();
    let waiting: DrawnSheet[] | null = [];
    let written = 0;
    const write = async (drawn: DrawnSheet): Promise<void> => {
      await deflate.write(placeSheet(drawn, written + 2, styles));
      written += drawn.rows;
    };
    const measure = async (): Promise<void> => {
      const measured = waiting ?? [];
      waiting = null;
      await deflate.write(
        setWidths(
          before,
          columns.map((column, at) =>
            widthOf(
              column.name,
              measured.map(({ longest }) => longest[at] ?? 0),
            ),
          ),
        ),
      );
      for (const drawn of measured) await write(drawn);
    };
    return {
      name,
      take: async (drawn: DrawnSheet, url: string | null, article: number): Promise<void> => {
        const first = articles.length + 2;
        if (articles.length + drawn.rows >= EXCEL_ROWS)
          throw new RangeError(`${name} has more than ${EXCEL_ROWS - 1} rows, which is what a sheet holds`);
        for (let i = 0; i < drawn.rows; i++) articles.push(name === "articles" ? 0 : article);
        if (url !== null && addresses >= 0 && web.length < WEB_LINKS) web.push({ address: `${columnName(addresses)}${first}`, url });
        if (waiting === null) return write(drawn);
        // A copy: its bytes may be overwritten before it is written.
        waiting.push({ ...drawn, xml: drawn.xml.slice() });
        if (articles.length >= MEASURED) await measure();
      },
      extent: (): SheetExtent => ({ rows: articles.length, articles, web }),
      end: async (after: string): Promise<DeflatedMember> => {
        if (waiting !== null) await measure();
        await deflate.write(after);
        return deflate.end();
      },
    };
  });
  return {
    take: async (drawn, url) => {
      taken++;
      for (const [index, sheet] of sheets.entries()) await sheet.take(drawn[index] ?? NO_ROWS, url, taken + 1);
    },
    append: async (table, drawn) => sheets.find(({ name }) => name === table)?.take(drawn, null, 0),
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

/** Width in characters: the longest of the first rows, between the head and 60. */
const widthOf = (name: string, lengths: readonly number[]): number => Math.min(60, Math.max(name.length + 4, Math.max(0, ...lengths) + 2));

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
