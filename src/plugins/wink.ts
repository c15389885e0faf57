import type { ArticleInput, Extractor, ExtractResult } from "../extractor.js";
import { createExtractor, type ExtractorOptions } from "../index.js";
import { KINDS, type Family } from "../model/kinds.js";
import type { CasualtyMention, DateMention, Mention, NameMention } from "../model/mention.js";
import type { Span } from "../model/span.js";
import { tokensOf, type TokenRange } from "./place-tokens.js";

export type { TokenRange } from "./place-tokens.js";

/** A mention with the tokens of the document that it covers: `doc.tokens().itemAt(from)` is the first one. */
export type WinkMention<M extends Mention = Mention> = M & { readonly tokens: TokenRange };

/** What dateline finds in a wink-nlp document. */
export interface WinkReading extends Omit<ExtractResult, "mentions"> {
  readonly mentions: readonly WinkMention[];
  readonly casualties: readonly WinkMention<CasualtyMention>[];
  readonly timexes: readonly WinkMention<DateMention>[];
  readonly names: readonly WinkMention<NameMention>[];
}

/** What is asked of a document, so that any version of wink-nlp will do. */
export interface WinkDocument {
  out(): string;
  tokens(): { out(): string[] };
}

/** What a document does not say of its article: `publishedAt` above all, without which no relative date is resolved. */
export type ArticleDetails = Omit<ArticleInput, "text">;

/** Reads a document of wink-nlp. */
export type ReadDocument = (document: WinkDocument, details?: ArticleDetails) => WinkReading;

/**
 * Loads the models and returns a function over wink-nlp documents: `const read = await createReader()`, then
 * `read(nlp.readDoc(text), { publishedAt: "2025-03-11" }).casualties`. Offsets count in `doc.out()`, in UTF-16
 * code units: the text without white space before its first word.
 *
 * @throws TypeError or RangeError (rejecting) where an option is wrong, naming it.
 */
export async function createReader(options: ExtractorOptions = {}): Promise<ReadDocument> {
  return readerOf(await createExtractor(options));
}

/** The same with an extractor that is there already. */
export function readerOf(extract: Extractor): ReadDocument {
  return (document, details = {}) => {
    const text = document.out();
    const found = extract({ ...details, text });
    const tokens = placeTokens(text, document.tokens().out());
    const mentions = found.mentions.flatMap((mention): readonly WinkMention[] => {
      const range = tokensOf(mention, tokens);
      return range === null ? [] : [{ ...mention, tokens: range }];
    });
    const of = <F extends Family>(family: F): readonly WinkMention<Mention<F>>[] =>
      mentions.filter(({ kind }) => KINDS[kind].family === family) as unknown as readonly WinkMention<Mention<F>>[];
    return { ...found, mentions, casualties: of("casualties"), timexes: of("dates"), names: of("names") };
  };
}

/** Where tokens stand; one that is written otherwise than in the text has no length. */
function placeTokens(text: string, wordings: readonly string[]): readonly Span[] {
  let cursor = 0;
  return wordings.map((wording) => {
    const start = text.indexOf(wording, cursor);
    if (start < 0) return { start: cursor, end: cursor };
    cursor = start + wording.length;
    return { start, end: cursor };
  });
}
