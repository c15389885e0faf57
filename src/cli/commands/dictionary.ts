import { Command } from "commander";

/** `dateline dictionary`: explains every table and column. */
export function dictionaryCommand(): Command {
  return new Command("dictionary")
    .description("explain every table and column that extract writes, as Markdown")
    .action(async () => {
      const { formatDataDictionary } = await import("../../formats/tables/data-dictionary.js");
      process.stdout.write(formatDataDictionary());
    });
}
