import type { Article } from "../../model/article.js";
import { CAUSES, CERTAINTIES, type Incident, type IncidentLink, type Victim } from "../../model/incident.js";
import { APART_REASONS, VICTIM_CLASSES, type Toll, type TollEvidence } from "../../model/toll.js";
import type { Layer } from "../../model/layer.js";
import { ARTICLE_ID, sentenceAround } from "./evidence-columns.js";
import { locatedBy, locationColumns } from "./location-columns.js";
import type { ArticleResult, Column, Table } from "./table.js";

/** An incident of one article. */
export interface IncidentRow {
  readonly article: Article;
  readonly incident: Incident;
  readonly layer: Layer;
  readonly sentence: string;
}

const INCIDENT_ID: Column<{ readonly incident: Incident }> = {
  name: "incident_id",
  type: "text",
  meaning: "The incident within its article: `incident_id` in article_incidents.csv.",
  cell: ({ incident }) => incident.id,
};

const fieldOf = (link: IncidentLink | null): string | null => (link === null ? null : link.inTitle ? "title" : "text");

const bestOf = (outcome: Toll["outcome"]): Column<IncidentRow> => ({
  name: outcome.replaceAll("-", "_"),
  type: "integer",
  meaning: `\`best\` of its toll of ${outcome}; empty where the article gives no number. Bounds and evidence stand in tolls.csv.`,
  cell: ({ incident }) => incident.tolls.find((toll) => toll.outcome === outcome && toll.modality === "reported")?.best ?? null,
});

export const ARTICLE_INCIDENTS_TABLE: Table<IncidentRow> = {
  name: "article_incidents",
  meaning: "One row an incident an article: what it reports to have happened, where and when. An article without any has no row.",
  columns: [
    ARTICLE_ID,
    { ...INCIDENT_ID, meaning: "The incident within its article, in order of the text." },
    {
      name: "kind",
      type: "text",
      meaning:
        "`incident`, or `aggregate`: a total over a period, a campaign, a country or several incidents, never to be added to incidents.",
      cell: ({ incident }) => incident.kind,
    },
    { name: "main", type: "boolean", meaning: "TRUE for the one that the article is about.", cell: ({ incident }) => incident.main },
    {
      name: "date_from",
      type: "date",
      meaning:
        "First day on which it happened, of an aggregate of its period; empty where the text does not say, or says it in words that need a day of publication.",
      cell: ({ incident }) => incident.date?.from ?? null,
    },
    { name: "date_to", type: "date", meaning: "Last day, inclusive.", cell: ({ incident }) => incident.date?.to ?? null },
    {
      name: "date",
      type: "text",
      meaning: "The words that say when; also where they resolve to no day.",
      cell: ({ incident }) => incident.date?.text ?? null,
    },
    {
      name: "date_field",
      type: "text",
      meaning: "`text` or `title`: where those words stand.",
      cell: ({ incident }) => fieldOf(incident.date),
    },
    {
      name: "date_start",
      type: "integer",
      meaning: "Where they start; the same in dates.csv.",
      cell: ({ incident }) => incident.date?.start ?? null,
    },
    {
      name: "date_reason",
      type: "text",
      meaning: "Why that date, as in casualties.csv.",
      cell: ({ incident }) => incident.date?.reason ?? null,
    },
    {
      name: "date_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely the date is right.",
      cell: ({ incident }) => incident.date?.confidence ?? null,
    },
    {
      name: "place",
      type: "text",
      meaning: "The words that say where, the most specific; empty where the text does not say.",
      cell: ({ incident }) => incident.place?.text ?? null,
    },
    {
      name: "place_field",
      type: "text",
      meaning: "`text` or `title`: where those words stand.",
      cell: ({ incident }) => fieldOf(incident.place),
    },
    {
      name: "place_start",
      type: "integer",
      meaning: "Where they start; the same in mentions.csv.",
      cell: ({ incident }) => incident.place?.start ?? null,
    },
    {
      name: "place_entity",
      type: "text",
      meaning: "The place: `entity_id` in places.csv.",
      cell: ({ incident }) => incident.place?.entity ?? null,
    },
    {
      name: "place_reason",
      type: "text",
      meaning: "Why that place, as in casualties.csv.",
      cell: ({ incident }) => incident.place?.reason ?? null,
    },
    {
      name: "place_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely the place is right.",
      cell: ({ incident }) => incident.place?.confidence ?? null,
    },
    ...locationColumns<IncidentRow>(({ article, layer, incident }) => locatedBy(incident.place, layer, article)),
    { name: "cause", type: "text", meaning: `What brought people to harm: ${CAUSES.join(", ")}.`, cell: ({ incident }) => incident.cause },
    {
      name: "actors",
      type: "text",
      meaning: `Who did it, in the words of the text, each with how sure it is (${CERTAINTIES.join(", ")}), separated by \`; \`.`,
      cell: ({ incident }) => incident.actors.map(({ text, certainty }) => `${text} (${certainty})`).join("; ") || null,
    },
    ...(["killed", "injured", "missing", "detained", "abducted", "displaced"] as const).map(bestOf),
    {
      name: "figures",
      type: "integer",
      meaning: "How many casualty figures of the title and the text tell of it.",
      cell: ({ incident }) => incident.figures.length + incident.titleFigures.length,
    },
    {
      name: "sentence",
      type: "text",
      meaning: "The sentence of its first figure or victim, white space folded.",
      cell: ({ sentence }) => sentence,
    },
  ],
  rows: ({ article, layer, sentences }) =>
    (layer.incidents ?? []).map((incident) => ({
      article,
      layer,
      incident,
      sentence: sentenceOf(incident, article, layer.title, sentences),
    })),
};

function sentenceOf(
  { figures, titleFigures, victims }: Incident,
  article: Article,
  title: string | null,
  sentences: ArticleResult["sentences"],
): string {
  const start = figures[0] ?? victims[0]?.start;
  if (start !== undefined) return sentenceAround(article.text, sentences, { start, end: start + 1 });
  return titleFigures.length > 0 ? (title ?? "").replace(/\s+/gu, " ") : "";
}

/** A toll with the wording of what it rests on. */
export interface TollRow {
  readonly article: Article;
  readonly incident: Incident;
  readonly toll: Toll;
  readonly restsOn: string;
  readonly against: string;
  readonly apart: string;
  readonly sentence: string;
}

export const TOLLS_TABLE: Table<TollRow> = {
  name: "tolls",
  meaning:
    "One row an outcome an incident an article: what the article says of it, as the data set named by --profile would enter it. An outcome without a row is not mentioned, which is not zero.",
  columns: [
    ARTICLE_ID,
    INCIDENT_ID,
    {
      name: "kind",
      type: "text",
      meaning: "`incident` or `aggregate`, as in article_incidents.csv.",
      cell: ({ incident }) => incident.kind,
    },
    { name: "main", type: "boolean", meaning: "TRUE for the tolls of what the article is about.", cell: ({ incident }) => incident.main },
    {
      name: "outcome",
      type: "text",
      meaning: "killed, injured, missing, detained, abducted, displaced or killed-or-injured.",
      cell: ({ toll }) => toll.outcome,
    },
    {
      name: "modality",
      type: "text",
      meaning: "`reported`, `feared` (dead or hurt as people fear, beside what is known or where nothing is) or `hypothetical`.",
      cell: ({ toll }) => toll.modality,
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
    {
      name: "perpetrators",
      type: "integer",
      meaning: "How many of `best` are attackers; empty where nobody says.",
      cell: ({ toll }) => toll.perpetrators,
    },
    {
      name: "victims",
      type: "text",
      meaning: `How many of \`best\` are known to be of a class (${VICTIM_CLASSES.join(", ")}), separated by \`; \`.`,
      cell: ({ toll }) =>
        Object.entries(toll.victims)
          .map(([name, count]) => `${count} ${name}`)
          .join("; ") || null,
    },
    { name: "profile", type: "text", meaning: "ucdp, acled, emdat or gtd: whose rules chose `best`.", cell: ({ toll }) => toll.profile },
    {
      name: "by",
      type: "text",
      meaning:
        "The rule that chose it: `running-total`, `lead`, `most-conservative`, `majority`, `total` (a sentence sums up), `named-victims`, `dead-and-missing`, `missing-presumed-dead`, `hit-less-the-dead` (the text only says who was shot or stabbed, and some of them died) or `cumulative` (`best` is a total over a period).",
      cell: ({ toll }) => toll.by,
    },
    {
      name: "figures",
      type: "text",
      meaning: "The wordings that `best` rests on, with their starts in the text (or `title` and their starts in that), separated by `; `.",
      cell: ({ restsOn }) => restsOn,
    },
    {
      name: "conflicting",
      type: "text",
      meaning: "Figures of the same outcome with another number, likewise; empty where none disagrees.",
      cell: ({ against }) => against || null,
    },
    {
      name: "set_apart",
      type: "text",
      meaning:
        "Figures of the same outcome that are no number of the incident: how many, why, and which. `denied`, `hypothetical`, `feared` (beside numbers that are known), `zero` (beside people who came to harm), `hit` (shot or stabbed, where others are counted as wounded), `part` (of a total).",
      cell: ({ apart }) => apart || null,
    },
    {
      name: "sentence",
      type: "text",
      meaning: "The sentence of the first figure that `best` rests on, else of the first set apart, white space folded.",
      cell: ({ sentence }) => sentence,
    },
  ],
  rows: (result) => (result.layer.incidents ?? []).flatMap((incident) => incident.tolls.map((toll) => tollRow(toll, incident, result))),
};

function tollRow(toll: Toll, incident: Incident, { article, layer, sentences }: ArticleResult): TollRow {
  const inText = evidenceOf(toll, layer.mentions, "");
  const inTitle = toll.inTitle ? evidenceOf(toll.inTitle, layer.titleMentions ?? [], "title ") : null;
  const both = (name: keyof typeof inText, between: string): string => [inTitle?.[name], inText[name]].filter(Boolean).join(between);
  const start = toll.restsOn[0] ?? toll.apart[0]?.start;
  return {
    article,
    incident,
    toll,
    restsOn: both("restsOn", "; "),
    against: both("against", "; "),
    apart: both("apart", " | "),
    sentence: start === undefined ? (layer.title ?? "") : sentenceAround(article.text, sentences, { start, end: start + 1 }),
  };
}

/** The wordings of a toll's evidence with where they stand. */
function evidenceOf(
  { restsOn, against, apart }: TollEvidence,
  mentions: ArticleResult["layer"]["mentions"],
  where: string,
): Record<keyof TollEvidence, string> {
  const wordings = new Map<number, string>();
  for (const mention of mentions)
    if (mention.kind === "casualty" || !wordings.has(mention.start)) wordings.set(mention.start, mention.text);
  const written = (starts: readonly number[]): string =>
    starts.map((start) => `${wordings.get(start) ?? "named victim"} @${where}${start}`).join("; ");
  const reasons = APART_REASONS.flatMap((reason) => {
    const starts = apart.filter((one) => one.reason === reason).map(({ start }) => start);
    return starts.length > 0 ? [`${starts.length} ${reason}: ${written(starts)}`] : [];
  });
  return { restsOn: written(restsOn), against: written(against), apart: reasons.join(" | ") };
}

/** A named victim of an incident. */
export interface VictimRow {
  readonly article: Article;
  readonly incident: Incident;
  readonly victim: Victim;
  readonly sentence: string;
}

export const VICTIMS_TABLE: Table<VictimRow> = {
  name: "victims",
  meaning:
    "One row a named person an incident an outcome: who was killed, injured, detained … by name. The evidence is the first mention that says so.",
  columns: [
    ARTICLE_ID,
    INCIDENT_ID,
    { name: "name", type: "text", meaning: "The name as it stands there.", cell: ({ victim }) => victim.text },
    { name: "entity_id", type: "text", meaning: "The person: `entity_id` in people.csv.", cell: ({ victim }) => victim.entity ?? null },
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
    },
    { name: "class", type: "text", meaning: `${VICTIM_CLASSES.join(", ")}.`, cell: ({ victim }) => victim.class },
    {
      name: "field",
      type: "text",
      meaning: "`text` or `title`: where the name stands, and what `start` and `end` count in.",
      cell: ({ victim }) => (victim.inTitle ? "title" : "text"),
    },
    { name: "start", type: "integer", meaning: "Where the name starts.", cell: ({ victim }) => victim.start },
    { name: "end", type: "integer", meaning: "Where it ends, exclusive.", cell: ({ victim }) => victim.end },
    { name: "sentence", type: "text", meaning: "The sentence that it stands in, white space folded.", cell: ({ sentence }) => sentence },
  ],
  rows: ({ article, layer, sentences }) =>
    (layer.incidents ?? []).flatMap((incident) =>
      incident.victims.map((victim) => ({
        article,
        incident,
        victim,
        sentence: victim.inTitle ? (layer.title ?? "") : sentenceAround(article.text, sentences, victim),
      })),
    ),
};
