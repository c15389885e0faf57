import type { Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import { type OffsetTable, codePointOffsets, toUtf16 } from "../foreign-offsets.js";
import { nearestSpan } from "../nearest-span.js";
import { error } from "./interchange-format.js";

/** A span as another program gives it, with the wording that it claims where it gives one. */
export interface ForeignSpan {
  readonly start: unknown;
  readonly end: unknown;
  readonly wording?: string | undefined;
}

/** Turns the code point offsets of one article into UTF-16 ones and back. */
export interface SpanConverter {
  /** The span in UTF-16, or an error with the place and the nearest fitting span. */
  readonly read: (span: ForeignSpan, place: string) => { readonly start: number; readonly end: number } | Diagnostic;
  readonly write: (mention: Label) => { readonly start: number; readonly end: number };
}

/**
 * @param lenient also accept offsets that are UTF-16 already where only those fit the wording (Label Studio before 1.3
 *   counted so).
 */
export function createSpanConverter(text: string, lenient = false): SpanConverter {
  const table: OffsetTable = codePointOffsets(text);
  const says = (start: number, end: number, wording: string | undefined): boolean =>
    wording === undefined || text.slice(start, end) === wording || sameWords(text.slice(start, end), wording);
  return {
    read: ({ start, end, wording }, place) => {
      if (!isOffset(start) || !isOffset(end) || end <= start) {
        return error(
          "no-span",
          `start and end are not whole numbers with start before end: ${JSON.stringify(start)}, ${JSON.stringify(end)}`,
          place,
        );
      }
      const from = toUtf16(table, start);
      const to = toUtf16(table, end);
      if (from !== null && to !== null && says(from, to, wording)) return { start: from, end: to };
      if (lenient && wording !== undefined && end <= text.length && text.slice(start, end) === wording) return { start, end };
      const near = wording === undefined ? null : nearestSpan(text, wording, from ?? start);
      const advice = near
        ? `the nearest fitting span is ${table[near.start]}–${table[near.end]}`
        : wording === undefined
          ? "correct its offsets"
          : "its wording stands nowhere in the text";
      const what =
        from === null || to === null
          ? `reaches beyond the text, which has ${table[text.length]} code points`
          : `covers ${JSON.stringify(text.slice(from, to))}`;
      return error(
        "span-mismatch",
        `the span ${start}–${end}${wording === undefined ? "" : ` ${JSON.stringify(wording)}`} ${what}; ${advice}`,
        place,
      );
    },
    write: ({ start, end }) => ({ start: table[start] ?? 0, end: table[end] ?? 0 }),
  };
}

export const isDiagnostic = (value: object): value is Diagnostic => "severity" in value;

const isOffset = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** Some programs write a line end within a wording as a space. */
const sameWords = (a: string, b: string): boolean => a.replace(/[\r\n\t]/g, " ") === b.replace(/[\r\n\t]/g, " ");
