import { Buffer } from "node:buffer";
import { readdir } from "node:fs/promises";

/** A name in a folder: as it is shown, and as the system wants it. They differ where the name is no UTF-8. */
export interface FileName {
  readonly shown: string;
  readonly raw: string | Buffer;
  readonly kind: "file" | "folder" | "link" | "other";
}

const LOST = "\uFFFD";

/** The names in a folder. Bytes that are no UTF-8 are shown as `\xE9`, and such a file can be read by its raw name. */
export async function listNames(folder: string | Buffer): Promise<readonly FileName[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes(LOST)))
    return entries.map((entry) => ({ shown: entry.name, raw: entry.name, kind: kindOf(entry) }));
  const bytes = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  return bytes.map((entry) => {
    const name = entry.name.toString("utf8");
    return name.includes(LOST)
      ? { shown: showBytes(entry.name), raw: entry.name, kind: kindOf(entry) }
      : { shown: name, raw: name, kind: kindOf(entry) };
  });
}

/** The raw name behind a name that lost its bytes on the way here, as a command line gives it; null where it is not one file's. */
export async function findLostName(folder: string, name: string): Promise<FileName | null> {
  const names = await listNames(folder).catch(() => []);
  const alike = names.filter(({ raw }) => typeof raw !== "string" && raw.toString("utf8") === name);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** A raw name below a folder. */
export function joinRaw(folder: string | Buffer, name: string | Buffer, separator: string): string | Buffer {
  if (typeof folder === "string" && typeof name === "string") return `${folder}${separator}${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from(separator), Buffer.from(name)]);
}

interface Typed {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

const kindOf = (entry: Typed): FileName["kind"] =>
  entry.isSymbolicLink() ? "link" : entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";

/** The name with each byte that is no UTF-8 as an escape. */
function showBytes(name: Buffer): string {
  let shown = "";
  for (let at = 0; at < name.length;) {
    const length = [1, 2, 3, 4].find((size) => at + size <= name.length && !name.toString("utf8", at, at + size).includes(LOST));
    shown +=
      length === undefined ? `\\x${(name[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}` : name.toString("utf8", at, at + length);
    at += length ?? 1;
  }
  return shown;
}
