import type { CorpusIncident } from "../../model/corpus-incident.js";
import { actorsOf, empty, lengthOf, sourcesOf, tollOf, VIOLENT, type Codebook } from "./codebook.js";

/** UCDP's precision of time: 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 longer. */
function datePrecision(found: CorpusIncident): number | null {
  const days = lengthOf(found);
  if (days === null) return null;
  return days === 1 ? 1 : days <= 6 ? 2 : days <= 7 ? 3 : days <= 31 ? 4 : 5;
}

/** UCDP's precision of place by what the place is: 1 a town, 3 a district, 4 a province, 6 a country. */
const PRECISION: Readonly<Record<string, number>> = {
  neighborhood: 1,
  city: 1,
  town: 1,
  village: 1,
  facility: 1,
  admin2: 3,
  admin1: 4,
  region: 4,
  country: 6,
};

const wherePrecision = ({ place }: CorpusIncident): number | null => (place?.what === undefined ? null : (PRECISION[place.what] ?? null));

/** Deaths of which no report says on which side they were. */
function unknownDeaths(found: CorpusIncident): number | null {
  const killed = tollOf(found, "killed");
  if (killed?.best == null) return null;
  return Math.max(0, killed.best - (killed.perpetrators ?? 0) - (killed.victims.civilian ?? 0));
}

/** The Georeferenced Event Dataset of the Uppsala Conflict Data Program. */
export const UCDP: Codebook = {
  name: "ucdp",
  meaning:
    "UCDP Georeferenced Event Dataset (Högbladh 2024, codebook 24.1). Incidents whose cause is violence, " +
    "or is not said; aggregates and stories are left out.",
  holds: ({ kind, cause }) => kind === "incident" && VIOLENT.has(cause),
  columns: [
    { name: "id", type: "text", meaning: "`incident_id` of incidents.csv.", cell: ({ id }) => id },
    { name: "relid", type: "text", meaning: "The same.", cell: ({ id }) => id },
    {
      name: "year",
      type: "integer",
      meaning: "Year of `date_from`.",
      cell: ({ date }) => (date === null ? null : Number(date.from.slice(0, 4))),
    },
    empty("active_year", "it takes a year's deaths of the whole conflict"),
    empty("code_status", "coders set it"),
    empty("type_of_violence", "it takes the list of UCDP's actors"),
    empty("conflict_new_id", "UCDP's number"),
    empty("conflict_name", "UCDP's name"),
    empty("dyad_new_id", "UCDP's number"),
    empty("dyad_name", "UCDP's name"),
    empty("side_a_new_id", "UCDP's number"),
    {
      name: "side_a",
      type: "text",
      meaning: "The first of `actors` that is not denied, in the words of the articles.",
      cell: (found) => actorsOf(found)[0] ?? null,
    },
    empty("side_b_new_id", "UCDP's number"),
    {
      name: "side_b",
      type: "text",
      meaning:
        "The second of `actors` where the cause is a clash; `Civilians` where only civilians are among the dead of whom something is said.",
      cell: (found) =>
        found.cause === "clash" ? (actorsOf(found)[1] ?? null) : tollOf(found, "killed")?.victims.civilian != null ? "Civilians" : null,
    },
    {
      name: "number_of_sources",
      type: "integer",
      meaning: "How many articles tell of it, copies not counted twice where their outlet is the same.",
      cell: ({ reports }) => new Set(reports.map(({ article, source }) => source ?? article)).size,
    },
    {
      name: "source_article",
      type: "text",
      meaning: "Outlet, day and headline of every report, as UCDP cites them.",
      cell: ({ reports }) =>
        reports
          .map(
            ({ source, publishedAt, title, article }) =>
              `"${[source ?? article, publishedAt, title].filter((part) => part !== null).join(",")}"`,
          )
          .join(";"),
    },
    { name: "source_office", type: "text", meaning: "The outlets.", cell: (found) => sourcesOf(found).join(";") || null },
    {
      name: "source_date",
      type: "text",
      meaning: "Days of publication.",
      cell: ({ reports }) => reports.flatMap(({ publishedAt }) => publishedAt ?? []).join(";") || null,
    },
    {
      name: "source_headline",
      type: "text",
      meaning: "Headlines.",
      cell: ({ reports }) => reports.flatMap(({ title }) => title ?? []).join(";") || null,
    },
    empty("source_original", "who told the outlet stands in `attribution` of casualties.csv"),
    {
      name: "where_prec",
      type: "integer",
      meaning:
        "By what the place is: 1 a town or a place in it, 3 a district, 4 a province, 6 a country; empty " +
        "where the gazetteer does not know it.",
      cell: wherePrecision,
    },
    { name: "where_coordinates", type: "text", meaning: "`place`.", cell: ({ place }) => place?.name ?? null },
    {
      name: "where_description",
      type: "text",
      meaning: "The places of all reports.",
      cell: ({ reports }) => [...new Set(reports.flatMap(({ place }) => place ?? []))].join("; ") || null,
    },
    { name: "adm_1", type: "text", meaning: "`admin1`.", cell: ({ place }) => place?.admin1 ?? null },
    { name: "adm_2", type: "text", meaning: "`admin2`: the district or county.", cell: ({ place }) => place?.admin2 ?? null },
    { name: "latitude", type: "number", meaning: "`latitude`.", cell: ({ place }) => place?.latitude ?? null },
    { name: "longitude", type: "number", meaning: "`longitude`.", cell: ({ place }) => place?.longitude ?? null },
    {
      name: "geom_wkt",
      type: "text",
      meaning: "The same as a point in Well-Known Text.",
      cell: ({ place }) =>
        place?.latitude === undefined || place.longitude === undefined ? null : `POINT (${place.longitude} ${place.latitude})`,
    },
    empty("priogrid_gid", "the number of a PRIO grid cell"),
    { name: "country", type: "text", meaning: "`country`: ISO 3166-1 code, not UCDP's name.", cell: ({ place }) => place?.country ?? null },
    empty("country_id", "the number after Gleditsch and Ward"),
    empty("region", "UCDP's region"),
    {
      name: "event_clarity",
      type: "integer",
      meaning: "1 where day, place and toll are told, 2 elsewhere.",
      cell: (found) => (found.date !== null && found.place !== null && tollOf(found, "killed")?.best != null ? 1 : 2),
    },
    { name: "date_prec", type: "integer", meaning: "1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 longer.", cell: datePrecision },
    { name: "date_start", type: "date", meaning: "`date_from`.", cell: ({ date }) => date?.from ?? null },
    { name: "date_end", type: "date", meaning: "`date_to`.", cell: ({ date }) => date?.to ?? null },
    {
      name: "deaths_a",
      type: "integer",
      meaning: "Dead attackers, where a report says.",
      cell: (found) => tollOf(found, "killed")?.perpetrators ?? null,
    },
    empty("deaths_b", "reports seldom say to which side of a fight the dead belonged"),
    {
      name: "deaths_civilians",
      type: "integer",
      meaning: "Dead civilians, where a report says.",
      cell: (found) => tollOf(found, "killed")?.victims.civilian ?? null,
    },
    { name: "deaths_unknown", type: "integer", meaning: "`best` less the two before.", cell: unknownDeaths },
    { name: "best", type: "integer", meaning: "`killed`.", cell: (found) => tollOf(found, "killed")?.best ?? null },
    {
      name: "high",
      type: "integer",
      meaning: "`killed_high`, else `killed`.",
      cell: (found) => tollOf(found, "killed")?.high ?? tollOf(found, "killed")?.best ?? null,
    },
    { name: "low", type: "integer", meaning: "`killed_low`.", cell: (found) => tollOf(found, "killed")?.low ?? null },
    empty("gwnoa", "the number of a state after Gleditsch and Ward"),
    empty("gwnob", "the same"),
  ],
};
