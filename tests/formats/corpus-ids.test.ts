import { describe, expect, it } from "vitest";
import { TABLES } from "../../src/formats/tables/all-tables.js";
import { formatCsv } from "../../src/formats/tables/csv.js";
import { fillCsv, waitingColumn } from "../../src/formats/tables/fill-corpus-ids.js";
import { RUN_TABLES, reviewedTables } from "../../src/formats/tables/reviewed-tables.js";
import { drawSheet, insertCells, placeSheet, type SheetStyles } from "../../src/formats/tables/sheet-rows.js";
import type { Cell } from "../../src/formats/tables/table.js";

const COLUMNS = ["article_id", "entity_id", "corpus_id", "name", "mentions"].map((name) => ({
  name,
  type: name === "mentions" ? ("integer" as const) : ("text" as const),
}));
const ROWS: readonly (readonly Cell[])[] = [
  ["one, two", "person:1", null, 'Anna "Ida" Lind', 3],
  ['say "so"\r\n', "person:2", null, "a\nb,\r\nc", 1],
  ["=three", "person:3", null, null, null],
];
const IDS: Readonly<Record<string, string>> = { "person:1": 'x,"y"#person:4', "person:3": "=three#person:3" };
const FILLED = ROWS.map((row) => row.with(2, IDS[String(row[1])] ?? null));

describe("ids of the corpus that rows wait for", () => {
  it("make of CSV what it would be had they been known, whatever its cells hold", () => {
    const filled = fillCsv(formatCsv(ROWS, COLUMNS), 2, (entity) => IDS[entity] ?? null);
    expect(filled.csv).toBe(formatCsv(FILLED, COLUMNS));
    expect(filled.ids).toEqual(['x,"y"#person:4', null, "=three#person:3"]);
    expect(fillCsv("", 2, () => "a")).toEqual({ csv: "", ids: [] });
  });

  it("make of a sheet what it would be had they been known", () => {
    const styles = new Proxy({}, { get: (_, name) => ` s="${String(name)}"` }) as SheetStyles;
    const drawn = drawSheet(ROWS, COLUMNS);
    const expected = drawSheet(FILLED, COLUMNS);
    const xml = new TextEncoder().encode(String(drawn.xml));
    for (const held of [drawn, { ...drawn, xml }]) {
      const filled = insertCells(
        held,
        2,
        FILLED.map((row) => row[2] as string | null),
      );
      expect(new TextDecoder().decode(placeSheet(filled, 7, styles))).toBe(new TextDecoder().decode(placeSheet(expected, 7, styles)));
      expect({ ...filled, xml: "" }).toEqual({ ...expected, xml: "" });
    }
  });

  it("belong to the rows of people, organizations and places, reviewed or not", () => {
    for (const { articles } of [RUN_TABLES, reviewedTables(new Set())])
      expect(articles.filter(({ columns }) => waitingColumn(columns) >= 0).map(({ name }) => name)).toEqual([
        "people",
        "organizations",
        "places",
      ]);
    expect(TABLES.filter(({ columns }) => columns.some(({ name }) => name === "corpus_id"))).toHaveLength(3);
  });
});
