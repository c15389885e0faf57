import { MENTION_KINDS, type MentionKind } from "../model/mention.js";
import type { Reject } from "./articles/article-format.js";

const PLURALS = { person: "people", organization: "organizations", place: "places", group: "groups", date: "dates", casualty: "casualty figures" } as const;

/** What a run did, in numbers: for `run.json` and for the summary that the user reads. */
export interface RunCounts {
  readonly articles: number;
  readonly skipped: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly tokens: number;
  readonly undated: number;
  readonly mentions: Readonly<Record<MentionKind, number>>;
  readonly entities: number;
}

export interface SummarizedRun {
  readonly counts: RunCounts;
  readonly rejects: readonly Reject[];
}

/** What a run found, for a person to read: a few lines, the first rejects by name. */
export function formatRunSummary({ counts, rejects }: SummarizedRun, folder: string, seconds: number): string {
  const lines = [
    `Read ${counts.articles} article${counts.articles === 1 ? "" : "s"} (${counts.tokens.toLocaleString("en-US")} tokens) in ${seconds.toFixed(1)} s.`,
    `Found ${MENTION_KINDS.map((kind) => `${counts.mentions[kind].toLocaleString("en-US")} ${PLURALS[kind]}`).join(", ")} (mentions).`,
  ];
  if (counts.undated > 0) {
    lines.push(`${counts.undated} without a publication date: their relative dates are not resolved. Give one with --date.`);
  }
  if (counts.skipped > 0) lines.push(`${counts.skipped} skipped because they are not English (status in articles.csv); --any-language reads them all the same.`);
  if (counts.duplicates > 0) lines.push(`${counts.duplicates} repeat an earlier article, whole or nearly (duplicate_of in articles.csv).`);
  if (counts.rejected > 0) {
    lines.push(`Rejected ${counts.rejected}:`);
    for (const reject of rejects.slice(0, 5)) lines.push(`  ${reject.place}: ${reject.reason}`);
    if (counts.rejected > 5) lines.push(`  … and ${counts.rejected - 5} more in ${folder}/rejects.jsonl`);
  }
  lines.push(`Tables are in ${folder}/.`);
  return lines.join("\n") + "\n";
}
