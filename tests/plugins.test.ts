import nlp from "compromise";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";
import { describe, expect, it } from "vitest";
import dateline, { type DatelineMethods } from "../src/plugins/compromise.js";
import { createReader } from "../src/plugins/wink.js";

const TEXT =
  "  At least 12 people were killed in Ostrava on Friday, police said. She didn't say more.\n\nThree others are missing, said Mary Holt.";

describe("dateline/compromise", () => {
  nlp.plugin(dateline);
  type Doc = ReturnType<typeof nlp> & DatelineMethods<ReturnType<typeof nlp>>;
  const doc = nlp(TEXT) as unknown as Doc;

  it("gives figures, dates and names as views with what was found", () => {
    const figures = doc.casualties();
    expect(figures.out("array")).toEqual(["At least 12", "Three"]);
    expect(figures.get().map(({ outcome, value, qualifier }) => [outcome, value, qualifier])).toEqual([
      ["killed", 12, "at-least"],
      ["missing", 3, "exact"],
    ]);
    expect(doc.names().out("array")).toEqual(["Ostrava", "Mary Holt."]);
    expect(doc.timexes().get()[0]?.value).toBe("XXXX-WXX-5");
    expect(doc.timexes({ publishedAt: "2025-03-11" }).get()[0]).toMatchObject({ value: "2025-03-07", text: "Friday" });
  });

  it("looks in a view for what lies in it", () => {
    const last = doc.match("three .*") as unknown as Doc;
    expect(last.casualties().out("array")).toEqual(["Three"]);
    expect(
      last
        .names()
        .get()
        .map(({ text, kind }) => [text, kind]),
    ).toEqual([["Mary Holt", "person"]]);
    expect((doc.match("police") as unknown as Doc).casualties().found).toBe(false);
  });

  it("writes its mentions into the JSON of compromise, where it is asked", () => {
    const found = doc.casualties().json({ text: true }) as readonly {
      readonly text: string;
      readonly dateline: { readonly start: number };
    }[];
    expect(found.map(({ text, dateline: { start } }) => [text, TEXT.slice(start).startsWith(text)])).toEqual([
      ["At least 12", true],
      ["Three", true],
    ]);
    const sentences = doc.json({ dateline: { publishedAt: "2025-03-11" } } as object) as unknown as readonly {
      readonly dateline: readonly { readonly kind: string }[];
    }[];
    expect(sentences.map((sentence) => sentence.dateline.map(({ kind }) => kind))).toEqual([
      ["casualty", "place", "date"],
      [],
      ["casualty", "person"],
    ]);
    expect(doc.json()).not.toHaveProperty("0.dateline");
  });

  it("reads a document anew when its words have changed", () => {
    const changed = nlp(TEXT) as unknown as Doc;
    expect(changed.casualties().get()[1]?.value).toBe(3);
    changed.replace("three", "four");
    expect(changed.casualties().get()[1]?.value).toBe(4);
  });
});

describe("dateline/wink", () => {
  it("gives what it finds with the tokens of the document", async () => {
    const read = await createReader();
    const document = winkNLP(model).readDoc(TEXT);
    const { casualties, timexes, names, tolls } = read(document, { publishedAt: "2025-03-11" });
    const words = document.tokens().out();
    const covered = ({ tokens: { from, to } }: { readonly tokens: { readonly from: number; readonly to: number } }): string =>
      words.slice(from, to).join(" ");
    expect(casualties.map((figure) => [covered(figure), figure.outcome, figure.value])).toEqual([
      ["At least 12", "killed", 12],
      ["Three", "missing", 3],
    ]);
    expect(timexes.map((date) => [covered(date), date.value])).toEqual([["Friday", "2025-03-07"]]);
    expect(names.map((name) => [covered(name), name.kind])).toEqual([
      ["Ostrava", "place"],
      ["Mary Holt", "person"],
    ]);
    expect(casualties.every(({ start, end, text }) => document.out().slice(start, end) === text)).toBe(true);
    expect(tolls.map(({ outcome, best }) => [outcome, best])).toContainEqual(["killed", 12]);
  });
});
