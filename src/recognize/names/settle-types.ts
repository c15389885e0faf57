import type { TypedSpan } from "./typed-span.js";

const NAMES: ReadonlySet<string> = new Set(["PER", "ORG", "LOC"]);

/** How much of the confidence in a wording's names one type must have to be theirs all. */
const MAJORITY = 0.7;

/**
 * Gives the names of one wording one type where most of them have it: an article seldom means two things by one name.
 * A place and the team or government of its name are two, and stay.
 */
export function settleTypes(text: string, spans: readonly TypedSpan[]): readonly TypedSpan[] {
  const votes = new Map<string, Map<string, number>>();
  for (const { start, end, type, confidence } of spans) {
    if (end - start > 80) continue;
    const wording = text.slice(start, end);
    const known = votes.get(wording) ?? new Map<string, number>();
    known.set(type, (known.get(type) ?? 0) + confidence);
    votes.set(wording, known);
  }
  return spans.map((span) => {
    const known = votes.get(text.slice(span.start, span.end));
    if (!known || known.size < 2) return span;
    const [best, second] = [...known].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const total = [...known.values()].reduce((sum, n) => sum + n, 0);
    if (!best || !second || !NAMES.has(best[0]) || best[0] === span.type || best[1] < MAJORITY * total) return span;
    if (known.has("LOC") && known.has("ORG") && span.type !== "PER" && span.type !== "MISC") return span;
    if (span.type === "GRP") return span;
    return { ...span, type: best[0], by: "one-kind" };
  });
}
