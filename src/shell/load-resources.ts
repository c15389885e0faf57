import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseLexicon, type Lexicons } from "../lexicon/parse-lexicon.js";
import type { ModelChoice, PipelineOptions, Resources } from "../pipeline.js";
import { readWeights, type Weights } from "../recognize/names/read-weights.js";

/** The root of the package, where `lexicons/` and `models/` lie, both in the checkout and when installed. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Reads lexicons and models of this package from disk. Throws where one is missing or malformed, naming the file. */
export async function loadResources(options: PipelineOptions): Promise<Resources> {
  const [lexicons, names] = await Promise.all([loadLexicons(), loadNames(options.model)]);
  return { lexicons, names };
}

/** Reads `models/names-MODEL/weights.bin`. */
export async function loadNames(model: ModelChoice): Promise<Weights> {
  const file = join(PACKAGE_ROOT, "models", `names-${model}`, "weights.bin");
  const bytes = await readFile(file);
  try {
    return readWeights(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads every `lexicons/*.tsv`. */
export async function loadLexicons(folder: string = join(PACKAGE_ROOT, "lexicons")): Promise<Lexicons> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".tsv")).sort();
  const lexicons = new Map<string, Lexicons extends ReadonlyMap<string, infer R> ? R : never>();
  for (const file of files) {
    const name = file.slice(0, -".tsv".length);
    const { value, diagnostics } = parseLexicon(name, await readFile(join(folder, file), "utf8"));
    const fault = diagnostics[0];
    if (fault) throw new Error(`${fault.place}: ${fault.message}`);
    lexicons.set(name, value);
  }
  return lexicons;
}
