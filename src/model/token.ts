import type { Span } from "./span.js";

/** What stands between a token and the one before it. */
export type Gap = "none" | "space" | "line" | "paragraph";

/** A word, number or mark of the text with its part of speech. */
export interface Token extends Span {
  readonly text: string;
  /** Lower-cased wording; of a number in plain digits, whatever spaces, marks or script the text writes it in ("1 234": "1,234"). */
  readonly lower: string;
  /** Universal part of speech as wink-nlp gives it: NOUN, PROPN, VERB, AUX, NUM, ADP, DET, PUNCT, … */
  readonly pos: string;
  /** wink-nlp's token type: word, number, ordinal, punctuation, currency, symbol, url, email, hashtag, … */
  readonly type: string;
  /** The white space before it. */
  readonly gap: Gap;
  /** Index into `sentences`. */
  readonly sentence: number;
}

/** A sentence, headline or fragment: tokens `first` to `last`, both included. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

/** A text with its tokens and sentences, in order of `start`; white space belongs to no token. */
export interface AnalyzedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}
