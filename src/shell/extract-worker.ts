import type { Article } from "../model/article.js";
import { createPipeline, type PipelineOptions } from "../pipeline.js";
import { loadResources } from "./load-resources.js";
import { processArticle, type ProcessedArticle } from "./process-article.js";
import { workerData } from "node:worker_threads";

// tinypool passes its own data first and ours second.
const [, options] = workerData as [unknown, PipelineOptions];
const pipeline = createPipeline(await loadResources(options), options);

/** The task of a worker thread: one article in, its findings or the message of its fault out. */
export default function extract(article: Article): ProcessedArticle | { readonly fault: string } {
  try {
    return processArticle(pipeline, article);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
