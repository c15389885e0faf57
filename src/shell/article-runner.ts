import { fileURLToPath } from "node:url";
import type { Article } from "../model/article.js";
import { createPipeline, type PipelineOptions } from "../pipeline.js";
import { loadResources } from "./load-resources.js";
import { processArticle, type ProcessedArticle } from "./process-article.js";

/** Runs articles through the pipeline, in this thread or in several. */
export interface ArticleRunner {
  /** Resolves to the findings, or to the message of the fault that the article met. */
  readonly run: (article: Article) => Promise<ProcessedArticle | { readonly fault: string }>;
  /** How many articles may usefully be under way at once. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

/** Loads the resources and starts `jobs` worker threads (1: none, all runs in this thread). */
export async function startRunner(jobs: number, options: PipelineOptions): Promise<ArticleRunner> {
  if (jobs === 1) {
    const pipeline = createPipeline(await loadResources(options), options);
    return {
      width: 1,
      run: async (article) => {
        try {
          return processArticle(pipeline, article);
        } catch (error) {
          return { fault: error instanceof Error ? error.message : String(error) };
        }
      },
      close: async () => undefined,
    };
  }
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./extract-worker.js", import.meta.url)),
    minThreads: jobs, maxThreads: jobs, workerData: options,
  });
  return { width: jobs * 4, run: (article) => pool.run(article) as Promise<ProcessedArticle>, close: () => pool.destroy() };
}

/**
 * Maps `source` through `run` with up to `width` items under way, giving results in the order of the source, so that
 * output does not depend on the number of workers.
 */
export async function* mapInOrder<A, B>(source: AsyncIterable<A>, width: number, run: (item: A) => Promise<B>): AsyncGenerator<B> {
  const pending: Promise<B>[] = [];
  for await (const item of source) {
    pending.push(run(item));
    if (pending.length >= width) yield await (pending.shift() as Promise<B>);
  }
  for (const last of pending) yield await last;
}
