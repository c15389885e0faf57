import type { DrawnItem, DrawnUnit } from "./draw-unit.js";

/** A unit's result as JSON and as the files hold it, its long texts as UTF-8 in one buffer: threads can hand it on without a copy. */
export interface PackedUnit {
  readonly json: Uint8Array;
  readonly drawn: DrawnUnit | null;
  /** What the bytes lie in. It has room for more. */
  readonly buffer: ArrayBuffer;
}

/** Least bytes of a buffer: one that most articles fit into. */
const ROOM = 131_072;

/** Packs a unit's texts, into `spare` where they fit. */
export function packUnit(json: string, drawn: DrawnUnit | null, spare: ArrayBuffer | null): PackedUnit {
  const texts = [
    json,
    ...(drawn?.items ?? []).flatMap((item) =>
      item.outcome === "read"
        ? [item.drawn.record, item.drawn.text, item.drawn.digest, ...item.drawn.csv, ...(item.drawn.sheets ?? []).map(({ xml }) => xml)]
        : [],
    ),
  ];
  const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const buffer = spare !== null && spare.byteLength >= size ? spare : new ArrayBuffer(Math.max(ROOM, Math.ceil(size * 1.25)));
  const bytes = Buffer.from(buffer);
  let at = 0;
  const pack = <T extends string | Uint8Array>(text: T): Uint8Array => {
    if (typeof text !== "string") return text;
    const start = at;
    at += bytes.write(text, start);
    return new Uint8Array(buffer, start, at - start);
  };
  const packItem = (item: DrawnItem): DrawnItem => {
    if (item.outcome !== "read") return item;
    const { record, text, digest, csv, sheets } = item.drawn;
    return {
      ...item,
      drawn: {
        ...item.drawn,
        record: pack(record),
        text: pack(text),
        digest: pack(digest),
        csv: csv.map(pack),
        sheets: sheets && sheets.map((sheet) => ({ ...sheet, xml: pack(sheet.xml) })),
      },
    };
  };
  return { json: pack(json), drawn: drawn && { ...drawn, items: drawn.items.map(packItem) }, buffer };
}
