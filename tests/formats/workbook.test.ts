import readXlsxFile from "read-excel-file/node";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { columnName, drawSheet } from "../../src/formats/tables/sheet-rows.js";
import type { Cell } from "../../src/formats/tables/table.js";
import { startWorkbook } from "../../src/formats/tables/workbook.js";
import { openDeflateText } from "../../src/shell/output/deflate-text.js";

const text = (name: string) => ({ name, type: "text" as const, meaning: "" });
const ARTICLES = {
  name: "articles",
  meaning: "",
  columns: [text("article_id"), text("url"), { name: "day", type: "date" as const, meaning: "" }],
};
const NAMES = {
  name: "names",
  meaning: "",
  columns: [
    text("article_id"),
    text("name"),
    { name: "sure", type: "boolean" as const, meaning: "" },
    { name: "count", type: "integer" as const, meaning: "" },
  ],
};

const CASUALTIES = {
  name: "casualties",
  meaning: "",
  columns: [text("title"), { name: "published", type: "date" as const, meaning: "" }, { ...text("figure_id"), folded: true as const }],
};
const TOLLS = {
  name: "tolls",
  meaning: "",
  columns: [
    text("title"),
    { name: "published", type: "date" as const, meaning: "" },
    { name: "best", type: "integer" as const, meaning: "" },
    { ...text("figure_ids"), folded: true as const },
  ],
};

async function workbook(rows: number): Promise<Uint8Array> {
  const writer = await startWorkbook([ARTICLES, NAMES, CASUALTIES, TOLLS], ["articles", "names", "casualties", "tolls"], openDeflateText);
  for (let i = 0; i < rows; i++) {
    const url = `https://example.org/${i}?a=1&b=2`;
    await writer.take(
      [
        drawSheet([[`a${i}`, url, i % 2 ? "2024-05-03" : "1890-01-01"]], ARTICLES.columns),
        drawSheet(
          [
            [`a${i}`, i === 0 ? "_x0041_ <b>&\u0000\u0001" : `Name ${i}`, i % 2 === 0, i],
            [`a${i}`, null, null, null],
          ],
          NAMES.columns,
        ),
        drawSheet(
          [1, 2].map((n) => [`Title ${i}`, "2024-05-03", `a${i}#killed:${n}-9`]),
          CASUALTIES.columns,
          true,
        ),
        drawSheet([[`Title ${i}`, "2024-05-03", 12_000, `a${i}#killed:2-9; a${i}#killed:1-9`]], TOLLS.columns, true),
      ],
      { id: `a${i}`, url, file: null },
    );
  }
  return writer.end();
}
const sheet = (bytes: Uint8Array, index: number): string => new TextDecoder().decode(unzipSync(bytes)[`xl/worksheets/sheet${index}.xml`]);

describe("a workbook that is written row by row", () => {
  it("holds every cell as it was given, whether or not columns were measured when it came", async () => {
    for (const rows of [0, 3, 450]) {
      const sheets = await readXlsxFile(Buffer.from(await workbook(rows)));
      expect(sheets.map(({ sheet: name, data }) => [name, data.length])).toEqual([
        ["articles", rows + 1],
        ["names", 2 * rows + 1],
        ["casualties", 2 * rows + 1],
        ["tolls", rows + 1],
        ["Columns", 15],
        ["How to read this", expect.any(Number)],
      ]);
      if (rows === 0) continue;
      const [articles, names] = sheets.map(({ data }) => data as Cell[][]);
      expect(articles?.slice(1, 3)).toEqual([
        ["a0", "https://example.org/0?a=1&b=2", "1890-01-01"],
        ["a1", "https://example.org/1?a=1&b=2", new Date("2024-05-03T00:00:00Z")],
      ]);
      expect(names?.[3]).toEqual(["a1", "Name 1", false, 1]);
      expect(names?.at(-2)).toEqual([`a${rows - 1}`, `Name ${rows - 1}`, rows % 2 === 1, rows - 1]);
    }
  });
  it("leads from each row to its article and from each article to the web, filters all rows and fits widths", async () => {
    const bytes = await workbook(300);
    expect(sheet(bytes, 2)).toContain('<hyperlink ref="A5" location="articles!A3"/>');
    expect(sheet(bytes, 1)).toContain('<hyperlink ref="B301" r:id="rId-web-300"/>');
    expect(sheet(bytes, 2)).toContain('<autoFilter ref="A1:D601"/>');
    expect(sheet(bytes, 1)).toMatch(/<col min="2" max="2" width="20"/);
  });
  it("leads from the number of a toll to the first figure that it rests on, and from the day of a title to its article", async () => {
    const bytes = await workbook(3);
    expect(sheet(bytes, 4)).toContain('<hyperlink ref="C3" location="casualties!A5"/>');
    expect(sheet(bytes, 4)).toContain('<hyperlink ref="B3" location="articles!A3"/>');
  });
  it("freezes head and first column, folds what is seldom needed, and prints a head on every page of landscape", async () => {
    const bytes = await workbook(2);
    const xml = sheet(bytes, 3);
    expect(xml).toMatch(/<pane ySplit="1" xSplit="1"/);
    expect(xml).toMatch(/<col min="3" max="3" width="[\d.]+" customWidth="1" outlineLevel="1" hidden="1"\/>/);
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    const names = new TextDecoder().decode(unzipSync(bytes)["xl/workbook.xml"]);
    expect(names).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="2">casualties!$1:$1</definedName>');
    const styles = new TextDecoder().decode(unzipSync(bytes)["xl/styles.xml"]);
    expect(new Set(styles.match(/<name val="[^"]*"\/>/g))).toEqual(new Set(['<name val="Arial"/>']));
    expect(styles).toContain('formatCode="#,##0_ "');
  });
  it("writes text that Excel would read as a code so that it stays, and nothing that XML forbids", async () => {
    expect(sheet(await workbook(1), 2)).toContain('<t xml:space="preserve">_x005F_x0041_ &lt;b&gt;&amp;  </t>');
  });
  it("is the same bytes for the same rows", async () => {
    expect(Buffer.from(await workbook(250)).equals(Buffer.from(await workbook(250)))).toBe(true);
  });
  it("names columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});
