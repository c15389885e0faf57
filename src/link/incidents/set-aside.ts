import type { DateMention, NameMention } from "../../model/mention.js";
import { lies } from "./compare-places.js";
import { prepositionBefore, type LocationOf } from "./describe-place.js";
import { inOneClause, isOfSpeech, type Anchor } from "./describe-relation.js";
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
 * place.
 *
 *   BEIRUT — Strikes killed 33 people across the Gaza Strip on Monday. In Beirut, crowds gathered.
 *   ^^^^^^ no candidate                      ^^^^^^^^^^                    ^^^^^^ none either
 */
export function setAsidePlaces(anchors: readonly Anchor[], scene: Scene, locationOf: LocationOf): readonly Placed<NameMention>[] {
  const { places } = scene;
  const datelines = new Set(places.filter((one) => isOfDateline(one, scene)).map(({ key }) => key));
  const spoken = new Set(places.filter((one) => isOfSource(one, scene)));
  if (datelines.size === 0 && spoken.size === 0) return places;
  const inside = places.filter((one) => !spoken.has(one) && isInside(one, anchors, scene));
  const others = inside.filter(({ key }) => !datelines.has(key));
  if (others.length === 0) return places;
  const isAbroad = ({ mention }: Placed<NameMention>): boolean => {
    const own = locationOf(mention)?.country ?? null;
    return own !== null && others.some((other) => (locationOf(other.mention)?.country ?? own) !== own);
  };
  const isElsewhere = ({ mention, key }: Placed<NameMention>): boolean => {
    const own = locationOf(mention);
    return others.some((other) => {
      const theirs = locationOf(other.mention);
      return other.key !== key && !(own && theirs && (lies(own, theirs) || lies(theirs, own)));
    });
  };
  return places.filter(
    (one) => inside.includes(one) || !((datelines.has(one.key) && isAbroad(one)) || (spoken.has(one) && isElsewhere(one))),
  );
}

/**
 * The dates that may be the date of an incident: the day on which somebody spoke counts only where no clause of the incident says
 * another.
 *
 *   Officials said on Monday that two soldiers were killed on Saturday.
 *                     ^^^^^^ no candidate                      ^^^^^^^^
 */
export function setAsideDates(anchors: readonly Anchor[], scene: Scene): readonly Placed<DateMention>[] {
  const { dates } = scene;
  const spoken = dates.filter((one) => isOfSpeech(one, scene));
  if (spoken.length === 0) return dates;
  const own = dates.filter(
    (one) => !spoken.includes(one) && anchors.some((anchor) => anchor.sentence === one.sentence && inOneClause(one, anchor, scene)),
  );
  return dates.filter((one) => !spoken.includes(one) || !own.some(({ key, sentence }) => key !== one.key && sentence === one.sentence));
}

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
    anchors.some((anchor) => anchor.sentence === one.sentence && inOneClause(one, anchor, scene))
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
