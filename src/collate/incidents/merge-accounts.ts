import type { CorpusActor, CorpusIncident, CorpusPlace, DayRange, IncidentReport } from "../../model/corpus-incident.js";
import { dayOfIso } from "../../recognize/dates/civil-day.js";
import type { CollatedArticle } from "../collator.js";
import { memberName } from "../decisions.js";
import { mergeTolls } from "./merge-tolls.js";
import type { IncidentSketch } from "./sketch-incidents.js";
import { foldPlain } from "./weigh-articles.js";

/** An account of a group with the article that gives it. */
export interface Member {
  readonly article: CollatedArticle;
  /** Null for an article that gives no main incident. */
  readonly sketch: IncidentSketch | null;
  /** How sure it is that it belongs to the group, 0 to 1. */
  readonly confidence: number;
}

/** The name of an account in decisions and ids. */
export const accountName = ({ article, sketch }: Pick<Member, "article" | "sketch">): string =>
  memberName(article.id, sketch?.id ?? "article");

/** Makes one row of a group's accounts, which are in the order of publication. */
export function mergeAccounts(members: readonly Member[]): CorpusIncident {
  const reports = members.map(reportOf);
  const copied = members.map(({ article }) => article.duplicateOf !== null);
  // A copy says nothing that its original does not; where the original is elsewhere it speaks for it.
  const own = reports.filter((report, i) => !copied[i] || !reports.some(({ article }) => article === members[i]?.article.duplicateOf));
  const sketches = members.flatMap(({ sketch }) => sketch ?? []);
  const main = sketches.filter((sketch) => sketch.main);
  const telling = main.length > 0 ? main : sketches;
  return {
    id: accountName(members[0] as Member),
    kind: sketches.length === 0 ? "story" : (sketches[0]?.kind ?? "incident"),
    date: mergeDates(telling),
    place: mergePlaces(telling),
    cause: mergeCauses(telling),
    actors: mergeActors(sketches),
    people: mergePeople(sketches),
    tolls: mergeTolls(own),
    reports,
    confidence: Math.min(...members.map(({ confidence }) => confidence)),
    decided: [],
  };
}

function reportOf({ article, sketch, confidence }: Member): IncidentReport {
  return {
    article: article.id,
    incident: sketch?.id ?? null,
    main: sketch?.main ?? true,
    publishedAt: article.publishedAt,
    source: article.source,
    title: article.title,
    place: sketch?.place?.name ?? null,
    date: sketch?.date ?? null,
    tolls: sketch?.tolls ?? [],
    ...(sketch && sketch.sentence !== "" && { sentence: sketch.sentence }),
    confidence,
  };
}

/** The value with most votes; of equals the one first told. */
function elect<T>(votes: readonly (readonly [key: string, value: T, weight: number])[]): T | null {
  const sums = new Map<string, { value: T; weight: number }>();
  for (const [key, value, weight] of votes) {
    const sum = sums.get(key);
    if (sum) sum.weight += weight;
    else sums.set(key, { value, weight });
  }
  let best: { value: T; weight: number } | null = null;
  for (const sum of sums.values()) if (!best || sum.weight > best.weight + 1e-9) best = sum;
  return best?.value ?? null;
}

/** Days above which a date counts less: it says when only roughly. */
const FEW_DAYS = 3;

function mergeDates(sketches: readonly IncidentSketch[]): DayRange | null {
  return elect(
    sketches.flatMap(({ date, dateConfidence }) =>
      date === null
        ? []
        : [
            [
              `${date.from} ${date.to}`,
              date,
              (0.1 + dateConfidence) * (dayOfIso(date.to) - dayOfIso(date.from) < FEW_DAYS ? 1 : 0.3),
            ] as const,
          ],
    ),
  );
}

function mergePlaces(sketches: readonly IncidentSketch[]): CorpusPlace | null {
  const placed = sketches.flatMap(({ place, placeConfidence }) =>
    place === null ? [] : [{ place, weight: (0.1 + placeConfidence) * exactness(place) }],
  );
  const chosen = elect(placed.map(({ place, weight }) => [placeKey(place), place, weight] as const));
  if (chosen === null) return null;
  // Of the spellings of one place the one that most reports use, in capitals only where all do.
  const spellings = placed
    .filter(({ place }) => placeKey(place) === placeKey(chosen))
    .map(({ place: { name } }) => [name, name, name === name.toUpperCase() ? 0.01 : 1] as const);
  const name = elect(spellings) ?? chosen.name;
  const town = elect(
    sketches.flatMap((sketch) =>
      sketch.town && sketch.place && placeKey(sketch.place) === placeKey(chosen) ? [[placeKey(sketch.town), sketch.town, 1] as const] : [],
    ),
  );
  return town === null ? { ...chosen, name } : { ...town, ...chosen, name: `${name}, ${town.name}` };
}

const placeKey = ({ geonameid, name }: CorpusPlace): string => (geonameid === undefined ? foldPlain(name) : String(geonameid));

/** A country or a province says where only roughly. */
const exactness = ({ what }: CorpusPlace): number => (what === "country" ? 0.2 : what === "admin1" ? 0.3 : what === undefined ? 0.7 : 1);

const VAGUE_CAUSES = new Set(["unknown", "other", "attack"]);

function mergeCauses(sketches: readonly IncidentSketch[]): string {
  const exact = sketches.filter(({ cause }) => !VAGUE_CAUSES.has(cause));
  return (
    elect(
      (exact.length > 0 ? exact : sketches.filter(({ cause }) => cause !== "unknown")).map(({ cause }) => [cause, cause, 1] as const),
    ) ?? "unknown"
  );
}

function mergeActors(sketches: readonly IncidentSketch[]): readonly CorpusActor[] {
  const actors = new Map<string, CorpusActor>();
  for (const { actors: told } of sketches)
    for (const actor of told)
      actors.set(`${foldPlain(actor.text)} ${actor.certainty}`, actors.get(`${foldPlain(actor.text)} ${actor.certainty}`) ?? actor);
  return [...actors.values()];
}

/** Names of victims; a last name alone joins the full name. */
function mergePeople(sketches: readonly IncidentSketch[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { people } of sketches) for (const name of people) names.set(foldPlain(name), names.get(foldPlain(name)) ?? name);
  return [...names]
    .filter(([key]) => key.includes(" ") || ![...names.keys()].some((other) => other !== key && other.endsWith(` ${key}`)))
    .map(([, name]) => name);
}
