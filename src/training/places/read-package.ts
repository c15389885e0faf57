import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readGazetteer } from "../../gazetteer/read-gazetteer.js";
import { parseLexicon } from "../../lexicon/parse-lexicon.js";
import type { Resources } from "../../pipeline.js";
import { readWeights } from "../../recognize/names/read-weights.js";

/** What the pipeline needs, from the checkout at `root`. */
export function readPackage(root: string): Resources {
  const files = readdirSync(join(root, "lexicons")).filter((file) => file.endsWith(".tsv"));
  const lexicons = new Map(
    files.map((file) => {
      const name = file.slice(0, -".tsv".length);
      return [name, parseLexicon(name, readFileSync(join(root, "lexicons", file), "utf8")).value] as const;
    }),
  );
  const weights = readFileSync(join(root, "models", "names-en", "weights.bin"));
  const gazetteer = readGazetteer(readFileSync(join(root, "gazetteer", "places.bin")), (bytes) =>
    createHash("sha256").update(bytes).digest(),
  );
  return { lexicons, names: readWeights(weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength)), gazetteer };
}
