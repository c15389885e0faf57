import { describe, expect, it } from "vitest";
import type { DrawnItem } from "../src/shell/batch/draw-unit.js";
import { createHashIndex } from "../src/link/hash-index.js";
import { bufferWrites } from "../src/shell/output/buffer-writes.js";
import { packUnit } from "../src/shell/batch/pack-unit.js";
import { createSettler } from "../src/shell/batch/settle-results.js";
import { createTextList } from "../src/shell/batch/text-list.js";

type ReadItem = Extract<DrawnItem, { readonly outcome: "read" }>;

const drawn: ReadItem["drawn"] = {
  record: "",
  text: "",
  csv: [],
  sheets: null,
  digest: "",
  entry: null,
  row: [],
  skipped: false,
  undated: false,
  tokens: 0,
  entities: 0,
  mentions: { person: 0, organization: 0, place: 0, group: 0, date: 0, casualty: 0 },
};
const article = (id: string, textHash: string): ReadItem => ({
  outcome: "read",
  id,
  origin: { file: "a.jsonl", record: 7, offset: 0 },
  drawn,
  copyable: { textHash: `sha256:${textHash}`, signature: null },
});

describe("what a run remembers of its articles", () => {
  it("keeps ids apart, however often one is given", () => {
    const settle = createSettler();
    expect(["report", "other", "report", "report", "report-2"].map((id, i) => settle(article(id, `text ${i}`)).id)).toEqual([
      "report",
      "other",
      "report-2",
      "report-3",
      "report-2-2",
    ]);
  });

  it("tells where an id was given before", () => {
    const settle = createSettler();
    expect(settle(article("report", "a")).warning).toBeNull();
    expect(settle(article("report", "b")).warning).toMatchObject({ code: "duplicate-id", place: "a.jsonl#7" });
  });

  it("names the first of a hundred thousand articles that a later one copies, by the id that the run gave it", () => {
    const settle = createSettler();
    settle(article("é—first", "0"));
    settle(article("é—first", "1"));
    for (let i = 2; i < 100_000; i++) expect(settle(article(`article-${i}`, String(i))).duplicate).toBeNull();
    expect(settle(article("copy", "0")).duplicate).toEqual({ of: "é—first", similarity: 1 });
    expect(settle(article("another copy", "1")).duplicate).toEqual({ of: "é—first-2", similarity: 1 });
    expect(settle(article("a third", "99999")).duplicate).toEqual({ of: "article-99999", similarity: 1 });
  });

  it("takes no two texts for one among hundreds of thousands that differ in a letter", () => {
    const index = createHashIndex();
    const texts = Array.from({ length: 200_000 }, (_, i) => `${i % 7}-article-${i.toString(36)}`);
    for (const [i, text] of texts.entries()) {
      expect(index.get(text)).toBeUndefined();
      index.set(text, i);
    }
    expect(texts.every((text, i) => index.get(text) === i)).toBe(true);
    index.set("0-article-0", 5);
    expect(index.get("0-article-0")).toBe(5);
  });

  it("gives texts back as they were, of any length and script", () => {
    const list = createTextList();
    const texts = ["", "a", "Ünïcödé 東京 🙂", "x".repeat(200_000), ...Array.from({ length: 10_000 }, (_, i) => `id-${i}`)];
    for (const text of texts) list.add(text);
    expect(texts.every((text, i) => list.at(i) === text)).toBe(true);
  });
});

describe("a result on its way between threads", () => {
  const unit = (size: number) => ({
    warnings: [],
    items: [
      {
        ...article("a", "1"),
        drawn: {
          ...drawn,
          record: `{"é":1}\n`,
          csv: ["a,b\r\n", "", "🙂".repeat(size)],
          sheets: [{ xml: "<row/>", rows: 1, longest: [1] }],
        },
      },
    ],
  });
  const textOf = (piece: string | Uint8Array | undefined): string => Buffer.from(piece ?? "").toString("utf8");

  it("holds the same texts as UTF-8 in one buffer, also in one that served before", () => {
    const first = packUnit('{"items":[]}', unit(3), null);
    const second = packUnit('{"items":[1]}', unit(5), first.buffer);
    expect(second.buffer).toBe(first.buffer);
    expect(textOf(second.json)).toBe('{"items":[1]}');
    const [item] = (second.drawn?.items ?? []) as ReadItem[];
    expect([item?.drawn.record, ...(item?.drawn.csv ?? []), item?.drawn.sheets?.[0]?.xml].map(textOf)).toEqual([
      `{"é":1}\n`,
      "a,b\r\n",
      "",
      "🙂".repeat(5),
      "<row/>",
    ]);
  });

  it("takes a larger buffer where the one that served before is too small", () => {
    const first = packUnit("{}", unit(3), null);
    const second = packUnit("{}", unit(200_000), first.buffer);
    expect(second.buffer).not.toBe(first.buffer);
    expect(textOf((second.drawn?.items[0] as ReadItem).drawn.csv[2])).toBe("🙂".repeat(200_000));
  });
});

describe("writes that are gathered", () => {
  it("come out whole and in order, whatever their sizes, though what was given is overwritten at once", async () => {
    const out: Buffer[] = [];
    const { append, flush } = bufferWrites(async (bytes) => void out.push(Buffer.from(bytes)));
    let expected = "";
    const scratch = new Uint8Array(1000);
    for (let i = 0; i < 300; i++) {
      const text = i % 90 === 0 ? "€".repeat(120_000) : `${i}é`.repeat(i * 5);
      expected += text;
      await append(text);
      scratch.fill(97 + (i % 26));
      expected += String.fromCharCode(97 + (i % 26)).repeat(1000);
      await append(scratch);
    }
    await flush();
    expect(Buffer.concat(out).toString("utf8") === expected).toBe(true);
    expect(out.length).toBeLessThan(30);
  });
});
