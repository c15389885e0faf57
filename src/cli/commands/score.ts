import { writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { formatFindings } from "../../formats/format-findings.js";
import { toScoreJson } from "../../formats/format-score-json.js";
import { formatScoreSummary } from "../../formats/format-score-summary.js";
import { type ScoreReport, scoreLayers } from "../../score/score-layers.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { type Floor, f1OfRow, readFloors } from "../score-floors.js";
import { loadScoreInputs } from "../score-inputs.js";

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
    .action(runScore);
}

async function runScore(options: ScoreCommandOptions): Promise<void> {
  const inputs = await loadScoreInputs(options);
  const report = scoreLayers(inputs.gold, inputs.predicted, inputs.texts, {
    bootstrap: { resamples: options.resamples, seed: options.seed }, kinds: options.kinds ?? null,
  });
  const floors = checkFloors(report, options.failUnder ?? []);
  if (!options.quiet) {
    for (const warning of [...inputs.diagnostics, ...report.diagnostics]) {
      process.stderr.write(`dateline: ${warning.place === null ? "" : `${warning.place}: `}${warning.message}\n`);
    }
  }
  if (options.json !== undefined) await deliver(options.json, JSON.stringify(toScoreJson(report)) + "\n");
  if (options.json !== true) {
    process.stdout.write(formatScoreSummary(report));
    if (!options.quiet && options.errors > 0) process.stdout.write("\n" + formatFindings(report.findings, options.errors));
  }
  for (const line of floors) process.stderr.write(`dateline: ${line}\n`);
  if (floors.length > 0) process.exitCode = EXIT.belowFloor;
}

/** One line for each floor that is not reached. A score over nothing reaches no floor. */
function checkFloors(report: ScoreReport, floors: readonly Floor[]): readonly string[] {
  return floors.flatMap(({ name, floor }) => {
    const f1 = f1OfRow(report, name);
    if (f1 === undefined) throw new CommandFault(`--fail-under ${name}: no such score. Kinds here: ${Object.keys(report.scores.strict).join(", ")}.`, EXIT.usage);
    if (f1 !== null && f1 >= floor) return [];
    return [`${name}: F1 ${f1 === null ? "over nothing" : f1.toFixed(4)} is below ${floor}`];
  });
}

async function deliver(target: string | true, content: string): Promise<void> {
  if (target === true) {
    if (!process.stdout.write(content)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    return;
  }
  await writeFile(target, content).catch((error: Error) => {
    throw new CommandFault(`${target}: cannot be written: ${error.message}`, EXIT.files);
  });
}

const readList = (written: string): readonly string[] => written.split(",").map((part) => part.trim()).filter((part) => part !== "");

function readWhole(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(number)) throw new InvalidArgumentError("Write a whole number from 0.");
  return number;
}

const readLimit = (written: string): number => (written === "all" ? Infinity : readWhole(written));
