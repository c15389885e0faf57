import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Disk } from "./disk.js";

/**
 * Creates a folder and those above it that are missing, one by one. The system's own recursive creation never ends below
 * folders that deny that anything can be in them, as those of `/proc` do.
 */
export async function makeFolders(disk: Disk, path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    const status = await stat(at).catch(() => null);
    if (status?.isDirectory()) break;
    if (status !== null) throw Object.assign(new Error(`${at} is no folder`), { code: "ENOTDIR" });
    missing.push(at);
    if (dirname(at) === at) break;
  }
  for (const folder of missing.reverse()) await disk.makeFolder(folder);
}
