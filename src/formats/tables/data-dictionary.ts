import { TABLES } from "./all-tables.js";

const escape = (text: string): string => text.replaceAll("|", "\\|");

/** The Markdown tables of `output/README.md`: every table and column, from the definitions that write them. */
export function formatDataDictionary(): string {
  return TABLES.map((table) => [
    `## ${table.name}.csv`,
    "",
    table.meaning,
    "",
    "| column | type | meaning |",
    "|---|---|---|",
    ...table.columns.map(({ name, type, meaning }) => `| \`${name}\` | ${type} | ${escape(meaning)} |`),
  ].join("\n")).join("\n\n") + "\n";
}
