import type { Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { createSpanConverter, isDiagnostic } from "./foreign-spans.js";
import { type InterchangeFormat, error, needText, warning } from "./interchange-format.js";
import { OWN_NAMES, readKind, writeKind } from "./kind-labels.js";
import { warnOfLostFields } from "./mention-fields.js";
import { asList, asText, isObject, pick, readJsonValues } from "./read-json-values.js";

/** Members of a line that are not metadata of the article. */
const OWN = new Set(["id", "text", "data", "label", "labels", "entities", "relations", "Comments", "comments", "cats"]);
const KEEPS = new Set(["title", "publishedAt", "textHash"]);

/**
 * doccano's JSON Lines for sequence labelling. Reads `label`/`labels` as `[start, end, label]` and `entities` as
 * objects with `start_offset`, `end_offset`, `label`; writes `label`. Offsets count code points. Other members of a
 * line are metadata, which doccano keeps.
 */
export const DOCCANO_FORMAT: InterchangeFormat = {
  name: "doccano",
  shape: "file",
  read: (files) => {
    const records: AnnotationRecord[] = [];
    const diagnostics: Diagnostic[] = [];
    let relations = 0;
    for (const file of files) {
      const values = readJsonValues(file);
      diagnostics.push(...values.diagnostics);
      for (const [index, { value, place }] of values.value.entries()) {
        const text = isObject(value) ? pick(value, "text", "data") : undefined;
        if (!isObject(value) || typeof text !== "string") {
          diagnostics.push(error("no-text", 'not a doccano line: it has no "text"', place));
          continue;
        }
        const spans = createSpanConverter(text);
        const mentions: Label[] = [];
        for (const [i, item] of asList(pick(value, "label", "labels", "entities")).entries()) {
          const [start, end, label] = Array.isArray(item)
            ? (item as unknown[])
            : isObject(item)
              ? [pick(item, "start_offset", "start"), pick(item, "end_offset", "end"), item["label"]]
              : [];
          const span = spans.read({ start, end }, `${place}, label ${i + 1}`);
          if (isDiagnostic(span)) diagnostics.push(span);
          else mentions.push({ ...readKind(asText(label) ?? "unknown", OWN_NAMES), ...span, text: text.slice(span.start, span.end) });
        }
        relations += asList(value["relations"]).length;
        const meta = Object.fromEntries(Object.entries(value).filter(([name]) => !OWN.has(name)));
        records.push({ ...meta, id: asText(value["id"]) ?? `${index + 1}`, text, mentions });
      }
    }
    if (relations > 0)
      diagnostics.push(
        warning("lost-relations", `${relations} relations between labels have no place in an annotation record and are left out`),
      );
    return { value: records, diagnostics };
  },
  write: (records) => {
    const diagnostics: Diagnostic[] = [];
    const lines = records.map((record) => {
      const text = needText(record, "doccano");
      diagnostics.push(...text.diagnostics);
      if (text.value === null) return "";
      const spans = createSpanConverter(text.value);
      const label = record.mentions.map((mention) => {
        const { start, end } = spans.write(mention);
        return [start, end, writeKind(mention, OWN_NAMES)];
      });
      const meta = Object.fromEntries(
        Object.entries(record).filter(([name]) => !OWN.has(name) && name !== "mentions" && name !== "labelledKinds"),
      );
      return JSON.stringify({ id: record.id, text: text.value, label, ...meta }) + "\n";
    });
    const kept = new Set([
      ...KEEPS,
      ...records.flatMap((r) => Object.keys(r)).filter((name) => name !== "entities" && name !== "labelledKinds"),
    ]);
    return { value: [{ path: "", content: lines.join("") }], diagnostics: [...diagnostics, ...warnOfLostFields(records, "doccano", kept)] };
  },
};
