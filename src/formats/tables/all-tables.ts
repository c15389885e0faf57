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

const outline = <Row>(table: Table<Row>): TableOutline => ({
  name: table.name,
  meaning: table.meaning,
  columns: table.columns.map(({ cell: _, ...column }) => column),
  draw: (result) => drawTable(table, result),
});

/** Every table that a run writes, in the order of the data dictionary. A new table is a line here. */
export const TABLES: readonly TableOutline[] = [
  outline(ARTICLES_TABLE),
  outline(PEOPLE_TABLE),
  outline(ORGANIZATIONS_TABLE),
  outline(PLACES_TABLE),
  outline(DATES_TABLE),
  outline(CASUALTIES_TABLE),
  outline(ARTICLE_INCIDENTS_TABLE),
  outline(TOLLS_TABLE),
  outline(VICTIMS_TABLE),
  outline(MENTIONS_TABLE),
];
