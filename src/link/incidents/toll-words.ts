import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Token } from "../../model/token.js";

/** What the words of `lexicons/toll-words.tsv` say of a number. */
export const TOLL_WORD_CLASSES = ["update", "later", "lowered", "sum", "hit", "wounded"] as const;
export type TollWordClass = (typeof TOLL_WORD_CLASSES)[number];

/** The last token of the last phrase of a class among the tokens from `first` to `last`, both included; -1 for none. */
export type FindTollWord = (name: TollWordClass, tokens: readonly Pick<Token, "lower">[], first: number, last: number) => number;

/** Reads `lexicons/toll-words.tsv`. */
export function createTollWords(lexicons: Lexicons): FindTollWord {
  const byClass = new Map(
    TOLL_WORD_CLASSES.map((name) => {
      const rows = (lexicons.get("toll-words") ?? []).filter((row) => row["class"] === name);
      return [name, compilePhrases(rows.map((row) => [(row["phrase"] ?? "").split(" "), true] as const))] as const;
    }),
  );
  return (name, tokens, first, last) => {
    const match = byClass.get(name);
    for (let i = last; i >= first; i--) {
      const found = match?.(tokens, i);
      if (found && found.last <= last) return found.last;
    }
    return -1;
  };
}
