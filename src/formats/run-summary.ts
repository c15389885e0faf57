import { MENTION_KINDS } from "../model/mention.js";
import type { Reject } from "./articles/article-format.js";

const PLURALS = { person: "people", organization: "organizations", place: "places", group: "groups", date: "dates", casualty: "casualty figures" } as const;

export interface SummarizedRun {
  readonly counts: {
    readonly articles: number;
    readonly tokens: number;
    readonly undated: number;
    readonly mentions: Readonly<Record<(typeof MENTION_KINDS)[number], number>>;
  };
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
  if (rejects.length > 0) {
    lines.push(`Rejected ${rejects.length}:`);
    for (const reject of rejects.slice(0, 5)) lines.push(`  ${reject.place}: ${reject.reason}`);
    if (rejects.length > 5) lines.push(`  … and ${rejects.length - 5} more in ${folder}/rejects.jsonl`);
  }
  lines.push(`Tables are in ${folder}/.`);
  return lines.join("\n") + "\n";
}
