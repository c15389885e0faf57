import { Readable } from "node:stream";
import { parse, type CsvError } from "csv-parse";
import { decodeText } from "../../formats/decode-text.js";
import { DamageError, peek, UNIT_BYTES, type Bytes } from "./byte-streams.js";
import { fault, type InputItem } from "./input-unit.js";
import { createTableReader, GDELT_REFUSAL, isGdelt, type TableRow, type TableSource } from "./table-rows.js";

/**
 * Cuts a table of articles into its rows. The delimiter is the one that the head has most of. A cut file gives the rows
 * before the one in which it ends.
 */
export async function* splitTable(bytes: Bytes, source: TableSource): AsyncGenerator<InputItem> {
  const { head, bytes: all } = await peek(bytes, HEAD);
  if (head.length === 0) return;
  // The last line of the head may be cut within a letter.
  const { text, encoding } = await decodeText(head.subarray(0, head.lastIndexOf(10) + 1 || head.length));
  // Its fields are full of the marks that part the columns of other tables.
  if (isGdelt((/^[^\r\n]*/.exec(text)?.[0] ?? "").split("\t"))) {
    yield fault(source.file, "unsupported-format", GDELT_REFUSAL);
    return;
  }
  const parser = parse({
    bom: true,
    columns: false,
    delimiter: guessDelimiter(text),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: UNIT_BYTES,
  });
  const { sound, damage } = untilDamage(all);
  const rows = Readable.from(decoded(sound, encoding));
  rows.on("error", (error) => parser.destroy(error));
  rows.pipe(parser);
  let reader: ReturnType<typeof createTableReader> | null = null;
  let last: TableRow | null = null;
  let number = 0;
  let offset = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: readonly string[]; info: { bytes: number } }>) {
      if (reader === null)
        reader = createTableReader(
          record.map((name, index) => name.trim() || `column ${index + 1}`),
          source,
        );
      else {
        // Held back by one: the last row of a cut file is cut itself.
        if (last !== null) yield* reader.add(last);
        last = { cells: record, number: ++number, offset: encoding === "utf-8" ? offset : null };
      }
      offset = info.bytes;
    }
    if (reader !== null) {
      if (last !== null && damage() === null) yield* reader.add(last);
      yield* reader.end();
    }
  } catch (error) {
    const { code, message } = error as CsvError;
    if (reader !== null) {
      if (last !== null) yield* reader.add(last);
      yield* reader.end();
    }
    const place = `${source.file}#${number + 1}`;
    if (damage() === null && (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")) {
      yield fault(place, "table", "A quotation mark is opened and never closed; the rows from here on are lost. Correct it.");
    } else if (damage() === null) throw Object.assign(error as Error, { place, message });
  } finally {
    rows.destroy();
    parser.destroy();
  }
  const damaged = damage();
  if (damaged !== null) throw Object.assign(damaged, { place: `${source.file}#${Math.max(1, number)}` });
}

/** Bytes of the head from which encoding and delimiter are told. */
const HEAD = 65_536;

/** A stream up to where its data is damaged, and the damage, once it is read. */
function untilDamage(source: Bytes): { readonly sound: Bytes; readonly damage: () => DamageError | null } {
  let damage: DamageError | null = null;
  async function* sound(): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      damage = error;
    }
  }
  return { sound: sound(), damage: () => damage };
}

/** The delimiter that the first line has most of, outside of quotation marks. */
export function guessDelimiter(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string): number => line.split(mark).length - 1;
  return [",", "\t", ";", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

async function* decoded(source: Bytes, encoding: string): AsyncGenerator<string> {
  const { default: iconv } = await import("iconv-lite");
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of source) yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  const last = decoder.end();
  if (last) yield last;
}
