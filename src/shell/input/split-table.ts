import { Readable } from "node:stream";
import { parse, type CsvError } from "csv-parse";
import { ARTICLE_FIELDS, type FieldMap } from "../../formats/articles/field-names.js";
import { describeFields, guessFields } from "../../formats/articles/guess-fields.js";
import { decodeText } from "../../formats/decode-text.js";
import { UNIT_BYTES, type Bytes } from "./byte-streams.js";
import { fault, type InputItem } from "./input-unit.js";

/** Rows that are looked at when no column name says which one holds the text. */
const SAMPLE = 20;

/**
 * Cuts a table of articles into its rows. The delimiter is the one that the head has most of; the columns are guessed
 * from their names, the text also by length, and shown; `given` overrides the guess.
 */
export async function* splitTable(source: Bytes, file: string, stem: string, given: FieldMap | null): AsyncGenerator<InputItem> {
  const { head, rest } = await takeHead(source);
  if (head.length === 0) return;
  // The last line of the head may be cut within a letter.
  const { text, encoding } = await decodeText(head.subarray(0, head.lastIndexOf(10) + 1 || head.length));
  const parser = parse({
    bom: true, columns: false, delimiter: guessDelimiter(text), info: true, relax_column_count: true, relax_quotes: true,
    skip_empty_lines: true, max_record_size: UNIT_BYTES,
  });
  const rows = Readable.from(decoded(rest, encoding));
  rows.on("error", (error) => parser.destroy(error));
  rows.pipe(parser);
  let columns: readonly string[] | null = null;
  let map: FieldMap | null = null;
  let waiting: Row[] = [];
  let number = 0;
  let offset = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: readonly string[]; info: { bytes: number } }>) {
      if (columns === null) {
        columns = record.map((name, index) => name.trim() || `column ${index + 1}`);
        map = given ?? guessFields(columns);
      } else {
        waiting.push({ cells: record, number: ++number, offset });
      }
      offset = info.bytes;
      if (map?.text === undefined && waiting.length < SAMPLE) continue;
      if (columns !== null && map !== null && waiting.length > 0) {
        if (number === waiting.length) {
          map = withText(map, columns, waiting);
          yield* describe(map, columns, file, given !== null);
        }
        if (map.text === undefined || !columns.includes(map.text)) return;
        for (const row of waiting) yield rowUnit(row, columns, map, file, stem, encoding);
        waiting = [];
      }
    }
    if (waiting.length > 0 && columns !== null && map !== null) {
      map = withText(map, columns, waiting);
      yield* describe(map, columns, file, given !== null);
      if (map.text !== undefined && columns.includes(map.text)) for (const row of waiting) yield rowUnit(row, columns, map, file, stem, encoding);
    }
  } catch (error) {
    const { code, message } = error as CsvError;
    const place = `${file}#${number + 1}`;
    if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") yield fault(place, "table", "A quotation mark is opened and never closed; the rows from here on are lost. Correct it.");
    else throw Object.assign(error as Error, { place, message });
  } finally {
    rows.destroy();
    parser.destroy();
  }
}

interface Row {
  readonly cells: readonly string[];
  readonly number: number;
  readonly offset: number;
}

function rowUnit(row: Row, columns: readonly string[], fields: FieldMap, file: string, stem: string, encoding: string): InputItem {
  const record: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of Object.values(fields)) record[name] = row.cells[columns.indexOf(name)] ?? "";
  return {
    unit: {
      file, record: row.number, offset: encoding === "utf-8" ? row.offset : null, ending: ".jsonl", stem: `${stem}-${row.number}`,
      bytes: Buffer.from(JSON.stringify(record)), charset: null, url: null, fields,
    },
  };
}

function* describe(map: FieldMap, columns: readonly string[], file: string, given: boolean): Generator<InputItem> {
  if (map.text === undefined || !columns.includes(map.text)) {
    yield fault(file, "table", `No column holds the articles' text (columns: ${columns.slice(0, 20).join(", ")}). Name it with --fields text=COLUMN.`);
  } else if (!given) {
    yield { note: { severity: "warning", code: "guessed-fields", message: `Columns were guessed: ${describeFields(map)}. Give others with --fields.`, place: file } };
  }
}

/** The map with the column whose cells are longest as its text, where no name says which, if they are sentences at all. */
function withText(map: FieldMap, columns: readonly string[], rows: readonly Row[]): FieldMap {
  if (map.text !== undefined) return map;
  const taken = new Set(ARTICLE_FIELDS.map((field) => map[field]));
  const lengths = columns.map((name, index) => (taken.has(name) ? 0 : rows.reduce((sum, { cells }) => sum + (cells[index]?.length ?? 0), 0) / rows.length));
  const best = lengths.indexOf(Math.max(...lengths));
  const name = columns[best];
  return name !== undefined && (lengths[best] ?? 0) >= 80 ? { ...map, text: name } : map;
}

/** The delimiter that the first line has most of, outside of quotation marks. */
export function guessDelimiter(text: string): string {
  const line = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (mark: string): number => line.split(mark).length - 1;
  return [",", "\t", ";", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

/** The first 256 KB or so of a stream, and the whole stream again. */
async function takeHead(source: Bytes): Promise<{ readonly head: Uint8Array; readonly rest: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* rest(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, rest: rest() };
}

async function* decoded(source: Bytes, encoding: string): AsyncGenerator<string> {
  const { default: iconv } = await import("iconv-lite");
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of source) yield decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  const last = decoder.end();
  if (last) yield last;
}
