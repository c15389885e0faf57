/** A point in degrees (WGS 84), as far as it is known. */
interface Point {
  readonly latitude?: number;
  readonly longitude?: number;
}

/** Kilometers between two places by the haversine formula; null where one is not located. */
export function kilometersBetween(a: Point, b: Point): number | null {
  if (a.latitude === undefined || b.latitude === undefined || a.longitude === undefined || b.longitude === undefined) return null;
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
