import * as v from "valibot";

/** What is wrong with a value from outside: where, and what should be there. */
export interface ValueFault {
  /** The key, or the path to it (`mentions.2.start`); empty for the value itself. */
  readonly path: string;
  /** What is there, in short. */
  readonly found: string;
  /** What should be there; null where the key itself is unknown. */
  readonly wanted: string | null;
  /** True where it is of the right type and yet none of the values that may be. */
  readonly outOfRange: boolean;
  /** The keys that there are, where one is unknown. */
  readonly known: readonly string[];
}

/** Checks a value against a schema. Gives a copy of what the schema knows, read once, or what is wrong. */
export function checkValue<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): { readonly value: v.InferOutput<S> } | { readonly faults: readonly ValueFault[] } {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return { value: parsed.output };
  return { faults: parsed.issues.map((issue) => faultOf(schema, issue)) };
}

function faultOf(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): ValueFault {
  const unknownKey = issue.type === "strict_object" && issue.expected === "never";
  const entries = "entries" in schema ? Object.keys(schema.entries as object) : [];
  return {
    path: v.getDotPath(issue) ?? "",
    found: showValue(unknownKey ? undefined : issue.input),
    wanted: unknownKey ? null : issue.message,
    outOfRange: issue.kind !== "schema" || issue.type === "picklist",
    known: unknownKey ? entries : [],
  };
}

/** The error to throw: a RangeError where every value is of the right type, else a TypeError. One line that begins with who was called. */
export function toError(caller: string, faults: readonly ValueFault[]): Error {
  const message = formatFaults(caller, faults);
  return faults.every(({ outOfRange }) => outOfRange) ? new RangeError(message) : new TypeError(message);
}

function formatFaults(caller: string, faults: readonly ValueFault[]): string {
  const told = faults.slice(0, 5).map(({ path, found, wanted, known }) => {
    const name = path === "" ? "what was given" : `\`${JSON.stringify(path.slice(0, 80)).slice(1, -1)}\``;
    return wanted === null ? `${name} is not known; there are ${known.join(", ")}` : `${name} is ${found}; give ${wanted}`;
  });
  return `${caller}: ${told.join(". ")}${faults.length > 5 ? `, and ${faults.length - 5} more` : ""}.`;
}

/** A value in a few words: control characters escaped, long ones cut. */
function showValue(value: unknown): string {
  if (value === null || value === undefined || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.length > 40 ? `${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "a Date that is no day" : "a Date";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
