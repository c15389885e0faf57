import type { Article } from "../../model/article.js";
import type { Layer } from "../../model/layer.js";
import type { Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import { mentionId, type MentionField } from "./row-ids.js";
import type { ArticleResult, Column } from "./table.js";

/** A row that rests on a mention: what every such row shows as its evidence. */
export interface EvidencedRow<M extends Mention = Mention> {
  readonly article: Article;
  readonly layer: Layer;
  readonly mention: M;
  /** Where it stands: its offsets count in that. */
  readonly field: MentionField;
  /** The wording of the sentence, white space folded, cut to {@link EVIDENCE_LENGTH}. */
  readonly sentence: string;
}

/** Most UTF-16 units of a sentence in a cell: texts without punctuation would otherwise repeat themselves in every row. */
export const EVIDENCE_LENGTH = 400;

/** The sentence of the mention. */
export const SENTENCE: Column<{ readonly sentence: string }> = {
  name: "sentence",
  type: "text",
  meaning:
    `The sentence that it stands in, white space folded; of a longer one the ${EVIDENCE_LENGTH} ` +
    `characters around the finding, with … where it is cut.`,
  cell: (r) => r.sentence,
};

/** What tells the row from all others. */
export const MENTION_ID: Column<EvidencedRow> = {
  name: "mention_id",
  type: "text",
  meaning: "The mention: article, kind (of a figure its outcome) and offsets. The same as long as the article is the same.",
  cell: ({ article, mention, field }) => mentionId(article.id, mention, field),
  folded: true,
};

/** Where it stands, what found it and how sure that is: the last columns of every table of findings. */
export const OFFSET_COLUMNS: readonly Column<EvidencedRow>[] = [
  {
    name: "field",
    type: "text",
    meaning: "`text` or `title`: where the wording stands, and what `char_start` and `char_end` count in.",
    cell: (r) => r.field,
    folded: true,
  },
  {
    name: "char_start",
    type: "integer",
    meaning: "Where the wording starts in the article's text (or title): UTF-16 code units from 0.",
    cell: (r) => r.mention.start,
    folded: true,
  },
  {
    name: "char_end",
    type: "integer",
    meaning: "Where it ends, exclusive: the wording is `text.slice(char_start, char_end)`.",
    cell: (r) => r.mention.end,
    folded: true,
  },
  { name: "rule", type: "text", meaning: "The rule, or model@version, that found it.", cell: (r) => r.mention.by, folded: true },
  {
    name: "confidence",
    type: "number",
    meaning: "From 0 to 1: how likely the finding is right (calibrated for models; 1 for rules without a measured rate).",
    cell: (r) => r.mention.confidence,
    folded: true,
  },
];

/** The wording as it stands in the text. */
export const WORDING: Column<EvidencedRow> = {
  name: "wording",
  type: "text",
  meaning: "The words as they stand in the text.",
  cell: (r) => r.mention.text,
};

/** A mention of one article with its sentence. */
export function evidencedRow<M extends Mention>(result: ArticleResult, mention: M): EvidencedRow<M> {
  const { article, layer } = result;
  return { article, layer, mention, field: "text", sentence: sentenceAround(result, mention) };
}

/** A mention of the title, which is its sentence. */
export function titleRow<M extends Mention>(result: ArticleResult, mention: M): EvidencedRow<M> {
  return {
    article: result.article,
    layer: result.layer,
    mention,
    field: "title",
    sentence: windowOf(result.layer.title ?? "", 0, (result.layer.title ?? "").length, mention),
  };
}

/** A row a mention of some kind: those of the title, then those of the text. */
export function evidencedRows<M extends Mention>(result: ArticleResult, isWanted: (mention: Mention) => mention is M): EvidencedRow<M>[] {
  const rows: EvidencedRow<M>[] = [];
  for (const mention of result.layer.titleMentions ?? []) if (isWanted(mention)) rows.push(titleRow(result, mention));
  for (const mention of result.layer.mentions) if (isWanted(mention)) rows.push(evidencedRow(result, mention));
  return rows;
}

/** A text with its sentences, which a part of a long article may be. */
type Passage = Pick<ArticleResult, "article" | "sentences" | "part">;

/** The wording of the sentence that holds a span (of all that it touches, should it reach over an end), folded. */
export function sentenceAround({ article, sentences, part }: Passage, span: Span): string {
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
  const from = part?.start ?? 0;
  return windowOf(article.text, first.start - from, end - from, { start: span.start - from, end: span.end - from });
}

/**
 * What stands from `from` to `to`, or of more than {@link EVIDENCE_LENGTH} units those around a span, cut at white space where
 * there is some near.
 */
function windowOf(text: string, from: number, to: number, span: Span): string {
  if (to - from <= EVIDENCE_LENGTH) return text.slice(from, to).replace(/\s+/gu, " ");
  const room = EVIDENCE_LENGTH - 2;
  const before = Math.max(0, Math.floor((room - (span.end - span.start)) / 2));
  const start = Math.max(from, Math.min(span.start - before, to - room));
  const end = Math.min(to, start + room);
  const left = start === from ? from : start + cutAfter(text.slice(start, Math.min(span.start, start + NEAR)));
  const right = end === to ? to : end - cutBefore(text.slice(Math.max(span.end, end - NEAR), end));
  return `${left > from ? "…" : ""}${text.slice(left, right).replace(/\s+/gu, " ")}${right < to ? "…" : ""}`;
}

/** How far white space is looked for where a sentence is cut. */
const NEAR = 30;

/** How much goes so that what stays begins with a word, or at least with a whole character. */
function cutAfter(beginning: string): number {
  const space = beginning.search(/\s/u);
  return space >= 0 ? space + 1 : /^[\udc00-\udfff]/.test(beginning) ? 1 : 0;
}

/** The same where what stays ends. */
function cutBefore(ending: string): number {
  const space = /\s\S*$/u.exec(ending);
  return space ? space[0].length : /[\ud800-\udbff]$/.test(ending) ? 1 : 0;
}
