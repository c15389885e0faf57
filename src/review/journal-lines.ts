import type { JournalEntry } from "../model/review.js";

/** The lines of a journal that stand, and what the last of them is that can be taken back. */
export interface StandingLines {
  /** In order, without those that were taken back and the taking back itself. */
  readonly standing: readonly JournalEntry[];
  /** Numbers of the lines that were taken back. */
  readonly undone: ReadonlySet<number>;
}

/** Leaves out what was taken back. */
export function standingLines(entries: readonly JournalEntry[]): StandingLines {
  const undone = new Set(entries.flatMap((entry) => (entry.do === "undo" ? [entry.of] : [])));
  return { standing: entries.filter((entry) => entry.do !== "undo" && !undone.has(entry.seq)), undone };
}

/** The lines of the last step that can be taken back; none where there is none. What the server itself noted stays. */
export function lastStep({ standing }: StandingLines): readonly JournalEntry[] {
  const last = standing.findLast((entry) => entry.do !== "sample" && entry.do !== "base");
  if (!last) return [];
  const step = last.step ?? last.seq;
  return standing.filter((entry) => (entry.step ?? entry.seq) === step);
}

/** One line of the file: numbers and time first, so that a difference reads well. */
export function formatEntry({ seq, at, who, ...rest }: JournalEntry): string {
  return `${JSON.stringify({ seq, at, who, ...rest })}\n`;
}

/** What a line of the journal did, in words. */
export function sayEntry(entry: JournalEntry): string {
  switch (entry.do) {
    case "keep":
    case "add":
      return `${entry.do === "add" ? "the added" : "the verdict on"} “${entry.label.text.slice(0, 60)}”`;
    case "wrong":
      return `“wrong” for ${entry.key}`;
    case "incident":
      return `the change of ${entry.incident}`;
    case "complete":
    case "reopen":
      return `${entry.do} of ${entry.layers.join(", ")}`;
    case "decide":
      return `${entry.decision.decision} of ${entry.decision.members.join(", ")}`;
    case "agree":
      return `agreement with ${entry.finding}`;
    case "settle":
      return `the settled difference ${entry.difference}`;
    default:
      return entry.do;
  }
}
