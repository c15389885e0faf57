import type { DateMention } from "../../model/mention.js";
import type { Placed, Scene } from "./read-scene.js";

/** Days, both ends included; null where the article does not say, or takes a date of its own that it lacks. */
type Days = Pick<DateMention, "from" | "to">;

const OPENING: ReadonlySet<string> = new Set(["between", "from"]);
const JOINING: ReadonlySet<string> = new Set(["and", "to", "until", "till", "through", "-", "–", "—"]);
/** Tokens between a date and the word that makes an end of a period of it ("since late March"), and between the two ends. */
const REACH = 2;

/**
 * The days that a total over a period counts, from the date that was chosen for it: from "since" to the day of publication, and
 * from one end of "between … and", "from … to" to the other. Any other date means its own days.
 *
 *   Since March the disease has killed 342 people.   Between 2010 and 2019 floods claimed 866 lives.
 *         ^^^^^ to the day of publication                    ^^^^     ^^^^ to the end of 2019
 */
export function periodOf(chosen: Placed<DateMention>, scene: Scene): Days {
  const { from, to } = chosen.mention;
  const period = isBehind(chosen, scene, SINCE) ? { from, to: scene.publishedAt } : (endsOf(chosen, scene) ?? { from, to });
  return period.from !== null && period.to !== null && period.to < period.from ? { from, to } : period;
}

const SINCE: ReadonlySet<string> = new Set(["since"]);

/** True where one of the words stands right before a date, or a word before that. */
function isBehind({ first, sentence }: Placed, { analyzed: { tokens } }: Scene, words: ReadonlySet<string>): boolean {
  return tokens
    .slice(Math.max(0, first - REACH), first)
    .some((token, i, near) => token.sentence === sentence && words.has(token.lower) && near.slice(i).every(({ pos }) => pos !== "PUNCT"));
}

/** The ends of a period of which a date is one; null where it is none. */
function endsOf(date: Placed<DateMention>, scene: Scene): Days | null {
  const ends = (first: Placed<DateMention> | undefined, second: Placed<DateMention> | undefined): Days | null =>
    first && second && isBehind(first, scene, OPENING) && areJoined(first, second, scene)
      ? { from: first.mention.from, to: second.mention.to }
      : null;
  const at = scene.dates.indexOf(date);
  return ends(date, scene.dates[at + 1]) ?? ends(scene.dates[at - 1], date);
}

function areJoined(first: Placed, second: Placed, { analyzed: { tokens } }: Scene): boolean {
  const between = tokens.slice(first.last + 1, second.first);
  return first.sentence === second.sentence && between.length <= REACH && between.some(({ lower }) => JOINING.has(lower));
}
