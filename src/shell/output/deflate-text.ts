import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import type { DeflateText } from "../../formats/tables/workbook.js";
import { bufferWrites } from "./buffer-writes.js";

/** Deflates text beside the main thread and keeps the result in memory. */
export function openDeflateText(): DeflateText {
  const stream = createDeflateRaw();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  stream.on("data", (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
  let size = 0;
  let crc = 0;
  const { append, flush } = bufferWrites((bytes) => {
    size += bytes.length;
    crc = crc32(bytes, crc);
    return new Promise<void>((resolve, reject) => void stream.write(bytes, (error) => (error ? reject(error) : resolve())));
  });
  return {
    write: append,
    end: async () => {
      await flush();
      stream.end();
      await once(stream, "end");
      return { chunks, size, crc };
    },
  };
}
