import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { AnalyzedText, Token } from "../../model/token.js";
import { sentenceFinder } from "./sentence-finder.js";

/**
 * Builds a test of what stands at a position of a text: true where the text says that it did not happen.
 *
 *   Rumors that a boy had been shot were entirely false, police said.
 *   ^^^^^^ telling ^^^^^          opener: that      ^^^^^ false
 */
export type FindUntrue = (analyzed: AnalyzedText) => (at: number) => boolean;

const CLASSES = ["telling", "opener", "false"] as const;
type UntrueClass = (typeof CLASSES)[number];

/** Tokens before a telling in which it is called false: "false reports that", "no truth to the rumors that". */
const BEFORE = 4;
/** Tokens of the next sentence that take a telling up, "The report was false". */
const TAKEN_UP = 12;
const PRONOUNS: ReadonlySet<string> = new Set(["it", "this", "that", "they", "none", "the", "those", "these"]);
/** Marks and words behind which a sentence tells something else. */
const TURNS: ReadonlySet<string> = new Set([";", "but", "however", "although", "though"]);

/** Reads `lexicons/untrue-words.tsv`. */
export function createUntrueFinder(lexicons: Lexicons): FindUntrue {
  const match = compilePhrases(
    (lexicons.get("untrue-words") ?? []).flatMap((row) => {
      const found = CLASSES.find((one) => one === row["class"]);
      return found ? [[(row["phrase"] ?? "").split(" "), found] as const] : [];
    }),
  );
  return (analyzed) => {
    const { tokens, sentences } = analyzed;
    const sentenceOf = sentenceFinder(analyzed);
    const positions = (first: number, last: number, name: UntrueClass): readonly number[] => {
      const found: number[] = [];
      for (let i = Math.max(0, first); i <= last; i++) {
        const phrase = match(tokens, i);
        if (phrase?.value === name && phrase.last <= last && (name !== "false" || isPredicate(tokens, phrase.last, match))) found.push(i);
      }
      return found;
    };
    return (at) => {
      const index = sentenceOf(at);
      const { first = 0, last = -1 } = sentences[index] ?? {};
      let here = first;
      while (here < last && (tokens[here]?.end ?? 0) <= at) here++;
      for (const telling of positions(first, here - 1, "telling")) {
        const opener = positions(telling + 1, here - 1, "opener")[0];
        if (opener === undefined || turns(tokens, telling, here)) continue;
        if (positions(Math.max(first, telling - BEFORE), opener - 1, "false").length > 0) return true;
        const behind = positions(here + 1, last, "false")[0];
        if (behind !== undefined && !turns(tokens, here, behind)) return true;
        if (takesUp(index + 1)) return true;
      }
      return false;
    };

    /** "It was a hoax.", "The reports turned out to be false.": a sentence about the telling before it. */
    function takesUp(sentence: number): boolean {
      const { first, last } = sentences[sentence] ?? {};
      if (first === undefined || last === undefined || !PRONOUNS.has(tokens[first]?.lower ?? "")) return false;
      const to = Math.min(last, first + TAKEN_UP);
      if (tokens[first]?.lower === "the" && positions(first + 1, first + 2, "telling").length === 0) return false;
      return positions(first, to, "false").length > 0;
    }
  };
}

const turns = (tokens: readonly Token[], from: number, to: number): boolean => tokens.slice(from, to).some(({ lower }) => TURNS.has(lower));

/** "were false", "false reports", but not "false charges": no noun but one of telling follows. */
function isPredicate(tokens: readonly Token[], last: number, match: ReturnType<typeof compilePhrases<UntrueClass>>): boolean {
  const next = tokens[last + 1];
  return next === undefined || (next.pos !== "NOUN" && next.pos !== "PROPN") || match(tokens, last + 1)?.value === "telling";
}
