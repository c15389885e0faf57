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
import { CommandFault, EXIT } from "../exit-codes.js";
import type { ExtractOptions } from "./extract.js";

/** Extracts from files or standard input to a folder of tables or to standard output. */
export async function runExtract(paths: readonly string[], options: ExtractOptions): Promise<void> {
  if (options.stdin && paths.length > 0) throw new CommandFault("Give paths or --stdin, not both.", EXIT.usage);
  if (!options.stdin && paths.length === 0) throw new CommandFault("Nothing to read: give files, folders or globs, or --stdin. See dateline extract --help.", EXIT.usage);
  const { files, missing } = options.stdin ? { files: [], missing: [] } : await findInputs(paths, process.cwd());
  if (missing.length > 0) {
    throw new CommandFault(missing.map((path) => `${path}: no such file, and no article (.txt, .md, .html, .jsonl) matches it.`).join("\n"), EXIT.files);
  }
  const started = new Date();
  const runner = await startRunner(options.jobs, { minConfidence: options.minConfidence, profile: options.profile });
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
        throw new CommandFault(`${options.output}: cannot be written: ${error.message}. Nothing was left there.`, EXIT.files);
      }
      throw error;
    }
  } finally {
    await runner.close();
  }
}
