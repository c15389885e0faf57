import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { CasualtyMention } from "../../src/model/mention.js";
import type { Layer } from "../../src/model/layer.js";
import type { ReviewAction } from "../../src/model/review.js";
import { toReviewLabel } from "../../src/review/review-label.js";
import { dateline, freshFolder } from "../command-line.js";

const TEXT =
  "Seven people were killed when a bus left the road near Zinder on Monday, police said. Twelve were injured. Officers detained two drivers.";
const OTHER = "A fire in Maradi killed three people on Tuesday, firefighters said.";

type Row = Readonly<Record<string, string>>;

let folder: string;
const read = (name: string): string => readFileSync(join(folder, "out", name), "utf8");
const rowsOf = (table: string): readonly Row[] => parse(read(`${table}.csv`), { columns: true, bom: true });

/** Writes a journal as the review page does. */
function review(actions: readonly ReviewAction[]): void {
  const lines = actions.map((action, index) => JSON.stringify({ seq: index + 1, at: "2026-01-02T00:00:00.000Z", who: "ana", ...action }));
  writeFileSync(join(folder, "out", "review.ana.jsonl"), lines.map((line) => `${line}\n`).join(""));
}

beforeAll(async () => {
  folder = freshFolder();
  const articles = [
    { id: "bus", title: "Bus crash", publishedAt: "2026-01-06", text: TEXT },
    { id: "fire", publishedAt: "2026-01-07", text: OTHER },
  ];
  writeFileSync(join(folder, "a.jsonl"), articles.map((article) => JSON.stringify(article)).join("\n"));
  expect((await dateline(["extract", "a.jsonl", "-o", "out"], "", folder)).code).toBe(0);
});

describe("dateline export --reviewed", () => {
  it("says what to do where nobody reviewed", async () => {
    const { code, stderr } = await dateline(["export", "out", "--reviewed"], "", folder);
    expect([code, stderr]).toEqual([4, expect.stringContaining("Review it first: dateline review out")]);
  });

  it("draws every table with what was accepted, corrected and added, and leaves out what was wrong", async () => {
    const [bus] = read("annotations.jsonl")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Layer);
    const figure = (outcome: string): CasualtyMention =>
      bus!.mentions.find((mention): mention is CasualtyMention => mention.kind === "casualty" && mention.outcome === outcome)!;
    const key = ({ start, end, outcome }: CasualtyMention): string => `casualty:${start}-${end}:${outcome}`;
    const [killed, injured, detained] = [figure("killed"), figure("injured"), figure("detained")];
    const start = TEXT.indexOf("bus");
    review([
      { do: "keep", article: "bus", key: key(injured), label: toReviewLabel(injured, TEXT) },
      { do: "keep", article: "bus", key: key(killed), label: { ...toReviewLabel(killed, TEXT), value: 8, low: 8, high: 8 } },
      { do: "wrong", article: "bus", key: key(detained) },
      {
        do: "add",
        article: "bus",
        inTitle: false,
        label: { kind: "organization", start, end: start + 3, text: "bus", entity: "organization:9" },
      },
    ]);
    const untouched = ["annotations.jsonl", "texts.jsonl", "incidents.jsonl", "entities.jsonl", "rejects.jsonl", "run.json"].map(read);
    const { code, stderr } = await dateline(["export", "out", "--reviewed"], "", folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining("1 rows accepted, 1 corrected, 1 added, 1 left out")]);

    const figures = rowsOf("casualties").map(({ article_id, outcome, figure: value, reviewed }) => [article_id, outcome, value, reviewed]);
    expect(figures).toEqual([
      ["bus", "killed", "8", "corrected"],
      ["bus", "injured", "12", "accepted"],
      ["fire", "killed", "3", "unseen"],
    ]);
    const tolls = rowsOf("tolls").map(({ article_id, outcome, best, reviewed }) => [article_id, outcome, best, reviewed]);
    expect(tolls).toContainEqual(["bus", "killed", "8", "corrected"]);
    expect(tolls.some(([, outcome]) => outcome === "detained")).toBe(false);
    expect(rowsOf("incidents").map(({ killed: best }) => best)).toEqual(["8", "3"]);
    expect(rowsOf("organizations")).toMatchObject([{ name: "bus", reviewed: "added" }]);
    expect(rowsOf("mentions").filter(({ reviewed }) => reviewed === "added")).toHaveLength(1);

    const sheet = await readSheet(join(folder, "out", "dateline.xlsx"), "casualties");
    const column = sheet[0]!.indexOf("reviewed");
    expect(sheet.slice(1).map((row) => row[column])).toEqual(["corrected", "accepted", "unseen"]);
    expect(read("report.html")).toContain('"reviewed":"corrected"');
    expect(read("datapackage.json")).toContain('"name": "reviewed"');
    expect(["annotations.jsonl", "texts.jsonl", "incidents.jsonl", "entities.jsonl", "rejects.jsonl", "run.json"].map(read)).toEqual(
      untouched,
    );
  });

  it("applies the decisions on incidents, and the same again gives the same bytes", async () => {
    writeFileSync(join(folder, "out", "decisions.jsonl"), '{"decision":"set","members":["fire#incident:1"],"field":"killed","value":4}\n');
    await dateline(["export", "out", "--reviewed"], "", folder);
    expect(rowsOf("incidents").map(({ killed, reviewed }) => [killed, reviewed])).toEqual([
      ["8", "unseen"],
      ["4", "corrected"],
    ]);
    const before = ["casualties.csv", "incidents.csv", "report.html"].map(read);
    await dateline(["export", "out", "--reviewed"], "", folder);
    expect(["casualties.csv", "incidents.csv", "report.html"].map(read)).toEqual(before);
  });

  it("asks whose review, where there are several", async () => {
    writeFileSync(join(folder, "out", "review.ben.jsonl"), "");
    const { code, stderr } = await dateline(["export", "out", "--reviewed"], "", folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--reviewer NAME")]);
    expect((await dateline(["export", "out", "--reviewed", "--reviewer", "ben"], "", folder)).code).toBe(0);
    expect(new Set(rowsOf("casualties").map(({ reviewed }) => reviewed))).toEqual(new Set(["unseen"]));
  });
});
