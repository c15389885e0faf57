import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./package-root.js";

/** The version in this package's package.json. */
export function packageVersion(): string {
  return (
    JSON.parse(readFileSync(join(PACKAGE_ROOT, "package.json"), "utf8")) as {
      version: string;
    }
  ).version;
}

/** The installed version of a dependency; null where its package.json cannot be found. */
export function dependencyVersion(name: string): string | null {
  for (const root of [join(PACKAGE_ROOT, "node_modules"), join(PACKAGE_ROOT, "..")]) {
    try {
      return (
        JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as {
          version: string;
        }
      ).version;
    } catch {
      continue;
    }
  }
  return null;
}
