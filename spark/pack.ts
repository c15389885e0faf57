// Makes spark/dateline.tar.gz: the built program with its models and the libraries that it runs on, for `--archives`.
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..");
const ARCHIVE = join(HERE, "dateline.tar.gz");
/** What the program reads of itself while it runs. */
const OWN = ["package.json", "LICENSE", "dist", "lexicons", "models", "gazetteer", "schemas"];

if (!existsSync(join(ROOT, "dist", "cli", "main.js"))) {
  process.stderr.write("dist/cli/main.js: is not there. Run npm run build first.\n");
  process.exit(4);
}
const listed = execFileSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], { cwd: ROOT, encoding: "utf8" });
const libraries = listed
  .split("\n")
  .filter((path) => path !== "" && path !== ROOT)
  .map((path) => relative(ROOT, path))
  .filter((path) => path.startsWith("node_modules"));
// A library within another one comes along with that.
const outer = libraries.filter((path) => !libraries.some((other) => other !== path && path.startsWith(`${other}/`)));
execFileSync(
  "tar",
  ["-czf", ARCHIVE, "--exclude=*.map", "--exclude=*.d.ts", "--exclude=dist/training", "--exclude=names-open", ...OWN, ...outer],
  { cwd: ROOT, stdio: "inherit" },
);
process.stdout.write(
  `${relative(process.cwd(), ARCHIVE)}: ${(statSync(ARCHIVE).size / 1e6).toFixed(1)} MB; send it with --archives ${relative(process.cwd(), ARCHIVE)}#dateline\n`,
);
