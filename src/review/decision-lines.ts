import type { JournalEntry } from "../model/review.js";

/** Marks the lines that a reviewer made: they are written anew after each decision, all others stay as they are. */
const MARK = "review";

/**
 * The text of `decisions.jsonl`: lines that were there before and were written by hand or by another reviewer, untouched,
 * then the decisions of this journal in their order. Fields beyond the decision say who, when and why.
 */
export function formatDecisions(before: string, entries: readonly JournalEntry[], journal: string): string {
  const others = before.split("\n").filter((line) => line.trim() !== "" && !isOwn(line, journal));
  const own = entries.flatMap((entry) =>
    entry.do === "decide"
      ? [JSON.stringify({ ...entry.decision, reason: entry.reason, who: entry.who, at: entry.at, [MARK]: `${journal}:${entry.seq}` })]
      : [],
  );
  return [...others, ...own].map((line) => `${line}\n`).join("");
}

function isOwn(line: string, journal: string): boolean {
  try {
    const mark: unknown = (JSON.parse(line) as Record<string, unknown>)[MARK];
    return typeof mark === "string" && mark.startsWith(`${journal}:`);
  } catch {
    return false;
  }
}
