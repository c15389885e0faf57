import { Unzip, UnzipInflate, type UnzipFile } from "fflate";
import { DamageError, SizeError, UNIT_BYTES, type Bytes } from "./byte-streams.js";

/** A file within an archive, expanded; `fault` instead of bytes where it could not be, `passed` where it is not wanted. */
export type ZipMember =
  | { readonly name: string; readonly passed: true }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly fault: string };

/** Most members of an archive, most bytes of a member that holds many articles, and how far all may expand. */
const LIMITS = { members: 2_000_000, collectionBytes: 100_000_000, ratio: 200, free: 100_000_000 } as const;

/**
 * Expands the members of a zip as they come, in pieces, so that an archive of any size takes little memory. Sizes are
 * counted, not believed. Throws SizeError where the whole expands too far, and DamageError, after what came before, where the
 * archive is damaged or cut short.
 */
export async function* splitZip(
  source: Bytes,
  wanted: (name: string) => boolean,
  isCollection: (name: string) => boolean,
): AsyncGenerator<ZipMember> {
  const ready: ZipMember[] = [];
  let taken = 0;
  let given = 0;
  let members = 0;
  let open = 0;
  let stopped: Error | null = null;
  /** The member that came last, for what is said of a cut archive. */
  let last = "";
  let tail: Buffer = Buffer.alloc(0);
  let damage: DamageError | null = null;
  const unzip = new Unzip((file: UnzipFile) => {
    members++;
    last = file.name;
    if (file.name.endsWith("/")) return;
    if (!wanted(file.name)) {
      ready.push({ name: file.name, passed: true });
      return;
    }
    const limit = isCollection(file.name) ? LIMITS.collectionBytes : UNIT_BYTES;
    const chunks: Uint8Array[] = [];
    let size = 0;
    let failed = false;
    open++;
    file.ondata = (error, chunk, final) => {
      if (failed) return;
      given += chunk?.length ?? 0;
      size += chunk?.length ?? 0;
      if (given > LIMITS.free && given > taken * LIMITS.ratio)
        stopped ??= new SizeError(`expands to more than ${LIMITS.ratio} times its size`);
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
  try {
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
      tail = Buffer.concat([tail, chunk]).subarray(-DIRECTORY_BYTES);
    }
  } catch (error) {
    if (!(error instanceof DamageError)) throw error;
    damage = error;
  }
  if (damage === null) {
    try {
      unzip.push(new Uint8Array(), true);
    } catch {
      // The library's word for an end within a member; what it lacks is told below.
      open = Math.max(open, 1);
    }
  }
  yield* ready.splice(0);
  if (damage !== null) throw damage as DamageError;
  if (members === 0 && taken !== EMPTY_ZIP) throw new DamageError("no zip archive, or one without its beginning");
  if (open > 0) throw new DamageError(`cut short within the member ${last}, at byte ${taken}`);
  if (!tail.includes("PK\u0005\u0006"))
    throw new DamageError(`cut short after the member ${last}, at byte ${taken}: what lay behind it is lost`);
}

/** Bytes of a zip without members. */
const EMPTY_ZIP = 22;

/** Within so many bytes of the end of a zip stands its directory's end record, a comment of any length behind it. */
const DIRECTORY_BYTES = 65_558;
