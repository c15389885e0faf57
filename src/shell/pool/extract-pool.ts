import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { ArticleInput, ExtractResult } from "../../extractor.js";
import type { PipelineOptions } from "../../model/options.js";
import { mapInOrder } from "../batch/map-in-order.js";
import { readSharedFiles } from "../load-resources.js";

/** Threads that extract, so that the caller's own thread stays free. */
export interface ExtractPool {
  /** Extracts from one article in a thread that is free, or as soon as one is. Rejects as the extractor throws. */
  readonly extract: (article: ArticleInput) => Promise<ExtractResult>;
  /** Extracts from one article after the other as they come, some at once; results are in the order of the articles. */
  readonly extractAll: (articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput>) => AsyncGenerator<ExtractResult>;
  /** Ends the threads. What is under way is given up. May be called again. */
  readonly close: () => Promise<void>;
}

/** Starts threads that share the models in memory. */
export async function startPool(jobs: number | undefined, options: PipelineOptions): Promise<ExtractPool> {
  const threads = jobs ?? Math.min(4, availableParallelism());
  const { files, filled } = await readSharedFiles(options.model);
  await filled;
  const script = fileURLToPath(new URL("./pool-worker.js", import.meta.url)).replace(/([\\/])src([\\/]shell[\\/])/, "$1dist$2");
  const pool = new Tinypool({
    filename: script,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: { options, files },
  });
  const extract = async (article: ArticleInput): Promise<ExtractResult> => (await pool.run(article)) as ExtractResult;
  let closed: Promise<void> | null = null;
  return {
    extract,
    extractAll: (articles) => inOrder(articles, extract),
    close: () => (closed ??= pool.destroy()),
  };
}

async function* inOrder(
  articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput>,
  extract: (article: ArticleInput) => Promise<ExtractResult>,
): AsyncGenerator<ExtractResult> {
  const source = async function* (): AsyncGenerator<ArticleInput> {
    yield* articles;
  };
  yield* mapInOrder(source(), extract, ({ text }) => 2 * text.length);
}
