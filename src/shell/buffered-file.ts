import type { FileHandle } from "node:fs/promises";

/** A file that is appended to in large pieces. Calls must wait for one another. */
export interface BufferedFile {
  /** Takes a copy: what is given may be used for something else afterwards. */
  readonly append: (content: string | Uint8Array) => Promise<void>;
  /** Hands what is waiting to the system. */
  readonly flush: () => Promise<void>;
}

/** Bytes that wait for one another. */
const ROOM = 65_536;

/** Gathers small writes; strings are written as UTF-8. One buffer serves as long as the file is open, so that nothing is left to collect. */
export function bufferWrites(handle: FileHandle): BufferedFile {
  const buffer = Buffer.allocUnsafeSlow(ROOM);
  let used = 0;
  const flush = async (): Promise<void> => {
    if (used > 0) await handle.appendFile(buffer.subarray(0, used));
    used = 0;
  };
  return {
    flush,
    append: async (content) => {
      const length = typeof content === "string" ? Buffer.byteLength(content) : content.length;
      if (used + length > ROOM) await flush();
      if (length > ROOM) {
        await handle.appendFile(content);
        return;
      }
      if (typeof content === "string") buffer.write(content, used);
      else buffer.set(content, used);
      used += length;
    },
  };
}
