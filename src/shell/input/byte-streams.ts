import { createReadStream } from "node:fs";

export type Bytes = AsyncIterable<Uint8Array>;

/** Data that is larger than it may be, or expands further than it may. */
export class SizeError extends Error {
  override readonly name = "SizeError";
}

/** Most bytes of one article, file or record: a hundred novels. Larger ones are refused, not cut. */
export const UNIT_BYTES = 20_000_000;
/** A file's bytes in pieces of 256 KB; `count` is told how many of them were read from the disk. */
export async function* readBytes(path: string | Buffer, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 })) {
    count((chunk as Uint8Array).length);
    yield chunk as Uint8Array;
  }
}

/** Compressed data that is damaged or cut short. What expanded before was given. */
export class DamageError extends Error {
  override readonly name = "DamageError";
}

/** The first bytes of a stream, `length` of them or all, and the whole stream again. */
export async function peek(source: Bytes, length: number): Promise<{ readonly head: Uint8Array; readonly bytes: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let failure: unknown = null;
  try {
    while (size < length) {
      const next = await iterator.next();
      if (next.done) break;
      chunks.push(next.value);
      size += next.value.length;
    }
  } catch (error) {
    // Told when the reader comes to it: what stands before is read.
    failure = error;
  }
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield* chunks;
      if (failure !== null) throw failure;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.(undefined);
    }
  }
  return { head: chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks), bytes: bytes() };
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

/** All bytes that come before a stream ends or fails, and the failure, if it is one of damaged data. */
export async function collectBeforeDamage(
  source: Bytes,
  limit: number = UNIT_BYTES,
): Promise<{ readonly bytes: Uint8Array; readonly damage: DamageError | null }> {
  let damage: DamageError | null = null;
  async function* sound(): AsyncGenerator<Uint8Array> {
    try {
      yield* source;
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      damage = error;
    }
  }
  const bytes = await collect(sound(), limit);
  return { bytes, damage };
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
  const line = (): ByteLine => ({
    bytes: size > limit ? null : parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts),
    number,
    offset,
  });
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

/** A stream of UTF-16 or UTF-32 (known by its byte order mark) as UTF-8; any other stream as it is. */
export async function* asUtf8(source: Bytes): AsyncGenerator<Uint8Array> {
  const { head, bytes } = await peek(source, 4);
  const encoding = wideEncoding(head);
  if (encoding === null) {
    yield* bytes;
    return;
  }
  const { default: iconv } = await import("iconv-lite");
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)));
  yield Buffer.from(decoder.end() ?? "");
}

function wideEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32le" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? "utf-32be" : null;
}
