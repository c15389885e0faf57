import { MENTION_KINDS, type MentionKind } from "../../model/mention.js";
import { formatAnnotationRecord } from "../annotation-record.js";
import { TABLES } from "./all-tables.js";
import { formatCsv } from "./csv.js";
import type { ArticleResult } from "./table.js";

/** What the files of a run hold of one article, as text, and what it adds to the counts. Plain data. */
export interface DrawnArticle {
  /** Its line of `annotations.jsonl`. */
  readonly record: string;
  /** Its rows in CSV, in the order of {@link TABLES}; "" where it has none. */
  readonly csv: readonly string[];
  readonly skipped: boolean;
  readonly undated: boolean;
  readonly tokens: number;
  readonly entities: number;
  readonly mentions: Readonly<Record<MentionKind, number>>;
}

/** Draws every table from one article. */
export function drawArticle(result: ArticleResult): DrawnArticle {
  const mentions = Object.fromEntries(MENTION_KINDS.map((kind) => [kind, 0])) as Record<MentionKind, number>;
  for (const { kind } of result.layer.mentions) mentions[kind]++;
  return {
    record: formatAnnotationRecord(result.layer, result.skipped) + "\n",
    csv: TABLES.map((_, index) => drawCsv(index, result)),
    skipped: result.skipped !== null, undated: result.layer.publishedAt === null,
    tokens: result.tokens, entities: result.layer.entities.length, mentions,
  };
}

/** The same with one table drawn again: what tells a duplicate stands in `articles` alone. */
export function redrawArticles(drawn: DrawnArticle, result: ArticleResult): DrawnArticle {
  return { ...drawn, csv: drawn.csv.map((csv, index) => (TABLES[index]?.name === "articles" ? drawCsv(index, result) : csv)) };
}

function drawCsv(index: number, result: ArticleResult): string {
  const table = TABLES[index];
  const rows = table?.draw(result).rows ?? [];
  return table === undefined || rows.length === 0 ? "" : formatCsv(rows, table.columns);
}
