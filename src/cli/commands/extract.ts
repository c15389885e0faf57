import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { formatRunSummary } from "../../formats/run-summary.js";
import { startRunner } from "../../shell/article-runner.js";
import { extractToFolder } from "../../shell/extract-to-folder.js";
import { extractToStdout } from "../../shell/extract-to-stdout.js";
import { findInputs } from "../../shell/find-inputs.js";
import { openOutputFolder } from "../../shell/output-folder.js";
import { createProgress } from "../../shell/progress.js";
import { readArticles } from "../../shell/read-articles.js";
import { readStdin } from "../../shell/read-stdin.js";
import { formatRunRecord } from "../../shell/run-record.js";
import { parseIsoDate } from "../../text/iso-date.js";
import { CommandFault, EXIT } from "../exit-codes.js";

interface ExtractOptions {
  readonly output: string;
  readonly date?: string;
  readonly stdin?: true;
  readonly jsonl?: true;
  readonly jobs: number;
  readonly minConfidence: number;
  readonly quiet?: true;
}

/** `dateline extract`: articles in, tables or annotation records out. */
export function extractCommand(): Command {
  return new Command("extract")
    .description("find people, organizations, places, dates and casualty figures in articles")
    .argument("[paths...]", "files, folders and globs of .txt, .md, .html and .jsonl")
    .option("-o, --output <dir>", "folder for the tables", "output")
    .option("--date <YYYY-MM-DD>", "publication date of articles that state none", readDate)
    .option("--stdin", "read standard input: one article, or with --jsonl one a line")
    .option("--jsonl", "write annotation records to standard output, a line an article, instead of tables")
    .option("--jobs <n>", `worker threads (this machine could use ${availableParallelism()})`, readCount, 1)
    .option("--min-confidence <p>", "leave out findings below this confidence, 0 to 1", readShare, 0)
    .option("--quiet", "no progress and no summary")
    .action(runExtract);
}

async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.stdin && paths.length > 0) throw new CommandFault("Give paths or --stdin, not both.", EXIT.usage);
  if (!options.stdin && paths.length === 0) throw new CommandFault("Nothing to read: give files, folders or globs, or --stdin. See dateline extract --help.", EXIT.usage);
  const { files, missing } = options.stdin ? { files: [], missing: [] } : await findInputs(paths, process.cwd());
  if (missing.length > 0) {
    throw new CommandFault(missing.map((path) => `${path}: no such file, and no article (.txt, .md, .html, .jsonl) matches it.`).join("\n"), EXIT.files);
  }
  const started = new Date();
  const runner = await startRunner(options.jobs, { minConfidence: options.minConfidence });
  const articles = options.stdin ? readStdin(process.stdin, options.jsonl === true) : readArticles(files);
  const defaultDate = options.date ?? null;
  try {
    if (options.stdin || options.jsonl) {
      const { rejected } = await extractToStdout({ articles, runner, defaultDate, stdout: process.stdout, stderr: process.stderr });
      if (rejected > 0) process.exitCode = EXIT.rejects;
      return;
    }
    const output = await openOutputFolder(options.output).catch((error: Error) => {
      throw new CommandFault(`${options.output}: cannot be written to: ${error.message}. Choose another folder with -o.`, EXIT.files);
    });
    const progress = createProgress(process.stderr, options.quiet === true);
    try {
      const report = await extractToFolder({ articles, runner, output, defaultDate, onArticle: progress.update });
      await output.append("run.json", formatRunRecord({ report, started, ended: new Date(), paths, options: { ...options } }));
      await output.commit();
      progress.end();
      if (!options.quiet) process.stderr.write(formatRunSummary(report, options.output, (Date.now() - started.getTime()) / 1000));
      if (report.rejects.length > 0) process.exitCode = EXIT.rejects;
    } catch (error) {
      progress.end();
      await output.abandon();
      if (error instanceof Error && "code" in error && "path" in error) {
        throw new CommandFault(`${join(options.output)}: cannot be written: ${error.message}. Nothing was left there.`, EXIT.files);
      }
      throw error;
    }
  } finally {
    await runner.close();
  }
}

function readDate(written: string): string {
  const date = parseIsoDate(written);
  if (date === null) throw new InvalidArgumentError("Not a day of the calendar. Write YYYY-MM-DD.");
  return date;
}

function readCount(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > 256) throw new InvalidArgumentError("Write a whole number from 1 to 256.");
  return count;
}

function readShare(written: string): number {
  const share = Number(written);
  if (written.trim() === "" || !(share >= 0 && share <= 1)) throw new InvalidArgumentError("Write a number from 0 to 1.");
  return share;
}
