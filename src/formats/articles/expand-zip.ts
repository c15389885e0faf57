import type { UnzipFile } from "fflate";

/** How far compressed data may expand before it is refused. */
export interface ExpansionLimits {
  /** Most bytes that one member may have when expanded. */
  readonly memberBytes: number;
  /** Most bytes that the whole archive may have when expanded. */
  readonly totalBytes: number;
  /** Most members, folders included. */
  readonly members: number;
}

/** An archive that expands too far, or is none. */
export class ExpansionError extends Error {
  override readonly name = "ExpansionError";
}

/**
 * Expands the members of a zip whose names `wanted` accepts, counting while it expands and not trusting the sizes
 * that the archive states. Throws {@link ExpansionError} as soon as a limit is passed or the data is damaged.
 */
export async function expandZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ExpansionLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { Unzip, UnzipInflate } = await import("fflate");
  const members = new Map<string, Uint8Array>();
  let total = 0;
  let count = 0;
  let failure: Error | null = null;
  const unzip = new Unzip((file: UnzipFile) => {
    if (++count > limits.members) throw new ExpansionError(`more than ${limits.members} members`);
    if (!wanted(file.name) || file.name.endsWith("/")) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error) {
        failure ??= new ExpansionError(`${file.name}: ${error.message}`);
        return;
      }
      size += chunk.length;
      total += chunk.length;
      if (size > limits.memberBytes) throw new ExpansionError(`${file.name} expands to more than ${limits.memberBytes} bytes`);
      if (total > limits.totalBytes) throw new ExpansionError(`it expands to more than ${limits.totalBytes} bytes`);
      chunks.push(chunk);
      if (final) members.set(file.name, joinChunks(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // Small pieces, so that one of them cannot expand to more than 16 MB before it is counted.
  for (let at = 0; at < bytes.length; at += 16_384) {
    unzip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
    if (failure) throw failure as Error;
  }
  return members;
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
