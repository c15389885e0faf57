import { basename } from "node:path";
import { detectFormat, HEAD_BYTES } from "../../formats/articles/detect-format.js";
import { areAlike, isArticleFile, isKnownEnding, kindOfName, settleEnding, splitName } from "../../formats/articles/file-endings.js";
import type { WarcFault, WarcPage, WarcPassed } from "../../formats/articles/warc-records.js";
import type { FieldMap } from "../../formats/articles/field-names.js";
import type { DayOrder } from "../../formats/articles/web/written-days.js";
import { collectBeforeDamage, peek, readBytes, splitLines, UNIT_BYTES, asUtf8, type Bytes } from "./byte-streams.js";
import { gunzip } from "./gunzip.js";
import { fault, type InputItem, type InputUnit } from "./input-unit.js";

export interface ReadingOptions {
  /** Which key or column holds which field, where the user says so. */
  readonly fields: FieldMap | null;
  /** Which of the numbers of 03/05/2024 is the day, where the user says so. */
  readonly dateOrder?: DayOrder;
  /** Told how many bytes of the inputs were read, for progress. */
  readonly count: (bytes: number) => void;
  /** Names as the system wants them, of files whose names are no UTF-8. */
  readonly rawNames?: ReadonlyMap<string, Buffer>;
}

/** How deep archives may lie within archives. */
const DEPTH = 3;

/**
 * Cuts files into units, in order, holding no more than one of them: lines of JSON Lines, rows of tables, pages of web
 * archives, members of zips, other files whole. What cannot be read becomes a fault with its place. Formats are told by
 * their first bytes before their names.
 */
export async function* readUnits(files: readonly string[], options: ReadingOptions): AsyncGenerator<InputItem> {
  for (const file of files)
    yield* guarded(file, () => cut(readBytes(options.rawNames?.get(file) ?? file, options.count), file, basename(file), options, 0));
}

/** Turns what a reader throws into a fault: the batch goes on with the next file. */
async function* guarded(file: string, read: () => AsyncIterable<InputItem>): AsyncGenerator<InputItem> {
  let isEmpty = true;
  try {
    for await (const item of read()) {
      yield item;
      if (!("note" in item)) isEmpty = false;
    }
    if (isEmpty) yield fault(file, "no-articles", "Holds no articles: it is empty, or has no records.");
  } catch (error) {
    const { message, name, place, code: given } = error as NodeJS.ErrnoException & { readonly place?: string };
    // Libraries give their errors numbers as codes; those of the system are words.
    const code = typeof given === "string" ? given : undefined;
    const at = place ?? file;
    if (name === "DamageError") yield fault(at, "damaged-file", `Is ${message}. What came before was read; get the file again.`);
    else if (name === "SizeError") yield fault(at, "too-large", `The file ${message}. Split it, or check that it is what you think.`);
    else if (code === "ENOENT") yield fault(at, "vanished-file", "The file was there when the run began and is gone.");
    else if (code !== undefined && /^Z_|^ERR_/.test(code))
      yield fault(at, "damaged-file", `Damaged or cut short: ${message}. What came before was read.`);
    else if (code !== undefined) yield fault(at, "unreadable-file", `Cannot be read: ${message}.`);
    else yield fault(at, "damaged-file", `Cannot be read: ${message}.`);
  }
}

async function* cut(source: Bytes, file: string, name: string, options: ReadingOptions, depth: number): AsyncGenerator<InputItem> {
  const { ending: named, stem } = splitName(name);
  const { head, bytes } = await peek(source, HEAD_BYTES);
  const found = detectFormat(head);
  if (found?.ending === null) {
    yield fault(file, "unsupported-format", found.refusal);
    return;
  }
  const ending = settleEnding(named, found?.ending ?? null);
  if (isKnownEnding(named) && ending !== named && !areAlike(named, ending)) {
    const message = `Its name ends in ${named}, its first bytes are those of ${ending}: read as that.`;
    yield { note: { severity: "warning", code: "told-by-content", message, place: file } };
  }
  const cutter = CUTTERS[ending];
  if (cutter) yield* cutter({ bytes, file, stem: ending === ".gz" && named !== ".gz" ? name : stem, options, depth });
  else yield* cutWhole(bytes, file, stem, ending, options);
}

/** A stream that holds many articles, and what is known of it. */
interface Cutting {
  readonly bytes: Bytes;
  readonly file: string;
  readonly stem: string;
  readonly options: ReadingOptions;
  readonly depth: number;
}

const cutTable = async function* ({ bytes, file, stem, options }: Cutting): AsyncGenerator<InputItem> {
  const { splitTable } = await import("./split-table.js");
  yield* splitTable(asUtf8(bytes), { file, stem, fields: options.fields, dateOrder: options.dateOrder ?? null });
};

/** How the formats that hold many articles are cut. */
const CUTTERS: Readonly<Record<string, (cutting: Cutting) => AsyncIterable<InputItem>>> = {
  ".jsonl": cutLines,
  ".ndjson": cutLines,
  ".csv": cutTable,
  ".tsv": cutTable,
  ".tab": cutTable,
  ".warc": cutWarc,
  ".arc": cutArc,
  ".mbox": cutMbox,
  ".xlsx": cutWorkbook,
  ".ods": cutWorkbook,
  ".zip": cutZip,
  ".gz": cutGzip,
};

async function* cutGzip({ bytes, file, stem, options, depth }: Cutting): AsyncGenerator<InputItem> {
  if (depth >= DEPTH) yield fault(file, "nested-archive", `Archives within archives are opened ${DEPTH} deep.`);
  else {
    let rubbish = false;
    yield* cut(
      gunzip(bytes, () => (rubbish = true)),
      file,
      stem,
      options,
      depth + 1,
    );
    const message = "Something that is no gzip data stands behind its end, and was left out. Get the file again if it should hold more.";
    if (rubbish) yield { note: { severity: "warning", code: "trailing-rubbish", message, place: file } };
  }
}

/** Formats of which what comes before a damaged spot is worth reading. */
const READ_IN_PART = new Set([".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".eml", ".mhtml", ".rtf"]);

/** Formats whose files are larger than their articles: pictures lie in the one, thousands of messages in the other. */
const LARGE = new Set([".pdf", ".json"]);

async function* cutWhole(source: Bytes, file: string, stem: string, ending: string, options: ReadingOptions): AsyncGenerator<InputItem> {
  const { bytes, damage } = await collectBeforeDamage(source, LARGE.has(ending) ? UNIT_BYTES * 5 : UNIT_BYTES);
  if (damage === null || (bytes.length > 0 && READ_IN_PART.has(ending))) {
    yield { unit: unitOf(file, stem, ending, bytes, { fields: options.fields }) };
  }
  if (damage !== null) throw damage;
}

function unitOf(file: string, stem: string, ending: string, bytes: Uint8Array, more: Partial<InputUnit> = {}): InputUnit {
  return { file, record: null, offset: null, ending, stem, bytes, charset: null, url: null, fields: null, ...more };
}

async function* cutLines({ bytes: source, file, stem, options: { fields } }: Cutting): AsyncGenerator<InputItem> {
  let last = 0;
  try {
    for await (const { bytes, number, offset } of splitLines(asUtf8(source))) {
      last = number;
      if (bytes === null) yield fault(`${file}:${number}`, "too-large", `The line is longer than ${UNIT_BYTES / 1e6} MB.`);
      else if (!isBlank(bytes)) yield { unit: unitOf(file, `${stem}-${number}`, ".jsonl", bytes, { record: number, offset, fields }) };
    }
  } catch (error) {
    throw Object.assign(error as Error, { place: `${file}:${last + 1}` });
  }
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 32) return false;
  return true;
}

/** The endings of the media types that web archives hold; web pages are the rest. */
const ENDINGS_OF_TYPES: Readonly<Record<string, string>> = {
  "text/plain": ".txt",
  "application/pdf": ".pdf",
  "application/rss+xml": ".xml",
  "application/atom+xml": ".xml",
};

async function* cutWarc({ bytes, file, stem }: Cutting): AsyncGenerator<InputItem> {
  const { readWarcPages } = await import("../../formats/articles/warc-records.js");
  yield* pagesOf(readWarcPages(bytes, UNIT_BYTES), file, stem);
}

/** The units of the pages of a web archive. */
async function* pagesOf(pages: AsyncIterable<WarcPage | WarcFault | WarcPassed>, file: string, stem: string): AsyncGenerator<InputItem> {
  for await (const page of pages) {
    if ("fault" in page) yield fault(`${file}#${page.record}`, "web-archive", page.fault);
    else if ("passed" in page) yield { unread: { place: `${file}#${page.record}`, kind: page.passed } };
    else {
      const { record, offset, charset, url } = page;
      const unit = unitOf(file, `${stem}-${record}`, ENDINGS_OF_TYPES[page.type] ?? ".html", page.bytes, { record, offset, charset, url });
      yield { unit };
    }
  }
}

async function* cutArc({ bytes, file, stem }: Cutting): AsyncGenerator<InputItem> {
  const { readArcPages } = await import("../../formats/articles/arc-records.js");
  yield* pagesOf(readArcPages(bytes, UNIT_BYTES), file, stem);
}

async function* cutMbox({ bytes: source, file, stem }: Cutting): AsyncGenerator<InputItem> {
  const { splitMbox } = await import("./split-mbox.js");
  let last = 0;
  try {
    for await (const { bytes, record, offset } of splitMbox(source)) {
      last = record;
      if (bytes === null) yield fault(`${file}#${record}`, "too-large", `The mail is larger than ${UNIT_BYTES / 1e6} MB.`);
      else yield { unit: unitOf(file, `${stem}-${record}`, ".eml", bytes, { record, offset }) };
    }
  } catch (error) {
    throw Object.assign(error as Error, { place: `${file}#${last + 1}` });
  }
}

async function* cutWorkbook({ bytes, file, stem, options }: Cutting): AsyncGenerator<InputItem> {
  const { bytes: whole, damage } = await collectBeforeDamage(bytes, UNIT_BYTES * 5);
  if (damage !== null) throw damage;
  const { splitWorkbook } = await import("./split-workbook.js");
  yield* splitWorkbook(whole, { file, stem, fields: options.fields, dateOrder: options.dateOrder ?? null });
}

async function* cutZip({ bytes, file, options, depth }: Cutting): AsyncGenerator<InputItem> {
  if (depth >= DEPTH) {
    yield fault(file, "nested-archive", `Archives within archives are opened ${DEPTH} deep.`);
    return;
  }
  const { splitZip } = await import("./split-zip.js");
  const isCollection = (name: string): boolean => CUTTERS[splitName(name.toLowerCase().replace(/\.gz$/, "")).ending] !== undefined;
  // Folders of the Macintosh hold copies of names only.
  const isCopy = (name: string): boolean => name.startsWith("__MACOSX/");
  const wanted = (name: string): boolean => isArticleFile(name) && !isCopy(name) && !basename(name).startsWith(".");
  for await (const member of splitZip(bytes, wanted, isCollection)) {
    // Names are shown, never opened: "../../etc/passwd" is a label like any other.
    const place = `${file}/${member.name}`;
    if ("passed" in member) {
      if (!isCopy(member.name)) yield { unread: { place, kind: kindOfName(member.name) } };
    } else if ("fault" in member) yield fault(place, "damaged-file", `The member ${member.fault}.`);
    else yield* guarded(place, () => cut(once(member.bytes), place, basename(member.name), options, depth + 1));
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
