import { describe, expect, it } from "vitest";
import { INTERCHANGE_FORMATS } from "../../src/formats/interchange/interchange-formats.js";

const read = (name: string, files: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>> = {}) =>
  INTERCHANGE_FORMATS.get(name)!.read(
    Object.entries(files).map(([path, content]) => ({ path, content })),
    {
      textOf: (id) => texts[id] ?? null,
      ids: Object.keys(texts),
    },
  );
const brief = ({ value }: ReturnType<typeof read>) =>
  value.map((r) => [r.id, ...r.mentions.map((m) => `${m.kind} ${m.start}-${m.end} ${r.text?.slice(m.start, m.end)}`)]);
const codes = ({ diagnostics }: ReturnType<typeof read>) => diagnostics.map((d) => `${d.severity} ${d.code}`);

// 🚑 is one code point, two UTF-16 units, four bytes.
const TEXT = "🚑 Ann Lee of Oxfam left Rome.";

describe("CoNLL as others write it", () => {
  const tokens = (...rows: readonly string[]) => rows.join("\n") + "\n";
  it("reads IOB1, BIO and BIOES alike, after conlleval", () => {
    const text = "Ann Lee Bo Diaz Oslo";
    const expected = [["a", "person 0-7 Ann Lee", "person 8-15 Bo Diaz", "place 16-20 Oslo"]];
    for (const tags of [
      ["I-PER", "I-PER", "B-PER", "I-PER", "I-LOC"],
      ["B-PER", "I-PER", "B-PER", "I-PER", "B-LOC"],
      ["B-PER", "E-PER", "B-PER", "E-PER", "S-LOC"],
      ["B-PER", "L-PER", "B-PER", "L-PER", "U-LOC"],
    ]) {
      const rows = text.split(" ").map((token, i) => `${token} NNP I-NP ${tags[i]}`);
      expect(brief(read("conll", { f: tokens("-DOCSTART- -X- O O", "", ...rows) }, { a: text })), tags.join(" ")).toEqual(expected);
    }
  });

  it("counts a chunk where the label changes and where an I tag stands first, as conlleval does", () => {
    // conlleval's own rule: I-ORG after B-PER begins a chunk; I-LOC after O too. Three chunks.
    const found = brief(read("conll", { f: tokens("A B-PER", "B I-ORG", "c O", "D I-LOC") }));
    expect(found).toEqual([["1", "person 0-1 A", "organization 2-3 B", "place 6-7 D"]]);
  });

  it("rebuilds the text where it has none, and says so", () => {
    const result = read("conll", { f: tokens("Ann B-PER", "left O", "", "Rome\tB-LOC", "", "-DOCSTART- -X- -X- O", "", "Bo NNP B-PER") });
    expect(result.value.map((r) => r.text)).toEqual(["Ann left\n\nRome", "Bo"]);
    expect(codes(result)).toEqual(["warning lost-columns", "warning rebuilt-text"]);
  });

  it("gives the same tokens and sentences back", () => {
    const file = tokens(
      "-DOCSTART- 1 -X- O",
      "",
      "U.S. -X- -X- B-LOC",
      "can't -X- -X- O",
      ". -X- -X- O",
      "go -X- -X- O",
      "",
      "St. -X- -X- B-PER",
      "Ann -X- -X- I-PER",
      "",
    );
    const { value, diagnostics } = read("conll", { f: file });
    expect(diagnostics.map((d) => d.code)).toEqual(["rebuilt-text"]);
    expect(INTERCHANGE_FORMATS.get("conll")!.write(value, { scheme: "bio" })).toEqual({
      value: [{ path: "", content: file }],
      diagnostics: [],
    });
  });

  it("tells where tokens and article part", () => {
    const result = read("conll", { f: tokens("-DOCSTART- a -X- O", "", "Ann O", "Lee O") }, { a: "Ann Marie Lee" });
    expect(codes(result)).toEqual(["error token-mismatch"]);
    expect(result.diagnostics[0]?.message).toContain("nearest fitting span is 10–13");
  });
});

describe("brat", () => {
  it("reads spans in code points, attributes, notes and equivalences", () => {
    const ann =
      "T1\tPER 2 9\tAnn Lee\nT2\tOrganization 13 18\tOxfam\nT3\tPER 2 5\tAnn\nA1\tNegation T1\n#1\tAnnotatorNotes T2\ta charity\n*\tEquiv T1 T3\nR1\tWorksFor Arg1:T1 Arg2:T2\n";
    const result = read("brat", { "day/one.txt": TEXT, "day/one.ann": ann });
    expect(brief(result)).toEqual([["day/one", "person 3-10 Ann Lee", "organization 14-19 Oxfam", "person 3-6 Ann"]]);
    expect(result.value[0]?.mentions[0]).toMatchObject({ label: "PER", Negation: true, entity: "equiv:T1" });
    expect(result.value[0]?.mentions[1]).toMatchObject({ label: "Organization", note: "a charity" });
    expect(codes(result)).toEqual(["warning lost-annotations"]);
  });

  it("names a span that does not fit and the nearest that does", () => {
    const result = read("brat", { "a.txt": TEXT, "a.ann": "T1\tPER 3 10\tAnn Lee\n" });
    expect(codes(result)).toEqual(["error span-mismatch"]);
    expect(result.diagnostics[0]).toMatchObject({ place: "a.ann:1", message: expect.stringContaining("nearest fitting span is 2–9") });
  });

  it("keeps line ends of two characters", () => {
    expect(brief(read("brat", { "a.txt": "One\r\nAnn Lee", "a.ann": "T1\tPER 5 12\tAnn Lee\n" }))).toEqual([["a", "person 5-12 Ann Lee"]]);
  });

  it("reads a mention of several pieces as one, with a warning", () => {
    expect(codes(read("brat", { "a.txt": TEXT, "a.ann": "T1\tPER 2 5;6 9\tAnn Lee\n" }))).toEqual(["warning discontinuous"]);
  });
});

describe("doccano, Label Studio, spaCy and Web Annotation", () => {
  it("reads doccano's lines, old and new", () => {
    const lines = [
      { id: 7, text: TEXT, label: [[2, 9, "PER"]] },
      { text: TEXT, labels: [[2, 9, "person"]] },
      { id: 9, text: TEXT, entities: [{ id: 1, label: "ORG", start_offset: 13, end_offset: 18 }], relations: [] },
    ];
    expect(brief(read("doccano", { f: lines.map((l) => JSON.stringify(l)).join("\n") }))).toEqual([
      ["7", "person 3-10 Ann Lee"],
      ["2", "person 3-10 Ann Lee"],
      ["9", "organization 14-19 Oxfam"],
    ]);
  });

  it("reads Label Studio tasks, whichever unit their offsets count", () => {
    const task = (start: number, end: number) =>
      JSON.stringify([
        {
          id: 4,
          data: { text: TEXT },
          annotations: [
            {
              result: [
                { id: "x", from_name: "ner", to_name: "text", type: "labels", value: { start, end, text: "Ann Lee", labels: ["PER"] } },
              ],
            },
          ],
        },
      ]);
    expect(brief(read("labelstudio", { f: task(2, 9) }))).toEqual([["4", "person 3-10 Ann Lee"]]);
    expect(brief(read("labelstudio", { f: task(3, 10) }))).toEqual([["4", "person 3-10 Ann Lee"]]);
    expect(codes(read("labelstudio", { f: task(5, 12) }))).toEqual(["error span-mismatch"]);
  });

  it("reads spaCy documents, span groups, training examples and paragraphs of spaCy 2", () => {
    const doc = {
      text: TEXT,
      ents: [{ start: 2, end: 9, label: "PERSON" }],
      spans: { sc: [{ start: 24, end: 28, label: "LOC", kb_id: "Q220" }] },
      tokens: [],
    };
    expect(brief(read("spacy", { f: JSON.stringify(doc) }))).toEqual([["1", "person 3-10 Ann Lee", "place 25-29 Rome"]]);
    expect(brief(read("spacy", { f: JSON.stringify([[TEXT, { entities: [[2, 9, "PERSON"]] }]]) }))).toEqual([["1", "person 3-10 Ann Lee"]]);
    expect(brief(read("spacy", { f: JSON.stringify([{ id: "x", paragraphs: [{ raw: TEXT, entities: [[2, 9, "PERSON"]] }] }]) }))).toEqual([
      ["x", "person 3-10 Ann Lee"],
    ]);
  });

  it("gives labels of one kind back as they came", () => {
    const doc = {
      id: "a",
      text: TEXT,
      ents: [
        { start: 13, end: 18, label: "FAC" },
        { start: 24, end: 28, label: "LOC" },
      ],
    };
    const { value } = read("spacy", { f: JSON.stringify([doc]) });
    expect(JSON.parse(INTERCHANGE_FORMATS.get("spacy")!.write(value, { scheme: "bio" }).value[0]!.content)).toEqual([doc]);
  });

  it("reads Web Annotations by position in code points, or by quote", () => {
    const annotation = (selector: unknown) =>
      JSON.stringify({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        type: "Annotation",
        body: { type: "TextualBody", purpose: "tagging", value: "place" },
        target: { source: "https://example.org/news/a.txt", selector },
      });
    expect(brief(read("w3c", { f: annotation({ type: "TextPositionSelector", start: 24, end: 28 }) }, { a: TEXT }))).toEqual([
      ["a", "place 25-29 Rome"],
    ]);
    expect(
      brief(read("w3c", { f: annotation({ type: "TextQuoteSelector", exact: "Rome", prefix: "to " }) }, { a: "Rome fell. Back to Rome." })),
    ).toEqual([["a", "place 19-23 Rome"]]);
    expect(codes(read("w3c", { f: annotation({ type: "TextQuoteSelector", exact: "Rome" }) }))).toEqual(["error no-text"]);
  });

  it("names what is lost", () => {
    const record = {
      id: "a",
      text: "12 died",
      mentions: [
        { kind: "casualty", start: 0, end: 2, outcome: "killed", value: 12 },
        { kind: "person", start: 0, end: 7 },
      ],
    };
    const lost = (name: string) =>
      INTERCHANGE_FORMATS.get(name)!
        .write([record], { scheme: "bio" })
        .diagnostics.map((d) => d.message)
        .join("\n");
    expect(lost("doccano")).toBe("doccano cannot hold these fields, which are left out: outcome (1), value (1)");
    expect(lost("conll")).toContain('casualty "12" at 0');
    expect(lost("jsonl") + lost("brat") + lost("labelstudio") + lost("w3c")).toBe("");
    expect(INTERCHANGE_FORMATS.get("spacy")!.write([{ id: "a", mentions: [] }], { scheme: "bio" }).diagnostics[0]?.message).toContain(
      "--articles",
    );
  });
});
