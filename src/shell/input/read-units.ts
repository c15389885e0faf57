import { basename } from "node:path";
import { ARTICLE_FORMATS, COLLECTION_ENDINGS, isArticleFile } from "../../formats/articles/article-format.js";
import type { FieldMap } from "../../formats/articles/field-names.js";
import { collect, gunzip, readBytes, splitLines, UNIT_BYTES, withoutUtf16, type Bytes } from "./byte-streams.js";
import { fault, type InputItem, type InputUnit } from "./input-unit.js";

export interface ReadingOptions {
  /** Which key or column holds which field, where the user says so. */
  readonly fields: FieldMap | null;
  /** Told how many bytes of the inputs were read, for progress. */
  readonly count: (bytes: number) => void;
}

/** How deep archives may lie within archives. */
const DEPTH = 3;

/**
 * Cuts files into units, in order, holding no more than one of them: lines of JSON Lines, rows of tables, pages of web
 * archives, members of zips, other files whole. What cannot be read becomes a fault with its place.
 */
export async function* readUnits(files: readonly string[], options: ReadingOptions): AsyncGenerator<InputItem> {
  for (const file of files) yield* guarded(file, () => cut(readBytes(file, options.count), file, basename(file), options, 0));
}

/** Turns what a reader throws into a fault: the batch goes on with the next file. */
async function* guarded(file: string, read: () => AsyncIterable<InputItem>): AsyncGenerator<InputItem> {
  try {
    yield* read();
  } catch (error) {
    const { message, name, place, code: given } = error as NodeJS.ErrnoException & { readonly place?: string };
    // Libraries give their errors numbers as codes; those of the system are words.
    const code = typeof given === "string" ? given : undefined;
    const at = place ?? file;
    if (name === "SizeError") yield fault(at, "too-large", `The file ${message}. Split it, or check that it is what you think.`);
    else if (code === "ENOENT") yield fault(at, "vanished-file", "The file was there when the run began and is gone.");
    else if (code !== undefined && /^Z_|^ERR_/.test(code)) yield fault(at, "damaged-file", `Damaged or cut short: ${message}. What came before was read.`);
    else if (code !== undefined) yield fault(at, "unreadable-file", `Cannot be read: ${message}.`);
    else yield fault(at, "damaged-file", `Cannot be read: ${message}.`);
  }
}

async function* cut(source: Bytes, file: string, name: string, options: ReadingOptions, depth: number): AsyncGenerator<InputItem> {
  const dot = name.lastIndexOf(".");
  const named = dot > 0 ? name.slice(dot).toLowerCase() : "";
  const stem = dot > 0 ? name.slice(0, dot) : name;
  if (named === ".gz") {
    if (depth >= DEPTH) yield fault(file, "nested-archive", `Archives within archives are opened ${DEPTH} deep.`);
    else if (/\.tar$/i.test(stem)) yield fault(file, "unknown-format", "Tar archives are not read. Unpack it and give the folder.");
    else yield* cut(gunzip(source), file, stem, options, depth + 1);
    return;
  }
  const { ending, bytes } = knows(named) ? { ending: named, bytes: source } : await recognize(source);
  switch (ending) {
    case ".jsonl":
    case ".ndjson":
      yield* cutLines(withoutUtf16(bytes), file, stem, options.fields);
      return;
    case ".csv":
    case ".tsv":
    case ".tab":
      yield* (await import("./split-table.js")).splitTable(withoutUtf16(bytes), file, stem, options.fields);
      return;
    case ".warc":
      yield* cutWarc(bytes, file, stem);
      return;
    case ".zip":
      if (depth >= DEPTH) yield fault(file, "nested-archive", `Archives within archives are opened ${DEPTH} deep.`);
      else yield* cutZip(bytes, file, options, depth + 1);
      return;
    case ".gz":
      yield* cut(gunzip(bytes), file, stem, options, depth + 1);
      return;
    default: {
      const whole = await collect(bytes, ending === ".pdf" ? UNIT_BYTES * 5 : UNIT_BYTES);
      yield { unit: unitOf(file, stem, ending, whole, { fields: options.fields }) };
    }
  }
}

const knows = (ending: string): boolean => ARTICLE_FORMATS.has(ending) || (COLLECTION_ENDINGS as readonly string[]).includes(ending);

function unitOf(file: string, stem: string, ending: string, bytes: Uint8Array, more: Partial<InputUnit> = {}): InputUnit {
  return { file, record: null, offset: null, ending, stem, bytes, charset: null, url: null, fields: null, ...more };
}

async function* cutLines(source: Bytes, file: string, stem: string, fields: FieldMap | null): AsyncGenerator<InputItem> {
  for await (const { bytes, number, offset } of splitLines(source)) {
    if (bytes === null) yield fault(`${file}:${number}`, "too-large", `The line is longer than ${UNIT_BYTES / 1e6} MB.`);
    else if (!isBlank(bytes)) yield { unit: unitOf(file, `${stem}-${number}`, ".jsonl", bytes, { record: number, offset, fields }) };
  }
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 32) return false;
  return true;
}

async function* cutWarc(source: Bytes, file: string, stem: string): AsyncGenerator<InputItem> {
  const { readWarcPages } = await import("../../formats/articles/warc-records.js");
  const endings: Readonly<Record<string, string>> = { "text/plain": ".txt", "application/pdf": ".pdf", "application/rss+xml": ".xml", "application/atom+xml": ".xml" };
  for await (const page of readWarcPages(source, UNIT_BYTES)) {
    if ("fault" in page) yield fault(`${file}#${page.record}`, "web-archive", page.fault);
    else {
      const { record, offset, charset, url } = page;
      yield { unit: unitOf(file, `${stem}-${record}`, endings[page.type] ?? ".html", page.bytes, { record, offset, charset, url }) };
    }
  }
}

async function* cutZip(source: Bytes, file: string, options: ReadingOptions, depth: number): AsyncGenerator<InputItem> {
  const { splitZip } = await import("./split-zip.js");
  const isCollection = (name: string): boolean => COLLECTION_ENDINGS.some((ending) => name.toLowerCase().replace(/\.gz$/, "").endsWith(ending));
  // Folders of the Macintosh hold copies of names only.
  const wanted = (name: string): boolean => isArticleFile(name) && !name.startsWith("__MACOSX/") && !basename(name).startsWith(".");
  for await (const member of splitZip(source, wanted, isCollection)) {
    // Names are shown, never opened: "../../etc/passwd" is a label like any other.
    const place = `${file}/${member.name}`;
    if ("fault" in member) yield fault(place, "damaged-file", `The member ${member.fault}.`);
    else yield* guarded(place, () => cut(once(member.bytes), place, basename(member.name), options, depth));
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What the first bytes of a file without a known ending say that it is; plain text where they say nothing. */
async function recognize(source: Bytes): Promise<{ readonly ending: string; readonly bytes: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? "" : Buffer.from(first.value.subarray(0, 512)).toString("latin1");
  async function* bytes(): AsyncGenerator<Uint8Array> {
    if (first.done) return;
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  const ending = head.startsWith("%PDF-") ? ".pdf"
    : head.startsWith("PK\u0003\u0004") ? (/word\/|\[Content_Types\]/.test(head) ? ".docx" : ".zip")
    : head.startsWith("\u001f\u008b") ? ".gz"
    : head.startsWith("WARC/1.") ? ".warc"
    : /^\s*(?:<!doctype html|<html)/i.test(head) ? ".html"
    : /^\s*<\?xml[^>]*>\s*<(?:rss|feed|rdf)/i.test(head) ? ".xml"
    : ".txt";
  return { ending, bytes: bytes() };
}
