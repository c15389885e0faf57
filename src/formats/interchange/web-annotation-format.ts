import type { Diagnostic } from "../../model/diagnostic.js";
import type { Label } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { createSpanConverter, isDiagnostic } from "./foreign-spans.js";
import { type InterchangeFormat, error, needText, warning } from "./interchange-format.js";
import { OWN_NAMES, readKind, writeKind } from "./kind-labels.js";
import { fieldsOf, hasFields, recordFieldsOf } from "./mention-fields.js";
import { asList, asText, isObject, pick, readJsonValues } from "./read-json-values.js";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const SOURCE = "urn:dateline:article:";
/** Characters of context in a TextQuoteSelector. */
const QUOTE_CONTEXT = 32;

/**
 * W3C Web Annotation (JSON-LD): a collection whose page holds an annotation for each mention, with the kind as a tag,
 * the other fields as a JSON description, and both a text position (code points, as the recommendation demands) and a
 * text quote. The articles come along as `dateline:articles`, so that the file can be read alone.
 */
export const WEB_ANNOTATION_FORMAT: InterchangeFormat = {
  name: "w3c",
  shape: "file",
  read: (files, { textOf, ids }) => {
    const diagnostics: Diagnostic[] = [];
    const records = new Map<string, { readonly fields: Record<string, unknown>; readonly text: string; readonly mentions: Label[] }>();
    for (const file of files) {
      const values = readJsonValues(file);
      diagnostics.push(...values.diagnostics);
      for (const { value } of values.value) {
        for (const article of asList(isObject(value) ? value["dateline:articles"] : undefined).filter(isObject)) {
          const { id, text, ...fields } = article;
          if (typeof id === "string" && typeof text === "string") records.set(id, { fields, text, mentions: [] });
        }
      }
      values.value
        .flatMap(({ value, place }) => annotationsOf(value).map((annotation) => ({ annotation, place })))
        .forEach(({ annotation, place }, i) => {
          const where = `${place}, annotation ${asText(annotation["id"]) ?? i + 1}`;
          const { id, selectors } = targetOf(annotation, ids);
          const text = records.get(id)?.text ?? textOf(id);
          if (text === null) {
            diagnostics.push(error("no-text", `the text of article ${id} is not known: give --articles`, where));
            return;
          }
          const mention = readMention(annotation, selectors, text, where, diagnostics);
          const record = records.get(id) ?? { fields: {}, text, mentions: [] };
          records.set(id, record);
          if (mention) record.mentions.push(mention);
        });
    }
    return { value: [...records].map(([id, { fields, text, mentions }]) => ({ ...fields, id, text, mentions })), diagnostics };
  },
  write: (records) => {
    const diagnostics: Diagnostic[] = [];
    const items: unknown[] = [];
    for (const record of records) {
      const text = needText(record, "W3C Web Annotation");
      diagnostics.push(...text.diagnostics);
      if (text.value !== null) items.push(...writeAnnotations(record, text.value));
    }
    const collection = {
      "@context": [CONTEXT, { dateline: SOURCE }],
      id: "urn:dateline:annotations",
      type: "AnnotationCollection",
      total: items.length,
      first: { id: "urn:dateline:annotations:1", type: "AnnotationPage", startIndex: 0, items },
      "dateline:articles": records.map((record) => ({ id: record.id, ...recordFieldsOf(record), text: record.text ?? "" })),
    };
    return { value: [{ path: "", content: JSON.stringify(collection, null, 1) + "\n" }], diagnostics };
  },
};

/** The annotations of a collection, a page, a list or one by itself. */
function annotationsOf(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(annotationsOf);
  if (!isObject(value)) return [];
  if (asList(value["type"] ?? value["@type"]).some((type) => String(type).endsWith("Annotation"))) return [value];
  return [...annotationsOf(value["first"]), ...annotationsOf(value["items"]), ...annotationsOf(value["@graph"])];
}

function targetOf(
  annotation: Record<string, unknown>,
  ids: readonly string[],
): { readonly id: string; readonly selectors: readonly Record<string, unknown>[] } {
  const target = asList(annotation["target"])[0];
  const source = isObject(target) ? pick(target, "source", "id") : target;
  const uri = asText(isObject(source) ? source["id"] : source) ?? "";
  const decoded = uri.startsWith(SOURCE) ? decodeURIComponent(uri.slice(SOURCE.length)) : uri;
  // A foreign source may be a URL whose last part is the name of an article that we have.
  const last = decoded.split(/[#?]/)[0]?.split("/").pop() ?? "";
  const id = ids.includes(decoded)
    ? decoded
    : (ids.find((known) => known === last || known === last.replace(/\.\w+$/, "")) ??
      (ids.length === 1 && decoded === "" ? (ids[0] ?? "") : decoded));
  return {
    id,
    selectors: isObject(target)
      ? asList(target["selector"])
          .filter(isObject)
          .flatMap((s) => [s, ...asList(s["refinedBy"]).filter(isObject)])
      : [],
  };
}

function readMention(
  annotation: Record<string, unknown>,
  selectors: readonly Record<string, unknown>[],
  text: string,
  where: string,
  diagnostics: Diagnostic[],
): Label | null {
  const position = selectors.find((s) => s["type"] === "TextPositionSelector");
  const quote = selectors.find((s) => s["type"] === "TextQuoteSelector");
  const exact = asText(quote?.["exact"]);
  const span = position
    ? createSpanConverter(text).read({ start: position["start"], end: position["end"], wording: exact }, where)
    : (findQuote(text, exact, asText(quote?.["prefix"]) ?? "", asText(quote?.["suffix"]) ?? "") ??
      error("no-position", "neither a text position nor a text quote that stands in the text", where));
  if (isDiagnostic(span)) {
    diagnostics.push(span);
    return null;
  }
  const bodies = asList(annotation["body"] ?? annotation["bodyValue"]);
  const tag =
    bodies.find((b) => isObject(b) && (b["purpose"] === "tagging" || b["purpose"] === "classifying")) ??
    bodies.find((b) => typeof b === "string" || (isObject(b) && b["purpose"] !== "describing"));
  const label = asText(isObject(tag) ? pick(tag, "value", "label", "id") : tag);
  if (label === undefined) {
    diagnostics.push(warning("no-tag", "the annotation has no tag; its kind is unknown", where));
  }
  const description = bodies.find((b) => isObject(b) && b["purpose"] === "describing" && b["format"] === "application/json");
  return { ...readKind(label ?? "unknown", OWN_NAMES), ...span, text: text.slice(span.start, span.end), ...readDescription(description) };
}

/** The place of a quote; where it stands more than once, the one whose surroundings fit best. */
function findQuote(
  text: string,
  exact: string | undefined,
  prefix: string,
  suffix: string,
): { readonly start: number; readonly end: number } | null {
  if (!exact) return null;
  let best = -1;
  let most = -1;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const fit =
      (prefix !== "" && text.slice(0, at).endsWith(prefix) ? 1 : 0) + (suffix !== "" && text.startsWith(suffix, at + exact.length) ? 1 : 0);
    if (fit > most) {
      most = fit;
      best = at;
    }
  }
  return best < 0 ? null : { start: best, end: best + exact.length };
}

function readDescription(body: unknown): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(asText(isObject(body) ? body["value"] : undefined) ?? "{}");
    return isObject(read) ? read : {};
  } catch {
    return {};
  }
}

function writeAnnotations(record: AnnotationRecord, text: string): readonly unknown[] {
  const spans = createSpanConverter(text);
  const source = SOURCE + encodeURIComponent(record.id);
  return record.mentions.map((mention, i) => ({
    id: `${source}:${i + 1}`,
    type: "Annotation",
    motivation: "classifying",
    body: [
      { type: "TextualBody", purpose: "tagging", value: writeKind(mention, OWN_NAMES) },
      ...(hasFields(mention)
        ? [{ type: "TextualBody", purpose: "describing", format: "application/json", value: JSON.stringify(fieldsOf(mention)) }]
        : []),
    ],
    target: {
      source,
      selector: [
        { type: "TextPositionSelector", ...spans.write(mention) },
        {
          type: "TextQuoteSelector",
          exact: text.slice(mention.start, mention.end),
          prefix: wholeCharacters(text.slice(Math.max(0, mention.start - QUOTE_CONTEXT), mention.start)),
          suffix: wholeCharacters(text.slice(mention.end, mention.end + QUOTE_CONTEXT)),
        },
      ],
    },
  }));
}

/** Without half characters at its edges, which UTF-8 cannot write. */
const wholeCharacters = (text: string): string => text.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
