import type { Disk } from "../output/disk.js";

/** Texts on the disk, in the order in which they came: eight bytes of memory each. */
export interface Spool {
  readonly append: (text: string | Uint8Array) => void;
  /** The text of a number, from 0. */
  readonly at: (index: number) => string;
  /** The same as UTF-8. */
  readonly bytesAt: (index: number) => Buffer;
  readonly size: () => number;
  /** Removes it. May be called again. */
  readonly close: () => void;
}

/** Bytes that wait to be written. */
const ROOM = 1_048_576;

/** Opens a spool in a folder that exists. A name that ends in `.partial` has the next run remove what a killed one left. */
export function openSpool(disk: Disk, path: string): Spool {
  const file = disk.openScratch(path);
  const waiting = Buffer.allocUnsafeSlow(ROOM);
  let [used, written, count] = [0, 0, 0];
  let ends = new Float64Array(256);
  let open = true;
  const flush = (): void => {
    file.append(waiting.subarray(0, used));
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
    file.append(bytes);
    written += bytes.length;
  };
  const bytesAt = (index: number): Buffer => {
    const start = index === 0 ? 0 : (ends[index - 1] as number);
    const end = ends[index] as number;
    if (end > written) flush();
    const bytes = Buffer.alloc(end - start);
    file.read(bytes, start);
    return bytes;
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
    at: (index) => bytesAt(index).toString("utf8"),
    bytesAt,
    size: () => count,
    close: () => {
      if (!open) return;
      open = false;
      file.remove();
    },
  };
}
