import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";

/** A file that is being written. */
export interface DiskFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Makes what was written safe against a power cut. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A file that is written and read again within the run. Synchronous, as those who read it are. */
export interface ScratchFile {
  /** Writes all of it behind what was written. */
  readonly append: (bytes: Uint8Array) => void;
  /** Fills `into` from a place of the file. Throws where it ends before. */
  readonly read: (into: Uint8Array, at: number) => void;
  /** Closes and removes it. Never throws: one that the disk does not let go has a name that the next run removes. */
  readonly remove: () => void;
}

/**
 * What the outputs of a run need of a disk, and nothing else: tests put one in its place on which any of these fails.
 * Every function rejects with the system's error and its code.
 */
export interface Disk {
  /** Creates one folder; one that exists is no error. Its parent must exist. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Names in a folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Creates a file that is not there: never opens an existing one, never goes through a link. */
  readonly create: (path: string) => Promise<DiskFile>;
  /** Creates a file for this run alone, in place of one that is there; never goes through a link. */
  readonly openScratch: (path: string) => ScratchFile;
  /** A whole file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Replaces a file that has the new name. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file or a link, not what the link leads to; one that is gone is no error. */
  readonly remove: (path: string) => Promise<void>;
  /** What stands under a name, links not followed; null for nothing. */
  readonly kindOf: (path: string) => Promise<"file" | "folder" | "other" | null>;
  /** Makes renames in a folder safe against a power cut, where the system can. */
  readonly syncFolder: (path: string) => Promise<void>;
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** The disk of this computer. */
export const DISK: Disk = {
  makeFolder: async (path) => {
    await mkdir(path).catch((error: unknown) => {
      if (!isCode(error, "EEXIST")) throw error;
    });
  },
  list: (path) => readdir(path),
  create: async (path) => {
    const handle = await open(path, "wx");
    return { write: (bytes) => handle.appendFile(bytes), sync: () => handle.datasync(), close: () => handle.close() };
  },
  openScratch,
  read: (path) =>
    readFile(path).catch((error: unknown) => {
      if (isCode(error, "ENOENT")) return null;
      throw error;
    }),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  kindOf: async (path) => {
    const status = await lstat(path).catch((error: unknown) => {
      if (isCode(error, "ENOENT")) return null;
      throw error;
    });
    return status === null ? null : status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  },
  syncFolder: async (path) => {
    // Windows opens no folders.
    const handle = await open(path, "r").catch(() => null);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  },
};

function openScratch(path: string): ScratchFile {
  rmSync(path, { force: true });
  const file = openSync(path, "wx+");
  let written = 0;
  return {
    append: (bytes) => {
      for (let at = 0; at < bytes.length;) {
        const count = writeSync(file, bytes, at, bytes.length - at, written);
        at += count;
        written += count;
      }
    },
    read: (into, from) => {
      for (let at = 0; at < into.length;) {
        const count = readSync(file, into, at, into.length - at, from + at);
        if (count === 0) throw Object.assign(new Error(`${path}: ended after ${from + at} bytes`), { code: "EIO" });
        at += count;
      }
    },
    remove: () => {
      try {
        closeSync(file);
        rmSync(path, { force: true });
      } catch {
        // It stays behind under its temporary name.
      }
    },
  };
}
