import type { Diagnostic } from "../../model/diagnostic.js";
import { type Label, compareText } from "../../score/label.js";
import type { AnnotationRecord } from "../parse-annotation-record.js";
import { fileNameOf, idOfFile } from "./article-file-names.js";
import { createSpanConverter, isDiagnostic } from "./foreign-spans.js";
import { type InterchangeFormat, type NamedFile, error, needText, warning } from "./interchange-format.js";
import { OWN_NAMES, readKind, writeKind } from "./kind-labels.js";
import { fieldsOf, recordFieldsOf } from "./mention-fields.js";
import { isObject } from "./read-json-values.js";

/** Fields that read well as brat attributes: one word from a short list. */
const ATTRIBUTES = ["type", "mod", "outcome", "qualifier", "modality", "scope"] as const;

/**
 * brat standoff: a folder with `<article>.txt` and `<article>.ann`. Offsets count code points. Short fields become
 * attributes (`A1 outcome T1 killed`), the others a note in JSON (`#1 AnnotatorNotes T1 {…}`); mentions of one entity
 * become an equivalence.
 */
export const BRAT_FORMAT: InterchangeFormat = {
  name: "brat",
  shape: "folder",
  read: (files, { textOf }) => {
    const diagnostics: Diagnostic[] = [];
    const texts = new Map(files.filter((f) => f.path.endsWith(".txt")).map((f) => [f.path.slice(0, -4), f.content]));
    const notes = new Map(files.filter((f) => f.path.endsWith(".ann")).map((f) => [f.path.slice(0, -4), f]));
    const stems = [...new Set([...texts.keys(), ...notes.keys()])].sort(compareText);
    const records = stems.flatMap((stem): AnnotationRecord[] => {
      const id = idOfFile(stem);
      const text = texts.get(stem) ?? textOf(id);
      if (text === null) {
        diagnostics.push(
          error("no-text", `there is no ${stem}.txt, and the text of ${id} is not known: add it or give --articles`, `${stem}.ann`),
        );
        return [];
      }
      return [readStandoff(id, text, notes.get(stem) ?? { path: `${stem}.ann`, content: "" }, diagnostics)];
    });
    return { value: records, diagnostics };
  },
  write: (records) => {
    const diagnostics: Diagnostic[] = [];
    const files = records.flatMap((record) => {
      const text = needText(record, "brat");
      diagnostics.push(...text.diagnostics);
      if (text.value === null) return [];
      const stem = fileNameOf(record.id);
      return [
        { path: `${stem}.txt`, content: text.value },
        { path: `${stem}.ann`, content: writeStandoff(record, text.value) },
      ];
    });
    const repeated = records.filter((record, i) => records.findIndex((r) => r.id === record.id) !== i);
    if (repeated.length > 0)
      diagnostics.push(
        error(
          "repeated-id",
          `brat names files after articles, and these ids stand more than once: ${repeated.map((r) => r.id).join(", ")}`,
          null,
        ),
      );
    return { value: files, diagnostics };
  },
};

function readStandoff(id: string, text: string, { path, content }: NamedFile, diagnostics: Diagnostic[]): AnnotationRecord {
  const spans = createSpanConverter(text);
  const mentions = new Map<string, Record<string, unknown>>();
  let record: Record<string, unknown> = {};
  let lost = 0;
  content.split("\n").forEach((line, i) => {
    const place = `${path}:${i + 1}`;
    const [key = "", middle = "", rest] = line.replace(/\r$/, "").split("\t");
    const [name = "", ...words] = middle.split(" ");
    if (key.startsWith("T")) {
      const pieces = words
        .join(" ")
        .split(";")
        .map((piece) => piece.split(" ").map(Number));
      if (pieces.length > 1)
        diagnostics.push(
          warning(
            "discontinuous",
            `the mention has ${pieces.length} pieces; a record holds whole spans, so it is read from first to last`,
            place,
          ),
        );
      const start = Math.min(...pieces.map((piece) => piece[0] ?? NaN));
      const end = Math.max(...pieces.map((piece) => piece[1] ?? NaN));
      const span = spans.read({ start, end, wording: pieces.length > 1 ? undefined : rest }, place);
      if (isDiagnostic(span)) diagnostics.push(span);
      else mentions.set(key, { ...readKind(name, OWN_NAMES), ...span, text: text.slice(span.start, span.end) });
    } else if (key.startsWith("A") || key.startsWith("M")) {
      const mention = mentions.get(words[0] ?? "");
      if (mention)
        Object.defineProperty(mention, name, {
          value: words[1] === "null" ? null : (words[1] ?? true),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      else lost++;
    } else if (key.startsWith("#")) {
      const note = readNote(rest ?? "");
      const mention = mentions.get(words[0] ?? "");
      if (mention) Object.assign(mention, note ?? { note: rest });
      else if (words[0] === "Article" && note) record = note;
      else lost++;
    } else if (key === "*" && name === "Equiv") {
      const named = words.find((word) => typeof mentions.get(word)?.["entity"] === "string");
      const entity = named === undefined ? `equiv:${words[0]}` : mentions.get(named)?.["entity"];
      for (const word of words) {
        const mention = mentions.get(word);
        if (mention && mention["entity"] === undefined) mention["entity"] = entity;
      }
    } else if (key !== "") lost++;
  });
  if (lost > 0)
    diagnostics.push(
      warning("lost-annotations", `${lost} relations, events or notes have no place in an annotation record and are left out`, path),
    );
  return { ...record, id, text, mentions: [...mentions.values()] as unknown as Label[] };
}

function readNote(note: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(note);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

function writeStandoff(record: AnnotationRecord, text: string): string {
  const spans = createSpanConverter(text);
  const lines: string[] = [];
  const entities = new Map<string, string[]>();
  let attributes = 0;
  let notes = 0;
  record.mentions.forEach((mention, i) => {
    const key = `T${i + 1}`;
    const { start, end } = spans.write(mention);
    const type = writeKind(mention, OWN_NAMES);
    lines.push(`${key}\t${type.replace(/\s/g, "_")} ${start} ${end}\t${text.slice(mention.start, mention.end).replace(/[\r\n\t]/g, " ")}`);
    const fields: Record<string, unknown> = { ...(/\s/.test(type) ? { kind: mention.kind } : {}), ...fieldsOf(mention) };
    for (const name of ATTRIBUTES) {
      const value = fields[name];
      if (typeof value !== "string" || !/^[\w-]+$/.test(value) || value === "null") continue;
      lines.push(`A${++attributes}\t${name} ${key} ${value}`);
      Reflect.deleteProperty(fields, name);
    }
    if (Object.keys(fields).length > 0) lines.push(`#${++notes}\tAnnotatorNotes ${key}\t${JSON.stringify(fields)}`);
    if (mention.entity !== undefined) entities.set(mention.entity, [...(entities.get(mention.entity) ?? []), key]);
  });
  for (const keys of entities.values()) if (keys.length > 1) lines.push(`*\tEquiv ${keys.join(" ")}`);
  const own = recordFieldsOf(record);
  if (Object.keys(own).length > 0) lines.push(`#${++notes}\tAnnotatorNotes Article\t${JSON.stringify(own)}`);
  return lines.map((line) => line + "\n").join("");
}
