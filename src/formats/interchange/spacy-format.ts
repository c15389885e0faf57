import type { Diagnostic } from "../../model/diagnostic.js";
import { type Label, compareLabels } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { type SpanConverter, createSpanConverter, isDiagnostic } from "./foreign-spans.js";
import { type InterchangeFormat, error, needText } from "./interchange-format.js";
import { SPACY_NAMES, readKind, writeKind } from "./kind-labels.js";
import { recordFieldsOf, warnOfLostFields } from "./mention-fields.js";
import { type PlacedValue, asList, asText, isObject, readJsonValues } from "./read-json-values.js";

/** Where spaCy keeps spans that overlap others: `doc.spans["sc"]`. */
const SPAN_GROUP = "sc";

/**
 * spaCy's JSON of documents (`Doc.to_json`): `text`, `ents` that do not overlap and `spans` that may. Offsets count code
 * points. Also reads training examples (`[text, {"entities": [[start, end, label]]}]`) and the paragraphs of spaCy 2.
 * An entity of ours is the `kb_id` of a span; the id of the article is written as `id`, which spaCy passes over.
 */
export const SPACY_FORMAT: InterchangeFormat = {
  name: "spacy",
  shape: "file",
  read: (files) => {
    const records: AnnotationRecord[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const file of files) {
      const values = readJsonValues(file);
      diagnostics.push(...values.diagnostics);
      for (const value of values.value.flatMap(documentsOf)) {
        const read = readDocument(value, records.length, diagnostics);
        if (read) records.push(read);
      }
    }
    return { value: records, diagnostics };
  },
  write: (records) => {
    const diagnostics: Diagnostic[] = [];
    const documents = records.map((record) => {
      const text = needText(record, "spaCy");
      diagnostics.push(...text.diagnostics);
      return writeDocument(record, text.value ?? "");
    });
    const kept = new Set([
      "entity",
      ...records.flatMap((record) => Object.keys(recordFieldsOf(record))).filter((name) => name !== "entities" && name !== "labelledKinds"),
    ]);
    return {
      value: [{ path: "", content: JSON.stringify(documents, null, 1) + "\n" }],
      diagnostics: [...diagnostics, ...warnOfLostFields(records, "spaCy", kept)],
    };
  },
};

/** One spaCy document, whatever it came wrapped in. */
interface SpacyDocument {
  readonly text: unknown;
  readonly spans: readonly unknown[];
  readonly rest: Record<string, unknown>;
  readonly place: string;
}

function documentsOf({ value, place }: PlacedValue): readonly SpacyDocument[] {
  if (Array.isArray(value)) {
    const [text, annotations] = value as unknown[];
    return [{ text, spans: asList(isObject(annotations) ? annotations["entities"] : undefined), rest: {}, place }];
  }
  if (!isObject(value)) return [{ text: undefined, spans: [], rest: {}, place }];
  if (Array.isArray(value["paragraphs"])) {
    return value["paragraphs"].filter(isObject).map((p, i) => ({
      text: p["raw"] ?? p["text"],
      spans: [...asList(p["entities"])],
      rest: value["paragraphs"] && asList(value["paragraphs"]).length === 1 ? { id: value["id"] } : {},
      place: `${place}, paragraph ${i + 1}`,
    }));
  }
  const { text, ents, entities, spans, sents: _sents, tokens: _tokens, cats: _cats, _, ...rest } = value;
  const groups = isObject(spans) ? Object.values(spans).flatMap(asList) : asList(spans);
  return [
    {
      text,
      spans: [...asList(ents ?? entities), ...groups],
      rest: isObject(_) ? { ...rest, ...(isObject(_["dateline"]) ? _["dateline"] : {}) } : rest,
      place,
    },
  ];
}

function readDocument({ text, spans, rest, place }: SpacyDocument, index: number, diagnostics: Diagnostic[]): AnnotationRecord | null {
  if (typeof text !== "string") {
    diagnostics.push(error("no-text", 'not a spaCy document: it has no "text"', place));
    return null;
  }
  const converter = createSpanConverter(text);
  const mentions: Label[] = [];
  for (const [i, item] of spans.entries()) {
    const [start, end, label, kbId, wording] = Array.isArray(item)
      ? (item as unknown[])
      : isObject(item)
        ? [item["start"], item["end"], item["label"], item["kb_id"], item["text"]]
        : [];
    const span = converter.read({ start, end, wording: typeof wording === "string" ? wording : undefined }, `${place}, span ${i + 1}`);
    if (isDiagnostic(span)) diagnostics.push(span);
    else
      mentions.push({
        ...readKind(asText(label) ?? "unknown", SPACY_NAMES),
        ...span,
        text: text.slice(span.start, span.end),
        ...(typeof kbId === "string" && kbId !== "" ? { entity: kbId } : {}),
      });
  }
  const { id, ...meta } = rest;
  return { ...meta, id: asText(id) ?? `${index + 1}`, text, mentions: mentions.sort(compareLabels) };
}

function writeDocument(record: AnnotationRecord, text: string): unknown {
  const converter = createSpanConverter(text);
  const ents: unknown[] = [];
  const overlapping: unknown[] = [];
  let end = 0;
  for (const mention of [...record.mentions].sort(compareLabels)) {
    const free = mention.start >= end;
    (free ? ents : overlapping).push(writeSpan(mention, converter));
    if (free) end = mention.end;
  }
  const { entities: _entities, labelledKinds: _kinds, ...meta } = recordFieldsOf(record);
  return { id: record.id, ...meta, text, ents, ...(overlapping.length > 0 ? { spans: { [SPAN_GROUP]: overlapping } } : {}) };
}

function writeSpan(mention: Label, converter: SpanConverter): unknown {
  return {
    ...converter.write(mention),
    label: writeKind(mention, SPACY_NAMES),
    ...(mention.entity === undefined ? {} : { kb_id: mention.entity }),
  };
}
