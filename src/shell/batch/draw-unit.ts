import { TABLES, type TableOutline } from "../../formats/tables/all-tables.js";
import { drawArticle, type DrawnArticle, type Wanted } from "../../formats/tables/draw-article.js";
import type { ArticleResult, Origin } from "../../formats/tables/table.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { hashText } from "../hash-text.js";
import type { LongItem, UnitItem, UnitResult } from "./unit-result.js";

type ReadItem = Exclude<UnitItem, { readonly outcome: "rejected" }>;

/** One article of a unit with its outputs as they are if it keeps its id and repeats nothing, and what decides that. */
export type DrawnItem =
  | {
      readonly outcome: "read";
      readonly id: string;
      readonly origin: Origin;
      readonly drawn: DrawnArticle;
      /** What finds its copies; null for a text that can have none: an empty one, one not read. */
      readonly copyable: { readonly textHash: string; readonly signature: readonly number[] | null } | null;
    }
  | LongItem
  | Extract<UnitItem, { readonly outcome: "rejected" }>;

/** A unit's result as the main thread needs it to write the files, drawn in the worker that read it. */
export interface DrawnUnit {
  readonly items: readonly DrawnItem[];
  readonly warnings: readonly Diagnostic[];
}

/** Draws all articles of a unit but the long ones, whose parts are drawn where they are written. */
export function drawUnit(
  { items, warnings }: UnitResult<UnitItem | LongItem>,
  wanted: Wanted,
  tables: readonly TableOutline[] = TABLES,
): DrawnUnit {
  return {
    warnings,
    items: items.map((item): DrawnItem => {
      if (item.outcome === "rejected" || item.outcome === "long") return item;
      const { id, text } = item.article;
      const result = resultOf(item, id, null);
      const copyable =
        item.outcome === "skipped" || text.trim() === "" ? null : { textHash: result.layer.textHash ?? "", signature: item.signature };
      return { outcome: "read", id, origin: item.origin, drawn: drawArticle(result, wanted, tables), copyable };
    }),
  };
}

/** An article as the outputs show it, under the id that the run gives it. */
export function resultOf(item: ReadItem, id: string, duplicate: ArticleResult["duplicate"]): ArticleResult {
  const article = { ...item.article, id };
  const { origin } = item;
  if (item.outcome === "skipped") {
    const layer = {
      id,
      title: article.title,
      publishedAt: article.publishedAt,
      textHash: hashText(article.text),
      mentions: [],
      entities: [],
    };
    return { article, origin, layer, sentences: [], tokens: 0, duplicate: null, skipped: { language: item.language, reason: item.reason } };
  }
  return { article, origin, layer: { ...item.layer, id }, sentences: item.sentences, tokens: item.tokens, duplicate, skipped: null };
}
