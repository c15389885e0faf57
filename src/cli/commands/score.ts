import { Command, InvalidArgumentError } from "commander";
import { EXIT } from "../exit-codes.js";
import { type Floor, readFloors } from "../score-floors.js";

export interface ScoreCommandOptions {
  readonly gold: string;
  readonly pred?: string;
  readonly articles?: string;
  readonly json?: string | true;
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
    .requiredOption("--gold <file>", "gold: annotation records, JSON Lines")
    .option("--pred <file>", "predictions; without them the program reads the articles itself")
    .option("--articles <path>", "the articles, where the records do not bring their text")
    .option("--kinds <list>", "score these kinds only, with commas; also counts what gold never labels", readList)
    .option("--json [file]", "one JSON object, to standard output or a file")
    .option("--fail-under <kind=f1>", `exit with ${EXIT.belowFloor} where F1 of a kind is below this, such as person=0.85 (repeatable)`, readFloors)
    .option("--errors <n>", "how many errors to print, or all", readLimit, 50)
    .option("--resamples <n>", "samples of articles for the intervals, 0 for none", readWhole, 1000)
    .option("--seed <n>", "seed of the samples", readWhole, 1)
    .option("--quiet", "no warnings and no list of errors")
    .action(async (options: ScoreCommandOptions) => {
      const { runScore } = await import("./run-score.js");
      await runScore(options);
    });
}

const readList = (written: string): readonly string[] => written.split(",").map((part) => part.trim()).filter((part) => part !== "");

function readWhole(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number)) throw new InvalidArgumentError("Write a whole number from 0.");
  return number;
}

const readLimit = (written: string): number => (written === "all" ? Infinity : readWhole(written));
