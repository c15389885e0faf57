import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { commitFiles } from "./commit-files.js";
import { DISK, type Disk } from "./disk.js";
import { makeFolders } from "./make-folders.js";

/** Writes one file whole or not at all; what was there before stays until then. Links are replaced, not followed. */
export async function writeWhole(path: string, content: string, disk: Disk = DISK): Promise<void> {
  const folder = dirname(path);
  await makeFolders(disk, folder);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.partial`);
  try {
    await writeTemporary(disk, temporary, content);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Writes files into a folder, all or none. */
export async function writeAll(
  folder: string,
  files: readonly { readonly path: string; readonly content: string }[],
  disk: Disk = DISK,
): Promise<void> {
  await makeFolders(disk, folder);
  const replacements = files.map(({ path }) => ({ temporary: `.${path}.partial`, name: path }));
  try {
    for (const { path, content } of files) await writeTemporary(disk, join(folder, `.${path}.partial`), content);
    await commitFiles(disk, folder, { replacements, obsolete: [] });
  } catch (error) {
    for (const { temporary } of replacements) await disk.remove(join(folder, temporary)).catch(() => undefined);
    throw error;
  }
}

async function writeTemporary(disk: Disk, path: string, content: string): Promise<void> {
  await disk.remove(path);
  const file = await disk.create(path);
  try {
    await file.write(Buffer.from(content));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** True where two paths lead to one file or folder that is there. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => null)));
  return a !== null && a === b;
}
