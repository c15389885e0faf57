import { open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Names that a run writes whatever was asked of it, for folders whose run.json does not list them. */
const USUAL = [
  "run.json",
  "annotations.jsonl",
  "texts.jsonl",
  "rejects.jsonl",
  "datapackage.json",
  "dateline.xlsx",
  "report.html",
  "followthemoney.jsonl",
  ...["articles", "mentions", "entities", "dates", "casualties", "tolls", "incidents"].flatMap((name) => [
    `${name}.csv`,
    `${name}.parquet`,
    `${name}.jsonl`,
  ]),
];
const JOURNALS = ["journal.jsonl", "journal.partial.jsonl", "journal.before.jsonl"];

/**
 * The files of a folder that an earlier run wrote: its tables are no articles. Files that somebody else put beside them are
 * not among them.
 *
 * @param names what the folder holds.
 */
export async function filesOfEarlierRun(folder: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const written = names.includes("run.json") ? await readRunRecord(join(folder, "run.json")) : null;
  const found = new Set(written === null ? [] : [...(written.files ?? USUAL), "run.json"]);
  // A run that was killed before its end has left its journal alone.
  for (const name of JOURNALS) if (names.includes(name) && (await isJournal(join(folder, name)))) found.add(name);
  return found;
}

/** What matters here of a run.json that this program wrote; null for any other file. */
async function readRunRecord(path: string): Promise<{ readonly files: readonly string[] | null } | null> {
  try {
    const record = JSON.parse(await readFile(path, "utf8")) as Readonly<Record<string, unknown>>;
    if (typeof record["dateline"] !== "string" || typeof record["fingerprint"] !== "string") return null;
    const files = record["files"];
    return { files: Array.isArray(files) && files.every((name) => typeof name === "string") ? files : null };
  } catch {
    return null;
  }
}

async function isJournal(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(60), 0, 60, 0);
    return bytesRead === 0 || /^\{"key":"[0-9a-f]{32}","/.test(buffer.toString("latin1", 0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
