import type { ReadText } from "./read-words.js";
import type { Direction } from "./resolve-context.js";

/** Right before a date that ends a stretch of time the verb tells of its start: "extended to Nov. 16", "returned by Jan. 14". */
const ENDS = new Set(["through", "to", "by", "until", "till", "thru"]);

/**
 * Which way the clause around words `first` to `last` looks, by its verb (`tense/read-tense.ts`) and the words right
 * before the expression. `present` is told of no side: "The council votes Thursday", "The bank reports in March".
 */
export function weighDirection(read: ReadText, first: number, last: number): Direction {
  const { words } = read;
  const [head, tail] = [words[first], words[last]];
  if (!head || !tail) return "unknown";
  const before = wordBefore(read, first);
  if (before === "since") return "past";
  if (read.isCue(before, "start") || (before === "as" && ["soon", "early"].includes(words[first - 2]?.lower ?? ""))) return "future";
  const { tense } = read.tenseAt(head.start, tail.end);
  if (words[last + 1]?.kind === "poss") return weighPossessive(read, first, last, tense);
  if (before === "until" || before === "till") return tense === "past" && isToldFromBehind(read, first - 1) ? "past" : "future";
  // "The Jan. 14 deadline" is told of in any tense.
  if (tense === "past" && head.kind === "mname" && (ENDS.has(before) || read.isCue(words[last + 1]?.lower ?? "", "event")))
    return "unknown";
  if ((before === "starting" || before === "beginning") && tense !== "past") return "future";
  return tense ?? "unknown";
}

/** "ahead of Sunday's election", "Sunday's election will decide"; any other "Sunday's" is over. */
function weighPossessive(read: ReadText, first: number, last: number, tense: Direction | null): Direction {
  const { words } = read;
  if (words[first - 1]?.lower === "of" && words[first - 2]?.lower === "ahead") return "future";
  const isEvent = [2, 3].some((n) => read.isCue(words[last + n]?.lower ?? "", "event"));
  return isEvent && (tense === "future" || wordBefore(read, first) === "before") ? "future" : "past";
}

/** The word before an expression, an article left out. */
function wordBefore({ words }: ReadText, first: number): string {
  const before = words[first - 1]?.lower ?? "";
  return before === "the" || before === "on" || before === "from" ? (words[first - 2]?.lower ?? "") : before;
}

/** "It was not until Friday that", "Until Friday, they had": told from behind. */
const isToldFromBehind = ({ words }: ReadText, until: number): boolean => {
  const before = words[until - 1];
  return (
    before === undefined ||
    before.kind === "stop" ||
    before.kind === "quote" ||
    before.kind === "comma" ||
    before.lower === "" ||
    before.lower === "not"
  );
};
