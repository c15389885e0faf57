import type { DateRule } from "../date-rule.js";
import { weighDirection } from "../weigh-direction.js";
import type { Said } from "../said.js";

const reference = (value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") => (): Said => ({ kind: "value", type: "DATE", value, mod: null });

/** The present, the past and the future without a date. */
export const REFERENCE_RULES: readonly DateRule[] = [
  {
    name: "now",
    pattern: "now|currently|nowadays|presently|these days|at present|at this time|at the moment|(?<=right) now|the present|the time being",
    build: reference("PRESENT_REF"),
    examples: ["They are [now|PRESENT_REF] free.", "It is [currently|PRESENT_REF] shut."],
    counterExamples: ["They know.", "These day trips."],
  },
  {
    name: "recently",
    pattern:
      "(more |most |until |just )?recently(?!as)|recent(?!unit|plural|as)|lately|(?<=in|of|from) the (recent |distant )?past(?!quantity|unit|plural|hy|vague)|not long ago",
    build: reference("PAST_REF"),
    guard: ({ words, posAt }, _first, last) =>
      words[last]?.lower !== "past" || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(posAt(words[last + 1]?.start ?? -1)),
    examples: ["They met [recently|PAST_REF].", "In [the past|PAST_REF] it was so.", "A [recent|PAST_REF] poll."],
    counterExamples: ["They drove past the house.", "In recent weeks."],
  },
  {
    name: "future",
    pattern: "the (near |foreseeable |immediate |distant |not too distant )?future(?!s)|future(?=x)|(very )?soon(?!as|after)",
    guard: (read, first, last) => read.words[last]?.lower !== "soon" || weighDirection(read, first, last) !== "past",
    build: reference("FUTURE_REF"),
    examples: ["In [the near future|FUTURE_REF] it ends.", "They will leave [soon|FUTURE_REF]."],
    counterExamples: ["As soon as it ends.", "Oil futures fell."],
  },
];
