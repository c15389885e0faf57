import { workerData } from "node:worker_threads";
import { extractorOf, type ArticleInput, type ExtractResult } from "../../extractor.js";
import type { PipelineOptions } from "../../model/options.js";
import { createPipeline } from "../../pipeline.js";
import { loadLexicons, loadResources, type SharedFiles } from "../load-resources.js";

// tinypool passes its own data first and ours second.
const [, { options, files }] = workerData as [unknown, { readonly options: PipelineOptions; readonly files: SharedFiles }];
const extract = extractorOf(createPipeline(await loadResources(options, { ...files, lexicons: await loadLexicons() }), options));

/** The task of a thread of the library: an article in, what was found in it out. */
export default function run(article: ArticleInput): ExtractResult {
  return extract(article);
}
