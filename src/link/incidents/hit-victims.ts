import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim, Toll } from "../../model/toll.js";

/** Words that say who was hit, or brought to a hospital, and leave open whether they lived: "four people were shot". */
const HIT =
  /\b(?:shot|shoot(?:s|ings?)?|stabb?(?:ed|ings?|s)?|hit(?:s|ting)?|struck|attack(?:ed|s|ing)?|beat(?:s|en|ings?)?|trampled|mauled|taken|rushed|flown|airlifted|transported|hospitali[sz]ed)\b/i;

/** True for a figure of injured that only says that they were hit. */
export function isHit(figure: CasualtyMention, text: string): boolean {
  return figure.outcome === "injured" && figure.cue !== undefined && HIT.test(text.slice(figure.cue.start, figure.cue.end));
}

/** True where a toll rests on people hit, and not on others besides the dead ("killed one and shot three others"). */
export function isOfHit(toll: Toll, hit: readonly CasualtyMention[]): boolean {
  const under = hit.filter((f) => toll.restsOn.includes(f.start));
  return under.length > 0 && under.every((f) => f.increment !== true);
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

/** Named people who were hit and are not among the named dead. */
export function namedAlive(named: readonly NamedVictim[], dead: Toll | undefined): readonly NamedVictim[] {
  return dead && dead.best !== null && dead.best > 0 ? [] : named;
}
