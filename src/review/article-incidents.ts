import type { AnnotationRecord } from "../formats/parse-annotation-record.js";
import type { Incident } from "../model/incident.js";
import type { Layer } from "../model/layer.js";
import type { IncidentEdit, ReviewIncident } from "../model/review.js";
import { toWording } from "./review-label.js";

/** An incident of an article as the program or gold has it, and what somebody changed. Gold may lack fields that the program gives. */
type WrittenIncident = Partial<Incident> & Pick<Incident, "id">;

/** The incidents of an article: those of gold where it holds them, else those that the program found. */
export function writtenIncidents(layer: Layer, gold: AnnotationRecord | null): readonly WrittenIncident[] {
  const own: unknown = gold === null ? null : Reflect.get(gold, "incidents");
  return Array.isArray(own) ? (own as readonly WrittenIncident[]) : (layer.incidents ?? []);
}

/** The incidents of an article with the reviewer's changes. */
export function reviewIncidents(
  layer: Layer,
  gold: AnnotationRecord | null,
  edits: ReadonlyMap<string, IncidentEdit>,
): readonly ReviewIncident[] {
  const written = writtenIncidents(layer, gold);
  const known = new Set(written.map(({ id }) => id));
  const added = [...edits.keys()].filter((id) => !known.has(id)).map((id): WrittenIncident => ({ id }));
  return [...written, ...added].map((incident) => {
    const edit = edits.get(incident.id);
    return {
      id: incident.id,
      kind: edit?.kind ?? incident.kind ?? "incident",
      main: edit?.main ?? incident.main ?? false,
      cause: edit?.cause ?? incident.cause ?? "unknown",
      place: edit?.place === undefined ? toWording(incident.place ?? null) : edit.place,
      date: edit?.date === undefined ? toWording(incident.date ?? null) : edit.date,
      actors: edit?.actors ?? (incident.actors ?? []).map(({ text, certainty }) => ({ text, certainty })),
      tolls: (incident.tolls ?? []).map(({ outcome, best, low, by, modality }) =>
        [
          outcome,
          best ?? (low === null ? "?" : `${low}+`),
          ...(modality === undefined || modality === "reported" ? [] : [modality]),
          ...(by ? [`(${by})`] : []),
        ].join(" "),
      ),
      edited: edit !== undefined,
    };
  });
}
