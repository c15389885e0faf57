import type { Lexicons } from "../lexicon/parse-lexicon.js";
import type { Entity, Location } from "../model/entity.js";
import { foldName } from "./entities/fold-name.js";

/** A city may lack the article's countries only where it is this well known (people). */
const FAMOUS = 500_000;

/** Of namesakes elsewhere unmentioned, the largest is meant where it is this many times the next. */
const DOMINANCE = 10;

interface City extends Location {
  readonly population: number;
}

/** Gives each place entity of one article its location where that is sure; null where the name is unknown or ambiguous. */
export type PlaceLocator = (places: readonly Entity[]) => ReadonlyMap<string, Location>;

/**
 * Builds the locator from `lexicons/countries.tsv` and `cities.tsv`. A country lies at the middle of its cities,
 * weighted by population. A city is looked for in the countries that the article names; elsewhere it is taken only
 * where it is large and no namesake comes near. Nothing is guessed beyond that.
 */
export function createPlaceLocator(lexicons: Lexicons): PlaceLocator {
  const cities = new Map<string, City[]>();
  const middles = new Map<string, { weight: number; latitude: number; longitude: number }>();
  for (const row of lexicons.get("cities") ?? []) {
    const city: City = {
      what: "city", country: row["country"] ?? "", population: Number(row["population"]),
      latitude: Number(row["latitude"]), longitude: Number(row["longitude"]),
    };
    const key = foldPlace(row["name"] ?? "");
    const namesakes = cities.get(key);
    if (namesakes) namesakes.push(city);
    else cities.set(key, [city]);
    const middle = middles.get(city.country) ?? { weight: 0, latitude: 0, longitude: 0 };
    const weight = Math.max(1, city.population);
    middle.weight += weight;
    middle.latitude += weight * city.latitude;
    middle.longitude += weight * city.longitude;
    middles.set(city.country, middle);
  }
  const countries = new Map<string, string>();
  for (const { name = "", code = "", aliases = "" } of lexicons.get("countries") ?? []) {
    for (const wording of [name, ...aliases.split(";")].filter(Boolean)) countries.set(foldPlace(wording), code);
  }
  const round = (degrees: number): number => Math.round(degrees * 100) / 100;
  return (places) => {
    const located = new Map<string, Location>();
    const named = new Set<string>();
    for (const place of places) {
      const code = countries.get(foldPlace(place.name));
      if (code === undefined) continue;
      named.add(code);
      const middle = middles.get(code);
      if (middle) {
        located.set(place.id, { what: "country", country: code, latitude: round(middle.latitude / middle.weight), longitude: round(middle.longitude / middle.weight) });
      }
    }
    for (const place of places) {
      if (located.has(place.id)) continue;
      const city = chooseCity(cities.get(foldPlace(place.name)) ?? [], named);
      if (city) located.set(place.id, { what: city.what, country: city.country, latitude: city.latitude, longitude: city.longitude });
    }
    return located;
  };
}

function chooseCity(namesakes: readonly City[], named: ReadonlySet<string>): City | null {
  const sorted = [...namesakes].sort((a, b) => b.population - a.population);
  const near = sorted.filter((city) => named.has(city.country));
  if (near.length === 1) return near[0] ?? null;
  const [first, second] = near.length > 1 ? near : sorted;
  if (!first || (second && first.population < DOMINANCE * second.population)) return null;
  return near.length > 1 || named.size === 0 || first.population >= FAMOUS ? first : null;
}

/** Names of places are compared without accents and a leading article. */
const foldPlace = (name: string): string => foldName(name).normalize("NFD").replace(/\p{M}/gu, "").replace(/^the /, "");
