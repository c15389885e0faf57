import type { Entity } from "../../model/entity.js";
import type { Incident } from "../../model/incident.js";
import type { Layer } from "../../model/layer.js";
import type { ArticleResult } from "../tables/table.js";

/** An article as it stands in a report. */
export type ReportEntry = string & { readonly reportEntry: unique symbol };

/** What the page knows of an article: short names, since a report holds hundreds of them. */
interface ReportArticle {
  readonly id: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly file: string;
  readonly text: string;
  /** Mentions: kind, start, end, and what the finding says, in words. */
  readonly m: readonly (readonly [kind: string, start: number, end: number, says: string])[];
  /** Entities: kind, name, mentions; of places that are located latitude, longitude, kind, country and the name in full ("Paris, Texas, US"). */
  readonly e: readonly ReportEntity[];
  /** Incidents: the index of their place among the entities, -1 without one; first day, cause, people killed, and their tolls in words. */
  readonly i: readonly (readonly [place: number, from: string | null, cause: string, killed: number | null, says: string])[];
  /** Dates that resolve to days: wording, first day, last day, start. */
  readonly d: readonly (readonly [wording: string, from: string, to: string, start: number])[];
  /** Tolls: outcome, best, low, high, rule. */
  readonly t: readonly (readonly [outcome: string, best: number | null, low: number | null, high: number | null, by: string])[];
  /** The article that it repeats. It comes last: {@link markEntry} writes over it. */
  readonly duplicate: string | null;
}

type ReportEntity = readonly [
  kind: string,
  name: string,
  mentions: number,
  latitude: number | null,
  longitude: number | null,
  what?: string,
  country?: string | null,
  label?: string,
];

/** What the report holds of an article: JSON that can stand in a script element. A tenth of the size of the article's result. */
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

function reportArticle({ article, layer, origin, duplicate }: ArticleResult): ReportArticle {
  return {
    id: article.id,
    title: article.title,
    published: layer.publishedAt,
    source: article.source,
    url: article.url ?? null,
    file: origin.record === null ? origin.file : `${origin.file}#${origin.record}`,
    text: article.text,
    m: layer.mentions.map((mention) => [mention.kind, mention.start, mention.end, saysOf(mention)] as const),
    e: layer.entities.map(entityOf),
    i: (layer.incidents ?? []).map((incident) => incidentOf(incident, layer)),
    d: layer.mentions.flatMap((mention) =>
      mention.kind === "date" && mention.from !== null && mention.to !== null
        ? [[mention.text, mention.from, mention.to, mention.start] as const]
        : [],
    ),
    t: (layer.tolls ?? []).map(({ outcome, best, low, high, by }) => [outcome, best, low, high, by] as const),
    duplicate: duplicate?.of ?? null,
  };
}

function entityOf({ kind, name, mentions, location }: Entity): ReportEntity {
  if (!location) return [kind, name, mentions, null, null];
  const { latitude, longitude, what, country } = location;
  const label = [...new Set([location.name, location.admin1, country])].filter(Boolean).join(", ");
  return [kind, name, mentions, latitude, longitude, what, country, label];
}

function incidentOf({ place, date, cause, tolls }: Incident, { entities }: Layer): ReportArticle["i"][number] {
  const killed = tolls.find(({ outcome, modality }) => outcome === "killed" && modality === "reported")?.best ?? null;
  const says = tolls
    .filter(({ best }) => best !== null)
    .map(({ outcome, best, modality }) => `${outcome} ${best}${modality === "reported" ? "" : ` (${modality})`}`)
    .join(", ");
  return [entities.findIndex(({ id }) => id === place?.entity), date?.from ?? null, cause, killed, says];
}

/** What a finding says, for the tip and the tables: `killed 12 or more · reported, police`. */
function saysOf(mention: ArticleResult["layer"]["mentions"][number]): string {
  if (mention.kind === "date") return [mention.value, mention.mod].filter(Boolean).join(" ");
  if (mention.kind !== "casualty") return mention.entity ?? "";
  const { outcome, value, low, high, qualifier, modality, victims, attribution } = mention;
  const number =
    value === null
      ? low === null
        ? "?"
        : high === null
          ? `${low} or more`
          : `${low} to ${high}`
      : qualifier === "at-least"
        ? `${value} or more`
        : qualifier === "at-most"
          ? `${value} at most`
          : qualifier === "approximate"
            ? `about ${value}`
            : String(value);
  return [`${outcome} ${number}`, victims, modality === "reported" ? null : modality, attribution === null ? null : `by ${attribution}`]
    .filter(Boolean)
    .join(" · ");
}
