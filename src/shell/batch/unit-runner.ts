import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Tinypool } from "tinypool";
import type { Wanted } from "../../formats/tables/draw-article.js";
import type { PipelineOptions } from "../../model/options.js";
import { keptWordsBytes } from "../../recognize/names/word-gates.js";
import type { DrawnUnit } from "./draw-unit.js";
import type { Spool } from "./spool.js";
import { boundHeaps, holdYoungSpaces, spareCompiler } from "./engine-settings.js";
import type { SharedMemory, WorkerTask } from "./extract-worker.js";
import { placeOf, type InputUnit } from "../input/input-unit.js";
import { readSharedFiles } from "../load-resources.js";
import type { PackedUnit } from "./pack-unit.js";
import { threadSeconds, watchWork } from "../processor-time.js";
import { rejection, type UnitOptions, type UnitResult } from "./unit-result.js";
import { readPdf } from "../input/read-pdf.js";

export interface RunnerOptions extends PipelineOptions, UnitOptions {
  /** Worker threads, at least 1. */
  readonly jobs: number;
  /** Seconds of processor time that one unit may take. */
  readonly timeLimit: number;
  /** Seconds more for each million bytes of it. */
  readonly timePerMegabyte?: number;
}

/** What came of running a unit: its `UnitResult` as JSON. */
export interface RanUnit {
  readonly json: string | Uint8Array;
  /** What the files hold of it; null where nothing was drawn, and it can be from the JSON. */
  readonly drawn: DrawnUnit | null;
  /** Where the bytes of both lie. To be given to `reuse` when they are no longer needed. */
  readonly buffer: ArrayBuffer | null;
  /** False where another try may end otherwise. */
  readonly lasting: boolean;
  /** The parts of its long articles; null where there are none. To be closed when they are no longer needed. */
  readonly parts: Spool | null;
}

export interface UnitRunner {
  /**
   * Runs a unit in a worker, which draws the tables too if given what else is wanted. A unit that fails or passes its limits
   * yields a rejection. Rejects only where a spool cannot be written.
   *
   * @param openSpool opens what the parts of long articles are kept in; without it they are whole like all others.
   */
  readonly run: (unit: InputUnit, wanted: Wanted | null, openSpool?: (() => Spool) | null) => Promise<RanUnit>;
  /** Takes back the buffer of a result, for another one. */
  readonly reuse: (buffer: ArrayBuffer) => void;
  /** Ends the workers. May be called again. */
  readonly close: () => Promise<void>;
}

/** Heap of a worker in MB; an article that needs more is rejected. */
const WORKER_HEAP_MB = 1024;

/** Seconds of processor time for each million bytes, unless said otherwise: several times what the slowest texts take. */
const TIME_PER_MEGABYTE = 60;

/** Units after which young spaces are told again not to grow. */
const HOLD_EVERY = 32;

/** Buffers that are kept for further results, and bytes of the largest. */
const SPARES = 16;
const SPARE_BYTES = 1_000_000;

/**
 * Starts worker threads as they are needed, up to `jobs`. A unit that passes its time limit or exhausts its worker's
 * memory costs its worker, which is replaced, and nothing else.
 */
export async function startUnitRunner({
  jobs,
  timeLimit,
  timePerMegabyte = TIME_PER_MEGABYTE,
  ...options
}: RunnerOptions): Promise<UnitRunner> {
  boundHeaps();
  spareCompiler();
  const threads = new Int32Array(new SharedArrayBuffer(4 * jobs));
  const { files, filled } = await readSharedFiles(options.model);
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const shared: SharedMemory = {
    threads,
    ready,
    ...files,
    keptWords: new SharedArrayBuffer(keptWordsBytes(jobs)),
  };
  const script = fileURLToPath(new URL("./extract-worker.js", import.meta.url)).replace(/([\\/])src([\\/]shell[\\/])/, "$1dist$2");
  const pool = new Tinypool({
    filename: script,
    minThreads: 1,
    maxThreads: jobs,
    idleTimeout: 60_000,
    workerData: { ...options, ...shared },
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: 8 },
  });
  // A worker that cannot start fails the task that it was started for; said a second time, it would end the program.
  pool.on("error", () => undefined);
  // The first worker loads its code while files are read.
  try {
    await filled;
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  Atomics.store(ready, 0, 1);
  Atomics.notify(ready, 0);
  /** Numbers of tasks that may run at once; each is where its worker's thread says which one it is. */
  const free = Array.from({ length: jobs }, (_, slot) => slot);
  const waiting: ((slot: number) => void)[] = [];
  const enter = async (): Promise<number> => free.pop() ?? (await new Promise<number>((resume) => waiting.push(resume)));
  const leave = (slot: number): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else free.push(slot);
  };

  const spares: ArrayBuffer[] = [];
  let done = 0;
  let closed: Promise<void> | null = null;
  const inWorker = async (unit: InputUnit, wanted: Wanted | null, slot: number, openSpool: (() => Spool) | null): Promise<RanUnit> => {
    const bytes = ownBytes(unit.bytes);
    const limit = timeLimit + (timePerMegabyte * bytes.length) / 1e6;
    const aborter = new AbortController();
    Atomics.store(threads, slot, 0);
    const before = processorSeconds();
    const endWatch = watchWork({
      limit,
      worked: () => threadSeconds(Atomics.load(threads, slot)),
      atMost: () => processorSeconds() - before,
      onLimit: () => aborter.abort(),
    });
    const parts = openSpool && takeParts(openSpool, () => aborter.abort());
    try {
      const spare = spares.pop() ?? null;
      const task: WorkerTask = { unit: { ...unit, bytes }, wanted, spare, slot, parts: parts && parts.port };
      const packed = (await pool.run(task, {
        signal: aborter.signal,
        transferList: [bytes.buffer, ...(spare ? [spare] : []), ...(parts ? [parts.port] : [])],
      })) as PackedUnit;
      // The first results show that workers have loaded their models, for which they need room.
      if (++done % HOLD_EVERY === 0) holdYoungSpaces();
      return { ...packed, lasting: true, parts: parts && parts.spool() };
    } catch (error) {
      parts?.spool()?.close();
      const fault = parts?.fault();
      if (fault) throw fault;
      const { code, message } = error as { readonly code?: string; readonly message: string };
      const [reject, reason] = aborter.signal.aborted
        ? ["time-limit", `Took more than ${Math.round(limit)} s of processor time and was stopped. Give more with --time-limit.`]
        : code === "ERR_WORKER_OUT_OF_MEMORY"
          ? ["memory-limit", `Took more than ${WORKER_HEAP_MB} MB of memory and was stopped.`]
          : ["internal-fault", `The program failed on this input: ${message.split("\n")[0]}. Please report it.`];
      return { json: rejected(unit, reject as string, reason as string), drawn: null, buffer: null, lasting: false, parts: null };
    } finally {
      parts?.close();
      endWatch();
    }
  };

  return {
    run: async (unit, wanted, openSpool = null) => {
      const slot = await enter();
      try {
        if (unit.ending !== ".pdf") return await inWorker(unit, wanted, slot, openSpool);
        const pdf = await readPdf(unit.bytes);
        if ("reason" in pdf)
          return { json: rejected(unit, pdf.code, pdf.reason), drawn: null, buffer: null, lasting: pdf.code !== "pdf-limit", parts: null };
        return await inWorker({ ...unit, bytes: Buffer.from(pdf.json), charset: "utf-8" }, wanted, slot, openSpool);
      } finally {
        leave(slot);
      }
    },
    reuse: (buffer) => {
      if (spares.length < SPARES && buffer.byteLength <= SPARE_BYTES) spares.push(buffer);
    },
    close: () => (closed ??= pool.destroy()),
  };
}

/** The parts of one unit on their way from its worker to a spool. */
interface PartsTaken {
  /** Goes to the worker. */
  readonly port: MessagePort;
  /** What they were written to; null where none came. */
  readonly spool: () => Spool | null;
  /** The error of a disk that did not take one; null else. */
  readonly fault: () => Error | null;
  readonly close: () => void;
}

/** Bytes from which a buffer is sent itself and not copied. */
const LARGE = 1_000_000;

/** Bytes that can be sent to a thread: a copy, since what is sent is the whole buffer behind them, which may be a piece of a file. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAll = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAll && bytes.byteLength >= LARGE ? new Uint8Array(buffer) : new Uint8Array(bytes);
}

/** Writes what a worker sends, piece by piece, and tells it that there is room for more. */
function takeParts(openSpool: () => Spool, onFault: () => void): PartsTaken {
  const { port1, port2 } = new MessageChannel();
  let spool: Spool | null = null;
  let fault: Error | null = null;
  port1.on("message", (json: string) => {
    try {
      if (!spool) holdYoungSpaces();
      spool ??= openSpool();
      spool.append(json);
      port1.postMessage(null);
    } catch (error) {
      fault = error as Error;
      onFault();
    }
  });
  return { port: port2, spool: () => spool, fault: () => fault, close: () => port1.close() };
}

/** Seconds of processor time of all threads of this process. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rejected(unit: InputUnit, code: string, reason: string): string {
  const result: UnitResult = { items: [rejection(null, placeOf(unit), code, reason)], warnings: [] };
  return JSON.stringify(result);
}
