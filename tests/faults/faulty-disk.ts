import { DISK, type Disk, type DiskFile } from "../../src/shell/output/disk.js";

export interface Fault {
  /** Which call fails, from 1. */
  readonly failAt: number;
  /** The system's code: ENOSPC, EIO, EACCES, EMFILE, EBUSY. */
  readonly code: string;
  /** What the calls after it do: the disk is well again at once, or after some more calls, or it is dead. */
  readonly then: "works" | "falters" | "fails";
}

/** Calls that fail in a row on a disk that falters. */
const FALTERS = 7;

/** A disk that fails at one call of all that change something, and how many there were. */
export function faultyDisk({ failAt, code, then }: Fault): { readonly disk: Disk; readonly calls: () => number } {
  let calls = 0;
  const step = (what: string): void => {
    calls++;
    const last = then === "works" ? failAt : then === "falters" ? failAt + FALTERS : Infinity;
    if (calls >= failAt && calls <= last) throw Object.assign(new Error(`${code}: ${what}`), { code });
  };
  const file = (made: DiskFile): DiskFile => ({
    write: async (bytes) => {
      step("write");
      await made.write(bytes);
    },
    sync: async () => {
      step("sync");
      await made.sync();
    },
    close: async () => {
      // A close that fails has closed the file all the same.
      await made.close();
      step("close");
    },
  });
  const disk: Disk = {
    ...DISK,
    makeFolder: async (path) => {
      step("makeFolder");
      await DISK.makeFolder(path);
    },
    create: async (path) => {
      step(`create ${path}`);
      return file(await DISK.create(path));
    },
    openScratch: (path) => {
      step(`openScratch ${path}`);
      const file = DISK.openScratch(path);
      return {
        append: (bytes) => {
          step("append");
          file.append(bytes);
        },
        read: (into, at) => {
          step("read back");
          file.read(into, at);
        },
        remove: () => {
          try {
            step("remove scratch");
          } catch {
            return;
          }
          file.remove();
        },
      };
    },
    rename: async (from, to) => {
      step(`rename ${from}`);
      await DISK.rename(from, to);
    },
    remove: async (path) => {
      step(`remove ${path}`);
      await DISK.remove(path);
    },
    list: async (path) => {
      step("list");
      return DISK.list(path);
    },
    read: async (path) => {
      step(`read ${path}`);
      return DISK.read(path);
    },
    kindOf: async (path) => {
      step(`kindOf ${path}`);
      return DISK.kindOf(path);
    },
  };
  return { disk, calls: () => calls };
}
