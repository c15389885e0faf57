import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { DamageError, SizeError, type Bytes } from "./byte-streams.js";

/** Most bytes that one compressed file may expand to, and how many times its size once it is large. */
const EXPANSION = { bytes: 200_000_000_000, ratio: 200, free: 100_000_000 } as const;

/** Small pieces, so that none expands to more than 16 MB before it is counted. */
const PIECE = 16_384;

/** A member that is being expanded. */
interface Member {
  readonly inflate: InflateRaw;
  /** What it has given so far and nobody has taken. */
  readonly ready: Uint8Array[];
  readonly failure: () => Error | null;
  checksum: number;
  length: number;
}

/**
 * Expands gzip (RFC 1952), several members after each other included, and gives what expands before a damaged or cut end.
 * Throws SizeError at the limits, and DamageError with the byte where data is damaged or ends too soon. What follows the last
 * whole member and is no other one is left out, as gzip(1) does.
 *
 * @param onRubbish told of that once; zeros, with which tapes are filled up, are not told.
 */
export async function* gunzip(source: Bytes, onRubbish: () => void = () => undefined): AsyncGenerator<Uint8Array> {
  let [taken, given, members] = [0, 0, 0];
  let waiting: Uint8Array = new Uint8Array(0);
  let member: Member | null = null;
  let inTrailer = false;
  const damage = (what: string): DamageError => new DamageError(`damaged or cut short at byte ${taken} of the compressed data: ${what}`);
  function* take(from: Member): Generator<Uint8Array> {
    for (const chunk of from.ready.splice(0)) {
      given += chunk.length;
      if (given > EXPANSION.bytes || (given > EXPANSION.free && given > taken * EXPANSION.ratio))
        throw new SizeError(`expands to more than ${EXPANSION.ratio} times its size (${Math.round(given / 1e6)} MB so far)`);
      from.checksum = crc32(chunk, from.checksum);
      from.length += chunk.length;
      yield chunk;
    }
    const error = from.failure();
    if (error) throw damage(error.message);
  }
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        taken += piece.length;
        waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
        while (waiting.length > 0) {
          if (member === null) {
            const header = headerLength(waiting);
            if (header === null) break;
            if (header < 0 && members === 0) throw damage("incorrect header check");
            if (header < 0) {
              if (waiting.some((byte) => byte !== 0)) onRubbish();
              return;
            }
            member = openMember();
            waiting = waiting.subarray(header);
          } else if (!inTrailer) {
            const used = await push(member.inflate, waiting);
            yield* take(member);
            inTrailer = used < waiting.length;
            waiting = waiting.subarray(used);
          } else {
            if (waiting.length < 8) break;
            const view = new DataView(waiting.buffer, waiting.byteOffset, 8);
            if (view.getUint32(0, true) !== member.checksum) throw damage("incorrect data check");
            if (view.getUint32(4, true) !== member.length % 2 ** 32) throw damage("incorrect length check");
            member = null;
            members++;
            inTrailer = false;
            waiting = waiting.subarray(8);
          }
        }
      }
    }
    if (member !== null || members === 0) throw damage("unexpected end of file");
    if (waiting.some((byte) => byte !== 0)) onRubbish();
  } finally {
    member?.inflate.destroy();
  }
}

function openMember(): Member {
  const inflate = createInflateRaw({ chunkSize: 262_144 });
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  inflate.on("data", (chunk: Uint8Array) => ready.push(chunk)).on("error", (error) => (failed ??= error));
  return { inflate, ready, failure: () => failed, checksum: 0, length: 0 };
}

/** Expands a piece. Gives how many of its bytes the member took: fewer than all where it ends. */
async function push(inflate: InflateRaw, piece: Uint8Array): Promise<number> {
  const before = inflate.bytesWritten;
  await new Promise<void>((resolve) => {
    const done = (): void => resolve();
    inflate.once("error", done);
    inflate.write(piece, () => {
      inflate.off("error", done);
      resolve();
    });
  });
  return inflate.bytesWritten - before;
}

/** Flags of a header that say what it has besides its ten bytes. */
const FLAGS = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;
/** Longest header that is waited for. */
const HEADER_BYTES = 100_000;

/** Bytes of the header that `bytes` begin with; null where more are needed to tell, -1 where they are none. */
function headerLength(bytes: Uint8Array): number | null {
  for (const [index, byte] of [0x1f, 0x8b, 8].entries()) {
    if (index >= bytes.length) return null;
    if (bytes[index] !== byte) return -1;
  }
  const flags = bytes[3] ?? 0;
  if (flags > 31) return -1;
  let length: number = 10;
  if (flags & FLAGS.extra) length += 2 + (bytes[10] ?? 0) + 256 * (bytes[11] ?? 0);
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, length);
    if (end < 0) return bytes.length > HEADER_BYTES ? -1 : null;
    length = end + 1;
  }
  if (flags & FLAGS.checksum) length += 2;
  return length <= bytes.length ? length : null;
}
