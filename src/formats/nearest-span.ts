import type { Span } from "../model/span.js";
import type { Label } from "../score/label.js";
import { byteOffsets, codePointOffsets, toUtf16 } from "./foreign-offsets.js";

/** Where a wording stands in a text nearest to an offset; null where it does not stand at all. */
export function nearestSpan(text: string, wording: string, near: number): Span | null {
  if (wording === "") return null;
  const after = text.indexOf(wording, Math.max(0, near));
  const before = text.lastIndexOf(wording, near);
  const start = after < 0 ? before : before < 0 ? after : after - near <= near - before ? after : before;
  return start < 0 ? null : { start, end: start + wording.length };
}

/** The unit in which the offsets of a label would fit its wording, where it is not UTF-16. */
export function readsAsOtherUnits(label: Label, text: string): "code points" | "bytes" | null {
  for (const [name, table] of [
    ["code points", codePointOffsets],
    ["bytes", byteOffsets],
  ] as const) {
    const offsets = table(text);
    const start = toUtf16(offsets, label.start);
    const end = toUtf16(offsets, label.end);
    if (start !== null && end !== null && text.slice(start, end) === label.text) return name;
  }
  return null;
}
