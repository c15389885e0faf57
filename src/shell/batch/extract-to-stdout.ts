import type { Writable } from "node:stream";
import { formatAnnotationRecord } from "../../formats/annotation-record.js";
import { formatNotRead } from "../../formats/run-summary.js";
import { countUnread } from "../input/count-unread.js";
import { hashText } from "../hash-text.js";
import type { InputItem } from "../input/input-unit.js";
import { printable } from "../output/printable.js";
import { mapInOrder } from "./map-in-order.js";
import { recordInPieces, type LongFound } from "./long-article.js";
import { openScratchFolder } from "./scratch-folder.js";
import type { Spool } from "./spool.js";
import { parseResult, type LongItem, type UnitItem, type UnitResult } from "./unit-result.js";
import type { UnitRunner } from "./unit-runner.js";

export interface StdoutRun {
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** What is written of an article. Annotation records where it is absent. */
  readonly format?: StdoutFormat;
}

/** What is written of an article: of one that is whole, null writes nothing; of a long one, in pieces. */
export interface StdoutFormat {
  readonly whole: (item: UnitItem) => string | null;
  readonly inPieces: (long: LongFound) => AsyncIterable<string>;
}

const RECORDS: StdoutFormat = { whole: recordOf, inPieces: recordInPieces };

/**
 * Writes an annotation record a line, or what `format` makes of an article, in order, as soon as each is done; rejects and
 * warnings go to stderr.
 */
export async function extractToStdout({
  items,
  runner,
  stdout,
  stderr,
  format = RECORDS,
}: StdoutRun): Promise<{ readonly rejected: number }> {
  let rejected = 0;
  const told = new Set<string>();
  const unread = countUnread();
  const tell = (place: string | null, message: string): void => {
    const line = printable(`dateline: ${place === null ? "" : `${place}: `}${message}`);
    if (told.size < 10_000 && !told.has(line)) stderr.write(line);
    told.add(line);
  };
  const scratch = openScratchFolder();
  const run = async (item: InputItem): Promise<Found> => {
    if ("note" in item) return { items: [], warnings: [item.note], parts: null };
    if ("unread" in item) {
      unread.add(item.unread);
      return { items: [], warnings: [], parts: null };
    }
    if ("fault" in item) return { items: [{ outcome: "rejected", id: null, ...item.fault }], warnings: [], parts: null };
    const { json, buffer, parts } = await runner.run(item.unit, null, scratch.openSpool);
    const result = parseResult<UnitItem | LongItem>(json);
    if (buffer) runner.reuse(buffer);
    return { ...result, parts };
  };
  const write = async (piece: string): Promise<void> => {
    if (!stdout.write(piece)) await new Promise((resume) => stdout.once("drain", resume));
  };
  const weigh = (item: InputItem): number => ("unit" in item ? item.unit.bytes.length : 0);
  try {
    for await (const { items: found, warnings, parts } of mapInOrder(items, run, weigh)) {
      for (const { place, message } of warnings) tell(place, message);
      for (const item of found) {
        if (item.outcome === "long") {
          const partAt = async (index: number): Promise<string> => parts?.at(item.parts.first + index) ?? "";
          for await (const piece of format.inPieces({ item, id: item.article.id, partAt })) await write(piece);
          continue;
        }
        const line = format.whole(item);
        if (line !== null) await write(line);
        if (item.outcome === "rejected") {
          rejected++;
          tell(item.place, item.reason);
        }
      }
      parts?.close();
    }
  } finally {
    scratch.remove();
  }
  if (unread.all().count > 0) tell(null, formatNotRead(unread.all(), "they are none that hold articles"));
  return { rejected };
}

/** What became of an item of the input, and where parts of its long articles are. */
interface Found extends UnitResult<UnitItem | LongItem> {
  readonly parts: Spool | null;
}

function recordOf(item: UnitItem): string | null {
  if (item.outcome === "rejected") return null;
  if (item.outcome === "extracted") return formatAnnotationRecord(item.layer) + "\n";
  const { id, title, publishedAt, text } = item.article;
  const layer = { id, title, publishedAt, textHash: hashText(text), mentions: [], entities: [] };
  return formatAnnotationRecord(layer, { language: item.language, reason: item.reason }) + "\n";
}
