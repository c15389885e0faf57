import { answerRequests } from "../../shell/engine/answer-requests.js";
import { collateLines } from "../../shell/engine/collate-lines.js";
import { describeEngine } from "../../shell/engine/describe-engine.js";
import { parseRequest } from "../../shell/engine/engine-request.js";
import { selectFile } from "../../shell/engine/select-files.js";
import { createLineSettler, type SettleRequest } from "../../shell/engine/settle-lines.js";
import { splitLines } from "../../shell/input/byte-streams.js";
import { readDecisions } from "../../shell/input/read-decisions.js";
import { startUnitRunner } from "../../shell/batch/unit-runner.js";
import { CommandFault, EXIT } from "../exit-codes.js";
import { takeNames } from "./take-names.js";
import type { EngineOptions, EngineTask } from "./engine.js";

/** Longest line of a request: an article of the longest, escaped. */
const LINE_BYTES = 200_000_000;

/** Answers on standard output what is asked on standard input, until that ends. */
export async function runEngine(task: EngineTask, options: EngineOptions): Promise<void> {
  for await (const piece of TASKS[task](options)) {
    if (!process.stdout.write(piece)) await new Promise((resume) => process.stdout.once("drain", resume));
  }
}

/** What each task writes, in pieces: lines with their ends. */
const TASKS: Readonly<Record<EngineTask, (options: EngineOptions) => AsyncGenerator<string>>> = {
  describe: async function* () {
    yield `${await describeEngine()}\n`;
  },
  select: async function* () {
    for await (const name of linesOf((line) => String(JSON.parse(textOf(line))))) yield `${JSON.stringify(selectFile(name))}\n`;
  },
  annotate: async function* (options) {
    const { minConfidence, profile, model, biasCountry = null, timeLimit } = options;
    const defaultDate = options.date ?? null;
    const anyLanguage = options.anyLanguage === true;
    const knownNames = await takeNames(options.names);
    const runner = await startUnitRunner({
      jobs: 1,
      timeLimit,
      minConfidence,
      profile,
      model,
      biasCountry,
      knownNames,
      defaultDate,
      anyLanguage,
      dateOrder: options.dateOrder ?? null,
    });
    try {
      const requests = linesOf((line, number) => parseRequest(line, number));
      yield* answerRequests(requests, { runner, fields: options.fields ?? null, dateOrder: options.dateOrder ?? null });
    } finally {
      await runner.close();
    }
  },
  settle: async function* () {
    const settle = createLineSettler();
    for await (const request of linesOf((line) => JSON.parse(textOf(line)) as SettleRequest)) yield `${JSON.stringify(settle(request))}\n`;
  },
  collate: async function* (options) {
    const decisions = options.decisions === undefined ? [] : await readDecisions(options.decisions);
    for await (const line of collateLines(linesOf(textOf), decisions)) yield `${line}\n`;
  },
};

async function* linesOf<T>(parse: (line: Uint8Array, number: number) => T): AsyncGenerator<T> {
  for await (const { bytes, number } of splitLines(process.stdin, LINE_BYTES)) {
    if (bytes === null) throw new CommandFault(`<stdin>:${number}: is longer than ${LINE_BYTES / 1e6} MB; send less a line.`, EXIT.files);
    if (bytes.length === 0) continue;
    try {
      yield parse(bytes, number);
    } catch (error) {
      throw new CommandFault((error as Error).message, EXIT.usage);
    }
  }
}

const textOf = (line: Uint8Array): string => Buffer.from(line.buffer, line.byteOffset, line.length).toString("utf8");
