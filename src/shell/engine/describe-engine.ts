import { TABLES } from "../../formats/tables/all-tables.js";
import { CORPUS_TABLES } from "../../formats/tables/corpus-tables.js";
import { packageVersion } from "../package-version.js";

/** What another program must know of this one before it asks: its version and the tables that it draws. */
export function describeEngine(): string {
  const columns = (of: (typeof TABLES)[number]["columns"]): readonly object[] => of.map(({ name, type }) => ({ name, type }));
  return JSON.stringify({
    dateline: packageVersion(),
    node: process.versions.node,
    tables: [
      ...TABLES.map((table) => ({ name: table.name, from: "article", columns: columns(table.columns) })),
      ...CORPUS_TABLES.map((table) => ({ name: table.name, from: table.part, columns: columns(table.columns) })),
    ],
  });
}
