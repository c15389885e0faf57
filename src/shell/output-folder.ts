import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";

/** Files that are written side by side under temporary names and appear together, whole, or not at all. */
export interface OutputFolder {
  /** Appends to a file of the folder, which is created on first use. */
  readonly append: (name: string, content: string) => Promise<void>;
  /** Closes all files and gives them their names. */
  readonly commit: () => Promise<void>;
  /** Closes and removes what was written. */
  readonly abandon: () => Promise<void>;
}

/** Opens a folder for writing, creating it where needed. Throws where it cannot be written to. */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  await mkdir(folder, { recursive: true });
  const open_ = new Map<string, { readonly handle: FileHandle; readonly temporary: string }>();
  const closeAll = async (): Promise<void> => {
    for (const { handle } of open_.values()) await handle.close();
  };
  return {
    append: async (name, content) => {
      let file = open_.get(name);
      if (!file) {
        const temporary = join(folder, `.${name}.${process.pid}.partial`);
        file = { handle: await open(temporary, "w"), temporary };
        open_.set(name, file);
      }
      await file.handle.appendFile(content);
    },
    commit: async () => {
      for (const { handle } of open_.values()) await handle.sync();
      await closeAll();
      for (const [name, { temporary }] of open_) await rename(temporary, join(folder, name));
    },
    abandon: async () => {
      await closeAll().catch(() => undefined);
      for (const { temporary } of open_.values()) await rm(temporary, { force: true });
    },
  };
}
