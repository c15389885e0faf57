import { basename } from "node:path";
import { isArticleFile, kindOfName, splitName } from "../../formats/articles/file-endings.js";

/** How another program is to read a file that it found: lines of JSON, each a unit; whole; or not at all. */
export interface SelectedFile {
  readonly read: "lines" | "file" | "no";
  /** Under which kind it is counted where it is not read. */
  readonly kind: string;
  /** What the ids of its articles begin with where they state none. */
  readonly stem: string;
}

/** Endings of files that may be cut at their line ends. */
const LINES: ReadonlySet<string> = new Set([".jsonl", ".ndjson"]);

/** Decides by a file's name how it is read, as a run does for the files below a folder. */
export function selectFile(name: string): SelectedFile {
  const plain = basename(name).replace(/\.gz$/i, "");
  const { stem, ending } = splitName(plain);
  const kind = kindOfName(name);
  if (kind === "hidden" || !isArticleFile(name)) return { read: "no", kind, stem };
  return { read: LINES.has(ending) ? "lines" : "file", kind, stem };
}
