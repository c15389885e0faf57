/** Somewhere that is written to in large pieces. Calls must wait for one another. */
export interface BufferedWriter {
  /** Takes a copy: what is given may be used for something else afterwards. Strings are written as UTF-8. */
  readonly append: (content: string | Uint8Array) => Promise<void>;
  /** Hands on what is waiting. */
  readonly flush: () => Promise<void>;
}

/** Bytes that wait for one another. */
const ROOM = 262_144;

/**
 * Gathers small writes. One buffer serves as long as the writer lives, so that nothing is left to collect.
 *
 * @param write hands bytes on; they are no longer needed once it resolves.
 */
export function bufferWrites(write: (bytes: Uint8Array) => Promise<unknown>): BufferedWriter {
  const buffer = Buffer.allocUnsafeSlow(ROOM);
  let used = 0;
  const flush = async (): Promise<void> => {
    if (used > 0) await write(buffer.subarray(0, used));
    used = 0;
  };
  return {
    flush,
    append: async (content) => {
      const length = typeof content === "string" ? Buffer.byteLength(content) : content.length;
      if (used + length > ROOM) await flush();
      if (length > ROOM) {
        await write(typeof content === "string" ? Buffer.from(content) : content);
        return;
      }
      if (typeof content === "string") buffer.write(content, used);
      else buffer.set(content, used);
      used += length;
    },
  };
}
