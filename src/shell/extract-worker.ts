import { workerData } from "node:worker_threads";
import { createPipeline, type PipelineOptions } from "../pipeline.js";
import type { InputUnit } from "./input-unit.js";
import { loadResources } from "./load-resources.js";
import { processUnit } from "./process-unit.js";
import type { UnitOptions } from "./unit-result.js";

// tinypool passes its own data first and ours second.
const [, { names, ...options }] = workerData as [unknown, PipelineOptions & UnitOptions & { readonly names: SharedArrayBuffer }];
const pipeline = createPipeline(await loadResources(options, names), options);

/** The task of a worker thread: one unit of the input in, its `UnitResult` as JSON out. */
export default async function extract(unit: InputUnit): Promise<string> {
  return JSON.stringify(await processUnit(pipeline, unit, options));
}
