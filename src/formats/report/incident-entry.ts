import type { CorpusIncident } from "../../model/corpus-incident.js";
import { reportTolls, scriptJson } from "./report-entry.js";

/** An incident as it stands in a report. */
export type IncidentEntry = string & { readonly incidentEntry: unique symbol };

/** What the report holds of an incident: JSON that can stand in a script element. */
export function drawIncident({ id, kind, date, place, cause, actors, people, tolls, reports, decided }: CorpusIncident): IncidentEntry {
  return scriptJson({
    id,
    kind,
    from: date?.from ?? null,
    to: date?.to ?? null,
    place: place?.name ?? null,
    admin1: place?.admin1 ?? null,
    country: place?.country ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    what: place?.what ?? null,
    cause: cause === "unknown" ? null : cause,
    actors: actors.map(({ text, certainty }) => `${text} (${certainty})`).join(", ") || null,
    people: people.join(", ") || null,
    decided: decided.length > 0 ? `decided: ${decided.join(", ")}` : null,
    t: reportTolls(tolls),
    r: reports.map(({ article, incident, publishedAt, source, title, tolls: told, sentence }) => ({
      article,
      incident,
      day: publishedAt,
      source,
      title,
      sentence: sentence ?? null,
      t: reportTolls(told),
    })),
  }) as IncidentEntry;
}
