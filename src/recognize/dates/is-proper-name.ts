import type { ReadText, Word } from "./read-words.js";

/** Words after which a weekday dates, whoever is named next: "on Sunday Okafor's farm burned". */
const BEFORE_A_DAY = new Set(["on", "last", "this", "next", "by", "until", "till", "since", "from", "late", "early", "before", "after"]);

/**
 * True where a date is part of a proper name and dates nothing: "September 11 attacks", "July 7 Square", "Black Friday",
 * "The Sunday Times". `first` to `last` are its words.
 */
export function isProperName({ words, text, isBeside }: ReadText, first: number, last: number): boolean {
  const head = words[first];
  if (!head) return false;
  const before = words[first - 1];
  const capital = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && word.gap !== "line" && /^\p{Lu}/u.test(text.slice(word.start, word.start + 2));
  };
  let next = last + 1;
  if (words[next]?.kind === "comma") next++;
  const after = words[next]?.lower ?? "";
  if (head.kind === "mname" && head.value === 9 && words[first + 1]?.value === 11 && isBeside(after, "attack")) return true;
  if (head.kind === "wday" && before && isBeside(before.lower, "byname") && capital(first - 1)) return true;
  if (head.kind === "wday" && first === last && capital(next) && next === last + 1 && isGivenName(words, next, before)) return true;
  // "The Weekly Star": a masthead.
  if (head.kind === "frequency" && capital(first) && next === last + 1 && capital(next) && words[next]?.kind === null) return true;
  // "Winter Olympics", "USA Today", "This Week With …", "Science and Technology Daily".
  if (words[last]?.kind === "seasonname" && next === last + 1 && capital(last) && capital(next) && words[next]?.kind === null) return true;
  // "the Easter Rising", "the Tet Offensive".
  if (words[last]?.kind === "holiday" && next === last + 1 && capital(next) && words[next]?.kind === null) return true;
  if (isBeside(head.lower, "masthead") && capital(first) && before !== undefined && before.kind !== "stop" && before.end > before.start) {
    // What a quotation begins with has a capital anyway: there a title tells itself by three of them.
    if (
      before.kind === "quote"
        ? last > first && capital(last) && next === last + 1 && capital(next)
        : capital(first === last ? first - 1 : last)
    )
      return true;
  }
  // "At the end of the day, he is a politician."
  if (last - first === 4 && words[first + 1]?.kind === "endbound" && words[last]?.lower === "day" && before?.lower === "at") return true;
  if (next === last + 1 && isBeside(after, "named") && capital(next) && words[next]?.gap === "space") {
    return head.kind === "mname" || head.kind === "wday" || head.kind === "dd" || head.kind === "od";
  }
  return false;
}

/** "Sunday Okafor, 31," and "Sunday Okafor's farm": a given name before a surname at `next`. */
function isGivenName(words: readonly Word[], next: number, before: Word | undefined): boolean {
  const [surname, mark, age] = [words[next], words[next + 1], words[next + 2]];
  if (surname?.kind !== null || surname.gap !== "space" || BEFORE_A_DAY.has(before?.lower ?? "")) return false;
  if (mark?.kind === "poss") return true;
  const isAge = (age?.kind === "dd" || age?.kind === "n2") && age.value < 110;
  return mark?.kind === "comma" && isAge && (words[next + 3]?.kind === "comma" || words[next + 3]?.kind === "stop");
}
