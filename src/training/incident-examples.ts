import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lexicons } from "../lexicon/parse-lexicon.js";
import { foldName } from "../link/entities/fold-name.js";
import { describeDate } from "../link/incidents/describe-date.js";
import { describePlace } from "../link/incidents/describe-place.js";
import { describeNone, anchorsOf } from "../link/incidents/choose-link.js";
import { joinTitle } from "../link/incidents/join-title.js";
import { readScene, type Placed, type Scene } from "../link/incidents/read-scene.js";
import { readSceneWords } from "../link/incidents/scene-words.js";
import type { Location } from "../model/entity.js";
import type { NameMention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import type { Extraction, Pipeline } from "../pipeline.js";
import { createAnalyzer } from "../text/analyze.js";
import { parseIsoDate } from "../text/iso-date.js";

/** One choice among the places (or dates) of an article for one incident. */
export interface Example {
  /** The article, so that folds never cut one in two. */
  readonly doc: string;
  readonly set: string;
  readonly weight: number;
  readonly candidates: readonly (readonly string[])[];
  readonly keys: readonly string[];
  readonly none: readonly string[];
  /** Which candidates are right. */
  readonly right: readonly boolean[];
  /** `right`: none of them is; `wrong`: one is; `unknown`: the set cannot tell, and none is no choice. */
  readonly noneIs: "right" | "wrong" | "unknown";
}

export interface Examples {
  readonly places: Example[];
  readonly dates: Example[];
}

type Row = Record<string, unknown>;
type GoldLink = Span & {
  readonly text: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly also?: readonly (Span & { readonly text: string })[];
};

const readLines = (file: string): Row[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row)
    : [];

/** How much a set counts: labels made by reading before those of a data base. */
const WEIGHTS = { labelled: 3, reports: 1.5, gva: 0.25, wad: 0.25 } as const;

/** Draws the examples of every set of a folder of data, `casualties/` and `events/` below it. */
export function readExamples(data: string, pipeline: Pipeline, lexicons: Lexicons): Examples {
  const examples: Examples = { places: [], dates: [] };
  const draw = createDrawer(lexicons);
  const run = (row: Row): Extraction =>
    pipeline({
      id: String(row["id"] ?? row["doc"]),
      text: String(row["text"]),
      title: typeof row["title"] === "string" && row["title"] !== "" ? row["title"] : null,
      publishedAt: parseIsoDate(String(row["publishedAt"] ?? row["dct"] ?? "").slice(0, 10)),
      source: null,
      place: null,
      language: null,
    });
  const gold = new Map(readLines(join(data, "casualties/labelled/incidents-dev.jsonl")).map((row) => [row["id"], row] as const));
  for (const article of readLines(join(data, "casualties/labelled/dev.jsonl"))) {
    const read = draw(run({ ...article, publishedAt: undefined }));
    for (const incident of (gold.get(article["id"])?.["incidents"] ?? []) as Row[])
      drawLabelled(examples, String(article["id"]), read, article, incident);
  }
  for (const row of readLines(join(data, "events/reports/open.jsonl"))) {
    const told = ((row["told"] ?? []) as Row[]).find((one) => one["incident"] === row["incident"]);
    if (told)
      drawMain(examples, "reports", draw(run(row)), { id: String(row["id"]), place: told["place"], date: told["date"], whole: true });
  }
  for (const row of readLines(join(data, "casualties/gva/dev.jsonl"))) {
    drawMain(examples, "gva", draw(run(row)), { id: String(row["doc"]), place: row["city"], date: row["eventDate"], whole: false });
  }
  for (const row of readLines(join(data, "casualties/wad/dev.jsonl"))) {
    const day = /(\d{4})(\d{2})(\d{2})/.exec(String(row["citation"]));
    if (row["eventEnd"] || !day) continue;
    drawMain(examples, "wad", draw(run({ ...row, publishedAt: `${day[1]}-${day[2]}-${day[3]}` })), {
      id: String(row["doc"]),
      place: null,
      date: row["eventStart"],
      whole: false,
    });
  }
  return examples;
}

interface Drawn {
  readonly scene: Scene;
  readonly extraction: Extraction;
  readonly locationOf: (mention: NameMention) => Location | null;
}

function createDrawer(lexicons: Lexicons): (extraction: Extraction) => Drawn {
  const words = readSceneWords(lexicons);
  const analyze = createAnalyzer();
  return (extraction) => {
    const { article, mentions, titleMentions, entities } = extraction;
    const analyzed = analyze(article.text);
    const title = article.title === null ? null : { analyzed: analyze(article.title), mentions: titleMentions, named: [] };
    const joined = joinTitle(title, { analyzed, mentions, named: [] });
    const located = new Map(entities.map(({ id, location }) => [id, location ?? null] as const));
    const locationOf = (mention: NameMention): Location | null => located.get(mention.entity ?? "") ?? null;
    return { scene: readScene(joined.analyzed, joined.mentions, words, article.publishedAt, joined.offset), extraction, locationOf };
  };
}

/** An incident of the labelled set, with the figures of ours that its figures overlap. */
function drawLabelled(examples: Examples, doc: string, { scene, locationOf }: Drawn, article: Row, incident: Row): void {
  const starts = new Set(incident["figures"] as number[]);
  const labels = (article["figures"] as (Span & { outcome: string })[]).filter(({ start }) => starts.has(start));
  const figures = scene.figures.filter(({ mention }) =>
    labels.some((label) => label.outcome === mention.outcome && label.start < mention.end && mention.start < label.end),
  );
  if (figures.length === 0) return;
  const anchors = anchorsOf(figures, scene);
  const about = { doc, set: "labelled", weight: WEIGHTS.labelled };
  const [place, date] = [incident["place"] as GoldLink | null, incident["date"] as GoldLink | null];
  const isPlace = ({ mention }: Placed): boolean => place !== null && [place, ...(place.also ?? [])].some((one) => touches(one, mention));
  const isDate = ({ mention }: Placed): boolean => date !== null && [date, ...(date.also ?? [])].some((one) => touches(one, mention));
  const none = describeNone(
    figures.map(({ mention }) => mention),
    String(incident["kind"]) === "aggregate",
  );
  const toSpot = scene.places.map((one) => describePlace(one, anchors, scene, locationOf));
  const toDay = scene.dates.map((one) => describeDate(one, anchors, scene));
  examples.places.push({
    ...about,
    candidates: toSpot,
    keys: scene.places.map(({ key }) => key),
    none,
    right: scene.places.map(isPlace),
    noneIs: place ? "wrong" : "right",
  });
  examples.dates.push({
    ...about,
    candidates: toDay,
    keys: scene.dates.map(({ key }) => key),
    none,
    right: scene.dates.map(isDate),
    noneIs: date ? "wrong" : "right",
  });
}

const touches = (gold: Span & { readonly text: string }, ours: Span & { readonly text: string }): boolean =>
  (gold.start < ours.end && ours.start < gold.end) || gold.text.toLowerCase() === ours.text.toLowerCase();

/** The main incident of an article whose place and day a data base knows. */
function drawMain(
  examples: Examples,
  set: keyof typeof WEIGHTS,
  { scene, extraction, locationOf }: Drawn,
  truth: { id: string; place: unknown; date: unknown; whole: boolean },
): void {
  const main = extraction.incidents.find((incident) => incident.main);
  if (!main) return;
  const figures = scene.figures.filter(({ mention }) => mention.incident === main.id);
  if (figures.length === 0) return;
  const anchors = anchorsOf(figures, scene);
  const about = { doc: truth.id, set, weight: WEIGHTS[set] };
  const none = describeNone(
    figures.map(({ mention }) => mention),
    false,
  );
  const town = typeof truth.place === "string" ? foldName(truth.place) : null;
  const day = typeof truth.date === "string" ? truth.date.slice(0, 10) : null;
  const spots = scene.places.map(({ key }) => key === town);
  const days = scene.dates.map(({ mention }) => mention.from === day && mention.to !== null && (mention.to === day || truth.whole));
  const noneIs = (right: readonly boolean[], known: boolean): Example["noneIs"] | null =>
    right.includes(true) ? (truth.whole ? "wrong" : "unknown") : truth.whole && !known ? "right" : null;
  const [spot, time] = [noneIs(spots, town !== null), noneIs(days, day !== null)];
  if (spot)
    examples.places.push({
      ...about,
      candidates: scene.places.map((one) => describePlace(one, anchors, scene, locationOf)),
      keys: scene.places.map(({ key }) => key),
      none,
      right: spots,
      noneIs: spot,
    });
  if (time)
    examples.dates.push({
      ...about,
      candidates: scene.dates.map((one) => describeDate(one, anchors, scene)),
      keys: scene.dates.map(({ key }) => key),
      none,
      right: days,
      noneIs: time,
    });
}
