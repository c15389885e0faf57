import type { Label } from "../../score/label.js";
import type { Span } from "../../model/span.js";

/** Anything that some reader of columns takes for white space: also U+0085 and the separators U+001C to U+001F. */
// eslint-disable-next-line no-control-regex
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*|[^\s\u0085\u001c-\u001f]\p{M}*/gu;
// eslint-disable-next-line no-control-regex
const RUN = /[^\s\u0085\u001c-\u001f]+/gu;

/** A token of a CoNLL file and the index of the mention that covers it. */
export interface ConllToken extends Span {
  /** Index into the mentions, or -1. */
  readonly mention: number;
}

/**
 * Cuts a text into sentences of tokens. A token never crosses the edge of a mention, and no sentence ends within one,
 * so that every mention is whole tokens of one sentence.
 *
 * @param mentions in order, not overlapping.
 * @param atSpaceOnly the text was put together from tokens and sentences: white space alone parts them.
 */
export function cutConllTokens(text: string, mentions: readonly Label[], atSpaceOnly = false): readonly (readonly ConllToken[])[] {
  const edges = new Set(mentions.flatMap((m) => [m.start, m.end]));
  const sentences: ConllToken[][] = [];
  let sentence: ConllToken[] = [];
  let m = 0;
  let previousEnd = 0;
  const close = (): void => {
    if (sentence.length > 0) sentences.push(sentence);
    sentence = [];
  };
  for (const match of text.matchAll(atSpaceOnly ? RUN : WORD)) {
    for (const { start, end } of splitAt(match.index, match.index + match[0].length, edges)) {
      while ((mentions[m]?.end ?? Infinity) <= start) m++;
      const mention = (mentions[m]?.start ?? Infinity) <= start ? m : -1;
      const within = mention >= 0 && sentence.at(-1)?.mention === mention;
      if (!within && (/[\n\r\u2028\u2029]/.test(text.slice(previousEnd, start)) || (!atSpaceOnly && endsSentence(text, sentence, start))))
        close();
      sentence.push({ start, end, mention });
      previousEnd = end;
    }
  }
  close();
  return sentences;
}

function splitAt(start: number, end: number, edges: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  for (let i = start + 1; i < end; i++) {
    if (!edges.has(i)) continue;
    spans.push({ start: from, end: i });
    from = i;
  }
  return [...spans, { start: from, end }];
}

/** After a full stop that stands by itself and before a capital, a new sentence begins. */
function endsSentence(text: string, sentence: readonly ConllToken[], next: number): boolean {
  const last = sentence.at(-1);
  const before = sentence.at(-2);
  if (!last || next === last.end || !/^[.!?]["'”’)\]]*$/.test(text.slice(last.start, last.end))) return false;
  const initial =
    before !== undefined &&
    before.end === last.start &&
    /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Gov|Rep|Lt|No)$/u.test(text.slice(before.start, before.end));
  return !initial && /^["'“‘([]?[\p{Lu}\p{N}]/u.test(text.slice(next, next + 3));
}
