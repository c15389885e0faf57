import type { Entity } from "../../model/entity.js";
import type { Incident } from "../../model/incident.js";
import type { CasualtyMention, DateMention, Mention } from "../../model/mention.js";
import type { Toll } from "../../model/toll.js";
import type { ToldToll } from "../../model/corpus-incident.js";
import { daysMeant, locatedBy } from "../tables/location-columns.js";
import type { ArticleResult } from "../tables/table.js";

/** An article as it stands in a report. */
export type ReportEntry = string & { readonly reportEntry: unique symbol };

/** What the page knows of an article: short names and lists, since a report holds thousands of them. */
interface ReportArticle {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly file: string;
  readonly text: string;
  /** Mentions of the text; {@link ReportMention}. */
  readonly m: readonly ReportMention[];
  /** Figures of the title. */
  readonly h: readonly ReportMention[];
  /** Incidents. */
  readonly i: readonly ReportIncident[];
  /** The article that it repeats. It comes last: {@link markEntry} writes over it. */
  readonly duplicate: string | null;
}

/** Kind, start, end, and what the finding says: of a name its entity, of a date value and days, of a figure all that its row shows. */
type ReportMention =
  | readonly [kind: string, start: number, end: number, entity: string]
  | readonly [kind: "date", start: number, end: number, value: string, from: string | null, to: string | null]
  | readonly [kind: "casualty", start: number, end: number, figure: ReportFigure];

/** A figure; what is absent is unknown. */
interface ReportFigure {
  readonly outcome: string;
  readonly low?: number;
  readonly high?: number;
  readonly value?: number;
  readonly qualifier: string;
  readonly victims?: string;
  readonly modality?: string;
  readonly attribution?: string;
  readonly doubt?: string;
  readonly place?: string;
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
  readonly incident?: string;
  readonly confidence: number;
  readonly reviewed?: string;
}

/** An incident of the article: its id, what the article says of it in short, starts of its figures, tolls. */
type ReportIncident = readonly [id: string, kind: string, figures: readonly number[], tolls: readonly ReportToll[]];

/** A toll: outcome, best, low, high, modality. */
export type ReportToll = readonly [outcome: string, best: number | null, low: number | null, high: number | null, modality: string];

/** What the report holds of an article: JSON that can stand in a script element. */
export function drawEntry(result: ArticleResult): ReportEntry {
  return scriptJson(reportArticle(result)) as ReportEntry;
}

/** The entry of an article that turns out to repeat another one. */
export function markEntry(entry: ReportEntry, of: string): ReportEntry {
  return `${entry.slice(0, entry.lastIndexOf('"duplicate":'))}"duplicate":${scriptJson(of)}}` as ReportEntry;
}

/** JSON that can stand in a script element: without what could end it, or break the line for JavaScript. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

/** Tolls as the page shows them. */
export const reportTolls = (tolls: readonly (Toll | ToldToll)[]): readonly ReportToll[] =>
  tolls.map(({ outcome, best, low, high, modality }) => [outcome, best, low, high, modality]);

function reportArticle(result: ArticleResult): ReportArticle {
  const { article, layer, origin, duplicate } = result;
  const places = new Map<string, Entity>(layer.entities.map((entity) => [entity.id, entity]));
  const draw = (mention: Mention): ReportMention => reportMention(mention, result, places);
  return {
    id: article.id,
    title: article.title,
    published: layer.publishedAt,
    source: article.source,
    url: article.url ?? null,
    file: origin.record === null ? origin.file : `${origin.file}#${origin.record}`,
    text: article.text,
    m: layer.mentions.map(draw),
    h: (layer.titleMentions ?? []).filter(({ kind }) => kind === "casualty").map(draw),
    i: (layer.incidents ?? []).map(reportIncident),
    duplicate: duplicate?.of ?? null,
  };
}

const reportIncident = ({ id, kind, figures, victims, tolls }: Incident): ReportIncident => [
  id,
  kind,
  figures.length > 0 ? figures : victims.filter(({ inTitle }) => !inTitle).map(({ start }) => start),
  reportTolls(tolls),
];

function reportMention(mention: Mention, result: ArticleResult, places: ReadonlyMap<string, Entity>): ReportMention {
  const { kind, start, end } = mention;
  if (kind === "date") return ["date", start, end, [mention.value, mention.mod].filter(Boolean).join(" "), ...daysOf(mention)];
  if (kind === "casualty") return ["casualty", start, end, reportFigure(mention, result)];
  const entity = "entity" in mention ? (mention.entity ?? "") : "";
  return [kind, start, end, places.has(entity) ? entity : ""];
}

const daysOf = ({ from, to }: DateMention): readonly [string | null, string | null] => [from, to];

function reportFigure(mention: CasualtyMention, result: ArticleResult): ReportFigure {
  const { outcome, value, low, high, qualifier, victims, modality, attribution, doubt, place, incident, confidence } = mention;
  const days = daysMeant(mention, result.layer);
  const country = locatedBy(place, result).location?.country;
  return {
    outcome,
    ...(value !== null && { value }),
    ...(low !== null && { low }),
    ...(high !== null && { high }),
    qualifier,
    ...(victims !== null && { victims }),
    ...(modality !== "reported" && { modality }),
    ...(attribution !== null && { attribution }),
    ...(doubt !== undefined && { doubt }),
    ...(place && { place: place.text }),
    ...(country && { country }),
    ...(days?.from && { from: days.from }),
    ...(days?.to && { to: days.to }),
    ...(incident !== undefined && { incident }),
    confidence: Math.round(confidence * 100) / 100,
    ...(mention.reviewed !== undefined && { reviewed: mention.reviewed }),
  };
}
