import { readGazetteer } from "./gazetteer/read-gazetteer.js";
import { parseLexicon, type Lexicons } from "./lexicon/parse-lexicon.js";
import { checkOptions, extractorOf, type Extractor, type ExtractorOptions } from "./extractor.js";
import { createPipeline } from "./pipeline.js";
import { CASUALTY_LEXICONS } from "./recognize/casualties/declared-lexicons.js";
import { readWeights } from "./recognize/names/read-weights.js";

export { drawTables } from "./extractor.js";
export type { ArticleInput, Extractor, ExtractorOptions, ExtractResult } from "./extractor.js";
export type { Cell, ColumnType, TableRows } from "./formats/tables/table.js";

/** What the program reads beside articles, as bytes: a page or a server fetches them as it likes. */
export interface CoreResources {
  /** `lexicons/*.tsv` of the package, text by name without the ending. */
  readonly lexicons: Readonly<Record<string, string>>;
  /** `models/names-en/weights.bin`. */
  readonly names: Uint8Array;
  /** `gazetteer/places.bin`. */
  readonly gazetteer: Uint8Array;
}

/**
 * The extractor without a world: no disk, no network, nothing of Node, so that it runs in a browser, in a worker of one and
 * in any bundle. The same article gives the same result as under Node.
 *
 * @throws Error where a resource is damaged, TypeError or RangeError where an option is wrong, naming it.
 */
export function createCoreExtractor({ lexicons, names, gazetteer }: CoreResources, options: ExtractorOptions = {}): Extractor {
  const checked = checkOptions("createCoreExtractor", options);
  const parsed = new Map<string, Lexicons extends ReadonlyMap<string, infer Rows> ? Rows : never>();
  // In the order of their names, as they are read from a disk.
  for (const name of Object.keys(lexicons).sort()) {
    const { value, diagnostics } = parseLexicon(name, lexicons[name] ?? "", CASUALTY_LEXICONS[name]);
    const fault = diagnostics[0];
    if (fault) throw new Error(`${fault.place}: ${fault.message}`);
    parsed.set(name, value);
  }
  const weights = readWeights(names.buffer.slice(names.byteOffset, names.byteOffset + names.byteLength) as ArrayBuffer);
  return extractorOf(createPipeline({ lexicons: parsed, names: weights, gazetteer: readGazetteer(gazetteer, null) }, checked));
}
