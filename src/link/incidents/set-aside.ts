import type { DateMention, NameMention } from "../../model/mention.js";
import { lies } from "./compare-places.js";
import { isMeasured, prepositionBefore, type LocationOf } from "./describe-place.js";
import { inOneClause, isAttached, isFronted, isOfSpeech, type Anchor } from "./describe-relation.js";
import { isOfDateline } from "./find-items.js";
import type { Placed, Scene } from "./read-scene.js";
import type { SceneClass } from "./scene-words.js";

/** Prepositions of the place where something happened. */
const LOCATIVE: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "around",
  "across",
  "off",
  "throughout",
  "between",
]);
/** Tokens before a name in which its preposition stands. */
const PREPOSED = 8;

/** What a place hangs on where somebody spoke, sat in court or has an office. */
const ELSEWHERE: readonly SceneClass[] = ["speech", "court", "office"];

/**
 * The places that may be the place of an incident. The town of a dateline tells where the reporter is, "speaking in X" where the
 * source is: the first counts only where no clause of the incident says a place in another country, the other where none says another
 * place. A place bound to the words of the outcome is stronger than others of its sentence.
 *
 *   BEIRUT — Strikes killed 33 people across the Gaza Strip on Monday. In Beirut, crowds gathered.
 *   ^^^^^^ no candidate                      ^^^^^^^^^^                    ^^^^^^ none either
 */
export function setAsidePlaces(anchors: readonly Anchor[], scene: Scene, locationOf: LocationOf): readonly Placed<NameMention>[] {
  const { places } = scene;
  const datelines = new Set(places.filter((one) => isOfDateline(one, scene)).map(({ key }) => key));
  const opening = places.filter((one) => anchors.some((anchor) => opensWhere(one, anchor, scene)));
  const spoken = new Set(places.filter((one) => !opening.includes(one) && isOfSource(one, scene)));
  const inside = places.filter((one) => !spoken.has(one) && isInside(one, anchors, scene));
  const isTied = (one: Placed<NameMention>): boolean =>
    opening.includes(one) || (!spoken.has(one) && isLocative(one, scene) && anchors.some((anchor) => isBound(one, anchor, scene)));
  const bound = anchors.length > 1 ? [] : places.filter(isTied);
  const rivals = inside.filter(({ key }) => !datelines.has(key));
  if (rivals.length === 0 && bound.length === 0) return places;
  const areApart = (one: Placed<NameMention>, other: Placed<NameMention>): boolean => {
    const [own, theirs] = [locationOf(one.mention), locationOf(other.mention)];
    return other.key !== one.key && !(own && theirs && (lies(own, theirs) || lies(theirs, own)));
  };
  const isAbroad = ({ mention }: Placed<NameMention>): boolean => {
    const own = locationOf(mention)?.country ?? null;
    return own !== null && rivals.some((other) => (locationOf(other.mention)?.country ?? own) !== own);
  };
  const isBeside = (one: Placed, other: Placed<NameMention>): boolean => opening.includes(other) && one.sentence === other.sentence;
  const givesWay = (one: Placed<NameMention>): boolean =>
    (!inside.includes(one) && datelines.has(one.key) && isAbroad(one)) ||
    (spoken.has(one) && rivals.some((other) => areApart(one, other))) ||
    bound.some((other) => (isKnown(other, locationOf) || isBeside(one, other)) && areApart(one, other));

  return places.filter((one) => bound.includes(one) || !givesWay(one));
}

/** A town, a district or a country that the gazetteer knows: a quarter or a building leaves the town to be told elsewhere. */
const isKnown = ({ mention }: Placed<NameMention>, locationOf: LocationOf): boolean => {
  const what = locationOf(mention)?.what;
  return what !== undefined && what !== "neighborhood" && what !== "facility";
};

/** Behind a preposition of place, its nearest one. */
const isLocative = (one: Placed, scene: Scene): boolean =>
  LOCATIVE.has(prepositionBefore(one, scene, scene.analyzed.sentences[one.sentence]?.first ?? 0)?.word ?? "");

/** "killed near X", "who died in X on Monday": behind the words of the outcome and the number, with no verb and no mark between. */
function isBound(one: Placed, anchor: Anchor, scene: Scene): boolean {
  if (one.sentence !== anchor.sentence) return false;
  if (one.first > anchor.last) return isAttached(one, anchor, scene);
  return isFronted(one, anchor, scene) && inOneClause(one, anchor, scene);
}

/** "the massacre at X, where soldiers killed 12": the clause of the anchor tells what happened at the name that it hangs on. */
function opensWhere(one: Placed, anchor: Anchor, scene: Scene): boolean {
  const { tokens } = scene.analyzed;
  if (one.sentence !== anchor.sentence || one.last >= anchor.first) return false;
  const opening = one.last + (tokens[one.last + 1]?.lower === "," ? 2 : 1);
  const clause = tokens.slice(opening + 1, anchor.first);
  if (tokens[opening]?.lower !== "where" || clause.some(({ pos, lower }) => pos === "PUNCT" || lower === "that")) return false;
  return !isMeasured(one, scene);
}

/**
 * The dates that may be the date of an incident: the day on which somebody said that it happened does not count, another on which
 * somebody spoke only where no clause of the incident says a day, and a day bound to the words of the outcome is stronger than
 * others of its sentence.
 *
 *   Officials said on Monday that two soldiers were killed on Saturday.
 *                     ^^^^^^ no candidate                      ^^^^^^^^
 */
export function setAsideDates(anchors: readonly Anchor[], scene: Scene): readonly Placed<DateMention>[] {
  const { dates } = scene;
  const inClause = dates.filter((one) =>
    anchors.some((anchor) => anchor.sentence === one.sentence && inOneClause(one, anchor, scene) && !isOfSpeech(one, scene)),
  );
  const bound = anchors.length > 1 ? [] : dates.filter((one) => anchors.some((anchor) => isBound(one, anchor, scene)));
  const isRival = (one: Placed<DateMention>, other: Placed<DateMention>): boolean =>
    other.key !== one.key && other.sentence === one.sentence;
  const givesWay = (one: Placed<DateMention>): boolean =>
    bound.some((other) => isRival(one, other)) ||
    (isOfSpeech(one, scene) && (opensReport(one, scene) || inClause.some((other) => isRival(one, other))));
  return dates.filter((one) => bound.includes(one) || !givesWay(one));
}

/** "said on Monday that": it dates what was said, not what happened. */
const opensReport = ({ last }: Placed, { analyzed: { tokens } }: Scene): boolean => tokens[last + 1]?.lower === "that";

/** "said in X", "in a statement in X", "a court in X", "the governor's office in X". */
function isOfSource(one: Placed<NameMention>, scene: Scene): boolean {
  if (isOfSpeech(one, scene)) return true;
  const { tokens, sentences } = scene.analyzed;
  const before = prepositionBefore(one, scene, sentences[one.sentence]?.first ?? 0);
  const head = scene.words.classes(tokens[(before?.at ?? 0) - 1]?.lower ?? "");
  return before !== null && ELSEWHERE.some((name) => head.includes(name));
}

/** True for a place behind a preposition of place in the clause of an anchor, but not where somebody spoke. */
function isInside(one: Placed, anchors: readonly Anchor[], scene: Scene): boolean {
  const site = scene.words.site(scene.analyzed.tokens[one.last]?.lower ?? "");
  return (
    site !== "road" &&
    site !== "building" &&
    isLocated(one, scene) &&
    !isOfDateline(one, scene) &&
    !isOfSpeech(one, scene) &&
    anchors.some((anchor) => anchor.sentence === one.sentence && (inOneClause(one, anchor, scene) || opensWhere(one, anchor, scene)))
  );
}

/** "in the town of X", "attacked the village of X": such a preposition or verb before the name, no other verb and no mark between. */
function isLocated({ first, sentence }: Placed, { analyzed: { tokens }, words }: Scene): boolean {
  for (let i = first - 1; i >= first - PREPOSED && tokens[i]?.sentence === sentence; i--) {
    const token = tokens[i];
    if (LOCATIVE.has(token?.lower ?? "")) return true;
    if (token?.pos === "VERB") return words.classes(token.lower).includes("happening");
    if (token?.pos === "AUX" || token?.pos === "PUNCT") return false;
  }
  return false;
}
