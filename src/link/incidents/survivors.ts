import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { AnalyzedText } from "../../model/token.js";
import type { NamedVictim } from "../../model/toll.js";
import { readNumeral } from "../../text/numerals.js";

/**
 * Finds the dead of whom only the survivors are told. They are no figures, but count in a toll.
 *
 *   The van carried five people. None survived.      5
 *   Only one of the five survived.                   4
 */
export type FindUnsaved = (analyzed: AnalyzedText) => readonly NamedVictim[];

const CLASSES = ["none", "only", "survived", "all-died", "aboard", "carrying"] as const;
type SurvivalClass = (typeof CLASSES)[number];

/** Tokens from "of the five" to the verb, and from a number to "on board". */
const TO_VERB = 7;
const TO_BOARD = 4;
/** Sentences before in which it is told how many there were. */
const EARLIER = 2;

/** A number of people, where it stands. */
interface Count {
  readonly value: number;
  readonly first: number;
  readonly last: number;
}

/** Reads `lexicons/survival-words.tsv`, and the nouns for people of `victim-nouns.tsv`. */
export function createSurvivorReader(lexicons: Lexicons): FindUnsaved {
  const match = compilePhrases(
    (lexicons.get("survival-words") ?? []).flatMap((row) => {
      const found = CLASSES.find((one) => one === row["class"]);
      return found ? [[(row["phrase"] ?? "").split(" "), found] as const] : [];
    }),
  );
  const people = new Set((lexicons.get("victim-nouns") ?? []).flatMap((row) => (row["class"] === "person" ? [row["noun"] ?? ""] : [])));

  return ({ tokens, sentences, text }) => {
    const is = (at: number, name: SurvivalClass): boolean => match(tokens, at)?.value === name;
    const within = (from: number, to: number, name: SurvivalClass): boolean => {
      for (let i = from; i <= to; i++) if (is(i, name)) return true;
      return false;
    };
    const countAt = (at: number, last: number): Count | null => {
      const read = readNumeral(tokens, at);
      return read !== null && read.form === "cardinal" && read.last <= last ? { value: read.value, first: at, last: read.last } : null;
    };

    /** "of the five": the number behind a word, where people follow it, or the verb. */
    function wholeBehind(at: number, last: number): Count | null {
      if (tokens[at]?.lower !== "of") return null;
      const count = countAt(at + (tokens[at + 1]?.pos === "DET" || tokens[at + 1]?.pos === "PRON" ? 2 : 1), last);
      if (!count) return null;
      const next = tokens[count.last + 1];
      return people.has(next?.lower ?? "") || is(count.last + 1, "survived") || is(count.last + 1, "aboard") ? count : null;
    }

    /** Those on board of whom the sentences before tell: "carrying nine passengers and three crew". */
    function aboardBefore(sentence: number): readonly Count[] {
      for (let s = sentence; s >= Math.max(0, sentence - EARLIER); s--) {
        const { first = 0, last = -1 } = sentences[s] ?? {};
        const found: Count[] = [];
        for (let i = first; i <= last; i++) {
          const count = countAt(i, last);
          if (!count) continue;
          i = count.last;
          const joined = found.length > 0 && tokens[count.first - 1]?.lower === "and";
          const counts =
            people.has(tokens[count.last + 1]?.lower ?? "") &&
            (joined || is(count.first - 1, "carrying") || within(count.last + 1, Math.min(last, count.last + TO_BOARD), "aboard"));
          if (counts) found.push(count);
        }
        if (found.length > 0) return found;
      }
      return [];
    }

    const dead: NamedVictim[] = [];
    const push = (count: number, from: number, to: number): void => {
      const [start, end] = [tokens[from]?.start ?? 0, tokens[to]?.end ?? 0];
      if (count > 0)
        dead.push({ start, end, text: text.slice(start, end), outcome: "killed", modality: "reported", described: "survivors", count });
    };
    for (const [sentence, { first, last }] of sentences.entries()) {
      for (let i = first; i <= last; i++) {
        const phrase = match(tokens, i);
        if (!phrase || phrase.last > last) continue;
        if (phrase.value === "none") {
          const whole = wholeBehind(phrase.last + 1, last);
          const behind = whole?.last ?? phrase.last;
          if (!within(behind + 1, Math.min(last, behind + (whole ? TO_VERB : 1)), "survived")) continue;
          push(whole ? whole.value : sum(aboardBefore(sentence)), phrase.first, behind);
        } else if (phrase.value === "only") {
          const part = countAt(phrase.last + 1, last);
          const whole = part && wholeBehind(part.last + 1, last);
          if (part && whole && within(whole.last + 1, Math.min(last, whole.last + TO_VERB), "survived"))
            push(whole.value - part.value, phrase.first, whole.last);
        } else if (phrase.value === "all-died") push(sum(aboardBefore(sentence)), phrase.first, phrase.last);
      }
    }
    return dead;
  };
}

const sum = (counts: readonly Count[]): number => counts.reduce((all, { value }) => all + value, 0);
