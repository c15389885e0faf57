import { memberKind, type Decision, type PlacedDecision } from "../collate/decisions.js";
import { INCIDENT_FIELDS, isFieldValue } from "../collate/incidents/set-fields.js";
import type { Checked, Diagnostic } from "../model/diagnostic.js";

const KINDS = ["merge", "split", "drop", "set"] as const;

/** Reads `decisions.jsonl`. Blank lines and lines that begin with `#` are passed over; any other that is no decision is an error. */
export function parseDecisions(file: string, text: string): Checked<readonly PlacedDecision[]> {
  const value: PlacedDecision[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, written] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (written.trim() === "" || written.startsWith("#")) continue;
    const decision = parseDecision(written);
    if (typeof decision === "string")
      diagnostics.push({ severity: "error", code: "bad-decision", place: `${file}:${index + 1}`, message: decision });
    else value.push({ line: index + 1, decision });
  }
  return { value, diagnostics };
}

/** The decision of a line, or what is wrong with it. */
function parseDecision(written: string): Decision | string {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return 'is no JSON. Write one object a line, such as {"decision":"merge","members":["a1#incident:1","b7#incident:1"]}.';
  }
  const { decision, members, field, value } = (typeof json === "object" && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  const kind = KINDS.find((known) => known === decision);
  if (!kind) return `"decision" is ${JSON.stringify(decision) ?? "missing"}. Write ${KINDS.join(", ")}.`;
  if (!isListOfNames(members))
    return '"members" is no list of names such as "a1#incident:1": the article, a hash sign, and the incident or entity within it.';
  if (kind === "merge" && members.length < 2) return "merge needs two members at least.";
  if (new Set(members.map(memberKind)).size > 1) return '"members" mixes incidents and entities.';
  if (kind !== "set") return { decision: kind, members };
  if (typeof field !== "string") return 'set needs a "field" and a "value".';
  if (memberKind(members[0] as string) === "incident") {
    if (!(INCIDENT_FIELDS as readonly string[]).includes(field))
      return `an incident has no field ${JSON.stringify(field)} to set. Write one of ${INCIDENT_FIELDS.join(", ")}.`;
    if (!isFieldValue(field, value)) return `${JSON.stringify(value) ?? "nothing"} is no value of ${field}. ${FORMS}`;
  }
  return { decision: kind, members, field, value: value ?? null };
}

const FORMS =
  'A toll is a whole number or null; date is {"from","to"} as YYYY-MM-DD or null; place is {"name", ' +
  '"latitude"?, "longitude"?, "country"?, "admin1"?} or null; cause and kind are words; people is a ' +
  "list of names.";

const isListOfNames = (members: unknown): members is readonly string[] =>
  Array.isArray(members) && members.length > 0 && members.every((member) => typeof member === "string" && /.#./.test(member));
