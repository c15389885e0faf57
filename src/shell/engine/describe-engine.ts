import { TABLES } from "../../formats/tables/all-tables.js";
import { CORPUS_TABLES } from "../../formats/tables/corpus-tables.js";
import { codeFingerprint } from "../batch/code-fingerprint.js";
import { packageVersion } from "../package-version.js";

/** What another program must know of this one before it asks: its version, what its findings depend on, and the tables that it draws. */
export async function describeEngine(): Promise<string> {
  const columns = (of: (typeof TABLES)[number]["columns"]): readonly object[] => of.map(({ name, type }) => ({ name, type }));
  return JSON.stringify({
    dateline: packageVersion(),
    node: process.versions.node,
    fingerprint: await codeFingerprint({}),
    tables: [
      ...TABLES.map((table) => ({ name: table.name, from: "article", columns: columns(table.columns) })),
      ...CORPUS_TABLES.map((table) => ({ name: table.name, from: table.part, columns: columns(table.columns) })),
    ],
  });
}
