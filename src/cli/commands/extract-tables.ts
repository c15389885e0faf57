import type { PlacedDecision } from "../../collate/decisions.js";
import { dayInSheet, type DateSheet } from "../../formats/parse-date-sheet.js";
import { formatRunSummary } from "../../formats/run-summary.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { codeFingerprint } from "../../shell/batch/code-fingerprint.js";
import { runToFolder } from "../../shell/batch/run-to-folder.js";
import { onInterrupt, stoppable } from "../../shell/batch/stop-on-signal.js";
import type { UserName } from "../../model/user-name.js";
import type { UnitRunner } from "../../shell/batch/unit-runner.js";
import { sizeOf, type FoundInputs } from "../../shell/input/find-inputs.js";
import type { InputItem } from "../../shell/input/input-unit.js";
import { readUnits, type ReadingOptions } from "../../shell/input/read-units.js";
import type { OutputFolder } from "../../shell/output/output-folder.js";
import { printable } from "../../shell/output/printable.js";
import { createProgress } from "../../shell/output/progress.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExtractOptions } from "./extract.js";

type Inputs = Omit<FoundInputs, "missing">;
export const readingOf = ({ fields, dateOrder }: ExtractOptions): Pick<ReadingOptions, "fields" | "dateOrder"> => ({
  fields: fields ?? null,
  dateOrder: dateOrder ?? null,
});

/** What is not read is told first, then come the units of the files. */
export async function* readInputs(
  { files, unread, rawNames }: Inputs,
  dates: DateSheet | null,
  options: Omit<ReadingOptions, "rawNames">,
): AsyncGenerator<InputItem> {
  for (const file of unread) yield { unread: file };
  for await (const item of readUnits(files, { ...options, rawNames })) {
    const published = dates !== null && "unit" in item ? dayInSheet(dates, item.unit.file) : null;
    yield published !== null && "unit" in item ? { unit: { ...item.unit, published } } : item;
  }
}

interface Decided {
  readonly taken: readonly PlacedDecision[];
  readonly sheet: DateSheet | null;
  readonly known: readonly UserName[];
}

/** Extracts all units into a folder of tables and says how it went. */
export async function extractTables(
  paths: readonly string[],
  inputs: Inputs,
  { taken: decisions, sheet, known: knownNames, ...options }: ExtractOptions & Decided,
  output: OutputFolder,
  runner: UnitRunner,
): Promise<void> {
  const started = Date.now();
  const { minConfidence, profile, model, biasCountry = null, date = null, anyLanguage = false, dateOrder = null } = options;
  const fingerprint = await codeFingerprint({ minConfidence, profile, model, biasCountry, date, anyLanguage, dateOrder, knownNames });
  // Files are read ahead of the articles that are done: what counts as done is what was read when their input was.
  let [bytesRead, finished] = [0, 0];
  const count = (bytes: number): void => void (bytesRead += bytes);
  const progress = createProgress({
    stream: process.stderr,
    quiet: options.quiet === true,
    total: await sizeOf(inputs.files),
    read: () => finished,
  });
  const marks: number[] = [];
  const items = async function* (): AsyncGenerator<InputItem> {
    for await (const item of readInputs(inputs, sheet, { ...readingOf(options), count })) {
      marks.push(bytesRead);
      yield item;
    }
  };
  const say = (line: string): void => {
    if (options.quiet) return;
    progress.end();
    process.stderr.write(printable(line));
  };
  const stop = onInterrupt(() => say("Stopping: articles under way are finished and written. Press Ctrl-C again to leave at once."));
  try {
    const { report, complete } = await runToFolder({
      output,
      runner,
      decisions,
      decisionsFile: options.decisions ?? null,
      fingerprint,
      paths,
      formats: options.format,
      options: { ...options },
      resume: options.resume === true,
      fresh: options.fresh === true,
      items: stoppable(items(), stop),
      stopped: stop.stopped,
      onArticle: (done, rejected) => {
        finished = marks.shift() ?? finished;
        progress.update(done, rejected);
      },
      onNote: (note: Diagnostic) => say(`${note.place}: ${note.message}`),
      say,
    });
    say(formatRunSummary(report, options.output, (Date.now() - started) / 1000));
    if (!complete) say("Interrupted: the tables hold what was done. Go on with the same command and --resume.");
    if (report.counts.rejected > 0) process.exitCode = EXIT.rejects;
    if (!complete) process.exitCode = stop.exitCode();
  } catch (error) {
    throw toFault(error as NodeJS.ErrnoException, options.output);
  } finally {
    progress.end();
    stop.release();
  }
}

/** What an error of the system means to the user; any other error is ours and stays as it is. */
function toFault(error: NodeJS.ErrnoException, folder: string): Error {
  if (error.name === "HalfCommittedError") {
    return new CommandFault(
      `${folder}: the disk failed while tables got their names (${error.message}), and some are new while ` +
        `others are old. Run the same command again with --resume: it puts that right first.`,
      EXIT.files,
    );
  }
  if (error.code === undefined || !/^E[A-Z0-9]+$/.test(error.code)) return error;
  return new CommandFault(
    `${folder}: cannot be written: ${REASONS[error.code] ?? error.message}. No table was changed; go on ` +
      `with --resume when that is mended, or choose another folder with -o.`,
    EXIT.files,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EMFILE: "too many files are open (raise the limit with ulimit -n)",
  EBUSY: "a table is open in another program, such as Excel (close it)",
};
