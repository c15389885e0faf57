/**
 * npm run bench:dates -- [--data FOLDER] [--errors] [--only dateline,chrono-node] [--heideltime FOLDER] [set …]
 *
 * TempEval-3 scores of dateline and of other JavaScript libraries on labelled sets, in one run: strict, relaxed and
 * value F1, type accuracy, value F1 where values are compared as days, months and years, 95% bootstrap intervals over
 * documents, and thousands of characters a second of processor
 * time ("dateline" without, "dateline + words" with the words and parts of speech that all its recognizers share). `--errors` lists
 * every difference of dateline after the table. Then, over all sets: the direction of bare weekdays and months, each that comes out
 * on the wrong side of publication listed; the calibration error of dateline's confidence on the halves that it was not fitted on;
 * and, class by class, the marked sentences of `tests/cases/dates` that each tagger has right; and the speed of dateline and chrono-node by
 * turns. Of the half of TimeBank that was never read no text is printed.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRandom } from "../src/score/random.js";
import { calibrationError } from "../src/training/calibrate-confidence.js";
import { halfOf as fitHalfOf, judgeDates } from "../src/training/fit-date-confidence.js";
import { scoreClasses } from "./date-classes.js";
import { weighDirections } from "./date-direction.js";
import { compareSpeed } from "./date-speed.js";
import { loadDateContestants, type DateContestant } from "./date-contestants.js";
import { loadJavaContestants } from "./java-date-contestants.js";
import { pairTimexes, scoreTimexes, tallyTimexes, type ScoredTimex, type TimexPair, type TimexTally } from "./score-timex.js";

interface LabelledText {
  readonly doc: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timex: readonly ScoredTimex[];
}

const SETS = ["tempeval3/timebank-train", "tempeval3/aquaint-train", "wikiwars/dev", "meantime/dev", "gum/dev"];
/** The set whose rules were derived on one half of its documents, by the parity of the SHA-1 of their names. */
const HALVED = "tempeval3/timebank-train";
const halfOf = (doc: string): number => (createHash("sha1").update(doc).digest().at(-1) ?? 0) % 2;
const PRECISIONS = ["day", "month", "year"] as const;
const RESAMPLES = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data/dates" },
    errors: { type: "boolean", default: false },
    only: { type: "string" },
    heideltime: { type: "string" },
  },
});
const folder = values.data;
const only = values.only?.split(",");
const java = loadJavaContestants(values.heideltime);
for (const line of java.missing) console.error(`not run: ${line}`);
const contestants = [...(await loadDateContestants()), ...java.contestants].filter(({ name }) => !only || only.includes(name));

/** Time of this process on the processor, so that other work on the machine does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** A value as coarse as a precision: 2025-07-01T14:30 is the day 2025-07-01, the month 2025-07, the year 2025. */
function coarsen(value: string, precision: (typeof PRECISIONS)[number]): string {
  const day = value.startsWith("P") ? value : (value.split("T", 1)[0] ?? "");
  if (precision === "day" || !/^\d{4}/.test(day)) return day;
  return precision === "year" ? day.slice(0, 4) : /^\d{4}-\d{2}/.test(day) ? day.slice(0, 7) : day;
}

function measure(contestant: DateContestant, rows: readonly LabelledText[], isHalved: boolean): void {
  const prepared = rows.map((row) => contestant.prepare?.(row.text));
  // Each runs warm: a second of processor time before the clock starts.
  for (let i = 0, end = cpuSeconds() + 1; !contestant.untimed && cpuSeconds() < end; i = (i + 1) % rows.length)
    contestant.tag(rows[i]?.text ?? "", rows[i]?.dct ?? null, prepared[i]);
  const started = cpuSeconds();
  const tagged = rows.map((row, i) => contestant.tag(row.text, row.dct, prepared[i]));
  const seconds = cpuSeconds() - started;
  const pairs = rows.map((row, i) => pairTimexes(row.timex, tagged[i] ?? []));
  const tallies = pairs.map(tallyTimexes);
  const scores = scoreTimexes(tallies);
  const coarse = PRECISIONS.map(
    (precision) =>
      scoreTimexes(
        pairs.map((pair) =>
          tallyTimexes(
            pair.map(
              ([gold, found]) =>
                [
                  gold && { ...gold, value: coarsen(gold.value, precision) },
                  found && { ...found, value: coarsen(found.value, precision) },
                ] as TimexPair,
            ),
          ),
        ),
      ).valueF1,
  );
  const characters = rows.reduce((sum, row) => sum + row.text.length, 0);
  const show = (score: number | null): string => (score === null ? "-" : score.toFixed(1)).padStart(6);
  console.log(
    [
      contestant.name.padEnd(18),
      show(scores.strict),
      show(scores.relaxed),
      show(scores.valueF1),
      bootstrap(tallies).padStart(14),
      show(scores.typeAccuracy),
      ...coarse.map(show),
      (contestant.untimed ? "-" : `${Math.round(characters / seconds / 1000)}`).padStart(8),
    ].join(" "),
  );
  if (values.errors && contestant.name === "dateline") rows.forEach((row, i) => listErrors(row, pairs[i] ?? [], isHalved));
}

/** The 2.5% and 97.5% quantiles of value F1 over documents drawn with replacement. */
function bootstrap(tallies: readonly TimexTally[]): string {
  const random = createRandom(1);
  const samples: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const drawn = tallies.map(() => tallies[random(tallies.length)]).filter((tally) => tally !== undefined);
    samples.push(scoreTimexes(drawn).valueF1 ?? 0);
  }
  samples.sort((a, b) => a - b);
  return `${(samples[Math.floor(RESAMPLES * 0.025)] ?? 0).toFixed(1)}–${(samples[Math.floor(RESAMPLES * 0.975)] ?? 0).toFixed(1)}`;
}

function listErrors(row: LabelledText, pairs: readonly TimexPair[], isHalved: boolean): void {
  if (isHalved && halfOf(row.doc) === 1) return;
  const context = ({ start, end }: ScoredTimex): string =>
    JSON.stringify(`${row.text.slice(Math.max(0, start - 50), start)}⟦${row.text.slice(start, end)}⟧${row.text.slice(end, end + 30)}`);
  for (const [gold, found] of pairs) {
    if (gold && found && gold.value === found.value && gold.text === found.text) continue;
    const kind = !gold ? "spurious" : !found ? "missed" : gold.value === found.value ? "span" : "value";
    const at = gold ?? found;
    if (at) console.log(`  ${kind.padEnd(8)} ${row.doc} ${row.dct ?? "-"} ${gold?.value ?? "-"} -> ${found?.value ?? "-"} ${context(at)}`);
  }
}

for (const set of positionals.length > 0 ? positionals : SETS) {
  const file = join(folder, `${set}.jsonl`);
  if (!existsSync(file)) {
    console.error(`${file} does not exist. Name the folder of labelled sets with --data.`);
    process.exitCode = 1;
    continue;
  }
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LabelledText);
  console.log(`\n${set}: ${rows.length} documents, ${rows.reduce((sum, row) => sum + row.timex.length, 0)} expressions`);
  console.log("                   strict relaxd  value   95% interval   type    day  month   year  1000c/s");
  for (const contestant of contestants) measure(contestant, rows, set === HALVED);
  const [ours] = contestants.filter(({ name }) => name === "dateline");
  if (ours && set === HALVED) {
    for (const [name, half] of [
      ["· rules from", 0],
      ["· held for check", 1],
    ] as const) {
      measure(
        { ...ours, name },
        rows.filter(({ doc }) => halfOf(doc) === half),
        true,
      );
    }
  }
}

/** The rows of the sets that are there, by the name of their set. */
const sets = new Map(
  (positionals.length > 0 ? positionals : SETS)
    .filter((set) => existsSync(join(folder, `${set}.jsonl`)))
    .map(
      (set) =>
        [
          set,
          readFileSync(join(folder, `${set}.jsonl`), "utf8")
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as LabelledText),
        ] as const,
    ),
);
const taggers = contestants.filter(({ name }) => name !== "dateline + words");
const percent = (right: number, total: number): string =>
  `${right} of ${total} (${total === 0 ? "-" : ((100 * right) / total).toFixed(1)})`;

const held = new Set((sets.get(HALVED) ?? []).map(({ doc }) => doc).filter((doc) => halfOf(doc) === 1));
const isHeld = (doc: string): boolean => held.has(doc);

/** WikiWars is left out: its stories count from themselves, not from a day of publication. */
function benchDirections(): void {
  const news = [...sets].filter(([set]) => !set.startsWith("wikiwars")).flatMap(([, rows]) => rows);
  if (news.length === 0) return;
  console.log(
    "\ndirection of bare weekdays and months                weekdays            of them ahead       months              of them ahead",
  );
  for (const tagger of taggers) {
    const wrong: string[] = [];
    const { weekday, month } = weighDirections(tagger, news, (doc, line) => wrong.push(isHeld(doc) ? "  (in the half never read)" : line));
    const cells = [
      [weekday.right, weekday.total],
      [weekday.aheadRight, weekday.ahead],
      [month.right, month.total],
      [month.aheadRight, month.ahead],
    ] as const;
    const both = percent(weekday.right + month.right, weekday.total + month.total);
    console.log(
      `${tagger.name.padEnd(20)} both ${both.padEnd(26)} ${cells.map(([right, total]) => percent(right, total).padEnd(20)).join("")}`,
    );
    if (tagger.name === "dateline") console.log(wrong.join("\n"));
  }
}

function benchCalibration(): void {
  if (only && !only.includes("dateline")) return;
  console.log("\ncalibration of dateline's confidence (span and value) on the halves not fitted: dates, mean confidence, right, error");
  const all = [];
  for (const [set, rows] of sets) {
    const judged = judgeDates(rows.filter(({ doc }) => fitHalfOf(doc) === 1));
    all.push(...judged);
    printCalibration(set, judged);
  }
  printCalibration("all", all);
}

function printCalibration(name: string, judged: readonly { readonly confidence: number; readonly right: boolean }[]): void {
  const mean = judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length;
  const right = judged.filter((date) => date.right).length / judged.length;
  console.log(
    `${name.padEnd(28)} ${String(judged.length).padStart(6)} ${mean.toFixed(3)} ${right.toFixed(3)} ${calibrationError(judged)?.toFixed(3) ?? "-"}`,
  );
}

function benchClasses(): void {
  console.log("\nmarked sentences of tests/cases/dates, right of all");
  const scores = taggers.map((tagger) => [tagger.name, scoreClasses(tagger)] as const);
  const classes = scores[0]?.[1].map(({ name }) => name) ?? [];
  console.log(`${"".padEnd(20)} ${scores.map(([name]) => name.padEnd(18)).join("")}`);
  classes.forEach((name, i) =>
    console.log(
      `${name.padEnd(20)} ${scores.map(([, tallies]) => `${tallies[i]?.right ?? 0} of ${tallies[i]?.total ?? 0}`.padEnd(18)).join("")}`,
    ),
  );
}

/** dateline as a stage of the program, its words there already, beside chrono-node. */
function benchSpeed(): void {
  const [ours, theirs] = ["dateline", "chrono-node"].map((name) => contestants.find((contestant) => contestant.name === name));
  if (!ours || !theirs) return;
  console.log("\nspeed by turns: milliseconds of processor time a pass, times as fast as chrono-node (median, least and most of 15 pairs)");
  for (const [set, rows] of sets) {
    const speed = compareSpeed(ours, theirs, rows);
    console.log(
      `${set.padEnd(28)} dateline ${speed.ours.toFixed(1).padStart(6)} chrono-node ${speed.theirs.toFixed(1).padStart(6)}   ` +
        `${speed.ratio.toFixed(2)} (${speed.least.toFixed(2)}–${speed.most.toFixed(2)})`,
    );
  }
}

benchDirections();
benchCalibration();
benchClasses();
benchSpeed();
