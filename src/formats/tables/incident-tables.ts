import { CAUSES, CERTAINTIES, type Incident, type Victim } from "../../model/incident.js";
import { APART_REASONS, VICTIM_CLASSES, type Toll, type TollEvidence } from "../../model/toll.js";
import type { Layer } from "../../model/layer.js";
import { OUTCOMES, OUTCOMES_IN_WORDS, outcomeRecord } from "../../model/outcomes.js";
import type { Mention } from "../../model/mention.js";
import { excerpt, foldSpace } from "../excerpt.js";
import { ARTICLE_HEAD, ARTICLE_ID, type ArticleRow } from "./article-columns.js";
import { sentenceAround } from "./evidence-columns.js";
import { locatedBy, POINT_COLUMNS, PRECISION_COLUMNS, type Located } from "./location-columns.js";
import { incidentId, mentionId, tollId, type MentionField } from "./row-ids.js";
import type { ArticleResult, Column, Table } from "./table.js";

/** A row of an incident of one article. */
interface OfIncident extends ArticleRow, Located {
  readonly layer: Layer;
  readonly incident: Incident;
}

/** An incident of one article. */
export interface IncidentRow extends OfIncident {
  readonly sentence: string;
}

const INCIDENT_ID: Column<OfIncident> = {
  name: "incident_id",
  type: "text",
  meaning: "The incident of this article: `incident_id` in article_incidents.csv, `article_incident_id` in incident_reports.csv.",
  cell: ({ article, incident }) => incidentId(article.id, incident.id),
  folded: true,
};

/** Where and when it happened. */
const WHERE_AND_WHEN: readonly Column<OfIncident>[] = [
  {
    name: "place",
    type: "text",
    meaning: "The words that say where, the most specific; empty where the text does not say.",
    cell: ({ incident }) => incident.place?.text ?? null,
  },
  ...POINT_COLUMNS,
  {
    name: "date_from",
    type: "date",
    meaning:
      "First day on which it happened, of an aggregate of its period; empty where the text does not say, " +
      "or says it in words that need a day of publication.",
    cell: ({ incident }) => incident.date?.from ?? null,
  },
  { name: "date_to", type: "date", meaning: "Last day, inclusive.", cell: ({ incident }) => incident.date?.to ?? null },
];

/** What it was, and how the place and the day are told. */
const CIRCUMSTANCES: readonly Column<OfIncident>[] = [
  {
    name: "kind",
    type: "text",
    meaning:
      "`incident`, or `aggregate`: a total over a period, a campaign, a country or several incidents, never to be added to incidents.",
    cell: ({ incident }) => incident.kind,
  },
  { name: "main", type: "boolean", meaning: "TRUE for what the article is about.", cell: ({ incident }) => incident.main },
  { name: "cause", type: "text", meaning: `What brought people to harm: ${CAUSES.join(", ")}.`, cell: ({ incident }) => incident.cause },
  {
    name: "actors",
    type: "text",
    meaning: `Who did it, in the words of the text, each with how sure it is (${CERTAINTIES.join(", ")}), separated by \`; \`.`,
    cell: ({ incident }) => incident.actors.map(({ text, certainty }) => `${text} (${certainty})`).join("; ") || null,
  },
  {
    name: "date_words",
    type: "text",
    meaning: "The words that say when; also where they resolve to no day.",
    cell: ({ incident }) => incident.date?.text ?? null,
    folded: true,
  },
  ...PRECISION_COLUMNS,
];

/** Why that place and that date. */
const LINK_COLUMNS: readonly Column<OfIncident>[] = (["place", "date"] as const).flatMap((name): readonly Column<OfIncident>[] => [
  {
    name: `${name}_field`,
    type: "text",
    meaning: `\`text\` or \`title\`: where the words of the ${name} stand.`,
    cell: ({ incident }) => (incident[name] === null ? null : incident[name].inTitle ? "title" : "text"),
    folded: true,
  },
  {
    name: `${name}_start`,
    type: "integer",
    meaning: `Where they start; the same in ${name === "place" ? "mentions" : "dates"}.csv.`,
    cell: ({ incident }) => incident[name]?.start ?? null,
    folded: true,
  },
  {
    name: `${name}_reason`,
    type: "text",
    meaning: `Why that ${name}, as in casualties.csv.`,
    cell: ({ incident }) => incident[name]?.reason ?? null,
    folded: true,
  },
  {
    name: `${name}_confidence`,
    type: "number",
    meaning: `From 0 to 1: how likely the ${name} is right.`,
    cell: ({ incident }) => incident[name]?.confidence ?? null,
    folded: true,
  },
]);

const bestOf = (outcome: Toll["outcome"]): Column<OfIncident> => ({
  name: outcome.replaceAll("-", "_"),
  type: "integer",
  meaning: `\`best\` of its toll of ${outcome}; empty where the article gives no number. Bounds and evidence stand in tolls.csv.`,
  cell: ({ incident }) => incident.tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? null,
});

const ofIncident = (incident: Incident, result: ArticleResult): OfIncident => ({
  article: result.article,
  layer: result.layer,
  incident,
  ...locatedBy(incident.place, result),
});

export const ARTICLE_INCIDENTS_TABLE: Table<IncidentRow> = {
  name: "article_incidents",
  meaning: "One row an incident an article: what it reports to have happened, where and when. An article without any has no row.",
  columns: [
    ...ARTICLE_HEAD,
    ...OUTCOMES.filter((outcome) => outcomeRecord(outcome).articleColumn).map(bestOf),
    ...WHERE_AND_WHEN,
    {
      name: "sentence",
      type: "text",
      meaning: "The sentence of its first figure or victim, white space folded.",
      cell: ({ sentence }) => sentence,
    },
    ...CIRCUMSTANCES,
    {
      name: "figures",
      type: "integer",
      meaning: "How many casualty figures of the title and the text tell of it.",
      cell: ({ incident }) => incident.figures.length + incident.titleFigures.length,
      folded: true,
    },
    { ...ARTICLE_ID, folded: true },
    { ...INCIDENT_ID, meaning: "The incident of this article: its number is in order of the text." },
    {
      name: "place_entity",
      type: "text",
      meaning: "The place: `entity_id` in places.csv.",
      cell: ({ incident }) => incident.place?.entity ?? null,
      folded: true,
    },
    ...LINK_COLUMNS,
  ],
  rows: (result) =>
    (result.layer.incidents ?? []).map((incident) => ({
      ...ofIncident(incident, result),
      sentence: sentenceOf(incident, result),
    })),
};

function sentenceOf({ figures, titleFigures, victims }: Incident, result: ArticleResult): string {
  const start = figures[0] ?? victims[0]?.start;
  if (start !== undefined) return sentenceAround(result, { start, end: start + 1 });
  return titleFigures.length > 0 ? foldSpace(result.layer.title ?? "") : "";
}

/** A toll with what it rests on, in words. */
export interface TollRow extends OfIncident {
  readonly toll: Toll;
  readonly restsOn: string;
  readonly figureIds: string;
  readonly attribution: string;
  readonly against: string;
  readonly apart: string;
  readonly sentence: string;
  readonly start: number | null;
}

export const TOLLS_TABLE: Table<TollRow> = {
  name: "tolls",
  meaning:
    "One row an outcome an incident an article: what the article says of it, as the data set named by " +
    "--profile would enter it. An outcome without a row is not mentioned, which is not zero.",
  columns: [
    ...ARTICLE_HEAD,
    {
      name: "outcome",
      type: "text",
      meaning: `${OUTCOMES_IN_WORDS}.`,
      cell: ({ toll }) => toll.outcome,
    },
    {
      name: "best",
      type: "integer",
      meaning: "The number that the profile enters; empty where the article gives only vague words.",
      cell: ({ toll }) => toll.best,
    },
    { name: "low", type: "integer", meaning: "The least that any total of the incident allows.", cell: ({ toll }) => toll.low },
    {
      name: "high",
      type: "integer",
      meaning: "The most that any total of the incident allows; empty where one leaves it open.",
      cell: ({ toll }) => toll.high,
    },
    ...WHERE_AND_WHEN,
    {
      name: "victims",
      type: "text",
      meaning: `How many of \`best\` are known to be of a class (${VICTIM_CLASSES.join(", ")}), separated by \`; \`.`,
      cell: ({ toll }) =>
        Object.entries(toll.victims)
          .map(([name, count]) => `${count} ${name}`)
          .join("; ") || null,
    },
    {
      name: "attribution",
      type: "text",
      meaning: "The sources that the text names for the figures that `best` rests on, separated by `; `.",
      cell: ({ attribution }) => attribution || null,
    },
    {
      name: "sentence",
      type: "text",
      meaning: "The sentence of the first figure that `best` rests on, else of the first set apart, white space folded.",
      cell: ({ sentence }) => sentence,
    },
    {
      name: "modality",
      type: "text",
      meaning: "`reported`, `feared` (dead or hurt as people fear, beside what is known or where nothing is) or `hypothetical`.",
      cell: ({ toll }) => toll.modality,
    },
    ...CIRCUMSTANCES,
    {
      name: "perpetrators",
      type: "integer",
      meaning: "How many of `best` are attackers; empty where nobody says.",
      cell: ({ toll }) => toll.perpetrators,
      folded: true,
    },
    {
      name: "figures",
      type: "text",
      meaning: "The figures that `best` rests on, in brackets among the words around them, separated by ` | `.",
      cell: ({ restsOn }) => restsOn || null,
      folded: true,
    },
    {
      name: "conflicting",
      type: "text",
      meaning: "Figures of the same outcome with another number, likewise; empty where none disagrees.",
      cell: ({ against }) => against || null,
      folded: true,
    },
    {
      name: "set_apart",
      type: "text",
      meaning:
        "Figures of the same outcome that are no number of the incident, and why: `denied`, `hypothetical`, " +
        "`feared` (beside numbers that are known), `zero` (beside people who came to harm), `hit` (shot or " +
        "stabbed, where others are counted as wounded), `part` (of a total), `doubted`, `cumulative`, " +
        "`other-event`.",
      cell: ({ apart }) => apart || null,
      folded: true,
    },
    { ...ARTICLE_ID, folded: true },
    INCIDENT_ID,
    {
      name: "toll_id",
      type: "text",
      meaning: "The toll: incident and outcome. The same as long as the article is the same.",
      cell: ({ article, incident, toll }) => tollId(article.id, incident.id, toll),
      folded: true,
    },
    {
      name: "figure_ids",
      type: "text",
      meaning: "`figure_id` in casualties.csv of the figures that `best` rests on, `mention_id` of named victims, separated by `; `.",
      cell: ({ figureIds }) => figureIds || null,
      folded: true,
    },
    {
      name: "profile",
      type: "text",
      meaning: "ucdp, acled, emdat or gtd: whose rules chose `best`.",
      cell: ({ toll }) => toll.profile,
      folded: true,
    },
    {
      name: "rule",
      type: "text",
      meaning:
        "The rule that chose it: `running-total`, `lead`, `most-conservative`, `majority`, `total` (a " +
        "sentence sums up), `named-victims`, `headline` (only a headline tells of single victims), " +
        "`survivors` (the text only says how many of a number lived), " +
        "`dead-and-missing`, `missing-presumed-dead`, `with-own-death` (who killed others and died too, on " +
        "top of them), `with-the-named` (people named beside a single victim, or told in a headline beside " +
        "its number), `hit-less-the-dead` (the text only says who was shot or stabbed, and some of them " +
        "died) or `cumulative` (`best` is a total over a period).",
      cell: ({ toll }) => toll.by,
      folded: true,
    },
    {
      name: "char_start",
      type: "integer",
      meaning: "Where the first figure that `best` rests on starts in the text; empty where that is the title.",
      cell: ({ start }) => start,
      folded: true,
    },
    ...LINK_COLUMNS,
  ],
  rows: (result) => (result.layer.incidents ?? []).flatMap((incident) => incident.tolls.map((toll) => tollRow(toll, incident, result))),
};

function tollRow(toll: Toll, incident: Incident, result: ArticleResult): TollRow {
  const { article, layer } = result;
  const inText = evidenceOf(toll, { result, text: article.text, mentions: layer.mentions, field: "text", outcome: toll.outcome });
  const inTitle =
    toll.inTitle &&
    evidenceOf(toll.inTitle, {
      result,
      text: layer.title ?? "",
      mentions: layer.titleMentions ?? [],
      field: "title",
      outcome: toll.outcome,
    });
  const both = (name: keyof typeof inText, between: string): string => [...(inTitle?.[name] ?? []), ...inText[name]].join(between);
  const start = toll.restsOn[0] ?? toll.apart[0]?.start;
  return {
    ...ofIncident(incident, result),
    toll,
    restsOn: both("restsOn", " | "),
    figureIds: both("ids", "; "),
    attribution: [...new Set([...(inTitle?.attributions ?? []), ...inText.attributions])].join("; "),
    against: both("against", " | "),
    apart: both("apart", " | "),
    sentence: start === undefined ? foldSpace(layer.title ?? "") : sentenceAround(result, { start, end: start + 1 }),
    start: toll.restsOn[0] ?? null,
  };
}

/** Where the evidence of a toll stands. */
interface EvidenceField {
  readonly result: ArticleResult;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly field: MentionField;
  /** Of two figures that start at one place, the one of this outcome is meant. */
  readonly outcome: Toll["outcome"];
}

/** UTF-16 units of its sentence that are shown around a figure. */
const AROUND = 45;

/** The figures of a toll's evidence among the words around them, and their ids. */
function evidenceOf(
  { restsOn, against, apart }: TollEvidence,
  { result, text, mentions, field, outcome }: EvidenceField,
): Record<"restsOn" | "against" | "apart" | "ids" | "attributions", readonly string[]> {
  const figures = new Map<number, Mention>();
  const rank = (mention: Mention | undefined): number =>
    mention?.kind === "casualty" ? (mention.outcome === outcome ? 2 : 1) : mention ? 0 : -1;
  for (const mention of mentions) if (rank(mention) > rank(figures.get(mention.start))) figures.set(mention.start, mention);
  const sentences = field === "title" ? [{ start: 0, end: text.length }] : result.sentences;
  const from = field === "title" ? 0 : (result.part?.start ?? 0);
  const written = (start: number): string => {
    const { end } = figures.get(start) ?? { end: start };
    return `${field === "title" ? "title: " : ""}${end > start ? excerpt(text, sentences, { start, end }, AROUND, from) : "named victim"}`;
  };
  const found = restsOn.flatMap((start) => figures.get(start) ?? []);
  return {
    restsOn: restsOn.map(written),
    against: against.map(written),
    apart: APART_REASONS.flatMap((reason) =>
      apart.filter((one) => one.reason === reason).map(({ start }) => `${reason}: ${written(start)}`),
    ),
    ids: found.map((mention) => mentionId(result.article.id, mention, field)),
    attributions: found.flatMap((mention) => (mention.kind === "casualty" ? (mention.attribution ?? []) : [])),
  };
}

/** A named victim of an incident. */
export interface VictimRow extends OfIncident {
  readonly victim: Victim;
  readonly sentence: string;
}

export const VICTIMS_TABLE: Table<VictimRow> = {
  name: "victims",
  meaning:
    "One row a named person an incident an outcome: who was killed, injured, detained … by name. The " +
    "evidence is the first mention that says so.",
  columns: [
    ...ARTICLE_HEAD,
    { name: "name", type: "text", meaning: "The name as it stands there.", cell: ({ victim }) => victim.text },
    { name: "outcome", type: "text", meaning: "What befell them, as in casualties.csv.", cell: ({ victim }) => victim.outcome },
    { name: "modality", type: "text", meaning: "reported or feared.", cell: ({ victim }) => victim.modality },
    { name: "age", type: "integer", meaning: "Years; empty where the text does not say.", cell: ({ victim }) => victim.age },
    {
      name: "sex",
      type: "text",
      meaning: "female or male; empty where the words of the text do not say.",
      cell: ({ victim }) => victim.sex,
    },
    {
      name: "occupation",
      type: "text",
      meaning: "In the words of the text; empty where it does not say.",
      cell: ({ victim }) => victim.occupation,
      folded: true,
    },
    { name: "victim_class", type: "text", meaning: `${VICTIM_CLASSES.join(", ")}.`, cell: ({ victim }) => victim.class },
    ...WHERE_AND_WHEN,
    { name: "sentence", type: "text", meaning: "The sentence that it stands in, white space folded.", cell: ({ sentence }) => sentence },
    { ...ARTICLE_ID, folded: true },
    INCIDENT_ID,
    { name: "entity_id", type: "text", meaning: "The person: `entity_id` in people.csv.", cell: ({ victim }) => victim.entity ?? null },
    {
      name: "field",
      type: "text",
      meaning: "`text` or `title`: where the name stands, and what `char_start` and `char_end` count in.",
      cell: ({ victim }) => (victim.inTitle ? "title" : "text"),
      folded: true,
    },
    { name: "char_start", type: "integer", meaning: "Where the name starts.", cell: ({ victim }) => victim.start, folded: true },
    { name: "char_end", type: "integer", meaning: "Where it ends, exclusive.", cell: ({ victim }) => victim.end, folded: true },
    ...LINK_COLUMNS,
  ],
  rows: (result) =>
    (result.layer.incidents ?? []).flatMap((incident) =>
      incident.victims.map((victim) => ({
        ...ofIncident(incident, result),
        victim,
        sentence: victim.inTitle ? foldSpace(result.layer.title ?? "") : sentenceAround(result, victim),
      })),
    ),
};
