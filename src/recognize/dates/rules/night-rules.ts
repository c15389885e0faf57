import type { DateRule } from "../date-rule.js";
import { findKind, readCalendar } from "../read-fields.js";
import type { SaidCalendar } from "../said.js";
import type { Word } from "../read-words.js";

/** The first day of "between Saturday and Sunday", "of 14 to 15 June", as far as its words say it. */
function firstDay(words: readonly Word[]): SaidCalendar {
  const joint = words.findIndex(
    ({ lower, kind }, i) =>
      i > 1 && (lower === "and" || lower === "to" || lower === "into" || kind === "hy" || kind === "dash" || kind === "slash"),
  );
  const from = readCalendar(words.slice(0, joint));
  const { month, year } = readCalendar(words);
  const day = from.day ?? findKind(words.slice(0, joint), "dd", "d0", "od")?.value;
  return {
    ...from,
    ...(day !== undefined && { day }),
    ...(day !== undefined && month !== undefined && { month }),
    ...(day !== undefined && year !== undefined && { year }),
    part: "NI",
    mod: null,
  };
}

/** The night and its edges, which belong to the day that it begins on. */
export const NIGHT_RULES: readonly DateRule[] = [
  {
    name: "overnight",
    pattern: "tenight",
    // Where the sentence names the day, `borrow-days.ts` takes it from there.
    build: () => ({ kind: "calendar", deictic: -1, part: "NI", mod: null }),
    guard: ({ words, isBeside }, first, last) => {
      const [before, next] = [words[first - 1]?.lower ?? "", words[last + 1]];
      return (
        !isBeside(before, "rest") &&
        !(before === "an" || before === "the") &&
        next?.kind !== "hy" &&
        !isBeside(next?.lower ?? "", "overnight")
      );
    },
    examples: ["Drones hit the port [overnight|2025-06-30TNI].", "[Overnight|2025-06-30TNI] shelling killed two."],
    counterExamples: ["He took an overnight train.", "They stayed overnight.", "It was an overnight success."],
  },
  {
    name: "small-hours",
    pattern:
      "(the )?(early|small|wee|predawn|first) midpart? hours (of|on) " +
      "(the )?(written|reldet? wday (midpart)?|deictic|this midpart|the following day|the next day|the same day)" +
      "|the (early|small|wee|predawn) midpart? hours(?!of|on)",
    build: (words) => {
      const said = readCalendar(words);
      const following = words.some(({ lower }) => lower === "next" || lower === "following");
      const same =
        words.some(({ lower }) => lower === "same" || lower === "hours") &&
        said.weekday === undefined &&
        said.day === undefined &&
        said.deictic === undefined;
      const pointed = words.some(({ lower }) => lower === "this");
      return {
        ...said,
        part: "MO",
        mod: null,
        ...(pointed ? { deictic: 0 } : following ? { relation: "following" } : same ? { relation: "the" } : {}),
      };
    },
    examples: [
      "It fell in [the early hours of Tuesday|2025-07-01TMO].",
      "It fell in [the small hours|2025-07-01TMO].",
      "It fell in [the small hours of June 3|2025-06-03TMO].",
      "It fell in [the early hours of this morning|2025-07-01TMO].",
    ],
    counterExamples: ["Within hours on Tuesday it fell.", "The early bird woke hours later."],
  },
  {
    name: "night-between",
    pattern: "(the )?night (between|from|of) wday (and|to|into|hy|dash|slash) wday|(the )?night between (written|dom) and written",
    build: firstDay,
    examples: [
      "It was hit on [the night between Saturday and Sunday|2025-06-28TNI].",
      "It was hit on [the night between 14 and 15 June|2025-06-14TNI].",
      "It was hit on [the night from Friday to Saturday|2025-06-27TNI].",
    ],
    counterExamples: ["It was hit on the night of the vote and Sunday was calm."],
  },
];
