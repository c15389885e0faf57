import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT } from "../exit-codes.js";
import { type Floor, readFloors } from "../score-floors.js";
import { FORMAT_NAMES } from "./convert.js";

export interface ScoreCommandOptions {
  readonly gold: string;
  readonly pred?: string;
  readonly articles?: string;
  readonly baseline?: string;
  readonly agreement?: true;
  readonly precision?: number;
  readonly markdown?: string | true;
  readonly report?: string;
  readonly json?: string | true;
  readonly goldFormat: string;
  readonly predFormat: string;
  readonly split?: string;
  readonly kinds?: readonly string[];
  readonly failUnder?: readonly Floor[];
  readonly resamples: number;
  readonly seed: number;
  readonly errors: number;
  readonly quiet?: true;
}

/** `dateline score`: predictions against gold. */
export function scoreCommand(): Command {
  return new Command("score")
    .description("compare predictions with gold: precision, recall, F1, intervals, errors")
    .requiredOption("--gold <file>", "gold: annotation records, or another format")
    .option("--pred <file>", "predictions; without them the program reads the articles itself")
    .option("--baseline <file>", "an earlier run: what changed, whether it is more than noise, what was fixed and what broke")
    .option("--agreement", "gold and predictions are two annotators: F1, Cohen's kappa, Krippendorff's alpha")
    .option("--articles <path>", "the articles, where the records do not bring their text")
    .addOption(new Option("--gold-format <format>", "what gold is written in").choices(FORMAT_NAMES).default("jsonl"))
    .addOption(new Option("--pred-format <format>", "what predictions and baseline are written in").choices(FORMAT_NAMES).default("jsonl"))
    .option("--split <name>", "score only the articles whose gold record says this split, such as dev or test")
    .option("--kinds <list>", "score these kinds only, with commas; also counts what gold never labels", readList)
    .option("--json [file]", "one JSON object, to standard output or a file")
    .option("--markdown [file]", "a Markdown table, to standard output or a file")
    .option("--report <file.html>", "a page with figures, curves, confusion and every article marked; one file, no network")
    .option("--precision <p>", "find the confidence threshold that meets this precision, 0 to 1", readShare)
    .option(
      "--fail-under <kind=f1>",
      `exit with ${EXIT.belowFloor} where F1 of a kind is below this, such as person=0.85 (repeatable)`,
      readFloors,
    )
    .option("--errors <n>", "how many errors to print, or all", readLimit, 50)
    .option("--resamples <n>", "samples of articles for the intervals, 0 for none", readWhole, 1000)
    .option("--seed <n>", "seed of the samples", readWhole, 1)
    .option("--quiet", "no warnings and no list of errors")
    .addHelpText("after", HELP)
    .action(async (options: ScoreCommandOptions) => {
      const { runScore } = await import("./run-score.js");
      await runScore(options);
    });
}

const readList = (written: string): readonly string[] =>
  written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

function readWhole(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number)) throw new InvalidArgumentError("Write a whole number from 0.");
  return number;
}

const readLimit = (written: string): number => (written === "all" ? Infinity : readWhole(written));

function readShare(written: string): number {
  const share = Number(written);
  if (written.trim() === "" || !(share >= 0 && share <= 1)) throw new InvalidArgumentError("Write a number from 0 to 1.");
  return share;
}

const HELP = `
Examples:
  dateline score --gold gold/gold.jsonl --articles corpus/            run the program on the articles and score it
  dateline score --gold gold.jsonl --pred other-tool.jsonl            score any program's output
  dateline score --gold gold.jsonl --pred new.jsonl --baseline old.jsonl
  dateline score --gold first.jsonl --pred second.jsonl --agreement   two annotators
  dateline score --gold gold.jsonl --pred run.jsonl --report report.html --fail-under person=0.85

Records are JSON Lines: {"id", "text"?, "mentions": [{"kind", "start", "end", …}]}, offsets in UTF-16 units, half-open.
Articles that gold lacks are left out; kinds that gold never labels are unknown, not wrong (--kinds counts them).
--fail-under also takes a scheme or measure: type.person, partial.micro, dates.value, casualties.explicit.
`;
