import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { AnalyzedText } from "../../model/token.js";

/** How a sentence sets itself apart: it tells of another incident beside the main one, or of an earlier one. */
export const SEPARATIONS = ["another", "before"] as const;
export type Separation = (typeof SEPARATIONS)[number];

/** Tells the sentences that set themselves apart: "in a separate attack", "two years ago"; null for the others. */
export type SeparatingPhrases = (analyzed: AnalyzedText) => (sentence: number) => Separation | null;

/** Reads `lexicons/separating-phrases.tsv`. */
export function createSeparatingPhrases(lexicons: Lexicons): SeparatingPhrases {
  const match = compilePhrases(
    (lexicons.get("separating-phrases") ?? []).flatMap((row) => {
      const found = SEPARATIONS.find((one) => one === row["class"]);
      return found ? [[(row["phrase"] ?? "").split(" "), found] as const] : [];
    }),
  );
  return ({ tokens, sentences }) => {
    const known = new Map<number, Separation | null>();
    const look = (sentence: number): Separation | null => {
      const { first = 0, last = -1 } = sentences[sentence] ?? {};
      let before: Separation | null = null;
      for (let i = first; i <= last; i++) {
        const found = match(tokens, i);
        if (!found || found.last > last) continue;
        if (found.value === "another") return found.value;
        before = found.value;
      }
      return before;
    };
    return (sentence) => {
      const found = known.get(sentence);
      if (found !== undefined) return found;
      const read = look(sentence);
      known.set(sentence, read);
      return read;
    };
  };
}
