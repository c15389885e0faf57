import { createPlaceIndex, type PlaceCandidate, type PlaceIndex } from "../../gazetteer/place-index.js";
import type { Gazetteer } from "../../gazetteer/read-gazetteer.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Mention } from "../../model/mention.js";
import type { Location, PlaceKind } from "../../model/place.js";
import type { AnalyzedText } from "../../model/token.js";
import { readContext, readPeoples } from "./article-context.js";
import { believePlaces, type Weighed } from "./believe-places.js";
import { FEATURES } from "./candidate-features.js";
import { giveReason } from "./give-reason.js";
import { CONTAINING, gatherPlaceNames, type PlaceName } from "./place-name.js";
import { readPlaceTypes } from "./place-types.js";
import { readPlaceWeights, type PlaceWeights } from "./place-weights.js";

/** Below this confidence a place stays without a point. */
export const LEAST_CONFIDENCE = 0.4;

/** Where each place mention of one article lies; a mention without an entry is not placed. */
export type PlaceResolver = (analyzed: AnalyzedText, mentions: readonly Mention[]) => ReadonlyMap<Mention, Location>;

/**
 * Builds the resolver. Names are looked up in the gazetteer and weighed together by the evidence of the article
 * (`candidate-features.ts`); a name that the gazetteer lacks takes the point of what the text says contains it.
 *
 * @param asked ISO code of a country that is preferred where the article leaves doubt; null for none.
 */
export function createPlaceResolver(gazetteer: Gazetteer, lexicons: Lexicons, asked: string | null = null): PlaceResolver {
  const index = createPlaceIndex(gazetteer, lexicons);
  const weights = readPlaceWeights(lexicons);
  const types = readPlaceTypes(lexicons);
  const peopleOf = readPeoples(lexicons);
  return (analyzed, mentions) => {
    const located = new Map<Mention, Location>();
    if (!mentions.some(({ kind }) => kind === "place")) return located;
    const names = gatherPlaceNames(analyzed, mentions, index, types);
    const weighed = believePlaces(names, readContext(analyzed, mentions, index, peopleOf), weights.features, asked);
    const byWording = new Map<string, Location>();
    for (const one of weighed) {
      const location = chooseLocation(one, weighed, weights, index);
      if (!location) continue;
      byWording.set(one.name.wording, location);
      for (const mention of one.name.mentions) located.set(mention, location);
    }
    for (const { name } of weighed) {
      if (name.candidates.length > 0) continue;
      const location = locateByContainer(name, byWording);
      if (location) for (const mention of name.mentions) located.set(mention, location);
    }
    return located;
  };
}

function chooseLocation(weighed: Weighed, all: readonly Weighed[], weights: PlaceWeights, index: PlaceIndex): Location | null {
  const { name, probabilities } = weighed;
  const best = probabilities.indexOf(Math.max(...probabilities));
  const candidate = name.candidates[best];
  if (!candidate) return null;
  const confidence = confidenceOf(weighed, best, all.length === 1, weights);
  if (confidence < LEAST_CONFIDENCE) return null;
  const location = locationOf(candidate, index, giveReason(weighed, best, all, weights.features, index), confidence);
  return name.ofContainer ? asPartOf(location, name, name.facility ? "facility" : "region") : location;
}

function locationOf(candidate: PlaceCandidate, index: PlaceIndex, reason: string, confidence: number): Location {
  const { kind, latitude, longitude, country, admin1, admin2 } = candidate;
  return {
    what: kind,
    name: index.nameOf(candidate),
    latitude,
    longitude,
    geonameid: index.geonameidOf(candidate),
    country,
    admin1: admin1 === null ? null : index.nameOfRow(admin1),
    admin2: admin2 === null ? null : index.nameOfRow(admin2),
    ofContainer: null,
    reason,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** The support of a name in an article that names nothing else: neither good nor bad. */
const ALONE = 0.6;

/** What the confidence of a placement rests on, in the order of `CONFIDENCE_TERMS`. */
export function confidenceTerms({ name, features, probabilities }: Weighed, best: number, alone: boolean): readonly number[] {
  const candidate = name.candidates[best];
  const own = features[best];
  if (!candidate || !own) return [];
  // Candidates nearby, such as a town and its district, are no doubt.
  let together = 0;
  for (const [i, other] of name.candidates.entries()) {
    if (Math.abs(other.latitude - candidate.latitude) < 1.2 && Math.abs(other.longitude - candidate.longitude) < 1.5)
      together += probabilities[i] ?? 0;
  }
  const sure = Math.min(0.999, Math.max(0.001, together));
  const feature = (wanted: (typeof FEATURES)[number]): number => own[FEATURES.indexOf(wanted)] ?? 0;
  return [
    1,
    Math.log(sure / (1 - sure)),
    name.candidates.length === 1 && candidate.row >= 0 ? 1 : 0,
    candidate.row < 0 ? 1 : 0,
    feature("population"),
    candidate.kind === "city" || candidate.kind === "neighborhood" ? 0 : 1,
    feature("containerFollows"),
    candidate.kind === "country" ? 1 : 0,
    feature("kindClashes"),
    alone ? ALONE : Math.max(feature("countryShare"), feature("provinceShare"), feature("peopleNamed"), feature("countryNamed")),
  ];
}

function confidenceOf(weighed: Weighed, best: number, alone: boolean, { confidence }: PlaceWeights): number {
  const score = confidenceTerms(weighed, best, alone).reduce((sum, value, i) => sum + value * (confidence[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}

/** How much less sure the point of a container is than the container itself. */
const CONTAINER_DISCOUNT = 0.9;

/** The location of what the gazetteer lacks, at the point of what contains it. */
function asPartOf(outer: Location, name: PlaceName, what: PlaceKind): Location {
  return {
    ...outer,
    what,
    name: name.wording,
    geonameid: null,
    ofContainer: outer.ofContainer ?? outer.what,
    reason: `lies in ${outer.name}, by the text`,
    confidence: Math.round(outer.confidence * CONTAINER_DISCOUNT * 1000) / 1000,
  };
}

function locateByContainer(name: PlaceName, byWording: ReadonlyMap<string, Location>): Location | null {
  for (const { wording } of name.containers) {
    const outer = byWording.get(wording);
    if (!outer || !(CONTAINING.has(outer.what) || outer.what === "city")) continue;
    return asPartOf(outer, name, name.facility ? "facility" : outer.what === "city" ? "neighborhood" : "city");
  }
  return null;
}
