import { join } from "node:path";
import { bufferWrites, type BufferedWriter } from "./buffer-writes.js";
import { commitFiles, HalfCommittedError, recoverFolder, type Replacement } from "./commit-files.js";
import { DISK, type Disk, type DiskFile } from "./disk.js";
import { lockFolder } from "./lock-folder.js";
import { makeFolders } from "./make-folders.js";

/** Files that are written side by side under temporary names and appear together, whole, or not at all. */
export interface OutputFolder {
  readonly path: string;
  readonly disk: Disk;
  /** Appends a copy to a file of the folder, which is created on first use. */
  readonly append: (name: string, content: string | Uint8Array) => Promise<void>;
  /** Names of the files that were written to, in order of first use. */
  readonly names: () => readonly string[];
  /**
   * Closes all files and gives them their names, and `more` theirs; removes `obsolete` files of an earlier run that this one
   * did not write.
   */
  readonly commit: (obsolete: readonly string[], more?: readonly Replacement[]) => Promise<void>;
  /** Closes and removes what was written. */
  readonly abandon: () => Promise<void>;
  /** Lets other runs write into the folder. To be called last, whatever happened. */
  readonly release: () => Promise<void>;
}

interface OpenFile extends BufferedWriter {
  readonly file: DiskFile;
  readonly temporary: string;
}

/**
 * Takes a folder for this run alone, creating it where needed, and clears away what a killed run left. Throws
 * FolderInUseError where another run has it, and the system's error where it cannot be written to.
 */
export async function openOutputFolder(folder: string, disk: Disk = DISK): Promise<OutputFolder> {
  await makeFolders(disk, folder);
  const release = await lockFolder(disk, folder);
  const files = new Map<string, OpenFile>();
  let halfCommitted = false;
  try {
    await recoverFolder(disk, folder);
    for (const name of await disk.list(folder)) if (/^\.[\w.-]+\.partial$/.test(name)) await disk.remove(join(folder, name));
  } catch (error) {
    await release();
    throw error;
  }
  const open = async (name: string): Promise<OpenFile> => {
    const temporary = `.${name}.partial`;
    await disk.remove(join(folder, temporary));
    const file = await disk.create(join(folder, temporary));
    return { file, temporary, ...bufferWrites((bytes) => file.write(bytes)) };
  };
  return {
    path: folder,
    disk,
    append: async (name, content) => {
      let file = files.get(name);
      if (!file) {
        file = await open(name);
        files.set(name, file);
      }
      await file.append(content);
    },
    names: () => [...files.keys()],
    commit: async (obsolete, more = []) => {
      for (const { flush, file } of files.values()) {
        await flush();
        await file.sync();
      }
      for (const { file } of files.values()) await file.close();
      const replacements = [...[...files].map(([name, { temporary }]) => ({ temporary, name })), ...more];
      await commitFiles(disk, folder, { replacements, obsolete: obsolete.filter((name) => !files.has(name)) }).catch((error: unknown) => {
        halfCommitted = error instanceof HalfCommittedError;
        throw error;
      });
    },
    abandon: async () => {
      // What has no name yet is what the next run puts the folder right with.
      if (halfCommitted) return;
      for (const { file, temporary } of files.values()) {
        await file.close().catch(() => undefined);
        await disk.remove(join(folder, temporary)).catch(() => undefined);
      }
    },
    release,
  };
}
