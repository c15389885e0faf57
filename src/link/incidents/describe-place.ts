import { describeRelation, tokensBetween, type Anchor } from "./describe-relation.js";
import type { Placed, Scene } from "./read-scene.js";
import type { NameMention } from "../../model/mention.js";
import type { Location } from "../../model/entity.js";

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

/**
 * The features of a place mention as the place of what the anchors tell.
 *
 * @param alone those of {@link describePlaceAlone}, where they are known.
 */
export function describePlace(
  candidate: Placed<NameMention>,
  anchors: readonly Anchor[],
  scene: Scene,
  locationOf: LocationOf,
  alone = describePlaceAlone(candidate, scene, locationOf),
): readonly string[] {
  return [...describeRelation(candidate, anchors, scene), ...alone];
}

/** The features of a place mention that are the same whatever is told: work to be done once an article. */
export function describePlaceAlone(candidate: Placed<NameMention>, scene: Scene, locationOf: LocationOf): readonly string[] {
  const features = [...contextOf(candidate, scene), ...positionOf(candidate, scene), ...kindOf(candidate, scene, locationOf)];
  const count = scene.counts.get(candidate.key) ?? 1;
  features.push(`count:${count >= 4 ? "4+" : count}`);
  if (scene.places.every(({ key }) => (scene.counts.get(key) ?? 0) <= count)) features.push("count:most");
  return features;
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

/** "in the eastern city of X": the preposition is "in"; the nearest one within five tokens, through other nouns. */
function prepositionBefore(
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
  if (isDateline(candidate, scene)) features.push("dateline");
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

/** "LAGOS (Reuters) - …", "KANO, Nigeria — …": a dash or a bracket within a few tokens, at the head of the text. */
function isDateline(candidate: Placed, { analyzed: { tokens, sentences }, titleSentences }: Scene): boolean {
  const head = sentences[titleSentences]?.first ?? 0;
  if (candidate.first - head > 6) return false;
  for (let i = candidate.last + 1; i <= Math.min(tokens.length - 1, candidate.last + 12); i++) {
    const word = tokens[i]?.lower ?? "";
    if (word === "—" || word === "–" || word === "-" || word === "--") return true;
    if (word === "." || tokens[i]?.pos === "VERB") return false;
  }
  return false;
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

/** True for a place that lies within a country, a province or a district. */
function lies(inner: Location, outer: Location): boolean {
  if (inner.country !== outer.country || inner.country === null) return false;
  if (outer.what === "country") return inner.what !== "country";
  if (outer.what === "admin1") return inner.what !== "country" && inner.what !== "admin1" && inner.admin1 === outer.admin1;
  if (outer.what === "admin2")
    return inner.what !== "admin2" && inner.admin2 !== null && inner.admin2 === outer.admin2 && inner.admin1 === outer.admin1;
  return (
    outer.what === "city" &&
    (inner.what === "neighborhood" || inner.what === "facility") &&
    inner.admin1 === outer.admin1 &&
    Math.abs(inner.latitude - outer.latitude) + Math.abs(inner.longitude - outer.longitude) < 0.5
  );
}
