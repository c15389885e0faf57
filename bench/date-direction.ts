import type { DateContestant } from "./date-contestants.js";
import type { ScoredTimex } from "./score-timex.js";

/** A labelled text with its day of publication. */
export interface DatedText {
  readonly doc: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timex: readonly ScoredTimex[];
}

const WEEKDAY = /^(?:(?:early|late|on)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?$/i;
const MONTH =
  /^(?:(?:early|late|mid|the end of|the beginning of)[- ])?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?)(?: \d{1,2})?$/i;

/** How many bare weekdays or months come out on the right side of the day (month) of publication. */
export interface DirectionTally {
  total: number;
  right: number;
  ahead: number;
  aheadRight: number;
}

/** Days from the day (for months: the month) of publication to a value; null for one that names no day (month). */
function distance(value: string, dct: string, digits: 7 | 10): number | null {
  const cut = value.slice(0, digits);
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(cut) || cut.length < digits) return null;
  const day = (iso: string): number => Date.parse(iso.slice(0, digits).padEnd(10, "-01")) / 86_400_000;
  return day(cut) - day(dct);
}

/**
 * Direction of bare weekdays within a week of publication and of months without a year within 400 days: right where the value lies
 * on the same side as the label. Each that does not is listed by `onWrong`.
 */
export function weighDirections(
  contestant: DateContestant,
  texts: readonly DatedText[],
  onWrong: (doc: string, line: string) => void,
): Readonly<Record<"weekday" | "month", DirectionTally>> {
  const tallies = { weekday: { total: 0, right: 0, ahead: 0, aheadRight: 0 }, month: { total: 0, right: 0, ahead: 0, aheadRight: 0 } };
  for (const { doc, dct, text, timex } of texts) {
    if (dct === null) continue;
    const found = contestant.tag(text, dct);
    for (const gold of timex) {
      const kind = WEEKDAY.test(gold.text) ? "weekday" : MONTH.test(gold.text) ? "month" : null;
      if (kind === null) continue;
      const digits = kind === "weekday" ? 10 : 7;
      const wanted = distance(gold.value, dct, digits);
      if (wanted === null || Math.abs(wanted) > (kind === "weekday" ? 7 : 400)) continue;
      const mention = found.find(({ start, end }) => start < gold.end && gold.start < end);
      const got = mention ? distance(mention.value, dct, digits) : null;
      const right = got !== null && got > 0 === wanted > 0;
      const tally = tallies[kind];
      tally.total++;
      if (right) tally.right++;
      if (wanted > 0) tally.ahead++;
      if (wanted > 0 && right) tally.aheadRight++;
      if (!right)
        onWrong(
          doc,
          `  ${kind.padEnd(8)} ${doc} ${dct} ${gold.value} -> ${mention?.value ?? "-"} ${JSON.stringify(text.slice(Math.max(0, gold.start - 90), gold.end + 20))}`,
        );
    }
  }
  return tallies;
}
