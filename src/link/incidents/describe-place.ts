import { describeRelation, isLater, tokensBetween, type Anchor, type Told } from "./describe-relation.js";
import type { Placed, Scene } from "./read-scene.js";
import type { NameMention } from "../../model/mention.js";
import type { Location } from "../../model/entity.js";
import { isOfDateline } from "./find-items.js";
import { lies } from "./compare-places.js";

/** Prepositions that are told apart. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "around",
  "across",
  "from",
  "on",
  "of",
  "to",
  "for",
  "by",
  "off",
  "between",
  "throughout",
  "into",
  "toward",
  "towards",
  "through",
  "with",
  "and",
  "against",
  "over",
]);
const UNITS: ReadonlySet<string> = new Set([
  "km",
  "kilometers",
  "kilometres",
  "kilometer",
  "kilometre",
  "miles",
  "mile",
  "hours",
  "north",
  "south",
  "east",
  "west",
  "northeast",
  "northwest",
  "southeast",
  "southwest",
]);

/** Looks up where a place mention lies, null where that is unknown. */
export type LocationOf = (mention: NameMention) => Location | null;

/** The features of a place mention that are the same whatever is told: work to be done once an article. */
export interface PlaceAlone {
  readonly own: readonly string[];
  /** Where it stands and how often: it says less of an incident that is told after another. */
  readonly position: readonly string[];
}

/** Reads them. */
export function describePlaceAlone(candidate: Placed<NameMention>, scene: Scene, locationOf: LocationOf): PlaceAlone {
  const position = positionOf(candidate, scene);
  const count = scene.counts.get(candidate.key) ?? 1;
  position.push(`count:${count >= 4 ? "4+" : count}`);
  if (scene.places.every(({ key }) => (scene.counts.get(key) ?? 0) <= count)) position.push("count:most");
  return { own: [...contextOf(candidate, scene), ...kindOf(candidate, scene, locationOf)], position };
}

/**
 * The features of a place mention as the place of what is told.
 *
 * @param alone those of {@link describePlaceAlone}, where they are known.
 */
export function describePlace(
  candidate: Placed<NameMention>,
  told: Told,
  scene: Scene,
  locationOf: LocationOf,
  alone = describePlaceAlone(candidate, scene, locationOf),
): readonly string[] {
  const features = [...describeRelation(candidate, told, scene), ...alone.own];
  features.push(...(isLater(told) ? alone.position.map((name) => `later:${name}`) : alone.position));
  const kind = locationOf(candidate.mention)?.what ?? "unknown";
  if (told.aggregate) features.push(`total:${kind}`);
  const named = namedKinds(told.anchors, scene);
  if (named.size > 0) features.push(named.has(kind) ? "named-kind" : "other-kind");
  return features;
}

/** Tokens before a word of kind in which "the", "this" or "same" takes up a place that was named: "in the same province". */
const TAKES_UP = 2;
const TAKING_UP: ReadonlySet<string> = new Set(["the", "this", "that", "same", "whole", "entire"]);

/** The kinds of place that the sentences of the anchors take up without a name: "killed 25 in the state". */
function namedKinds(anchors: readonly Anchor[], { analyzed: { tokens, sentences }, words }: Scene): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sentence of new Set(anchors.map((anchor) => anchor.sentence))) {
    const { first = 0, last = -1 } = sentences[sentence] ?? {};
    for (let i = first; i <= last; i++) {
      const kinds = words.placeKinds(tokens[i]?.lower ?? "");
      const next = tokens[i + 1];
      if (kinds.length === 0 || next?.lower === "of" || next?.pos === "PROPN" || next?.pos === "NOUN") continue;
      if (tokens.slice(Math.max(first, i - TAKES_UP), i).some(({ lower }) => TAKING_UP.has(lower)))
        for (const kind of kinds) found.add(kind);
    }
  }
  return found;
}

/** The words around it, to both sides. */
function contextOf(candidate: Placed, scene: Scene): string[] {
  const {
    analyzed: { tokens, sentences },
    words,
  } = scene;
  const features: string[] = [];
  const start = sentences[candidate.sentence]?.first ?? 0;
  const end = sentences[candidate.sentence]?.last ?? 0;
  const lower = (i: number): string => (i >= start && i <= end ? (tokens[i]?.lower ?? "") : "");
  const before = prepositionBefore(candidate, scene, start);
  features.push(`prep:${before?.word ?? "none"}`);
  // "a court in X", "the fire at Y": what the preposition hangs on.
  if (before) for (const one of words.classes(lower(before.at - 1))) features.push(`head:${one}`);
  // "Ana Ruiz, 23, of X": where somebody lives.
  if (before?.word === "of" && lower(before.at - 1) === ",") features.push("prep:of-comma");
  // "X denied it": a government, not a place.
  if (!before && ["VERB", "AUX"].includes(tokens[candidate.last + 1]?.pos ?? "")) features.push("subject");
  if (before?.word === "from" && UNITS.has(lower(before.at - 1))) features.push("distance-from");
  const near = new Set<string>();
  for (let i = Math.max(start, candidate.first - 6); i < candidate.first; i++)
    for (const one of words.classes(lower(i))) near.add(`before:${one}`);
  for (let i = candidate.last + 1; i <= Math.min(end, candidate.last + 4); i++)
    for (const one of words.classes(lower(i))) near.add(`behind:${one}`);
  for (let i = Math.max(start, candidate.first - 4); i <= Math.min(end, candidate.last + 4); i++) {
    if (words.reports(lower(i))) near.add(i < candidate.first ? "report-before" : "report-behind");
    if (i < candidate.first && UNITS.has(lower(i))) near.add("distance-before");
  }
  features.push(...near);
  const next = lower(candidate.last + 1);
  if (next === "'s" || next === "’s") features.push("next:possessive");
  else if (tokens[candidate.last + 1]?.pos === "NOUN" && next !== "") features.push("next:noun");
  else if (tokens[candidate.last + 1]?.pos === "PROPN" && next !== "") features.push("next:name");
  for (const one of scene.classes[candidate.sentence] ?? []) features.push(`sentence:${one}`);
  return features;
}

/** "80 km west of X": a distance before a name tells of another place. */
export const isMeasured = ({ first, sentence }: Placed, { analyzed: { tokens } }: Scene): boolean =>
  tokens.slice(Math.max(0, first - 4), first).some((token) => token.sentence === sentence && UNITS.has(token.lower));

/** "in the eastern city of X": the preposition is "in"; the nearest one within five tokens, through other nouns. */
export function prepositionBefore(
  candidate: Placed,
  { analyzed: { tokens } }: Scene,
  start: number,
): { readonly word: string; readonly at: number } | null {
  let found: { readonly word: string; readonly at: number } | null = null;
  for (let i = candidate.first - 1; i >= Math.max(start, candidate.first - 5); i--) {
    const token = tokens[i];
    if (!token || token.pos === "VERB" || token.pos === "AUX" || token.pos === "PUNCT") break;
    if (!PREPOSITIONS.has(token.lower)) continue;
    found = { word: token.lower, at: i };
    // "of" and "and" join a name to the word that has the preposition: "the town of X", "in X and Y".
    if (found.word !== "of" && found.word !== "and") break;
  }
  return found;
}

/** Where in the article it stands: title, dateline, lead, and beside which other places. */
function positionOf(candidate: Placed<NameMention>, scene: Scene): string[] {
  const features: string[] = [];
  const at = candidate.sentence - scene.titleSentences;
  features.push(at < 0 ? "in:title" : at === 0 ? "in:first" : at <= 2 ? "in:lead" : at <= 8 ? "in:middle" : "in:rest");
  if (isOfDateline(candidate, scene)) {
    features.push(candidate.sentence > scene.titleSentences ? "dateline:item" : "dateline");
    if (scene.places.some((other) => other.sentence === candidate.sentence && other.first > candidate.last && !isOfDateline(other, scene)))
      features.push("dateline:rival");
  }
  const index = scene.places.indexOf(candidate);
  if (scene.places.findIndex(({ key }) => key === candidate.key) === index) features.push(index === 0 ? "first-place" : "first-of-key");
  const next = scene.places[index + 1];
  const previous = scene.places[index - 1];
  const comma = (a: Placed, b: Placed): boolean => b.first - a.last <= 2 && scene.analyzed.tokens[a.last + 1]?.lower === ",";
  if (next && comma(candidate, next)) features.push("part-of-next");
  if (previous && comma(previous, candidate)) features.push("holds-previous");
  if (next && next.sentence === candidate.sentence && tokensBetween(candidate, next) <= 5 && !comma(candidate, next))
    features.push("next-close");
  if (previous && previous.sentence === candidate.sentence && tokensBetween(candidate, previous) <= 5 && !comma(previous, candidate))
    features.push("previous-close");
  return features;
}

/** What sort of place it is, by the gazetteer and by the words of its name. */
function kindOf(candidate: Placed<NameMention>, scene: Scene, locationOf: LocationOf): string[] {
  const {
    analyzed: { tokens },
    words,
  } = scene;
  const last = tokens[candidate.last]?.lower ?? "";
  const site = words.site(last);
  const location = locationOf(candidate.mention);
  const kind = location?.what ?? "unknown";
  const features = [`kind:${site ?? kind}`];
  if (site) features.push(`located:${kind}`);
  if (/^\d/.test(candidate.mention.text)) features.push("number-first");
  if (candidate.mention.text === candidate.mention.text.toUpperCase() && candidate.mention.text.length > 3) features.push("capitals");
  features.push(...containmentOf(candidate, location, scene, locationOf));
  return features;
}

/** Which other places of the article lie in it, hold it or lie beside it. */
function containmentOf(candidate: Placed<NameMention>, location: Location | null, scene: Scene, locationOf: LocationOf): string[] {
  if (!location) return [];
  const found = new Set<string>();
  let sameCountry = 0;
  let sameDivision = 0;
  let located = 0;
  for (const other of scene.places) {
    const theirs = other.key === candidate.key ? null : locationOf(other.mention);
    if (!theirs) continue;
    located++;
    if (theirs.country === location.country) sameCountry++;
    if (theirs.admin1 !== null && theirs.admin1 === location.admin1) sameDivision++;
    const near = other.sentence === candidate.sentence;
    if (lies(theirs, location)) found.add(near ? "holds-in-sentence" : "holds-named");
    if (lies(location, theirs)) found.add(near ? "within-in-sentence" : "within-named");
  }
  if (located > 0) {
    found.add(2 * sameCountry >= located ? "country:shared" : sameCountry > 0 ? "country:some" : "country:alone");
    if (2 * sameDivision >= located) found.add("division:shared");
  }
  return [...found];
}
