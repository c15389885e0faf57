import type { AnalyzedText } from "../src/model/token.js";
import type { DateContestant } from "./date-contestants.js";
import type { DatedText } from "./date-direction.js";

/** Processor time of two taggers on the same texts, in milliseconds for one pass over all of them. */
export interface SpeedRatio {
  readonly ours: number;
  readonly theirs: number;
  /** How many times as fast ours is: the median of the ratios of neighboring runs, the least and the greatest. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

const ROUNDS = 15;
/** So many UTF-16 units a run, that a run takes some tenths of a second. */
const UNITS = 1_000_000;

/** Time of this process on the processor in milliseconds, so that other work on the machine does not count. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs two taggers by turns, several times over, and compares only runs that stand side by side: what else the machine does then
 * weighs on both alike.
 */
export function compareSpeed(ours: DateContestant, theirs: DateContestant, texts: readonly DatedText[]): SpeedRatio {
  const passes = Math.max(1, Math.round(UNITS / texts.reduce((sum, { text }) => sum + text.length, 0)));
  const run = (tagger: DateContestant): (() => number) => {
    const prepared: readonly (AnalyzedText | undefined)[] = texts.map(({ text }) => tagger.prepare?.(text));
    return () => {
      const started = cpuMilliseconds();
      for (let pass = 0; pass < passes; pass++) texts.forEach(({ text, dct }, i) => tagger.tag(text, dct, prepared[i]));
      return (cpuMilliseconds() - started) / passes;
    };
  };
  const [first, second] = [run(ours), run(theirs)];
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const pair = { ours: first(), theirs: second() };
    // Both run warm before they count.
    if (round >= 0) pairs.push(pair);
  }
  const ratios = pairs.map((pair) => pair.theirs / pair.ours);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
  };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
