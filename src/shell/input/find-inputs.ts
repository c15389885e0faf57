import { open, readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { detectFormat } from "../../formats/articles/detect-format.js";
import { isArticleFile, kindOfName } from "../../formats/articles/file-endings.js";
import type { UnreadFile } from "./input-unit.js";

/** The files that a command line's paths stand for, and the paths that stand for none. */
export interface FoundInputs {
  /** In order of the paths given, within a folder or pattern sorted by path; each file once. */
  readonly files: readonly string[];
  /** Paths that do not exist, patterns and folders without a readable file. */
  readonly missing: readonly string[];
  /** Files of the folders that are of no kind which holds articles: hidden ones, links, pictures and the like. */
  readonly unread: readonly UnreadFile[];
}

interface Expanded {
  readonly files: readonly string[];
  readonly unread: readonly UnreadFile[];
}

/**
 * Expands files, folders (all files below that are of a known kind by name or first bytes, links not followed) and glob patterns. A file that is
 * named outright is taken whatever its ending is; an unknown ending is read as plain text.
 */
export async function findInputs(paths: readonly string[], cwd: string): Promise<FoundInputs> {
  const files = new Set<string>();
  const missing: string[] = [];
  const unread = new Map<string, UnreadFile>();
  for (const path of paths) {
    const found = await expand(path, cwd);
    if (found.files.length === 0) missing.push(path);
    for (const file of found.files) files.add(file);
    for (const file of found.unread) unread.set(file.place, file);
  }
  for (const file of files) unread.delete(file);
  return { files: [...files], missing, unread: [...unread.values()] };
}

async function expand(path: string, cwd: string): Promise<Expanded> {
  const status = await stat(resolve(cwd, path)).catch(() => null);
  if (status?.isFile()) return { files: [path], unread: [] };
  if (status?.isDirectory()) return expandFolder(path, cwd);
  if (status === null && isDynamicPattern(path)) {
    const names = await glob(path, { cwd, followSymbolicLinks: false, expandDirectories: false, absolute: true });
    return { files: names.sort().map((name) => (path.startsWith("/") ? name : relative(cwd, name))), unread: [] };
  }
  return { files: [], unread: [] };
}

async function expandFolder(path: string, cwd: string): Promise<Expanded> {
  const files: string[] = [];
  const unread: UnreadFile[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(resolve(cwd, path, below), { withFileTypes: true }).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (!Array.isArray(entries)) {
      unread.push({ place: join(path, below), kind: `unreadable folder (${entries.code ?? entries.message})` });
      return;
    }
    for (const entry of entries) {
      const name = join(below, entry.name);
      const place = join(path, name);
      const kind = entry.isSymbolicLink() ? "link" : kindOfName(name);
      if (entry.isDirectory()) await visit(name);
      else if (kind === "hidden" || kind === "link" || !entry.isFile()) unread.push({ place, kind });
      else if (isArticleFile(name) || (await isToldByContent(resolve(cwd, place)))) files.push(place);
      else unread.push({ place, kind });
    }
  };
  await visit("");
  return { files: files.sort(), unread };
}

/** True for a file whose first bytes are those of a known format, whatever it is called. */
async function isToldByContent(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return detectFormat(buffer.subarray(0, bytesRead)) !== null;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Bytes of all files together; a file that is gone counts none. */
export async function sizeOf(files: readonly string[]): Promise<number> {
  let total = 0;
  for (const file of files) total += (await stat(file).catch(() => null))?.size ?? 0;
  return total;
}
