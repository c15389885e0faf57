import { COORDINATES_SOURCE } from "../coordinates-source.js";
import { TABLES, type TableOutline } from "./all-tables.js";
import { CORPUS_TABLES } from "./corpus-tables.js";
import type { ColumnType } from "./table.js";

const TYPES: Readonly<Record<ColumnType, Readonly<Record<string, unknown>>>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean", trueValues: ["TRUE"], falseValues: ["FALSE"] },
  date: { type: "date", format: "%Y-%m-%d" },
};

type Outline = Pick<TableOutline, "name" | "meaning" | "columns">;

/** `datapackage.json` (Data Package 2 with Table Schema): every CSV file, its columns, their types, keys and meanings. */
export function formatDataPackage(tables: readonly Outline[] = [...TABLES, ...CORPUS_TABLES]): string {
  return (
    JSON.stringify(
      {
        $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "dateline",
        title: "People, organizations, places, dates and casualty figures in news articles",
        sources: [{ title: `Coordinates: ${COORDINATES_SOURCE.title}, ${COORDINATES_SOURCE.license}`, path: COORDINATES_SOURCE.path }],
        resources: tables.map(resourceOf),
      },
      null,
      2,
    ) + "\n"
  );
}

function resourceOf({ name, meaning, columns }: Outline): Readonly<Record<string, unknown>> {
  return {
    name,
    path: `${name}.csv`,
    description: `${meaning} Text that a spreadsheet would run or turn into a day starts with an apostrophe that is not part of it.`,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({ name: column.name, ...TYPES[column.type], description: column.meaning })),
      missingValues: [""],
      ...keysOf(
        name,
        columns.map((column) => column.name),
      ),
    },
  };
}

/** What identifies a row of each table. */
const PRIMARY: Readonly<Record<string, string | readonly string[]>> = {
  articles: "article_id",
  people: ["article_id", "entity_id"],
  organizations: ["article_id", "entity_id"],
  places: ["article_id", "entity_id"],
  dates: "mention_id",
  casualties: "figure_id",
  article_incidents: "incident_id",
  tolls: "toll_id",
  mentions: "mention_id",
  incidents: "incident_id",
  entities: "corpus_id",
};

/** Columns that lead to a row of another table: of the tables named, or of all others that have them. */
const LINKS: readonly { readonly field: string; readonly to: string; readonly key: string; readonly of?: readonly string[] }[] = [
  { field: "article_id", to: "articles", key: "article_id" },
  { field: "mention_id", to: "mentions", key: "mention_id" },
  { field: "figure_id", to: "mentions", key: "mention_id" },
  { field: "incident_id", to: "article_incidents", key: "incident_id", of: ["casualties", "tolls", "victims"] },
  { field: "incident_id", to: "incidents", key: "incident_id", of: ["incident_reports"] },
  { field: "article_incident_id", to: "article_incidents", key: "incident_id" },
  { field: "corpus_id", to: "entities", key: "corpus_id" },
];

function keysOf(table: string, columns: readonly string[]): Readonly<Record<string, unknown>> {
  const foreign = LINKS.filter(({ field, to, of }) => to !== table && columns.includes(field) && (of?.includes(table) ?? true));
  const primary = PRIMARY[table];
  return {
    ...(primary !== undefined && { primaryKey: typeof primary === "string" ? [primary] : primary }),
    ...(foreign.length > 0 && {
      foreignKeys: foreign.map(({ field, to, key }) => ({ fields: [field], reference: { resource: to, fields: [key] } })),
    }),
  };
}
