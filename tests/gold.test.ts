import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { parseMarkdownArticle } from "../src/formats/articles/markdown-article.js";
import type { Layer } from "../src/model/layer.js";
import { MENTION_KINDS } from "../src/model/mention.js";
import { PROJECT } from "./command-line.js";

interface GoldRecord extends Layer {
  readonly split: "dev" | "test";
  readonly text: string;
}

const files = readdirSync(join(PROJECT, "corpus")).filter((name) => name.endsWith(".md"));
const articles = new Map(
  files.map((name) => {
    const content = readFileSync(join(PROJECT, "corpus", name), "utf8");
    const [article] = parseMarkdownArticle({ path: name, stem: name.slice(0, -3), content }).value;
    const front = parse(content.split("---\n")[1] ?? "") as { split: string };
    return [article?.id ?? name, { article, split: front.split }];
  }),
);
const gold = readFileSync(join(PROJECT, "gold/gold.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as GoldRecord);

describe("gold", () => {
  it("labels every article of the corpus once, at least thirty of 250 words or more", () => {
    expect(gold.map(({ id }) => id).sort()).toEqual([...articles.keys()].sort());
    expect(gold.length).toBeGreaterThanOrEqual(30);
    for (const { text } of gold) expect(text.split(/\s+/).length).toBeGreaterThan(250);
  });

  it("fits the untouched text of its article, mention by mention", () => {
    for (const record of gold) {
      const text = articles.get(record.id)?.article?.text ?? "";
      expect(record.text).toBe(text);
      expect(record.textHash).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
      for (const mention of record.mentions) {
        expect(text.slice(mention.start, mention.end), record.id).toBe(mention.text);
        expect(MENTION_KINDS).toContain(mention.kind);
      }
      const entities = new Set(record.entities.map(({ id }) => id));
      for (const mention of record.mentions) if ("entity" in mention) expect(entities).toContain(mention.entity);
    }
  });

  it("has every figure in one incident or aggregate, whose place, day and actors are words of the article", () => {
    for (const { id, text, mentions, incidents = [] } of gold) {
      const figures = [...new Set(mentions.filter(({ kind }) => kind === "casualty").map(({ start }) => start))];
      expect(
        incidents.flatMap((incident) => incident.figures).sort((x, y) => x - y),
        id,
      ).toEqual(figures.sort((x, y) => x - y));
      for (const { place, date, actors } of incidents) {
        for (const span of [place, date, ...actors]) if (span) expect(text.slice(span.start, span.end), id).toBe(span.text);
      }
      expect(incidents.filter(({ main }) => main).length, id).toBeLessThanOrEqual(1);
    }
  });

  it("marks a third of the articles as test, disjoint from development, as the corpus does", () => {
    for (const { id, split } of gold) expect(split, id).toBe(articles.get(id)?.split);
    expect(gold.filter(({ split }) => split === "test").length / gold.length).toBeCloseTo(1 / 3, 1);
    expect(new Set(gold.map(({ text }) => text)).size).toBe(gold.length);
  });

  it("shares no sentence between its test articles and the marked sentences of the suite", () => {
    const folder = join(PROJECT, "tests/cases");
    const cases = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").replace(/\[|\|[^\]|]*\]/g, ""))
      .join("\n");
    const shared = gold
      .filter(({ split }) => split === "test")
      .flatMap(({ text }) => text.split(/(?<=[.!?])\s+/))
      .filter((sentence) => sentence.length > 40 && cases.includes(sentence));
    expect(shared).toEqual([]);
  });
});
