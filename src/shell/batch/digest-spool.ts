import { openSync, readSync, rmSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";

/** Texts on the disk, in the order in which they came: eight bytes of memory each. */
export interface Spool {
  readonly append: (text: string | Uint8Array) => void;
  /** The text of a number, from 0. */
  readonly at: (index: number) => string;
  /** Removes it. May be called again. */
  readonly close: () => void;
}

/** Bytes that wait to be written. */
const ROOM = 1_048_576;

/** Opens a spool in a folder that exists. The file has a temporary name, so that the next run removes what a killed one left. */
export function openSpool(folder: string): Spool {
  const path = join(folder, ".digests.partial");
  const file = openSync(path, "wx+");
  const waiting = Buffer.allocUnsafeSlow(ROOM);
  let [used, written, count] = [0, 0, 0];
  let ends = new Float64Array(4096);
  let open = true;
  const flush = (): void => {
    for (let at = 0; at < used;) at += writeSync(file, waiting, at, used - at, written + at);
    written += used;
    used = 0;
  };
  const write = (bytes: Uint8Array): void => {
    if (used + bytes.length > ROOM) flush();
    if (bytes.length <= ROOM) {
      waiting.set(bytes, used);
      used += bytes.length;
      return;
    }
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, written + at);
    written += bytes.length;
  };
  return {
    append: (text) => {
      write(typeof text === "string" ? Buffer.from(text) : text);
      if (count === ends.length) {
        const more = new Float64Array(2 * count);
        more.set(ends);
        ends = more;
      }
      ends[count++] = written + used;
    },
    at: (index) => {
      const start = index === 0 ? 0 : (ends[index - 1] as number);
      const end = ends[index] as number;
      if (end > written) flush();
      const bytes = Buffer.alloc(end - start);
      for (let at = 0; at < bytes.length;) {
        const read = readSync(file, bytes, at, bytes.length - at, start + at);
        if (read === 0) throw new Error(`${path}: ended after ${start + at} of ${end} bytes.`);
        at += read;
      }
      return bytes.toString("utf8");
    },
    close: () => {
      if (!open) return;
      open = false;
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
