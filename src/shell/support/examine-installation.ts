import { readdir, writeFile, rm, mkdtemp, readFile } from "node:fs/promises";
import { availableParallelism, freemem, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { checkOptions, extractorOf } from "../../extractor.js";
import { MODEL_CHOICES } from "../../model/options.js";
import { createPipeline } from "../../pipeline.js";
import {
  loadCountryShapes,
  loadGazetteer,
  loadGrouping,
  loadLexicons,
  loadNames,
  loadResources,
  MissingModelError,
  PACKAGE_ROOT,
} from "../load-resources.js";
import { tooFewOpenFiles } from "../open-files-limit.js";
import { packageVersion } from "../package-version.js";
import { otherEngine } from "../refuse-engine.js";

/** One thing that was looked at. */
export interface Examined {
  readonly what: string;
  /** `note`: not needed, or only slower without it. */
  readonly state: "ok" | "note" | "fault";
  /** What was found, and of a fault what to do. */
  readonly says: string;
}

/** Memory below which several workers get into each other's way. */
const LEAST_MEMORY = 2 ** 31;
const PROBE = { text: "At least 12 people were killed in Lima on Friday, police said.", publishedAt: "2025-03-11" };

const gigabytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`;

/** Looks at everything that a run needs: versions, models and gazetteer by their sums, memory, cores, a sentence that is read. */
export async function examineInstallation(): Promise<readonly Examined[]> {
  const engine = otherEngine();
  const found: Examined[] = [
    { what: "program", state: "ok", says: `dateline-news ${packageVersion()} in ${PACKAGE_ROOT}` },
    {
      what: "engine",
      state: engine === null ? "ok" : "fault",
      says: engine ?? `Node ${process.version}, V8 ${process.versions.v8}, ${process.platform} ${process.arch}`,
    },
    examineMemory(),
    examineOpenFiles(),
    await examine("temporary folder", writeTemporary),
    await examine("lexicons", async () => {
      const lexicons = await loadLexicons();
      return (
        `${lexicons.size} lists, ${[...lexicons.values()].reduce((sum, rows) => sum + rows.length, 0).toLocaleString("en-US")} ` +
        `rows, every cell as declared`
      );
    }),
    await examine("gazetteer", async () => {
      await loadGazetteer();
      return `whole; ${(await loadCountryShapes()).length} shapes of countries`;
    }),
    await examine("incident models", async () => `whole; ${(await loadGrouping()).shares.size.toLocaleString("en-US")} words with shares`),
  ];
  for (const model of MODEL_CHOICES) found.push(await examineModel(model));
  found.push(await examine("example", readExample));
  return found;
}

async function examine(what: string, look: () => Promise<string>): Promise<Examined> {
  try {
    return { what, state: "ok", says: await look() };
  } catch (error) {
    return { what, state: "fault", says: error instanceof Error ? error.message : String(error) };
  }
}

function examineMemory(): Examined {
  const [all, free, cores] = [totalmem(), freemem(), availableParallelism()];
  const small = all < LEAST_MEMORY;
  const advice = small ? "; give --jobs 1, each worker takes about 300 MB" : "";
  return {
    what: "machine",
    state: small ? "note" : "ok",
    says: `${cores} cores, ${gigabytes(all)} of memory, ${gigabytes(free)} free${advice}`,
  };
}

function examineOpenFiles(): Examined {
  const complaint = tooFewOpenFiles(availableParallelism());
  return { what: "open files", state: complaint === null ? "ok" : "fault", says: complaint ?? "enough for a worker a core" };
}

async function writeTemporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-"));
  await writeFile(join(folder, "probe"), "probe");
  const read = await readFile(join(folder, "probe"), "utf8");
  const left = (await readdir(folder)).length;
  await rm(folder, { recursive: true });
  if (read !== "probe" || left !== 1) throw new Error(`${folder}: what is written there is not read back. Set TMPDIR to another folder.`);
  return `${tmpdir()} can be written to`;
}

async function examineModel(model: (typeof MODEL_CHOICES)[number]): Promise<Examined> {
  const what = `model ${model}`;
  try {
    const { head } = await loadNames(model);
    return { what, state: "ok", says: `${head.name}, whole by its sha256` };
  } catch (error) {
    if (error instanceof MissingModelError)
      return { what, state: "note", says: `not installed; only --model ${model} needs it: npm install dateline-names-${model}` };
    return { what, state: "fault", says: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads a sentence whose findings are known. */
async function readExample(): Promise<string> {
  const options = checkOptions("doctor", {});
  const { mentions } = extractorOf(createPipeline(await loadResources(options), options))(PROBE);
  const found = mentions.map(({ kind, text }) => `${kind} ${text}`).join(", ");
  if (found !== "casualty At least 12, place Lima, date Friday")
    throw new Error(`"${PROBE.text}" gave ${found || "nothing"}. Install the package again; if that does not help, report it.`);
  return `"${PROBE.text}" → ${found}`;
}
