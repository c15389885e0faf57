import { mkdir, open, readdir, rename, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { bufferWrites, type BufferedWriter } from "./buffer-writes.js";

/** Files that are written side by side under temporary names and appear together, whole, or not at all. */
export interface OutputFolder {
  readonly path: string;
  /** Appends a copy to a file of the folder, which is created on first use. */
  readonly append: (name: string, content: string | Uint8Array) => Promise<void>;
  /** Closes all files and gives them their names; removes `obsolete` files of an earlier run that this one did not write. */
  readonly commit: (obsolete: readonly string[]) => Promise<void>;
  /** Closes and removes what was written. */
  readonly abandon: () => Promise<void>;
}

interface OpenFile extends BufferedWriter {
  readonly handle: FileHandle;
  readonly temporary: string;
}

/** Opens a folder for writing, creating it where needed. Throws where it cannot be written to. */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  await mkdir(folder, { recursive: true });
  // What a killed run left behind.
  for (const name of await readdir(folder)) if (/^\.[\w.-]+\.partial$/.test(name)) await rm(join(folder, name), { force: true });
  const files = new Map<string, OpenFile>();
  const closeAll = async (): Promise<void> => {
    for (const { handle } of files.values()) await handle.close();
  };
  return {
    path: folder,
    append: async (name, content) => {
      let file = files.get(name);
      if (!file) {
        const temporary = join(folder, `.${name}.partial`);
        const handle = await open(temporary, "w");
        file = { handle, temporary, ...bufferWrites((bytes) => handle.appendFile(bytes)) };
        files.set(name, file);
      }
      await file.append(content);
    },
    commit: async (obsolete) => {
      for (const file of files.values()) {
        await file.flush();
        await file.handle.datasync();
      }
      await closeAll();
      for (const [name, { temporary }] of files) await rename(temporary, join(folder, name));
      for (const name of obsolete) if (!files.has(name)) await rm(join(folder, name), { force: true });
    },
    abandon: async () => {
      await closeAll().catch(() => undefined);
      for (const { temporary } of files.values()) await rm(temporary, { force: true }).catch(() => undefined);
    },
  };
}
