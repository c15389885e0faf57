import { parseAnnotationRecord, type AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { ReviewStore } from "../shell/review/review-store.js";
import type { ArticleBook } from "./article-book.js";
import { reviewIncidents } from "./article-incidents.js";
import { toGoldRecord } from "./gold-record.js";

/** The file of gold under review: what it held at first, and what the review makes of it. */
export interface GoldBook {
  /** What gold said of an article before the review; null where nothing, or of another text. */
  readonly recordOf: (id: string, textHash: string | null) => AnnotationRecord | null;
  /** Makes every record anew that the review touched, and the file where that changed it. */
  readonly sync: (book: ArticleBook) => Promise<void>;
  /** An article with complete layers changed: its record is made anew soon. */
  readonly changed: (book: ArticleBook, id: string, completion: boolean) => void;
  /** Resolves when the file holds everything. */
  readonly settled: () => Promise<void>;
  /** The records as they stand, and as they stood when the server started. */
  readonly records: () => Promise<readonly AnnotationRecord[]>;
  readonly atStart: () => readonly AnnotationRecord[];
}

/** A fault of a gold file that the reviewer must mend first. */
export class GoldFault extends Error {
  override readonly name = "GoldFault";
}

/**
 * Reads gold. Of an article that the journal touched, the journal says what gold held before: the file may already hold
 * what the review made of it.
 */
export async function createGoldBook(store: ReviewStore): Promise<GoldBook> {
  const written = await store.gold();
  const lines = written.split("\n").filter((line) => line.trim() !== "");
  const records = lines.map((line, index) => readRecord(line, `gold, line ${index + 1}`));
  const texts = new Map(records.map(({ id }, index) => [id, lines[index] ?? ""]));
  const ids = records.map(({ id }) => id);
  const touched = new Set(store.entries.flatMap((entry) => ("article" in entry ? [entry.article] : [])));
  const original = new Map(records.flatMap((record) => (touched.has(record.id) ? [] : [[record.id, record] as const])));
  for (const entry of store.entries)
    if (entry.do === "base") original.set(entry.article, readRecord(JSON.stringify(entry.record), `journal, line ${entry.seq}`));
  let dirty = new Set<string>();
  let book: ArticleBook | null = null;
  let timer: Promise<void> | null = null;
  let onDisk = written;
  const make = async (id: string): Promise<void> => {
    const opened = await book?.open(id);
    if (!book || !opened) return;
    const { read, rows, state } = opened;
    const before = original.get(id) ?? null;
    const record = toGoldRecord({
      text: read.text,
      layer: read.layer,
      before,
      rows,
      incidents: reviewIncidents(read.layer, before, state.incidents),
      complete: book.completeOf(id),
    });
    if (record === null) texts.delete(id);
    else texts.set(id, JSON.stringify(record));
    if (record !== null && !ids.includes(id)) ids.push(id);
  };
  const flush = async (): Promise<void> => {
    if (dirty.size === 0 || !store.writeGold) return;
    const waiting = dirty;
    dirty = new Set();
    for (const id of waiting) await make(id);
    const content = ids
      .flatMap((id) => texts.get(id) ?? [])
      .map((line) => `${line}\n`)
      .join("");
    if (content !== onDisk) await store.writeGold(content);
    onDisk = content;
  };
  const parseAll = (): readonly AnnotationRecord[] =>
    ids.flatMap((id) => {
      const line = texts.get(id);
      return line === undefined ? [] : (parseAnnotationRecord(line, `gold ${id}`).value ?? []);
    });
  return {
    recordOf: (id, textHash) => {
      const record = original.get(id) ?? null;
      return record !== null && textHash !== null && record.textHash && record.textHash !== textHash ? null : record;
    },
    sync: async (opened) => {
      book = opened;
      // What the journal did not touch stays byte for byte.
      dirty = new Set([...touched].filter((id) => opened.completeOf(id).size > 0 || texts.has(id)));
      await flush();
    },
    changed: (opened, id, completion) => {
      book = opened;
      if (!completion && opened.completeOf(id).size === 0) return;
      dirty.add(id);
      timer = (timer ?? Promise.resolve()).then(flush);
    },
    settled: async () => {
      await timer;
      await flush();
    },
    records: async () => {
      await timer;
      await flush();
      return parseAll();
    },
    atStart: () => records,
  };
}

function readRecord(line: string, place: string): AnnotationRecord {
  const { value, diagnostics } = parseAnnotationRecord(line, place);
  if (value === null)
    throw new GoldFault(
      diagnostics
        .map((fault) => `${fault.place}: ${fault.message}`)
        .slice(0, 3)
        .join("; "),
    );
  return value;
}
