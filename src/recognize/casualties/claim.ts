import type { Outcome } from "../../model/casualty.js";
import { nounPhraseAt, verbAt } from "./clause.js";
import { objectsOf } from "./coordination.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import type { OutcomeVerb } from "./vocabulary.js";
import type { WordTag } from "./word-tags.js";

/** An outcome that the grammar of a clause gives to a noun phrase. */
export interface Claim {
  readonly np: NounPhrase;
  readonly outcome: Outcome;
  /** Index of the chunk that states the outcome. */
  readonly trigger: number;
  /** `people`: the noun must be known for people, or be a bare number. */
  readonly victims: "any" | "people";
  /** True where a weaker verb states it ("shot"): a death of the same people replaces it. */
  readonly weak?: boolean;
  readonly subset?: boolean;
  /** False where a single victim without a number is no figure. */
  readonly implicit?: boolean;
  /** The running number of a toll: each of several is a figure. */
  readonly toll?: boolean;
  /** True where the quantity stands before a noun that is not people: "no reports of casualties". */
  readonly indirect?: boolean;
}

/** One construction of English that joins a quantity of people to what happened to them. */
export interface CasualtyRule {
  readonly name: string;
  /** The kinds of chunk at which it can hold; any that may bear a claim where it says none. */
  readonly at?: readonly Chunk["kind"][];
  /** Of verbs it can hold only at those with this tag. */
  readonly verbs?: WordTag;
  /** Of verbs it can hold only at those that state an outcome. */
  readonly stating?: true;
  /** The claims that the chunk at `at` makes. */
  readonly find: (chunks: readonly Chunk[], at: number) => readonly Claim[];
  /** Marked as in `tests/cases`: `[At least 12|killed 12+] died`. */
  readonly examples: readonly string[];
  /** Sentences in which nothing is a figure. */
  readonly counterExamples: readonly string[];
}

/** Verbs whose wound gives way to a death of the same people in the same clause. */
export const isWeak = (verb: OutcomeVerb | null): boolean => verb?.weak === true;
export const INJURE = new Set(["injure", "wound", "hurt", "maim"]);

export const nps = (chunks: readonly Chunk[], indexes: readonly number[]): readonly NounPhrase[] =>
  indexes.map((i) => nounPhraseAt(chunks, i)).filter((np) => np !== null);

/** "A group of 12 nurses", "a total of 40": the quantified phrase inside; else the phrase itself. */
export function countedPhrase(chunks: readonly Chunk[], index: number): number {
  const np = nounPhraseAt(chunks, index);
  const inner = nounPhraseAt(chunks, index + 2);
  if (!np || chunks[index + 1]?.kind !== "of" || !inner) return index;
  if (
    np.quantity === null &&
    inner.quantity !== null &&
    (np.cls === "group" ||
      np.cls === "household" ||
      np.noun?.takesOf === true ||
      /^(?:total|sum|figure|lives|life|members?|crew)$/.test(np.head))
  )
    return index + 2;
  return index;
}

export function claim(chunks: readonly Chunk[], indexes: readonly number[], rest: Omit<Claim, "np">): readonly Claim[] {
  return nps(
    chunks,
    indexes.map((i) => countedPhrase(chunks, i)),
  ).map((np) => ({ np, ...rest }));
}

export const hasObject = (chunks: readonly Chunk[], at: number): boolean => {
  const verb = verbAt(chunks, at);
  if (!verb || verb.passive) return false;
  const objects = objectsOf(chunks, at);
  const first = nounPhraseAt(chunks, objects[0] ?? -1);
  if (!first || first.cls === "measure" || first.cls === "money") return false;
  // Telegraphic "12 killed, 30 injured" without its comma: the next number has a participle of its own.
  const next = verbAt(chunks, (objects[0] ?? -1) + 1);
  return !(verb.bare && verb.form !== "ing" && first.cls === "bare" && next?.bare === true && next.states !== null && next.form !== "ing");
};

export const transitive = (verb: VerbGroup): boolean => verb.outcome?.frame === "transitive";

/** "The blaze left eight injured and killed a baker": the participle says how an object was left, and shares no other. */
export const isResultative = (chunks: readonly Chunk[], at: number): boolean =>
  nounPhraseAt(chunks, at - 1) !== null && /^(?:left|leaves|leaving|leave)$/.test(verbAt(chunks, at - 2)?.main ?? "");

/** "Dead: 12, injured: 40", "dead 12, injured 40": a word with its number behind it. */
export function isLabel(chunks: readonly Chunk[], at: number): boolean {
  const opens = at === 0 || /^(?:comma|stop|colon|and)$/.test(chunks[at - 1]?.kind ?? "");
  if (chunks[at + 1]?.kind === "colon") return opens && nounPhraseAt(chunks, at + 2)?.quantity != null;
  return (
    opens &&
    isPairedWithNumber(chunks, at) &&
    (isPairedWithNumber(chunks, at + 3) ||
      isPairedWithNumber(chunks, at + 4) ||
      isPairedWithNumber(chunks, at - 3) ||
      isPairedWithNumber(chunks, at - 4))
  );
}

/** "Dead 12": an outcome without a verb of its own right before a number that stands alone. */
function isPairedWithNumber(chunks: readonly Chunk[], at: number): boolean {
  const word = chunks[at];
  const states =
    word?.kind === "pred" ||
    (word?.kind === "verb" && word.bare && word.form !== "ing" && word.states !== null) ||
    (word?.kind === "np" && word.quantity === null && (word.nominal !== null || word.noun?.counts === true));
  const number = nounPhraseAt(chunks, at + 1);
  return (
    states === true &&
    number?.quantity != null &&
    number.cls === "bare" &&
    (chunks[at + 2] === undefined || /^(?:comma|stop|and)$/.test(chunks[at + 2]?.kind ?? ""))
  );
}

export const isNounUse = (chunks: readonly Chunk[], at: number): boolean => {
  const next = chunks[at + 1];
  return next?.kind === "of";
};

/** "Were killed or injured", "dead and wounded", "dead or missing": one figure with both outcomes. */
export function joint(chunks: readonly Chunk[], at: number): Outcome | null {
  if (chunks[at + 1]?.kind !== "and" && chunks[at + 1]?.kind !== "or") return null;
  let j = at + 2;
  while (chunks[j]?.kind === "adv") j++;
  const [first, second] = [chunks[at], chunks[j]];
  const [a, b] = [statesOf(first), statesOf(second)];
  if (!first || !a || !b || a === b || (second?.kind === "verb" && (hasObject(chunks, j) || !second.bare))) return null;
  const pair = [a, b].sort().join(" ");
  if (pair === "killed missing")
    return chunks[at + 1]?.kind === "or" || (first.kind === "pred" && !isPresumed(chunks, j)) ? "killed-or-missing" : null;
  return pair === "injured killed" && saysOnlyHurt(a === "injured" ? first : second) ? "killed-or-injured" : null;
}

/** "Wounded", "hurt": no verb that tells how, as "shot" does. */
const saysOnlyHurt = (chunk: Chunk | undefined): boolean => chunk?.kind !== "verb" || INJURE.has(chunk.outcome?.base ?? "");

/** "Missing and presumed dead": two figures, not one. */
const isPresumed = (chunks: readonly Chunk[], at: number): boolean => {
  const second = chunks[at];
  const words = second?.kind === "pred" || second?.kind === "verb" ? second.words : [];
  return (
    words.some((word) => /^(?:presumed|feared|believed|likely|probably|assumed|thought)$/.test(word)) ||
    chunks[at - 1]?.kind === "adv" ||
    chunks[at - 1]?.kind === "verb"
  );
};

/** True for the second half of a joint outcome. */
export function isSecondOfJoint(chunks: readonly Chunk[], at: number): boolean {
  let j = at - 1;
  while (chunks[j]?.kind === "adv") j--;
  if (chunks[j]?.kind !== "and" && chunks[j]?.kind !== "or") return false;
  return joint(chunks, j - 1) !== null;
}

export function statesOf(chunk: Chunk | undefined): Outcome | null {
  return chunk?.kind === "verb" ? chunk.states : chunk?.kind === "pred" ? chunk.outcome : null;
}

/** "Two more", "another 14", "three others": on top of people counted elsewhere. */
export const isIncrement = (np: NounPhrase): boolean =>
  np.modifiers.some((word) => INCREASE.has(word.slice(word.lastIndexOf(" ") + 1))) || /^others?$/.test(np.head);

const INCREASE = new Set(["another", "more", "additional", "further", "other", "others"]);
