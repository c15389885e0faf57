import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim, Toll } from "../../model/toll.js";
import type { Span } from "../../model/span.js";
import { distinctNames } from "./distinct-names.js";
import type { Telling } from "./set-apart.js";
import type { TollWordClass } from "./toll-words.js";

/** True for a figure of injured whose words only say that they were hit: "four people were shot". */
export function isHit(figure: CasualtyMention, telling: Telling): boolean {
  return figure.outcome === "injured" && figure.cue !== undefined && holds("hit", figure.cue, telling);
}

/** Whether a word of a class stands within a span. */
function holds(name: TollWordClass, { start, end }: Span, { analyzed: { tokens, sentences }, sentenceOf, findWord }: Telling): boolean {
  const { first = 0, last = -1 } = sentences[sentenceOf(start)] ?? {};
  let from = first;
  while (from < last && (tokens[from]?.end ?? 0) <= start) from++;
  let to = from;
  while (to < last && (tokens[to + 1]?.start ?? 0) < end) to++;
  return findWord(name, tokens, from, to) >= 0;
}

/** True where a toll rests on people hit, and not first on others besides the dead ("killed one and shot three others"). */
export function isOfHit(toll: Toll, hit: readonly CasualtyMention[]): boolean {
  const under = hit.filter((f) => toll.restsOn.includes(f.start));
  return under.length > 0 && under[0]?.increment !== true;
}

/**
 * "A boy and six other people were shot. Three of the wounded …": the number of wounded tells of a part where more were hit, less
 * the dead, and that number stands first.
 */
export function isOnlyPart(wounded: Toll, others: Toll | null, hit: readonly CasualtyMention[]): boolean {
  if (others === null || others.best === null || !isOfHit(others, hit)) return false;
  return others.best > (wounded.best ?? 0) && Math.min(...others.restsOn) < Math.min(...wounded.restsOn);
}

/**
 * The injured of an article whose text only says who was hit: the dead of the same event are among them, so the
 * injured are the others; nobody is left where as many died. A toll is returned as it is where nobody died.
 */
export function lessTheDead(toll: Toll, dead: Toll | undefined): Toll | null {
  if (!dead || dead.best === null || dead.best === 0 || dead.by === "cumulative") return toll;
  if (toll.best === null) return toll;
  const best = toll.best - dead.best;
  return best <= 0
    ? null
    : { ...toll, best, low: toll.low === null ? null : Math.max(0, Math.min(best, toll.low - dead.best)), by: "hit-less-the-dead" };
}

/** Named people who were hurt and are not among the dead: where somebody died, those whose sentence says that they were wounded. */
export function namedAlive(named: readonly NamedVictim[], dead: Toll | undefined, telling: Telling): readonly NamedVictim[] {
  const hurt = named.filter(({ outcome }) => outcome === "injured");
  if (!dead || dead.best === null || dead.best === 0) return hurt;
  const killed = named.filter(({ outcome }) => outcome === "killed");
  const isAlive = (one: NamedVictim): boolean =>
    distinctNames([...killed, one], telling.sentenceOf).length > distinctNames(killed, telling.sentenceOf).length;
  return hurt.filter((one) => isAlive(one) && holds("wounded", sentenceSpan(one, telling), telling));
}

const sentenceSpan = ({ start }: Span, { analyzed: { sentences }, sentenceOf }: Telling): Span => {
  const sentence = sentences[sentenceOf(start)];
  return { start: sentence?.start ?? 0, end: sentence?.end ?? 0 };
};
