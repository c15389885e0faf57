import type { Entity } from "../../model/entity.js";
import type { NameKind, NameMention } from "../../model/mention.js";
import { ARTICLE_ID, EVIDENCE_COLUMNS, evidencedRow, WORDING, type EvidencedRow } from "./evidence-columns.js";
import type { Column, Table } from "./table.js";

/** An entity with its first mention as evidence. */
export interface EntityRow extends EvidencedRow<NameMention> {
  readonly entity: Entity;
}

/** A table of the entities of one kind: one row an entity an article. */
function entityTable(name: string, kind: NameKind, what: string, further: readonly Column<EntityRow>[] = []): Table<EntityRow> {
  return {
    name,
    meaning: `One row a ${what} an article, however often it is named there; the evidence is its first mention.`,
    columns: [
      ARTICLE_ID,
      { name: "entity_id", type: "text", meaning: "The entity within its article; the same in mentions.csv.", cell: ({ entity }) => entity.id },
      { name: "name", type: "text", meaning: "The fullest wording among its mentions.", cell: ({ entity }) => entity.name },
      { name: "aliases", type: "text", meaning: "Its other wordings, separated by `; `.", cell: ({ entity }) => entity.aliases.join("; ") || null },
      { name: "mentions", type: "integer", meaning: "How often the article names it.", cell: ({ entity }) => entity.mentions },
      ...further,
      WORDING,
      ...EVIDENCE_COLUMNS,
    ],
    rows: (result) => {
      const first = new Map<string, NameMention>();
      for (const mention of result.layer.mentions) {
        if (mention.kind === kind && mention.entity && !first.has(mention.entity)) first.set(mention.entity, mention);
      }
      const rows: EntityRow[] = [];
      for (const entity of result.layer.entities) {
        const mention = first.get(entity.id);
        if (mention) rows.push({ ...evidencedRow(result, mention), entity });
      }
      return rows;
    },
  };
}

export const PEOPLE_TABLE = entityTable("people", "person", "person");
export const ORGANIZATIONS_TABLE = entityTable("organizations", "organization", "organization");
export const PLACES_TABLE = entityTable("places", "place", "place", [
  { name: "country", type: "text", meaning: "ISO 3166-1 code of the country that it is or lies in; empty where the gazetteer does not know it or cannot tell namesakes apart.", cell: ({ entity }) => entity.location?.country ?? null },
  { name: "latitude", type: "number", meaning: "Degrees north (WGS 84): of a city, or the middle of a country's cities.", cell: ({ entity }) => entity.location?.latitude ?? null },
  { name: "longitude", type: "number", meaning: "Degrees east.", cell: ({ entity }) => entity.location?.longitude ?? null },
]);
