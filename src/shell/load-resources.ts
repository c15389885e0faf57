import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseLexicon, type Lexicons } from "../lexicon/parse-lexicon.js";
import type { ModelChoice, PipelineOptions, Resources } from "../pipeline.js";
import { readWeights, type Weights } from "../recognize/names/read-weights.js";

/** The root of the package, where `lexicons/` and `models/` lie, both in the checkout and when installed. */
export const PACKAGE_ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Reads lexicons and models of this package from disk. Throws where one is missing or malformed, naming the file. */
export async function loadResources(options: PipelineOptions, sharedNames?: SharedArrayBuffer): Promise<Resources> {
  const [lexicons, names] = await Promise.all([loadLexicons(), loadNames(options.model, sharedNames)]);
  return { lexicons, names };
}

const weightsFile = (model: ModelChoice): string => join(PACKAGE_ROOT, "models", `names-${model}`, "weights.bin");

/** The bytes of `models/names-MODEL/weights.bin` in memory that all threads read: worker threads need no copy each. */
export async function readSharedNames(model: ModelChoice): Promise<SharedArrayBuffer> {
  const file = await open(weightsFile(model));
  try {
    const { size } = await file.stat();
    const shared = new SharedArrayBuffer(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(new Uint8Array(shared), at, size - at, at);
      if (bytesRead === 0) throw new Error(`${weightsFile(model)}: ended after ${at} of ${size} bytes. Install the package again.`);
      at += bytesRead;
    }
    return shared;
  } finally {
    await file.close();
  }
}

/** Reads `models/names-MODEL/weights.bin`, or takes its bytes where they are in memory. */
export async function loadNames(model: ModelChoice, shared?: SharedArrayBuffer): Promise<Weights> {
  const file = weightsFile(model);
  const bytes = shared ?? await readFile(file);
  try {
    // Views of shared memory are read like any other; nothing ever writes to it.
    return readWeights(bytes instanceof SharedArrayBuffer ? (bytes as unknown as ArrayBuffer) : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads every `lexicons/*.tsv`, or those of the names given. */
export async function loadLexicons(only: readonly string[] | null = null): Promise<Lexicons> {
  const folder = join(PACKAGE_ROOT, "lexicons");
  const files = only?.map((name) => `${name}.tsv`) ?? (await readdir(folder)).filter((file) => file.endsWith(".tsv")).sort();
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
