import { describe, expect, it } from "vitest";
import { GEOJSON_END, placeFeatures, startGeoJson } from "../../src/formats/geojson.js";
import { PLACES_TABLE } from "../../src/formats/tables/entity-tables.js";
import { drawTable, type ArticleResult } from "../../src/formats/tables/table.js";
import type { Location } from "../../src/model/place.js";
import { wherePrecision } from "../../src/link/places/where-precision.js";

const location: Location = {
  what: "city",
  name: "Oxmere",
  latitude: 1.5,
  longitude: -2.25,
  geonameid: 7,
  country: "XX",
  admin1: "North Oxshire",
  admin2: null,
  ofContainer: null,
  reason: "only place of that name",
  confidence: 0.9,
};
const result: ArticleResult = {
  article: { id: "a", title: null, text: "Oxmere and Nowhere.", publishedAt: null, source: null, place: null, language: null },
  origin: { file: "a.txt", record: null, offset: null },
  layer: {
    id: "a",
    title: null,
    publishedAt: null,
    textHash: null,
    mentions: [
      { kind: "place", start: 0, end: 6, text: "Oxmere", by: "test", confidence: 1, entity: "place:1" },
      { kind: "place", start: 11, end: 18, text: "Nowhere", by: "test", confidence: 1, entity: "place:2" },
    ],
    entities: [
      { id: "place:1", kind: "place", name: "Oxmere", aliases: [], mentions: 1, location },
      { id: "place:2", kind: "place", name: "Nowhere", aliases: [], mentions: 1 },
    ],
  },
  sentences: [],
  tokens: 0,
  duplicate: null,
  skipped: null,
};

describe("GeoJSON", () => {
  it("has a point for each place that is located, longitude first, and names the source of the coordinates", () => {
    const places = placeFeatures(drawTable(PLACES_TABLE, result).rows);
    const collection = JSON.parse(`${startGeoJson("places")}${places.join(",")}${GEOJSON_END}`) as {
      attribution: string;
      features: { geometry: unknown; properties: Record<string, unknown> }[];
    };
    expect(collection.attribution).toContain("GeoNames");
    expect(collection.features).toHaveLength(1);
    expect(collection.features[0]?.geometry).toEqual({ type: "Point", coordinates: [-2.25, 1.5] });
    expect(collection.features[0]?.properties).toMatchObject({
      article_id: "a",
      name: "Oxmere",
      admin1: "North Oxshire",
      reason: "only place of that name",
    });
  });

  it("is a collection also without features", () => {
    expect(JSON.parse(`${startGeoJson("incidents")}${GEOJSON_END}`)).toMatchObject({ type: "FeatureCollection", features: [] });
  });
});

describe("the precision of a point", () => {
  it("is that of UCDP: the place, near it, its district, its province, a region, its country, international waters", () => {
    const precisionOf = (further: Partial<Location>, before = "in "): number | null => wherePrecision({ ...location, ...further }, before);
    expect(precisionOf({})).toBe(1);
    expect(precisionOf({}, "a field near ")).toBe(2);
    expect(precisionOf({ what: "facility", ofContainer: "city" })).toBe(2);
    expect(precisionOf({ what: "facility", ofContainer: "admin1" })).toBe(4);
    expect(precisionOf({ what: "admin2" })).toBe(3);
    expect(precisionOf({ what: "admin1" })).toBe(4);
    expect(precisionOf({ what: "region" })).toBe(5);
    expect(precisionOf({ what: "country" })).toBe(6);
    expect(precisionOf({ what: "water", country: null })).toBe(7);
    expect(precisionOf({ what: "continent", country: null })).toBeNull();
  });
});
