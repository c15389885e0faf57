import { COORDINATES_SOURCE } from "./coordinates-source.js";
import { ARTICLE_INCIDENTS_TABLE } from "./tables/incident-tables.js";
import { PLACES_TABLE } from "./tables/entity-tables.js";
import type { ArticleResult, Cell } from "./tables/table.js";

/** The layers that `--format geojson` writes, a file each. */
export const GEOJSON_LAYERS = ["places", "incidents"] as const;
export type GeoJsonLayer = (typeof GEOJSON_LAYERS)[number];

/** The beginning of a layer (RFC 7946, a FeatureCollection); its features follow with commas between, then {@link GEOJSON_END}. */
export const startGeoJson = (layer: GeoJsonLayer): string =>
  `{"type":"FeatureCollection","name":${JSON.stringify(layer)},"attribution":` +
  `${JSON.stringify(`Coordinates: ${COORDINATES_SOURCE.title} (${COORDINATES_SOURCE.path}), ${COORDINATES_SOURCE.license}`)},"features":[`;

export const GEOJSON_END = "\n]}\n";

/** The features of the incidents of one article whose place is located. Their properties are the columns of article_incidents.csv. */
export function incidentFeatures(result: ArticleResult): readonly string[] {
  const locationOf = new Map(result.layer.entities.map(({ id, location }) => [id, location ?? null] as const));
  const { columns, rows } = ARTICLE_INCIDENTS_TABLE;
  return rows(result).flatMap((row) => {
    const location = locationOf.get(row.incident.place?.entity ?? "") ?? null;
    if (!location) return [];
    const cells = columns.map(({ cell }) => cell(row));
    return [featureOf(location.longitude, location.latitude, columns, cells)];
  });
}

/** The features of rows of places that are located. Their properties are the columns of places.csv. */
export function placeFeatures(rows: readonly (readonly Cell[])[]): readonly string[] {
  const { columns } = PLACES_TABLE;
  const [latitude = -1, longitude = -1] = ["latitude", "longitude"].map((name) => columns.findIndex((column) => column.name === name));
  return rows.flatMap((row) => {
    const [north, east] = [row[latitude], row[longitude]];
    return typeof north === "number" && typeof east === "number" ? [featureOf(east, north, columns, row)] : [];
  });
}

/** Columns that the geometry says. */
const GEOMETRY: ReadonlySet<string> = new Set(["latitude", "longitude"]);

function featureOf(longitude: number, latitude: number, columns: readonly { readonly name: string }[], cells: readonly Cell[]): string {
  const properties = Object.fromEntries(
    columns.flatMap(({ name }, index) => (GEOMETRY.has(name) ? [] : [[name, cells[index] ?? null] as const])),
  );
  return JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates: [longitude, latitude] }, properties });
}
