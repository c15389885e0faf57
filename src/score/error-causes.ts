import type { Finding } from "./findings.js";
import type { Label } from "./label.js";
import { overlapOf } from "./label.js";
import { SCORED_NAMES } from "./labelled-kinds.js";
import { sameSpan } from "./schemes.js";
import { sameOutcome } from "./score-casualties.js";

/** Why a finding is wrong, as far as its words tell. `advice` says where to work. */
export interface Cause {
  readonly id: string;
  readonly title: string;
  readonly advice: string;
}

/** What the rest of the run tells about a finding. */
export interface FindingContext {
  /** True where some prediction of this kind, anywhere in the run, has this wording. */
  readonly foundElsewhere: (kind: string, wording: string) => boolean;
  /** Gold labels of the article that are not scored (`group`). */
  readonly unscored: readonly Label[];
}

interface CauseRule extends Cause {
  readonly holds: (finding: Finding, context: FindingContext) => boolean;
}

const isName = (f: Finding): boolean => SCORED_NAMES.has(f.kind);
const textOf = (label: Label | null): string => label?.text ?? "";

/** True for a sentence written in capitals, in which case tells nothing. */
export function isInCapitals(sentence: string | null): boolean {
  if (sentence === null) return false;
  let upper = 0;
  let letters = 0;
  for (const char of sentence) {
    const small = char.toLowerCase();
    if (small === char.toUpperCase()) continue;
    letters++;
    if (small !== char) upper++;
    // Ordinary sentences are told from their first letters.
    if (letters === 40 && upper < 12) return false;
  }
  return letters >= 12 && upper / letters >= 0.7;
}

const unresolved = (value: unknown): boolean =>
  typeof value === "string" && (value.startsWith("XXXX") || /^(?:PAST|PRESENT|FUTURE)_REF$/.test(value));
const sized =
  (compare: (gold: number, predicted: number) => boolean) =>
  ({ type, gold, predicted }: Finding): boolean =>
    type === "mismatch" &&
    gold !== null &&
    predicted !== null &&
    gold.kind === predicted.kind &&
    !sameSpan(gold, predicted) &&
    compare(gold.end - gold.start, predicted.end - predicted.start);
const inside = (a: Label, b: Label): boolean => a.start >= b.start && a.end <= b.end;
const content =
  (kind: string) =>
  (f: Finding): boolean =>
    f.type === "content" && f.kind === kind;

/** The first rule that holds names the cause; the last holds always. */
export const CAUSE_RULES: readonly CauseRule[] = [
  {
    id: "wrong-outcome",
    title: "wrong outcome",
    advice: "the verb or noun that says what happened to the people counted",
    holds: (f) => content("casualty")(f) && !!f.gold && !!f.predicted && !sameOutcome(f.gold, f.predicted),
  },
  {
    id: "wrong-number",
    title: "wrong number",
    advice: "how the quantity is read",
    holds: (f) => content("casualty")(f) && (f.gold?.value ?? null) !== (f.predicted?.value ?? null),
  },
  { id: "wrong-bounds", title: "wrong bounds", advice: "the words that bound or soften the number", holds: content("casualty") },
  {
    id: "missing-anchor",
    title: "missing anchor",
    advice: "publication date, dateline or the date told before",
    holds: (f) => content("date")(f) && unresolved(f.predicted?.value) && !unresolved(f.gold?.value),
  },
  {
    id: "wrong-granularity",
    title: "wrong granularity",
    advice: "whether a day, week, month or year is meant",
    holds: (f) => content("date")(f) && String(f.gold?.value).length !== String(f.predicted?.value).length,
  },
  {
    id: "wrong-direction",
    title: "wrong anchor or direction",
    advice: "before or after the anchor, and which anchor",
    holds: (f) => content("date")(f) && shapeOf(f.gold) === shapeOf(f.predicted),
  },
  { id: "wrong-value", title: "wrong value", advice: "the rule that gives the value", holds: (f) => f.type === "content" },
  {
    id: "kind",
    title: "right span, wrong kind",
    advice: "which kind the name is here",
    holds: ({ type, gold, predicted }) => type === "mismatch" && !!gold && !!predicted && sameSpan(gold, predicted),
  },
  {
    id: "boundary-long",
    title: "boundary: too long",
    advice: "titles, articles and neighbors that belong outside",
    holds: (f) => sized((g, p) => p > g)(f) && !!f.gold && !!f.predicted && inside(f.gold, f.predicted),
  },
  {
    id: "boundary-short",
    title: "boundary: too short",
    advice: "parts of the name left outside",
    holds: (f) => sized((g, p) => p < g)(f) && !!f.gold && !!f.predicted && inside(f.predicted, f.gold),
  },
  { id: "boundary-shifted", title: "boundary: shifted", advice: "where the name begins and ends", holds: sized(() => true) },
  { id: "kind-and-boundary", title: "wrong kind and boundary", advice: "names that run into others", holds: (f) => f.type === "mismatch" },
  {
    id: "missed-capitals",
    title: "missed in capitals",
    advice: "headlines and texts in capitals",
    holds: (f) => f.type === "missed" && isInCapitals(f.sentence),
  },
  {
    id: "missed-lower-case",
    title: "missed: no capital",
    advice: "names written small",
    holds: (f) => f.type === "missed" && isName(f) && textOf(f.gold) !== "" && textOf(f.gold) === textOf(f.gold).toLowerCase(),
  },
  {
    id: "missed-here",
    title: "missed here, found elsewhere",
    advice: "context that hides a known name",
    holds: (f, c) => f.type === "missed" && isName(f) && c.foundElsewhere(f.kind, textOf(f.gold)),
  },
  {
    id: "unseen-name",
    title: "unseen name",
    advice: "names that the program finds nowhere",
    holds: (f) => f.type === "missed" && isName(f),
  },
  {
    id: "missed-implicit",
    title: "missed implicit figure",
    advice: "single victims without a number",
    holds: (f) => f.type === "missed" && f.gold?.implicit === true,
  },
  {
    id: "missed-zero",
    title: "missed zero",
    advice: "no one, none, no casualties",
    holds: (f) => f.type === "missed" && f.kind === "casualty" && f.gold?.value === 0,
  },
  {
    id: "missed-vague",
    title: "missed vague figure",
    advice: "dozens, several, hundreds",
    holds: (f) => f.type === "missed" && f.gold?.qualifier === "vague",
  },
  {
    id: "missed-figure",
    title: "missed figure",
    advice: "the trigger or the way from it to the number",
    holds: (f) => f.type === "missed" && f.kind === "casualty",
  },
  {
    id: "missed-date",
    title: "missed date",
    advice: "expressions that no rule knows",
    holds: (f) => f.type === "missed" && f.kind === "date",
  },
  { id: "missed", title: "missed", advice: "what the program finds nowhere", holds: (f) => f.type === "missed" },
  {
    id: "spurious-group",
    title: "spurious: a group",
    advice: "demonyms and peoples taken for names",
    holds: (f, c) => isName(f) && c.unscored.some((label) => f.predicted !== null && overlapOf(label, f.predicted) > 0),
  },
  {
    id: "spurious-capitals",
    title: "spurious in capitals",
    advice: "headlines and texts in capitals",
    holds: (f) => isName(f) && isInCapitals(f.sentence),
  },
  {
    id: "spurious-start",
    title: "spurious at sentence start",
    advice: "first words, which are always capital",
    holds: (f) => isName(f) && f.sentenceSpan !== null && f.predicted?.start === f.sentenceSpan.start,
  },
  { id: "spurious-name", title: "spurious name", advice: "capital words that name none of the three", holds: isName },
  {
    id: "spurious-implicit",
    title: "spurious implicit figure",
    advice: "single people to whom nothing happened",
    holds: (f) => f.predicted?.implicit === true,
  },
  { id: "spurious-figure", title: "spurious figure", advice: "numbers of something else", holds: (f) => f.kind === "casualty" },
  { id: "spurious-date", title: "spurious date", advice: "words that only look like dates", holds: (f) => f.kind === "date" },
  { id: "spurious", title: "spurious", advice: "what is no mention at all", holds: () => true },
];

/** A value with its digits taken out: `2025-06-28` and `2025-07-05` have one shape. */
const shapeOf = (label: Label | null): string => String(label?.value).replace(/\d/g, "0");

/** The cause of a finding. */
export function causeOf(finding: Finding, context: FindingContext): Cause {
  return CAUSE_RULES.find((rule) => rule.holds(finding, context)) ?? (CAUSE_RULES.at(-1) as CauseRule);
}
