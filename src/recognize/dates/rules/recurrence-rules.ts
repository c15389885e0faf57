import type { DateRule } from "../date-rule.js";
import { isRateHere } from "../is-rate-here.js";
import { findKind, hasWord, readClock, readEdge, readUnit } from "../read-fields.js";
import { durationValue } from "../read-quantity.js";
import type { Said } from "../said.js";
import type { Word } from "../read-words.js";
import { DAY_PARTS, FREQUENCIES, SEASONS } from "../vocabulary.js";

/** What recurs. */
export const RECURRENCE_RULES: readonly DateRule[] = [
  {
    name: "each-day-at",
    pattern:
      "(every|each) (day|wday|midpart|night|weekday) at tod|frequency at tod" +
      "|tod (every|each) (day|wday|midpart|night|weekday)|tod frequency|wdays at tod",
    build: (words) => {
      const clock = readClock(words);
      const weekday = findKind(words, "wday", "wdays");
      if (!clock) return null;
      const day = weekday ? `XXXX-WXX-${weekday.value}` : "XXXX-XX-XX";
      return {
        kind: "set",
        value: `${day}T${String(clock.hour).padStart(2, "0")}:${String(clock.minute ?? 0).padStart(2, "0")}${clock.zone ?? ""}`,
        freq: null,
        mod: null,
      };
    },
    examples: ["It opens [every day at 8 am|XXXX-XX-XXT08:00].", "They meet [every Friday at 6 p.m.|XXXX-WXX-5T18:00]"],
    counterExamples: ["At 8 am every man left.", "It opens at 8 am today."],
  },
  {
    name: "each-unit",
    pattern: "(every|each) (single |other )?(dd|nw)? (singular|wday|wdays|mname|seasonname|daypart|plural) (daypart)?",
    build: recurrence,
    guard: ({ words }, _first, last) => !["life", "lives"].includes(words[last + 1]?.lower ?? ""),
    examples: ["They meet [every Friday|XXXX-WXX-5].", "It opens [each day|P1D].", "It closes [every two weeks|P2W]."],
    counterExamples: ["Every man left.", "Each of the days."],
  },
  {
    name: "weekdays-recur",
    pattern: "wdays|wday dayparts",
    build: recurrence,
    examples: ["They meet on [Fridays|XXXX-WXX-5]."],
    counterExamples: ["They met Friday."],
  },
  {
    name: "frequency",
    pattern: "frequency",
    build: (words) => {
      const value = FREQUENCIES.get(words[0]?.lower ?? "");
      return value ? { kind: "set", value, freq: null, mod: null } : null;
    },
    // "the Communist Party daily Granma" is a paper.
    guard: ({ words, text }, first, last) =>
      !(
        words[last]?.lower === "daily" &&
        [words[first - 1], words[last + 1]].every(
          (word) => word?.gap === "space" && /^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.start + 2)),
        )
      ),
    examples: ["They meet [daily|P1D].", "It grows 5% [annually|P1Y]."],
    counterExamples: ["A dailyness."],
  },
  {
    name: "times-a-unit",
    pattern: "(count)? times (a|an|each|per|every) (singular|night)",
    build: (words) => {
      const unit = readUnit(words);
      const count = hasWord(words, "once") ? 1 : hasWord(words, "twice") ? 2 : findKind(words, "nw", "dd", "num", "n2")?.value;
      return unit ? { kind: "set", value: durationValue(1, unit), freq: count === undefined ? null : `${count}X`, mod: null } : null;
    },
    examples: ["They meet [twice a week|P1W]."],
    counterExamples: ["They met twice in a week."],
  },
  {
    name: "rate",
    pattern: "(a|per) (day|week|month|year|hour|minute|night)",
    build: (words) => {
      const unit = readUnit(words);
      return unit ? { kind: "set", value: durationValue(1, unit), freq: null, mod: null } : null;
    },
    guard: (read, first) => isRateHere(read, first),
    examples: ["It sells 90 barrels [a day|P1D]."],
    counterExamples: ["For a day they slept.", "After a year it closed.", "Winds of 75 miles per hour blew."],
  },
];

function recurrence(words: readonly Word[]): Said | null {
  const weekday = findKind(words, "wday", "wdays");
  const part = findKind(words, "midpart", "night", "midparts", "nights");
  const time = part ? `T${DAY_PARTS.get(part.lower) ?? "NI"}` : "";
  const month = findKind(words, "mname");
  const season = findKind(words, "seasonname");
  const set = (value: string): Said => ({ kind: "set", value, freq: null, mod: readEdge(words) });
  if (weekday) return set(`XXXX-WXX-${weekday.value}${time}`);
  if (month) return set(`XXXX-${String(month.value).padStart(2, "0")}`);
  if (season) return set(`XXXX-${SEASONS.get(season.lower) ?? "SU"}`);
  if (part) return set(`XXXX-XX-XX${time}`);
  const unit = readUnit(words);
  if (!unit) return null;
  const count = findKind(words, "dd", "nw")?.value ?? (hasWord(words, "other") ? 2 : 1);
  return set(durationValue(count, unit));
}
