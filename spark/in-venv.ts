// Runs a command of the Spark package in a virtual environment that it makes; says what is missing on this machine.
//   node spark/in-venv.ts pytest | node spark/in-venv.ts python bench.py 2000
import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const VENV = join(HERE, ".venv");
const BIN = join(VENV, process.platform === "win32" ? "Scripts" : "bin");
/** The program cannot be run here, and nothing is wrong with it. */
const MISSING = 77;

const run = (command: string, args: readonly string[]): SpawnSyncReturns<Buffer> =>
  spawnSync(command, args, { stdio: "inherit", cwd: HERE });
const quiet = (command: string, args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(command, args, { stdio: "pipe", encoding: "utf8", cwd: HERE });

function missing(what: string): never {
  process.stderr.write(`spark: ${what}\n`);
  process.exit(MISSING);
}

const python = quiet("python3", ["-c", "import sys; print(sys.version_info >= (3, 10))"]);
if (python.status !== 0 || python.stdout.trim() !== "True") missing("Python 3.10 or later is missing (python3). Install it.");
if (quiet("java", ["-version"]).status !== 0) missing("Java 17 or later is missing (java). Install a runtime such as openjdk-17-jre.");
if (!existsSync(join(HERE, "..", "dist", "cli", "main.js"))) missing("the program is not built. Run npm run build.");
if (!existsSync(join(BIN, "pytest")) || quiet(join(BIN, "python"), ["-c", "import pyspark"]).status !== 0) {
  if (run("python3", ["-m", "venv", VENV]).status !== 0) missing("no virtual environment can be made: install python3-venv.");
  if (run(join(BIN, "pip"), ["install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]"]).status !== 0)
    missing("its libraries cannot be installed (pip install -e spark[dev]): is there a connection?");
}
const [command = "pytest", ...args] = process.argv.slice(2);
process.exit(run(join(BIN, command), args).status ?? 1);
