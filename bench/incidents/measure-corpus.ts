import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CollatedArticle } from "../../src/collate/collator.js";
import { createIncidentCollator } from "../../src/collate/incidents/collate-incidents.js";
import type { GroupingResources } from "../../src/collate/incidents/pair-model.js";
import type { CorpusIncident } from "../../src/model/corpus-incident.js";
import type { Pipeline } from "../../src/pipeline.js";
import { readDigests } from "./read-digests.js";
import { answerQuestions, type Question } from "./answer-questions.js";
import { scoreGroups, type Groups } from "./score-groups.js";
import { scoreRows, type GoldFacts } from "./score-rows.js";

interface GoldEvent {
  readonly incident: string;
  readonly date?: unknown;
  readonly place?: string | null;
  readonly killed?: unknown;
  readonly injured?: unknown;
}

interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly publishedAt?: string;
  readonly date?: string;
  readonly incident?: string | null;
  readonly incidents?: readonly string[];
  readonly events?: readonly GoldEvent[];
  readonly eventDate?: string;
  readonly place?: string;
  readonly killed?: number;
  readonly injured?: number;
}

/** Runs the corpus stage over the sets of a folder and prints how its rows compare with what is known. */
export function measureCorpus(folder: string, sets: readonly string[], pipeline: Pipeline, grouping: GroupingResources): void {
  console.log(
    "\nIncidents across articles, percent: grouping (CoNLL, LEA, B-cubed F1; incidents of 2+ articles with exactly theirs), values, F1 of rows\n",
  );
  console.log(
    "| set | CoNLL | LEA | B-cubed | exact 2+ | killed | injured | date | place | right rows | whole rows | questions, accuracy · articles |\n|---|---|---|---|---|---|---|---|---|---|---|---|",
  );
  for (const set of sets) {
    const file = join(folder, set, "open.jsonl");
    if (!existsSync(file)) {
      console.log(`| ${set} | no ${file} |`);
      continue;
    }
    const articles = readFileSync(file, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as GoldArticle);
    console.log(`| ${set} | ${measureSet(set, articles, join(folder, set, "open.questions.json"), pipeline, grouping).join(" | ")} |`);
  }
}

function measureSet(
  set: string,
  articles: readonly GoldArticle[],
  questions: string,
  pipeline: Pipeline,
  grouping: GroupingResources,
): readonly string[] {
  const rows = new Map(
    collate(articles, pipeline, grouping)
      .filter((row) => isJudged(set, row))
      .map((row) => [row.id, row] as const),
  );
  const all = new Set(articles.map(({ id }) => id));
  const everywhere = set === "muc34" || set === "reports";
  const found = new Map(
    [...rows]
      .map(
        ([name, { reports }]) =>
          [
            name,
            new Set(reports.filter(({ main, article }) => (everywhere || main) && all.has(article)).map(({ article }) => article)),
          ] as const,
      )
      .filter(([, own]) => own.size > 0),
  );
  const gold = goldGroups(articles);
  const main = new Map(articles.flatMap(({ id, incident }) => (incident ? [[id, incident] as const] : [])));
  const { conll, lea, bCubed } = scoreGroups(gold, found, main);
  const { exactOfSeveral, killed, injured, date, place, rightRows, wholeRows } = scoreRows(gold, goldFacts(articles), found, rows);
  const asked = existsSync(questions) ? answerQuestions(JSON.parse(readFileSync(questions, "utf8")) as Question[], found, rows) : null;
  const show = (x: number | null): string => (x === null ? "–" : (100 * x).toFixed(1));
  const rated = killed !== null;
  return [
    ...[conll, lea, bCubed, exactOfSeveral, killed, injured, date, place, rated ? rightRows : null, rated ? wholeRows : null].map(show),
    asked ? `${show(asked.accuracy)} · ${show(asked.articles)}` : "–",
  ];
}

/** Gold of gva and ecbplus knows the main incident of each article alone; that of reports no background events. */
function isJudged(set: string, { kind, reports }: CorpusIncident): boolean {
  if (set === "muc34") return true;
  return reports.some(({ main }) => main) && (set === "reports" || kind !== "aggregate");
}

function collate(gold: readonly GoldArticle[], pipeline: Pipeline, grouping: GroupingResources): readonly CorpusIncident[] {
  const collator = createIncidentCollator(grouping);
  const articles = readDigests(gold, () => pipeline, null);
  for (const article of articles) collator.add(article);
  return [...collator.finish((index) => articles[index] as CollatedArticle)];
}

const incidentsOf = ({ incident, incidents }: GoldArticle): readonly string[] =>
  incidents && incidents.length > 0 ? incidents : incident ? [incident] : [];

function goldGroups(articles: readonly GoldArticle[]): Groups {
  const groups = new Map<string, Set<string>>();
  for (const article of articles)
    for (const name of incidentsOf(article)) groups.set(name, (groups.get(name) ?? new Set()).add(article.id));
  return groups;
}

function goldFacts(articles: readonly GoldArticle[]): ReadonlyMap<string, GoldFacts> {
  const facts = new Map<string, { dates: Set<string>; places: Set<string>; killed: number[]; injured: number[] }>();
  for (const article of articles) {
    const own: readonly GoldEvent[] = article.incident
      ? [
          {
            incident: article.incident,
            date: article.eventDate,
            place: article.place ?? null,
            killed: article.killed,
            injured: article.injured,
          },
        ]
      : [];
    for (const { incident, date, place, killed, injured } of article.events && article.events.length > 0 ? article.events : own) {
      const known = facts.get(incident) ?? { dates: new Set(), places: new Set(), killed: [], injured: [] };
      if (typeof date === "string") known.dates.add(date);
      if (place) known.places.add(place);
      if (Number.isInteger(killed)) known.killed.push(killed as number);
      if (Number.isInteger(injured)) known.injured.push(injured as number);
      facts.set(incident, known);
    }
  }
  return facts;
}
