import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DISK } from "../output/disk.js";
import { openSpool, type Spool } from "./spool.js";

/** A folder outside the user's, made when a spool is first needed. */
export function openScratchFolder(): { readonly openSpool: () => Spool; readonly remove: () => void } {
  let folder: string | null = null;
  let count = 0;
  return {
    openSpool: () => {
      folder ??= mkdtempSync(join(tmpdir(), "dateline-parts-"));
      return openSpool(DISK, join(folder, String(count++)));
    },
    remove: () => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
