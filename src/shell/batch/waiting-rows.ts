import { fillCells, fillCsv, waitingColumn } from "../../formats/tables/fill-corpus-ids.js";
import type { TableOutline } from "../../formats/tables/all-tables.js";
import type { DrawnArticle } from "../../formats/tables/draw-article.js";
import { insertCells, type DrawnSheet } from "../../formats/tables/sheet-rows.js";
import type { ArticleResult, Cell, Piece } from "../../formats/tables/table.js";
import type { FurtherOutput } from "../output/further-outputs.js";
import type { OutputFolder } from "../output/output-folder.js";
import type { Spool } from "./spool.js";

/** Rows of an article that wait for what only the stage over the corpus knows. */
export interface WaitingArticle {
  /** Its place among the articles that the stage took, from 0. */
  readonly article: number;
  readonly id: string;
  readonly tables: readonly WaitingTable[];
}

/** Rows of one table, as each output wants them. */
interface WaitingTable {
  readonly name: string;
  readonly csv: Piece;
  readonly sheet: DrawnSheet | null;
  readonly cells: readonly (readonly Cell[])[] | null;
}

/** What of a table is told before its bytes. */
interface TableHead {
  readonly name: string;
  /** Bytes of its CSV, its sheet and its cells; 0 where there are none. */
  readonly bytes: readonly [csv: number, sheet: number, cells: number];
  readonly sheet: Omit<DrawnSheet, "xml"> | null;
}

type Head = Pick<WaitingArticle, "article" | "id"> & { readonly tables: readonly TableHead[] };

/** The rows of an article that have to wait; null where it has none. */
export function waitingRows(
  tables: readonly TableOutline[],
  { csv, sheets }: Pick<DrawnArticle, "csv" | "sheets">,
  further: readonly FurtherOutput[],
  result: () => ArticleResult,
): readonly WaitingTable[] {
  const wantsCells = further.some(({ fill }) => fill?.from === "cells");
  return tables.flatMap((table, index): readonly WaitingTable[] => {
    const piece = csv[index] ?? "";
    if (piece.length === 0 || waitingColumn(table.columns) < 0) return [];
    return [{ name: table.name, csv: piece, sheet: sheets?.[index] ?? null, cells: wantsCells ? table.draw(result()).rows : null }];
  });
}

/** An article's rows as one piece: a line of JSON that says what lies behind it. */
export function packWaiting({ article, id, tables }: WaitingArticle): Uint8Array {
  const pieces: Uint8Array[] = [];
  const heads = tables.map(({ name, csv, sheet, cells }): TableHead => {
    const own = [csv, sheet?.xml ?? "", cells === null ? "" : JSON.stringify(cells)].map((piece) =>
      typeof piece === "string" ? Buffer.from(piece) : piece,
    );
    pieces.push(...own);
    const { xml: _, ...rest } = sheet ?? { xml: "" };
    const [first = 0, second = 0, third = 0] = own.map(({ length }) => length);
    return { name, bytes: [first, second, third], sheet: sheet === null ? null : (rest as TableHead["sheet"]) };
  });
  const head: Head = { article, id, tables: heads };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...pieces]);
}

export function unpackWaiting(bytes: Buffer): WaitingArticle {
  let at = bytes.indexOf(10) + 1;
  const { article, id, tables } = JSON.parse(bytes.toString("utf8", 0, at)) as Head;
  const next = (length: number): string => bytes.toString("utf8", at, (at += length));
  return {
    article,
    id,
    tables: tables.map(({ name, bytes: [csv, xml, cells], sheet }) => ({
      name,
      csv: next(csv),
      sheet: sheet === null ? null : { ...sheet, xml: next(xml) },
      cells: cells === 0 ? null : (JSON.parse(next(cells)) as WaitingTable["cells"]),
    })),
  };
}

/** Writes the rows of a spool that wait for ids of the corpus, an article after the other, in the order in which they came. */
export async function writeWaiting(
  spool: Spool,
  tables: readonly TableOutline[],
  idOf: (article: number, entity: string) => string | null,
  output: OutputFolder,
  further: readonly FurtherOutput[],
): Promise<void> {
  const columns = new Map(tables.map((table) => [table.name, waitingColumn(table.columns)] as const));
  for (let index = 0; index < spool.size(); index++) {
    const { article, id, tables: waiting } = unpackWaiting(spool.bytesAt(index));
    for (const { name, csv, sheet, cells } of waiting) {
      const column = columns.get(name) ?? -1;
      const filled = fillCsv(String(csv), column, (entity) => idOf(article, entity));
      await output.append(`${name}.csv`, filled.csv);
      for (const { fill } of further) {
        if (fill?.from === "sheets" && sheet !== null) await fill.take(name, id, insertCells(sheet, column, filled.ids));
        if (fill?.from === "cells" && cells !== null) await fill.take(name, fillCells(cells, column, filled.ids));
      }
    }
  }
}
