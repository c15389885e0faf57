import { compilePhrases } from "../../lexicon/match-phrases.js";
import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { Span } from "../../model/span.js";
import type { AnalyzedText } from "../../model/token.js";

/** Words that tell that somebody took their own life: "before turning the gun on himself". */
export interface OwnDeath extends Span {
  readonly sentence: number;
  /** True where only the verb before makes a death of it: "killed his wife and then himself". */
  readonly asObject: boolean;
}

/** Finds them in a text, in its order. */
export type FindOwnDeaths = (analyzed: AnalyzedText) => readonly OwnDeath[];

const CLASSES = ["death", "object", "unreal", "alive"] as const;
type OwnDeathClass = (typeof CLASSES)[number];

/** What stands for SELF and OWN in the phrases. */
const SELF = ["himself", "herself", "themselves", "themself", "itself", "myself"];
const OWN = ["his", "her", "their"];
/** Tokens before in which "tried to" takes it back, and behind in which "survived" does. */
const BEFORE = 2;
const BEHIND = 12;

/** The phrases of a row, one for each word that its placeholder stands for. */
function spellOut(phrase: string): readonly string[] {
  const selves = phrase.includes("SELF") ? SELF.map((self) => phrase.replace("SELF", self)) : [phrase];
  return selves.flatMap((one) => (one.includes("OWN") ? OWN.map((own) => one.replace("OWN", own)) : [one]));
}

/** Reads `lexicons/own-deaths.tsv`. */
export function createOwnDeaths(lexicons: Lexicons): FindOwnDeaths {
  const match = compilePhrases(
    (lexicons.get("own-deaths") ?? []).flatMap((row) => {
      const found = CLASSES.find((one) => one === row["class"]);
      return found ? spellOut(row["phrase"] ?? "").map((phrase) => [phrase.split(" "), found] as const) : [];
    }),
  );
  return ({ tokens, sentences }) => {
    const found: OwnDeath[] = [];
    const has = (from: number, to: number, name: OwnDeathClass): boolean => {
      for (let i = from; i <= to; i++) if (match(tokens, i)?.value === name) return true;
      return false;
    };
    for (const [sentence, { first, last }] of sentences.entries()) {
      for (let i = first; i <= last; i++) {
        const phrase = match(tokens, i);
        if (!phrase || phrase.last > last || (phrase.value !== "death" && phrase.value !== "object")) continue;
        if (!has(Math.max(first, i - BEFORE), i - 1, "unreal") && !has(phrase.last + 1, Math.min(last, phrase.last + BEHIND), "alive"))
          found.push({
            start: tokens[phrase.first]?.start ?? 0,
            end: tokens[phrase.last]?.end ?? 0,
            sentence,
            asObject: phrase.value === "object",
          });
        i = phrase.last;
      }
    }
    return found;
  };
}
