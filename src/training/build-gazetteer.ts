import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packGazetteer } from "../gazetteer/pack-gazetteer.js";
import { readGazetteer } from "../gazetteer/read-gazetteer.js";
import { parseLexicon } from "../lexicon/parse-lexicon.js";
import { fetchPackages } from "./gazetteer/fetch-packages.js";
import { gatherRows } from "./gazetteer/gather-rows.js";

/**
 * `npm run build:gazetteer [FOLDER]`: fetches the packages of `fetch-packages.ts` into FOLDER (`.cache/gazetteer`) and
 * writes `gazetteer/places.bin`. The points of countries are `gazetteer/country-points.tsv`.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = process.argv[2] ?? join(root, ".cache", "gazetteer");
const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const points = parseLexicon("country-points", readFileSync(join(root, "gazetteer", "country-points.tsv"), "utf8")).value;
const rows = gatherRows(fetchPackages(folder), new Map(points.map((row) => [row["code"] ?? "", { latitude: Number(row["latitude"]), longitude: Number(row["longitude"]) }])));
const packed = packGazetteer(rows, sha256);
const file = join(root, "gazetteer", "places.bin");
writeFileSync(file, packed);
const { size } = readGazetteer(packed, sha256);
process.stdout.write(`${file}: ${size} places, ${packed.length} bytes, sha256 ${createHash("sha256").update(packed).digest("hex")}\n`);
