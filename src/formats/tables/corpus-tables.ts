import type { CorpusEntity } from "../../model/corpus-entity.js";
import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { TableOutline } from "./all-tables.js";
import { ENTITIES_TABLE, ENTITY_MEMBERS_TABLE } from "./entities-table.js";
import { INCIDENT_REPORTS_TABLE, INCIDENTS_TABLE } from "./incidents-table.js";
import { drawTable, type Table, type TableRows } from "./table.js";

/** What a run finds in its articles together, by the name of its JSON Lines file. A new finding is a line here. */
export interface CorpusFindings {
  readonly incidents: CorpusIncident;
  readonly entities: CorpusEntity;
}
export type CorpusPart = keyof CorpusFindings;

/** A table of the corpus as the data dictionary and the writers see it. */
export interface CorpusTableOutline extends Pick<TableOutline, "name" | "meaning" | "columns"> {
  readonly part: CorpusPart;
  /** Its rows for one finding. */
  readonly draw: (found: never) => TableRows;
}

/** A table of the corpus as its outline. */
export const outlineCorpusTable = <Part extends CorpusPart, Row>(
  part: Part,
  table: Table<Row, CorpusFindings[Part]>,
): CorpusTableOutline => ({
  part,
  name: table.name,
  meaning: table.meaning,
  columns: table.columns.map(({ cell: _, ...column }) => column),
  draw: (found: CorpusFindings[Part]) => drawTable(table, found),
});

/** Every table that is drawn from the corpus, in the order of the data dictionary. A new table is a line here. */
export const CORPUS_TABLES: readonly CorpusTableOutline[] = [
  outlineCorpusTable("incidents", INCIDENTS_TABLE),
  outlineCorpusTable("incidents", INCIDENT_REPORTS_TABLE),
  outlineCorpusTable("entities", ENTITIES_TABLE),
  outlineCorpusTable("entities", ENTITY_MEMBERS_TABLE),
];
