import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INTERCHANGE_FORMATS } from "../../src/formats/interchange/interchange-formats.js";
import type { InterchangeFormat } from "../../src/formats/interchange/interchange-format.js";
import { readAnnotationRecord, type AnnotationRecord } from "../../src/formats/parse-annotation-record.js";
import { compareLabels, type Label } from "../../src/score/label.js";

const PIECES = [
  "Ann",
  "Lee",
  " ",
  " ",
  "\n",
  "\r\n",
  "😀",
  "👩🏽‍🚒",
  "e\u0301",
  "Zürich",
  ".",
  ",",
  "\t",
  "\u00a0",
  "\u2028",
  "\u0085",
  "ﷺ",
  '"',
  "\\",
  "don't",
  "-",
  "12",
  "# id = 3",
  "-DOCSTART-",
];
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }).map((p) => p.join(""));

/** Offsets at which a text may be cut: not within a surrogate pair. */
const cuts = (t: string): readonly number[] => [...Array(t.length + 1).keys()].filter((i) => !/^[\udc00-\udfff]/.test(t.slice(i)));

const fields = (kind: string) =>
  kind === "casualty"
    ? fc.record({
        outcome: fc.constantFrom("killed", "injured"),
        value: fc.option(fc.nat(99)),
        low: fc.option(fc.nat(9)),
        high: fc.constant(null),
        qualifier: fc.constantFrom("exact", "at-least"),
        victims: fc.option(fc.constantFrom("police officers", "null", "a\tb")),
        implicit: fc.boolean(),
      })
    : kind === "date"
      ? fc.record({
          type: fc.constantFrom("DATE", "TIME"),
          value: fc.constantFrom("2025", "XXXX-07"),
          mod: fc.option(fc.constant("START")),
          anchored: fc.boolean(),
        })
      : fc.record(
          { by: fc.constant("rule one"), confidence: fc.constantFrom(0.5, 1), entity: fc.constantFrom("e1", "e2") },
          { requiredKeys: [] },
        );

const mention = (t: string): fc.Arbitrary<Label> =>
  fc
    .tuple(
      fc.constantFrom("person", "organization", "place", "group", "date", "casualty", "ship"),
      fc.subarray([...cuts(t)], { minLength: 2, maxLength: 2 }),
    )
    .chain(([kind, [start = 0, end = 0]]) =>
      fields(kind).map((more) => ({ kind, start, end, text: t.slice(start, end), ...more }) as Label),
    );

const record: fc.Arbitrary<AnnotationRecord> = text
  .filter((t) => cuts(t).length >= 2)
  .chain((t) =>
    fc.record({
      id: fc.constantFrom("a", "b c", "ü/1", "..", "x.y"),
      text: fc.constant(t),
      mentions: fc.array(mention(t), { maxLength: 6 }),
    }),
  );
const records = fc.uniqueArray(record, { maxLength: 3, selector: (r) => r.id });

const there = (format: InterchangeFormat, given: readonly AnnotationRecord[]) => format.write(given, { scheme: "bio" });
const andBack = (format: InterchangeFormat, given: readonly AnnotationRecord[], articles: boolean) => {
  const files = there(format, given).value.map((f) => (f.path === "" ? { ...f, path: "in" } : f));
  const texts = new Map(given.map((r) => [r.id, r.text ?? ""]));
  return format.read(files, { textOf: (id) => (articles ? (texts.get(id) ?? null) : null), ids: articles ? [...texts.keys()] : [] });
};
const sorted = (rs: readonly AnnotationRecord[], view: (m: Label) => unknown) =>
  rs
    .map((r) => ({
      id: r.id,
      text: r.text,
      mentions: [...r.mentions].sort((a, b) => compareLabels(a, b) || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)).map(view),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
const whole = (m: Label) => m;
const spans = ({ kind, start, end }: Label) => ({ kind, start, end });

describe("export, then import", () => {
  it.each(["jsonl", "brat", "labelstudio", "w3c"])("%s keeps every field of every mention", (name) => {
    const format = INTERCHANGE_FORMATS.get(name)!;
    fc.assert(
      fc.property(records, (given) => {
        const back = andBack(format, given, false);
        expect(back.diagnostics).toEqual([]);
        expect(sorted(back.value, whole)).toEqual(sorted(given, whole));
      }),
      { numRuns: 150 },
    );
  });

  it.each(["doccano", "spacy"])("%s keeps every span and kind", (name) => {
    const format = INTERCHANGE_FORMATS.get(name)!;
    fc.assert(
      fc.property(records, (given) => {
        const back = andBack(format, given, false);
        expect(back.diagnostics).toEqual([]);
        expect(sorted(back.value, spans)).toEqual(sorted(given, spans));
      }),
      { numRuns: 150 },
    );
  });

  it("conll keeps every span and kind that it can hold, and names the others", () => {
    const format = INTERCHANGE_FORMATS.get("conll")!;
    fc.assert(
      fc.property(records, fc.constantFrom("iob1", "bio", "bioes"), (given, scheme) => {
        const { value, diagnostics } = format.write(given, { scheme: scheme as "bio" });
        const texts = new Map(given.map((r) => [r.id, r.text ?? ""]));
        const back = format.read([{ path: "in", content: value[0]?.content ?? "" }], { textOf: (id) => texts.get(id) ?? null, ids: [] });
        expect(back.diagnostics).toEqual([]);
        const lossless = diagnostics.every((d) => d.code !== "lost-mentions" && d.code !== "trimmed-mentions");
        if (lossless) expect(sorted(back.value, spans)).toEqual(sorted(given, spans));
        else expect(back.value.flatMap((r) => r.mentions).length).toBeLessThanOrEqual(given.flatMap((r) => r.mentions).length);
        for (const r of back.value) expect(readAnnotationRecord(r, "").diagnostics).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("import, then export", () => {
  it.each([...INTERCHANGE_FORMATS.keys()])("%s gives the same file again", (name) => {
    const format = INTERCHANGE_FORMATS.get(name)!;
    fc.assert(
      fc.property(records, (given) => {
        const first = andBack(format, given, true).value;
        expect(there(format, first).value).toEqual(there(format, andBack(format, first, true).value).value);
      }),
      { numRuns: 60 },
    );
  });
});
