import { TABLES, type TableOutline } from "./all-tables.js";
import type { ColumnType } from "./table.js";

const TYPES: Readonly<Record<ColumnType, Readonly<Record<string, unknown>>>> = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  boolean: { type: "boolean", trueValues: ["TRUE"], falseValues: ["FALSE"] },
  date: { type: "date", format: "%Y-%m-%d" },
};

/** `datapackage.json` (Data Package 2 with Table Schema): every CSV file, its columns, their types, keys and meanings. */
export function formatDataPackage(tables: readonly TableOutline[] = TABLES): string {
  return JSON.stringify({
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "dateline",
    title: "People, organizations, places, dates and casualty figures in news articles",
    resources: tables.map(resourceOf),
  }, null, 2) + "\n";
}

function resourceOf({ name, meaning, columns }: TableOutline): Readonly<Record<string, unknown>> {
  return {
    name,
    path: `${name}.csv`,
    description: `${meaning} Text that a spreadsheet would run or turn into a day starts with an apostrophe that is not part of it.`,
    type: "table",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: "\"", doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({ name: column.name, ...TYPES[column.type], description: column.meaning })),
      missingValues: [""],
      ...(name === "articles"
        ? { primaryKey: ["article_id"] }
        : { foreignKeys: [{ fields: ["article_id"], reference: { resource: "articles", fields: ["article_id"] } }] }),
    },
  };
}
