import type { ColumnOutline } from "./all-tables.js";
import { formatCsv } from "./csv.js";
import { CORPUS_ID } from "./entity-tables.js";
import type { Cell } from "./table.js";

/** The id of the corpus's entity that an entity of the article at hand is, or null. */
export type CorpusIdOf = (entity: string) => string | null;

/** The column that stands before the ids. */
const ENTITY_ID = "entity_id";

/** Which column of a table waits for the stage over the corpus; −1 for tables that are whole at once. */
export const waitingColumn = (columns: readonly Pick<ColumnOutline, "name">[]): number =>
  columns.findIndex(({ name }, index) => name === CORPUS_ID.name && columns[index - 1]?.name === ENTITY_ID);

const [QUOTE, COMMA, LINE_FEED] = [34, 44, 10];

/**
 * Puts ids of the corpus into rows of CSV in which their column is empty.
 *
 * @param csv rows as `formatCsv` writes them, whole ones.
 * @param column where the ids belong; the column before it tells the entity.
 */
export function fillCsv(csv: string, column: number, idOf: CorpusIdOf): { readonly csv: string; readonly ids: readonly (string | null)[] } {
  const ids: (string | null)[] = [];
  let filled = "";
  let [from, start, cell] = [0, 0, 0];
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const code = csv.charCodeAt(i);
    if (code === QUOTE) quoted = !quoted;
    if (quoted || (code !== COMMA && code !== LINE_FEED)) continue;
    cell = code === COMMA ? cell + 1 : 0;
    if (cell === column) {
      const id = idOf(csv.slice(start, i));
      ids.push(id);
      filled += csv.slice(from, i + 1) + (id === null ? "" : cellOf(id));
      from = i + 1;
    }
    start = i + 1;
  }
  return { csv: filled + csv.slice(from), ids };
}

const cellOf = (id: string): string => formatCsv([[id]]).replace(/\r\n$/, "");

/** Rows of cells with ids of the corpus in a column that was empty. */
export const fillCells = (
  rows: readonly (readonly Cell[])[],
  column: number,
  ids: readonly (string | null)[],
): readonly (readonly Cell[])[] => rows.map((row, index) => row.with(column, ids[index] ?? null));
