import { createPipeline, DEFAULT_OPTIONS } from "../src/pipeline.js";
import { loadResources } from "../src/shell/load-resources.js";

/** The pipeline with the options that nobody chose, built once for all test files of a worker. */
export const pipeline = createPipeline(await loadResources(DEFAULT_OPTIONS), DEFAULT_OPTIONS);
