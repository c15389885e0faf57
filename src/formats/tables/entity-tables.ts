import type { Entity } from "../../model/entity.js";
import type { NameKind, NameMention } from "../../model/mention.js";
import { PLACE_KINDS } from "../../model/place.js";
import { ARTICLE_ID } from "./article-columns.js";
import { evidencedRow, MENTION_ID, OFFSET_COLUMNS, SENTENCE, WORDING, type EvidencedRow } from "./evidence-columns.js";
import type { Column, Table } from "./table.js";

/** An entity with its first mention as evidence. */
export interface EntityRow extends EvidencedRow<NameMention> {
  readonly entity: Entity;
}

/** A column that only the stage over the corpus can fill: rows wait for it ({@link fillCsv}). */
export const CORPUS_ID: Column<EntityRow> = {
  name: "corpus_id",
  type: "text",
  meaning:
    "What it is over all articles of the run: `corpus_id` in entities.csv. Empty where it belongs to no " +
    "entity of the corpus, since a decision dropped that, and in the rows of one article alone.",
  cell: () => null,
};

/** A table of the entities of one kind: one row an entity an article. */
function entityTable(name: string, kind: NameKind, what: string, further: readonly Column<EntityRow>[] = []): Table<EntityRow> {
  return {
    name,
    meaning: `One row a ${what} an article, however often it is named there; the evidence is its first mention.`,
    columns: [
      ARTICLE_ID,
      {
        name: "entity_id",
        type: "text",
        meaning: "The entity within its article; the same in mentions.csv.",
        cell: ({ entity }) => entity.id,
      },
      CORPUS_ID,
      { name: "name", type: "text", meaning: "The fullest wording among its mentions.", cell: ({ entity }) => entity.name },
      {
        name: "aliases",
        type: "text",
        meaning: "Its other wordings, separated by `; `.",
        cell: ({ entity }) => entity.aliases.join("; ") || null,
      },
      { name: "mentions", type: "integer", meaning: "How often the article names it.", cell: ({ entity }) => entity.mentions },
      ...further,
      WORDING,
      SENTENCE,
      { ...MENTION_ID, meaning: `Its first mention in that article: \`mention_id\` in mentions.csv.` },
      ...OFFSET_COLUMNS,
    ],
    rows: (result) => {
      const first = new Map<string, NameMention>();
      for (const mention of result.layer.mentions) {
        if (mention.kind === kind && mention.entity && !first.has(mention.entity)) first.set(mention.entity, mention);
      }
      const rows: EntityRow[] = [];
      for (const entity of result.layer.entities) {
        const mention = first.get(entity.id);
        if (mention && (result.part?.introduced.has(entity.id) ?? true)) rows.push({ ...evidencedRow(result, mention), entity });
      }
      return rows;
    },
  };
}

export const PEOPLE_TABLE = entityTable("people", "person", "person");
export const ORGANIZATIONS_TABLE = entityTable("organizations", "organization", "organization");
export const PLACES_TABLE = entityTable("places", "place", "place", [
  {
    name: "kind",
    type: "text",
    meaning:
      `What it is: ${PLACE_KINDS.join(", ")}; admin1 is a province or state, admin2 a district or county. ` +
      `Empty, like the columns that follow, where the gazetteer does not know the name or the article does ` +
      `not tell its namesakes apart.`,
    cell: ({ entity }) => entity.location?.what ?? null,
  },
  { name: "located_as", type: "text", meaning: "Its name in the gazetteer.", cell: ({ entity }) => entity.location?.name ?? null },
  {
    name: "country",
    type: "text",
    meaning: "ISO 3166-1 code of the country that it is or lies in; empty for seas, continents and what lies in several.",
    cell: ({ entity }) => entity.location?.country ?? null,
  },
  {
    name: "admin1",
    type: "text",
    meaning: "The province or state that it is or lies in.",
    cell: ({ entity }) => entity.location?.admin1 ?? null,
  },
  {
    name: "admin2",
    type: "text",
    meaning: "The district or county that it is or lies in.",
    cell: ({ entity }) => entity.location?.admin2 ?? null,
  },
  {
    name: "latitude",
    type: "number",
    meaning: "Degrees north (WGS 84), after GeoNames: of a city, or a point within an area.",
    cell: ({ entity }) => entity.location?.latitude ?? null,
  },
  { name: "longitude", type: "number", meaning: "Degrees east.", cell: ({ entity }) => entity.location?.longitude ?? null },
  {
    name: "geonameid",
    type: "integer",
    meaning: "Its id at geonames.org; empty for seas, regions and places that GeoNames was not asked for.",
    cell: ({ entity }) => entity.location?.geonameid ?? null,
  },
  {
    name: "of_container",
    type: "text",
    meaning: "Where the gazetteer lacks the name: what contains it and lends its point (`city`, `admin1`, …).",
    cell: ({ entity }) => entity.location?.ofContainer ?? null,
  },
  {
    name: "reason",
    type: "text",
    meaning: "Why this place and none of its namesakes: `Texas follows`, `3 places of Ontario`, `largest of 14 namesakes`.",
    cell: ({ entity }) => entity.location?.reason ?? null,
  },
  {
    name: "location_confidence",
    type: "number",
    meaning: "Calibrated probability that it lies within 161 km of what the article means; places below 0.4 have no point.",
    cell: ({ entity }) => entity.location?.confidence ?? null,
  },
]);
