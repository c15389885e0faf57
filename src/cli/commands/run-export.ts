import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { reviewedTables } from "../../formats/tables/reviewed-tables.js";
import { TOLL_PROFILES } from "../../model/toll.js";
import { createCorrector } from "../../review/correct-articles.js";
import { redrawFolder } from "../../shell/batch/redraw-folder.js";
import { JOURNAL } from "../../shell/batch/journal.js";
import { readDecisions } from "../../shell/input/read-decisions.js";
import { DISK } from "../../shell/output/disk.js";
import { loadLexicons } from "../../shell/load-resources.js";
import { openOutputFolder, type OutputFolder } from "../../shell/output/output-folder.js";
import { printable } from "../../shell/output/printable.js";
import { readReviewJournal } from "../../shell/review/review-journal.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExportCommandOptions } from "./export.js";
import { OUTPUT_FORMATS } from "./extract.js";

/** Draws the tables of a folder again with what was reviewed. */
export async function runExport(folder: string, options: ExportCommandOptions): Promise<void> {
  const say = (line: string): void => {
    if (!options.quiet) process.stderr.write(printable(line));
  };
  if ((await DISK.kindOf(join(folder, JOURNAL.whole))) !== "file")
    throw new CommandFault(
      `${join(folder, JOURNAL.whole)}: no such file. Run dateline extract into this folder to its end first.`,
      EXIT.files,
    );
  const journal = await findJournal(folder, options.reviewer ?? null);
  try {
    const entries = await readReviewJournal(join(folder, journal));
    const { formats, profile } = await readRun(folder);
    const { correct, agreed, counts } = createCorrector(entries, profile, await loadLexicons());
    const decisions = await takeDecisions(options.decisions ?? join(folder, "decisions.jsonl"), options.decisions !== undefined);
    const output = await takeFolder(folder);
    const unfit = await redrawFolder({ output, tables: reviewedTables(agreed), formats, decisions, correct, say });
    for (const { line, reason } of unfit) say(`decisions:${line}: No longer fits: ${reason}.`);
    const { accepted, corrected, added, wrong } = counts();
    say(
      `Drew the tables of ${folder} again with ${journal}: ${accepted} rows accepted, ${corrected} ` +
        `corrected, ${added} added, ${wrong} left out.`,
    );
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    if (name === "JournalFault") throw new CommandFault(message, EXIT.files);
    if (typeof code === "string" && /^E[A-Z0-9]+$/.test(code))
      throw new CommandFault(`${folder}: cannot be read or written: ${message}.`, EXIT.files);
    throw error;
  }
}

/** The name of the journal of a reviewer; where nobody is named, of the only one. */
async function findJournal(folder: string, reviewer: string | null): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /^review\..+\.jsonl$/.test(name)).sort();
  const wanted = reviewer === null ? names : names.filter((name) => name === `review.${reviewer}.jsonl`);
  const [first] = wanted;
  if (first === undefined)
    throw new CommandFault(
      `${folder}: holds no ${reviewer === null ? "review" : `review of ${reviewer}`}. Review it first: dateline review ${folder}.`,
      EXIT.files,
    );
  if (wanted.length > 1)
    throw new CommandFault(`${folder}: was reviewed by several (${wanted.join(", ")}). Say whose review with --reviewer NAME.`, EXIT.usage);
  return first;
}

/** What the run wrote beside CSV, and by whose rules it chose tolls. */
async function readRun(folder: string): Promise<{ readonly formats: readonly string[]; readonly profile: (typeof TOLL_PROFILES)[number] }> {
  const written = await readFile(join(folder, "run.json"), "utf8").catch(() => "{}");
  const { options = {} } = JSON.parse(written) as { readonly options?: { readonly format?: unknown; readonly profile?: unknown } };
  const asked: unknown = options.format;
  const formats = Array.isArray(asked) ? OUTPUT_FORMATS.filter((format) => asked.includes(format)) : (["xlsx", "report"] as const);
  return { formats, profile: TOLL_PROFILES.find((profile) => profile === options.profile) ?? "ucdp" };
}

async function takeDecisions(file: string, named: boolean): ReturnType<typeof readDecisions> {
  if (!named && (await DISK.kindOf(file)) === null) return [];
  return readDecisions(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFault(error.code === undefined ? error.message : `${file}: cannot be read: ${error.message}.`, EXIT.files);
  });
}

async function takeFolder(folder: string): Promise<OutputFolder> {
  return openOutputFolder(folder).catch((error: Error) => {
    if (error.name !== "FolderInUseError") throw error;
    throw new CommandFault(`${folder}: ${error.message}. Stop dateline review with Ctrl-C first.`, EXIT.files);
  });
}
