import type { Lexicons } from "../lexicon/parse-lexicon.js";
import type { PlaceKind } from "../model/place.js";
import { foldPlaceName } from "./fold-place-name.js";
import type { Seat } from "./gazetteer-layout.js";
import type { Gazetteer } from "./read-gazetteer.js";

/** A place that a name may mean, of the gazetteer or of `lexicons/regions.tsv`. */
export interface PlaceCandidate {
  /** Its row in the gazetteer; below 0 for a row of the lexicon of regions. */
  readonly row: number;
  readonly kind: PlaceKind;
  readonly seat: Seat;
  /** True where the name is its own, false where it is another spelling of it. */
  readonly own: boolean;
  readonly latitude: number;
  readonly longitude: number;
  /** At least 1. */
  readonly population: number;
  /** ISO 3166-1 alpha-2; null for what lies in no country. */
  readonly country: string | null;
  /** Every country that it touches. */
  readonly countries: readonly string[];
  /** Rows of the province and the district that it is or lies in; null where there is none. */
  readonly admin1: number | null;
  readonly admin2: number | null;
}

/** All places by name. */
export interface PlaceIndex {
  /** What a name may mean; the gazetteer's order, regions first. */
  readonly find: (name: string) => readonly PlaceCandidate[];
  readonly nameOf: (candidate: PlaceCandidate) => string;
  readonly nameOfRow: (row: number) => string;
  readonly geonameidOf: (candidate: PlaceCandidate) => number | null;
}

interface Region {
  readonly name: string;
  readonly candidate: PlaceCandidate;
}

/** Places of a name beyond which the smallest are left out. */
const MOST = 80;

/** Counted for the people of a region of one country, and of what lies in several or in none: how well known they are. */
const REGION_FAME = 300_000;
const WORLD_FAME = 10_000_000;

/** Names whose candidates are kept, to be asked for again by the next article. */
const KEPT = 4000;

/**
 * Joins the gazetteer with `countries.tsv`, `regions.tsv`, `province-abbreviations.tsv`, `place-spellings.tsv` and
 * `unplaced-names.tsv`.
 */
export function createPlaceIndex(gazetteer: Gazetteer, lexicons: Lexicons): PlaceIndex {
  const regions = readRegions(lexicons);
  const people = new Map<number, number>();
  const aliases = readAliases(gazetteer, lexicons, people);
  const regionsByName = new Map<string, Region[]>();
  for (const { keys, region } of regions) {
    for (const key of keys) {
      const known = regionsByName.get(key);
      if (known) known.push(region);
      else regionsByName.set(key, [region]);
    }
  }
  const unplaced = new Set((lexicons.get("unplaced-names") ?? []).map(({ name = "" }) => foldPlaceName(name)));
  const kept = new Map<string, readonly PlaceCandidate[]>();
  const search = (key: string): readonly PlaceCandidate[] => {
    const found = new Map<number, PlaceCandidate>();
    const named = (regionsByName.get(key) ?? []).map(({ candidate }) => candidate);
    for (const candidate of named) found.set(candidate.row, candidate);
    for (const row of aliases.get(key) ?? []) found.set(row, candidateOf(gazetteer, row, true, people.get(row)));
    const hits = gazetteer.find(key);
    for (const { place, own } of hits.length > MOST ? largest(gazetteer, hits) : hits) {
      if (!own && found.has(place)) continue;
      const candidate = candidateOf(gazetteer, place, own, people.get(place));
      // "Kashmir" is the region, not another name of the province in it.
      if (own || !named.some((region) => isNear(region, candidate))) found.set(place, candidate);
    }
    return [...found.values()];
  };
  return {
    find: (name) => {
      const key = foldPlaceName(name);
      let candidates = kept.get(key);
      if (!candidates) {
        candidates = unplaced.has(key) ? [] : search(key);
        if (kept.size >= KEPT) kept.clear();
        kept.set(key, candidates);
      }
      return candidates;
    },
    nameOf: ({ row }) => (row < 0 ? (regions[-row - 1]?.region.name ?? "") : gazetteer.nameOf(row)),
    nameOfRow: gazetteer.nameOf,
    geonameidOf: ({ row }) => (row < 0 ? null : gazetteer.geonameidOf(row) || null),
  };
}

const isNear = (a: PlaceCandidate, b: PlaceCandidate): boolean =>
  Math.abs(a.latitude - b.latitude) < 3 && Math.abs(a.longitude - b.longitude) < 4;

function largest<Hit extends { readonly place: number }>(gazetteer: Gazetteer, hits: readonly Hit[]): readonly Hit[] {
  return [...hits].sort((a, b) => gazetteer.populationOf(b.place) - gazetteer.populationOf(a.place)).slice(0, MOST);
}

function candidateOf(gazetteer: Gazetteer, row: number, own: boolean, people = gazetteer.populationOf(row)): PlaceCandidate {
  const country = gazetteer.countryOf(row);
  let [admin1, admin2]: [number | null, number | null] = [null, null];
  for (let at = row, up = gazetteer.parentOf(at); ; at = up, up = gazetteer.parentOf(at)) {
    const kind = gazetteer.kindOf(at);
    if (kind === "admin1") admin1 = at;
    if (kind === "admin2") admin2 = at;
    if (up === at) break;
  }
  return {
    row,
    kind: gazetteer.kindOf(row),
    seat: gazetteer.seatOf(row),
    own,
    latitude: gazetteer.latitudeOf(row),
    longitude: gazetteer.longitudeOf(row),
    population: people,
    country,
    countries: [country],
    admin1,
    admin2,
  };
}

function readRegions(lexicons: Lexicons): readonly { readonly keys: readonly string[]; readonly region: Region }[] {
  return (lexicons.get("regions") ?? []).map((row, i) => {
    const { name = "", kind = "region", latitude, longitude, countries = "", aliases = "" } = row;
    const codes = countries.split(";").filter(Boolean);
    const candidate: PlaceCandidate = {
      row: -i - 1,
      kind: kind as PlaceKind,
      seat: "none",
      own: true,
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: codes.length === 1 ? REGION_FAME : WORLD_FAME,
      country: codes.length === 1 ? (codes[0] ?? null) : null,
      countries: codes,
      admin1: null,
      admin2: null,
    };
    return { keys: [...new Set([name, ...aliases.split(";")].filter(Boolean).map(foldPlaceName))], region: { name, candidate } };
  });
}

/**
 * Folded names of countries, short forms of provinces and further spellings of cities, with their rows; adds the people of
 * metropolises.
 */
function readAliases(gazetteer: Gazetteer, lexicons: Lexicons, metropolises: Map<number, number>): ReadonlyMap<string, readonly number[]> {
  const aliases = new Map<string, number[]>();
  const add = (name: string, row: number): void => {
    const key = foldPlaceName(name);
    const known = aliases.get(key);
    if (!known) aliases.set(key, [row]);
    else if (!known.includes(row)) known.push(row);
  };
  const rowOfCode = new Map<string, number>();
  for (let row = 0; row < gazetteer.size && gazetteer.kindOf(row) === "country"; row++) rowOfCode.set(gazetteer.countryOf(row), row);
  for (const { name = "", code = "", aliases: others = "" } of lexicons.get("countries") ?? []) {
    const row = rowOfCode.get(code);
    if (row !== undefined) for (const wording of [name, ...others.split(";")].filter(Boolean)) add(wording, row);
  }
  const named = (name: string, country: string, kinds: ReadonlySet<string>): number | undefined =>
    gazetteer.find(name).find(({ place }) => kinds.has(gazetteer.kindOf(place)) && gazetteer.countryOf(place) === country)?.place;
  const PROVINCE = new Set(["admin1"]);
  for (const { country = "", name = "", abbreviations = "" } of lexicons.get("province-abbreviations") ?? []) {
    const row = named(name, country, PROVINCE);
    if (row !== undefined) for (const wording of abbreviations.split(";").filter(Boolean)) add(wording, row);
  }
  for (const { country = "", name = "", spellings = "", kind = "", people = "" } of lexicons.get("place-spellings") ?? []) {
    const row = kind === "country" ? rowOfCode.get(country) : named(name, country, new Set([kind]));
    if (row !== undefined && people !== "") metropolises.set(row, Number(people));
    if (row !== undefined) for (const wording of spellings.split(";").filter(Boolean)) add(wording, row);
  }
  return aliases;
}
