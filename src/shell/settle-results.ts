import type { Reject } from "../formats/articles/article-format.js";
import type { ArticleResult } from "../formats/tables/table.js";
import { createDuplicateFinder } from "../link/near-duplicates.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { hashText } from "./hash-text.js";
import type { UnitItem } from "./unit-result.js";

/** An article as the outputs show it, or a reject. */
export type SettledItem = { readonly result: ArticleResult } | { readonly reject: Reject };

export interface Settled {
  readonly item: SettledItem;
  readonly warning: Diagnostic | null;
}

/**
 * Settles what only the order of the run can tell: ids are made unique (a second `report` becomes `report-2`, with a
 * warning), and articles that repeat an earlier one are marked. Called for one item after the other, in order.
 */
export function createSettler(): (item: UnitItem) => Settled {
  const taken = new Map<string, number>();
  const duplicates = createDuplicateFinder();
  const ids: string[] = [];
  const unique = (id: string): string => {
    const count = (taken.get(id) ?? 0) + 1;
    taken.set(id, count);
    if (count === 1) return id;
    let other = `${id}-${count}`;
    while (taken.has(other)) other += "-2";
    taken.set(other, 1);
    return other;
  };
  return (item) => {
    if (item.outcome === "rejected") {
      const { id, place, code, reason } = item;
      return { item: { reject: { id, place, code, reason } }, warning: null };
    }
    const id = unique(item.article.id);
    const warning: Diagnostic | null = id === item.article.id ? null : {
      severity: "warning", code: "duplicate-id", place: item.origin.record === null ? item.origin.file : `${item.origin.file}#${item.origin.record}`,
      message: `The id "${item.article.id.slice(0, 100)}" was given before; this article is called "${id.slice(0, 110)}".`,
    };
    const article = { ...item.article, id };
    const { origin } = item;
    if (item.outcome === "skipped") {
      const layer = { id, title: article.title, publishedAt: article.publishedAt, textHash: hashText(article.text), mentions: [], entities: [] };
      const skipped = { language: item.language, reason: item.reason };
      return { item: { result: { article, origin, layer, sentences: [], tokens: 0, duplicate: null, skipped } }, warning };
    }
    const layer = { ...item.layer, id };
    // An empty text repeats nothing.
    const found = article.text.trim() === "" ? null : duplicates.add((layer.textHash ?? "").slice(7, 31), item.signature && Uint16Array.from(item.signature));
    if (article.text.trim() !== "") ids.push(id);
    const duplicate = found === null ? null : { of: ids[found.of] ?? "", similarity: found.similarity };
    return { item: { result: { article, origin, layer, sentences: item.sentences, tokens: item.tokens, duplicate, skipped: null } }, warning };
  };
}
