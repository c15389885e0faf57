import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

export type Bytes = AsyncIterable<Uint8Array>;

/** Data that is larger than it may be, or expands further than it may. */
export class SizeError extends Error {
  override readonly name = "SizeError";
}

/** Most bytes of one article, file or record: a hundred novels. Larger ones are refused, not cut. */
export const UNIT_BYTES = 20_000_000;
/** Most bytes that one compressed file may expand to, and how many times its size once it is large. */
const EXPANSION = { bytes: 200_000_000_000, ratio: 200, free: 100_000_000 } as const;

/** A file's bytes in pieces of 256 KB; `count` is told how many of them were read from the disk. */
export async function* readBytes(path: string, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    count((chunk as Uint8Array).length);
    yield chunk as Uint8Array;
  }
}

/** Expands gzip, several members after each other included. Throws SizeError at the limits, and where data is damaged. */
export async function* gunzip(source: Bytes): AsyncGenerator<Uint8Array> {
  const { Readable } = await import("node:stream");
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      taken += chunk.length;
      yield chunk;
    }
  }
  const input = Readable.from(counted());
  const expanded = createGunzip({ chunkSize: 262_144 });
  input.on("error", (error) => expanded.destroy(error));
  input.pipe(expanded);
  try {
    for await (const chunk of expanded) {
      given += (chunk as Uint8Array).length;
      if (given > EXPANSION.bytes || (given > EXPANSION.free && given > taken * EXPANSION.ratio)) {
        throw new SizeError(`expands to more than ${EXPANSION.ratio} times its size (${Math.round(given / 1e6)} MB so far)`);
      }
      yield chunk as Uint8Array;
    }
  } finally {
    input.destroy();
    expanded.destroy();
  }
}

/** All bytes of a stream. Throws SizeError beyond the limit. */
export async function collect(source: Bytes, limit: number = UNIT_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw new SizeError(`is larger than ${Math.round(limit / 1e6)} MB`);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

/** A line of bytes without its end. */
export interface ByteLine {
  /** Null where the line is longer than the limit: its bytes were passed over. */
  readonly bytes: Uint8Array | null;
  /** 1-based. */
  readonly number: number;
  /** Where it starts, in bytes of the stream. */
  readonly offset: number;
}

/** The lines of a stream, ended by LF; a CR before it stays. Lines beyond the limit are counted, not kept. */
export async function* splitLines(source: Bytes, limit: number = UNIT_BYTES): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  let offset = 0;
  const line = (): ByteLine => ({ bytes: size > limit ? null : parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts), number, offset });
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      size += at - from;
      if (size <= limit) parts.push(chunk.subarray(from, at));
      yield line();
      offset += size + 1;
      number++;
      parts = [];
      size = 0;
      from = at + 1;
    }
    size += chunk.length - from;
    if (size > limit) parts = [];
    else if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (size > 0) yield line();
}

/** A stream of UTF-16 (known by its byte order mark) as UTF-8; any other stream as it is. */
export async function* withoutUtf16(source: Bytes): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let first = true;
  for await (const chunk of source) {
    if (first) {
      first = false;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder("utf-16le");
      else if (chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder("utf-16be");
    }
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}
