import type { FieldMap } from "../../formats/articles/field-names.js";
import type { IsoDate } from "../../model/calendar.js";
import type { Diagnostic } from "../../model/diagnostic.js";

/** A piece of the input that is read, extracted and accounted for as one: a file, a line, a row, a page, a member. */
export interface InputUnit {
  /** The file, and the member within an archive, as the user would recognise it: `news.zip/june/a.txt`. */
  readonly file: string;
  /** 1-based line, row or record within the file; null where the unit is the whole file. */
  readonly record: number | null;
  /** Where the unit starts, in bytes of the file (of its expanded content, if it is compressed); null where unknown. */
  readonly offset: number | null;
  /** The ending that names its format: a key of ARTICLE_FORMATS. */
  readonly ending: string;
  /** The id of its article, unless it states one itself. */
  readonly stem: string;
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  readonly url: string | null;
  readonly fields: FieldMap | null;
  /** The day of publication that the user gives for the file; absent where none is given. It wins over what the file says. */
  readonly published?: IsoDate;
}

/**
 * A file, or a member or record of an archive, of a kind that holds no articles: counted and listed, so that nothing is lost in
 * silence.
 */
export interface UnreadFile {
  readonly place: string;
  /** Its ending, or the media type of a record. */
  readonly kind: string;
}

/** What reading the input gives, in order: units, places where there is none and why, what is not read, and notes for the user. */
export type InputItem =
  | { readonly unit: InputUnit }
  | { readonly unread: UnreadFile }
  | { readonly fault: { readonly place: string; readonly code: string; readonly reason: string } }
  | { readonly note: Diagnostic };

/** Where a unit stands, for messages: `file`, `file:12` for a line or row, `file#3` for a record. */
export function placeOf({ file, record, ending }: Pick<InputUnit, "file" | "record" | "ending">): string {
  return record === null ? file : `${file}${ending === ".jsonl" ? ":" : "#"}${record}`;
}

export const fault = (place: string, code: string, reason: string): InputItem => ({ fault: { place, code, reason } });
