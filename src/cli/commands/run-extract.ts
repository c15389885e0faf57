import { formatTimeline } from "../../formats/timeline.js";
import { formatRunSummary } from "../../formats/run-summary.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { codeFingerprint } from "../../shell/batch/code-fingerprint.js";
import { openCorpusStage, type CorpusStage } from "../../shell/batch/corpus-stage.js";
import { extractToFolder } from "../../shell/batch/extract-to-folder.js";
import { extractToStdout } from "../../shell/batch/extract-to-stdout.js";
import { findInputs, sizeOf, type FoundInputs } from "../../shell/input/find-inputs.js";
import { FURTHER_FILES, openFurtherOutputs } from "../../shell/output/open-further-outputs.js";
import { openJournal, type Journal } from "../../shell/batch/journal.js";
import { openOutputFolder, type OutputFolder } from "../../shell/output/output-folder.js";
import { createProgress } from "../../shell/output/progress.js";
import { readStdin } from "../../shell/input/read-stdin.js";
import type { InputItem } from "../../shell/input/input-unit.js";
import { readUnits, type ReadingOptions } from "../../shell/input/read-units.js";
import { formatRunRecord } from "../../shell/batch/run-record.js";
import { onInterrupt, stoppable } from "../../shell/batch/stop-on-signal.js";
import type { UnitItem } from "../../shell/batch/unit-result.js";
import { startUnitRunner, type UnitRunner } from "../../shell/batch/unit-runner.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExtractOptions } from "./extract.js";

type Inputs = Omit<FoundInputs, "missing">;
const NO_INPUTS: FoundInputs = { files: [], missing: [], unread: [] };

/** What is not read is told first, then come the units of the files. */
async function* readInputs({ files, unread }: Inputs, options: ReadingOptions): AsyncGenerator<InputItem> {
  for (const file of unread) yield { unread: file };
  yield* readUnits(files, options);
}

/** Extracts from files or standard input to a folder of tables or to standard output. */
export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.stdin && paths.length > 0) throw new CommandFault("Give paths or --stdin, not both.", EXIT.usage);
  if (!options.stdin && paths.length === 0) throw new CommandFault("Nothing to read: give files, folders or globs, or --stdin. See dateline extract --help.", EXIT.usage);
  if (options.resume && options.fresh) throw new CommandFault("Give --resume or --fresh, not both.", EXIT.usage);
  const { files, missing, unread } = options.stdin ? NO_INPUTS : await findInputs(paths, process.cwd());
  if (missing.length > 0) {
    const told = missing.map((path) => `${path}: no such file, and no article matches it (.txt, .md, .html, .pdf, .docx, … see --help).`);
    if (unread.length > 0) told.push(`Not read: ${unread.slice(0, 5).map(({ place }) => place).join(", ")}${unread.length > 5 ? ` and ${unread.length - 5} more` : ""}.`);
    throw new CommandFault(told.join("\n"), EXIT.files);
  }
  const { jobs, timeLimit, minConfidence, profile, model } = options;
  const toFolder = !options.stdin && !options.jsonl && !options.timeline;
  const runner = await startUnitRunner({ jobs, timeLimit, minConfidence, profile, model, defaultDate: options.date ?? null, anyLanguage: options.anyLanguage === true });
  try {
    if (toFolder) {
      await runToFolder(paths, { files, unread }, options, runner);
      return;
    }
    const items = options.stdin ? readStdin(process.stdin, options.jsonl === true) : readInputs({ files, unread }, { fields: options.fields ?? null, count: () => undefined });
    const { rejected } = await extractToStdout({
      items, runner, stdout: process.stdout, stderr: process.stderr,
      ...(options.timeline && { format: (item: UnitItem) => (item.outcome === "extracted" ? formatTimeline({ ...item, mentions: item.layer.mentions }) : null) }),
    });
    if (rejected > 0) process.exitCode = EXIT.rejects;
  } finally {
    await runner.close();
  }
}

async function runToFolder(paths: readonly string[], inputs: Inputs, options: ExtractOptions, runner: UnitRunner): Promise<void> {
  const started = new Date();
  let output: OutputFolder;
  let journal: Journal;
  let corpus: CorpusStage;
  try {
    output = await openOutputFolder(options.output);
    journal = await openJournal(options.output, { resume: options.resume === true, fresh: options.fresh === true });
    corpus = openCorpusStage(options.output);
  } catch (error) {
    throw new CommandFault(`${options.output}: cannot be written to: ${(error as Error).message}. Choose another folder with -o.`, EXIT.files);
  }
  const { minConfidence, profile, model, date = null, anyLanguage = false } = options;
  const fingerprint = await codeFingerprint({ minConfidence, profile, model, date, anyLanguage });
  const further = await openFurtherOutputs(options.format, output);
  let bytesRead = 0;
  const count = (bytes: number): void => void (bytesRead += bytes);
  const progress = createProgress({ stream: process.stderr, quiet: options.quiet === true, total: await sizeOf(inputs.files), read: () => bytesRead });
  const say = (line: string): void => {
    if (options.quiet) return;
    progress.end();
    process.stderr.write(line.endsWith("\n") ? line : `${line}\n`);
  };
  const stop = onInterrupt(() => say("Stopping: articles under way are finished and written. Press Ctrl-C again to leave at once."));
  try {
    const report = await extractToFolder({
      items: stoppable(readInputs(inputs, { fields: options.fields ?? null, count }), stop), runner, journal, output, further, corpus, fingerprint,
      onArticle: progress.update, onNote: (note: Diagnostic) => say(`${note.place}: ${note.message}`),
    });
    progress.end();
    // What the workers held is free for the outputs that are made at the end.
    await runner.close();
    await corpus.finish(output, further);
    for (const { finish } of further) {
      const remark = await finish(output, report.counts.articles);
      if (remark !== null) say(remark);
    }
    const complete = !stop.stopped();
    const record = formatRunRecord({ report, started, ended: new Date(), paths, options: { ...options }, complete, reused: journal.recalled(), fingerprint });
    await output.append("run.json", record);
    await output.commit(FURTHER_FILES);
    await journal.close(complete);
    say(formatRunSummary(report, options.output, (Date.now() - started.getTime()) / 1000));
    if (!complete) say("Interrupted: the tables hold what was done. Go on with the same command and --resume.");
    if (report.counts.rejected > 0) process.exitCode = EXIT.rejects;
    if (!complete) process.exitCode = EXIT.interrupted;
  } catch (error) {
    progress.end();
    await output.abandon();
    await journal.close(false).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
    const reason = code === "ENOSPC" ? "the disk is full" : code === "EDQUOT" ? "your disk quota is used up" : message;
    throw new CommandFault(`${options.output}: cannot be written: ${reason}. No table was changed; make room and go on with --resume, or choose another folder with -o.`, EXIT.files);
  } finally {
    corpus.close();
    stop.release();
  }
}
