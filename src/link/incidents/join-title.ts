import type { Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { AnalyzedText, Sentence, Token } from "../../model/token.js";
import type { NamedVictim } from "../../model/toll.js";
import { foldName } from "../entities/fold-name.js";

/** A text with what was found in it. */
export interface ReadText {
  readonly analyzed: AnalyzedText;
  readonly mentions: readonly Mention[];
  /** Who came to harm by name, without a figure. */
  readonly named: readonly NamedVictim[];
}

/** A title and the text below it, read as one: the title is the first sentence, as readers take it. */
export interface JoinedText extends ReadText {
  /** Where the text begins; 0 where there is no title to read. */
  readonly offset: number;
}

const GAP = "\n\n";

/** Joins them. A title that the text itself begins with is not read twice. */
export function joinTitle(title: ReadText | null, body: ReadText): JoinedText {
  if (title === null || title.analyzed.tokens.length === 0 || repeats(title.analyzed.text, body.analyzed.text))
    return { ...body, offset: 0 };
  const offset = title.analyzed.text.length + GAP.length;
  const moved = moveSpan(offset);
  return {
    offset,
    analyzed: joinAnalyzed(title.analyzed.text + GAP + body.analyzed.text, [
      { at: 0, ...title.analyzed },
      { at: offset, ...body.analyzed },
    ]),
    mentions: [...title.mentions, ...body.mentions.map((mention) => moveMention(mention, offset))],
    named: [...title.named, ...body.named.map(moved)],
  };
}

/** Texts that were analyzed apart, as one text in which each begins at `at`. */
export function joinAnalyzed(text: string, parts: readonly (AnalyzedText & { readonly at: number })[]): AnalyzedText {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  for (const part of parts) {
    const [before, sentencesBefore] = [tokens.length, sentences.length];
    const moved = moveSpan(part.at);
    for (const token of part.tokens) tokens.push(part.at === 0 ? token : { ...moved(token), sentence: token.sentence + sentencesBefore });
    for (const sentence of part.sentences) {
      const { first, last } = sentence;
      sentences.push(part.at === 0 ? sentence : { ...moved(sentence), first: first + before, last: last + before });
    }
  }
  return { text, tokens, sentences };
}

/** A mention with all its spans so many units further on. */
export function moveMention<M extends Mention>(mention: M, by: number): M {
  if (by === 0) return mention;
  const moved = moveSpan(by);
  if (mention.kind !== "casualty") return moved(mention);
  return { ...moved(mention), ...(mention.cue ? { cue: moved(mention.cue) } : {}) };
}

/** A span so many units further on, with all else that it has. */
export const moveSpan =
  (by: number) =>
  <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });

function repeats(title: string, text: string): boolean {
  const folded = foldName(title);
  return foldName(text.slice(0, title.length + 40)).startsWith(folded);
}
