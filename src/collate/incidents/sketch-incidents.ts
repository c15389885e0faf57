import type { Article } from "../../model/article.js";
import type { CorpusActor, CorpusPlace, DayRange, ToldToll } from "../../model/corpus-incident.js";
import type { Entity, Location } from "../../model/entity.js";
import type { Incident, Victim } from "../../model/incident.js";
import type { Layer } from "../../model/layer.js";
import type { Span } from "../../model/span.js";
import type { Sentence } from "../../model/token.js";
import { countWords, type WordCounts } from "../count-words.js";
import { kilometersBetween } from "./kilometers-between.js";

/** An incident of one article, as far as it is compared with those of others and makes a row with them. */
export interface IncidentSketch {
  /** Its id within the article. */
  readonly id: string;
  readonly kind: "incident" | "aggregate";
  readonly main: boolean;
  readonly place: CorpusPlace | null;
  /** The town that the place is in, where it is a part of one or a site of which the gazetteer knows nothing; absent else. */
  readonly town?: CorpusPlace;
  /** How likely the place is right, 0 to 1. */
  readonly placeConfidence: number;
  readonly date: DayRange | null;
  readonly dateConfidence: number;
  readonly cause: string;
  readonly actors: readonly CorpusActor[];
  /** Names of its victims. */
  readonly people: readonly string[];
  readonly tolls: readonly ToldToll[];
  /** The sentence of its first figure, else of its first victim; empty where both stand in the title alone. */
  readonly sentence: string;
  /** Words of the sentences that tell of it; absent where the article tells of nothing else. */
  readonly words?: WordCounts;
}

/**
 * Sketches the incidents of an article's record, or of a part of one.
 *
 * @param from where the text of the part begins.
 * @param alone whether the article tells of nothing else.
 */
export function sketchIncidents(
  { text }: Article,
  layer: Layer,
  sentences: readonly Sentence[],
  from = 0,
  alone = (layer.incidents ?? []).length < 2,
): readonly IncidentSketch[] {
  const incidents = layer.incidents ?? [];
  const wording = ({ start, end }: Span): string => text.slice(start - from, end - from);
  return incidents.map((incident) => ({
    id: incident.id,
    kind: incident.kind,
    main: incident.main,
    ...placesOf(incident, layer),
    placeConfidence: incident.place?.confidence ?? 0,
    date: daysOf(incident),
    dateConfidence: incident.date?.confidence ?? 0,
    cause: incident.cause,
    actors: distinct(
      incident.actors.map(({ text, certainty }) => ({ text, certainty })),
      ({ text }) => text,
    ),
    people: distinct(
      incident.victims.map((victim) => nameOf(victim, layer)),
      (name) => name,
    ),
    tolls: incident.tolls.map(({ outcome, modality, best, low, high, perpetrators, victims }) => ({
      outcome,
      modality,
      best,
      low,
      high,
      perpetrators,
      victims,
    })),
    sentence: firstSentence(incident, wording, sentences),
    ...(!alone && { words: countWords([[passageOf(incident, wording, sentences), 1]]) }),
  }));
}

function placesOf({ place }: Incident, layer: Layer): Pick<IncidentSketch, "place" | "town"> {
  if (place === null) return { place: null };
  const entity = layer.entities.find(({ id }) => id === place.entity);
  const own = locatedPlace(entity?.name ?? place.text, entity?.location);
  const town = isWithinTown(own) ? townOf(own, layer.entities) : null;
  return { place: own, ...(town && { town }) };
}

/** True for a part of a town, a site in it, and whatever the gazetteer does not know. */
export const isWithinTown = ({ what }: CorpusPlace): boolean => what === undefined || what === "neighborhood" || what === "facility";

/** Kilometers from its parts to the middle of a town. */
const WITHIN = 40;

/** The town that an article names most often, near the place where that is located. */
function townOf(place: CorpusPlace, entities: readonly Entity[]): CorpusPlace | null {
  const towns = entities.filter(
    ({ kind, name, location }) =>
      kind === "place" && location?.what === "city" && name !== place.name && (kilometersBetween(place, location) ?? 0) <= WITHIN,
  );
  const town = towns.reduce<Entity | null>((best, next) => (best && best.mentions >= next.mentions ? best : next), null);
  return town && locatedPlace(town.name, town.location);
}

export function locatedPlace(wording: string, location: Location | undefined): CorpusPlace {
  if (!location) return { name: wording };
  const { what, latitude, longitude, country, admin1, admin2, geonameid, name } = location;
  return {
    // A dateline writes its town in capitals.
    name: name.toUpperCase() === wording ? name : wording,
    what,
    latitude,
    longitude,
    ...(country !== null && { country }),
    ...(admin1 !== null && { admin1 }),
    ...(admin2 !== null && { admin2 }),
    ...(geonameid !== null && { geonameid }),
  };
}

const daysOf = ({ date }: Incident): DayRange | null => (date?.from != null && date.to !== null ? { from: date.from, to: date.to } : null);

const nameOf = (victim: Victim, layer: Layer): string => layer.entities.find(({ id }) => id === victim.entity)?.name ?? victim.text;

/** What stands at a span of the whole text. */
type Wording = (span: Span) => string;

/** Most UTF-16 units that are kept of a sentence. */
const SENTENCE_LENGTH = 400;

/**
 * The sentence that the best number of killed rests on, of any other outcome where nobody was killed, else of the first figure or
 * victim.
 */
function firstSentence({ tolls, figures, victims }: Incident, wording: Wording, sentences: readonly Sentence[]): string {
  const reported = tolls.filter(({ modality, restsOn }) => modality === "reported" && restsOn.length > 0);
  const toll = reported.find(({ outcome }) => outcome === "killed") ?? reported[0];
  const at = toll?.restsOn[0] ?? figures[0] ?? victims.find(({ inTitle }) => !inTitle)?.start;
  const sentence = at === undefined ? undefined : sentences.find(({ end }) => end > at);
  if (!sentence) return "";
  const folded = wording(sentence).replace(/\s+/gu, " ");
  return folded.length <= SENTENCE_LENGTH ? folded : `${folded.slice(0, SENTENCE_LENGTH - 1).replace(/\s\S*$/u, "")}…`;
}

/** The sentences of an incident's figures, victims, place and date. */
function passageOf(incident: Incident, wording: Wording, sentences: readonly Sentence[]): string {
  const starts = [
    ...incident.figures,
    ...[incident.place, incident.date, ...incident.victims].flatMap((span) => (span && !span.inTitle ? [span.start] : [])),
  ];
  return sentences
    .filter(({ start, end }) => starts.some((at) => at >= start && at < end))
    .map(wording)
    .join("\n");
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
