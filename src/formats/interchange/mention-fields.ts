import type { Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { warning } from "./interchange-format.js";

const SPAN_FIELDS = new Set(["kind", "start", "end", "text", "label"]);

/** What a mention says beyond span and kind, in the order in which it says it. */
export function fieldsOf(mention: Label): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(mention).filter(([name, value]) => !SPAN_FIELDS.has(name) && value !== undefined));
}

export const hasFields = (mention: Label): boolean => Object.keys(fieldsOf(mention)).length > 0;

const RECORD_FIELDS = new Set(["id", "text", "mentions"]);

/** What a record says beyond its id, text and mentions. */
export function recordFieldsOf(record: AnnotationRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => !RECORD_FIELDS.has(name) && value !== undefined));
}

/** Warns of the fields of mentions and records that a format has no place for, by name, with how often they occur. */
export function warnOfLostFields(
  records: readonly AnnotationRecord[],
  format: string,
  keeps: ReadonlySet<string> = new Set(),
): readonly Diagnostic[] {
  const lost = new Map<string, number>();
  for (const record of records) {
    for (const name of Object.keys(recordFieldsOf(record)))
      if (!keeps.has(name)) lost.set(`${name} of the article`, (lost.get(`${name} of the article`) ?? 0) + 1);
    for (const mention of record.mentions)
      for (const name of Object.keys(fieldsOf(mention))) if (!keeps.has(name)) lost.set(name, (lost.get(name) ?? 0) + 1);
  }
  if (lost.size === 0) return [];
  return [
    warning(
      "lost-fields",
      `${format} cannot hold these fields, which are left out: ${[...lost].map(([name, count]) => `${name} (${count})`).join(", ")}`,
    ),
  ];
}
