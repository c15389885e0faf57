import { OUTCOMES } from "../../model/casualty.js";
import type { CasualtyMention, DateMention, Mention } from "../../model/mention.js";
import { VICTIM_CLASSES } from "../../model/toll.js";
import { precisionOfValue, PRECISIONS } from "../precision-of-value.js";
import type { Location } from "../../model/place.js";
import { ARTICLE_ID, EVIDENCE_COLUMNS, evidencedRows, WORDING, type EvidencedRow } from "./evidence-columns.js";
import { locatedBy, locationColumns } from "./location-columns.js";
import type { ArticleResult, Table } from "./table.js";

const DOUBT_MEANING =
  "Why the figure can hardly be, where its own check found something (its confidence is low then): `two-outcomes` (one number with two), " +
  "`like-an-age`, `like-a-year`, `like-an-address`, `far-above-rivals` (ten times every other figure); else empty.";

type KindOf<K extends Mention["kind"]> = Extract<Mention, { kind: K }>;

const rowsOf =
  <K extends Mention["kind"]>(kind: K) =>
  (result: ArticleResult): readonly EvidencedRow<KindOf<K>>[] =>
    evidencedRows(result, (mention): mention is KindOf<K> => mention.kind === kind);

export const DATES_TABLE: Table<EvidencedRow<DateMention>> = {
  name: "dates",
  meaning:
    "One row a date, time, duration or recurring time, those of the title first, then in order of the text; sorted by `from` it is the timeline of the article.",
  columns: [
    ARTICLE_ID,
    WORDING,
    { name: "type", type: "text", meaning: "TIMEX3 class: DATE, TIME, DURATION or SET.", cell: ({ mention }) => mention.type },
    {
      name: "value",
      type: "text",
      meaning: "TIMEX3 value: `2025-07-01`, `2025-W26`, `P3D`, `PAST_REF`; X where a part is unknown.",
      cell: ({ mention }) => mention.value,
    },
    {
      name: "mod",
      type: "text",
      meaning: "TIMEX3 modifier: START, MID, END, APPROX, …; empty without one.",
      cell: ({ mention }) => mention.mod,
    },
    {
      name: "from",
      type: "date",
      meaning: "First day that it covers; empty where it does not resolve to days.",
      cell: ({ mention }) => mention.from,
    },
    { name: "to", type: "date", meaning: "Last day that it covers, inclusive.", cell: ({ mention }) => mention.to },
    {
      name: "precision",
      type: "text",
      meaning: `How fine it is: ${PRECISIONS.join(", ")}; empty for lengths and references.`,
      cell: ({ mention }) => precisionOfValue(mention.value),
    },
    {
      name: "anchored",
      type: "boolean",
      meaning: "FALSE where the value depends on a date that is not known.",
      cell: ({ mention }) => mention.anchored,
    },
    {
      name: "anchor",
      type: "text",
      meaning: "What it was counted from: `text` (said in full), `dateline`, `published`, `narrative` or `none`.",
      cell: ({ mention }) => mention.anchor,
    },
    {
      name: "tense",
      type: "text",
      meaning:
        "What the verb of its clause says where that places it (`Friday`, `March`): past, present or future; empty where no verb is asked or none says.",
      cell: ({ mention }) => mention.tense ?? null,
    },
    ...EVIDENCE_COLUMNS,
  ],
  rows: rowsOf("date"),
};

/** A figure with the place that it belongs to. */
interface CasualtyRow extends EvidencedRow<CasualtyMention> {
  readonly location: Location | null;
  readonly before: string;
}

export const CASUALTIES_TABLE: Table<CasualtyRow> = {
  name: "casualties",
  meaning:
    "One row a casualty figure as the title or the text states it, in order of the text. Figures repeat where the text repeats them: do not add them up.",
  columns: [
    ARTICLE_ID,
    {
      name: "outcome",
      type: "text",
      meaning: `${OUTCOMES.slice(0, -1).join(", ")} or ${OUTCOMES.at(-1) ?? ""}.`,
      cell: ({ mention }) => mention.outcome,
    },
    {
      name: "value",
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
    { name: "victims", type: "text", meaning: "The words that say who they were.", cell: ({ mention }) => mention.victims },
    { name: "modality", type: "text", meaning: "reported, feared, denied or hypothetical.", cell: ({ mention }) => mention.modality },
    {
      name: "scope",
      type: "text",
      meaning: "incident, subset (part of another figure) or cumulative (over several events).",
      cell: ({ mention }) => mention.scope,
    },
    {
      name: "attribution",
      type: "text",
      meaning: "The source named for the figure in its sentence.",
      cell: ({ mention }) => mention.attribution,
    },
    {
      name: "implicit",
      type: "boolean",
      meaning: 'TRUE for a single victim without a quantity word ("a woman was shot dead").',
      cell: ({ mention }) => mention.implicit,
    },
    { name: "doubt", type: "text", meaning: DOUBT_MEANING, cell: ({ mention }) => mention.doubt ?? null },
    {
      name: "victim_class",
      type: "text",
      meaning: `Who they were: ${VICTIM_CLASSES.join(", ")}.`,
      cell: ({ mention }) => mention.victimClass ?? null,
    },
    {
      name: "incident_id",
      type: "text",
      meaning: "The incident that it tells of: `incident_id` in article_incidents.csv.",
      cell: ({ mention }) => mention.incident ?? null,
    },
    { name: "place", type: "text", meaning: "The place mention that it belongs to.", cell: ({ mention }) => mention.place?.text ?? null },
    {
      name: "place_start",
      type: "integer",
      meaning: "Where that mention starts in the text; the same in mentions.csv.",
      cell: ({ mention }) => mention.place?.start ?? null,
    },
    {
      name: "place_reason",
      type: "text",
      meaning:
        "Where that mention stands, seen from the figure: `clause`, `sentence`, `sentence-before`, `sentence-after`, `paragraph`, `title`, `lead` (the first three sentences) or `elsewhere`.",
      cell: ({ mention }) => mention.place?.reason ?? null,
    },
    {
      name: "place_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely that place is right.",
      cell: ({ mention }) => mention.place?.confidence ?? null,
    },
    ...locationColumns<CasualtyRow>((row) => row),
    {
      name: "date",
      type: "text",
      meaning: "The date mention that it belongs to; its value stands in dates.csv.",
      cell: ({ mention }) => mention.date?.text ?? null,
    },
    {
      name: "date_start",
      type: "integer",
      meaning: "Where that mention starts in the text; the same in dates.csv.",
      cell: ({ mention }) => mention.date?.start ?? null,
    },
    { name: "date_reason", type: "text", meaning: "Why that date, as for the place.", cell: ({ mention }) => mention.date?.reason ?? null },
    {
      name: "date_confidence",
      type: "number",
      meaning: "From 0 to 1: how likely that date is right.",
      cell: ({ mention }) => mention.date?.confidence ?? null,
    },
    WORDING,
    ...EVIDENCE_COLUMNS,
  ],
  rows: (result) => rowsOf("casualty")(result).map((row) => ({ ...row, ...locatedBy(row.mention.place, result.layer, result.article) })),
};

export const MENTIONS_TABLE: Table<EvidencedRow> = {
  name: "mentions",
  meaning: "One row a mention of any kind, those of the title first, then in order of the text.",
  columns: [
    ARTICLE_ID,
    { name: "kind", type: "text", meaning: "person, organization, place, group, date or casualty.", cell: ({ mention }) => mention.kind },
    {
      name: "entity_id",
      type: "text",
      meaning: "The entity that a name belongs to; empty for dates and figures.",
      cell: ({ mention }) => ("entity" in mention ? (mention.entity ?? null) : null),
    },
    WORDING,
    ...EVIDENCE_COLUMNS,
  ],
  rows: (result) => evidencedRows(result, (mention): mention is Mention => mention !== null),
};
