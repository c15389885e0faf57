import { writeFile } from "node:fs/promises";
import { formatFindings } from "../../formats/format-findings.js";
import { toScoreJson } from "../../formats/format-score-json.js";
import { formatScoreSummary } from "../../formats/format-score-summary.js";
import { type ScoreReport, scoreLayers } from "../../score/score-layers.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { type Floor, f1OfRow } from "../score-floors.js";
import { loadScoreInputs } from "../score-inputs.js";
import type { ScoreCommandOptions } from "./score.js";

/** Reads gold and predictions, scores them and delivers what the options ask for. */
export async function runScore(options: ScoreCommandOptions): Promise<void> {
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
