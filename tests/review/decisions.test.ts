import { describe, expect, it } from "vitest";
import { parseDecisions } from "../../src/formats/parse-decisions.js";
import type { CorpusEntity } from "../../src/model/corpus-entity.js";
import type { CorpusIncident, IncidentReport } from "../../src/model/corpus-incident.js";
import type { QueueRow, ReviewCorpus } from "../../src/model/review.js";
import { askRoutes, emptyFiles, memoryStore, openMemoryReview } from "./memory-store.js";

const report = (article: string, best: number, confidence = 1): IncidentReport => ({
  article,
  incident: "incident:1",
  main: true,
  publishedAt: `2026-01-0${article.length}`,
  source: null,
  title: null,
  place: "Tarn",
  date: null,
  tolls: [{ outcome: "killed", modality: "reported", best, low: best, high: best, perpetrators: null, victims: {} }],
  confidence,
});

const incident = (reports: readonly IncidentReport[], confidence = 1): CorpusIncident => ({
  id: `${reports[0]!.article}#incident:1`,
  kind: "incident",
  date: null,
  place: { name: "Tarn" },
  cause: "shipwreck",
  actors: [],
  people: [],
  tolls: reports[0]!.tolls.map((toll) => ({ ...toll, by: "only", restsOn: [reports[0]!.article] })),
  reports,
  confidence,
  decided: [],
});

const person = (name: string, articles: readonly string[]): CorpusEntity => ({
  id: `${articles[0]}#person:1`,
  kind: "person",
  name,
  aliases: [],
  country: null,
  roles: [],
  location: null,
  articles: articles.length,
  mentions: articles.length,
  first: null,
  last: null,
  confidence: 1,
  members: articles.map((article) => ({ article, entity: "person:1", reason: "name", confidence: 1 })),
  decided: [],
});

const CORPUS = {
  incidents: [incident([report("a", 3)]), incident([report("bb", 5)]), incident([report("ccc", 7), report("dddd", 9)], 0.4)],
  entities: [person("Ana Ruiz", ["a", "bb"]), person("A. Ruiz", ["ccc"])],
};

const open = async (files = emptyFiles()) => {
  const articles = ["a", "bb", "ccc", "dddd"].map((id) => ({ id, text: id, mentions: [] }));
  const review = await openMemoryReview(memoryStore(articles, files, CORPUS));
  const ask = askRoutes(review);
  const corpus = async () => (await ask("corpus")).json as ReviewCorpus;
  const decide = async (decision: object, reason: string | null = null) =>
    ask("act", { revision: (await corpus()).revision, actions: [{ do: "decide", decision, reason }] });
  return { ask, corpus, decide, files };
};

describe("decisions in the page", () => {
  it("merge incidents at once, and write the line that later runs apply", async () => {
    const { corpus, decide, files } = await open();
    await decide({ decision: "merge", members: ["a#incident:1", "bb#incident:1"] });
    const { incidents } = await corpus();
    expect(incidents.map(({ id, reports, tolls }) => [id, reports.length, tolls[0]?.best])).toEqual([
      ["a#incident:1", 2, 5],
      ["ccc#incident:1", 2, 7],
    ]);
    const { value, diagnostics } = parseDecisions("decisions.jsonl", files.decisions);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject([{ decision: { decision: "merge", members: ["a#incident:1", "bb#incident:1"] } }]);
  });

  it("split, drop and set a toll with its reason", async () => {
    const { corpus, decide, files } = await open();
    await decide({ decision: "split", members: ["dddd#incident:1"] });
    await decide({ decision: "set", members: ["ccc#incident:1"], field: "killed", value: 8 }, "the hospital's list");
    await decide({ decision: "drop", members: ["a#incident:1"] });
    expect((await corpus()).incidents.map(({ id, tolls }) => [id, tolls[0]?.best])).toEqual([
      ["bb#incident:1", 5],
      ["ccc#incident:1", 8],
      ["dddd#incident:1", 9],
    ]);
    expect(JSON.parse(files.decisions.split("\n")[1]!)).toMatchObject({ value: 8, reason: "the hospital's list", who: "ana" });
  });

  it("merge, split and rename entities", async () => {
    const { corpus, decide } = await open();
    await decide({ decision: "merge", members: ["a#person:1", "ccc#person:1"] });
    await decide({ decision: "set", members: ["a#person:1"], field: "name", value: "Ana María Ruiz" });
    expect((await corpus()).entities).toMatchObject([{ name: "Ana María Ruiz", aliases: ["A. Ruiz"], articles: 3 }]);
    await decide({ decision: "split", members: ["bb#person:1"] });
    expect((await corpus()).entities.map(({ id, articles }) => [id, articles])).toEqual([
      ["a#person:1", 2],
      ["bb#person:1", 1],
    ]);
  });

  it("leave lines that people wrote by hand as they are, and go when taken back", async () => {
    const hand = '# by hand\n{"decision":"drop","members":["bb#incident:1"]}\n';
    const { ask, decide, files, corpus } = await open({ ...emptyFiles(), decisions: hand });
    await decide({ decision: "drop", members: ["a#incident:1"] });
    expect(files.decisions.startsWith(hand)).toBe(true);
    expect(files.decisions.split("\n")).toHaveLength(4);
    await ask("undo", {});
    expect(files.decisions).toBe(hand);
    expect((await corpus()).incidents).toHaveLength(3);
  });

  it("are put into decisions.jsonl at the next start, where the server was killed before it wrote them", async () => {
    const { decide, files } = await open();
    await decide({ decision: "drop", members: ["a#incident:1"] });
    const written = files.decisions;
    files.decisions = "";
    await open(files);
    expect(files.decisions).toBe(written);
  });

  it("are refused where the page knows an earlier state, or they are none", async () => {
    const { ask, decide } = await open();
    await decide({ decision: "drop", members: ["a#incident:1"] });
    const drop = { do: "decide", decision: { decision: "drop", members: ["bb#incident:1"] }, reason: null };
    expect((await ask("act", { revision: 0, actions: [drop] })).status).toBe(409);
    expect((await decide({ decision: "merge", members: ["a#incident:1"] })).status).toBe(400);
    expect((await decide({ decision: "set", members: ["a#incident:1"], field: "killed", value: "many" })).status).toBe(400);
  });
});

describe("incidents that need a look", () => {
  it("stand in the queue, rival tolls first, until somebody agrees", async () => {
    const { ask, corpus } = await open();
    const { revision } = await corpus();
    const numbers = (await ask("queue?why=conflict")).json as number[];
    const rows = async () => (await ask(`rows?n=${numbers.join(",")}`)).json as QueueRow[];
    expect(await rows()).toMatchObject([{ of: "incident", key: "ccc#incident:1", status: "unseen" }]);
    await ask("act", { revision, actions: [{ do: "agree", finding: "ccc#incident:1" }] });
    expect(await rows()).toMatchObject([{ status: "accepted" }]);
    await ask("undo", {});
    expect(await rows()).toMatchObject([{ status: "unseen" }]);
  });
});
