/** What a place is. `facility` and other names that the gazetteer lacks have the point of what contains them. */
export const PLACE_KINDS = ["country", "admin1", "admin2", "city", "neighborhood", "region", "water", "continent", "facility"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where a place lies and what it lies in. */
export interface Location {
  readonly what: PlaceKind;
  /** Its name as the gazetteer has it; the wording of the article where the gazetteer lacks it. */
  readonly name: string;
  /** Degrees north and east (WGS 84): of a city its middle, of an area a point within it, of a river halfway. */
  readonly latitude: number;
  readonly longitude: number;
  /** Its id at GeoNames; null for seas, regions and whatever GeoNames was not asked for. */
  readonly geonameid: number | null;
  /** ISO 3166-1 alpha-2 code of the country that it is or lies in; null where it lies in none or in several. */
  readonly country: string | null;
  /** The province or state that it is or lies in, and the district or county, as the gazetteer names them. */
  readonly admin1: string | null;
  readonly admin2: string | null;
  /** What it is whose point this is, where the gazetteer lacks the name and knows its container alone; else null. */
  readonly ofContainer: PlaceKind | null;
  /** Why this place and no namesake, in words: `Texas follows`, `3 places of Ontario`, `largest of 14 namesakes`. */
  readonly reason: string;
  /** Calibrated probability that it lies within 161 km (100 miles) of what the article means, from 0 to 1. */
  readonly confidence: number;
}
