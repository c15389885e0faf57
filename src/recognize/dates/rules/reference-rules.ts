import type { DateRule } from "../date-rule.js";
import { weighDirection } from "../weigh-direction.js";
import { isModal } from "../../tense/read-verb-groups.js";
import type { ReadText } from "../read-words.js";
import type { Said } from "../said.js";

const reference = (value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") => (): Said => ({ kind: "value", type: "DATE", value, mod: null });

/** The present, the past and the future without a date. */
export const REFERENCE_RULES: readonly DateRule[] = [
  {
    name: "now",
    pattern:
      "now(?!hy)|currently(?!hy)|nowadays|presently|these days|at present|at this time|at the moment|(?<=right) now" +
      "|the present|the time being|(?<=to) this day",
    build: reference("PRESENT_REF"),
    examples: ["They mourn to [this day|PRESENT_REF].", "They are [now|PRESENT_REF] free.", "It is [currently|PRESENT_REF] shut."],
    counterExamples: ["They know.", "These day trips.", "The now-defunct party."],
  },
  {
    name: "recently",
    pattern:
      "(more |most |until |just )?recently(?!as)|recent(?!unit|plural|as)|lately" +
      "|(?<=in|of|from) the (recent |distant )?past(?!quantity|unit|plural|hy|vague)|not long ago",
    build: reference("PAST_REF"),
    guard: (read, first, last) =>
      !isSuperlative(read, first, last) && !(read.words[last]?.lower === "past" && describes(read, last, ANY_NOUN)),
    examples: ["They met [recently|PAST_REF].", "In [the past|PAST_REF] it was so.", "A [recent|PAST_REF] poll."],
    counterExamples: ["They drove past the house.", "In recent weeks.", "He was shot at, most recently last May."],
  },
  {
    name: "future",
    pattern:
      "the (near |foreseeable |immediate |distant |not too distant )?future(?!s)|(?<=in) (near )?future" +
      "|(?<=poss) future|(very )?soon(?!as|after)",
    guard: (read, first, last) =>
      read.words[last]?.lower === "soon" ? weighDirection(read, first, last) !== "past" : !describes(read, last, COMMON),
    build: reference("FUTURE_REF"),
    examples: ["In [the near future|FUTURE_REF] it ends.", "They will leave [soon|FUTURE_REF].", "In [future|FUTURE_REF], it will pay."],
    counterExamples: ["As soon as it ends.", "Oil futures fell.", "He met his future wife.", "The future king left."],
  },
  {
    name: "some-day",
    pattern: "(nw|approx) day|someday",
    guard: ({ words, posAt }, first, last) =>
      ["one", "some", "someday"].includes(words[first]?.lower ?? "") &&
      isModal(words[first - 1]?.lower ?? "") &&
      words[last + 1]?.gap === "space" &&
      posAt(words[last + 1]?.start ?? -1) !== "NOUN",
    build: reference("FUTURE_REF"),
    examples: ["The bridge will [one day|FUTURE_REF] be rebuilt.", "He may [someday|FUTURE_REF] return."],
    counterExamples: ["It will last one day.", "One day he left."],
  },
];

/** "most recently last May": what dates it follows. */
const isSuperlative = ({ words }: ReadText, first: number, last: number): boolean =>
  words[first]?.lower === "most" && DATES.has(words[last + 1]?.kind ?? words[last + 1]?.lower ?? "");

/** "the future king", "the past president": it tells what things are or will be, not when. */
function describes({ words, posAt }: ReadText, last: number, heads: ReadonlySet<string>): boolean {
  const next = words[last + 1];
  return next !== undefined && next.gap === "space" && heads.has(posAt(next.start));
}

const COMMON = new Set(["NOUN", "ADJ"]);
const ANY_NOUN = new Set([...COMMON, "PROPN", "NUM"]);

/** Words and classes that a date begins with. */
const DATES = new Set(["on", "in", "at", "last", "this", "mname", "wday", "deictic"]);
