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

/** Tables by what identifies a row of them; the columns of that name in other tables lead to it. */
const IDENTIFIED: Readonly<Record<string, string>> = { articles: "article_id", incidents: "incident_id" };

function keysOf(table: string, columns: readonly string[]): Readonly<Record<string, unknown>> {
  const foreign = Object.entries(IDENTIFIED).filter(([resource, field]) => resource !== table && columns.includes(field));
  const primary = IDENTIFIED[table];
  return {
    ...(primary !== undefined && { primaryKey: [primary] }),
    ...(foreign.length > 0 && {
      foreignKeys: foreign.map(([resource, field]) => ({ fields: [field], reference: { resource, fields: [field] } })),
    }),
  };
}
