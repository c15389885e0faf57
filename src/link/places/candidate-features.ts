import type { PlaceCandidate } from "../../gazetteer/place-index.js";
import type { ArticleContext } from "./article-context.js";
import { contains, type PlaceName } from "./place-name.js";

/** What speaks for a candidate, each with its weight in `lexicons/place-weights.tsv`, where it is explained. */
export const FEATURES = [
  "population",
  "populationOfArea",
  "largest",
  "country",
  "admin1",
  "admin2",
  "neighborhood",
  "region",
  "water",
  "continent",
  "capital",
  "seatOfProvince",
  "seatOfDistrict",
  "otherSpelling",
  "seatNamedAlike",
  "containerFollows",
  "kindFits",
  "kindClashes",
  "countryNamed",
  "peopleNamed",
  "provinceNamed",
  "districtNamed",
  "countryInSentence",
  "provinceInSentence",
  "countryShare",
  "provinceShare",
  "districtShare",
  "near",
  "nearInSentence",
  "ownerCountry",
  "ownerProvince",
  "ownerNear",
  "listKind",
  "listProvince",
  "amongCountries",
  "countryAsked",
] as const;
export type Feature = (typeof FEATURES)[number];

const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Readonly<Record<Feature, number>>;

/** A candidate of a name with its probability as it stands. */
export interface Believed {
  readonly candidate: PlaceCandidate;
  readonly probability: number;
}

/** Of each name the likeliest candidates, at most three, by the order of names. */
export type Beliefs = readonly (readonly Believed[])[];

/** The article seen from one name: the others with what they are believed to be. */
interface View {
  readonly name: PlaceName;
  readonly others: readonly {
    readonly weight: number;
    readonly near: boolean;
    readonly listed: boolean;
    readonly believed: readonly Believed[];
  }[];
  readonly weight: number;
  readonly context: ArticleContext;
  readonly asked: string | null;
}

/** Names added to those of an article before shares are taken: that all of two names point somewhere says little. */
const FEW = 1.5;

/** Distance in kilometers at which a place nearby counts a third. */
const NEAR = 120;

/** Kilometers a degree of latitude. */
const DEGREE = 111.2;

/** The features of all candidates of all names, given what is believed of the names. */
export function describeCandidates(
  names: readonly PlaceName[],
  beliefs: Beliefs,
  context: ArticleContext,
  asked: string | null,
): readonly (readonly Float64Array[])[] {
  return names.map((name, i) => {
    // Two senses of one name lend each other nothing.
    const others = names.flatMap((other, k) =>
      k === i || other.wording === name.wording
        ? []
        : [
            {
              weight: Math.sqrt(Math.min(4, other.mentions.length)),
              believed: beliefs[k] ?? [],
              near: [...other.sentences].some((sentence) => name.sentences.has(sentence)),
              listed: isListedWith(name, other),
            },
          ],
    );
    const weight = FEW + others.reduce((sum, other) => sum + (other.believed.length > 0 ? other.weight : 0), 0);
    const most = name.candidates.reduce((max, { kind, population }) => (kind === "city" ? Math.max(max, population) : max), 1);
    const view: View = { name, others, weight, context, asked };
    return name.candidates.map((candidate) => {
      const features = new Float64Array(FEATURES.length);
      describeItself(features, candidate, name, most);
      describeWording(features, candidate, name);
      describeOthers(features, candidate, view);
      describeContext(features, candidate, view);
      return features;
    });
  });
}

/** Names beside each other, with a comma or "and" between. */
function isListedWith(name: PlaceName, other: PlaceName): boolean {
  for (const a of name.mentions) {
    for (const b of other.mentions) {
      const gap = a.start < b.start ? b.start - a.end : a.start - b.end;
      if (gap >= 0 && gap <= 6) return true;
    }
  }
  return false;
}

/** ln 10,000,000: a population of that many counts 1. */
const FULL = Math.log(1e7);

/** ln of how many times a town its province has people where the town is no part to speak of. */
const SMALL_PART = Math.log(30);

function describeItself(features: Float64Array, { kind, seat, own, population, row }: PlaceCandidate, name: PlaceName, most: number): void {
  const size = Math.log(population) / FULL;
  const isTown = kind === "city" || kind === "neighborhood";
  features[isTown ? AT.population : AT.populationOfArea] = size;
  if (isTown && population >= most) features[AT.largest] = 1;
  if (kind !== "city" && kind !== "facility") features[AT[kind]] = 1;
  if (seat === "country") features[AT.capital] = 1;
  if (seat === "admin1") features[AT.seatOfProvince] = 1;
  if (seat === "admin2") features[AT.seatOfDistrict] = 1;
  if (!own) features[AT.otherSpelling] = 1;
  if (kind !== "admin1" && kind !== "admin2") return;
  for (const town of name.candidates) {
    if (town.kind !== "city" || (kind === "admin1" ? town.admin1 !== row : town.admin2 !== row)) continue;
    // A town that holds much of its province is what its name means; one that holds little is not.
    features[AT.seatNamedAlike] = Math.max(
      features[AT.seatNamedAlike] ?? 0,
      1 - Math.min(1, Math.log(Math.max(1, population / town.population)) / SMALL_PART),
    );
  }
}

function describeWording(features: Float64Array, candidate: PlaceCandidate, { containers, kinds, ofContainer }: PlaceName): void {
  if (containers.length > 0) {
    const within = containers.some(({ candidates }) => candidates.some((outer) => contains(outer, candidate)));
    if (within) features[AT.containerFollows] = 1;
  }
  if (kinds !== null && !ofContainer) features[kinds.has(candidate.kind) ? AT.kindFits : AT.kindClashes] = 1;
}

function describeOthers(features: Float64Array, candidate: PlaceCandidate, { others, weight }: View): void {
  const raise = (at: number, value: number): void => {
    if (value > (features[at] ?? 0)) features[at] = value;
  };
  const add = (at: number, value: number): void => void (features[at] = (features[at] ?? 0) + value);
  for (const other of others) {
    for (const { candidate: there, probability } of other.believed) {
      if (probability < 0.02) continue;
      const share = (probability * other.weight) / weight;
      const sameCountry = there.country !== null && there.country === candidate.country;
      const named = contains(there, candidate);
      if (named && there.kind === "country") {
        raise(AT.countryNamed, probability);
        if (other.near) raise(AT.countryInSentence, probability);
      } else if (named && there.kind === "admin1") {
        raise(AT.provinceNamed, probability);
        if (other.near) raise(AT.provinceInSentence, probability);
      } else if (named && there.kind === "admin2") raise(AT.districtNamed, probability);
      if (candidate.seat === "country" && (there.kind === "country" || there.seat === "country")) add(AT.amongCountries, share);
      if (sameCountry) add(AT.countryShare, share);
      if (there.admin1 !== null && there.admin1 === candidate.admin1) {
        add(AT.provinceShare, share);
        if (other.listed) raise(AT.listProvince, probability);
      }
      if (there.admin2 !== null && there.admin2 === candidate.admin2) add(AT.districtShare, share);
      if (other.listed && there.kind === candidate.kind && !named) raise(AT.listKind, probability);
      if (isSpot(there) && isSpot(candidate) && there.row !== candidate.row) {
        const closeness = probability * Math.exp(-roughKilometers(there, candidate) / NEAR);
        add(AT.near, (closeness * other.weight) / weight);
        if (other.near) raise(AT.nearInSentence, closeness);
      }
    }
  }
}

const isSpot = ({ kind }: PlaceCandidate): boolean => kind !== "country" && kind !== "continent" && kind !== "admin1";

/** Distance on a flat map, good enough for what lies near. */
export function roughKilometers(a: PlaceCandidate, b: PlaceCandidate): number {
  const north = (a.latitude - b.latitude) * DEGREE;
  if (Math.abs(north) > 1000) return Math.abs(north);
  const east = (a.longitude - b.longitude) * DEGREE * Math.cos((a.latitude * Math.PI) / 180);
  return Math.sqrt(north * north + east * east);
}

function describeContext(features: Float64Array, candidate: PlaceCandidate, { name, context, asked }: View): void {
  const { peoples, peoplesOfSentence, owners } = context;
  if (candidate.country !== null && candidate.kind !== "country") {
    if (peoples.has(candidate.country)) features[AT.peopleNamed] = 1;
    for (const sentence of name.sentences) {
      if (peoplesOfSentence.has(`${sentence}:${candidate.country}`)) features[AT.countryInSentence] = 1;
    }
  }
  if (candidate.country !== null && candidate.country === asked) features[AT.countryAsked] = 1;
  for (const owner of owners) {
    const part = 1 / owners.length / owner.length;
    for (const there of owner) {
      if (there.country === candidate.country && there.country !== null)
        features[AT.ownerCountry] = (features[AT.ownerCountry] ?? 0) + part;
      if (there.admin1 !== null && there.admin1 === candidate.admin1) features[AT.ownerProvince] = (features[AT.ownerProvince] ?? 0) + part;
      if (isSpot(there) && isSpot(candidate)) {
        const near = Math.exp(-roughKilometers(there, candidate) / NEAR);
        if (near > (features[AT.ownerNear] ?? 0)) features[AT.ownerNear] = near;
      }
    }
  }
}
