import type { Said } from "./said.js";
import type { ReadText, Word } from "./read-words.js";

/**
 * A rule: which words, and what they say. `pattern` is a line of `compile-pattern.ts` over the classes of
 * `vocabulary.ts` and the parts of `parts.ts`; `build` turns the matched words into what the text says, or null where
 * they say nothing after all.
 *
 * The suite runs every example and counter-example with the frozen publication date 2025-07-01, a Tuesday.
 */
export interface DateRule {
  /** Unique, kebab-case; goes into the tables as the evidence of each row. */
  readonly name: string;
  readonly pattern: string;
  readonly build: (words: readonly Word[]) => Said | null;
  /** Looks at the words around a match, `first` to `last`, and may refuse it. */
  readonly guard?: (read: ReadText, first: number, last: number) => boolean;
  /** Marked sentences: `They met [last week|2025-W26].` */
  readonly examples: readonly [string, ...string[]];
  /** Sentences in which this rule finds nothing. */
  readonly counterExamples: readonly [string, ...string[]];
}
