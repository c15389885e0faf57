import { KINDS, MENTION_KINDS, type MentionKind } from "../model/kinds.js";
import type { Reject } from "./articles/article-format.js";

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

/** Files of the input, members and records of archives included, that are of no kind which holds articles. */
export interface NotRead {
  readonly count: number;
  /** By ending, or by media type in web archives. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The first of them. */
  readonly places: readonly string[];
}

export interface SummarizedRun {
  readonly counts: RunCounts;
  readonly rejects: readonly Reject[];
  readonly notRead: NotRead;
  /** Ids of the first articles without a publication date. */
  readonly undated: readonly string[];
}

/** What a run found, for a person to read: a few lines, the first rejects by name. */
export function formatRunSummary({ counts, rejects, notRead, undated }: SummarizedRun, folder: string, seconds: number): string {
  const lines = [
    `Read ${counts.articles} article${counts.articles === 1 ? "" : "s"} (` +
      `${counts.tokens.toLocaleString("en-US")} tokens) in ${seconds.toFixed(1)} s.`,
    `Found ${MENTION_KINDS.map((kind) => `${counts.mentions[kind].toLocaleString("en-US")} ${KINDS[kind].many}`).join(", ")} (mentions).`,
  ];
  if (counts.undated > 0) {
    const more = counts.undated - undated.length;
    lines.push(
      `${counts.undated} without a publication date, so that "on Friday" is no day in them: ` +
        `${undated.join(", ")}${more > 0 ? ` and ${more} more (published is empty in ${folder}/articles.csv)` : ""}.`,
      "  Date them with --dates sheet.csv (columns file, date), a day in the file's name (2025-03-11 …), or --date for all.",
    );
  }
  if (counts.skipped > 0)
    lines.push(`${counts.skipped} skipped because they are not English (status in articles.csv); --any-language reads them all the same.`);
  if (counts.duplicates > 0) lines.push(`${counts.duplicates} repeat an earlier article, whole or nearly (duplicate_of in articles.csv).`);
  if (counts.rejected > 0) {
    lines.push(`Rejected ${counts.rejected}:`);
    for (const reject of rejects.slice(0, 5)) lines.push(`  ${reject.place}: ${reject.reason}`);
    if (counts.rejected > 5) lines.push(`  … and ${counts.rejected - 5} more in ${folder}/rejects.jsonl`);
  }
  if (notRead.count > 0) lines.push(formatNotRead(notRead, `run.json in ${folder}/ lists them`));
  lines.push(`Tables are in ${folder}/.`);
  return lines.join("\n") + "\n";
}

/** What was not read, by kind, and what to do about it. */
export function formatNotRead({ count, kinds, places }: NotRead, where: string): string {
  const byKind = Object.entries(kinds)
    .map(([kind, number]) => `${kind} ${number}`)
    .join(", ");
  const example = places[0] === undefined ? "" : `, such as ${places[0]}`;
  return (
    `Not read: ${count} file${count === 1 ? "" : "s"} (${byKind})${example}; ${where}. ` +
    "If they hold articles, name them outright or save them as text, HTML, PDF or .docx."
  );
}
