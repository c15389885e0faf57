import type { CorpusActor, CorpusIncident, CorpusPlace, DayRange, IncidentReport } from "../../model/corpus-incident.js";
import type { CollatedArticle } from "../collator.js";
import { memberName } from "../decisions.js";
import { dateCandidates } from "./date-candidates.js";
import { kilometersBetween } from "./kilometers-between.js";
import { mergeTolls } from "./merge-tolls.js";
import { isWithinTown, type IncidentSketch } from "./sketch-incidents.js";
import { placeCandidates } from "./place-candidates.js";
import type { Telling } from "./telling.js";
import { vote, type VoteWeights } from "./vote.js";
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

/** What the values of a row are chosen by. */
export interface Grounds {
  readonly weights: VoteWeights;
  /** How many articles of the corpus name a place. */
  readonly articlesNaming: (place: string) => number;
}

/** Makes one row of a group's accounts, which are in the order of publication. */
export function mergeAccounts(members: readonly Member[], grounds: Grounds): CorpusIncident {
  const reports = members.map(reportOf);
  const copied = members.map(({ article }) => article.duplicateOf !== null);
  // A copy says nothing that its original does not; where the original is elsewhere it speaks for it.
  const own = reports.filter((report, i) => !copied[i] || !reports.some(({ article }) => article === members[i]?.article.duplicateOf));
  const tellings = members.flatMap(({ article, sketch }): readonly Telling[] => (sketch ? [{ article, sketch }] : []));
  const sketches = tellings.map(({ sketch }) => sketch);
  const main = tellings.filter(({ sketch }) => sketch.main);
  const telling = main.length > 0 ? main : tellings;
  const cause = mergeCauses(telling.map(({ sketch }) => sketch));
  return {
    id: accountName(members[0] as Member),
    kind: sketches.length === 0 ? "story" : (sketches[0]?.kind ?? "incident"),
    date: mergeDates(telling, grounds),
    place: mergePlaces(telling, grounds),
    cause,
    actors: mergeActors(sketches),
    people: mergePeople(sketches),
    tolls: mergeTolls(own, cause),
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

/** The day most spoken for, where any report links the incident to one: a day that is only named says nothing by itself. */
function mergeDates(tellings: readonly Telling[], { weights }: Grounds): DayRange | null {
  if (tellings.every(({ sketch }) => sketch.date === null)) return null;
  return vote("date", dateCandidates(tellings), weights)?.value ?? null;
}

/** Kilometers to a metropolis from its parts and suburbs, and how many times as many articles of the corpus name it. */
const SUBURB = 25;
const LARGER = 2;

function mergePlaces(tellings: readonly Telling[], { weights, articlesNaming }: Grounds): CorpusPlace | null {
  if (tellings.every(({ sketch }) => sketch.place === null)) return null;
  const candidates = placeCandidates(tellings);
  const chosen = vote("place", candidates, weights)?.value ?? null;
  if (chosen === null) return null;
  const linked =
    vote(
      "place",
      candidates.filter(({ evidence }) => evidence["linked"] !== undefined),
      weights,
    )?.value ?? chosen;
  // "The Harbor Bar" in the town that all the reports speak of.
  const exact = linked.name !== chosen.name && chosen.what === "city" && isWithinTown(linked) ? linked : chosen;
  const name = spellingOf(exact, tellings);
  if (exact !== chosen) return { ...chosen, ...exact, name: `${name}, ${chosen.name}` };
  const towns =
    isWithinTown(exact) || exact.what === "city" ? candidates.filter(({ value }) => isAround(value, exact, articlesNaming)) : [];
  const town = vote("place", towns, weights)?.value ?? null;
  return town === null ? { ...exact, name } : { ...town, ...exact, name: `${name}, ${town.name}` };
}

/** Whether a town is the one that a place lies in or by: near, and named by more articles. Of a place not located, one of its article's. */
function isAround(town: CorpusPlace, place: CorpusPlace, articlesNaming: Grounds["articlesNaming"]): boolean {
  if (town.what !== "city" || foldPlain(town.name) === foldPlain(place.name)) return false;
  const kilometers = kilometersBetween(town, place);
  return (
    (kilometers === null ? place.latitude === undefined : kilometers <= SUBURB) &&
    articlesNaming(town.name) >= LARGER * Math.max(1, articlesNaming(place.name))
  );
}

/** Of the spellings of one place the one that most reports use, in capitals only where all do. */
function spellingOf(place: CorpusPlace, tellings: readonly Telling[]): string {
  const same = tellings.flatMap(({ sketch }) => (sketch.place && placeKey(sketch.place) === placeKey(place) ? [sketch.place.name] : []));
  return elect(same.map((name) => [name, name, name === name.toUpperCase() ? 0.01 : 1] as const)) ?? place.name;
}

const placeKey = ({ geonameid, name }: CorpusPlace): string => (geonameid === undefined ? foldPlain(name) : String(geonameid));

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
