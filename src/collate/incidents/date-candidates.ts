import type { DayRange } from "../../model/corpus-incident.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import type { Telling } from "./telling.js";
import type { Candidate } from "./vote.js";

/** Days after which it no longer matters how many have passed between a happening and its first report. */
const WEEK = 7;

/**
 * The days on which an incident may have happened: those which its reports link it to and those which they name, with what speaks
 * for each. Amounts are means over the reports. How many days lie before the first report counts too: most is told at once.
 */
export function dateCandidates(tellings: readonly Telling[]): readonly Candidate<DayRange>[] {
  const found = new Map<string, { readonly range: DayRange; readonly sums: Record<string, number> }>();
  const say = (range: DayRange, what: string, amount: number): void => {
    const key = `${range.from} ${range.to}`;
    const known = found.get(key) ?? { range, sums: {} };
    known.sums[what] = (known.sums[what] ?? 0) + amount / tellings.length;
    found.set(key, known);
  };
  for (const { article, sketch } of tellings) {
    if (sketch.date) {
      say(sketch.date, "linked", 1);
      say(sketch.date, "sure", sketch.dateConfidence);
    }
    // Of what stands aside in an article, its other days say nothing.
    if (!sketch.main) continue;
    const { days } = article.scene;
    const all = days.reduce((sum, { mentions }) => sum + mentions, 0);
    for (const [i, { day, mentions }] of days.entries()) {
      const range = { from: day, to: day };
      say(range, "named", 1);
      say(range, "share", mentions / all);
      if (i === 0) say(range, "first", 1);
    }
  }
  const published = tellings.flatMap(({ article: { publishedAt } }) => (publishedAt === null ? [] : [dayOfIso(publishedAt)]));
  return [...found.values()].map(({ range, sums }) => ({
    value: range,
    evidence: { ...sums, ...lengthOf(range), ...lagOf(range, published) },
  }));
}

/** What is known to a few days, a month or less. */
function lengthOf({ from, to }: DayRange): Readonly<Record<string, number>> {
  const days = dayOfIso(to) - dayOfIso(from);
  return days === 0 ? {} : { [days < 4 ? "fewDays" : days < 27 ? "manyDays" : "month"]: 1 };
}

function lagOf({ from }: DayRange, published: readonly number[]): Readonly<Record<string, number>> {
  if (published.length === 0) return {};
  const lag = Math.min(...published) - dayOfIso(from);
  return {
    [lag < 0 ? "afterwards" : lag > WEEK ? "longBefore" : `daysBefore${lag}`]: 1,
    before: published.filter((day) => day >= dayOfIso(from)).length / published.length,
  };
}
