import { BREAK } from "./compile-pattern.js";
import type { FoundDate } from "./find-dates.js";
import type { ReadText } from "./read-words.js";
import type { SaidCalendar } from "./said.js";

/**
 * A clock time or a night without its day takes the day that its sentence names:
 *
 *   Sirens sounded at 6 a.m. in the port on Tuesday.        6 a.m. of Tuesday
 *   Overnight into Monday, drones were shot down.           the night before Monday
 */
export function borrowDays(read: ReadText, found: readonly FoundDate[]): readonly FoundDate[] {
  return found.map((date, i) => {
    const { said, rule } = date;
    if (said.kind !== "calendar") return date;
    if (rule === "overnight") return { ...date, said: nightOf(read, date, found[i + 1]) ?? said };
    if (said.clock === undefined || isDated(said) || said.relation !== undefined || said.part !== undefined) return date;
    const before = found[i - 1];
    if (before && isDay(before) && inOneSentence(read, before.last, date.first)) return date;
    const next = found.slice(i + 1, i + 3).find(isDay);
    if (!next || !inOneSentence(read, date.last, next.first)) return date;
    return { ...date, said: { ...dayOf(next), clock: said.clock, mod: said.mod } };
  });
}

/**
 * The day beside "overnight": "overnight into Monday" is the night before it, "overnight on Sunday" and "Saturday to Sunday"
 * begin on it.
 */
function nightOf({ words }: ReadText, { last }: FoundDate, next: FoundDate | undefined): SaidCalendar | null {
  if (!next || !isDay(next) || next.first - last > 3) return null;
  const between = words.slice(last + 1, next.first).map(({ lower }) => lower);
  if (between.some((word) => !BETWEEN_A_NIGHT_AND_ITS_DAY.has(word))) return null;
  const into = between.some((word) => word === "into" || word === "to" || word === "until" || word === "till" || word === "through");
  return { ...dayOf(next), part: "NI", mod: null, ...(into && { eve: true }) };
}

const isDated = ({ year, month, day, weekday, deictic, holiday, within }: SaidCalendar): boolean =>
  [year, month, day, weekday, deictic, holiday, within].some((field) => field !== undefined);

/** True for a weekday, a day of a month or today, without a time of its own. */
function isDay({ said }: FoundDate): boolean {
  if (said.kind !== "calendar" || said.clock !== undefined || said.part !== undefined) return false;
  return said.weekday !== undefined || said.deictic !== undefined || (said.month !== undefined && said.day !== undefined);
}

const dayOf = ({ said }: FoundDate): SaidCalendar => said as SaidCalendar;

function inOneSentence({ words, codes, text }: ReadText, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const word = words[i];
    if (codes[i] === BREAK) return false;
    if (word && word.kind === "stop" && /[.;?!]/.test(word.lower) && !/\p{L}\.\p{L}/u.test(text.slice(word.start - 1, word.start + 2)))
      return false;
  }
  return true;
}

const BETWEEN_A_NIGHT_AND_ITS_DAY = new Set(["into", "to", "on", "from", "between", "through", "till", "until", "the", "of"]);
