import type { Location } from "../model/place.js";
import { COORDINATES_SOURCE } from "./coordinates-source.js";
import { ARTICLE_INCIDENTS_TABLE } from "./tables/incident-tables.js";
import { CORPUS_ID, PLACES_TABLE } from "./tables/entity-tables.js";
import type { ArticleResult, Table } from "./tables/table.js";

/** The layers that `--format geojson` writes, a file each. */
export const GEOJSON_LAYERS = ["places", "incidents"] as const;
export type GeoJsonLayer = (typeof GEOJSON_LAYERS)[number];

/** The beginning of a layer (RFC 7946, a FeatureCollection); its features follow with commas between, then {@link GEOJSON_END}. */
export const startGeoJson = (layer: GeoJsonLayer): string =>
  `{"type":"FeatureCollection","name":${JSON.stringify(layer)},"attribution":` +
  `${JSON.stringify(`Coordinates: ${COORDINATES_SOURCE.title} (${COORDINATES_SOURCE.path}), ${COORDINATES_SOURCE.license}`)},"features":[`;

export const GEOJSON_END = "\n]}\n";

/**
 * The features of one article: each located place, and each incident whose place is located. Their properties are the columns
 * of places.csv, without `corpus_id`, and of article_incidents.csv.
 */
export function geoJsonFeatures(result: ArticleResult): Readonly<Record<GeoJsonLayer, readonly string[]>> {
  const locationOf = new Map(result.layer.entities.map(({ id, location }) => [id, location ?? null] as const));
  return {
    places: featuresOf(PLACES_TABLE, result, ({ entity }) => entity.location ?? null),
    incidents: featuresOf(ARTICLE_INCIDENTS_TABLE, result, ({ incident }) => locationOf.get(incident.place?.entity ?? "") ?? null),
  };
}

/** Columns that the geometry says, and the one that is known last. */
const LEFT_OUT: ReadonlySet<string> = new Set(["latitude", "longitude", CORPUS_ID.name]);

function featuresOf<Row>(table: Table<Row>, result: ArticleResult, locationOf: (row: Row) => Location | null): readonly string[] {
  return table.rows(result).flatMap((row) => {
    const location = locationOf(row);
    if (!location) return [];
    const properties = Object.fromEntries(
      table.columns.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name, cell }) => [name, cell(row)] as const),
    );
    return [
      JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates: [location.longitude, location.latitude] }, properties }),
    ];
  });
}
