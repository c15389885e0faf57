import { Unzip, UnzipInflate, type UnzipFile } from "fflate";
import { SizeError, UNIT_BYTES, type Bytes } from "./byte-streams.js";

/** A file within an archive, expanded; `fault` instead of bytes where it could not be. */
export type ZipMember =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly fault: string };

/** Most members of an archive, most bytes of a member that holds many articles, and how far all may expand. */
const LIMITS = { members: 2_000_000, collectionBytes: 100_000_000, ratio: 200, free: 100_000_000 } as const;

/**
 * Expands the members of a zip as they come, in pieces, so that an archive of any size takes little memory. Sizes are
 * counted, not believed. Throws SizeError where the whole expands too far, and an Error where the archive is damaged.
 */
export async function* splitZip(source: Bytes, wanted: (name: string) => boolean, isCollection: (name: string) => boolean): AsyncGenerator<ZipMember> {
  const ready: ZipMember[] = [];
  let taken = 0;
  let given = 0;
  let members = 0;
  let open = 0;
  let stopped: Error | null = null;
  const unzip = new Unzip((file: UnzipFile) => {
    members++;
    if (file.name.endsWith("/") || !wanted(file.name)) return;
    const limit = isCollection(file.name) ? LIMITS.collectionBytes : UNIT_BYTES;
    const chunks: Uint8Array[] = [];
    let size = 0;
    let failed = false;
    open++;
    file.ondata = (error, chunk, final) => {
      if (failed) return;
      given += chunk?.length ?? 0;
      size += chunk?.length ?? 0;
      if (given > LIMITS.free && given > taken * LIMITS.ratio) stopped ??= new SizeError(`expands to more than ${LIMITS.ratio} times its size`);
      if (error || size > limit) {
        failed = true;
        open--;
        chunks.length = 0;
        ready.push({ name: file.name, fault: error ? `is damaged: ${error.message}` : `is larger than ${limit / 1e6} MB` });
        if (!error) file.terminate();
        return;
      }
      chunks.push(chunk);
      if (final) {
        open--;
        ready.push({ name: file.name, bytes: Buffer.concat(chunks) });
      }
    };
    try {
      file.start();
    } catch (error) {
      failed = true;
      open--;
      ready.push({ name: file.name, fault: `cannot be expanded: ${(error as Error).message}` });
    }
  });
  unzip.register(UnzipInflate);
  for await (const chunk of source) {
    // Small pieces, so that none expands to more than 16 MB before it is counted.
    for (let at = 0; at < chunk.length; at += 16_384) {
      const piece = chunk.subarray(at, at + 16_384);
      taken += piece.length;
      unzip.push(piece, false);
      if (stopped) throw stopped as Error;
      if (members > LIMITS.members) throw new SizeError(`has more than ${LIMITS.members} members`);
      yield* ready.splice(0);
    }
  }
  unzip.push(new Uint8Array(), true);
  yield* ready.splice(0);
  if (members === 0) throw new Error("it is no zip archive, or an empty one");
  if (open > 0) throw new Error("it ends within a member");
}
