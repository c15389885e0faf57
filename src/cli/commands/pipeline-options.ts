import { InvalidArgumentError, Option, type Command } from "commander";
import { ARTICLE_FIELDS, type ArticleField, type FieldMap } from "../../formats/articles/field-names.js";
import { describeOption } from "../../formats/options-schema.js";
import { MODEL_CHOICES, type ModelChoice } from "../../model/options.js";
import { TOLL_PROFILES, type TollProfile } from "../../model/toll.js";
import { parseIsoDate } from "../../text/iso-date.js";

/** What findings depend on: how articles are read and what is done to them, the same for every command that extracts. */
export interface PipelineChoices {
  readonly date?: string;
  readonly minConfidence: number;
  readonly model: ModelChoice;
  readonly profile: TollProfile;
  readonly biasCountry?: string;
  /** The file that holds them. */
  readonly names?: string;
  readonly fields?: FieldMap;
  readonly dateOrder?: "day-first" | "month-first";
  readonly anyLanguage?: true;
  readonly timeLimit: number;
}

/** Adds the options of {@link PipelineChoices} to a command. */
export function addPipelineOptions(command: Command): Command {
  return command
    .option("--date <YYYY-MM-DD>", "publication date of articles that state none", readDate)
    .option("--min-confidence <p>", describeOption("minConfidence"), readShare, 0)
    .addOption(new Option("--model <name>", describeOption("model")).choices(MODEL_CHOICES).default("en"))
    .addOption(new Option("--profile <name>", describeOption("profile")).choices(TOLL_PROFILES).default("ucdp"))
    .option("--bias-country <code>", describeOption("biasCountry"), readCountry)
    .option("--names <file.tsv>", describeOption("knownNames"))
    .option(
      "--fields <list>",
      `which column or key holds what, such as text=body,title=headline (${ARTICLE_FIELDS.join(", ")})`,
      readFieldMap,
    )
    .addOption(
      new Option(
        "--date-order <order>",
        "which number of 03/05/2024 is the day, where other days do not tell: dmy (day-first) or mdy (month-first)",
      ).argParser(readDateOrder),
    )
    .option("--any-language", "read articles that are not English as well")
    .option(
      "--time-limit <s>",
      "seconds of processor time that one article may take; 60 more are given for each megabyte of it",
      readCount,
      30,
    );
}

const DATE_ORDERS = { dmy: "day-first", "day-first": "day-first", mdy: "month-first", "month-first": "month-first" } as const;

function readDateOrder(written: string): "day-first" | "month-first" {
  const order = new Map<string, "day-first" | "month-first">(Object.entries(DATE_ORDERS)).get(written.trim().toLowerCase());
  if (order === undefined) throw new InvalidArgumentError("Allowed choices are dmy, mdy, day-first, month-first.");
  return order;
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

export function readCount(written: string): number {
  const count = Number(written);
  if (!Number.isInteger(count) || count < 1 || count > 256) throw new InvalidArgumentError("Write a whole number from 1 to 256.");
  return count;
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
