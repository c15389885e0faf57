import { stat } from "node:fs/promises";
import type { PlacedDecision } from "../../collate/decisions.js";
import type { StdoutFormat } from "../../shell/batch/extract-to-stdout.js";
import { startUnitRunner, type RunnerOptions, type UnitRunner } from "../../shell/batch/unit-runner.js";
import { findInFolder } from "../../shell/input/find-in-folder.js";
import { findInputs, type FoundInputs } from "../../shell/input/find-inputs.js";
import { MissingModelError } from "../../shell/load-resources.js";
import { tooFewOpenFiles } from "../../shell/open-files-limit.js";
import { openOutputFolder, type OutputFolder } from "../../shell/output/output-folder.js";
import { printable } from "../../shell/output/printable.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExtractOptions } from "./extract.js";
import { takeDates } from "./take-dates.js";
import { takeNames } from "./take-names.js";

const NO_INPUTS: FoundInputs = { files: [], missing: [], unread: [], rawNames: new Map() };

/** Extracts from files or standard input to a folder of tables or to standard output. */
export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.stdin && paths.length > 0) throw new CommandFault("Give paths or --stdin, not both.", EXIT.usage);
  if (!options.stdin && paths.length === 0)
    throw new CommandFault("Nothing to read: give files, folders or globs, or --stdin. See dateline extract --help.", EXIT.usage);
  if (options.resume && options.fresh) throw new CommandFault("Give --resume or --fresh, not both.", EXIT.usage);
  const { missing, ...inputs } = options.stdin ? NO_INPUTS : await findInputs(paths, process.cwd());
  const { unread } = inputs;
  if (missing.length > 0) {
    const told = await Promise.all(missing.map(explainMissing));
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
  const { sheet: dates, note } = await takeDates(options, inputs.files);
  if (note !== null && !options.quiet) process.stderr.write(printable(`dateline: ${note}`));
  const knownNames = await takeNames(options.names);
  const output = toFolder ? await takeFolder(options.output) : null;
  const runner = await startRunner({
    jobs,
    timeLimit,
    minConfidence,
    profile,
    model,
    biasCountry,
    knownNames,
    defaultDate: options.date ?? null,
    anyLanguage: options.anyLanguage === true,
    dateOrder: options.dateOrder ?? null,
  });
  try {
    // What writes is loaded while the first worker loads its models.
    const { extractTables, readInputs, readingOf } = await import("./extract-tables.js");
    if (output !== null) {
      await extractTables(paths, inputs, { ...options, taken: decisions, sheet: dates, known: knownNames }, output, runner);
      return;
    }
    const [{ extractToStdout }, { readStdin }] = await Promise.all([
      import("../../shell/batch/extract-to-stdout.js"),
      import("../../shell/input/read-stdin.js"),
    ]);
    const format = options.timeline ? await timelineFormat() : null;
    const items = options.stdin
      ? readStdin(process.stdin, options.jsonl === true)
      : readInputs(inputs, dates, { ...readingOf(options), count: () => undefined });
    const { rejected } = await extractToStdout({
      items,
      runner,
      stdout: process.stdout,
      stderr: process.stderr,
      ...(format && { format }),
    });
    if (rejected > 0) process.exitCode = EXIT.rejects;
  } finally {
    await output?.release();
    await runner.close();
  }
}

async function timelineFormat(): Promise<StdoutFormat> {
  const [{ formatTimeline }, { timelineInPieces }] = await Promise.all([
    import("../../formats/timeline.js"),
    import("../../shell/batch/long-article.js"),
  ]);
  return {
    whole: (item) => (item.outcome === "extracted" ? formatTimeline({ ...item, mentions: item.layer.mentions }) : null),
    inPieces: async function* (long) {
      yield await timelineInPieces(long);
    },
  };
}

/** Why a path gives no article, and what to do. */
async function explainMissing(path: string): Promise<string> {
  if (/^[a-z][a-z+]+:\/\//i.test(path))
    return `${path}: is an address, and the program uses no network. Save the page in a browser (HTML, or MHTML) and give its file.`;
  const status = await stat(path).catch(() => null);
  if (status?.isDirectory())
    return (
      `${path}: the folder holds no file that is read (.txt, .md, .html, .pdf, .docx, … see --help). Put ` +
      `articles into it, or name another.`
    );
  return `${path}: no such file, and no article matches it (.txt, .md, .html, .pdf, .docx, … see --help).`;
}

/** Starts the workers. A model that is not installed is told before anything is read, with the way to get it. */
async function startRunner(options: RunnerOptions): Promise<UnitRunner> {
  try {
    return await startUnitRunner(options);
  } catch (error) {
    throw error instanceof MissingModelError ? new CommandFault(`--model ${options.model}: ${error.message}`, EXIT.files) : error;
  }
}

/** The tables of a run have names that articles may have, too: they never go into a folder that articles are read from. */
async function refuseOutputOverInput(files: readonly string[], folder: string): Promise<void> {
  const file = await findInFolder(files, folder);
  if (file === null) return;
  throw new CommandFault(
    `${folder}: holds ${file}, which is to be read: tables could overwrite it, and the next run would ` +
      `read them as articles. Choose another folder with -o.`,
    EXIT.usage,
  );
}

async function takeDecisions(file: string): Promise<readonly PlacedDecision[]> {
  const { readDecisions } = await import("../../shell/input/read-decisions.js");
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
