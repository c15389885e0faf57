import { workerData } from "node:worker_threads";
import { createPipeline, type PipelineOptions } from "../pipeline.js";
import { drawUnit } from "./draw-unit.js";
import type { InputUnit } from "./input-unit.js";
import { loadResources } from "./load-resources.js";
import { processUnit } from "./process-unit.js";
import type { UnitOptions } from "./unit-result.js";
import type { RanUnit } from "./unit-runner.js";

// tinypool passes its own data first and ours second.
const [, { names, ...options }] = workerData as [unknown, PipelineOptions & UnitOptions & { readonly names: SharedArrayBuffer; readonly draw: boolean }];
const pipeline = createPipeline(await loadResources(options, names), options);

/** The task of a worker thread: one unit of the input in, its `UnitResult` as JSON out, drawn if asked for. */
export default async function extract(unit: InputUnit): Promise<Omit<RanUnit, "lasting">> {
  const result = await processUnit(pipeline, unit, options);
  return { json: JSON.stringify(result), drawn: options.draw ? drawUnit(result) : null };
}
