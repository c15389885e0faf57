import { plainFigure } from "../../bench/review/plain-figure.js";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A run of two articles in a folder of its own. */
export interface Run {
  readonly folder: string;
  /** The text of the article `ferry`. */
  readonly text: string;
  readonly remove: () => void;
}

const TEXT = [
  "Rescuers said 14 people died when the ferry Lys sank off Tarn on Sunday.\r\n",
  "\r\n",
  "Nine or ten were hurt, according to 😀 Zoe\u0301 Lind of the harbor office.\n",
  "The pier is called مرسى تارن by those who built it. <script>alert(2)</script>\r",
  "It was the third such loss.",
].join("");

type Fields = Readonly<Record<string, unknown>>;

function mention(text: string, wording: string, fields: Fields): Fields {
  const start = text.indexOf(wording);
  return { start, end: start + wording.length, text: wording, by: "test@1", confidence: 0.9, ...fields };
}

const figure = (outcome: string, value: number | null, more: Fields = {}): Fields => ({
  ...plainFigure(outcome, value),
  incident: "incident:1",
  ...more,
});

const report = (article: string, day: string, best: number): Fields => ({
  article,
  incident: "incident:1",
  main: true,
  publishedAt: day,
  source: "The Tarn Post",
  title: `Told by ${article}`,
  place: "Tarn",
  date: null,
  tolls: [{ outcome: "killed", modality: "reported", best, low: best, high: best, perpetrators: null, victims: {} }],
  confidence: 1,
});

const incident = (article: string, day: string, best: number): Fields => ({
  id: `${article}#incident:1`,
  kind: "incident",
  date: { from: "2026-01-04", to: "2026-01-04" },
  place: { name: "Tarn", latitude: 43.8, longitude: 2.1, country: "FR" },
  cause: "shipwreck",
  actors: [],
  people: [],
  tolls: [
    {
      outcome: "killed",
      modality: "reported",
      best,
      low: best,
      high: best,
      perpetrators: null,
      victims: {},
      by: "only",
      restsOn: [article],
    },
  ],
  reports: [report(article, day, best)],
  confidence: 1,
  decided: [],
});

const lines = (values: readonly Fields[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** Writes what a run writes, with text of every difficult kind. */
export function makeRun(): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-browser-"));
  const later = "The toll of the ferry Lys rose to 16 on Tuesday.";
  const write = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  write(
    "annotations.jsonl",
    lines([
      {
        id: "ferry",
        title: "Ferry sinks off Tarn <img src=x onerror=alert(1)>",
        publishedAt: "2026-01-05",
        textHash: null,
        mentions: [
          mention(TEXT, "14", figure("killed", 14)),
          mention(TEXT, "Tarn", { kind: "place", confidence: 0.4, entity: "place:1" }),
          mention(TEXT, "Sunday", { kind: "date", type: "DATE", value: "2026-01-04", mod: null, from: "2026-01-04", to: "2026-01-04" }),
          mention(TEXT, "Nine or ten", figure("injured", null, { low: 9, high: 10, qualifier: "range", doubt: "like-an-age" })),
          mention(TEXT, "ten", figure("injured", 10)),
          mention(TEXT, "مرسى تارن", { kind: "place", entity: "place:2" }),
        ],
        titleMentions: [],
        entities: [{ id: "place:1", kind: "place", name: "Tarn", aliases: [], mentions: 1 }],
        incidents: [
          {
            id: "incident:1",
            kind: "incident",
            main: true,
            figures: [14],
            place: null,
            date: null,
            cause: "shipwreck",
            actors: [],
            victims: [],
            tolls: [],
          },
        ],
      },
      {
        id: "later",
        title: "Toll rises",
        publishedAt: "2026-01-06",
        textHash: null,
        mentions: [mention(later, "16", figure("killed", 16))],
        entities: [],
        incidents: [],
      },
    ]),
  );
  write(
    "texts.jsonl",
    lines([
      { id: "ferry", text: TEXT },
      { id: "later", text: later },
    ]),
  );
  write("articles.csv", "article_id,source\nferry,The Tarn Post\nlater,The Tarn Post\n");
  write("incidents.jsonl", lines([incident("ferry", "2026-01-05", 14), incident("later", "2026-01-06", 16)]));
  const member = (article: string): Fields => ({ article, entity: "place:1", reason: "name", confidence: 1 });
  write(
    "entities.jsonl",
    lines([
      {
        id: "ferry#place:1",
        kind: "place",
        name: "Tarn",
        aliases: ["Port Tarn"],
        country: null,
        roles: [],
        location: null,
        articles: 2,
        mentions: 3,
        first: null,
        last: null,
        confidence: 1,
        members: [member("ferry"), member("later")],
        decided: [],
      },
    ]),
  );
  return Promise.resolve({ folder, text: TEXT, remove: () => rmSync(folder, { recursive: true, force: true }) });
}
