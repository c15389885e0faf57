import type { Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { createSpanConverter, isDiagnostic } from "./foreign-spans.js";
import { type InterchangeFormat, error, needText, warning } from "./interchange-format.js";
import { OWN_NAMES, readKind, writeKind } from "./kind-labels.js";
import { fieldsOf, hasFields, recordFieldsOf } from "./mention-fields.js";
import { asList, asText, isObject, readJsonValues } from "./read-json-values.js";

/**
 * Label Studio's JSON of tasks for a `<Text name="text">` with `<Labels name="label">`. Offsets count code points, as
 * Label Studio has since 1.3; older exports, which counted UTF-16 units, are known by their wording. What a mention
 * says beyond its span goes into a `<TextArea name="fields" perRegion="true">` as JSON.
 */
export const LABEL_STUDIO_FORMAT: InterchangeFormat = {
  name: "labelstudio",
  shape: "file",
  read: (files) => {
    const records: AnnotationRecord[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const file of files) {
      const values = readJsonValues(file);
      diagnostics.push(...values.diagnostics);
      values.value.forEach(({ value, place }, index) => {
        const task = readTask(value, place, index, diagnostics);
        if (task) records.push(task);
      });
    }
    return { value: records, diagnostics };
  },
  write: (records) => {
    const diagnostics: Diagnostic[] = [];
    const tasks = records.map((record, index) => {
      const text = needText(record, "Label Studio");
      diagnostics.push(...text.diagnostics);
      return {
        id: index + 1,
        data: { ...recordFieldsOf(record), id: record.id, text: text.value ?? "" },
        annotations: [{ result: writeRegions(record, text.value ?? "") }],
        predictions: [],
      };
    });
    return { value: [{ path: "", content: JSON.stringify(tasks, null, 1) + "\n" }], diagnostics };
  },
};

function readTask(value: unknown, place: string, index: number, diagnostics: Diagnostic[]): AnnotationRecord | null {
  const data = isObject(value) ? value["data"] : undefined;
  if (!isObject(value) || !isObject(data)) {
    diagnostics.push(error("not-a-task", 'not a Label Studio task: it has no "data"', place));
    return null;
  }
  const layers = [...asList(value["annotations"] ?? value["completions"]), ...asList(value["predictions"])].filter(
    (layer) => isObject(layer) && layer["was_cancelled"] !== true,
  );
  const results = asList(isObject(layers[0]) ? layers[0]["result"] : undefined).filter(isObject);
  if (asList(value["annotations"]).length > 1) {
    diagnostics.push(
      warning(
        "several-annotations",
        `the task has ${asList(value["annotations"]).length} annotations; the first that was not cancelled is read`,
        place,
      ),
    );
  }
  const textName = results.map((r) => r["to_name"]).find((name) => typeof name === "string" && typeof data[name] === "string") as
    string | undefined;
  const text = data[textName ?? "text"] ?? Object.values(data).find((v) => typeof v === "string");
  if (typeof text !== "string") {
    diagnostics.push(error("no-text", 'the task has no text in its "data"', place));
    return null;
  }
  const fields = new Map<string, Record<string, unknown>>();
  let unread = 0;
  for (const result of results) {
    const own = readFields(result);
    if (own && typeof result["id"] === "string") fields.set(result["id"], own);
    else if (labelsOf(result) === null) unread++;
  }
  if (unread > 0)
    diagnostics.push(
      warning(
        "lost-results",
        `${unread} results that are no text labels (relations, choices, notes) have no place in an annotation record and are left out`,
        place,
      ),
    );
  const spans = createSpanConverter(text, true);
  const mentions: Label[] = [];
  results.forEach((result, i) => {
    const labels = labelsOf(result);
    const region = result["value"];
    if (labels === null || !isObject(region)) return;
    const span = spans.read({ start: region["start"], end: region["end"], wording: asText(region["text"]) }, `${place}, result ${i + 1}`);
    if (isDiagnostic(span)) diagnostics.push(span);
    else
      for (const label of labels)
        mentions.push({
          ...readKind(label, OWN_NAMES),
          ...span,
          text: text.slice(span.start, span.end),
          ...fields.get(asText(result["id"]) ?? ""),
        });
  });
  const { id: dataId, [textName ?? "text"]: _text, ...meta } = data;
  return { ...meta, id: asText(dataId) ?? asText(value["id"]) ?? `${index + 1}`, text, mentions };
}

function labelsOf(result: Record<string, unknown>): readonly string[] | null {
  const value = result["value"];
  if (!isObject(value)) return null;
  const labels = value["labels"] ?? value["hypertextlabels"];
  return Array.isArray(labels) && labels.length > 0 ? labels.map(String) : null;
}

function readFields(result: Record<string, unknown>): Record<string, unknown> | null {
  if (result["from_name"] !== "fields" || !isObject(result["value"])) return null;
  try {
    const read: unknown = JSON.parse(asText(asList(result["value"]["text"])[0]) ?? "");
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

function writeRegions(record: AnnotationRecord, text: string): readonly unknown[] {
  const spans = createSpanConverter(text);
  return record.mentions.flatMap((mention, i) => {
    const id = `m${i + 1}`;
    const place = spans.write(mention);
    const region = {
      id,
      from_name: "label",
      to_name: "text",
      type: "labels",
      value: { ...place, text: text.slice(mention.start, mention.end), labels: [writeKind(mention, OWN_NAMES)] },
    };
    if (!hasFields(mention)) return [region];
    return [
      region,
      { id, from_name: "fields", to_name: "text", type: "textarea", value: { ...place, text: [JSON.stringify(fieldsOf(mention))] } },
    ];
  });
}
