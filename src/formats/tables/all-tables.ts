import { ARTICLES_TABLE } from "./articles-table.js";
import { ORGANIZATIONS_TABLE, PEOPLE_TABLE, PLACES_TABLE } from "./entity-tables.js";
import { CASUALTIES_TABLE, DATES_TABLE, MENTIONS_TABLE } from "./mention-tables.js";
import { ARTICLE_INCIDENTS_TABLE, TOLLS_TABLE, VICTIMS_TABLE } from "./incident-tables.js";
import { drawTable, type ArticleResult, type ColumnType, type Table, type TableRows } from "./table.js";

/** A column as the data dictionary and the writers see it. */
export interface ColumnOutline {
  readonly name: string;
  readonly type: ColumnType;
  readonly meaning: string;
  readonly folded?: true;
}

/** A table as the data dictionary and the writers see it, whatever its rows are. */
export interface TableOutline {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly ColumnOutline[];
  /** Its rows for one article. */
  readonly draw: (result: ArticleResult) => TableRows;
}

/** A table as its outline: what writers need of it. */
export const outlineTable = <Row>(table: Table<Row>): TableOutline => ({
  name: table.name,
  meaning: table.meaning,
  columns: table.columns.map(({ cell: _, ...column }) => column),
  draw: (result) => drawTable(table, result),
});

/** Every table that a run writes, in the order of the data dictionary. A new table is a line here. */
export const TABLES: readonly TableOutline[] = [
  outlineTable(ARTICLES_TABLE),
  outlineTable(PEOPLE_TABLE),
  outlineTable(ORGANIZATIONS_TABLE),
  outlineTable(PLACES_TABLE),
  outlineTable(DATES_TABLE),
  outlineTable(CASUALTIES_TABLE),
  outlineTable(ARTICLE_INCIDENTS_TABLE),
  outlineTable(TOLLS_TABLE),
  outlineTable(VICTIMS_TABLE),
  outlineTable(MENTIONS_TABLE),
];
