import type { CorpusIncident, ToldToll } from "../../model/corpus-incident.js";
import { scriptJson } from "./report-entry.js";

/** An incident as it stands in a report. */
export type IncidentEntry = string & { readonly incidentEntry: unique symbol };

const tollsOf = (tolls: readonly ToldToll[]): readonly unknown[] =>
  tolls.map(({ outcome, best, low, high, modality }) => [outcome, best, low, high, modality]);

/** What the report holds of an incident: JSON that can stand in a script element. */
export function drawIncident({ kind, date, place, cause, actors, people, tolls, reports, decided }: CorpusIncident): IncidentEntry {
  return scriptJson({
    kind,
    from: date?.from ?? null,
    to: date?.to ?? null,
    place: place?.name ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    cause: cause === "unknown" ? null : cause,
    actors: actors.map(({ text, certainty }) => `${text} (${certainty})`).join(", ") || null,
    people: people.join(", ") || null,
    decided: decided.length > 0 ? `decided: ${decided.join(", ")}` : null,
    t: tollsOf(tolls),
    r: reports.map(({ article, publishedAt, source, title, tolls: told }) => ({
      article,
      day: publishedAt,
      source,
      title,
      t: tollsOf(told),
    })),
  }) as IncidentEntry;
}
