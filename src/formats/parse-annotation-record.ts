import type { Checked, Diagnostic } from "../model/diagnostic.js";
import type { Entity } from "../model/entity.js";
import type { Label, LabelLayer } from "../score/label.js";
import { nearestSpan, readsAsOtherUnits } from "./nearest-span.js";

/**
 * A line of gold, of predictions or of a reviewer's work, from our program or from another. Only the id and the kind,
 * start and end of each mention are certain; fields that we do not know are kept as they came.
 */
export interface AnnotationRecord extends LabelLayer {
  readonly title?: string | null;
  readonly publishedAt?: string | null;
  readonly textHash?: string | null;
  /** The article, where the record brings it along. */
  readonly text?: string;
  readonly entities?: readonly Entity[];
}

/**
 * Reads one line of annotation JSON Lines. Every mention must fit the text, where the text is known: a span that does
 * not is an error that names the line, the mention and the nearest place where its wording stands.
 *
 * @param place where the line stands, `gold.jsonl:3`.
 * @param textOf gives the text of an article that does not bring its own, or null.
 * @returns value null where there is an error.
 */
export function parseAnnotationRecord(
  line: string,
  place: string,
  textOf: (id: string) => string | null = () => null,
): Checked<AnnotationRecord | null> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return failed("not-json", `not a JSON object: ${error instanceof Error ? error.message : String(error)}`, place);
  }
  return readAnnotationRecord(raw, place, textOf);
}

/** The same for a value that is parsed already. */
export function readAnnotationRecord(
  raw: unknown,
  place: string,
  textOf: (id: string) => string | null = () => null,
): Checked<AnnotationRecord | null> {
  if (!isObject(raw)) return failed("not-a-record", "expected one JSON object with an id and a list of mentions", place);
  const id = typeof raw.id === "number" ? String(raw.id) : raw.id;
  if (typeof id !== "string" || id === "") return failed("no-id", 'the record has no "id"; every article needs one', place);
  const mentions = raw.mentions;
  if (!Array.isArray(mentions))
    return failed("no-mentions", `article ${id} has no list of "mentions"; an article without any has an empty list`, place);
  if (raw.text !== undefined && raw.text !== null && typeof raw.text !== "string")
    return failed("text-not-a-string", `article ${id}: "text" is not a string`, place);
  const declared = raw.labelledKinds;
  if (declared !== undefined && !(Array.isArray(declared) && declared.every((kind) => typeof kind === "string"))) {
    return failed("labelled-kinds", `article ${id}: "labelledKinds" is not a list of kinds`, place);
  }
  const text = typeof raw.text === "string" ? raw.text : textOf(id);
  const diagnostics: Diagnostic[] = [];
  const labels = mentions.map((mention: unknown, index) => {
    const where = `${place}, article ${id}, mention ${index + 1}`;
    const fault = faultOf(mention) ?? misfitOf(mention as Label, text);
    if (fault) diagnostics.push({ severity: "error", ...fault, place: where });
    const label = mention as Label;
    if (fault || typeof label.text === "string") return label;
    const { text: _none, ...bare } = label;
    return text === null ? bare : { ...bare, text: text.slice(label.start, label.end) };
  });
  diagnostics.push(...titleFaults(raw.titleMentions, typeof raw.title === "string" ? raw.title : null, `${place}, article ${id}`));
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const { text: own, ...rest } = raw;
  return { value: { ...rest, ...(typeof own === "string" ? { text: own } : {}), id, mentions: labels } as AnnotationRecord, diagnostics };
}

/** What is wrong with the mentions of a title, whose offsets count in it. */
function titleFaults(mentions: unknown, title: string | null, place: string): Diagnostic[] {
  if (mentions === undefined || mentions === null) return [];
  if (!Array.isArray(mentions))
    return [{ severity: "error", code: "title-mentions", message: '"titleMentions" is not a list of mentions', place }];
  return mentions.flatMap((mention: unknown, index): Diagnostic[] => {
    const fault = faultOf(mention) ?? misfitOf(mention as Label, title ?? "");
    return fault ? [{ severity: "error", ...fault, place: `${place}, mention ${index + 1} of the title` }] : [];
  });
}

type Fault = Pick<Diagnostic, "code" | "message">;

/** What is wrong with a mention by itself. */
function faultOf(mention: unknown): Fault | null {
  if (!isObject(mention)) return { code: "not-a-mention", message: "a mention is an object with kind, start and end" };
  const { kind, start, end, text, confidence, value } = mention;
  if (typeof kind !== "string" || kind === "") return { code: "no-kind", message: 'the mention has no "kind"' };
  if (!isIndex(start) || !isIndex(end))
    return {
      code: "no-span",
      message: `"start" and "end" of the ${kind} are not whole numbers from 0: ${JSON.stringify(start)}, ${JSON.stringify(end)}`,
    };
  if (end <= start)
    return {
      code: "empty-span",
      message: `the ${kind} ends at ${end} before it starts at ${start}; spans are half-open, end is one past the last unit`,
    };
  if (text !== undefined && text !== null && typeof text !== "string")
    return { code: "bad-field", message: '"text" of the mention is not a string' };
  if (confidence !== undefined && confidence !== null && !(typeof confidence === "number" && confidence >= 0 && confidence <= 1)) {
    return { code: "bad-field", message: `confidence ${JSON.stringify(confidence)} is not a number from 0 to 1` };
  }
  if (kind === "date" && value !== undefined && value !== null && typeof value !== "string")
    return { code: "bad-field", message: `the value of a date is a string: ${JSON.stringify(value)}` };
  if (kind === "casualty") {
    for (const field of ["value", "low", "high"]) {
      const number = mention[field];
      if (number !== undefined && number !== null && !isIndex(number))
        return {
          code: "bad-field",
          message: `"${field}" of a casualty figure is a whole number from 0 or null: ${JSON.stringify(number)}`,
        };
    }
  }
  return null;
}

/** What is wrong with a mention in its text. */
function misfitOf(label: Label, text: string | null): Fault | null {
  if (text === null) return null;
  const wording = text.slice(label.start, label.end);
  const outside = label.end > text.length;
  const cutsPair = splitsPair(text, label.start) || splitsPair(text, label.end);
  if (!outside && !cutsPair && (typeof label.text !== "string" || label.text === wording)) return null;
  const said = typeof label.text !== "string" ? "" : ` ${JSON.stringify(label.text)}`;
  const what = outside
    ? `the ${label.kind}${said} at ${label.start}–${label.end} reaches beyond the text, which has ${text.length} UTF-16 units`
    : cutsPair
      ? `the ${label.kind}${said} at ${label.start}–${label.end} cuts a character in two`
      : `the ${label.kind} at ${label.start}–${label.end} says${said}, but the text there is ${JSON.stringify(wording)}`;
  return { code: "span-mismatch", message: `${what}; ${adviceOn(label, text)}` };
}

function adviceOn(label: Label, text: string): string {
  if (typeof label.text !== "string") return "correct its offsets";
  const units = readsAsOtherUnits(label, text);
  const near = nearestSpan(text, label.text, label.start);
  if (!near) return "its wording stands nowhere in the text";
  return (
    `the nearest fitting span is ${near.start}–` +
    `${near.end}${units ? ` (the offsets seem to count ${units}; dateline counts UTF-16 units)` : ""}`
  );
}

function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isIndex = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function failed(code: string, message: string, place: string): Checked<null> {
  return { value: null, diagnostics: [{ severity: "error", code, message, place }] };
}
