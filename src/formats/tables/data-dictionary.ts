import { TABLES } from "./all-tables.js";
import { CORPUS_TABLES } from "./corpus-tables.js";

const escape = (text: string): string => text.replaceAll("|", "\\|");

const PREFACE = `# What the program writes

Made by \`dateline dictionary\` from the definitions that write the tables; \`npm start\` fills this folder.

- CSV files are UTF-8 with a byte order mark, comma-separated, lines end in CRLF (RFC 4180). Days are \`YYYY-MM-DD\`,
  booleans TRUE and FALSE. An empty cell is unknown or does not apply; it is never 0. Numbers are bare numbers.
- Text that a spreadsheet would run as a formula (\`=\`, \`+\`, \`-\`, \`@\`, also full-width or behind white space, and a
  leading tab or line end), or turn into a day (\`5-24\`, \`1/4\`), starts with an apostrophe that is not part of it. Excel
  may still show a wording such as "March 5" as a day; the workbook never does.
- \`dateline.xlsx\`: the same tables, a sheet each, incidents first, with real days and numbers, filters, what is seldom needed
  folded, and links from rows to articles, tolls to figures, articles to addresses and files; its last sheet says how to read
  it. Not written above a million cells. \`report.html\`: incidents with map and timeline, figures, articles with what was found
  marked, and a page for each name, to look at in a browser.
- \`annotations.jsonl\`: the same findings as one annotation record a line an article, for programs. An article that was
  skipped says so in \`skipped\`. \`schemas/*.json\` of the package describe its lines, \`rejects.jsonl\` and \`run.json\`.
- \`incidents.jsonl\`: the incidents of all articles together with every report, an object a line.
- \`entities.jsonl\`: the people, organizations and places of all articles together with their members, an object a line.
- \`texts.jsonl\`: the text of every article as it was read, one object a line (id, title, textHash, text): offsets count in
  these strings, so \`text.slice(start, end)\` shows any wording, also of web pages, PDFs, mail and archives.
- With \`--format\`: \`*.parquet\` (typed, for databases and notebooks), \`followthemoney.jsonl\` (for Aleph),
  \`places.geojson\` and \`incidents.geojson\` (for QGIS and other maps: a point a row of places.csv and of article_incidents.csv).
- Coordinates are those of GeoNames (geonames.org, CC BY 4.0): name it where you publish them.
- \`datapackage.json\`: columns, types and keys of the CSV files for programs (Table Schema).
- \`run.json\`: versions, options, counts, times and the first rejects of the run. \`rejects.jsonl\`: what could not be
  read, where, and why.
- \`journal.jsonl\`: what became of every input. With it a run that was stopped goes on (\`--resume\`), and the next run
  does only what changed. It may be deleted; then everything is done again.
- \`review.NAME.jsonl\`: what a reviewer said in \`dateline review\`, a line a change; \`decisions.jsonl\`: what was decided about
  incidents and entities. No run touches them. \`dateline export --reviewed\` draws the tables with them, and gives the tables
  of findings a last column \`reviewed\`: accepted, corrected, added or unseen.
- Offsets are half-open and count UTF-16 code units in the article's text as \`texts.jsonl\` holds it; where \`field\` says
  \`title\`, in its title.
- Rows are in order of the articles, and of the text within each.

`;

/** The whole of `output/README.md`: every table and column, from the definitions that write them. */
export function formatDataDictionary(): string {
  return (
    PREFACE +
    [...TABLES, ...CORPUS_TABLES]
      .map((table) =>
        [
          `## ${table.name}.csv`,
          "",
          table.meaning,
          "",
          "| column | type | meaning |",
          "|---|---|---|",
          ...table.columns.map(({ name, type, meaning }) => `| \`${name}\` | ${type} | ${escape(meaning)} |`),
        ].join("\n"),
      )
      .join("\n\n") +
    "\n"
  );
}
