import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { JournalEntry } from "../../model/review.js";
import { DISK } from "../output/disk.js";

/** The journal of a reviewer, open for appending. */
export interface ReviewJournal {
  readonly entries: readonly JournalEntry[];
  /** Appends whole lines and resolves when they are on the disk. */
  readonly append: (lines: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A line of a journal that is none, in words for the user. */
export class JournalFault extends Error {
  override readonly name = "JournalFault";
}

/** Reads a journal without opening it for more. */
export async function readReviewJournal(path: string): Promise<readonly JournalEntry[]> {
  return parseJournal(path, wholeLines(await readFile(path, "utf8")));
}

const wholeLines = (written: string): string => written.slice(0, written.lastIndexOf("\n") + 1);

/**
 * Opens a journal, creating it where there is none. A last line that a power cut tore is cut off: the page was never told
 * that it was saved. A bad line anywhere else is an error, since what follows may rest on it.
 */
export async function openReviewJournal(path: string): Promise<ReviewJournal> {
  const written = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  const whole = wholeLines(written ?? "");
  const entries = parseJournal(path, whole);
  const file = await open(path, "a");
  if (written !== null && whole.length < written.length) await file.truncate(Buffer.byteLength(whole));
  if (written === null) {
    await file.datasync();
    await DISK.syncFolder(dirname(path));
  }
  return {
    entries,
    append: async (lines) => {
      const before = (await file.stat()).size;
      try {
        await file.appendFile(lines);
        await file.datasync();
      } catch (error) {
        // What the disk took of it must not stand before the next line.
        await file.truncate(before).catch(() => undefined);
        throw error;
      }
    },
    close: () => file.close(),
  };
}

function parseJournal(path: string, whole: string): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const [index, line] of whole.split("\n").entries()) {
    if (line.trim() === "") continue;
    const entry = parseEntry(line);
    if (entry?.seq !== entries.length + 1)
      throw new JournalFault(
        `${path}:${index + 1}: is not line ${entries.length + 1} of a review. Put the file back as it was, or move it away to begin anew.`,
      );
    entries.push(entry);
  }
  return entries;
}

function parseEntry(line: string): JournalEntry | null {
  try {
    const entry = JSON.parse(line) as JournalEntry;
    return typeof entry.do === "string" && Number.isInteger(entry.seq) ? entry : null;
  } catch {
    return null;
  }
}
