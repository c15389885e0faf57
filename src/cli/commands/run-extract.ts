import { formatTimeline } from "../../formats/timeline.js";
import { formatRunSummary } from "../../formats/run-summary.js";
import type { PlacedDecision } from "../../collate/decisions.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { codeFingerprint } from "../../shell/batch/code-fingerprint.js";
import { extractToStdout } from "../../shell/batch/extract-to-stdout.js";
import { runToFolder } from "../../shell/batch/run-to-folder.js";
import { findInFolder } from "../../shell/input/find-in-folder.js";
import { findInputs, sizeOf, type FoundInputs } from "../../shell/input/find-inputs.js";
import type { InputItem } from "../../shell/input/input-unit.js";
import { readDecisions } from "../../shell/input/read-decisions.js";
import { readStdin } from "../../shell/input/read-stdin.js";
import { readUnits, type ReadingOptions } from "../../shell/input/read-units.js";
import { openOutputFolder, type OutputFolder } from "../../shell/output/output-folder.js";
import { createProgress } from "../../shell/output/progress.js";
import { onInterrupt, stoppable } from "../../shell/batch/stop-on-signal.js";
import type { UnitItem } from "../../shell/batch/unit-result.js";
import { startUnitRunner, type UnitRunner } from "../../shell/batch/unit-runner.js";
import { tooFewOpenFiles } from "../../shell/open-files-limit.js";
import { printable } from "../../shell/output/printable.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExtractOptions } from "./extract.js";

type Inputs = Omit<FoundInputs, "missing">;
const NO_INPUTS: FoundInputs = { files: [], missing: [], unread: [], rawNames: new Map() };

const readingOf = ({ fields, dateOrder }: ExtractOptions): Pick<ReadingOptions, "fields" | "dateOrder"> => ({
  fields: fields ?? null,
  dateOrder: dateOrder ?? null,
});

/** What is not read is told first, then come the units of the files. */
async function* readInputs({ files, unread, rawNames }: Inputs, options: Omit<ReadingOptions, "rawNames">): AsyncGenerator<InputItem> {
  for (const file of unread) yield { unread: file };
  yield* readUnits(files, { ...options, rawNames });
}

/** Extracts from files or standard input to a folder of tables or to standard output. */
export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.stdin && paths.length > 0) throw new CommandFault("Give paths or --stdin, not both.", EXIT.usage);
  if (!options.stdin && paths.length === 0)
    throw new CommandFault("Nothing to read: give files, folders or globs, or --stdin. See dateline extract --help.", EXIT.usage);
  if (options.resume && options.fresh) throw new CommandFault("Give --resume or --fresh, not both.", EXIT.usage);
  const { missing, ...inputs } = options.stdin ? NO_INPUTS : await findInputs(paths, process.cwd());
  const { unread } = inputs;
  if (missing.length > 0) {
    const told = missing.map((path) => `${path}: no such file, and no article matches it (.txt, .md, .html, .pdf, .docx, … see --help).`);
    if (unread.length > 0)
      told.push(
        `Not read: ${unread
          .slice(0, 5)
          .map(({ place }) => place)
          .join(", ")}${unread.length > 5 ? ` and ${unread.length - 5} more` : ""}.`,
      );
    throw new CommandFault(told.join("\n"), EXIT.files);
  }
  const { jobs, timeLimit, minConfidence, profile, model, biasCountry = null } = options;
  const toFolder = !options.stdin && !options.jsonl && !options.timeline;
  const complaint = tooFewOpenFiles(jobs);
  if (complaint !== null) throw new CommandFault(complaint, EXIT.files);
  if (toFolder) await refuseOutputOverInput(inputs.files, options.output);
  if (options.decisions !== undefined && !toFolder)
    throw new CommandFault(
      "--decisions needs a folder of tables: incidents across articles are the last stage of a run that writes one.",
      EXIT.usage,
    );
  const decisions = options.decisions === undefined ? [] : await takeDecisions(options.decisions);
  const output = toFolder ? await takeFolder(options.output) : null;
  const runner = await startUnitRunner({
    jobs,
    timeLimit,
    minConfidence,
    profile,
    model,
    biasCountry,
    defaultDate: options.date ?? null,
    anyLanguage: options.anyLanguage === true,
  });
  try {
    if (output !== null) {
      await extractTables(paths, inputs, { ...options, taken: decisions }, output, runner);
      return;
    }
    const items = options.stdin
      ? readStdin(process.stdin, options.jsonl === true)
      : readInputs(inputs, { ...readingOf(options), count: () => undefined });
    const { rejected } = await extractToStdout({
      items,
      runner,
      stdout: process.stdout,
      stderr: process.stderr,
      ...(options.timeline && {
        format: (item: UnitItem) => (item.outcome === "extracted" ? formatTimeline({ ...item, mentions: item.layer.mentions }) : null),
      }),
    });
    if (rejected > 0) process.exitCode = EXIT.rejects;
  } finally {
    await output?.release();
    await runner.close();
  }
}

/** The tables of a run have names that articles may have, too: they never go into a folder that articles are read from. */
async function refuseOutputOverInput(files: readonly string[], folder: string): Promise<void> {
  const file = await findInFolder(files, folder);
  if (file === null) return;
  throw new CommandFault(
    `${folder}: holds ${file}, which is to be read: tables could overwrite it, and the next run would read them as articles. Choose another folder with -o.`,
    EXIT.usage,
  );
}

interface Decided {
  readonly taken: readonly PlacedDecision[];
}

async function takeDecisions(file: string): Promise<readonly PlacedDecision[]> {
  try {
    return await readDecisions(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CommandFault(
      code === undefined ? message : `${file}: cannot be read: ${message}. Name the file that holds the decisions.`,
      code === undefined ? EXIT.usage : EXIT.files,
    );
  }
}

/** Takes the folder of the output for this run, before anything else is done. */
async function takeFolder(folder: string): Promise<OutputFolder> {
  try {
    return await openOutputFolder(folder);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "FolderInUseError") throw new CommandFault(`${folder}: ${message}. Or choose another folder with -o.`, EXIT.files);
    throw new CommandFault(`${folder}: cannot be written to: ${message}. Choose another folder with -o.`, EXIT.files);
  }
}

async function extractTables(
  paths: readonly string[],
  inputs: Inputs,
  { taken: decisions, ...options }: ExtractOptions & Decided,
  output: OutputFolder,
  runner: UnitRunner,
): Promise<void> {
  const started = Date.now();
  const { minConfidence, profile, model, biasCountry = null, date = null, anyLanguage = false } = options;
  const fingerprint = await codeFingerprint({ minConfidence, profile, model, biasCountry, date, anyLanguage });
  let bytesRead = 0;
  const count = (bytes: number): void => void (bytesRead += bytes);
  const progress = createProgress({
    stream: process.stderr,
    quiet: options.quiet === true,
    total: await sizeOf(inputs.files),
    read: () => bytesRead,
  });
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
      items: stoppable(readInputs(inputs, { ...readingOf(options), count }), stop),
      stopped: stop.stopped,
      onArticle: progress.update,
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
      `${folder}: the disk failed while tables got their names (${error.message}), and some are new while others are old. Run the same command again with --resume: it puts that right first.`,
      EXIT.files,
    );
  }
  if (error.code === undefined || !/^E[A-Z0-9]+$/.test(error.code)) return error;
  return new CommandFault(
    `${folder}: cannot be written: ${REASONS[error.code] ?? error.message}. No table was changed; go on with --resume when that is mended, or choose another folder with -o.`,
    EXIT.files,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EMFILE: "too many files are open (raise the limit with ulimit -n)",
  EBUSY: "a table is open in another program, such as Excel (close it)",
};
