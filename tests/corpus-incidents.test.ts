import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { CorpusIncident } from "../src/model/corpus-incident.js";
import { dateline, freshFolder } from "./command-line.js";

/** Seven invented articles: a fire told of three times, the next fire in the same town, the same kind of fire elsewhere, a match. */
const ARTICLES = [
  {
    id: "fire-1",
    publishedAt: "2024-03-04",
    source: "Coast Wire",
    title: "Six die in Tarnby market fire",
    text: "TARNBY, March 4 - A fire that broke out among the fabric stalls of the Halvor Market in Tarnby killed at least six people on Monday, the fire chief, Odile Brandvik, said. Eleven people were injured. The flames spread from a stall that sold lamp oil, witnesses said.",
  },
  {
    id: "fire-2",
    publishedAt: "2024-03-05",
    source: "North Post",
    title: "Toll of market fire rises to nine",
    text: "The number of people killed in Monday's fire at the Halvor Market in Tarnby has risen to nine, fire chief Odile Brandvik said on Tuesday. Thirteen people were injured. Lamp oil sold at one of the fabric stalls fed the flames.",
  },
  {
    id: "fire-3",
    publishedAt: "2024-03-06",
    source: "Coast Wire",
    title: "Tarnby buries its dead",
    text: "Tarnby buried nine people on Wednesday who were killed by Monday's fire at the Halvor Market. Fire chief Odile Brandvik stood at the gate of the fabric stalls, where lamp oil had fed the flames.",
  },
  {
    id: "next",
    publishedAt: "2024-06-20",
    source: "North Post",
    title: "Two dead in Tarnby ferry fire",
    text: "TARNBY, June 20 - Two sailors were killed on Thursday when the engine room of the ferry Sigrun burned at the quay of Tarnby. A cable had overheated, the harbor master, Jens Quist, said.",
  },
  {
    id: "elsewhere",
    publishedAt: "2024-03-04",
    source: "Lake Times",
    title: "Four die in Orsk hotel fire",
    text: "ORVIKSUND, March 4 - Four guests were killed on Monday when a fire gutted the Hotel Miramar in Orviksund, the mayor, Tuva Lindqvist, said. Curtains on the second floor had caught fire from a candle.",
  },
  {
    id: "match",
    publishedAt: "2024-03-04",
    source: "Lake Times",
    title: "United beat Rovers",
    text: "United beat Rovers 3-1 on Monday. Their captain scored twice in the second half and said the win belonged to the supporters, who had sung all night.",
  },
];

let found: readonly CorpusIncident[] = [];
let folder = "";
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const incidentsOf = (name: string): readonly CorpusIncident[] =>
  read(name)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as CorpusIncident);
const articlesOf = ({ reports }: CorpusIncident): readonly string[] => reports.map(({ article }) => article);

beforeAll(async () => {
  folder = freshFolder();
  writeFileSync(join(folder, "a.jsonl"), ARTICLES.map((article) => JSON.stringify(article)).join("\n"));
  await dateline(["extract", "a.jsonl", "-o", "one", "--format", "none", "--jobs", "1"], "", folder);
  await dateline(["extract", "a.jsonl", "-o", "three", "--format", "none", "--jobs", "3"], "", folder);
  found = incidentsOf("one/incidents.jsonl");
});

describe("incidents across articles", () => {
  it("join the reports of one happening, and neither the next in the same town nor its like elsewhere", () => {
    expect(found.map(articlesOf)).toEqual([["fire-1", "fire-2", "fire-3"], ["next"], ["elsewhere"]]);
  });

  it("take the toll that was told last, with rivals side by side in the tables", () => {
    expect(found[0]?.tolls.find(({ outcome }) => outcome === "killed")).toMatchObject({ best: 9, restsOn: ["fire-2", "fire-3"] });
    expect(read("one/incidents.csv")).toContain("6 (2024-03-04 Coast Wire); 9 (2024-03-05 North Post, 2024-03-06 Coast Wire)");
    expect(read("one/incident_reports.csv").match(/,2024-03-0[456],[\w ]+,killed,[69],/g)).toHaveLength(3);
  });

  it("say when and where it happened, and are named after their first report", () => {
    expect(found[0]).toMatchObject({ id: "fire-1#incident:1", date: { from: "2024-03-04", to: "2024-03-04" }, place: { name: "Tarnby" } });
  });

  const FILES = [
    "incidents.jsonl",
    "incidents.csv",
    "incident_reports.csv",
    "entities.jsonl",
    "entities.csv",
    "entity_members.csv",
    "people.csv",
    "organizations.csv",
    "places.csv",
  ];

  it("and entities are the same bytes for every number of workers", async () => {
    await dateline(["extract", "a.jsonl", "-o", "two", "--format", "none", "--jobs", "2"], "", folder);
    expect(read("one/entities.jsonl")).toContain('"name":"Odile Brandvik"');
    for (const name of FILES) for (const jobs of ["two", "three"]) expect(read(`${jobs}/${name}`)).toBe(read(`one/${name}`));
  });

  it("and entities are the same bytes where most of the articles come from an earlier run", async () => {
    writeFileSync(
      join(folder, "grown.jsonl"),
      ARTICLES.slice(0, 4)
        .map((article) => JSON.stringify(article))
        .join("\n"),
    );
    await dateline(["extract", "grown.jsonl", "-o", "grown", "--format", "none"], "", folder);
    expect(incidentsOf("grown/incidents.jsonl")).toHaveLength(2);
    writeFileSync(join(folder, "grown.jsonl"), ARTICLES.map((article) => JSON.stringify(article)).join("\n"));
    await dateline(["extract", "grown.jsonl", "-o", "grown", "--format", "none", "--resume"], "", folder);
    expect((JSON.parse(read("grown/run.json")) as { readonly reused: number }).reused).toBeGreaterThan(0);
    for (const name of FILES) expect(read(`grown/${name}`)).toBe(read(`one/${name}`));
  });
});

describe("rows of people, organizations and places", () => {
  const rowsOf = (name: string): readonly Record<string, string>[] => parse(read(name), { bom: true, columns: true });
  const idsOf = (run: string): readonly string[] =>
    ["people", "organizations", "places"].flatMap((table) =>
      rowsOf(`${run}/${table}.csv`).map((row) => [row["article_id"], row["entity_id"], row["corpus_id"]].join(" ")),
    );

  it("say which entity of the corpus each is, as entity_members.csv does", () => {
    const members = rowsOf("one/entity_members.csv").map((row) => [row["article_id"], row["entity_id"], row["corpus_id"]].join(" "));
    expect([...idsOf("one")].sort()).toEqual([...members].sort());
    const chief = rowsOf("one/people.csv").filter(({ name }) => name === "Odile Brandvik");
    expect(chief.map((row) => [row["article_id"], row["corpus_id"]])).toEqual(
      ["fire-1", "fire-2", "fire-3"].map((article) => [article, chief[0]?.["corpus_id"]]),
    );
  });

  it("follow what people decided, and leave empty what they dropped", async () => {
    const [chief, mayor] = ["Odile Brandvik", "Tuva Lindqvist"].map((name) => {
      const row = rowsOf("one/people.csv").find((one) => one["name"] === name);
      return `${row?.["article_id"]}#${row?.["entity_id"]}`;
    });
    const decisions = [
      { decision: "split", members: [chief] },
      { decision: "drop", members: [mayor] },
    ];
    writeFileSync(join(folder, "entity-decisions.jsonl"), decisions.map((decision) => JSON.stringify(decision)).join("\n"));
    await dateline(["extract", "a.jsonl", "-o", "decided", "--format", "none", "--decisions", "entity-decisions.jsonl"], "", folder);
    const people = rowsOf("decided/people.csv");
    const idOf = (article: string, name: string): string | undefined =>
      people.find((row) => row["article_id"] === article && row["name"] === name)?.["corpus_id"];
    expect(idOf("elsewhere", "Tuva Lindqvist")).toBe("");
    expect(idOf("fire-1", "Odile Brandvik")).toBe(chief);
    expect(idOf("fire-3", "Odile Brandvik")).toBe(idOf("fire-2", "Odile Brandvik"));
    expect(idOf("fire-2", "Odile Brandvik")).not.toBe(chief);
  });
});

describe("what people decided", () => {
  const run = async (
    decisions: readonly object[],
  ): Promise<{ readonly found: readonly CorpusIncident[]; readonly stderr: string; readonly code: number | null }> => {
    writeFileSync(join(folder, "decisions.jsonl"), decisions.map((decision) => JSON.stringify(decision)).join("\n"));
    const { code, stderr } = await dateline(
      ["extract", "a.jsonl", "-o", "one", "--format", "ucdp,acled", "--decisions", "decisions.jsonl"],
      "",
      folder,
    );
    return { found: code === 0 ? incidentsOf("one/incidents.jsonl") : [], stderr, code };
  };

  it("joins, parts, drops and sets, and shows what was decided", async () => {
    const { found: decided } = await run([
      { decision: "merge", members: ["next#incident:1", "elsewhere#incident:1"] },
      { decision: "split", members: ["fire-3#incident:1"] },
      { decision: "set", members: ["fire-1#incident:1"], field: "killed", value: 8 },
      { decision: "set", members: ["fire-1#incident:1"], field: "place", value: { name: "Halvor Market" } },
    ]);
    expect(decided.map(articlesOf).map((ids) => [...ids].sort())).toEqual([["fire-1", "fire-2"], ["fire-3"], ["elsewhere", "next"]]);
    expect(decided[0]).toMatchObject({ place: { name: "Halvor Market" }, decided: ["killed (line 3)", "place (line 4)"] });
    expect(decided[0]?.tolls.find(({ outcome }) => outcome === "killed")).toMatchObject({ best: 8, by: "decided" });
    const { found: dropped } = await run([{ decision: "drop", members: ["fire-2#incident:1"] }]);
    expect(dropped.map(articlesOf)).toEqual([["next"], ["elsewhere"]]);
  });

  it("says which decisions no longer fit, and applies the others", async () => {
    const { found: decided, stderr } = await run([
      { decision: "drop", members: ["gone#incident:1"] },
      { decision: "drop", members: ["next#incident:1"] },
    ]);
    expect(decided.map(articlesOf)).toEqual([["fire-1", "fire-2", "fire-3"], ["elsewhere"]]);
    expect(stderr).toContain("decisions.jsonl:1: No longer fits: drop names gone#incident:1, which this run does not have.");
  });

  it("refuses a line that is no decision, with its place and the remedy", async () => {
    const { code, stderr } = await run([{ decision: "set", members: ["next#incident:1"], field: "killed", value: "two" }]);
    expect(code).not.toBe(0);
    expect(stderr).toContain('decisions.jsonl:1: "two" is no value of killed. A toll is a whole number or null');
  });
});
