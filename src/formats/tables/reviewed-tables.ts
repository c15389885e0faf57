import type { CorpusEntity } from "../../model/corpus-entity.js";
import type { CorpusIncident } from "../../model/corpus-incident.js";
import type { Layer } from "../../model/layer.js";
import type { ReviewStatus } from "../../model/review.js";
import { outlineTable, TABLES, type TableOutline } from "./all-tables.js";
import { CORPUS_TABLES, outlineCorpusTable, type CorpusTableOutline } from "./corpus-tables.js";
import { ENTITIES_TABLE, ENTITY_MEMBERS_TABLE } from "./entities-table.js";
import { ORGANIZATIONS_TABLE, PEOPLE_TABLE, PLACES_TABLE, type EntityRow } from "./entity-tables.js";
import type { EvidencedRow } from "./evidence-columns.js";
import { ARTICLE_INCIDENTS_TABLE, TOLLS_TABLE, VICTIMS_TABLE } from "./incident-tables.js";
import { INCIDENT_REPORTS_TABLE, INCIDENTS_TABLE } from "./incidents-table.js";
import { CASUALTIES_TABLE, DATES_TABLE, MENTIONS_TABLE } from "./mention-tables.js";
import type { Table } from "./table.js";

/** The tables that a folder holds, of articles and of the corpus. */
export interface TableSet {
  readonly articles: readonly TableOutline[];
  readonly corpus: readonly CorpusTableOutline[];
}

/** The tables of a run. */
export const RUN_TABLES: TableSet = { articles: TABLES, corpus: CORPUS_TABLES };

const MEANING =
  "What a reviewer said of it: `accepted` as found, `corrected`, `added`, or `unseen`. A row that " +
  "rests on several findings is `unseen` while one of them is, and `corrected` where one of them is. " +
  "What was wrong is left out.";

/** A table with the column `reviewed` behind its others. */
function withReviewed<Row, From>(table: Table<Row, From>, statusOf: (row: Row) => ReviewStatus): Table<Row, From> {
  return { ...table, columns: [...table.columns, { name: "reviewed", type: "text", meaning: MEANING, cell: statusOf }] };
}

/** What is said of a row that rests on several findings. */
export function joinStatuses(statuses: readonly (ReviewStatus | undefined)[]): ReviewStatus {
  const first = statuses[0] ?? "unseen";
  if (statuses.every((status) => (status ?? "unseen") === first)) return first;
  return statuses.some((status) => (status ?? "unseen") === "unseen") ? "unseen" : "corrected";
}

const ofMention = ({ mention }: EvidencedRow): ReviewStatus => mention.reviewed ?? "unseen";

const ofEntity = ({ entity, layer }: EntityRow): ReviewStatus =>
  joinStatuses(layer.mentions.flatMap((mention) => ("entity" in mention && mention.entity === entity.id ? [mention.reviewed] : [])));

/** What is said of the figures that start at some places of the text. */
const ofFigures = ({ mentions }: Layer, starts: readonly number[]): ReviewStatus =>
  joinStatuses(mentions.flatMap((mention) => (mention.kind === "casualty" && starts.includes(mention.start) ? [mention.reviewed] : [])));

/** Findings of the corpus that somebody agreed with as they are. */
const ofFinding = (decided: readonly unknown[], id: string, agreed: ReadonlySet<string>): ReviewStatus =>
  decided.length > 0 ? "corrected" : agreed.has(id) ? "accepted" : "unseen";

/**
 * The tables of a run that was reviewed: every one of findings has a column `reviewed`.
 *
 * @param agreed ids of the incidents and entities of the corpus that somebody called right.
 */
export function reviewedTables(agreed: ReadonlySet<string>): TableSet {
  const ofIncident = ({ decided, id }: CorpusIncident): ReviewStatus => ofFinding(decided, id, agreed);
  const ofCorpusEntity = ({ decided, id }: CorpusEntity): ReviewStatus => ofFinding(decided, id, agreed);
  const articles: readonly TableOutline[] = [
    outlineTable(withReviewed(PEOPLE_TABLE, ofEntity)),
    outlineTable(withReviewed(ORGANIZATIONS_TABLE, ofEntity)),
    outlineTable(withReviewed(PLACES_TABLE, ofEntity)),
    outlineTable(withReviewed(DATES_TABLE, ofMention)),
    outlineTable(withReviewed(CASUALTIES_TABLE, ofMention)),
    outlineTable(withReviewed(ARTICLE_INCIDENTS_TABLE, ({ incident, layer }) => incident.reviewed ?? ofFigures(layer, incident.figures))),
    outlineTable(withReviewed(TOLLS_TABLE, ({ toll, layer }) => ofFigures(layer, toll.restsOn))),
    outlineTable(
      withReviewed(VICTIMS_TABLE, ({ victim, layer }) => layer.mentions.find(({ start }) => start === victim.start)?.reviewed ?? "unseen"),
    ),
    outlineTable(withReviewed(MENTIONS_TABLE, ofMention)),
  ];
  const corpus: readonly CorpusTableOutline[] = [
    outlineCorpusTable("incidents", withReviewed(INCIDENTS_TABLE, ofIncident)),
    outlineCorpusTable("incidents", INCIDENT_REPORTS_TABLE),
    outlineCorpusTable("entities", withReviewed(ENTITIES_TABLE, ofCorpusEntity)),
    outlineCorpusTable("entities", ENTITY_MEMBERS_TABLE),
  ];
  return {
    articles: TABLES.map((table) => articles.find(({ name }) => name === table.name) ?? table),
    corpus: CORPUS_TABLES.map((table) => corpus.find(({ name }) => name === table.name) ?? table),
  };
}
