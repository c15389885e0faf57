import { describe, expect, it } from "vitest";
import { formatCsv } from "../src/formats/tables/csv.js";

describe("CSV", () => {
  it("disarms what a spreadsheet would run as a formula, and nothing else", () => {
    const armed = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1", "\n=1", " =1"];
    for (const cell of armed) expect(formatCsv([[cell]])).toContain(`'${cell}`);
    expect(formatCsv([["a=b", "«quote»", "2025-07-01"]])).toBe("a=b,«quote»,2025-07-01\r\n");
  });

  it("leaves numbers as numbers, also below zero, and unknown cells empty", () => {
    expect(formatCsv([[-3, 0.25, null, true, false]])).toBe("-3,0.25,,TRUE,FALSE\r\n");
  });

  it("quotes commas, quotes and line ends after RFC 4180", () => {
    expect(formatCsv([['say "no", he', "two\nlines"]])).toBe('"say ""no"", he","two\nlines"\r\n');
  });
});
