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

  it("mark an article that was there before, and one that is not English", () => {
    const [flood, , copy, french] = rows("articles.csv");
    expect([flood?.["duplicate_of"], copy?.["duplicate_of"], copy?.["similarity"]]).toEqual(["", "flood", "1"]);
    expect(french).toMatchObject({ status: "skipped", language: "fr", tokens: "", reason: expect.stringContaining("French") as string });
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
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["about", ...[...TABLES, ...CORPUS_TABLES].map(({ name }) => name)]);
    const articles = sheets[1]!.data;
    expect(articles[0]?.[0]).toBe("article_id");
    const cell = (row: number, name: string): unknown => articles[row]?.[articles[0]!.indexOf(name)];
    expect(cell(1, "published")).toEqual(new Date("2024-05-03T00:00:00Z"));
    expect(typeof cell(1, "tokens")).toBe("number");
    expect([cell(1, "source"), cell(2, "article_id"), cell(2, "title")]).toEqual(["=SUM(1)", ARTICLES[1]?.id, "＝1+1"]);
    const casualties = sheets.find(({ sheet }) => sheet === "casualties")!.data;
    expect(casualties.some((row) => row.includes("5-24") && row.includes(5) && row.includes(24))).toBe(true);
    for (const { table, data } of TABLES.map((table, i) => ({ table, data: sheets[i + 1]!.data })))
      expect(data).toHaveLength(rows(`${table.name}.csv`).length + 1);
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
  });
});
