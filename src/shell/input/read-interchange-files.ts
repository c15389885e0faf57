import { readFile, readdir } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import type { NamedFile } from "../../formats/interchange/interchange-format.js";

/**
 * Reads one file, or all `.txt` and `.ann` files below a folder, as UTF-8 without a byte order mark. Nothing else is
 * changed: offsets count from these characters. Throws where something cannot be read.
 */
export async function readInterchangeFiles(path: string, shape: "file" | "folder"): Promise<readonly NamedFile[]> {
  if (shape === "file") return [{ path: basename(path), content: await readText(path) }];
  const names = (await readdir(path, { recursive: true })).filter((name) => /\.(?:txt|ann)$/.test(name)).sort();
  const files: NamedFile[] = [];
  for (const name of names) files.push({ path: name.split(sep).join("/"), content: await readText(join(path, name)) });
  return files;
}

const readText = async (path: string): Promise<string> => new TextDecoder("utf-8").decode(await readFile(path));
