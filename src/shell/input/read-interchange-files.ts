import type { Dirent } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { NamedFile } from "../../formats/interchange/interchange-format.js";

/**
 * Reads one file, or all `.txt` and `.ann` files below a folder (of links only the names), as UTF-8 without a byte order mark.
 * Nothing else is
 * changed: offsets count from these characters. Throws where something cannot be read.
 */
export async function readInterchangeFiles(
  path: string,
  shape: "file" | "folder",
): Promise<{ readonly files: readonly NamedFile[]; readonly links: readonly string[] }> {
  if (shape === "file") return { files: [{ path: basename(path), content: await readText(path) }], links: [] };
  const entries = (await readdir(path, { recursive: true, withFileTypes: true })).filter(({ name }) => /\.(?:txt|ann)$/.test(name));
  const nameOf = ({ parentPath, name }: Dirent): string => relative(path, join(parentPath, name)).split(sep).join("/");
  const files: NamedFile[] = [];
  for (const name of entries
    .filter((entry) => entry.isFile())
    .map(nameOf)
    .sort())
    files.push({ path: name, content: await readText(join(path, name)) });
  return {
    files,
    links: entries
      .filter((entry) => entry.isSymbolicLink())
      .map(nameOf)
      .sort(),
  };
}

const readText = async (path: string): Promise<string> => new TextDecoder("utf-8").decode(await readFile(path));
