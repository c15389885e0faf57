import { describe, expect, it } from "vitest";
import type { Acted, QueueRow, ReviewArticle, ReviewScore, ReviewSession } from "../../src/model/review.js";
import { askRoutes, at, emptyFiles, memoryStore, openMemoryReview, type MemoryArticle } from "./memory-store.js";

const TEXT = "Rescuers said 14 people died when the ferry Lys sank off Tarn on Sunday. Nine were hurt.";
const FIGURE = { kind: "casualty", outcome: "killed", value: 14, low: 14, high: 14, qualifier: "exact", victims: "people" };
const FIGURE_FIELDS = { modality: "reported", scope: "incident", attribution: "Rescuers", implicit: false };

const FERRY: MemoryArticle = {
  id: "ferry",
  title: "Ferry sinks <script>alert(1)</script>",
  text: TEXT,
  source: "The Tarn Post",
  publishedAt: "2026-01-05",
  mentions: [
    at(TEXT, "14", { ...FIGURE, ...FIGURE_FIELDS }),
    at(TEXT, "Tarn", { kind: "place", confidence: 0.4, entity: "place:1" }),
    at(TEXT, "Sunday", { kind: "date", type: "DATE", value: "2026-01-04", mod: null, from: "2026-01-04", to: "2026-01-04" }),
    at(TEXT, "Nine", { ...FIGURE, ...FIGURE_FIELDS, outcome: "injured", value: 9, low: 9, high: 9, doubt: "like-an-age", confidence: 0.8 }),
  ],
};

const open = async (files = emptyFiles(), articles: readonly MemoryArticle[] = [FERRY], options = {}) => {
  const review = await openMemoryReview(memoryStore(articles, files), options);
  const ask = askRoutes(review);
  const article = async (id = "ferry") => (await ask(`article?id=${id}`)).json as ReviewArticle;
  const act = async (...actions: unknown[]) => ask("act", { revision: (await article()).revision, actions });
  const rowOf = async (key: string) => (await article()).rows.find((row) => row.key === key);
  return { review, ask, article, act, rowOf, files };
};

describe("the queue of a review", () => {
  it("shows doubted rows first, then those of low confidence", async () => {
    const { ask } = await open();
    const numbers = (await ask("queue")).json as number[];
    const rows = (await ask(`rows?n=${numbers.join(",")}`)).json as QueueRow[];
    expect(rows.map(({ text }) => text)).toEqual(["Nine", "Tarn", "14", "Sunday"]);
  });

  it("filters by kind, outcome, day, source, status and words", async () => {
    const { ask, act } = await open();
    await act({ do: "wrong", article: "ferry", key: "place:57-61" });
    const count = async (query: string) => ((await ask(`queue?${query}`)).json as number[]).length;
    expect(await count("kind=casualty")).toBe(2);
    expect(await count("outcome=injured")).toBe(1);
    expect(await count("from=2026-01-06")).toBe(0);
    expect(await count("source=The%20Tarn%20Post&to=2026-01-05")).toBe(4);
    expect(await count("status=unseen")).toBe(3);
    expect(await count("status=seen")).toBe(1);
    expect(await count("words=SUN")).toBe(1);
    expect(await count("why=doubt")).toBe(1);
  });
});

describe("a verdict", () => {
  it("accepts, corrects, adds and takes back, each a line of the journal", async () => {
    const { act, ask, rowOf, files, article } = await open();
    const found = await rowOf("casualty:14-16:killed");
    await act({ do: "keep", article: "ferry", key: found!.key, label: found!.label });
    expect((await rowOf(found!.key))?.status).toBe("accepted");
    await act({ do: "keep", article: "ferry", key: found!.key, label: { ...found!.label, value: 15 } });
    expect(await rowOf(found!.key)).toMatchObject({ status: "corrected", label: { value: 15 }, found: { value: 14 } });
    const added = await act({
      do: "add",
      article: "ferry",
      inTitle: false,
      label: { kind: "organization", start: 44, end: 47, text: "Lys" },
    });
    expect((added.json as Acted).article?.rows[0]).toMatchObject({ key: "added:3", status: "added" });
    expect(((await ask("session")).json as ReviewSession).progress).toEqual({ seen: 2, all: 5 });
    await ask("undo", {});
    expect((await article()).rows).toHaveLength(4);
    await ask("undo", {});
    expect((await rowOf(found!.key))?.status).toBe("accepted");
    expect(
      files.journal
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { do: string }).do),
    ).toEqual(["keep", "keep", "add", "undo", "undo"]);
  });

  it("survives a restart, undo too", async () => {
    const first = await open();
    await first.act({ do: "wrong", article: "ferry", key: "place:57-61" });
    await first.act({ do: "wrong", article: "ferry", key: "date:65-71" });
    const second = await open(first.files);
    expect((await second.rowOf("date:65-71"))?.status).toBe("wrong");
    await second.ask("undo", {});
    const third = await open(first.files);
    expect((await third.rowOf("date:65-71"))?.status).toBe("unseen");
    expect((await third.rowOf("place:57-61"))?.status).toBe("wrong");
    expect(((await third.ask("session")).json as ReviewSession).progress.seen).toBe(1);
  });

  it("is refused where another tab was there before, and nothing is lost", async () => {
    const { ask, act, article, files } = await open();
    const { revision } = await article();
    await act({ do: "wrong", article: "ferry", key: "place:57-61" });
    const late = await ask("act", { revision, actions: [{ do: "wrong", article: "ferry", key: "date:65-71" }] });
    expect(late).toMatchObject({ status: 409, json: { stale: true } });
    expect(files.journal.split("\n")).toHaveLength(2);
  });

  it("is refused where the span does not fit the text, or a field is none", async () => {
    const { act, files, rowOf } = await open();
    const label = (await rowOf("casualty:14-16:killed"))!.label;
    const keep = async (change: object) =>
      (await act({ do: "keep", article: "ferry", key: "casualty:14-16:killed", label: { ...label, ...change } })).status;
    expect(await keep({ start: 15 })).toBe(400);
    expect(await keep({ end: 2000 })).toBe(400);
    expect(await keep({ value: -1 })).toBe(400);
    expect(await keep({ outcome: "eaten" })).toBe(400);
    expect(await keep({ color: "red" })).toBe(400);
    expect(files.journal).toBe("");
  });

  it("counts in UTF-16 units of the untouched text, and never cuts a character", async () => {
    const text = "😀 Zoë\u0301 said\r\n12 died. \u05e9\u05dc\u05d5\u05dd";
    const emoji: MemoryArticle = { id: "ferry", text, mentions: [at(text, "12", { ...FIGURE, ...FIGURE_FIELDS, value: 12 })] };
    const { act, article } = await open(emptyFiles(), [emoji]);
    const add = (start: number, end: number) =>
      act({ do: "add", article: "ferry", inTitle: false, label: { kind: "person", start, end, text: text.slice(start, end) } });
    expect((await add(3, 7)).status).toBe(200);
    expect((await add(1, 7)).status).toBe(400);
    const end = text.length;
    expect((await add(end - 4, end)).status).toBe(200);
    expect((await article()).text).toBe(text);
    expect((await article()).rows.map(({ label }) => label.text)).toEqual(["Zoë\u0301", "12", "שלום"]);
  });

  it("keeps what somebody corrected where a later run finds it no more", async () => {
    const { act, files } = await open();
    const label = { kind: "place", start: 57, end: 61, text: "Tarn", entity: "place:1" };
    await act({ do: "keep", article: "ferry", key: "place:57-61", label });
    const { article } = await open(files, [{ ...FERRY, mentions: FERRY.mentions.slice(0, 1) }]);
    expect((await article()).rows.map(({ key, status }) => [key, status])).toEqual([
      ["casualty:14-16:killed", "unseen"],
      ["place:57-61", "added"],
    ]);
  });
});

describe("gold", () => {
  it("holds the layers that somebody called complete, and follows later corrections", async () => {
    const { act, review, files } = await open();
    await act({ do: "wrong", article: "ferry", key: "casualty:73-77:injured" });
    await review.settled();
    expect(files.gold).toBe("");
    await act({ do: "complete", article: "ferry", layers: ["casualties"] });
    await review.settled();
    const record = JSON.parse(files.gold) as Record<string, unknown> & { mentions: object[] };
    expect(record).toMatchObject({
      id: "ferry",
      labelledKinds: ["casualty"],
      reviewed: { casualties: { who: "ana", at: "2026-01-02T03:04:05.000Z", guide: "0123456789ab" } },
    });
    expect(record.mentions).toMatchObject([{ kind: "casualty", text: "14", outcome: "killed", value: 14 }]);
    await act({
      do: "keep",
      article: "ferry",
      key: "casualty:14-16:killed",
      label: { ...(record.mentions[0] as object), value: 40, low: 40 },
    });
    await review.settled();
    expect(JSON.parse(files.gold)).toMatchObject({ mentions: [{ value: 40 }] });
    await act({ do: "reopen", article: "ferry", layers: ["casualties"] });
    await review.settled();
    expect(files.gold).toBe("");
  });

  it("leaves lines that nobody touched as they are, and begins from gold where there is some", async () => {
    const other = '{"id": "elsewhere", "text": "x", "mentions": []}';
    const ferry = JSON.stringify({
      id: "ferry",
      split: "dev",
      text: TEXT,
      mentions: [{ kind: "place", start: 57, end: 61, entity: "place:9" }],
    });
    const files = { ...emptyFiles(), gold: `${other}\n${ferry}\n` };
    const { act, article, review } = await open(files);
    expect((await article()).rows.map(({ label, status }) => [label.text, status])).toEqual([["Tarn", "accepted"]]);
    const label = { kind: "organization", start: 44, end: 47, text: "Lys" };
    await act({ do: "add", article: "ferry", inTitle: false, label });
    await review.settled();
    const [first, second] = files.gold.split("\n");
    expect(first).toBe(other);
    expect(JSON.parse(second!)).toMatchObject({ split: "dev", mentions: [label, { kind: "place", entity: "place:9" }] });
    const again = await open(files);
    expect((await again.article()).rows.map(({ label: { text }, status }) => [text, status])).toEqual([
      ["Lys", "added"],
      ["Tarn", "accepted"],
    ]);
    await again.review.settled();
    expect(files.gold.split("\n")[1]).toBe(second);
  });

  it("is scored in the page, with what changed since the start", async () => {
    const { act, ask } = await open();
    await act(
      { do: "wrong", article: "ferry", key: "casualty:73-77:injured" },
      { do: "complete", article: "ferry", layers: ["casualties"] },
    );
    const score = (await ask("score")).json as ReviewScore;
    expect(score.articles).toBe(1);
    expect(score.lines.find(({ name }) => name === "casualty")).toMatchObject({ precision: 0.5, recall: 1, change: null });
    expect(score.reviewed).toMatchObject([{ kind: "casualty", estimate: { right: 0, of: 1, share: 0 } }]);
  });

  it("is compared with that of a second reviewer, and differences are settled", async () => {
    const mention = { kind: "place", start: 57, end: 61 };
    const line = (mentions: object[]) => `${JSON.stringify({ id: "ferry", text: TEXT, mentions })}\n`;
    const files = { ...emptyFiles(), gold: line([mention]), second: line([mention, { kind: "organization", start: 44, end: 47 }]) };
    const { ask, act } = await open(files);
    const agreement = (await ask("agreement")).json as {
      articles: number;
      differences: { id: string; second: object; settled: string | null }[];
    };
    expect(agreement).toMatchObject({ articles: 1, differences: [{ first: null, second: { text: "Lys" }, settled: null }] });
    const [difference] = agreement.differences;
    await act({ do: "settle", article: "ferry", difference: difference!.id, taken: "first" });
    expect((await ask("agreement")).json).toMatchObject({ differences: [{ settled: "first" }] });
  });
});

describe("an estimate", () => {
  it("leaves out what gold held before: that is no finding of the program", async () => {
    const gold = `${JSON.stringify({ id: "ferry", text: TEXT, mentions: [{ kind: "place", start: 57, end: 61 }] })}\n`;
    const { ask } = await open({ ...emptyFiles(), gold }, [FERRY], { sample: { size: 3, kinds: null, seed: 7 } });
    expect(((await ask("score")).json as ReviewScore).reviewed).toEqual([]);
    expect((await ask("queue?why=sample")).json).toEqual([]);
  });

  it("draws rows once, by a seed, and states precision with its interval", async () => {
    const sample = { size: 3, kinds: null, seed: 7 };
    const files = emptyFiles();
    const { ask, article } = await open(files, [FERRY], { sample });
    const drawn = (await ask("queue?why=sample")).json as number[];
    expect(drawn).toHaveLength(3);
    expect((await open(files, [FERRY], { sample })).files.journal.split("\n")).toHaveLength(2);
    const rows = (await ask(`rows?n=${drawn.join(",")}`)).json as QueueRow[];
    for (const { key } of rows.slice(0, 2)) {
      const { revision, rows: all } = await article();
      await ask("act", { revision, actions: [{ do: "keep", article: "ferry", key, label: all.find((row) => row.key === key)!.label }] });
    }
    const { sample: estimate } = (await ask("score")).json as ReviewScore;
    expect(estimate).toMatchObject({ drawn: 3, of: 2, right: 2, share: 1, high: 1 });
    expect(estimate!.low).toBeCloseTo(0.342, 3);
  });
});
