import { Command, InvalidArgumentError } from "commander";

export interface ExportCommandOptions {
  readonly reviewed: true;
  readonly reviewer?: string;
  readonly decisions?: string;
  readonly quiet?: true;
}

/** `dateline export`: what was reviewed, in the tables. */
export function exportCommand(): Command {
  return new Command("export")
    .description("draw the tables of a run again with what was reviewed")
    .argument("<folder>", "the folder of tables that extract wrote and that was reviewed")
    .requiredOption("--reviewed", "corrected findings, without what was wrong; a column `reviewed` says what was looked at")
    .option("--reviewer <name>", "whose review, where there are several", readName)
    .option("--decisions <file>", "what people decided about incidents and entities; decisions.jsonl of the folder without it")
    .option("--quiet", "say nothing")
    .addHelpText("after", HELP)
    .action(async (folder: string, options: ExportCommandOptions) => {
      const { runExport } = await import("./run-export.js");
      await runExport(folder, options);
    });
}

function readName(written: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(written)) throw new InvalidArgumentError("Write the name as in review.NAME.jsonl.");
  return written;
}

const HELP = `
Example:
  dateline export tables/ --reviewed      CSV, workbook and report as you left them in dateline review

annotations.jsonl, texts.jsonl, incidents.jsonl and entities.jsonl stay what the program found, so that the review can go
on. The next run of extract writes the tables without your corrections: export them again then.
`;
