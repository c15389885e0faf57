import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dateline, freshFolder, type Ended } from "./command-line.js";

const FIRE =
  "HALDE, March 4 - A fire in the Orchard Street market of Halde killed at least six people on Monday, fire chief Odile Brandvik said.";
const ARTICLES = [
  { id: "fire", title: "Six die in market fire", publishedAt: "2024-03-04", text: `${FIRE} Eleven people were injured in the blaze.` },
  {
    id: "fire",
    title: "Toll of fire at nine",
    publishedAt: "2024-03-05",
    text: "Nine people are now known to have died in Halde's market.",
  },
  { id: "copy", title: "Six die", publishedAt: "2024-03-05", text: `${FIRE} Eleven people were injured in the blaze.` },
  { id: "none", text: 123 },
];

interface Answer {
  readonly of: number;
  readonly kind: string;
  readonly id: string;
  readonly record: string;
  readonly text: string;
  readonly digest: string;
  readonly rows: Readonly<Record<string, readonly (readonly unknown[])[]>>;
  readonly copyable: unknown;
}

const lines = <T>(text: string): T[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const input = ARTICLES.map((article) => JSON.stringify(article));
const requests = input.map((text, of) => ({ of, file: "in.jsonl", record: of + 1, stem: `in-${of + 1}`, text }));
const sent = (all: readonly object[]): string => all.map((line) => JSON.stringify(line) + "\n").join("");

let folder = "";
let answers: Answer[] = [];
const written = (name: string): string => readFileSync(join(folder, "out", name), "utf8");

describe("dateline engine", () => {
  beforeAll(async () => {
    folder = freshFolder();
    writeFileSync(join(folder, "in.jsonl"), input.join("\n"));
    await dateline(["extract", "in.jsonl", "-o", "out", "--format", "none"], "", folder);
    answers = lines<Answer>((await dateline(["engine", "annotate"], sent(requests), folder)).stdout);
  });

  it("answers every request in order, an article a line and a line at its end", () => {
    expect(answers.map(({ of, kind }) => `${of} ${kind}`)).toEqual(
      requests.flatMap(({ of }) => [`${of} ${of === 3 ? "reject" : "article"}`, `${of} done`]),
    );
  });

  it("settles ids and copies, and gives the records and texts that a run writes", async () => {
    const articles = answers.filter(({ kind }) => kind === "article");
    const asked = articles.map(({ id, of, copyable }) => ({ id, file: "in.jsonl", record: of + 1, copyable }));
    const { stdout } = await dateline(["engine", "settle"], sent(asked), folder);
    const settled = lines<{ id: string; duplicateOf: string | null; similarity: number | null; warning: string | null }>(stdout);
    expect(settled.map(({ id, duplicateOf, similarity }) => [id, duplicateOf, similarity])).toEqual([
      ["fire", null, null],
      ["fire-2", null, null],
      ["copy", "fire", 1],
    ]);
    expect(settled[1]?.warning).toContain("fire-2");
    const renamed = requests.map((request, at) => ({ ...request, ids: { "0:0": settled[at]?.id ?? "" } })).slice(0, 3);
    const again = lines<Answer>((await dateline(["engine", "annotate"], sent(renamed), folder)).stdout).filter(
      ({ kind }) => kind === "article",
    );
    expect(again.map(({ record }) => record + "\n").join("")).toBe(written("annotations.jsonl"));
    expect(again.map(({ text }) => text + "\n").join("")).toBe(written("texts.jsonl"));
    const digests = again.map(
      ({ digest }, at) =>
        `{"id":${JSON.stringify(settled[at]?.id)},"duplicateOf":${JSON.stringify(settled[at]?.duplicateOf)},${digest.slice(1)}\n`,
    );
    const findings = lines<{ part: string; line: string }>((await dateline(["engine", "collate"], digests.join(""), folder)).stdout);
    for (const part of ["incidents", "entities"]) {
      const found = findings.filter((finding) => finding.part === part).map(({ line }) => line + "\n");
      expect(found.join("")).toBe(written(`${part}.jsonl`));
    }
  });

  it("reads a file by its copy on this machine and names it as the user does", async () => {
    const asked = [{ of: 1, file: "hdfs://news/in.jsonl", path: join(folder, "in.jsonl") }];
    const found = lines<Answer & { place: string }>((await dateline(["engine", "annotate"], sent(asked), folder)).stdout);
    expect(found.map(({ kind }) => kind)).toEqual(["article", "article", "article", "reject", "done"]);
    expect(found[3]?.place).toBe("hdfs://news/in.jsonl:4");
    expect(JSON.stringify(found[0]?.rows["articles"])).toContain("hdfs://news/in.jsonl");
  });

  it("describes its tables with the type of every column", async () => {
    const { stdout } = await dateline(["engine", "describe"]);
    const { tables } = JSON.parse(stdout) as { tables: { name: string; columns: { name: string; type: string }[] }[] };
    const header = written("casualties.csv")
      .replace(/^\ufeff/, "")
      .split(/\r?\n/)[0];
    expect(
      tables
        .find(({ name }) => name === "casualties")
        ?.columns.map(({ name }) => name)
        .join(","),
    ).toBe(header);
  });

  it("names the line and the key of a request that is none", async () => {
    const ends: Ended[] = [];
    for (const line of ["{", '{"of":1}', '{"of":1,"file":"a"}', '{"of":1,"file":"a","text":"b","bites":"c"}'])
      ends.push(await dateline(["engine", "annotate"], line));
    expect(ends.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(ends.map(({ stderr }) => stderr.split("\n").length)).toEqual([2, 2, 2, 2]);
    expect(ends[1]?.stderr).toContain("<stdin>:1: file");
    expect(ends[3]?.stderr).toContain("bites");
  });
});
