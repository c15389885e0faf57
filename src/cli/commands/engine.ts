import { Argument, Command } from "commander";
import { addPipelineOptions, type PipelineChoices } from "./pipeline-options.js";

/** What a distributed engine has done by the program. */
export const ENGINE_TASKS = ["describe", "select", "annotate", "settle", "collate"] as const;
export type EngineTask = (typeof ENGINE_TASKS)[number];

export interface EngineOptions extends PipelineChoices {
  readonly decisions?: string;
}

/** `dateline engine`: the door for engines that spread the work over machines; lines of JSON in, lines of JSON out. */
export function engineCommand(): Command {
  const command = new Command("engine")
    .description("answer another program, such as dateline-spark: lines of JSON in, lines of JSON out (docs/SPARK.md)")
    .addArgument(new Argument("<task>", "what the lines ask for").choices(ENGINE_TASKS))
    .option("--decisions <file>", "what people decided about incidents and entities; for collate");
  return addPipelineOptions(command).action(async (task: EngineTask, options: EngineOptions) => {
    const { runEngine } = await import("./run-engine.js");
    await runEngine(task, options);
  });
}
