import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lexicons } from "../lexicon/parse-lexicon.js";
import { foldName } from "../link/entities/fold-name.js";
import { describeNone } from "../link/incidents/choose-link.js";
import { describeDate } from "../link/incidents/describe-date.js";
import { describeMembership, describeNewGroup } from "../link/incidents/describe-membership.js";
import { describePlace } from "../link/incidents/describe-place.js";
import { joinTitle } from "../link/incidents/join-title.js";
import { createNamedVictims } from "../link/incidents/named-victims.js";
import type { Grounds } from "../link/incidents/read-grounds.js";
import type { Placed } from "../link/incidents/read-scene.js";
import { createToldReader, type ToldArticle, type ToldFigure } from "../link/incidents/read-told.js";
import { createVictimClasses } from "../link/incidents/victim-class.js";
import type { Span } from "../model/span.js";
import type { NamedVictim } from "../model/toll.js";
import type { Extraction, Pipeline } from "../pipeline.js";
import { createAnalyzer } from "../text/analyze.js";
import { parseIsoDate } from "../text/iso-date.js";

/** One choice: among the places or dates of an article for one incident, or among the incidents before a figure. */
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
  readonly members: Example[];
}

type Row = Record<string, unknown>;
type GoldLink = Span & {
  readonly text: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly also?: readonly (Span & { readonly text: string })[];
};

/** What is known of where or when: a test of mentions; null for "the text does not say"; undefined where nobody knows. */
type Truth = { readonly isRight: (placed: Placed) => boolean; readonly noneIs: "wrong" | "unknown" } | null | undefined;

/** An incident whose figures, place or date are known. */
interface Known {
  readonly told: readonly ToldFigure[];
  readonly aggregate: boolean;
  readonly place: Truth;
  readonly date: Truth;
}

/** How much a set counts: labels made by reading before those of a data base. */
const WEIGHTS = { labelled: 3, apart: 3, reports: 1.5, gva: 0.5, wad: 0.5 } as const;
/**
 * How much the membership of figures counts: where only the main incident is known, every figure is taken to be of it, which a data
 * base does not promise.
 */
const MEMBER_WEIGHTS = { read: 1, main: 0.5, coded: 0.015 } as const;

const readLines = (file: string): Row[] =>
  existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Row)
    : [];

/** An article as read, and where its text begins behind its title. */
interface Drawn extends ToldArticle {
  readonly extraction: Extraction;
  readonly offset: number;
}

/** Draws the examples of every set of a folder of data, and of the articles whose incidents `told` tells apart. */
export function readExamples(data: string, told: string, pipeline: Pipeline, lexicons: Lexicons): Examples {
  const examples: Examples = { places: [], dates: [], members: [] };
  const draw = createDrawer(lexicons, pipeline);
  readLabelled(examples, data, draw);
  const apart = readApart(examples, data, told, draw);
  for (const row of readLines(join(data, "events/reports/open.jsonl"))) {
    const told = ((row["told"] ?? []) as Row[]).find((one) => one["incident"] === row["incident"]);
    const drawn = draw(row);
    if (told) drawMain(examples, "reports", drawn, { id: String(row["id"]), place: told["place"], date: told["date"], whole: true });
    if (!apart.has(String(row["id"]))) {
      const inText = drawn.told.filter(({ grounds }) => grounds.figure.start >= drawn.offset);
      drawMembers(examples, { doc: String(row["id"]), set: "reports", weight: MEMBER_WEIGHTS.main }, drawn, [inText]);
    }
  }
  for (const row of readLines(join(data, "casualties/gva/dev.jsonl"))) {
    const drawn = draw(row);
    drawMain(examples, "gva", drawn, { id: String(row["doc"]), place: row["city"], date: row["eventDate"], whole: false });
    const inText = drawn.told.filter(({ grounds }) => grounds.figure.start >= drawn.offset);
    drawMembers(examples, { doc: String(row["doc"]), set: "gva", weight: MEMBER_WEIGHTS.coded }, drawn, [inText]);
  }
  for (const row of readLines(join(data, "casualties/wad/dev.jsonl"))) {
    const day = /(\d{4})(\d{2})(\d{2})/.exec(String(row["citation"]));
    if (row["eventEnd"] || !day) continue;
    const drawn = draw({ ...row, publishedAt: `${day[1]}-${day[2]}-${day[3]}` });
    drawMain(examples, "wad", drawn, { id: String(row["doc"]), place: null, date: row["eventStart"], whole: false });
  }
  return examples;
}

function createDrawer(lexicons: Lexicons, pipeline: Pipeline): (row: Row) => Drawn {
  const readTold = createToldReader(lexicons, createNamedVictims(lexicons, createVictimClasses(lexicons)));
  const analyze = createAnalyzer();
  return (row) => {
    const extraction = pipeline({
      id: String(row["id"] ?? row["doc"]),
      text: String(row["text"]),
      title: typeof row["title"] === "string" && row["title"] !== "" ? row["title"] : null,
      publishedAt: parseIsoDate(String(row["publishedAt"] ?? row["dct"] ?? "").slice(0, 10)),
      source: null,
      place: null,
      language: null,
    });
    const { article, mentions, titleMentions, entities, incidents } = extraction;
    const victims = incidents.flatMap((incident) => incident.victims);
    const namedIn = (title: boolean): NamedVictim[] =>
      victims
        .filter(({ inTitle = false }) => inTitle === title)
        .map(({ start, end, text, outcome, modality }) => ({ start, end, text, outcome, modality }));
    const title = article.title === null ? null : { analyzed: analyze(article.title), mentions: titleMentions, named: namedIn(true) };
    const joined = joinTitle(title, { analyzed: analyze(article.text), mentions, named: namedIn(false) });
    return { ...readTold(joined, entities, article.publishedAt), extraction, offset: joined.offset };
  };
}

/** The incidents of `labelled`, with the figures of ours that their figures overlap. */
function readLabelled(examples: Examples, data: string, draw: (row: Row) => Drawn): void {
  const gold = new Map(readLines(join(data, "casualties/labelled/incidents-dev.jsonl")).map((row) => [row["id"], row] as const));
  for (const article of readLines(join(data, "casualties/labelled/dev.jsonl"))) {
    const drawn = draw({ ...article, publishedAt: undefined });
    const incidents = ((gold.get(article["id"])?.["incidents"] ?? []) as Row[]).map((incident): Known => {
      const starts = new Set(incident["figures"] as number[]);
      const labels = (article["figures"] as (Span & { outcome: string })[]).filter(({ start }) => starts.has(start));
      const told = drawn.told.filter(
        ({ placed, grounds: { figure } }) =>
          placed !== null &&
          labels.some((label) => label.outcome === figure.outcome && label.start < figure.end && figure.start < label.end),
      );
      const truth = (link: GoldLink | null): Truth =>
        link && { isRight: ({ mention }) => [link, ...(link.also ?? [])].some((one) => touches(one, mention)), noneIs: "wrong" };
      return {
        told,
        aggregate: incident["kind"] === "aggregate",
        place: truth(incident["place"] as GoldLink | null),
        date: truth(incident["date"] as GoldLink | null),
      };
    });
    drawAll(examples, { doc: String(article["id"]), set: "labelled", weight: WEIGHTS.labelled }, drawn, incidents);
  }
}

/** A line of `training/incidents/told-apart.jsonl`: an article of some set with its incidents, by offsets into its text. */
interface ToldApart {
  /** The file of the set below the folder of data, or a folder with a text file an article. */
  readonly set: string;
  readonly id: string;
  readonly publishedAt: string | null;
  readonly incidents: readonly {
    readonly kind: string;
    /** Figures and named victims: start, end, outcome. */
    readonly told: readonly (readonly [number, number, string])[];
    /** Mentions of which any is right; null where the text does not say; absent where that was not decided. */
    readonly places?: readonly (readonly [number, number])[] | null;
    readonly dates?: readonly (readonly [number, number])[] | null;
  }[];
}

/** Draws articles whose figures were told apart by reading; gives their ids. */
function readApart(examples: Examples, data: string, file: string, draw: (row: Row) => Drawn): ReadonlySet<string> {
  const sets = new Map<string, Map<string, Row>>();
  const rowOf = ({ set, id }: ToldApart): Row | undefined => {
    const text = join(data, set, `${id}.txt`);
    if (existsSync(text)) return { id, text: readFileSync(text, "utf8") };
    const rows =
      sets.get(set) ?? new Map(readLines(join(data, `${set}.jsonl`)).map((row) => [String(row["id"] ?? row["doc"]), row] as const));
    sets.set(set, rows);
    return rows.get(id);
  };
  const drawn = new Set<string>();
  for (const label of readLines(file) as unknown as ToldApart[]) {
    const row = rowOf(label);
    if (!row) continue;
    const article = draw({ ...row, publishedAt: label.publishedAt ?? undefined });
    const within = ({ mention }: Placed, spans: readonly (readonly [number, number])[]): boolean =>
      spans.some(([start, end]) => start + article.offset < mention.end && mention.start < end + article.offset);
    const truth = (spans: readonly (readonly [number, number])[] | null | undefined): Truth =>
      spans && { isRight: (placed) => within(placed, spans), noneIs: "wrong" };
    const incidents = label.incidents.map(({ kind, told, places, dates }): Known => {
      const own = new Set(told.map(([start, , outcome]) => `${start + article.offset} ${outcome}`));
      return {
        told: article.told.filter(({ grounds: { figure } }) => own.has(`${figure.start} ${figure.outcome}`)),
        aggregate: kind === "aggregate",
        place: truth(places),
        date: truth(dates),
      };
    });
    drawAll(examples, { doc: label.id, set: "apart", weight: WEIGHTS.apart }, article, incidents);
    drawn.add(label.id);
  }
  return drawn;
}

type About = Pick<Example, "doc" | "set" | "weight">;

function drawAll(examples: Examples, about: About, article: ToldArticle, incidents: readonly Known[]): void {
  const known = incidents.filter(({ told }) => told.length > 0);
  for (const one of known) {
    const others = known.flatMap((other) => (other === one ? [] : other.told));
    drawLinks(examples, about, article, one, others);
  }
  drawMembers(
    examples,
    { ...about, weight: MEMBER_WEIGHTS.read },
    article,
    known.map(({ told }) => told),
  );
}

const SETS_APART = /^(?:day:(?:week|month|far|grain)|another|before)/;

/** Which incident each figure joins, in order of the text, where the ones before it stand in theirs. */
function drawMembers(
  examples: Examples,
  about: About,
  { scene, told, locationOf }: ToldArticle,
  known: readonly (readonly ToldFigure[])[],
): void {
  const groups: Grounds[][] = [];
  const owners: (readonly ToldFigure[])[] = [];
  for (const one of told) {
    const owner = known.find((incident) => incident.includes(one));
    if (!owner) continue;
    const at = owners.indexOf(owner);
    const candidates = groups.map((group) => describeMembership(one.grounds, group, groups, locationOf));
    // That a coded article tells of one incident says nothing of a figure that the text itself sets apart.
    const unsure = about.weight === MEMBER_WEIGHTS.coded && candidates.flat().some((name) => SETS_APART.test(name));
    if (groups.length > 0 && !unsure)
      examples.members.push({
        ...about,
        candidates,
        keys: groups.map((_, i) => String(i)),
        none: describeNewGroup(one.grounds, groups, locationOf, scene.publishedAt),
        right: groups.map((_, i) => i === at),
        noneIs: at < 0 ? "right" : "wrong",
      });
    if (at >= 0) groups[at]?.push(one.grounds);
    else {
      groups.push([one.grounds]);
      owners.push(owner);
    }
  }
}

/** The choice of a place and of a date for one incident. */
function drawLinks(examples: Examples, about: About, { scene, locationOf }: ToldArticle, known: Known, rest: readonly ToldFigure[]): void {
  const anchors = known.told.map(({ grounds }) => grounds.anchor).sort((a, b) => a.first - b.first);
  const told = { anchors, others: rest.map(({ grounds }) => grounds.anchor), aggregate: known.aggregate };
  const figures = known.told.flatMap(({ placed }) => placed?.mention ?? []);
  const draw = <P extends Placed>(into: Example[], all: readonly P[], truth: Truth, describe: (one: P) => readonly string[]): void => {
    if (truth === undefined) return;
    const right = all.map((one) => truth?.isRight(one) ?? false);
    if (truth?.noneIs === "unknown" && !right.includes(true)) return;
    const none = describeNone(figures, told, all);
    into.push({
      ...about,
      candidates: all.map(describe),
      keys: all.map(({ key }) => key),
      none,
      right,
      noneIs: truth?.noneIs ?? "right",
    });
  };
  draw(examples.places, scene.places, known.place, (one) => describePlace(one, told, scene, locationOf));
  draw(examples.dates, scene.dates, known.date, (one) => describeDate(one, told, scene));
}

const touches = (gold: Span & { readonly text: string }, ours: Span & { readonly text: string }): boolean =>
  (gold.start < ours.end && ours.start < gold.end) || gold.text.toLowerCase() === ours.text.toLowerCase();

/** The main incident of an article whose place and day a data base knows. */
function drawMain(
  examples: Examples,
  set: "reports" | "gva" | "wad",
  drawn: Drawn,
  truth: { id: string; place: unknown; date: unknown; whole: boolean },
): void {
  const { scene, told, extraction, offset } = drawn;
  const main = extraction.incidents.find((incident) => incident.main);
  if (!main) return;
  const starts = new Set([
    ...main.figures.map((start) => start + offset),
    ...main.titleFigures,
    ...main.victims.map(({ start, inTitle }) => (inTitle ? start : start + offset)),
  ]);
  const own = told.filter(({ grounds: { figure } }) => starts.has(figure.start));
  if (own.length === 0) return;
  const town = typeof truth.place === "string" ? foldName(truth.place) : null;
  const day = typeof truth.date === "string" ? truth.date.slice(0, 10) : null;
  const isTown = ({ key }: Placed): boolean => key === town;
  const isDay = ({ mention }: Placed): boolean =>
    mention.kind === "date" && mention.from === day && mention.to !== null && (mention.to === day || truth.whole);
  const truthOf = (known: boolean, all: readonly Placed[], isRight: (placed: Placed) => boolean): Truth =>
    all.some(isRight) ? { isRight, noneIs: truth.whole ? "wrong" : "unknown" } : truth.whole && !known ? null : undefined;
  drawLinks(
    examples,
    { doc: truth.id, set, weight: WEIGHTS[set] },
    drawn,
    { told: own, aggregate: false, place: truthOf(town !== null, scene.places, isTown), date: truthOf(day !== null, scene.dates, isDay) },
    told.filter((one) => !own.includes(one)),
  );
}
