import type { Location } from "../../model/place.js";

/** Codes of the UCDP Georeferenced Event Dataset for how exactly a point is known (codebook of GED 24.1, `where_prec`). */
export type WherePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Words before a place that say that something happened beside it. */
const BESIDE: ReadonlySet<string> = new Set(["near", "outside", "around", "off", "from", "of", "towards", "toward", "between"]);

/**
 * How exactly a location is known. 1: a town or a spot in it; 2: near one, or a part of one that the gazetteer lacks; 3: a
 * district; 4: a province; 5: a region, a river, a coast; 6: a country; 7: international waters.
 *
 * @param before what stands before the place in the text.
 * @returns null for a continent, for which UCDP has no code.
 */
export function wherePrecision({ what, ofContainer, country }: Location, before: string): WherePrecision | null {
  const level = ofContainer ?? what;
  if (level === "country") return 6;
  if (level === "admin1") return 4;
  if (level === "admin2") return 3;
  if (level === "continent") return null;
  if (level === "water") return country === null ? 7 : 5;
  if (level === "region") return 5;
  const word = before.trimEnd().split(" ").at(-1)?.toLowerCase() ?? "";
  return ofContainer !== null || BESIDE.has(word) ? 2 : 1;
}
