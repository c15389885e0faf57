import { realpath } from "node:fs/promises";
import { dirname } from "node:path";

/** The first of some files that lies in a folder itself, links and spellings resolved; null where none does, or the folder is not there. */
export async function findInFolder(files: readonly string[], folder: string): Promise<string | null> {
  const target = await realpath(folder).catch(() => null);
  if (target === null) return null;
  const known = new Map<string, boolean>();
  for (const file of files) {
    const parent = dirname(file);
    let inside = known.get(parent);
    if (inside === undefined) {
      inside = (await realpath(parent).catch(() => null)) === target;
      known.set(parent, inside);
    }
    if (inside || (await leadsInto(file, target))) return file;
  }
  return null;
}

/** A link outside whose file lies in the folder. */
async function leadsInto(file: string, folder: string): Promise<boolean> {
  const real = await realpath(file).catch(() => null);
  return real !== null && dirname(real) === folder;
}
