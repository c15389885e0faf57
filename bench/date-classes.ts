import { globSync } from "tinyglobby";
import { readMarkedSentences } from "../tests/marked-sentences.js";
import type { DateContestant } from "./date-contestants.js";

/** Right and all sentences of one file of `tests/cases/dates`: every mark found with its value, and nothing more. */
export interface ClassTally {
  readonly name: string;
  readonly right: number;
  readonly total: number;
}

/**
 * Scores a tagger on this project's marked sentences, class by class. Spans may differ by prepositions and articles: a mark is right
 * where an overlapping expression has its value.
 */
export function scoreClasses(contestant: DateContestant): readonly ClassTally[] {
  return globSync("*.txt", { cwd: "tests/cases/dates" })
    .sort()
    .map((file) => {
      const sentences = readMarkedSentences(`dates/${file}`);
      const right = sentences.filter(({ text, published, marks }) => {
        const found = contestant.tag(text, published);
        const hit = marks.every((mark) =>
          found.some(({ start, end, value }) => start < mark.end && mark.start < end && value === mark.label.replace(/ [A-Z_]+$/, "")),
        );
        return hit && found.every(({ start, end }) => marks.some((mark) => start < mark.end && mark.start < end));
      });
      return { name: file.replace(/\.txt$/, ""), right: right.length, total: sentences.length };
    });
}
