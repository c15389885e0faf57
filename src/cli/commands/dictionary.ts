import { Command } from "commander";

/** `dateline dictionary`: explains every table and column. */
export function dictionaryCommand(): Command {
  return new Command("dictionary")
    .description("explain every table and column that extract writes, as Markdown")
    .option("--codebooks", "explain the columns of --format ucdp and acled instead")
    .action(async ({ codebooks }: { readonly codebooks?: true }) => {
      const { formatDataDictionary } = await import("../../formats/tables/data-dictionary.js");
      const { formatCodebooks } = await import("../../formats/codebooks/all-codebooks.js");
      process.stdout.write(codebooks ? formatCodebooks() : formatDataDictionary());
    });
}
