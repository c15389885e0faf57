import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { AnalyzedText } from "../../model/token.js";

/** Tells the sentences that set themselves apart from the main incident: "in a separate attack", "two years ago". */
export type SeparatingPhrases = (analyzed: AnalyzedText) => (sentence: number) => boolean;

/** Reads `lexicons/separating-phrases.tsv`. */
export function createSeparatingPhrases(lexicons: Lexicons): SeparatingPhrases {
  const match = compilePhrases((lexicons.get("separating-phrases") ?? []).map((row) => [(row["phrase"] ?? "").split(" "), true] as const));
  return ({ tokens, sentences }) => {
    const known = new Map<number, boolean>();
    const look = (sentence: number): boolean => {
      const { first = 0, last = -1 } = sentences[sentence] ?? {};
      for (let i = first; i <= last; i++) if ((match(tokens, i)?.last ?? Infinity) <= last) return true;
      return false;
    };
    return (sentence) => {
      const found = known.get(sentence) ?? look(sentence);
      known.set(sentence, found);
      return found;
    };
  };
}
