import { BREAK } from "./compile-pattern.js";
import type { FoundDate } from "./find-dates.js";
import type { ReadText } from "./read-words.js";

/** Words between the adverb and the quarter at the most. */
const NEAR = 12;

/** Quarters of every year: "Sales usually rise in the fourth quarter." One that says its year is of that year. */
export function markHabits(read: ReadText, found: readonly FoundDate[]): readonly FoundDate[] {
  return found.map((date) => {
    const { said } = date;
    if (said.kind !== "calendar" || said.quarter === undefined || said.year !== undefined || said.within !== undefined) return date;
    if ((said.relation !== undefined && said.relation !== "the") || !isHabit(read, date.first)) return date;
    return { ...date, said: { ...said, habitual: true } };
  });
}

/** Whether an adverb before word `first`, in its sentence, tells of a habit. */
function isHabit({ words, codes, isBeside }: ReadText, first: number): boolean {
  for (let at = first - 1; at >= 0 && at >= first - NEAR && codes[at] !== BREAK && words[at]?.kind !== "stop"; at--)
    if (isBeside(words[at]?.lower ?? "", "habit")) return true;
  return false;
}
