import { stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { isArticleFile } from "../../formats/articles/article-format.js";

/** The files that a command line's paths stand for, and the paths that stand for none. */
export interface FoundInputs {
  /** In order of the paths given, within a folder or pattern sorted by path; each file once. */
  readonly files: readonly string[];
  /** Paths that do not exist, patterns and folders without a readable file. */
  readonly missing: readonly string[];
}

/**
 * Expands files, folders (all files below of a known ending, links not followed) and glob patterns. A file that is
 * named outright is taken whatever its ending is; an unknown ending is read as plain text.
 */
export async function findInputs(paths: readonly string[], cwd: string): Promise<FoundInputs> {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const found = await expand(path, cwd);
    if (found.length === 0) missing.push(path);
    for (const file of found) files.add(file);
  }
  return { files: [...files], missing };
}

async function expand(path: string, cwd: string): Promise<readonly string[]> {
  const status = await stat(resolve(cwd, path)).catch(() => null);
  if (status?.isFile()) return [path];
  if (status?.isDirectory()) {
    const names = await glob("**/*", { cwd: resolve(cwd, path), followSymbolicLinks: false, expandDirectories: false });
    return names.filter(isArticleFile).sort().map((name) => join(path, name));
  }
  if (status === null && isDynamicPattern(path)) {
    const names = await glob(path, { cwd, followSymbolicLinks: false, expandDirectories: false, absolute: true });
    return names.sort().map((name) => (path.startsWith("/") ? name : relative(cwd, name)));
  }
  return [];
}

/** Bytes of all files together; a file that is gone counts none. */
export async function sizeOf(files: readonly string[]): Promise<number> {
  let total = 0;
  for (const file of files) total += (await stat(file).catch(() => null))?.size ?? 0;
  return total;
}
