import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { TABLES } from "../../src/formats/tables/all-tables.js";
import { CORPUS_TABLES } from "../../src/formats/tables/corpus-tables.js";
import { undisarm } from "../../src/formats/tables/csv.js";
import { dateline, freshFolder, PROJECT } from "../command-line.js";

const ARTICLES = [
  {
    id: "flood",
    title: "Flood kills 5-24",
    source: "=SUM(1)",
    url: "https://news.example/a?b=1&c=2",
    publishedAt: "2024-05-03",
    text: "NORVIK, May 3 (Coast Wire) - At least four people were killed in Paris on Friday, Mayor Anna Lind said. 5-24 people were injured.",
  },
  {
    id: "=cmd|' /C calc'!A0",
    title: "＝1+1",
    text: "Two men were detained in Kyiv, Anna Lind said.\n1-4 children were hurt on 1 March 1850.",
  },
  {
    id: "copy",
    title: "-1",
    publishedAt: "2024-05-04",
    text: "NORVIK, May 3 (Coast Wire) - At least four people were killed in Paris on Friday, Mayor Anna Lind said. 5-24 people were injured.",
  },
  {
    id: "fr",
    text: "Au moins quatre personnes ont été tuées vendredi dans le nord du pays, a annoncé la police, qui recherche encore deux hommes disparus depuis jeudi soir près de la rivière et de son vieux pont.",
  },
];

/** Words that are reserved in SQL:2016, or that DuckDB takes for columns only in quotes. */
const SQL_WORDS = new Set(
  (
    "all alter analyse analyze and any anti array as asc asof at authorization begin between bigint binary bit boolean both by call case cast " +
    "char character check close collate column columns commit constraint create cross cube current cursor cycle date day dec decimal declare " +
    "default delete desc describe distinct do double drop dynamic each element else end equals escape except exec execute exists external " +
    "extract false fetch filter float for foreign free freeze from full function generated get glob global grant group grouping groups having " +
    "hold hour identity ilike in indicator inner inout insert int integer intersect interval into is isnull join language large lateral " +
    "leading left like limit local map match member merge method minute mod module month national natural nchar new no none not notnull null " +
    "nullif numeric of offset old on only open or order out outer over overlaps overlay parameter partition percent period pivot portion " +
    "position precedes precision prepare primary procedure qualify range rank reads real recursive ref references referencing release result " +
    "return returns revoke right rollback rollup row rows scroll search second select semi sensitive session set setof show similar smallint " +
    "some specific sql start static struct submultiset substring succeeds summarize symmetric system table tablesample then time timestamp to " +
    "trailing translate treat trigger trim true truncate tuple unbounded union unique unknown unnest unpivot update uppercase user using value " +
    "values varbinary varchar variadic varying verbose when whenever where window with within without year"
  ).split(" "),
);

let out = "";
const file = (name: string): string => join(out, name);
const lines = (name: string): unknown[] =>
  readFileSync(file(name), "utf8")
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
const rows = (name: string): Record<string, string>[] =>
  parse(readFileSync(file(name)), { bom: true, columns: true }) as Record<string, string>[];

beforeAll(async () => {
  const folder = freshFolder();
  out = join(folder, "out");
  writeFileSync(join(folder, "a.jsonl"), ARTICLES.map((article) => JSON.stringify(article)).join("\n") + "\nnot json\n");
  const { code } = await dateline(["extract", "a.jsonl", "-o", "out", "--format", "all"], "", folder);
  expect(code).toBe(3);
});

describe("the outputs of a run", () => {
  it.each([
    ["annotation", "annotations.jsonl"],
    ["reject", "rejects.jsonl"],
    ["run", "run.json"],
  ])("fit schemas/%s.schema.json", (schema, name) => {
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(join(PROJECT, `schemas/${schema}.schema.json`), "utf8")) as AnySchema,
    );
    const values = name === "run.json" ? [JSON.parse(readFileSync(file(name), "utf8")) as unknown] : lines(name);
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it("fit the Table Schema of datapackage.json: columns, types, keys", () => {
    const { resources } = JSON.parse(readFileSync(file("datapackage.json"), "utf8")) as {
      resources: { name: string; path: string; schema: { fields: { name: string; type: string }[] } }[];
    };
    expect(resources.map(({ name }) => name)).toEqual([...TABLES, ...CORPUS_TABLES].map(({ name }) => name));
    const ids = new Set(rows("articles.csv").map((row) => row["article_id"]));
    expect(ids.size).toBe(ARTICLES.length);
    const forms: Record<string, RegExp> = {
      string: /^/,
      integer: /^-?\d+$/,
      number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
      boolean: /^(?:TRUE|FALSE)$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
    };
    for (const { path, schema } of resources) {
      for (const row of rows(path)) {
        expect(Object.keys(row)).toEqual(schema.fields.map(({ name }) => name));
        for (const { name, type } of schema.fields) if (row[name] !== "") expect(row[name]).toMatch(forms[type]!);
        if ("article_id" in row) expect(ids).toContain(row["article_id"]);
      }
    }
  });

  it("answer who was killed where and when in one table, the answer first", () => {
    const [killed] = rows("casualties.csv").filter(
      (row) => row["article_id"] === "flood" && row["outcome"] === "killed" && row["field"] === "text",
    );
    const said = {
      published: "2024-05-03",
      outcome: "killed",
      low: "4",
      place: "Paris",
      country: "FR",
      date_from: "2024-05-03",
      attribution: "Mayor Anna Lind",
      sentence: expect.stringContaining("At least four people") as string,
    };
    expect(killed).toMatchObject({ title: "Flood kills 5-24", figure: "4", victims: "people", ...said });
    const toll = rows("tolls.csv").find((row) => row["incident_id"] === killed?.["incident_id"] && row["outcome"] === "killed");
    expect(toll).toMatchObject({ best: "4", ...said });
    expect(Object.keys(killed ?? {}).slice(0, 4)).toEqual(["title", "published", "source", "outcome"]);
    expect(rows("incidents.csv").find((row) => row["killed"] === "4")).toMatchObject({
      place: "Paris",
      country: "FR",
      date_from: "2024-05-03",
      sentence: said.sentence,
    });
  });

  it("show the evidence of a toll among its words, and name its figures by their ids", () => {
    const toll = rows("tolls.csv").find((row) => row["article_id"] === "flood" && row["outcome"] === "killed");
    expect(toll?.["figures"]).toContain("[At least four] people were killed in Paris");
    const ids = rows("casualties.csv").map((row) => row["figure_id"]);
    for (const id of toll?.["figure_ids"]?.split("; ") ?? []) expect(ids).toContain(id);
    for (const row of rows("tolls.csv")) for (const cell of Object.values(row)) expect(cell).not.toMatch(/ @\d/);
  });

  it("have an id a row that no other row has, and that is the same in another run among other articles", async () => {
    const folder = freshFolder();
    writeFileSync(
      join(folder, "b.jsonl"),
      [{ id: "other", text: "Nine people were killed in Lima." }, ARTICLES[0]].map((article) => JSON.stringify(article)).join("\n"),
    );
    await dateline(["extract", "b.jsonl", "-o", "out", "--format", "none"], "", folder);
    for (const [table, id] of [
      ["casualties", "figure_id"],
      ["tolls", "toll_id"],
      ["mentions", "mention_id"],
      ["dates", "mention_id"],
      ["article_incidents", "incident_id"],
    ] as const) {
      const of = (name: string): readonly (string | undefined)[] =>
        (parse(readFileSync(name), { bom: true, columns: true }) as Record<string, string>[]).map((row) => row[id]);
      const here = of(file(`${table}.csv`));
      expect(here.length).toBeGreaterThan(0);
      expect(new Set(here).size).toBe(here.length);
      const there = of(join(folder, `out/${table}.csv`));
      expect(there.filter((value) => value?.startsWith("flood#"))).toEqual(here.filter((value) => value?.startsWith("flood#")));
    }
  });

  it("have no column that a database takes for a word of SQL", () => {
    for (const { name, columns } of [...TABLES, ...CORPUS_TABLES])
      for (const column of columns) expect([name, SQL_WORDS.has(column.name) ? column.name : null]).toEqual([name, null]);
  });

  it("lead from row to row by keys that are there", () => {
    const { resources } = JSON.parse(readFileSync(file("datapackage.json"), "utf8")) as {
      resources: {
        name: string;
        path: string;
        schema: {
          primaryKey?: string[];
          foreignKeys?: { fields: [string]; reference: { resource: string; fields: [string] } }[];
        };
      }[];
    };
    for (const { path, schema } of resources) {
      const keys = rows(path).map((row) => JSON.stringify(schema.primaryKey?.map((field) => row[field])));
      if (schema.primaryKey) expect([path, new Set(keys).size]).toEqual([path, keys.length]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const targets = new Set(rows(`${reference.resource}.csv`).map((row) => row[reference.fields[0]]));
        for (const row of rows(path)) if (row[fields[0]] !== "") expect(targets).toContain(row[fields[0]]);
      }
    }
  });

  it("mark an article that was there before, and one that is not English", () => {
    const [flood, , copy, french] = rows("articles.csv");
    expect([flood?.["duplicate_of"], copy?.["duplicate_of"], copy?.["similarity"]]).toEqual(["", "flood", "1"]);
    expect(french).toMatchObject({
      status: "skipped",
      language_tag: "fr",
      tokens: "",
      reason: expect.stringContaining("French") as string,
    });
    expect(lines("annotations.jsonl")[3]).toMatchObject({ id: "fr", mentions: [], skipped: { language: "fr" } });
  });

  it("hold no cell in CSV that a spreadsheet would run or turn into a day, and numbers as numbers", () => {
    for (const name of readdirSync(out).filter((n) => n.endsWith(".csv"))) {
      for (const row of rows(name))
        for (const cell of Object.values(row)) {
          expect(cell).not.toMatch(/^[\s\u200b]*[=+@＝＋＠\t\r\n]|^\s*-(?!\d)/);
          expect(cell).not.toMatch(/^\d{1,2}-\d{1,2}$/);
        }
    }
    const range = rows("casualties.csv").find((row) => undisarm(row["wording"] ?? "") === "5-24");
    expect(range).toMatchObject({ wording: "'5-24", low: "5", high: "24" });
    expect(
      rows("articles.csv")
        .map((row) => undisarm(row["title"] ?? ""))
        .slice(0, 3),
    ).toEqual(["Flood kills 5-24", "＝1+1", "-1"]);
  });

  it("are one workbook with a sheet a table: text as text, real days and numbers", async () => {
    const sheets = await readXlsxFile(file("dateline.xlsx"));
    expect(sheets.map(({ sheet }) => sheet).slice(0, 3)).toEqual(["incidents", "tolls", "casualties"]);
    expect(sheets.map(({ sheet }) => sheet).slice(-2)).toEqual(["Columns", "How to read this"]);
    expect(new Set(sheets.map(({ sheet }) => sheet).slice(0, -2))).toEqual(new Set([...TABLES, ...CORPUS_TABLES].map(({ name }) => name)));
    const dataOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
    const articles = dataOf("articles");
    expect(articles[0]?.[0]).toBe("article_id");
    const cell = (row: number, name: string): unknown => articles[row]?.[articles[0]!.indexOf(name)];
    expect(cell(1, "published")).toEqual(new Date("2024-05-03T00:00:00Z"));
    expect(typeof cell(1, "tokens")).toBe("number");
    expect([cell(1, "source"), cell(2, "article_id"), cell(2, "title")]).toEqual(["=SUM(1)", ARTICLES[1]?.id, "＝1+1"]);
    const casualties = dataOf("casualties");
    expect(casualties.some((row) => row.includes("5-24") && row.includes(5) && row.includes(24))).toBe(true);
    for (const { name } of [...TABLES, ...CORPUS_TABLES]) expect(dataOf(name)).toHaveLength(rows(`${name}.csv`).length + 1);
    expect(dataOf("tolls").flat()).toContain(true);
  });

  it("are Parquet files with the same rows, typed", async () => {
    for (const { name } of TABLES) {
      const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(file(`${name}.parquet`)) });
      expect(parquet.length).toBe(rows(`${name}.csv`).length);
      expect(parquet.map((row) => row["article_id"] as string)).toEqual(
        rows(`${name}.csv`).map((row) => undisarm(row["article_id"] ?? "")),
      );
    }
    const [first] = await parquetReadObjects({ file: await asyncBufferFromFile(file("articles.parquet")) });
    expect(first).toMatchObject({ published: new Date("2024-05-03T00:00:00Z"), duplicate_of: null, tokens: expect.any(BigInt) as bigint });
  });

  it("say in every format which entity of the corpus a row is", async () => {
    for (const table of ["people", "places"]) {
      const ids = rows(`${table}.csv`).map((row) => undisarm(row["corpus_id"] ?? ""));
      expect(ids.filter((id) => /#(?:person|place):\d+$/.test(id))).toHaveLength(ids.length);
      const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(file(`${table}.parquet`)) });
      expect(parquet.map((row) => row["corpus_id"] as string)).toEqual(ids);
      const [head = [], ...sheet] = (await readXlsxFile(file("dateline.xlsx"))).find((one) => one.sheet === table)!.data;
      expect(sheet.map((row) => row[head.indexOf("corpus_id")])).toEqual(ids);
    }
    expect(rows("places.csv").filter((row) => row["name"] === "Paris").length).toBeGreaterThan(1);
    expect(new Set(rows("places.csv").flatMap((row) => (row["name"] === "Paris" ? [row["corpus_id"]] : []))).size).toBe(1);
    const { features } = JSON.parse(readFileSync(file("places.geojson"), "utf8")) as {
      features: { properties: Record<string, string> }[];
    };
    const located = rows("places.csv").filter((row) => row["latitude"] !== "");
    expect(features.map(({ properties }) => properties["corpus_id"])).toEqual(located.map((row) => undisarm(row["corpus_id"] ?? "")));
  });

  it("are FollowTheMoney entities that refer to each other", () => {
    const entities = lines("followthemoney.jsonl") as { id: string; schema: string; properties: Record<string, string[]> }[];
    const byId = new Map(entities.map((entity) => [entity.id, entity]));
    expect(byId.size).toBe(entities.length);
    expect(entities.filter(({ schema }) => schema === "Article")).toHaveLength(3);
    const mention = entities.find(
      ({ schema, properties }) => schema === "Mention" && properties["name"]?.some((name) => name.includes("Anna Lind")),
    );
    expect(byId.get(mention?.properties["document"]?.[0] ?? "")?.schema).toBe("Article");
    expect(byId.get(mention?.properties["resolved"]?.[0] ?? "")?.schema).toBe("Person");
    for (const { properties } of entities.filter(({ schema }) => schema === "Article"))
      expect(properties["contentHash"]?.[0]).toMatch(/^[0-9a-f]{40}$/);
    const event = entities.find(({ schema, properties }) => schema === "Event" && properties["location"]?.includes("Paris"));
    expect(event?.properties).toMatchObject({
      startDate: ["2024-05-03"],
      country: ["fr"],
      summary: [expect.stringContaining("killed: 4")],
    });
    expect(byId.get(event?.properties["addressEntity"]?.[0] ?? "")?.schema).toBe("Address");
  });
});
