import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { createCoreExtractor } from "../src/core.js";
import {
  createExtractor,
  createPool,
  drawTables,
  extractAll,
  formatCsv,
  formatWorkbook,
  readArticles,
  readCoreResources,
  type ArticleInput,
} from "../src/index.js";
import { otherEngine } from "../src/shell/refuse-engine.js";
import { freshFolder, PROJECT } from "./command-line.js";

const ARTICLES: readonly ArticleInput[] = Array.from({ length: 50 }, (_, index) => ({
  id: `a${index}`,
  title: `Fire number ${index}`,
  publishedAt: "2024-05-04",
  text: `KYIV, May 4 - At least ${index + 2} people were killed in Kyiv on Friday, the mayor said. Three people were injured.`,
}));

describe("the library on many articles", () => {
  it("extracts from articles as they come, in order, each with tolls and incidents", async () => {
    const stream = async function* (): AsyncGenerator<ArticleInput> {
      yield* ARTICLES.slice(0, 5);
    };
    const best: (number | null | undefined)[] = [];
    for await (const { tolls, incidents } of extractAll(stream())) {
      expect(incidents).toHaveLength(1);
      best.push(tolls.find(({ outcome }) => outcome === "killed")?.best);
    }
    expect(best).toEqual([2, 3, 4, 5, 6]);
  });

  it("leaves the caller's thread free while a pool reads fifty at once, and gives what one thread gives", async () => {
    const pool = await createPool({ jobs: 2 });
    try {
      await pool.extract(ARTICLES[0] as ArticleInput);
      let [turns, under] = [0, true];
      const turn = (): void => {
        turns++;
        if (under) setImmediate(turn);
      };
      setImmediate(turn);
      const results = await Promise.all(ARTICLES.map((article) => pool.extract(article)));
      under = false;
      const alone = await createExtractor();
      expect(results).toEqual(ARTICLES.map((article) => JSON.parse(JSON.stringify(alone(article))) as unknown));
      // The thread turned many times for each article: it was never held by one.
      expect(turns).toBeGreaterThan(ARTICLES.length);
      const inOrder: number[] = [];
      for await (const { tolls } of pool.extractAll(ARTICLES.slice(0, 8))) inOrder.push(tolls[0]?.best ?? 0);
      expect(inOrder).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
      await expect(pool.extract({ text: 7 } as never)).rejects.toThrow("`text` is 7");
    } finally {
      await pool.close();
    }
  });

  it("says what is wrong with the options of a pool", async () => {
    await expect(createPool({ jobs: 0 })).rejects.toThrow("createPool: `jobs` is 0; give a whole number from 1 to 256.");
    await expect(createPool({ profile: "x" as never })).rejects.toThrow("createPool: `profile`");
  });

  it("reads files of any kind, and draws the tables and the workbook of the command line", async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, "in"));
    writeFileSync(join(folder, "in/a.txt"), ARTICLES[3]?.text ?? "");
    writeFileSync(join(folder, "in/b.jsonl"), JSON.stringify({ id: "b", text: "Two men died in Lima." }) + "\nnot json\n");
    const read = [];
    for await (const one of readArticles([join(folder, "in")])) read.push(one);
    expect(read.map((one) => ("article" in one ? one.article.id : one.reject.code))).toEqual(["a", "b", expect.any(String)]);
    const extract = await createExtractor();
    const article = ARTICLES[3] as ArticleInput;
    const tables = drawTables(article, extract(article));
    const tolls = tables.find(({ name }) => name === "tolls");
    const [row] = parse(formatCsv([tolls?.header ?? [], ...(tolls?.rows ?? [])]), { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      title: "Fire number 3",
      outcome: "killed",
      best: "5",
      place: "Kyiv",
      country: "UA",
      date_from: "2024-05-03",
    });
    const since = { id: "c", text: "Since March the disease has killed 342 people in Kyiv.", publishedAt: "2024-05-04" };
    const figures = drawTables(since, extract(since)).find(({ name }) => name === "casualties");
    expect(parse(formatCsv([figures?.header ?? [], ...(figures?.rows ?? [])]), { columns: true })).toMatchObject([
      { figure: "342", scope: "cumulative", date_from: "2024-03-01", date_to: "2024-05-04", date_words: "March" },
    ]);
    const sheets = await readXlsxFile(Buffer.from(await formatWorkbook([tables])));
    expect(sheets.find(({ sheet }) => sheet === "tolls")?.data).toHaveLength((tolls?.rows.length ?? 0) + 1);
  });

  it("finds the same from bytes alone as from the files of the package", async () => {
    const core = createCoreExtractor(await readCoreResources());
    const extract = await createExtractor();
    for (const article of ARTICLES.slice(0, 3)) expect(core(article)).toEqual(extract(article));
  });

  it("can be required by CommonJS, and refuses an engine that gives other results", () => {
    const { extract } = createRequire(import.meta.url)(join(PROJECT, "dist/index.js")) as { extract: unknown };
    expect(typeof extract).toBe("function");
    expect(otherEngine({ node: "22.0.0", bun: "1.4.5" })).toMatch(/Bun 1\.4\.5 .* Node 20\.19/);
    expect(otherEngine({ node: "22.0.0" })).toBeNull();
  });
});
