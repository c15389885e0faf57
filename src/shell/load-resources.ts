import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readGazetteer, type Gazetteer } from "../gazetteer/read-gazetteer.js";
import { parseLexicon, type Lexicons } from "../lexicon/parse-lexicon.js";
import { hashWord } from "../collate/hash-word.js";
import type { GroupingResources } from "../collate/incidents/pair-model.js";
import type { VoteWeights } from "../collate/incidents/vote.js";
import type { WordShares } from "../collate/incidents/weigh-articles.js";
import type { ModelChoice, PipelineOptions } from "../model/options.js";
import type { Resources } from "../pipeline.js";
import { CASUALTY_LEXICONS } from "../recognize/casualties/declared-lexicons.js";
import type { CoreResources } from "../core.js";
import { refuseOtherEngines } from "./refuse-engine.js";
import { readWeights, type Weights } from "../recognize/names/read-weights.js";
import { PACKAGE_ROOT } from "./package-root.js";

export { PACKAGE_ROOT };

/** Reads lexicons and models of this package from disk. Throws where one is missing or malformed, naming the file. */
export async function loadResources(
  options: PipelineOptions,
  shared: (SharedFiles & { readonly lexicons: Lexicons }) | null = null,
): Promise<Resources> {
  refuseOtherEngines();
  const [lexicons, names, gazetteer] = await Promise.all([
    shared?.lexicons ?? loadLexicons(),
    loadNames(options.model, shared?.names),
    loadGazetteer(shared?.gazetteer),
  ]);
  return { lexicons, names, gazetteer };
}

/** Files of the package in memory that all threads read: worker threads need no copy each. */
export interface SharedFiles {
  readonly names: SharedArrayBuffer;
  readonly gazetteer: SharedArrayBuffer;
}

/** Files that are being read into memory which has their size already, so that threads can start while they are read. */
export interface FillingFiles {
  readonly files: SharedFiles;
  /** Resolves when all is read; rejects where a file cannot be, or is not the one that the package came with. */
  readonly filled: Promise<void>;
}

/** Begins to read what threads share from disk, once. */
export async function readSharedFiles(model: ModelChoice): Promise<FillingFiles> {
  const [names, gazetteer] = await Promise.all([readShared(weightsFile(model)), readShared(GAZETTEER_FILE)]);
  const fill = async (): Promise<void> => {
    await Promise.all([names.fill().then(() => checkWeights(model, new Uint8Array(names.bytes))), gazetteer.fill()]);
  };
  return {
    files: { names: names.bytes, gazetteer: gazetteer.bytes },
    filled: fill(),
  };
}

/** The places of the world. */
const GAZETTEER_FILE = join(PACKAGE_ROOT, "gazetteer", "places.bin");

/**
 * Reads `gazetteer/places.bin`, or takes its bytes where they are in memory. Throws where they are not those that the package
 * came with, naming the file.
 */
export async function loadGazetteer(shared?: SharedArrayBuffer, file: string = GAZETTEER_FILE): Promise<Gazetteer> {
  const bytes = shared ? new Uint8Array(shared) : await readFile(file);
  try {
    return readGazetteer(bytes, (part) => createHash("sha256").update(part).digest());
  } catch (error) {
    throw new Error(`${file} ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The package that holds the weights of a model which this one does not. */
const OWN_PACKAGES: Readonly<Partial<Record<ModelChoice, string>>> = {
  open: "dateline-names-open",
};

/** A model that is chosen and not installed; the message says how to get it. */
export class MissingModelError extends Error {
  override readonly name = "MissingModelError";
}

/** The folder of a model's weights and card. Throws MissingModelError where it is a package of its own and not there. */
export function modelFolder(model: ModelChoice): string {
  const own = OWN_PACKAGES[model];
  if (own === undefined) return join(PACKAGE_ROOT, "models", `names-${model}`);
  const inCheckout = join(PACKAGE_ROOT, "packages", `names-${model}`);
  if (existsSync(inCheckout)) return inCheckout;
  try {
    return dirname(createRequire(import.meta.url).resolve(`${own}/package.json`));
  } catch {
    throw new MissingModelError(
      `The model ${model} is a package of its own, which is not installed. Get it with "npm install ${own}", or leave --model at en.`,
    );
  }
}

const weightsFile = (model: ModelChoice): string => join(modelFolder(model), "weights.bin");

/** Throws where weights are not those that the model's card names. */
async function checkWeights(model: ModelChoice, bytes: Uint8Array): Promise<void> {
  const card = join(modelFolder(model), "card.json");
  const { sha256 } = JSON.parse(await readFile(card, "utf8")) as {
    readonly sha256?: unknown;
  };
  if (createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new Error(`${weightsFile(model)}: is not the file that ${card} names by its sha256. Install the package again.`);
}

/** Memory that threads share for the bytes of a file of this package, and what reads them into it. */
async function readShared(path: string): Promise<{
  readonly bytes: SharedArrayBuffer;
  readonly fill: () => Promise<void>;
}> {
  const file = await open(path);
  const { size } = await file.stat();
  const bytes = new SharedArrayBuffer(size);
  const fill = async (): Promise<void> => {
    try {
      for (let at = 0; at < size;) {
        const { bytesRead } = await file.read(new Uint8Array(bytes), at, size - at, at);
        if (bytesRead === 0) throw new Error(`${path}: ended after ${at} of ${size} bytes. Install the package again.`);
        at += bytesRead;
      }
    } finally {
      await file.close();
    }
  };
  return { bytes, fill };
}

/** Reads a model's `weights.bin`, or takes its bytes where they are in memory. */
export async function loadNames(model: ModelChoice, shared?: SharedArrayBuffer): Promise<Weights> {
  const file = weightsFile(model);
  const bytes = shared ?? (await readFile(file));
  if (!(bytes instanceof SharedArrayBuffer)) await checkWeights(model, bytes);
  try {
    // Views of shared memory are read like any other; nothing ever writes to it.
    return readWeights(bytes instanceof SharedArrayBuffer ? (bytes as unknown as ArrayBuffer) : bufferOf(bytes));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The buffer of a file's bytes: their own where they fill it, as those of large files do, else a copy. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): ArrayBuffer =>
  byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);

/** Reads `gazetteer/country-shapes.tsv`: code and path of each country. */
export async function loadCountryShapes(): Promise<readonly (readonly [code: string, path: string])[]> {
  const { value } = parseLexicon("country-shapes", await readFile(join(PACKAGE_ROOT, "gazetteer", "country-shapes.tsv"), "utf8"));
  return value.map(({ code = "", path = "" }) => [code, path] as const);
}

/** Reads what says which accounts tell of one incident: `models/incident-pairs/`. */
export async function loadGrouping(): Promise<GroupingResources> {
  const folder = join(PACKAGE_ROOT, "models", "incident-pairs");
  const read = async <Model>(name: string): Promise<Model> => JSON.parse(await readFile(join(folder, name), "utf8")) as Model;
  try {
    const words = (await loadLexicons(["harm-words"])).get("harm-words") ?? [];
    return {
      pairs: await read<GroupingResources["pairs"]>("trees.json"),
      neighbors: await read<GroupingResources["neighbors"]>("neighbor-trees.json"),
      shares: await loadWordShares(),
      votes: await loadVotes(),
      harm: new Set(words.map(({ word = "" }) => hashWord(word))),
    };
  } catch (error) {
    throw new Error(`${folder}: ${error instanceof Error ? error.message : String(error)}. Install the package again.`, { cause: error });
  }
}

/** Reads `models/incident-rows/weights.tsv`. */
export async function loadVotes(): Promise<VoteWeights> {
  const { value } = parseLexicon("weights", await readFile(join(PACKAGE_ROOT, "models", "incident-rows", "weights.tsv"), "utf8"));
  return new Map(value.map(({ field = "", evidence = "", weight }) => [`${field} ${evidence}`, Number(weight)]));
}

/** Reads `models/incident-pairs/word-shares.tsv`. */
export async function loadWordShares(): Promise<WordShares> {
  const { value } = parseLexicon("word-shares", await readFile(join(PACKAGE_ROOT, "models", "incident-pairs", "word-shares.tsv"), "utf8"));
  return new Map(value.map(({ word = "", articles }) => [hashWord(word), Number(articles) / 1000]));
}

/** Reads every `lexicons/*.tsv` (at once: they are small, and each wait would cost more than reading), or those of the names given. */
export async function loadLexicons(only: readonly string[] | null = null): Promise<Lexicons> {
  const folder = join(PACKAGE_ROOT, "lexicons");
  const files = only?.map((name) => `${name}.tsv`) ?? (await readdir(folder)).filter((file) => file.endsWith(".tsv")).sort();
  const lexicons = new Map<string, Lexicons extends ReadonlyMap<string, infer R> ? R : never>();
  for (const file of files) {
    const name = file.slice(0, -".tsv".length);
    const { value, diagnostics } = parseLexicon(name, readFileSync(join(folder, file), "utf8"), CASUALTY_LEXICONS[name]);
    const fault = diagnostics[0];
    if (fault) throw new Error(`${fault.place}: ${fault.message}`);
    lexicons.set(name, value);
  }
  return lexicons;
}

/** What `createCoreExtractor` of `dateline-news/core` takes, from this package: for who bundles it, or serves it to a page. */
export async function readCoreResources(): Promise<CoreResources> {
  const folder = join(PACKAGE_ROOT, "lexicons");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".tsv")).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  return {
    lexicons: Object.fromEntries(files.map((file, index) => [file.slice(0, -".tsv".length), texts[index] ?? ""])),
    names: await readFile(weightsFile("en")),
    gazetteer: await readFile(GAZETTEER_FILE),
  };
}
