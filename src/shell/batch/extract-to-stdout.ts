import type { Writable } from "node:stream";
import { formatAnnotationRecord } from "../../formats/annotation-record.js";
import { formatNotRead } from "../../formats/run-summary.js";
import { countUnread } from "../input/count-unread.js";
import { hashText } from "../hash-text.js";
import type { InputItem } from "../input/input-unit.js";
import { printable } from "../output/printable.js";
import { mapInOrder } from "./map-in-order.js";
import { parseResult, type UnitItem, type UnitResult } from "./unit-result.js";
import type { UnitRunner } from "./unit-runner.js";

export interface StdoutRun {
  readonly items: AsyncIterable<InputItem>;
  readonly runner: UnitRunner;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** What is written of an article; null writes nothing. Annotation records where it is absent. */
  readonly format?: (item: UnitItem) => string | null;
}

/** Writes an annotation record a line, or what `format` makes of an article, in order, as soon as each is done; rejects and warnings go to stderr. */
export async function extractToStdout({
  items,
  runner,
  stdout,
  stderr,
  format = recordOf,
}: StdoutRun): Promise<{ readonly rejected: number }> {
  let rejected = 0;
  const told = new Set<string>();
  const unread = countUnread();
  const tell = (place: string | null, message: string): void => {
    const line = printable(`dateline: ${place === null ? "" : `${place}: `}${message}`);
    if (told.size < 10_000 && !told.has(line)) stderr.write(line);
    told.add(line);
  };
  const run = async (item: InputItem): Promise<UnitResult> => {
    if ("note" in item) return { items: [], warnings: [item.note] };
    if ("unread" in item) {
      unread.add(item.unread);
      return { items: [], warnings: [] };
    }
    if ("fault" in item) return { items: [{ outcome: "rejected", id: null, ...item.fault }], warnings: [] };
    const { json, buffer } = await runner.run(item.unit, null);
    const result = parseResult(json);
    if (buffer) runner.reuse(buffer);
    return result;
  };
  for await (const { items: found, warnings } of mapInOrder(items, run, (item) => ("unit" in item ? item.unit.bytes.length : 0))) {
    for (const { place, message } of warnings) tell(place, message);
    for (const item of found) {
      const line = format(item);
      if (line !== null && !stdout.write(line)) await new Promise((resume) => stdout.once("drain", resume));
      if (item.outcome === "rejected") {
        rejected++;
        tell(item.place, item.reason);
      }
    }
  }
  if (unread.all().count > 0) tell(null, formatNotRead(unread.all(), "they are none that hold articles"));
  return { rejected };
}

function recordOf(item: UnitItem): string | null {
  if (item.outcome === "rejected") return null;
  if (item.outcome === "extracted") return formatAnnotationRecord(item.layer) + "\n";
  const { id, title, publishedAt, text } = item.article;
  const layer = { id, title, publishedAt, textHash: hashText(text), mentions: [], entities: [] };
  return formatAnnotationRecord(layer, { language: item.language, reason: item.reason }) + "\n";
}
