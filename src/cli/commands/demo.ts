import { Command } from "commander";

/** `dateline demo`: a small corpus and its tables, to look at before one has articles of one's own. */
export function demoCommand(): Command {
  return new Command("demo")
    .description("write five invented articles and their tables into an empty folder")
    .argument("[dir]", "the folder, which is made where it is not there", "dateline-demo")
    .action(async (folder: string) => {
      const { runDemo } = await import("./run-demo.js");
      await runDemo(folder);
    });
}
