import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { PACKAGE_ROOT } from "../load-resources.js";

/** A file of the page. */
export interface LoadedFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Reads the page as it was built, `dist/web/`, whole into memory. Null where it was not built. */
export async function loadPage(folder = join(PACKAGE_ROOT, "dist", "web")): Promise<ReadonlyMap<string, LoadedFile> | null> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, LoadedFile>();
  for (const entry of found) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), { type, bytes: new Uint8Array(await readFile(path)) });
  }
  return files.has("index.html") ? files : null;
}
