import { formatAgreement } from "../../formats/format-agreement.js";
import { formatComparison } from "../../formats/format-comparison.js";
import { formatErrorGroups } from "../../formats/format-error-groups.js";
import { formatFindings } from "../../formats/format-findings.js";
import { toScoreJson } from "../../formats/format-score-json.js";
import { formatScoreMarkdown } from "../../formats/format-score-markdown.js";
import { formatScoreSummary, percent } from "../../formats/format-score-summary.js";
import { measureAgreement } from "../../score/agreement.js";
import { compareRuns } from "../../score/compare-runs.js";
import { type ScoreReport, scoreLayers } from "../../score/score-layers.js";
import { isSameFile, writeWhole } from "../../shell/output/write-files.js";
import { printable } from "../../shell/output/printable.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { type Floor, f1OfRow } from "../score-floors.js";
import { type ScoreInputs, loadRecords, loadScoreInputs } from "../score-inputs.js";
import type { ScoreCommandOptions } from "./score.js";

/** Reads gold and predictions, scores them and delivers what the options ask for. */
export async function runScore(options: ScoreCommandOptions): Promise<void> {
  if (options.agreement && options.pred === undefined)
    throw new CommandFault("--agreement compares two annotators: give the second with --pred.", EXIT.usage);
  if ([options.json, options.markdown].filter((target) => target === true).length > 1)
    throw new CommandFault("--json and --markdown both go to standard output: give one of them a file.", EXIT.usage);
  await refuseOutputOverInput(options);
  const inputs = await loadScoreInputs(options);
  const settings = {
    bootstrap: { resamples: options.resamples, seed: options.seed },
    kinds: options.kinds ?? null,
    wantedPrecision: options.precision ?? null,
  };
  const report = scoreLayers(inputs.gold, inputs.predicted, inputs.texts, settings);
  const failures = checkFloors(report, options.failUnder ?? []);
  const comparison =
    options.baseline === undefined
      ? null
      : compareRuns(
          report,
          scoreLayers(inputs.gold, await loadRecords(options.baseline, inputs.texts, options.predFormat), inputs.texts, {
            ...settings,
            bootstrap: { ...settings.bootstrap, resamples: 0 },
          }),
          settings.bootstrap,
        );
  const agreement = options.agreement ? measureAgreement(inputs.gold, inputs.predicted, inputs.texts) : null;
  if (!options.quiet) warn(inputs, report);
  if (options.report !== undefined) await writeReport(options.report, inputs, report, comparison);
  if (options.json !== undefined) {
    await deliver(
      options.json,
      JSON.stringify({ ...toScoreJson(report), ...(comparison ? { comparison } : {}), ...(agreement ? { agreement } : {}) }) + "\n",
    );
  }
  if (options.markdown !== undefined) await deliver(options.markdown, formatScoreMarkdown(report));
  if (options.json !== true && options.markdown !== true) {
    const limit = options.quiet ? 0 : options.errors;
    const parts = [
      agreement ? formatAgreement(agreement) : "",
      formatScoreSummary(report),
      formatThresholds(report),
      comparison ? formatComparison(comparison, limit) : "",
      limit > 0 ? formatErrorGroups(report.errorGroups) : "",
      limit > 0 && !comparison ? formatFindings(report.findings, limit) : "",
    ];
    await deliver(true, parts.filter((part) => part !== "").join("\n"));
  }
  for (const line of failures) process.stderr.write(printable(`dateline: ${line}`));
  if (failures.length > 0) process.exitCode = EXIT.belowFloor;
}

async function refuseOutputOverInput({ gold, pred, baseline, articles, json, markdown, report }: ScoreCommandOptions): Promise<void> {
  for (const target of [json, markdown, report]) {
    if (typeof target !== "string") continue;
    for (const input of [gold, pred, baseline, articles]) {
      if (input !== undefined && (await isSameFile(input, target)))
        throw new CommandFault(`${target}: is what is read. Nothing was changed: write to another file.`, EXIT.usage);
    }
  }
}

function warn(inputs: ScoreInputs, report: ScoreReport): void {
  for (const warning of [...inputs.diagnostics, ...report.diagnostics]) {
    process.stderr.write(printable(`dateline: ${warning.place === null ? "" : `${warning.place}: `}${warning.message}`));
  }
}

/** One line for each floor that is not reached. A score over nothing reaches no floor. */
function checkFloors(report: ScoreReport, floors: readonly Floor[]): readonly string[] {
  return floors.flatMap(({ name, floor }) => {
    const f1 = f1OfRow(report, name);
    if (f1 === undefined)
      throw new CommandFault(
        `--fail-under ${name}: no such score. Kinds here: ${Object.keys(report.scores.strict).join(", ")}.`,
        EXIT.usage,
      );
    if (f1 !== null && f1 >= floor) return [];
    return [`${name}: F1 ${f1 === null ? "over nothing" : f1.toFixed(4)} is below ${floor}`];
  });
}

function formatThresholds({ calibration }: ScoreReport): string {
  if (!calibration?.wanted) return "";
  const { precision, thresholds } = calibration.wanted;
  return (
    `Thresholds for a precision of ${percent(precision)}\n` +
    Object.entries(thresholds)
      .map(([kind, point]) => {
        if (!point) return `  ${kind.padEnd(14)} no threshold reaches it\n`;
        const threshold = Math.floor(point.threshold * 1e4) / 1e4;
        return `  ${kind.padEnd(14)} confidence ≥ ${threshold}: precision ${percent(point.precision)}, recall ${percent(point.recall)}\n`;
      })
      .join("")
  );
}

async function writeReport(
  path: string,
  inputs: ScoreInputs,
  report: ScoreReport,
  comparison: ReturnType<typeof compareRuns> | null,
): Promise<void> {
  const { formatHtmlReport } = await import("../../formats/report-html/format-html-report.js");
  await deliver(path, formatHtmlReport({ report, comparison, gold: inputs.gold, predicted: inputs.predicted, texts: inputs.texts }));
}

async function deliver(target: string | true, content: string): Promise<void> {
  if (target === true) {
    if (!process.stdout.write(content)) await new Promise((resolve) => process.stdout.once("drain", resolve));
    return;
  }
  await writeWhole(target, content).catch((error: Error) => {
    throw new CommandFault(`${target}: cannot be written: ${error.message}`, EXIT.files);
  });
}
