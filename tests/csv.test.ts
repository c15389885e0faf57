import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { disarm, formatCsv, undisarm } from "../src/formats/tables/csv.js";

describe("CSV", () => {
  it("disarms what a spreadsheet would run as a formula, and nothing else", () => {
    const armed = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t1", "\n1", " =1"];
    for (const cell of armed) expect(formatCsv([[cell]])).toContain(`'${cell}`);
    expect(formatCsv([["a=b", "«quote»", "2025-07-01"]])).toBe("a=b,«quote»,2025-07-01\r\n");
  });

  it("disarms a sign behind characters without a shape, and behind what parts cells on other computers", () => {
    for (const blank of ["\u180e", "\u061c", "\u3164", "\u2800", "\u115f", "\ufff9", "\u0000"])
      expect(disarm(`${blank}=1+1`)).toBe(`'${blank}=1+1`);
    expect(disarm("seen;=1+1")).toBe("seen;'=1+1");
    expect(disarm('a;"=1+1"')).toBe(`a;"'=1+1"`);
    expect(disarm("a\t =1;\u2800@x\n-2")).toBe("a\t '=1;\u2800'@x\n'-2");
    expect(disarm("a; b = c; d")).toBe("a; b = c; d");
  });

  it("leaves numbers as numbers, also below zero, and unknown cells empty", () => {
    expect(formatCsv([[-3, 0.25, null, true, false]])).toBe("-3,0.25,,TRUE,FALSE\r\n");
  });

  it("quotes commas, quotes and line ends after RFC 4180", () => {
    expect(formatCsv([['say "no", he', "two\nlines"]])).toBe('"say ""no"", he","two\nlines"\r\n');
  });

  it("keeps Excel from making days of ranges, and leaves days that are meant", () => {
    for (const cell of ["5-24", "1-4", "1/4", "3-4-10", " 5 - 24 ", "10/12/24"]) expect(disarm(cell)).toBe(`'${cell}`);
    for (const cell of ["2024-05-03", "2024-05", "2024", "5 to 24", "5–24", "P3D", "5-24 people", "A-1"]) expect(disarm(cell)).toBe(cell);
    expect(formatCsv([["2024-05-03", "5-24"]], [{ type: "date" }, { type: "text" }])).toBe('2024-05-03,"\'5-24"\r\n');
  });

  it("gives back every text to who reads it and takes the apostrophe off", () => {
    const risky = fc
      .tuple(
        fc.constantFrom("", "'", "''", " ", "\t", "\n", "\u200b"),
        fc.constantFrom("=", "+", "-", "@", "＝", "5-24", "1/4", "x"),
        fc.constantFrom("", ";=1", ";'=1", "\t''@", "\n\u2800-1"),
        fc.string({ unit: "binary" }),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), risky), { minLength: 1, maxLength: 5 }), (cells) => {
        for (const cell of cells) expect(undisarm(disarm(cell))).toBe(cell);
        const [row] = parse(formatCsv([cells]), { relax_column_count: true }) as string[][];
        expect(cells.length === 1 && cells[0] === "" ? [""] : row?.map(undisarm)).toEqual(cells);
        for (const cell of row ?? []) expect(cell).not.toMatch(/^[\s\u200b]*[=+\-@＝＋－＠]|^[\t\r\n]|^\s*\d{1,2}-\d{1,2}\s*$/);
      }),
    );
  });
});
