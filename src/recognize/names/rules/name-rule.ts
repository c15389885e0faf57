import type { TypedSpan } from "../typed-span.js";
import type { NameLists } from "./name-lists.js";

/** A decision of the annotation guide that the training sets take otherwise, or leave open. */
export interface NameRule {
  readonly name: string;
  /** True where it takes names away and so leaves no name that could bear its own. */
  readonly drops?: boolean;
  /** Marked sentences in which the rule is needed. */
  readonly examples: readonly string[];
  /** Marked sentences that it must leave alone. */
  readonly counterExamples: readonly string[];
  readonly apply: (text: string, spans: readonly TypedSpan[], lists: NameLists) => readonly TypedSpan[];
}
