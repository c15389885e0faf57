import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGuide } from "../../src/shell/review/load-guide.js";
import { openReviewJournal } from "../../src/shell/review/review-journal.js";
import { openReviewStore } from "../../src/shell/review/open-review-store.js";
import { openMemoryReview } from "./memory-store.js";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "dateline-test-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (seq: number): string =>
  `${JSON.stringify({ seq, at: "2026-01-01T00:00:00Z", who: "ana", do: "wrong", article: "a", key: `k${seq}` })}\n`;

describe("the journal of a reviewer", () => {
  it("drops a last line that a power cut tore, and goes on behind the whole ones", async () => {
    const path = join(folder, "review.ana.jsonl");
    writeFileSync(path, line(1) + line(2) + '{"seq":3,"at":"20');
    const journal = await openReviewJournal(path);
    expect(journal.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    await journal.append(line(3));
    await journal.close();
    expect(readFileSync(path, "utf8")).toBe(line(1) + line(2) + line(3));
  });

  it("refuses a file whose lines are missing or changed, and names the line", async () => {
    const path = join(folder, "review.ana.jsonl");
    writeFileSync(path, line(1) + line(3));
    await expect(openReviewJournal(path)).rejects.toThrow(`${path}:2: is not line 2 of a review`);
  });
});

describe("the files of a run under review", () => {
  const files = () => ({
    run: folder,
    journal: join(folder, "review.ana.jsonl"),
    decisions: join(folder, "decisions.jsonl"),
    gold: null,
    second: null,
  });
  const writeRun = (): void => {
    const ids = ["a", 'b"\u2028ü', "c"];
    writeFileSync(
      join(folder, "annotations.jsonl"),
      ids.map((id) => `${JSON.stringify({ id, title: null, publishedAt: null, mentions: [] })}\n`).join(""),
    );
    writeFileSync(join(folder, "texts.jsonl"), ids.map((id) => `${JSON.stringify({ id, text: `Text of ${id} 😀\r\n` })}\n`).join(""));
    writeFileSync(join(folder, "articles.csv"), '\uFEFFarticle_id,source\na,"The Tarn Post, evening"\n');
  };

  it("are read article by article, text untouched", async () => {
    writeRun();
    const store = await openReviewStore(files());
    const review = await openMemoryReview(store);
    expect((await review.article('b"\u2028ü'))?.text).toBe('Text of b"\u2028ü 😀\r\n');
    expect(review.session().sources).toEqual(["The Tarn Post, evening"]);
    await store.close();
  });

  it("are one server's alone, and free again when it ends", async () => {
    writeRun();
    const store = await openReviewStore(files());
    await expect(openReviewStore(files())).rejects.toThrow("another run");
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(["annotations.jsonl", "articles.csv", "review.ana.jsonl", "texts.jsonl"]);
    await (await openReviewStore(files())).close();
  });

  it("say what is missing", async () => {
    await expect(openReviewStore(files())).rejects.toThrow("annotations.jsonl: no such file");
    writeRun();
    appendFileSync(join(folder, "annotations.jsonl"), "{}\n");
    const store = await openReviewStore(files());
    await expect(openMemoryReview(store)).rejects.toThrow("annotations.jsonl:4: is no annotation record");
    await store.close();
  });
});

describe("the guide", () => {
  it("comes with the program, each page with its version", async () => {
    const guide = await loadGuide();
    expect(Object.keys(guide)).toEqual(["names", "dates", "casualties", "incidents"]);
    for (const { version, text } of Object.values(guide)) {
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(text.length).toBeGreaterThan(1000);
    }
  });
});
