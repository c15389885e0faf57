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

async function workbook(rows: number): Promise<Uint8Array> {
  const writer = await startWorkbook([ARTICLES, NAMES], openDeflateText);
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
      ],
      url,
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
        ["about", expect.any(Number)],
        ["articles", rows + 1],
        ["names", 2 * rows + 1],
      ]);
      if (rows === 0) continue;
      const [, articles, names] = sheets.map(({ data }) => data as Cell[][]);
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
    expect(sheet(bytes, 3)).toContain('<hyperlink ref="A5" location="articles!A3"/>');
    expect(sheet(bytes, 2)).toContain('<hyperlink ref="B301" r:id="rId-web-300"/>');
    expect(sheet(bytes, 3)).toContain('<autoFilter ref="A1:D601"/>');
    expect(sheet(bytes, 2)).toMatch(/<col min="2" max="2" width="33"/);
  });
  it("writes text that Excel would read as a code so that it stays, and nothing that XML forbids", async () => {
    expect(sheet(await workbook(1), 3)).toContain('<t xml:space="preserve">_x005F_x0041_ &lt;b&gt;&amp;  </t>');
  });
  it("is the same bytes for the same rows", async () => {
    expect(Buffer.from(await workbook(250)).equals(Buffer.from(await workbook(250)))).toBe(true);
  });
  it("names columns as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});
