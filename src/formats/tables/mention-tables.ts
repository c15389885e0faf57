import { MENTION_KINDS, type MentionKind } from "../../model/kinds.js";
import type { CasualtyMention, DateMention, Mention, MentionOf } from "../../model/mention.js";
import { OUTCOMES_IN_WORDS } from "../../model/outcomes.js";
import { VICTIM_CLASSES } from "../../model/toll.js";
import { precisionOfValue, PRECISIONS } from "../precision-of-value.js";
import type { Location } from "../../model/place.js";
import { ARTICLE_HEAD, ARTICLE_ID } from "./article-columns.js";
import { evidencedRows, MENTION_ID, OFFSET_COLUMNS, SENTENCE, WORDING, type EvidencedRow } from "./evidence-columns.js";
import { daysMeant, locatedBy, POINT_COLUMNS, PRECISION_COLUMNS } from "./location-columns.js";
import { incidentId } from "./row-ids.js";
import type { ArticleResult, Table } from "./table.js";

const DOUBT_MEANING =
  "Why the figure can hardly be, where its own check found something (its confidence is low then): `two-outcomes` (one number with two), " +
  "`like-an-age`, `like-a-year`, `like-an-address`, `far-above-rivals` (ten times every other figure); else empty.";

const rowsOf =
  <K extends MentionKind>(kind: K) =>
  (result: ArticleResult): readonly EvidencedRow<MentionOf<K>>[] =>
    evidencedRows(result, (mention): mention is MentionOf<K> => mention.kind === kind);

export const DATES_TABLE: Table<EvidencedRow<DateMention>> = {
  name: "dates",
  meaning:
    "One row a date, time, duration or recurring time, those of the title first, then in order of the " +
    "text; sorted by `date_from` it is the timeline of the article.",
  columns: [
    ARTICLE_ID,
    WORDING,
    { name: "timex_type", type: "text", meaning: "TIMEX3 class: DATE, TIME, DURATION or SET.", cell: ({ mention }) => mention.type },
    {
      name: "timex_value",
      type: "text",
      meaning: "TIMEX3 value: `2025-07-01`, `2025-W26`, `P3D`, `PAST_REF`; X where a part is unknown.",
      cell: ({ mention }) => mention.value,
    },
    {
      name: "timex_mod",
      type: "text",
      meaning: "TIMEX3 modifier: START, MID, END, APPROX, …; empty without one.",
      cell: ({ mention }) => mention.mod,
      folded: true,
    },
    {
      name: "date_from",
      type: "date",
      meaning: "First day that it covers; empty where it does not resolve to days.",
      cell: ({ mention }) => mention.from,
    },
    { name: "date_to", type: "date", meaning: "Last day that it covers, inclusive.", cell: ({ mention }) => mention.to },
    {
      name: "granularity",
      type: "text",
      meaning: `How fine it is: ${PRECISIONS.join(", ")}; empty for lengths and references.`,
      cell: ({ mention }) => precisionOfValue(mention.value),
    },
    {
      name: "anchored",
      type: "boolean",
      meaning: "FALSE where the value depends on a date that is not known.",
      cell: ({ mention }) => mention.anchored,
      folded: true,
    },
    {
      name: "anchor",
      type: "text",
      meaning: "What it was counted from: `text` (said in full), `dateline`, `published`, `narrative` or `none`.",
      cell: ({ mention }) => mention.anchor,
      folded: true,
    },
    {
      name: "tense",
      type: "text",
      meaning:
        "What the verb of its clause says where that places it (`Friday`, `March`): past, present or future; " +
        "empty where no verb is asked or none says.",
      cell: ({ mention }) => mention.tense ?? null,
      folded: true,
    },
    SENTENCE,
    MENTION_ID,
    ...OFFSET_COLUMNS,
  ],
  rows: rowsOf("date"),
};

/** A figure with the place and the days that it belongs to. */
interface CasualtyRow extends EvidencedRow<CasualtyMention> {
  readonly location: Location | null;
  readonly before: string;
  readonly days: Pick<DateMention, "from" | "to"> | null;
}

export const CASUALTIES_TABLE: Table<CasualtyRow> = {
  name: "casualties",
  meaning:
    "One row a casualty figure as the title or the text states it, in order of the text. Figures repeat " +
    "where the text repeats them: do not add them up.",
  columns: [
    ...ARTICLE_HEAD,
    {
      name: "outcome",
      type: "text",
      meaning: `${OUTCOMES_IN_WORDS}.`,
      cell: ({ mention }) => mention.outcome,
    },
    {
      name: "figure",
      type: "integer",
      meaning: "The number as written; empty for a range or a vague word.",
      cell: ({ mention }) => mention.value,
    },
    {
      name: "low",
      type: "integer",
      meaning: "The least number that the wording allows; empty where it states none.",
      cell: ({ mention }) => mention.low,
    },
    {
      name: "high",
      type: "integer",
      meaning: "The greatest number that the wording allows; empty where it states none.",
      cell: ({ mention }) => mention.high,
    },
    {
      name: "qualifier",
      type: "text",
      meaning: "exact, at-least, at-most, approximate, range, vague or none.",
      cell: ({ mention }) => mention.qualifier,
    },
    { name: "place", type: "text", meaning: "The words that say where.", cell: ({ mention }) => mention.place?.text ?? null },
    ...POINT_COLUMNS,
    {
      name: "date_from",
      type: "date",
      meaning:
        "First day that its date means; empty where the text gives none, or in words that need a day of publication. A total " +
        'over a period has its first and last day: "since March" ends with the day of publication.',
      cell: ({ days }) => days?.from ?? null,
    },
    { name: "date_to", type: "date", meaning: "Last day, inclusive.", cell: ({ days }) => days?.to ?? null },
    { name: "victims", type: "text", meaning: "The words that say who they were.", cell: ({ mention }) => mention.victims },
    {
      name: "attribution",
      type: "text",
      meaning: "The source named for the figure in its sentence.",
      cell: ({ mention }) => mention.attribution,
    },
    SENTENCE,
    WORDING,
    {
      name: "victim_class",
      type: "text",
      meaning: `Who they were: ${VICTIM_CLASSES.join(", ")}.`,
      cell: ({ mention }) => mention.victimClass ?? null,
      folded: true,
    },
    { name: "modality", type: "text", meaning: "reported, feared, denied or hypothetical.", cell: ({ mention }) => mention.modality },
    {
      name: "scope",
      type: "text",
      meaning: "incident, subset (part of another figure) or cumulative (over several events).",
      cell: ({ mention }) => mention.scope,
    },
    {
      name: "implicit",
      type: "boolean",
      meaning: 'TRUE for a single victim without a quantity word ("a woman was shot dead").',
      cell: ({ mention }) => mention.implicit,
      folded: true,
    },
    { name: "doubt", type: "text", meaning: DOUBT_MEANING, cell: ({ mention }) => mention.doubt ?? null, folded: true },
    {
      name: "date_words",
      type: "text",
      meaning: "The words that say when; also where they resolve to no day.",
      cell: ({ mention }) => mention.date?.text ?? null,
      folded: true,
    },
    ...PRECISION_COLUMNS,
    { ...ARTICLE_ID, folded: true },
    {
      name: "incident_id",
      type: "text",
      meaning: "The incident that it tells of: `incident_id` in article_incidents.csv.",
      cell: ({ article, mention }) => (mention.incident === undefined ? null : incidentId(article.id, mention.incident)),
      folded: true,
    },
    {
      ...MENTION_ID,
      name: "figure_id",
      meaning: "The figure: article, outcome and offsets; the same in tolls.csv, and as `mention_id` in mentions.csv.",
    },
    ...OFFSET_COLUMNS,
    {
      name: "place_start",
      type: "integer",
      meaning: "Where the words of the place start in the text; the same in mentions.csv.",
      cell: ({ mention }) => mention.place?.start ?? null,
      folded: true,
    },
    {
      name: "place_reason",
      type: "text",
      meaning:
        "Where those words stand, seen from the figure: `clause`, `sentence`, `sentence-before`, " +
        "`sentence-after`, `paragraph`, `title`, `lead` (the first three sentences) or `elsewhere`.",
      cell: ({ mention }) => mention.place?.reason ?? null,
      folded: true,
    },
    {
      name: "place_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely that place is right.",
      cell: ({ mention }) => mention.place?.confidence ?? null,
      folded: true,
    },
    {
      name: "date_start",
      type: "integer",
      meaning: "Where the words of the date start in the text; the same in dates.csv.",
      cell: ({ mention }) => mention.date?.start ?? null,
      folded: true,
    },
    {
      name: "date_reason",
      type: "text",
      meaning: "Why that date, as for the place.",
      cell: ({ mention }) => mention.date?.reason ?? null,
      folded: true,
    },
    {
      name: "date_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely that date is right.",
      cell: ({ mention }) => mention.date?.confidence ?? null,
      folded: true,
    },
  ],
  rows: (result) =>
    rowsOf("casualty")(result).map((row) => ({
      ...row,
      ...locatedBy(row.mention.place, result),
      days: daysMeant(row.mention, result.layer),
    })),
};

export const MENTIONS_TABLE: Table<EvidencedRow> = {
  name: "mentions",
  meaning: "One row a mention of any kind, those of the title first, then in order of the text.",
  columns: [
    ARTICLE_ID,
    {
      name: "kind",
      type: "text",
      meaning: `${MENTION_KINDS.slice(0, -1).join(", ")} or ${MENTION_KINDS.at(-1) ?? ""}.`,
      cell: ({ mention }) => mention.kind,
    },
    {
      name: "entity_id",
      type: "text",
      meaning: "The entity that a name belongs to; empty for dates and figures.",
      cell: ({ mention }) => ("entity" in mention ? (mention.entity ?? null) : null),
    },
    WORDING,
    SENTENCE,
    MENTION_ID,
    ...OFFSET_COLUMNS,
  ],
  rows: (result) => evidencedRows(result, (mention): mention is Mention => mention !== null),
};
