import { open, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { detectFormat } from "../../formats/articles/detect-format.js";
import { isArticleFile, kindOfName } from "../../formats/articles/file-endings.js";
import { filesOfEarlierRun } from "./earlier-run.js";
import { findLostName, joinRaw, listNames } from "./file-names.js";
import type { UnreadFile } from "./input-unit.js";

/** The files that a command line's paths stand for, and the paths that stand for none. */
export interface FoundInputs {
  /**
   * In order of the paths given, within a folder or pattern sorted by path; each file once, however often and in whatever
   * spelling it is given.
   */
  readonly files: readonly string[];
  /** Paths that do not exist, patterns and folders without a readable file. */
  readonly missing: readonly string[];
  /** Files of the folders that are of no kind which holds articles: hidden ones, links, pictures, tables of an earlier run and the like. */
  readonly unread: readonly UnreadFile[];
  /** Names as the system wants them, of files whose names are no UTF-8. */
  readonly rawNames: ReadonlyMap<string, Buffer>;
}

interface Expanded {
  readonly files: readonly string[];
  readonly unread: readonly UnreadFile[];
  readonly raw?: readonly (readonly [string, Buffer])[];
}

/**
 * Expands files, folders (all files below that are of a known kind by name or first bytes, links not followed) and glob
 * patterns. A file that is
 * named outright is taken whatever its ending is; an unknown ending is read as plain text. What an earlier run wrote is no input.
 */
export async function findInputs(paths: readonly string[], cwd: string = process.cwd()): Promise<FoundInputs> {
  const files = new Map<string, string>();
  const missing: string[] = [];
  const unread = new Map<string, UnreadFile>();
  const rawNames = new Map<string, Buffer>();
  for (const path of paths) {
    const found = await expand(path, cwd);
    if (found.files.length === 0) missing.push(path);
    for (const [shown, raw] of found.raw ?? []) rawNames.set(shown, raw);
    for (const file of found.files) {
      // One path alone gives no file twice.
      const key = paths.length === 1 ? file : await realpath(rawNames.get(file) ?? resolve(cwd, file)).catch(() => resolve(cwd, file));
      if (!files.has(key)) files.set(key, file);
    }
    for (const file of found.unread) unread.set(file.place, file);
  }
  for (const file of files.values()) unread.delete(file);
  return { files: [...files.values()], missing, unread: [...unread.values()], rawNames };
}

async function expand(path: string, cwd: string): Promise<Expanded> {
  const status = await stat(resolve(cwd, path)).catch(() => null);
  if (status?.isFile()) return { files: [path], unread: [] };
  if (status?.isDirectory()) return expandFolder(path, cwd);
  if (status === null && path.includes("\uFFFD")) return expandLostName(path, cwd);
  if (status === null && isDynamicPattern(path)) return expandPattern(path, cwd);
  return { files: [], unread: [] };
}

async function expandPattern(pattern: string, cwd: string): Promise<Expanded> {
  const found = (await glob(pattern, { cwd, followSymbolicLinks: false, expandDirectories: false, absolute: true })).sort();
  const byFolder = new Map<string, string[]>();
  for (const name of found) byFolder.set(dirname(name), [...(byFolder.get(dirname(name)) ?? []), basename(name)]);
  const written = new Set<string>();
  for (const folder of byFolder.keys()) {
    const names = await listNames(folder).catch(() => []);
    for (const name of await filesOfEarlierRun(
      folder,
      names.map(({ shown }) => shown),
    ))
      written.add(join(folder, name));
  }
  const show = (name: string): string => (pattern.startsWith("/") ? name : relative(cwd, name));
  return {
    files: found.filter((name) => !written.has(resolve(name))).map(show),
    unread: found.filter((name) => written.has(resolve(name))).map((name) => ({ place: show(name), kind: EARLIER })),
  };
}

async function expandLostName(path: string, cwd: string): Promise<Expanded> {
  const folder = dirname(resolve(cwd, path));
  const found = await findLostName(folder, basename(path));
  if (found === null || found.kind !== "file") return { files: [], unread: [] };
  const shown = join(dirname(path), found.shown);
  return { files: [shown], unread: [], raw: [[shown, Buffer.from(joinRaw(folder, found.raw, sep))]] };
}

/** How files of an earlier run are counted among what is not read. */
const EARLIER = "written by an earlier run";

async function expandFolder(path: string, cwd: string): Promise<Expanded> {
  const files: string[] = [];
  const unread: UnreadFile[] = [];
  const raw: [string, Buffer][] = [];
  const visit = async (below: string, folder: string | Buffer): Promise<void> => {
    const entries = await listNames(folder).catch((error: unknown) => error as NodeJS.ErrnoException);
    if (entries instanceof Error) {
      unread.push({ place: join(path, below), kind: `unreadable folder (${entries.code ?? entries.message})` });
      return;
    }
    const written =
      typeof folder === "string"
        ? await filesOfEarlierRun(
            folder,
            entries.map(({ shown }) => shown),
          )
        : new Set<string>();
    for (const entry of entries) {
      const name = join(below, entry.shown);
      const place = join(path, name);
      const at = joinRaw(folder, entry.raw, sep);
      const kind = entry.kind === "link" ? "link" : written.has(entry.shown) ? EARLIER : kindOfName(name);
      if (entry.kind === "folder") await visit(name, at);
      else if (kind === "hidden" || kind === EARLIER || entry.kind !== "file") unread.push({ place, kind });
      else if (isArticleFile(name) || (await isToldByContent(at))) {
        files.push(place);
        if (typeof at !== "string") raw.push([place, at]);
      } else unread.push({ place, kind });
    }
  };
  await visit("", resolve(cwd, path));
  return { files: files.sort(), unread, raw };
}

/** True for a file whose first bytes are those of a known format, whatever it is called. */
async function isToldByContent(path: string | Buffer): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const found = detectFormat(buffer.subarray(0, bytesRead));
    // What is compressed is told by the rest of its name.
    return found !== null && found.ending !== ".gz";
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
