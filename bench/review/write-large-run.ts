import { plainFigure } from "./plain-figure.js";
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { createRandom } from "../../src/score/random.js";

/** How large the run of the bench is. */
export interface RunSize {
  readonly articles: number;
  /** Mentions of each article. */
  readonly rows: number;
}

const PLACES = ["Norvik", "Tarn", "Zinder", "Maradi", "Quilapa", "Ostrava", "Kirwan", "Port Lys"];
const PEOPLE = ["Ana Ruiz", "Odile Brand", "Yusuf Karim", "Mara Lind", "Teo Okafor", "Lena Holm"];
const OUTCOMES = ["killed", "injured", "missing", "detained"];

interface Written {
  readonly text: string;
  readonly mentions: readonly object[];
}

/** Writes the files of a run of synthetic articles, each a few thousand characters long. */
export async function writeLargeRun(folder: string, { articles, rows }: RunSize): Promise<void> {
  const random = createRandom(1);
  const files = await Promise.all(
    ["annotations.jsonl", "texts.jsonl", "articles.csv", "incidents.jsonl", "entities.jsonl"].map((name) => openFile(join(folder, name))),
  );
  const [annotations, texts, table, incidents, entities] = files as [OpenFile, OpenFile, OpenFile, OpenFile, OpenFile];
  await table.write("article_id,source\n");
  for (let number = 0; number < articles; number++) {
    const id = `article-${String(number).padStart(5, "0")}`;
    const publishedAt = `2025-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
    const { text, mentions } = writeArticle(rows, random);
    const title = `Report ${number}: storm over ${PLACES[number % PLACES.length] ?? ""}`;
    await annotations.write(
      `${JSON.stringify({ id, title, publishedAt, textHash: null, mentions, titleMentions: [], entities: [], incidents: [], tolls: [] })}\n`,
    );
    await texts.write(`${JSON.stringify({ id, title, textHash: null, text })}\n`);
    await table.write(`${id},Paper ${number % 20}\n`);
    await incidents.write(`${JSON.stringify(incidentOf(id, title, publishedAt, random))}\n`);
    for (let entity = 1; entity <= 4; entity++) await entities.write(`${JSON.stringify(entityOf(id, entity))}\n`);
  }
  for (const file of files) await file.end();
}

function writeArticle(rows: number, random: (below: number) => number): Written {
  let text = "";
  const mentions: object[] = [];
  const mark = (wording: string, fields: object): void => {
    mentions.push({
      start: text.length,
      end: text.length + wording.length,
      text: wording,
      by: "bench",
      confidence: (50 + random(50)) / 100,
      ...fields,
    });
    text += wording;
  };
  for (let row = 0; row < rows; row += 4) {
    const number = 1 + random(200);
    mark(String(number), figure(number, OUTCOMES[random(4)] ?? "killed", random(40) === 0));
    text += " people were counted after the storm of ";
    mark("Monday", { kind: "date", type: "DATE", value: "2025-06-02", mod: null, from: "2025-06-02", to: "2025-06-02" });
    text += " in the streets of ";
    mark(PLACES[random(PLACES.length)] ?? "", { kind: "place", entity: `place:${1 + (row % 4)}` });
    text += ", where the river had risen above its banks for the third time in a year, ";
    mark(PEOPLE[random(PEOPLE.length)] ?? "", { kind: "person", entity: `person:${1 + (row % 4)}` });
    text += " of the rescue service said to reporters at the bridge.\n\n";
  }
  return { text, mentions };
}

const figure = (value: number, outcome: string, doubted: boolean): object => ({
  ...plainFigure(outcome, value),
  ...(doubted ? { doubt: "like-an-age" } : {}),
});

function incidentOf(article: string, title: string, publishedAt: string, random: (below: number) => number): object {
  const best = 1 + random(90);
  const tolls = [{ outcome: "killed", modality: "reported", best, low: best, high: best, perpetrators: null, victims: {} }];
  const place = { name: PLACES[random(PLACES.length)], latitude: random(120) - 60, longitude: random(360) - 180 };
  const report = {
    article,
    incident: "incident:1",
    main: true,
    publishedAt,
    source: null,
    title,
    place: place.name,
    date: null,
    tolls,
    confidence: 1,
  };
  return {
    id: `${article}#incident:1`,
    kind: "incident",
    date: { from: publishedAt, to: publishedAt },
    place,
    cause: "storm",
    actors: [],
    people: [],
    tolls: tolls.map((toll) => ({ ...toll, by: "only", restsOn: [article] })),
    reports: [report],
    confidence: 1,
    decided: [],
  };
}

const entityOf = (article: string, number: number): object => ({
  id: `${article}#person:${number}`,
  kind: "person",
  name: PEOPLE[number % PEOPLE.length],
  aliases: [],
  country: null,
  roles: [],
  location: null,
  articles: 1,
  mentions: 2,
  first: null,
  last: null,
  confidence: 1,
  members: [{ article, entity: `person:${number}`, reason: "name", confidence: 1 }],
  decided: [],
});

interface OpenFile {
  readonly write: (content: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

function openFile(path: string): OpenFile {
  const stream = createWriteStream(path);
  return {
    write: async (content) => {
      if (!stream.write(content)) await once(stream, "drain");
    },
    end: async () => {
      stream.end();
      await once(stream, "finish");
    },
  };
}
