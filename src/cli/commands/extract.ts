import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { TOLL_PROFILES, type TollProfile } from "../../model/toll.js";
import { ARTICLE_FIELDS, type ArticleField, type FieldMap } from "../../formats/articles/field-names.js";
import { describeOption } from "../../formats/options-schema.js";
import { MODEL_CHOICES, type ModelChoice } from "../../model/options.js";
import { parseIsoDate } from "../../text/iso-date.js";

export interface ExtractOptions {
  readonly output: string;
  readonly date?: string;
  readonly stdin?: true;
  readonly jsonl?: true;
  readonly timeline?: true;
  readonly jobs: number;
  readonly minConfidence: number;
  readonly model: ModelChoice;
  readonly profile: TollProfile;
  readonly biasCountry?: string;
  readonly format: readonly OutputFormat[];
  readonly fields?: FieldMap;
  readonly dateOrder?: "day-first" | "month-first";
  readonly decisions?: string;
  readonly anyLanguage?: true;
  readonly timeLimit: number;
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
  return new Command("extract")
    .description("find people, organizations, places, dates and casualty figures in articles")
    .argument(
      "[paths...]",
      "files, folders and globs: .txt .md .html .mhtml .pdf .docx .odt .rtf .eml .msg .mbox .rss .atom .xml .csv .tsv .xlsx " +
        ".ods .json .jsonl .warc .arc, exports of Nexis, Factiva, ProQuest, Telegram and X, and .gz or .zip of these",
    )
    .option("-o, --output <dir>", "folder for the tables", "output")
    .option("--date <YYYY-MM-DD>", "publication date of articles that state none", readDate)
    .option("--stdin", "read standard input: one article, or with --jsonl one a line")
    .option("--jsonl", "write annotation records to standard output, a line an article, instead of tables")
    .option("--timeline", "print the dates of each article in order of time instead of writing tables")
    .option("--jobs <n>", "worker threads; the output is the same whatever their number", readCount, Math.min(4, availableParallelism()))
    .option("--min-confidence <p>", describeOption("minConfidence"), readShare, 0)
    .addOption(new Option("--model <name>", describeOption("model")).choices(MODEL_CHOICES).default("en"))
    .addOption(new Option("--profile <name>", describeOption("profile")).choices(TOLL_PROFILES).default("ucdp"))
    .option("--bias-country <code>", describeOption("biasCountry"), readCountry)
    .option(
      "--format <list>",
      `written beside CSV and JSON Lines, with commas: ${OUTPUT_FORMATS.join(", ")}, all or none`,
      readFormats,
      DEFAULT_FORMATS,
    )
    .option(
      "--fields <list>",
      `which column or key holds what, such as text=body,title=headline (${ARTICLE_FIELDS.join(", ")})`,
      readFieldMap,
    )
    .addOption(
      new Option("--date-order <order>", "which number of 03/05/2024 is the day, in tables whose other days do not tell").choices([
        "day-first",
        "month-first",
      ]),
    )
    .option("--decisions <file>", "what people decided about incidents and entities: merge, split, drop, set, a JSON object a line")
    .option("--any-language", "read articles that are not English as well")
    .option(
      "--time-limit <s>",
      "seconds of processor time that one article may take; 60 more are given for each megabyte of it",
      readCount,
      30,
    )
    .option("--resume", "go on with a run that was interrupted or killed, in the same folder")
    .option("--fresh", "do unchanged articles again as well")
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

function readCountry(written: string): string {
  const code = written.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw new InvalidArgumentError("Write the two letters of ISO 3166-1, such as US or NG.");
  return code;
}

function readCount(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > 256) throw new InvalidArgumentError("Write a whole number from 1 to 256.");
  return count;
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

function readFieldMap(written: string): FieldMap {
  const map: Partial<Record<ArticleField, string>> = {};
  for (const part of written.split(",")) {
    const [field = "", ...name] = part.split("=");
    const key = ARTICLE_FIELDS.find((known) => known === field.trim());
    if (!key || name.join("=").trim() === "")
      throw new InvalidArgumentError(`Write FIELD=NAME with commas; the fields are ${ARTICLE_FIELDS.join(", ")}.`);
    map[key] = name.join("=").trim();
  }
  if (map.text === undefined) throw new InvalidArgumentError("Say at least which column or key holds the text: text=NAME.");
  return map;
}

function readShare(written: string): number {
  const share = Number(written);
  if (written.trim() === "" || !(share >= 0 && share <= 1)) throw new InvalidArgumentError("Write a number from 0 to 1.");
  return share;
}
