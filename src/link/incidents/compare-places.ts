import type { Location } from "../../model/entity.js";
import type { LocationOf } from "./describe-place.js";
import type { Placed } from "./read-scene.js";
import type { NameMention } from "../../model/mention.js";

/** How two places lie to each other: `within` where either holds the other; `unknown` where the gazetteer does not know both. */
export type PlaceRelation = "same" | "within" | "apart" | "abroad" | "unknown";

/** Degrees of latitude and longitude up to which a quarter or a building belongs to a city. */
const NEAR = 0.5;

/** Compares two place mentions by name and by where they lie. */
export function comparePlaces(a: Placed<NameMention>, b: Placed<NameMention>, locationOf: LocationOf): PlaceRelation {
  if (a.key === b.key) return "same";
  const [one, other] = [locationOf(a.mention), locationOf(b.mention)];
  if (!one || !other) return "unknown";
  if (one.country !== other.country) return "abroad";
  if (one.latitude === other.latitude && one.longitude === other.longitude && one.what === other.what) return "same";
  return lies(one, other) || lies(other, one) ? "within" : "apart";
}

/** True for a place that lies within a country, a province or a district, or a quarter or building within a city. */
export function lies(inner: Location, outer: Location): boolean {
  if (inner.country !== outer.country || inner.country === null) return false;
  if (outer.what === "country") return inner.what !== "country";
  if (outer.what === "admin1") return inner.what !== "country" && inner.what !== "admin1" && inner.admin1 === outer.admin1;
  if (outer.what === "admin2")
    return inner.what !== "admin2" && inner.admin2 !== null && inner.admin2 === outer.admin2 && inner.admin1 === outer.admin1;
  return (
    outer.what === "city" &&
    (inner.what === "neighborhood" || inner.what === "facility") &&
    inner.admin1 === outer.admin1 &&
    Math.abs(inner.latitude - outer.latitude) + Math.abs(inner.longitude - outer.longitude) < NEAR
  );
}
