import type { CorpusIncident } from "../../model/corpus-incident.js";
import { actorsOf, empty, lengthOf, sourcesOf, tollOf, type Codebook } from "./codebook.js";

/** ACLED's event type and sub-event type by cause; a sub-event type that the cause does not tell is null. */
const TYPES: Readonly<Record<string, readonly [event: string, sub: string | null]>> = {
  shooting: ["Violence against civilians", "Attack"],
  stabbing: ["Violence against civilians", "Attack"],
  beating: ["Violence against civilians", "Attack"],
  attack: ["Violence against civilians", "Attack"],
  execution: ["Violence against civilians", "Attack"],
  "vehicle-attack": ["Violence against civilians", "Attack"],
  arson: ["Violence against civilians", "Attack"],
  kidnapping: ["Violence against civilians", "Abduction/forced disappearance"],
  clash: ["Battles", "Armed clash"],
  bombing: ["Explosions/Remote violence", "Remote explosive/landmine/IED"],
  mine: ["Explosions/Remote violence", "Remote explosive/landmine/IED"],
  strike: ["Explosions/Remote violence", null],
  protest: ["Protests", null],
  raid: ["Strategic developments", "Arrests"],
};

/** ACLED's precision of place: 1 a town, 2 a part of a region, 3 a region. */
const PRECISION: Readonly<Record<string, number>> = {
  neighborhood: 1,
  city: 1,
  town: 1,
  village: 1,
  facility: 1,
  admin2: 2,
  admin1: 3,
  region: 3,
  country: 3,
};

/** ACLED's precision of time: 1 a day, 2 a week, 3 a month. */
function timePrecision(found: CorpusIncident): number | null {
  const days = lengthOf(found);
  return days === null ? null : days === 1 ? 1 : days <= 7 ? 2 : 3;
}

/** What happened in a sentence, of what the reports agree on. */
function notesOf(found: CorpusIncident): string {
  const { reports, tolls } = found;
  const numbers = tolls
    .filter(({ best, modality }) => best !== null && modality === "reported")
    .map(({ outcome, best }) => `${best} ${outcome}`)
    .join(", ");
  return [reports.find(({ title }) => title !== null)?.title, numbers].filter(Boolean).join(". ");
}

/** The data of the Armed Conflict Location & Event Data project. */
export const ACLED: Codebook = {
  name: "acled",
  meaning:
    "ACLED (codebook 2023). Incidents whose cause is a form of political violence or protest; whether it " +
    "was political the text may not say, which is for the coder to decide. Aggregates and stories are " +
    "left out.",
  holds: ({ kind, cause }) => kind === "incident" && cause in TYPES,
  columns: [
    { name: "event_id_cnty", type: "text", meaning: "`incident_id` of incidents.csv.", cell: ({ id }) => id },
    { name: "event_date", type: "date", meaning: "`date_from`.", cell: ({ date }) => date?.from ?? null },
    { name: "year", type: "integer", meaning: "Its year.", cell: ({ date }) => (date === null ? null : Number(date.from.slice(0, 4))) },
    { name: "time_precision", type: "integer", meaning: "1 a day, 2 up to a week, 3 longer.", cell: timePrecision },
    {
      name: "disorder_type",
      type: "text",
      meaning: "By event type.",
      cell: ({ cause }) => (cause === "protest" ? "Demonstrations" : cause === "raid" ? "Strategic developments" : "Political violence"),
    },
    { name: "event_type", type: "text", meaning: "By `cause`.", cell: ({ cause }) => TYPES[cause]?.[0] ?? null },
    {
      name: "sub_event_type",
      type: "text",
      meaning: "By `cause`; empty where that does not tell (an air strike or shelling).",
      cell: ({ cause }) => TYPES[cause]?.[1] ?? null,
    },
    {
      name: "actor1",
      type: "text",
      meaning: "The first of `actors` that is not denied, in the words of the articles.",
      cell: (found) => actorsOf(found)[0] ?? null,
    },
    empty("assoc_actor_1", "ACLED's list of actors"),
    empty("inter1", "ACLED's class of the actor"),
    {
      name: "actor2",
      type: "text",
      meaning: "The second of `actors` where the cause is a clash; `Civilians` where a report says that civilians were killed.",
      cell: (found) =>
        found.cause === "clash" ? (actorsOf(found)[1] ?? null) : tollOf(found, "killed")?.victims.civilian != null ? "Civilians" : null,
    },
    empty("assoc_actor_2", "ACLED's list of actors"),
    empty("inter2", "ACLED's class of the actor"),
    empty("interaction", "ACLED's classes of both actors"),
    {
      name: "civilian_targeting",
      type: "text",
      meaning: "`Civilian targeting` where a report says that civilians were killed.",
      cell: (found) => (tollOf(found, "killed")?.victims.civilian != null ? "Civilian targeting" : null),
    },
    empty("iso", "the number of the country; its code stands in `country`"),
    empty("region", "ACLED's region"),
    { name: "country", type: "text", meaning: "`country`: ISO 3166-1 code, not a name.", cell: ({ place }) => place?.country ?? null },
    { name: "admin1", type: "text", meaning: "`admin1`.", cell: ({ place }) => place?.admin1 ?? null },
    { name: "admin2", type: "text", meaning: "`admin2`: the district or county.", cell: ({ place }) => place?.admin2 ?? null },
    empty("admin3", "the gazetteer does not tell"),
    { name: "location", type: "text", meaning: "`place`.", cell: ({ place }) => place?.name ?? null },
    { name: "latitude", type: "number", meaning: "`latitude`.", cell: ({ place }) => place?.latitude ?? null },
    { name: "longitude", type: "number", meaning: "`longitude`.", cell: ({ place }) => place?.longitude ?? null },
    {
      name: "geo_precision",
      type: "integer",
      meaning: "By what the place is: 1 a town or a place in it, 2 a district, 3 a province or a country.",
      cell: ({ place }) => (place?.what === undefined ? null : (PRECISION[place.what] ?? null)),
    },
    {
      name: "source",
      type: "text",
      meaning: "The outlets, as ACLED separates them.",
      cell: (found) => sourcesOf(found).join("; ") || null,
    },
    empty("source_scale", "ACLED's class of the outlets"),
    { name: "notes", type: "text", meaning: "The first headline and the numbers.", cell: notesOf },
    {
      name: "fatalities",
      type: "integer",
      meaning: "`killed`; empty where no report gives a number. With `--profile acled` vague words count as ACLED counts them.",
      cell: (found) => tollOf(found, "killed")?.best ?? null,
    },
    empty("tags", "coders set them"),
    empty("timestamp", "when ACLED took the row"),
  ],
};
