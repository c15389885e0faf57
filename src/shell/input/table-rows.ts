import { ARTICLE_FIELDS, type FieldMap } from "../../formats/articles/field-names.js";
import { describeFields, guessFields } from "../../formats/articles/guess-fields.js";
import { readPublishedDate } from "../../formats/articles/published-date.js";
import { provenOrder, type DayOrder } from "../../formats/articles/web/written-days.js";
import { fault, type InputItem } from "./input-unit.js";

/** A row of a table. */
export interface TableRow {
  readonly cells: readonly string[];
  /** 1-based, without the head. */
  readonly number: number;
  /** Where it starts, in bytes of the file; null where unknown. */
  readonly offset: number | null;
}

/** A table's place and what the user says of it. */
export interface TableSource {
  readonly file: string;
  readonly stem: string;
  readonly fields: FieldMap | null;
  readonly dateOrder: DayOrder;
}

/** Rows that are looked at when no column name says which one holds the text. */
const SAMPLE = 20;
/** Rows and units of text that are held while no day of the column of days tells which of its numbers is the day. */
const WAITING = { rows: 2000, units: 4_000_000 } as const;

/**
 * Makes units of the rows of a table. The columns are guessed from their names, the text also by length, and shown; the
 * order of day and month is that which any day of the column proves. What is wrong with the whole table is one fault.
 */
export function createTableReader(
  columns: readonly string[],
  source: TableSource,
): {
  readonly add: (row: TableRow) => Iterable<InputItem>;
  readonly end: () => Iterable<InputItem>;
} {
  const { file, fields: given } = source;
  let map: FieldMap = given ?? guessFields(columns);
  let waiting: TableRow[] = [];
  let held = 0;
  let isOpen = false;
  let isRefused = false;
  let order: DayOrder = source.dateOrder;
  const cell = (row: TableRow, name: string | undefined): string => (name === undefined ? "" : (row.cells[columns.indexOf(name)] ?? ""));
  const dayOf = (row: TableRow): string => cell(row, map.published);
  const isAmbiguous = (row: TableRow): boolean => /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(dayOf(row));

  function* open(): Generator<InputItem> {
    isOpen = true;
    map = withText(map, columns, waiting);
    const problem = problemOf(map, columns, waiting);
    if (problem !== null) {
      isRefused = true;
      yield fault(file, "table", problem);
      return;
    }
    if (given === null) {
      const message = `Columns were guessed: ${describeFields(map)}. Give others with --fields.`;
      yield { note: { severity: "warning", code: "guessed-fields", message, place: file } };
    }
  }
  function* release(): Generator<InputItem> {
    if (!isOpen) yield* open();
    const rows = waiting;
    waiting = [];
    held = 0;
    if (isRefused) return;
    const proven =
      order ??
      provenOrder(
        rows
          .filter(isAmbiguous)
          .map((row) => dayOf(row).replace(/-/g, "/"))
          .join("\n"),
      );
    if (order === null && proven === null && rows.some((row) => isAmbiguous(row) && readPublishedDate(dayOf(row)) === null)) {
      yield { note: { severity: "warning", code: "date-order", message: AMBIGUOUS, place: file } };
    }
    order = proven ?? order;
    for (const row of rows) yield rowUnit(row, columns, map, source, order);
  }
  return {
    *add(row) {
      if (isRefused) return;
      waiting.push(row);
      held += row.cells.reduce((units, value) => units + value.length, 0);
      const isFull = waiting.length >= WAITING.rows || held >= WAITING.units;
      if (!isOpen && map.text === undefined && waiting.length < SAMPLE && !isFull) return;
      // A table whose days need no order, or whose order is known, is read row by row.
      const needsOrder = order === null && map.published !== undefined && waiting.some(isAmbiguous);
      if (needsOrder && !isFull && !isAmbiguityLifted(row)) return;
      yield* release();
    },
    *end() {
      if (waiting.length > 0) yield* release();
      else if (!isOpen) yield fault(file, "table", problemOf(map, columns, []) ?? "The table has no rows below the names of its columns.");
    },
  };

  function isAmbiguityLifted(row: TableRow): boolean {
    return provenOrder(dayOf(row).replace(/-/g, "/")) !== null;
  }
}

const AMBIGUOUS =
  "Days such as 03/05/2024 can be read in two ways, and no other day of the column tells which: those articles are undated. " +
  "Say --date-order day-first or month-first.";

function rowUnit(row: TableRow, columns: readonly string[], fields: FieldMap, { file, stem }: TableSource, order: DayOrder): InputItem {
  const record: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const name of Object.values(fields)) record[name] = row.cells[columns.indexOf(name)] ?? "";
  if (fields.published !== undefined && order !== null) {
    const written = record[fields.published] ?? "";
    record[fields.published] = readPublishedDate(written) ?? readPublishedDate(written, order) ?? written;
  }
  return {
    unit: {
      file,
      record: row.number,
      offset: row.offset,
      ending: ".jsonl",
      stem: `${stem}-${row.number}`,
      bytes: Buffer.from(JSON.stringify(record)),
      charset: null,
      url: null,
      fields,
    },
  };
}

/** What is wrong with a table as a whole; null where its articles can be read. */
function problemOf(map: FieldMap, columns: readonly string[], rows: readonly TableRow[]): string | null {
  if (map.text !== undefined && columns.includes(map.text)) return null;
  if (columns.some((name) => looksLikeData(name))) {
    return "The first row holds data, not the names of columns. Add a row of names above it, such as title,text,date.";
  }
  const hasTitles = map.title !== undefined && rows.length > 0;
  const remedy = hasTitles ? `It has titles: read them alone with --fields text=${map.title}.` : "Name it with --fields text=COLUMN.";
  return `No column holds the articles' text (columns: ${columns.slice(0, 20).join(", ")}). ${remedy}`;
}

/** What is told of a table of GDELT. */
export const GDELT_REFUSAL =
  "A table of GDELT, which holds codes, names and addresses, but no text of articles. Fetch the pages at its addresses.";

/** A row of a table of GDELT, which have no head: of its knowledge graph, its events or its mentions. */
export function isGdelt(cells: readonly string[]): boolean {
  const [first = "", second = ""] = cells;
  if (cells.length >= 15 && cells.length <= 27 && /^\d{14}-T?\d+$/.test(first)) return true;
  if (cells.length >= 11 && cells.length <= 27 && /^(?:20\d{12}|20\d{6})$/.test(second) && /^\d{8,}$/.test(first)) return true;
  if (cells.length >= 57 && cells.length <= 61 && /^\d{6,}$/.test(first) && /^\d{8}$/.test(second)) return true;
  return /^DATE$/.test(first) && /^NUMARTS$/.test(second);
}

/** A name of a column that is none: an address, a day, a number or a sentence. */
const looksLikeData = (name: string): boolean =>
  /^https?:\/\//i.test(name) || readPublishedDate(name) !== null || /^\d{3,}$/.test(name) || (name.length > 80 && /\s/.test(name));

/** The map with the column whose cells are longest as its text, where no name says which, if they are sentences at all. */
function withText(map: FieldMap, columns: readonly string[], rows: readonly TableRow[]): FieldMap {
  if (map.text !== undefined) return map;
  if (columns.some(looksLikeData)) return map;
  const taken = new Set(ARTICLE_FIELDS.map((field) => map[field]));
  const lengthOf = (index: number): number => rows.reduce((sum, { cells }) => sum + (cells[index]?.length ?? 0), 0) / rows.length;
  const lengths = columns.map((name, index) => (taken.has(name) ? 0 : lengthOf(index)));
  const best = lengths.indexOf(Math.max(...lengths));
  const name = columns[best];
  return name !== undefined && (lengths[best] ?? 0) >= 80 ? { ...map, text: name } : map;
}
