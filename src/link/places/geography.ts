import type { Location } from "../../model/place.js";

/** A point in degrees (WGS 84). */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the earth in kilometers. */
const RADIUS = 6371.0088;
const RADIANS = Math.PI / 180;

/** The distance of two points over the ground in kilometers (haversine). */
export function kilometersBetween(a: Point, b: Point): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const squared = north * north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east * east;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(squared)));
}

/**
 * True where the first place is the second or lies within it, as far as its country, province and district tell: Harris
 * County in Texas, Texas in the United States. False for what no administrative area holds (seas, regions).
 */
export function isWithin(inner: Location, outer: Location): boolean {
  if (isSamePlace(inner, outer)) return true;
  if (outer.country === null || inner.country !== outer.country) return false;
  if (outer.what === "country") return true;
  if (outer.what === "admin1") return inner.admin1 === outer.admin1 && inner.admin1 !== null;
  return outer.what === "admin2" && inner.admin2 === outer.admin2 && inner.admin2 !== null && inner.admin1 === outer.admin1;
}

/** True where two articles, or two mentions, mean the same place. */
export function isSamePlace(a: Location, b: Location): boolean {
  if (a.ofContainer !== b.ofContainer) return false;
  if (a.geonameid !== null || b.geonameid !== null) return a.geonameid === b.geonameid;
  return a.name === b.name && a.what === b.what && a.latitude === b.latitude && a.longitude === b.longitude;
}
