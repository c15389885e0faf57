import { workerData, type MessagePort } from "node:worker_threads";
import { Tinypool } from "tinypool";
import type { Wanted } from "../../formats/tables/draw-article.js";
import type { PipelineOptions } from "../../model/options.js";
import { createPipeline } from "../../pipeline.js";
import { collectNow } from "./engine-settings.js";
import { drawUnit } from "./draw-unit.js";
import type { InputUnit } from "../input/input-unit.js";
import { loadLexicons, loadResources } from "../load-resources.js";
import { packUnit } from "./pack-unit.js";
import { ownThread } from "../processor-time.js";
import { processUnit } from "./process-unit.js";
import type { UnitOptions } from "./unit-result.js";

// Libraries that read pages and documents talk to the console about what they cannot read; the faults that count are values.
// eslint-disable-next-line no-console -- it is silenced here
for (const method of ["log", "info", "warn", "error", "debug"] as const) console[method] = () => undefined;

// tinypool passes its own data first and ours second.
const [, { names, gazetteer, keptWords, threads, ready, ...options }] = workerData as [
  unknown,
  PipelineOptions & UnitOptions & SharedMemory,
];
const lexicons = await loadLexicons();
Atomics.wait(ready, 0, 0);
const pipeline = createPipeline({ ...(await loadResources(options, { names, gazetteer, lexicons })), keptWords }, options);

/** Memory that all workers of a run have. */
export interface SharedMemory {
  /** The name tagger's weights. */
  readonly names: SharedArrayBuffer;
  /** The places of the world. */
  readonly gazetteer: SharedArrayBuffer;
  /** What it has computed of words. */
  readonly keptWords: SharedArrayBuffer;
  /** 1 when the files are read. */
  readonly ready: Int32Array;
  /** Which thread each task under way runs in. */
  readonly threads: Int32Array;
}

export interface WorkerTask {
  readonly unit: InputUnit;
  /** What to draw; null draws nothing. */
  readonly wanted: Wanted | null;
  /** A buffer that the result may be packed into. */
  readonly spare: ArrayBuffer | null;
  /** Where this task says which thread it runs in. */
  readonly slot: number;
  /** Where parts of long articles go: each is answered when there is room for the next. Null takes articles whole. */
  readonly parts: MessagePort | null;
}

const thread = ownThread();

/** Parts of long articles that leave so much behind that it is worth collecting. */
const COLLECT_AFTER = 8;

/** One part is on its way at a time: the main thread holds no more than it can write. */
async function sendPart(port: MessagePort, json: string): Promise<void> {
  const taken = new Promise<void>((resume) => port.once("message", () => resume()));
  port.postMessage(json);
  await taken;
}

/** The task of a worker thread: one unit of the input in, its `UnitResult` out as a `PackedUnit`, whose buffer moves along. */
export default async function extract({ unit, wanted, spare, slot, parts }: WorkerTask): Promise<unknown> {
  Atomics.store(threads, slot, thread);
  let sent = 0;
  const send = parts && ((json: string): Promise<void> => sendPart(parts, json).then(() => void sent++));
  const result = await processUnit(pipeline, unit, options, send);
  parts?.close();
  const packed = packUnit(JSON.stringify(result), wanted && drawUnit(result, wanted), spare);
  if (sent > COLLECT_AFTER) collectNow();
  return Tinypool.move({ [Tinypool.valueSymbol]: packed, [Tinypool.transferableSymbol]: [packed.buffer] } as unknown as ArrayBuffer);
}
