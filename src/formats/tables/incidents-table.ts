import type { CorpusIncident, CorpusToll, IncidentReport, ToldToll } from "../../model/corpus-incident.js";
import { OUTCOMES, OUTCOMES_IN_WORDS, outcomeRecord } from "../../model/outcomes.js";
import { writtenToll } from "../written-toll.js";
import { incidentId } from "./row-ids.js";
import type { Column, Table } from "./table.js";

/** Outcomes with columns of their own in `incidents`. */
const COUNTED = OUTCOMES.filter((outcome) => outcomeRecord(outcome).incidentColumn !== null);

const tollOf = ({ tolls }: CorpusIncident, outcome: string): CorpusToll | undefined =>
  tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported");

const columnOf = (outcome: string): string => outcome.replaceAll("-", "_");

const bestColumns: readonly Column<CorpusIncident>[] = COUNTED.map((outcome) => ({
  name: columnOf(outcome),
  type: "integer",
  meaning: `${outcome}: the number of the latest reports; empty where they give none, which is not zero.`,
  cell: (found) => tollOf(found, outcome)?.best ?? null,
  ...(outcomeRecord(outcome).incidentColumn === "folded" && { folded: true as const }),
}));

const boundColumns: readonly Column<CorpusIncident>[] = COUNTED.flatMap((outcome): readonly Column<CorpusIncident>[] => [
  {
    name: `${columnOf(outcome)}_low`,
    type: "integer",
    meaning: "The least that a report of the last day allows.",
    cell: (found) => tollOf(found, outcome)?.low ?? null,
    folded: true,
  },
  {
    name: `${columnOf(outcome)}_high`,
    type: "integer",
    meaning: "The most that a report of the last day allows; empty where one leaves it open.",
    cell: (found) => tollOf(found, outcome)?.high ?? null,
    folded: true,
  },
]);

/** The report that the row's number rests on: of the killed, else of any outcome, else the first one. */
function tellingReport(found: CorpusIncident): IncidentReport | undefined {
  const restsOn = new Set((tollOf(found, "killed") ?? found.tolls[0])?.restsOn);
  return found.reports.find(({ article, sentence }) => restsOn.has(article) && sentence !== undefined) ?? found.reports[0];
}

/** A single article without casualties stands in incidents.jsonl alone. */
export const isListed = ({ kind, reports }: CorpusIncident): boolean => kind !== "story" || reports.length > 1;

/** The numbers of an outcome that reports give, each once, in order of time, with who says so: rivals side by side. */
export function rivals({ reports }: CorpusIncident, outcome: string): string {
  const said = new Map<string, string[]>();
  for (const report of reports) {
    const toll = report.tolls.find((t) => t.outcome === outcome && t.modality === "reported");
    const written = toll ? writtenToll(toll) : "";
    if (written !== "")
      said.set(written, [
        ...(said.get(written) ?? []),
        [report.publishedAt, report.source ?? report.article].filter((part) => part !== null).join(" "),
      ]);
  }
  return said.size < 2
    ? ""
    : [...said]
        .map(([written, who]) => `${written} (${who.slice(0, 3).join(", ")}${who.length > 3 ? `, and ${who.length - 3} more` : ""})`)
        .join("; ");
}

export const INCIDENTS_TABLE: Table<CorpusIncident, CorpusIncident> = {
  name: "incidents",
  meaning:
    "One row a happening, whatever the number of articles that tell of it; aggregates (totals over a " +
    "period or several happenings) and stories (articles on one thing that give no casualties) are " +
    "marked as such.",
  columns: [
    {
      name: "title",
      type: "text",
      meaning: "Title of the first article that tells of it and has one.",
      cell: ({ reports }) => reports.find(({ title }) => title !== null)?.title ?? null,
    },
    { name: "published", type: "date", meaning: "Day of the first report.", cell: ({ reports }) => dayOf(reports, Math.min) },
    {
      name: "source",
      type: "text",
      meaning: "The outlets that tell of it, in order of publication, separated by `; `.",
      cell: ({ reports }) => [...new Set(reports.flatMap(({ source }) => source ?? []))].join("; ") || null,
    },
    ...bestColumns,
    {
      name: "place",
      type: "text",
      meaning: "The most specific place that the reports give; empty where none says.",
      cell: ({ place }) => place?.name ?? null,
    },
    { name: "country", type: "text", meaning: "ISO 3166-1 code of the country.", cell: ({ place }) => place?.country ?? null },
    {
      name: "admin1",
      type: "text",
      meaning: "The province or state that it lies in, where the gazetteer knows the place.",
      cell: ({ place }) => place?.admin1 ?? null,
    },
    { name: "latitude", type: "number", meaning: "Degrees north (WGS 84).", cell: ({ place }) => place?.latitude ?? null },
    { name: "longitude", type: "number", meaning: "Degrees east.", cell: ({ place }) => place?.longitude ?? null },
    {
      name: "date_from",
      type: "date",
      meaning: "First day on which it happened; empty where no report says.",
      cell: ({ date }) => date?.from ?? null,
    },
    { name: "date_to", type: "date", meaning: "Last day of that, included.", cell: ({ date }) => date?.to ?? null },
    { name: "people", type: "text", meaning: "Named victims.", cell: ({ people }) => people.join("; ") || null },
    {
      name: "cause",
      type: "text",
      meaning: "What did the harm, after the guidelines: `shooting`, `bombing`, `flood`, …; `unknown` where no report says.",
      cell: ({ cause }) => cause,
    },
    {
      name: "actors",
      type: "text",
      meaning: "Who did it, as the articles word it, each with how it is known (stated, claimed, accused, denied).",
      cell: ({ actors }) => actors.map(({ text, certainty }) => `${text} (${certainty})`).join("; ") || null,
    },
    {
      name: "sentence",
      type: "text",
      meaning: "A sentence that tells of it, in the words of the report that its number rests on.",
      cell: (found) => tellingReport(found)?.sentence ?? null,
    },
    {
      name: "kind",
      type: "text",
      meaning:
        "`incident`, `aggregate` (a total over a period, a campaign or several incidents) or `story` " +
        "(several articles on one thing, without casualties).",
      cell: ({ kind }) => kind,
    },
    {
      name: "articles",
      type: "integer",
      meaning: "How many articles tell of it.",
      cell: ({ reports }) => new Set(reports.map(({ article }) => article)).size,
    },
    {
      name: "sources",
      type: "integer",
      meaning: "How many outlets they come from; articles without an outlet count as none.",
      cell: ({ reports }) => new Set(reports.flatMap(({ source }) => source ?? [])).size,
      folded: true,
    },
    {
      name: "rival_killed",
      type: "text",
      meaning: "Where reports differ on the killed: each number with its articles' day and source, in order of time.",
      cell: (found) => rivals(found, "killed") || null,
      folded: true,
    },
    {
      name: "rival_injured",
      type: "text",
      meaning: "The same for the injured.",
      cell: (found) => rivals(found, "injured") || null,
      folded: true,
    },
    {
      name: "last_published",
      type: "date",
      meaning: "Day of the last report.",
      cell: ({ reports }) => dayOf(reports, Math.max),
      folded: true,
    },
    {
      name: "admin2",
      type: "text",
      meaning: "The district or county, likewise.",
      cell: ({ place }) => place?.admin2 ?? null,
      folded: true,
    },
    ...boundColumns,
    {
      name: "incident_id",
      type: "text",
      meaning: "Its first report: `article_id#incident_in_article`. The same from run to run as long as that article stays the first.",
      cell: ({ id }) => id,
      folded: true,
    },
    {
      name: "article_ids",
      type: "text",
      meaning: "The articles, in order of publication, separated by `; `.",
      cell: ({ reports }) => [...new Set(reports.map(({ article }) => article))].join("; "),
      folded: true,
    },
    {
      name: "grouping_confidence",
      type: "number",
      meaning:
        "How sure it is that the articles tell of one incident, 0 to 1: that of the least certain report; " +
        "empty for a single article. How sure place and date are stands in article_incidents.csv.",
      cell: ({ reports, confidence }) => (new Set(reports.map(({ article }) => article)).size > 1 ? confidence : null),
      folded: true,
    },
    {
      name: "decided",
      type: "text",
      meaning: "What of it a person decided (decisions.jsonl).",
      cell: ({ decided }) => decided.join("; ") || null,
      folded: true,
    },
  ],
  rows: (found) => (isListed(found) ? [found] : []),
};

const dayOf = (reports: readonly IncidentReport[], pick: (...days: number[]) => number): string | null => {
  const days = reports.flatMap(({ publishedAt }) => publishedAt ?? []);
  return days.length === 0 ? null : new Date(pick(...days.map((day) => Date.parse(`${day}T00:00:00Z`)))).toISOString().slice(0, 10);
};

/** What one article says of one outcome of an incident. */
export interface IncidentReportRow {
  readonly found: CorpusIncident;
  readonly report: IncidentReport;
  /** Null for a report without a number. */
  readonly toll: ToldToll | null;
}

export const INCIDENT_REPORTS_TABLE: Table<IncidentReportRow, CorpusIncident> = {
  name: "incident_reports",
  meaning:
    "How each incident was told: one row an outcome an article, in order of publication, so that rival " +
    "and rising numbers stand side by side.",
  columns: [
    { name: "title", type: "text", meaning: "The article's title.", cell: ({ report }) => report.title },
    { name: "published", type: "date", meaning: "Day of publication.", cell: ({ report }) => report.publishedAt },
    { name: "source", type: "text", meaning: "The outlet, from the metadata.", cell: ({ report }) => report.source },
    {
      name: "outcome",
      type: "text",
      meaning: `${OUTCOMES_IN_WORDS}; empty where the article gives no number.`,
      cell: ({ toll }) => toll?.outcome ?? null,
    },
    { name: "best", type: "integer", meaning: "The number that this article gives.", cell: ({ toll }) => toll?.best ?? null },
    { name: "low", type: "integer", meaning: "The least that it allows.", cell: ({ toll }) => toll?.low ?? null },
    { name: "high", type: "integer", meaning: "The most that it allows.", cell: ({ toll }) => toll?.high ?? null },
    { name: "place", type: "text", meaning: "Where this article puts it.", cell: ({ report }) => report.place },
    {
      name: "date_from",
      type: "date",
      meaning: "First day on which it happened by this article.",
      cell: ({ report }) => report.date?.from ?? null,
    },
    { name: "date_to", type: "date", meaning: "Last day of that.", cell: ({ report }) => report.date?.to ?? null },
    {
      name: "sentence",
      type: "text",
      meaning: "What the article says of it, in its words.",
      cell: ({ report }) => report.sentence ?? null,
    },
    { name: "modality", type: "text", meaning: "`reported` or `feared`.", cell: ({ toll }) => toll?.modality ?? null },
    {
      name: "used",
      type: "boolean",
      meaning: "TRUE where the incident's number rests on this one.",
      cell: ({ found, report, toll }) =>
        toll
          ? found.tolls.some((t) => t.outcome === toll.outcome && t.modality === toll.modality && t.restsOn.includes(report.article))
          : null,
    },
    { name: "main", type: "boolean", meaning: "TRUE where it is what the article is about.", cell: ({ report }) => report.main },
    {
      name: "article_id",
      type: "text",
      meaning: "The article: `article_id` in articles.csv.",
      cell: ({ report }) => report.article,
      folded: true,
    },
    {
      name: "incident_id",
      type: "text",
      meaning: "The incident: `incident_id` in incidents.csv.",
      cell: ({ found }) => found.id,
      folded: true,
    },
    {
      name: "article_incident_id",
      type: "text",
      meaning:
        "The incident of the article: `incident_id` in article_incidents.csv, tolls.csv and casualties.csv; " +
        "empty where the article tells of it without casualties.",
      cell: ({ report }) => (report.incident === null ? null : incidentId(report.article, report.incident)),
      folded: true,
    },
    {
      name: "confidence",
      type: "number",
      meaning: "How sure it is that this article tells of the incident, 0 to 1.",
      cell: ({ report }) => report.confidence,
      folded: true,
    },
  ],
  rows: (found) =>
    (isListed(found) ? found.reports : []).flatMap((report): readonly IncidentReportRow[] =>
      report.tolls.length === 0 ? [{ found, report, toll: null }] : report.tolls.map((toll) => ({ found, report, toll })),
    ),
};
