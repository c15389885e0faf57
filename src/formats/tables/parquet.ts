import type { SchemaElement } from "hyparquet";
import type { TableOutline } from "./all-tables.js";
import type { Cell, ColumnType } from "./table.js";

/** Rows that are gathered before they are encoded: more compress better, fewer take less memory. */
const GROUP = 20_000;

/** A table written to Parquet piece by piece. */
export interface ParquetTable {
  /** Takes rows; gives the bytes that are ready. */
  readonly take: (rows: readonly (readonly Cell[])[]) => Uint8Array | null;
  /** Ends the file; gives its last bytes. */
  readonly end: () => Uint8Array;
}

const SCHEMA: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  date: { type: "INT32", converted_type: "DATE" },
};

/** Starts a Parquet file of a table: typed columns, nulls as nulls, row groups of 20,000 rows, Snappy. */
export async function startParquet({ columns }: Pick<TableOutline, "columns">): Promise<ParquetTable> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const sink = new ByteWriter();
  const writer = new ParquetWriter({
    writer: sink,
    createdBy: "dateline",
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...SCHEMA[type] })),
    ],
  });
  let waiting: (readonly Cell[])[] = [];
  const drain = (): Uint8Array => {
    const bytes = new Uint8Array(sink.getBytes());
    // Offsets in the file go on counting in `offset`; only the bytes that were taken are dropped.
    sink.index = 0;
    return bytes;
  };
  const encode = (): void => {
    if (waiting.length === 0) return;
    const rows = waiting;
    waiting = [];
    void writer.write({
      columnData: columns.map(({ name, type }, index) => ({ name, data: rows.map((row) => parquetValue(row[index] ?? null, type)) })),
      rowGroupSize: GROUP,
    });
  };
  return {
    take: (rows) => {
      waiting.push(...rows);
      if (waiting.length < GROUP) return null;
      encode();
      return drain();
    },
    end: () => {
      encode();
      void writer.finish();
      return drain();
    },
  };
}

function parquetValue(cell: Cell, type: ColumnType): unknown {
  if (cell === null) return null;
  if (type === "integer") return typeof cell === "number" && Number.isSafeInteger(cell) ? BigInt(cell) : null;
  if (type === "date") return typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : null;
  return cell;
}
