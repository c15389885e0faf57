import { Command, InvalidArgumentError } from "commander";

export interface ReportErrorOptions {
  readonly at: number;
  readonly expected?: string;
  readonly keepNames?: true;
  readonly output?: string;
}

/** `dateline report-error`: a small case of a wrong finding, without personal data, for an issue. */
export function reportErrorCommand(): Command {
  return new Command("report-error")
    .description("write a small case of a wrong or missing finding, without the names of people, to put into a report")
    .argument("<file>", "the article; of a file with many, write the id behind #: news.jsonl#a17")
    .requiredOption("--at <offset>", "where it stands: `start` in the tables, UTF-16 code units from 0", readOffset)
    .option("--expected <text>", "what it should be, in your words: killed 12")
    .option("--keep-names", "leave the names of people as they are, where the error is in a name")
    .option("-o, --output <file>", "write to a file instead of standard output")
    .action(async (file: string, options: ReportErrorOptions) => {
      const { runReportError } = await import("./run-report-error.js");
      await runReportError(file, options);
    });
}

function readOffset(written: string): number {
  const offset = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(offset)) throw new InvalidArgumentError("Give a whole number from 0.");
  return offset;
}
