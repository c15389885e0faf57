import type { FoundDate } from "./find-dates.js";
import type { ReadText } from "./read-words.js";

const JOINTS = new Set(["to", "through", "thru", "until"]);
/** Words before weekdays that tell of every week. */
const OPEN = new Set(["open", "opens", "closed", "available", "staffed", "daily", "weekly", "weekdays"]);

/**
 * Weekdays that recur, since their sentence tells what always holds: "The park is open Monday through Sunday", "Trains run Monday to
 * Friday". A single event has a singular verb ("The summit runs Monday to Wednesday") and keeps its days.
 */
export function markOpeningHours(read: ReadText, found: readonly FoundDate[]): readonly FoundDate[] {
  const recurring = new Set<FoundDate>();
  found.forEach((date, i) => {
    const next = found[i + 1];
    if (next && isWeekday(date) && isWeekday(next) && isRange(read, date.last, next.first) && tellsHabit(read, date))
      recurring.add(date).add(next);
  });
  if (recurring.size === 0) return found;
  return found.map((date) =>
    recurring.has(date) && date.said.kind === "calendar"
      ? { ...date, said: { kind: "set", value: `XXXX-WXX-${date.said.weekday ?? 1}`, freq: null, mod: null }, rule: "opening-hours" }
      : date,
  );
}

const isWeekday = ({ said, rule }: FoundDate): boolean =>
  rule === "weekday" && said.kind === "calendar" && said.relation === undefined && said.steps === undefined;

function isRange({ words }: ReadText, last: number, first: number): boolean {
  const joint = words[last + 1];
  return first === last + 2 && joint !== undefined && (joint.kind === "hy" || joint.kind === "dash" || JOINTS.has(joint.lower));
}

function tellsHabit(read: ReadText, { first, last }: FoundDate): boolean {
  const { words } = read;
  const [head, tail] = [words[first], words[last]];
  if (!head || !tail) return false;
  const before = words[first - 1]?.lower === "from" ? words[first - 2] : words[first - 1];
  const { tense, form } = read.tenseAt(head.start, tail.end);
  if (tense === "past" || tense === "future") return false;
  return OPEN.has(before?.lower ?? "") || (tense === "present" && form === "base");
}
