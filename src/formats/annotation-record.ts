import type { Article } from "../model/article.js";
import type { Layer } from "../model/layer.js";

/**
 * One line of `annotations.jsonl`, without the line end. An article that was passed over says so in `skipped`: its
 * empty list of mentions then means that nothing was looked for.
 */
export function formatAnnotationRecord(
  layer: Layer,
  skipped: { readonly language: string; readonly reason: string } | null = null,
): string {
  return JSON.stringify(skipped === null ? layer : { ...layer, skipped });
}

/** One line of `texts.jsonl`, without the line end: the text and the title that all offsets of the article count in. */
export function formatTextRecord({ id, title, text }: Article, textHash: string | null): string {
  return JSON.stringify({ id, title, textHash, text });
}

/** The line of `annotations.jsonl` of a long article, whose mentions and incidents come part by part. */
export interface RecordFrame {
  /** What stands before the first mention, … */
  readonly start: string;
  /** between the last one and the first incident, … */
  readonly middle: string;
  /** and behind the last one. */
  readonly end: string;
}

/** Takes the line apart where lists of mentions and of incidents are to be filled in. */
export function frameRecord(layer: Layer): RecordFrame {
  const json = JSON.stringify({ ...layer, mentions: [], incidents: [] });
  // Within a text quotes have a backslash before them: these are the names of the lists.
  const after = (list: string): number => json.indexOf(`,"${list}":[]`) + list.length + 5;
  const [mentions, incidents] = [after("mentions"), after("incidents")];
  return { start: json.slice(0, mentions), middle: json.slice(mentions, incidents), end: json.slice(incidents) };
}

/** What stands before the text in a line of `texts.jsonl`; the text follows as {@link escapeText} writes it, then {@link TEXT_END}. */
export const startTextRecord = ({ id, title }: Article, textHash: string | null): string =>
  `${JSON.stringify({ id, title, textHash }).slice(0, -1)},"text":"`;
export const escapeText = (text: string): string => JSON.stringify(text).slice(1, -1);
export const TEXT_END = '"}';
