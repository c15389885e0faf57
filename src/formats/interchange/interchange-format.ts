import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";

/** A decoded file, its path relative to what the user named. */
export interface NamedFile {
  readonly path: string;
  readonly content: string;
}

export interface ReadOptions {
  /** The text of an article that the format does not bring along, or null. */
  readonly textOf: (id: string) => string | null;
  /** Ids of the articles that `textOf` knows, in order: a format without ids may count on them. */
  readonly ids: readonly string[];
}

export interface WriteOptions {
  /** CoNLL only: how tags mark where a name begins and ends. */
  readonly scheme: "iob1" | "bio" | "bioes";
}

/**
 * A format that annotations travel in. `read` gives records whose mentions fit their text, in UTF-16 offsets; `write`
 * names in a warning whatever the format cannot hold. Both are pure; a fault is an error among the diagnostics.
 */
export interface InterchangeFormat {
  readonly name: string;
  /** Whether it is one file or a folder of files. */
  readonly shape: "file" | "folder";
  readonly read: (files: readonly NamedFile[], options: ReadOptions) => Checked<readonly AnnotationRecord[]>;
  readonly write: (records: readonly AnnotationRecord[], options: WriteOptions) => Checked<readonly NamedFile[]>;
}

export const error = (code: string, message: string, place: string | null): Diagnostic => ({ severity: "error", code, message, place });
export const warning = (code: string, message: string, place: string | null = null): Diagnostic => ({
  severity: "warning",
  code,
  message,
  place,
});

/** The text of a record, or an error that says how to give it. */
export function needText(record: AnnotationRecord, format: string): Checked<string | null> {
  if (typeof record.text === "string") return { value: record.text, diagnostics: [] };
  return {
    value: null,
    diagnostics: [error("no-text", `article ${record.id} brings no text, which ${format} needs: give --articles`, null)],
  };
}
