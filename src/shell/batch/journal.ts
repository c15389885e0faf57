import { createHash } from "node:crypto";
import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { bufferWrites } from "../output/buffer-writes.js";
import { readBytes, splitLines } from "../input/byte-streams.js";
import { placeOf, type InputUnit } from "../input/input-unit.js";

/**
 * The journal of a run: what became of every unit of the input, a line each, in order, appended as the run goes. It is
 * what a killed run is resumed from, and what spares the next run the units that did not change.
 */
export interface Journal {
  /** What is known of a unit from before, as JSON of its UnitResult; null where it must be done. */
  readonly recall: (key: string) => Promise<string | null>;
  readonly append: (key: string, json: string | Uint8Array) => Promise<void>;
  /** Makes what was appended safe against a power cut. */
  readonly sync: () => Promise<void>;
  /** Ends the journal: as that of a whole run, or as one to be resumed. */
  readonly close: (whole: boolean) => Promise<void>;
  /** Units that were recalled. */
  readonly recalled: () => number;
}

export interface JournalOptions {
  /** Goes on where an interrupted run stopped. */
  readonly resume: boolean;
  /** Knows nothing from before. */
  readonly fresh: boolean;
}

/** Names within the folder of the output: of a whole run, of a run under way, of one that is being resumed. */
export const JOURNAL = { whole: "journal.jsonl", running: "journal.partial.jsonl", before: "journal.before.jsonl" } as const;

/** Bytes of a line before its result: `{"key":"…","result":`. */
const PREFIX = 51;
/** Longest line of a journal: a unit's result holds its text twice over and every mention. */
const LINE_BYTES = 2_000_000_000;

/** The key of a unit: the program, its options, where the unit stands and what it holds. */
export function unitKey(fingerprint: string, unit: InputUnit): string {
  return createHash("sha256")
    .update(`${fingerprint}\n${placeOf(unit)}\n${unit.offset}\n${unit.ending}\n${unit.stem}\n${unit.charset}\n${unit.url}\n${JSON.stringify(unit.fields)}\n`)
    .update(unit.bytes)
    .digest("hex")
    .slice(0, 32);
}

interface Entry {
  readonly handle: FileHandle;
  readonly offset: number;
  readonly length: number;
}

/** Opens the journal in a folder that exists. */
export async function openJournal(folder: string, { resume, fresh }: JournalOptions): Promise<Journal> {
  const path = (name: string): string => join(folder, name);
  const size = async (name: string): Promise<number> => (await stat(path(name)).catch(() => null))?.size ?? -1;
  if (resume) {
    // Killed twice: of the two journals the longer one holds more; the shorter one repeats its beginning.
    if ((await size(JOURNAL.running)) >= (await size(JOURNAL.before))) await rename(path(JOURNAL.running), path(JOURNAL.before)).catch(() => undefined);
  } else {
    await rm(path(JOURNAL.before), { force: true });
  }
  const entries = new Map<string, Entry>();
  const handles: FileHandle[] = [];
  for (const name of fresh ? [] : resume ? [JOURNAL.whole, JOURNAL.before] : [JOURNAL.whole]) {
    if ((await size(name)) < 0) continue;
    const handle = await open(path(name), "r");
    handles.push(handle);
    for await (const { bytes, offset } of splitLines(readBytes(path(name), () => undefined), LINE_BYTES)) {
      // A torn last line, cut by a kill, does not end with its bracket.
      if (bytes === null || bytes.length < 50 || bytes[bytes.length - 1] !== 0x7d) continue;
      const key = /^\{"key":"([0-9a-f]{32})","result":/.exec(Buffer.from(bytes.subarray(0, 60)).toString("latin1"))?.[1];
      if (key) entries.set(key, { handle, offset: offset + PREFIX, length: bytes.length - PREFIX - 1 });
    }
  }
  const out = await open(path(JOURNAL.running), "w");
  const file = bufferWrites((bytes) => out.appendFile(bytes));
  let flushed = Date.now();
  let recalled = 0;
  return {
    recall: async (key) => {
      const entry = entries.get(key);
      if (!entry) return null;
      const bytes = Buffer.alloc(entry.length);
      await entry.handle.read(bytes, 0, entry.length, entry.offset);
      const json = bytes.toString("utf8");
      try {
        JSON.parse(json);
      } catch {
        return null;
      }
      recalled++;
      return json;
    },
    append: async (key, json) => {
      await file.append(`{"key":"${key}","result":`);
      await file.append(json);
      await file.append("}\n");
      if (Date.now() - flushed <= 200) return;
      flushed = Date.now();
      await file.flush();
    },
    sync: async () => {
      await file.flush();
      await out.datasync();
    },
    close: async (whole) => {
      try {
        await file.flush();
        await out.datasync();
      } finally {
        await out.close();
        for (const handle of handles) await handle.close();
      }
      if (!whole) return;
      await rename(path(JOURNAL.running), path(JOURNAL.whole));
      await rm(path(JOURNAL.before), { force: true });
    },
    recalled: () => recalled,
  };
}
