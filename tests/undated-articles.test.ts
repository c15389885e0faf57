import { mkdirSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { dayNearHeadline, dayOfFileName } from "../src/formats/articles/undated-article.js";
import { dayInSheet, parseDateSheet } from "../src/formats/parse-date-sheet.js";
import { dateline, freshFolder } from "./command-line.js";

describe("the day of an article that states none", () => {
  it.each([
    ["2025-03-11 Flood in Norvik", "2025-03-11"],
    ["20250311_flood", "2025-03-11"],
    ["flood_11_March_2025", "2025-03-11"],
    ["Norvik 25.12.2024", "2024-12-25"],
    ["article-123456789", null],
    ["2025-02-30 flood", null],
    ["03-05-2024 flood", null],
    ["flood 2025", null],
  ])("is that of its file's name: %s", (name, day) => {
    expect(dayOfFileName(name)).toBe(day);
  });
  it("takes 03-05-2024 for what --date-order says", () => {
    expect([dayOfFileName("03-05-2024", "day-first"), dayOfFileName("03-05-2024", "month-first")]).toEqual(["2024-05-03", "2024-03-05"]);
  });
  it.each([
    ["Flood cuts off Norvik\nBy Ada Lund | 11 March 2025\n\nThe river rose.", "2025-03-11"],
    ["Flood cuts off Norvik\n\nPublished: March 11, 2025, 10:30 am\nThe river rose.", "2025-03-11"],
    ["The bridge was closed on 3 March 2019, the mayor said.\nThe river rose.", null],
    ["On 3 March 2019 the bridge fell after a long night of rain in the whole valley and\nbeyond.", null],
    ["Flood\nThe river rose.\n".repeat(20) + "11 March 2025", null],
  ])("is that on a line of its own near its headline (%#)", (text, day) => {
    expect(dayNearHeadline(text)).toBe(day);
  });
});

describe("a sheet of days", () => {
  it("is read with commas, semicolons or tabs, with a head or without, and found by path, name or stem", () => {
    for (const content of ["file,date\na/flood.txt,2025-03-11\n", "flood.txt;11 March 2025", "date\tfile\n2025-03-11\tflood\n"])
      expect(dayInSheet(parseDateSheet(content, "s.csv").value, "a/flood.txt")).toBe("2025-03-11");
  });
  it("says which line is no day, and what to write", () => {
    expect(parseDateSheet("file,date\na.txt,03/05/2024\n", "s.csv").diagnostics).toMatchObject([
      { place: "s.csv:2", message: expect.stringContaining("YYYY-MM-DD") as string },
    ]);
    expect(parseDateSheet("a.txt,03/05/2024\n", "s.csv", "day-first").value.get("a.txt")).toBe("2024-05-03");
  });
});

describe("dateline extract", () => {
  it("takes the sheet before what files say, their dateline before their names, and names those that stay undated", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "in"));
    const files = {
      "sheet.md": "---\npublished: 2020-01-01\n---\nTwo men were killed in Lima on Friday.",
      "2025-03-11 named.txt": "Two men were killed in Lima on Friday.",
      "2025-03-12 dateline.txt": "LIMA, Aug. 3, 2022 (Agency) - Two men fled on Monday.\n",
      "headline.txt": "Fire in Lima\n12 July 2023\n\nTwo men were killed in Lima on Tuesday.",
      "undated.txt": "Two men were killed in Lima on Friday.",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "in", name), text);
    writeFileSync(join(folder, "days.csv"), "file,date\nsheet.md,2024-05-03\nother.txt,2024-05-03\n");
    const { code, stderr } = await dateline(["extract", "in", "-o", "out", "--format", "none", "--dates", "days.csv"], "", folder);
    const rows = parse(readFileSync(join(folder, "out/articles.csv")), { bom: true, columns: true }) as Record<string, string>[];
    expect(Object.fromEntries(rows.map((row) => [row["article_id"], row["published"]]))).toEqual({
      sheet: "2024-05-03",
      "2025-03-11 named": "2025-03-11",
      "2025-03-12 dateline": "2022-08-03",
      headline: "2023-07-12",
      undated: "",
    });
    expect(code).toBe(0);
    expect(stderr).toContain("1 of its 2 rows name no file that is read (other.txt)");
    expect(stderr).toContain('1 without a publication date, so that "on Friday" is no day in them: undated.');
    expect(stderr).toContain("--dates sheet.csv");
  });
});
