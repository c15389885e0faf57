import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import type { DeflateText } from "../formats/tables/workbook.js";

/** Characters that are gathered before they are handed to a thread. */
const GATHERED = 65_536;

/** Deflates text beside the main thread and keeps the result in memory. */
export function openDeflateText(): DeflateText {
  const stream = createDeflateRaw();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  stream.on("data", (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  let waiting: string[] = [];
  let length = 0;
  let size = 0;
  let crc = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(waiting.join(""));
    waiting = [];
    length = 0;
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!stream.write(bytes)) await once(stream, "drain");
  };
  return {
    write: async (text) => {
      waiting.push(text);
      length += text.length;
      if (length >= GATHERED) await flush();
    },
    end: async () => {
      await flush();
      stream.end();
      await once(stream, "end");
      return { chunks, size, crc };
    },
  };
}
