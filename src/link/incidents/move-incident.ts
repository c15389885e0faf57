import type { Incident } from "../../model/incident.js";
import type { Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { Toll } from "../../model/toll.js";
import { moveMention } from "./join-title.js";

/** How far on a section of a text begins, and how many incidents the sections before it have. */
export interface Move {
  readonly by: number;
  readonly incidents: number;
}

/** An incident of a section as the whole text counts and numbers it. A section without a title has nothing that counts in one. */
export function moveIncident(incident: Incident, { by, incidents }: Move): Incident {
  const span = <S extends Span>(one: S): S => ({ ...one, start: one.start + by, end: one.end + by });
  return {
    ...incident,
    id: renumber(incident.id, incidents),
    figures: incident.figures.map((start) => start + by),
    place: incident.place && span(incident.place),
    date: incident.date && span(incident.date),
    actors: incident.actors.map(span),
    victims: incident.victims.map(span),
    tolls: incident.tolls.map((toll) => moveToll(toll, by)),
  };
}

/** A mention of a section as the whole text counts and numbers it. */
export function moveLinkedMention(mention: Mention, { by, incidents }: Move): Mention {
  const moved = moveMention(mention, by);
  if (moved.kind !== "casualty") return moved;
  const link = <S extends Span>(one: S): S => ({ ...one, start: one.start + by, end: one.end + by });
  return {
    ...moved,
    ...(moved.place ? { place: link(moved.place) } : {}),
    ...(moved.date ? { date: link(moved.date) } : {}),
    ...(typeof moved.incident === "string" ? { incident: renumber(moved.incident, incidents) } : {}),
  };
}

function moveToll(toll: Toll, by: number): Toll {
  const move = (starts: readonly number[]): readonly number[] => starts.map((start) => start + by);
  return {
    ...toll,
    restsOn: move(toll.restsOn),
    against: move(toll.against),
    apart: toll.apart.map((one) => ({ ...one, start: one.start + by })),
  };
}

/** `incident:2` after three others is `incident:5`. */
function renumber(id: string, before: number): string {
  const number = id.lastIndexOf(":") + 1;
  return id.slice(0, number) + String(Number(id.slice(number)) + before);
}
