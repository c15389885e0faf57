import { createHash } from "node:crypto";
import { open, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { bufferWrites } from "../output/buffer-writes.js";
import type { Replacement } from "../output/commit-files.js";
import { DISK, type Disk } from "../output/disk.js";
import { readBytes, splitLines } from "../input/byte-streams.js";
import { placeOf, type InputUnit } from "../input/input-unit.js";

/**
 * The journal of a run: what became of every unit of the input, a line each, in order, appended as the run goes. It is
 * what a killed run is resumed from, and what spares the next run the units that did not change.
 */
export interface Journal {
  /** What is known of a unit from before, as JSON of its UnitResult; null where it must be done. */
  readonly recall: (key: string) => Promise<string | null>;
  /** As {@link recall}, of a part of a long article of the unit. */
  readonly recallPart: (key: string, part: number) => Promise<string | null>;
  readonly append: (key: string, json: string | Uint8Array) => Promise<void>;
  /** To be called for every part before `append` is for the unit. */
  readonly appendPart: (key: string, part: number, json: string) => Promise<void>;
  /** Makes what was appended safe against a power cut. */
  readonly sync: () => Promise<void>;
  /**
   * Ends the journal. Of a whole run it gives the name that the journal is to have with the tables; that of any other
   * stays where it is, to be resumed. May be called again.
   */
  readonly close: (whole: boolean) => Promise<readonly Replacement[]>;
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

/** Bytes of a line before its result: `{"key":"…","crc":"…","result":`. */
const PREFIX = 68;
const LINE_START = /^\{"key":"([0-9a-f]{32})","crc":"([0-9a-f]{8})","result":/;
/** Longest line of a journal: a unit's result holds its text twice over and every mention. */
const LINE_BYTES = 2_000_000_000;

/** The key of a unit: the program, its options, where the unit stands and what it holds. */
export function unitKey(fingerprint: string, unit: InputUnit): string {
  return createHash("sha256")
    .update(
      `${fingerprint}\n${placeOf(unit)}\n${unit.offset}\n${unit.ending}\n${unit.stem}\n${unit.charset}\n` +
        `${unit.url}\n${JSON.stringify(unit.fields)}\n${unit.published ?? ""}\n`,
    )
    .update(unit.bytes)
    .digest("hex")
    .slice(0, 32);
}

/** The key of a part of a long article. */
const partKey = (key: string, part: number): string => createHash("sha256").update(`${key}\n${part}`).digest("hex").slice(0, 32);

interface Entry {
  readonly handle: FileHandle;
  readonly offset: number;
  readonly length: number;
  /** CRC-32 of the result: a line that was damaged or changed since is done again. */
  readonly checksum: string;
}

const checksumOf = (json: string | Uint8Array): string => crc32(json).toString(16).padStart(8, "0");

/** Opens the journal in a folder that exists and that no other run writes to. */
export async function openJournal(folder: string, { resume, fresh }: JournalOptions, disk: Disk = DISK): Promise<Journal> {
  const path = (name: string): string => join(folder, name);
  const size = async (name: string): Promise<number> => (await stat(path(name)).catch(() => null))?.size ?? -1;
  if (resume) {
    // Killed twice: of the two journals the longer one holds more; the shorter one repeats its beginning.
    if ((await size(JOURNAL.running)) >= (await size(JOURNAL.before)) && (await size(JOURNAL.running)) >= 0)
      await disk.rename(path(JOURNAL.running), path(JOURNAL.before));
  } else {
    await disk.remove(path(JOURNAL.before));
  }
  const entries = new Map<string, Entry>();
  const handles: FileHandle[] = [];
  for (const name of fresh ? [] : resume ? [JOURNAL.whole, JOURNAL.before] : [JOURNAL.whole]) {
    if ((await size(name)) < 0) continue;
    const handle = await open(path(name), "r");
    handles.push(handle);
    for await (const { bytes, offset } of splitLines(
      readBytes(path(name), () => undefined),
      LINE_BYTES,
    )) {
      // A torn last line, cut by a kill, does not end with its bracket.
      if (bytes === null || bytes.length < PREFIX || bytes[bytes.length - 1] !== 0x7d) continue;
      const [, key, checksum] = LINE_START.exec(Buffer.from(bytes.subarray(0, PREFIX)).toString("latin1")) ?? [];
      if (key && checksum) entries.set(key, { handle, offset: offset + PREFIX, length: bytes.length - PREFIX - 1, checksum });
    }
  }
  // Created anew: whoever can write into the folder may have put a link to another file there.
  await disk.remove(path(JOURNAL.running));
  const out = await disk.create(path(JOURNAL.running));
  const file = bufferWrites((bytes) => out.write(bytes));
  let closed = false;
  let flushed = Date.now();
  let recalled = 0;
  const read = async (key: string): Promise<string | null> => {
    const entry = entries.get(key);
    if (!entry) return null;
    const bytes = Buffer.alloc(entry.length);
    const { bytesRead } = await entry.handle.read(bytes, 0, entry.length, entry.offset);
    return bytesRead < entry.length || checksumOf(bytes) !== entry.checksum ? null : bytes.toString("utf8");
  };
  const append = async (key: string, json: string | Uint8Array): Promise<void> => {
    await file.append(`{"key":"${key}","crc":"${checksumOf(json)}","result":`);
    await file.append(json);
    await file.append("}\n");
    if (Date.now() - flushed <= 200) return;
    flushed = Date.now();
    await file.flush();
  };
  return {
    recall: async (key) => {
      const known = await read(key);
      if (known !== null) recalled++;
      return known;
    },
    recallPart: (key, part) => read(partKey(key, part)),
    append,
    appendPart: (key, part, json) => append(partKey(key, part), json),
    sync: async () => {
      await file.flush();
      await out.sync();
    },
    close: async (whole) => {
      if (!closed) {
        closed = true;
        try {
          await file.flush();
          await out.sync();
        } finally {
          await out.close();
          for (const handle of handles) await handle.close();
        }
      }
      return whole ? [{ temporary: JOURNAL.running, name: JOURNAL.whole }] : [];
    },
    recalled: () => recalled,
  };
}
