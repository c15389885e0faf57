import type { Article } from "../../model/article.js";
import type { CorpusActor, DayRange, CorpusPlace, ToldToll } from "../../model/corpus-incident.js";
import type { Layer } from "../../model/layer.js";
import type { CasualtyMention, NameMention } from "../../model/mention.js";

/** An incident of one article, as far as it is compared with those of others. */
export interface IncidentSketch {
  /** Its id within the article. */
  readonly id: string;
  readonly kind: "incident" | "aggregate";
  readonly main: boolean;
  readonly place: CorpusPlace | null;
  readonly date: DayRange | null;
  readonly cause: string;
  readonly actors: readonly CorpusActor[];
  /** Names of its victims. */
  readonly people: readonly string[];
  readonly tolls: readonly ToldToll[];
}

/** Sketches the incidents of an article's record. */
export function sketchIncidents(layer: Layer, _article: Article): readonly IncidentSketch[] {
  const tolls = (layer.tolls ?? []).filter((toll) => toll.best !== null || toll.low !== null);
  const rests = new Set(tolls.flatMap((toll) => toll.restsOn));
  const figures = layer.mentions.filter((mention): mention is CasualtyMention => mention.kind === "casualty");
  const own = figures.filter((figure) => rests.has(figure.start));
  if (tolls.length === 0) return [];
  return [{
    id: "incident:1", kind: tolls.every(({ by }) => by === "cumulative") ? "aggregate" : "incident", main: true,
    place: placeOf(layer, own), date: dateOf(layer, own), cause: "unknown", actors: [], people: [],
    tolls: tolls.map(({ outcome, best, low, high }) => ({ outcome, modality: "reported", best, low, high, perpetrators: null })),
  }];
}

function placeOf(layer: Layer, figures: readonly CasualtyMention[]): CorpusPlace | null {
  const link = figures.find(({ place }) => place)?.place;
  if (!link) return null;
  const mention = layer.mentions.find((m): m is NameMention => m.kind === "place" && m.start === link.start);
  const entity = layer.entities.find(({ id }) => id === mention?.entity);
  const name = entity?.name ?? link.text;
  if (!entity?.location) return { name };
  const { what, latitude, longitude, country, admin1, geonameid } = entity.location;
  return { name, what, latitude, longitude, ...(country !== null && { country }), ...(admin1 !== null && { admin1 }), ...(geonameid !== null && { geonameid }) };
}

function dateOf(layer: Layer, figures: readonly CasualtyMention[]): DayRange | null {
  const link = figures.find(({ date }) => date)?.date;
  const mention = link && layer.mentions.find((m) => m.kind === "date" && m.start === link.start);
  return mention?.kind === "date" && mention.from !== null && mention.to !== null ? { from: mention.from, to: mention.to } : null;
}
