import type { Mention } from "../../model/mention.js";
import type { Span } from "../../model/span.js";
import type { AnalyzedText } from "../../model/token.js";
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
  const sentences = title.analyzed.sentences.length;
  const tokens = title.analyzed.tokens.length;
  return {
    offset,
    analyzed: {
      text: title.analyzed.text + GAP + body.analyzed.text,
      tokens: [
        ...title.analyzed.tokens,
        ...body.analyzed.tokens.map((token) => ({ ...moved(token), sentence: token.sentence + sentences })),
      ],
      sentences: [
        ...title.analyzed.sentences,
        ...body.analyzed.sentences.map((sentence) => ({
          ...moved(sentence),
          first: sentence.first + tokens,
          last: sentence.last + tokens,
        })),
      ],
    },
    mentions: [...title.mentions, ...body.mentions.map((mention) => moveMention(mention, offset))],
    named: [...title.named, ...body.named.map(moved)],
  };
}

/** A mention with all its spans so many units further on. */
export function moveMention<M extends Mention>(mention: M, by: number): M {
  if (by === 0) return mention;
  const moved = moveSpan(by);
  if (mention.kind !== "casualty") return moved(mention);
  return { ...moved(mention), ...(mention.cue ? { cue: moved(mention.cue) } : {}) };
}

const moveSpan =
  (by: number) =>
  <S extends Span>(span: S): S => ({ ...span, start: span.start + by, end: span.end + by });

function repeats(title: string, text: string): boolean {
  const folded = foldName(title);
  return foldName(text.slice(0, title.length + 40)).startsWith(folded);
}
