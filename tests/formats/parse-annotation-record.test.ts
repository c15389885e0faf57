import { describe, expect, it } from "vitest";
import { parseAnnotationRecord } from "../../src/formats/parse-annotation-record.js";

const parse = (record: unknown, text: string | null = null) =>
  parseAnnotationRecord(typeof record === "string" ? record : JSON.stringify(record), "gold.jsonl:3", () => text);
const TEXT = "Ann Lee met Bo. Later Ann Lee left 😀 Rome.";
const message = (record: unknown, text: string | null = TEXT) => parse(record, text).diagnostics[0]?.message ?? "";

describe("reading an annotation record", () => {
  it("needs no more than id, kind, start and end", () => {
    expect(parse({ id: "a", mentions: [{ kind: "person", start: 0, end: 7 }] })).toEqual({
      value: { id: "a", mentions: [{ kind: "person", start: 0, end: 7 }] },
      diagnostics: [],
    });
  });

  it("fills in the wording and keeps fields that it does not know", () => {
    const { value } = parse({ id: "a", reviewer: "kl", text: TEXT, mentions: [{ kind: "person", start: 0, end: 7, note: "?" }] });
    expect(value).toEqual({
      id: "a",
      reviewer: "kl",
      text: TEXT,
      mentions: [{ kind: "person", start: 0, end: 7, note: "?", text: "Ann Lee" }],
    });
  });

  it("refuses a span that does not fit, with the place and the nearest span that does", () => {
    const { value, diagnostics } = parse({ id: "a", mentions: [{ kind: "person", start: 21, end: 28, text: "Ann Lee" }] }, TEXT);
    expect(value).toBeNull();
    expect(diagnostics).toEqual([
      {
        severity: "error",
        code: "span-mismatch",
        place: "gold.jsonl:3, article a, mention 1",
        message: 'the person at 21–28 says "Ann Lee", but the text there is " Ann Le"; the nearest fitting span is 22–29',
      },
    ]);
  });

  it("says when the offsets count something else", () => {
    expect(TEXT.indexOf("Rome")).toBe(38);
    expect(message({ id: "a", mentions: [{ kind: "place", start: 37, end: 41, text: "Rome" }] })).toContain(
      "the nearest fitting span is 38–42 (the offsets seem to count code points",
    );
    expect(message({ id: "a", mentions: [{ kind: "place", start: 40, end: 44, text: "Rome" }] })).toContain("count bytes");
  });

  it.each([
    [{ id: "a", mentions: [{ kind: "place", start: 40, end: 90 }] }, "reaches beyond the text"],
    [{ id: "a", mentions: [{ kind: "place", start: 36, end: 42 }] }, "cuts a character in two"],
    [{ id: "a", mentions: [{ kind: "place", start: 5, end: 5 }] }, "ends at 5 before"],
    [{ id: "a", mentions: [{ kind: "place", start: -1, end: 5 }] }, "whole numbers"],
    [{ id: "a", mentions: [{ kind: "place", start: 1.5, end: 5 }] }, "whole numbers"],
    [{ id: "a", mentions: [{ start: 1, end: 5 }] }, 'no "kind"'],
    [{ id: "a", mentions: [{ kind: "person", start: 0, end: 7, text: "Zed" }] }, "nowhere"],
    [{ id: "a", mentions: [{ kind: "person", start: 0, end: 7, confidence: 2 }] }, "from 0 to 1"],
    [{ id: "a", mentions: [{ kind: "casualty", start: 0, end: 7, value: "3" }] }, "whole number"],
    [{ id: "a" }, 'no list of "mentions"'],
    [{ mentions: [] }, 'no "id"'],
    ["[1]", "one JSON object"],
    ["{", "not a JSON object"],
  ])("refuses %j", (record, expected) => {
    expect(message(record)).toContain(expected);
    expect(parse(record, TEXT).value).toBeNull();
  });
});
