import type { PlaceCandidate, PlaceIndex } from "../../gazetteer/place-index.js";
import { FEATURES, type Feature } from "./candidate-features.js";
import type { Weighed } from "./believe-places.js";
import { contains } from "./place-name.js";

/** What the evidence that told a place from its namesakes is called; null for evidence that only adds to other evidence. */
const WORDING: Readonly<Record<Feature, ((facts: Facts) => string) | null>> = {
  population: ({ namesakes }) => `largest of ${namesakes} namesakes`,
  populationOfArea: null,
  largest: ({ namesakes }) => `largest of ${namesakes} namesakes`,
  country: () => "a country before its namesakes",
  admin1: () => "a province before its namesakes",
  admin2: () => "a district before its namesakes",
  neighborhood: null,
  region: () => "a region before its namesakes",
  water: () => "a water before its namesakes",
  continent: () => "a continent before its namesakes",
  capital: () => "capital of its country",
  seatOfProvince: () => "seat of its province",
  seatOfDistrict: () => "seat of its district",
  otherSpelling: () => "its own name, not another's",
  seatNamedAlike: () => "the town before its district",
  containerFollows: ({ container }) => `${container} follows`,
  kindFits: ({ kind }) => `called a ${kind}`,
  kindClashes: ({ kind }) => `called a ${kind}`,
  countryNamed: ({ country }) => `${country} is named`,
  peopleNamed: ({ country }) => `people of ${country} are named`,
  provinceNamed: ({ province }) => `${province} is named`,
  districtNamed: ({ district }) => `${district} is named`,
  countryInSentence: ({ country }) => `${country} stands in its sentence`,
  provinceInSentence: ({ province }) => `${province} stands in its sentence`,
  countryShare: ({ inCountry, country }) => `${counted(inCountry)} of ${country}`,
  provinceShare: ({ inProvince, province }) => `${counted(inProvince)} of ${province}`,
  districtShare: ({ district }) => `places of ${district}`,
  near: () => "places nearby",
  nearInSentence: () => "a place nearby in its sentence",
  ownerCountry: ({ country }) => `organizations of ${country}`,
  ownerProvince: ({ province }) => `organizations of ${province}`,
  ownerNear: () => "an organization nearby",
  listKind: () => "listed with its like",
  listProvince: ({ province }) => `listed with a place of ${province}`,
  amongCountries: () => "a capital among countries and capitals",
  countryAsked: ({ country }) => `${country} was asked for`,
};

const counted = (places: number): string => (places === 1 ? "1 place" : `${places} places`);

interface Facts {
  readonly namesakes: number;
  readonly container: string;
  readonly kind: string;
  readonly country: string;
  readonly province: string;
  readonly district: string;
  readonly inCountry: number;
  readonly inProvince: number;
}

/** Why a name is taken for its likeliest candidate: the evidence that lifts it most above the next. */
export function giveReason(weighed: Weighed, best: number, all: readonly Weighed[], weights: Float64Array, index: PlaceIndex): string {
  const { name, features, probabilities } = weighed;
  const candidate = name.candidates[best];
  if (!candidate) return "";
  if (name.candidates.length === 1) return "only place of that name";
  let next = -1;
  for (const [i, probability] of probabilities.entries())
    if (i !== best && (next < 0 || probability > (probabilities[next] ?? 0))) next = i;
  const gains = FEATURES.map((feature, i) => ({
    feature,
    gain: ((features[best]?.[i] ?? 0) - (features[next]?.[i] ?? 0)) * (weights[i] ?? 0),
  }))
    .filter(({ feature, gain }) => gain > 0 && WORDING[feature] !== null)
    .sort((a, b) => b.gain - a.gain);
  const facts = gatherFacts(candidate, weighed, all, index);
  for (const { feature } of gains) {
    const says = WORDING[feature]?.(facts);
    if (says !== undefined && !says.startsWith("0 ") && !/(?:^| of ) ?$/u.test(says)) return says;
  }
  return `likeliest of ${name.candidates.length} namesakes`;
}

function gatherFacts(candidate: PlaceCandidate, { name }: Weighed, all: readonly Weighed[], index: PlaceIndex): Facts {
  const likeliest = all
    .filter((other) => other.name !== name)
    .flatMap(({ name: other, probabilities }) => {
      const at = probabilities.indexOf(Math.max(...probabilities));
      return other.candidates[at] ?? [];
    });
  const container = name.containers.find(({ candidates }) => candidates.some((outer) => contains(outer, candidate))) ?? name.containers[0];
  const country = likeliest.find((other) => other.kind === "country" && other.country === candidate.country);
  return {
    namesakes: name.candidates.length,
    container: container?.wording ?? "",
    kind: candidate.kind,
    country: country ? index.nameOf(country) : (candidate.country ?? ""),
    province: candidate.admin1 === null ? "" : index.nameOfRow(candidate.admin1),
    district: candidate.admin2 === null ? "" : index.nameOfRow(candidate.admin2),
    inCountry: likeliest.filter((other) => other.country !== null && other.country === candidate.country).length,
    inProvince: likeliest.filter((other) => other.admin1 !== null && other.admin1 === candidate.admin1).length,
  };
}
