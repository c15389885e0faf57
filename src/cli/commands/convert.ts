import { Command, Option } from "commander";

/** The names of the formats, here so that the help needs none of them loaded. */
export const FORMAT_NAMES = ["jsonl", "conll", "brat", "doccano", "labelstudio", "spacy", "w3c"] as const;

export interface ConvertOptions {
  readonly from: string;
  readonly to: string;
  readonly output?: string;
  readonly articles?: string;
  readonly scheme: "iob1" | "bio" | "bioes";
  readonly quiet?: true;
}

/** `dateline convert`: annotations from one format into another. */
export function convertCommand(): Command {
  return new Command("convert")
    .description("bring annotations in from other tools, or out to them")
    .argument("<in>", "the file, or for brat the folder, to read")
    .addOption(new Option("--from <format>", "what it is").choices(FORMAT_NAMES).makeOptionMandatory())
    .addOption(new Option("--to <format>", "what to write").choices(FORMAT_NAMES).makeOptionMandatory())
    .option("-o, --output <path>", "the file, or for brat the folder, to write; without it a file goes to standard output")
    .option("--articles <path>", "the articles, where the annotations do not bring their text")
    .addOption(new Option("--scheme <scheme>", "tags of CoNLL output").choices(["iob1", "bio", "bioes"]).default("bio"))
    .option("--quiet", "no warnings")
    .addHelpText(
      "after",
      `
Examples:
  dateline convert --from jsonl --to brat gold/gold.jsonl -o brat/ --articles corpus/
  dateline convert --from conll --to jsonl eng.testa -o testa.jsonl
  dateline convert --from labelstudio --to jsonl project-1.json -o gold.jsonl

What a format cannot hold is named in a warning. Offsets are UTF-16 in jsonl and code points in all others.`,
    )
    .action(async (path: string, options: ConvertOptions) => {
      const { runConvert } = await import("./run-convert.js");
      await runConvert(path, options);
    });
}
