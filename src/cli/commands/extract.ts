import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError } from "commander";
import { addPipelineOptions, readCount, type PipelineChoices } from "./pipeline-options.js";

export interface ExtractOptions extends PipelineChoices {
  readonly output: string;
  readonly stdin?: true;
  readonly jsonl?: true;
  readonly timeline?: true;
  readonly jobs: number;
  readonly format: readonly OutputFormat[];
  readonly decisions?: string;
  readonly dates?: string;
  readonly resume?: true;
  readonly fresh?: true;
  readonly quiet?: true;
}

/** What `extract` can write beside CSV and JSON Lines. */
export const OUTPUT_FORMATS = ["xlsx", "report", "parquet", "ftm", "geojson", "ucdp", "acled"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];
const DEFAULT_FORMATS: readonly OutputFormat[] = ["xlsx", "report"];

/** `dateline extract`: articles in, tables or annotation records out. */
export function extractCommand(): Command {
  const command = new Command("extract")
    .description("find people, organizations, places, dates and casualty figures in articles")
    .argument(
      "[paths...]",
      "files, folders and globs: .txt .md .html .mhtml .pdf .docx .odt .rtf .eml .msg .mbox .rss .atom .xml .csv .tsv .xlsx " +
        ".ods .json .jsonl .warc .arc, exports of Nexis, Factiva, ProQuest, Telegram and X, and .gz or .zip of these",
    )
    .option("-o, --output <dir>", "folder for the tables", "output")
    .option("--stdin", "read standard input: one article, or with --jsonl one a line")
    .option("--jsonl", "write annotation records to standard output, a line an article, instead of tables")
    .option("--timeline", "print the dates of each article in order of time instead of writing tables")
    .option("--jobs <n>", "worker threads; the output is the same whatever their number", readCount, Math.min(4, availableParallelism()))
    .option(
      "--format <list>",
      `written beside CSV and JSON Lines, with commas: ${OUTPUT_FORMATS.join(", ")}, all or none`,
      readFormats,
      DEFAULT_FORMATS,
    )
    .option("--decisions <file>", "what people decided about incidents and entities: merge, split, drop, set, a JSON object a line")
    .option("--dates <sheet.csv>", "days of publication that you know: a table of file and date, which wins over what the files say")
    .option("--resume", "go on with a run that was interrupted or killed, in the same folder")
    .option("--fresh", "do unchanged articles again as well")
    .option("--quiet", "no progress and no summary");
  return addPipelineOptions(command).action(async (paths: readonly string[], options: ExtractOptions) => {
    // Loaded only when it runs: models and readers take longer to load than the help takes to print.
    const { runExtract } = await import("./run-extract.js");
    await runExtract(paths, options);
  });
}

function readFormats(written: string): readonly OutputFormat[] {
  const names = written
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  if (names.includes("all")) return OUTPUT_FORMATS;
  // CSV and JSON Lines are always written; naming them is no mistake.
  const asked = names.filter((name) => !["none", "csv", "jsonl"].includes(name));
  const unknown = asked.find((name) => !(OUTPUT_FORMATS as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no format ${unknown}. Write some of ${OUTPUT_FORMATS.join(", ")}, all or none.`);
  return OUTPUT_FORMATS.filter((name) => asked.includes(name));
}
