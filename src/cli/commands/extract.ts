import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { TOLL_PROFILES, type TollProfile } from "../../model/toll.js";
import { parseIsoDate } from "../../text/iso-date.js";

export interface ExtractOptions {
  readonly output: string;
  readonly date?: string;
  readonly stdin?: true;
  readonly jsonl?: true;
  readonly jobs: number;
  readonly minConfidence: number;
  readonly profile: TollProfile;
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
    .addOption(new Option("--profile <name>", "whose rules choose one number for an article's toll").choices(TOLL_PROFILES).default("ucdp"))
    .option("--quiet", "no progress and no summary")
    .action(async (paths: readonly string[], options: ExtractOptions) => {
      // Loaded only when it runs: models and readers take longer to load than the help takes to print.
      const { runExtract } = await import("./run-extract.js");
      await runExtract(paths, options);
    });
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
