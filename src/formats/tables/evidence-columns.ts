import type { Article } from "../../model/article.js";
import type { Mention } from "../../model/mention.js";
import type { Sentence } from "../../model/token.js";
import type { ArticleResult, Column } from "./table.js";

/** A row that rests on a mention: what every such row shows as its evidence. */
export interface EvidencedRow<M extends Mention = Mention> {
  readonly article: Article;
  readonly mention: M;
  /** Where it stands: its offsets count in that. */
  readonly field: "text" | "title";
  /** The wording of the sentence, white space folded. */
  readonly sentence: string;
}

/** The row's article, the first column of every table. */
export const ARTICLE_ID: Column<{ readonly article: Article }> = {
  name: "article_id", type: "text", meaning: "The article: `article_id` in articles.csv.", cell: ({ article }) => article.id,
};

/** Where it stands, what found it and how sure that is: the last columns of every table but `articles`. */
export const EVIDENCE_COLUMNS: readonly Column<EvidencedRow>[] = [
  { name: "field", type: "text", meaning: "`text` or `title`: where the wording stands, and what `start` and `end` count in.", cell: (r) => r.field },
  { name: "start", type: "integer", meaning: "Where the wording starts in the article's text (or title): UTF-16 code units from 0.", cell: (r) => r.mention.start },
  { name: "end", type: "integer", meaning: "Where it ends, exclusive: the wording is `text.slice(start, end)`.", cell: (r) => r.mention.end },
  { name: "by", type: "text", meaning: "The rule, or model@version, that found it.", cell: (r) => r.mention.by },
  { name: "confidence", type: "number", meaning: "From 0 to 1: how likely the finding is right (calibrated for models; 1 for rules without a measured rate).", cell: (r) => r.mention.confidence },
  { name: "sentence", type: "text", meaning: "The sentence that it stands in, white space folded.", cell: (r) => r.sentence },
];

/** The wording as it stands in the text. */
export const WORDING: Column<EvidencedRow> = {
  name: "wording", type: "text", meaning: "The words as they stand in the text.", cell: (r) => r.mention.text,
};

/** A mention of one article with its sentence. */
export function evidencedRow<M extends Mention>(result: ArticleResult, mention: M): EvidencedRow<M> {
  return { article: result.article, mention, field: "text", sentence: sentenceAround(result.article.text, result.sentences, mention) };
}

/** A mention of the title, which is its sentence. */
export function titleRow<M extends Mention>(result: ArticleResult, mention: M): EvidencedRow<M> {
  return { article: result.article, mention, field: "title", sentence: (result.layer.title ?? "").replace(/\s+/gu, " ") };
}

/** A row a mention of some kind: those of the title, then those of the text. */
export function evidencedRows<M extends Mention>(result: ArticleResult, isWanted: (mention: Mention) => mention is M): EvidencedRow<M>[] {
  const rows: EvidencedRow<M>[] = [];
  for (const mention of result.layer.titleMentions ?? []) if (isWanted(mention)) rows.push(titleRow(result, mention));
  for (const mention of result.layer.mentions) if (isWanted(mention)) rows.push(evidencedRow(result, mention));
  return rows;
}

/** The wording of the sentence that holds a span (of all that it touches, should it reach over an end), folded. */
export function sentenceAround(text: string, sentences: readonly Sentence[], span: { readonly start: number; readonly end: number }): string {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const first = sentences[low];
  if (!first) return "";
  let end = first.end;
  for (let i = low + 1; i < sentences.length && (sentences[i]?.start ?? 0) < span.end; i++) end = sentences[i]?.end ?? end;
  return text.slice(first.start, end).replace(/\s+/gu, " ");
}
