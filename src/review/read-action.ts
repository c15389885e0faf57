import * as v from "valibot";
import type { Decision } from "../collate/decisions.js";
import { parseDecisions } from "../formats/parse-decisions.js";
import { MODALITIES, OUTCOMES, QUALIFIERS, SCOPES } from "../model/casualty.js";
import { TIMEX_MODS, TIMEX_TYPES } from "../model/calendar.js";
import { CAUSES, CERTAINTIES, INCIDENT_KINDS } from "../model/incident.js";
import { MENTION_KINDS } from "../model/mention.js";
import { REVIEW_LAYERS, type ReviewAction, type ReviewLabel, type Wording } from "../model/review.js";
import { parseIsoDate } from "../text/iso-date.js";

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const count = v.nullable(index);
const words = v.nullable(v.pipe(v.string(), v.maxLength(2000)));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const day = v.nullable(
  v.pipe(
    v.string(),
    v.check((written) => parseIsoDate(written) === written),
  ),
);

const wording = v.strictObject({ start: index, end: index, text: v.string(), inTitle: v.exactOptional(v.literal(true)) });

const label = v.strictObject({
  kind: v.picklist(MENTION_KINDS),
  start: index,
  end: index,
  text: v.string(),
  entity: v.exactOptional(name),
  type: v.exactOptional(v.picklist(TIMEX_TYPES)),
  value: v.exactOptional(v.nullable(v.union([name, index]))),
  mod: v.exactOptional(v.nullable(v.picklist(TIMEX_MODS))),
  from: v.exactOptional(day),
  to: v.exactOptional(day),
  outcome: v.exactOptional(v.picklist(OUTCOMES)),
  low: v.exactOptional(count),
  high: v.exactOptional(count),
  qualifier: v.exactOptional(v.picklist(QUALIFIERS)),
  victims: v.exactOptional(words),
  modality: v.exactOptional(v.picklist(MODALITIES)),
  scope: v.exactOptional(v.picklist(SCOPES)),
  attribution: v.exactOptional(words),
  implicit: v.exactOptional(v.boolean()),
  place: v.exactOptional(v.nullable(wording)),
  date: v.exactOptional(v.nullable(wording)),
  incident: v.exactOptional(v.nullable(name)),
});

const edit = v.strictObject({
  kind: v.exactOptional(v.picklist(INCIDENT_KINDS)),
  main: v.exactOptional(v.boolean()),
  cause: v.exactOptional(v.picklist(CAUSES)),
  place: v.exactOptional(v.nullable(wording)),
  date: v.exactOptional(v.nullable(wording)),
  actors: v.exactOptional(v.array(v.strictObject({ text: name, certainty: v.picklist(CERTAINTIES) }))),
});

const layers = v.pipe(v.array(v.picklist(REVIEW_LAYERS)), v.minLength(1));

const decision = v.custom<Decision>((value) => {
  const { value: read, diagnostics } = parseDecisions("decision", JSON.stringify(value ?? null));
  return diagnostics.length === 0 && read.length === 1;
}, "a decision as in decisions.jsonl");

const action = v.variant("do", [
  v.strictObject({ do: v.literal("keep"), article: name, key: name, label }),
  v.strictObject({ do: v.literal("wrong"), article: name, key: name }),
  v.strictObject({ do: v.literal("add"), article: name, inTitle: v.boolean(), label }),
  v.strictObject({ do: v.literal("incident"), article: name, incident: name, edit }),
  v.strictObject({ do: v.literal("complete"), article: name, layers }),
  v.strictObject({ do: v.literal("reopen"), article: name, layers }),
  v.strictObject({ do: v.literal("settle"), article: name, difference: name, taken: v.picklist(["first", "second"]) }),
  v.strictObject({ do: v.literal("decide"), decision, reason: words }),
  v.strictObject({ do: v.literal("agree"), finding: name }),
]);

const request = v.strictObject({
  /** The number of the last line of the journal that the page knows of what it changes. */
  revision: index,
  actions: v.pipe(v.array(action), v.minLength(1), v.maxLength(20_000)),
});

/** What the page asks for: actions of one step on one article, or on the corpus. */
export interface ActRequest {
  readonly revision: number;
  readonly actions: readonly ReviewAction[];
}

/** Reads the body of a request, or says in words what is wrong with it. */
export function readActRequest(body: unknown): ActRequest | string {
  const parsed = v.safeParse(request, body);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return `${v.getDotPath(issue) ?? "the request"}: ${issue.message}`;
  }
  const actions = parsed.output.actions as readonly ReviewAction[];
  const articles = new Set(actions.map((one) => ("article" in one ? one.article : null)));
  return articles.size > 1 ? "one request changes one article, or the corpus." : { revision: parsed.output.revision, actions };
}

/** What does not fit of a label, in words; null where it fits. The wording must be that of the text at its span. */
export function misfitOfLabel(label: ReviewLabel, text: string, title: string | null, inTitle: boolean): string | null {
  const own = misfitOfSpan(label, inTitle ? (title ?? "") : text);
  if (own !== null) return own;
  for (const link of [label.place, label.date]) {
    const fault = link ? misfitOfSpan(link, link.inTitle ? (title ?? "") : text) : null;
    if (fault !== null) return fault;
  }
  if (label.kind === "date" && typeof label.value === "number") return "the value of a date is text.";
  if (label.kind === "casualty" && typeof label.value === "string") return "the value of a casualty figure is a number.";
  if (label.kind === "casualty" && label.outcome === undefined) return "a casualty figure has an outcome.";
  if (label.from && label.to && label.from > label.to) return "the first day is after the last one.";
  return null;
}

function misfitOfSpan({ start, end, text: wording }: Wording, text: string): string | null {
  if (end <= start || end > text.length) return `the span ${start}–${end} is not in the text.`;
  if (splitsPair(text, start) || splitsPair(text, end)) return `the span ${start}–${end} cuts a character in two.`;
  return text.slice(start, end) === wording ? null : `at ${start}–${end} the text has other words than ${JSON.stringify(wording)}.`;
}

/** True between the two units of a character beyond the basic plane. */
const splitsPair = (text: string, at: number): boolean => {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
};
