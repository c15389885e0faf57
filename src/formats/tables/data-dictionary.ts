import { TABLES } from "./all-tables.js";

const escape = (text: string): string => text.replaceAll("|", "\\|");

const PREFACE = `# What the program writes

Made by \`dateline dictionary\` from the definitions that write the tables; \`npm start\` fills this folder.

- CSV files are UTF-8 with a byte order mark, comma-separated, lines end in CRLF (RFC 4180). Days are \`YYYY-MM-DD\`,
  booleans TRUE and FALSE. An empty cell is unknown or does not apply; it is never 0.
- Text that a spreadsheet would run as a formula starts with an apostrophe.
- \`annotations.jsonl\`: the same findings as one annotation record a line an article, for programs.
- \`run.json\`: versions, options, counts, times and rejects of the run. \`rejects.jsonl\`: what could not be read, and why.
- Offsets are half-open and count UTF-16 code units in the article's text, after the byte order mark and front matter.
- Rows are in order of the articles, and of the text within each.

`;

/** The whole of `output/README.md`: every table and column, from the definitions that write them. */
export function formatDataDictionary(): string {
  return PREFACE + TABLES.map((table) => [
    `## ${table.name}.csv`,
    "",
    table.meaning,
    "",
    "| column | type | meaning |",
    "|---|---|---|",
    ...table.columns.map(({ name, type, meaning }) => `| \`${name}\` | ${type} | ${escape(meaning)} |`),
  ].join("\n")).join("\n\n") + "\n";
}
