import type { Outcome } from "../../model/casualty.js";
import type { ReadQuantity } from "./read-quantity.js";
import type { WordTag } from "./word-tags.js";
import type { OutcomeNoun, OutcomeVerb, VerbForm } from "./vocabulary.js";

/** What a noun phrase may be taken for: a noun class of the lexicon, a name, a pronoun, a bare number, or unknown. */
export type PhraseClass =
  "person" | "household" | "group" | "time" | "measure" | "money" | "animal" | "event" | "thing" | "name" | "pron" | "bare" | "unknown";

/**
 * ```
 *  at least 12 young Afghan soldiers
 *  ^^^^^^^^^^^                        quantity
 *              ^^^^^^^^^^^^^^^^^^^^^^ noun
 *                            ^^^^^^^^ head
 * ```
 */
export interface NounPhrase {
  readonly kind: "np";
  readonly start: number;
  readonly end: number;
  readonly quantity: { readonly read: ReadQuantity; readonly start: number; readonly end: number } | null;
  readonly det: "a" | "the" | "poss" | "another" | "ordinal" | "other" | null;
  readonly head: string;
  readonly headStart: number;
  readonly headEnd: number;
  /** From the first modifier after determiner and quantity; equal to `end` where there is no noun. */
  readonly nounStart: number;
  readonly cls: PhraseClass;
  readonly plural: boolean;
  readonly proper: boolean;
  /** The outcome that its head states ("12 deaths"). */
  readonly noun: OutcomeNoun | null;
  /** The outcome that an adjective before its head states ("three wounded men"). */
  readonly premodifier: Outcome | null;
  /** The outcome of a nominal adjective ("the dead", "those killed"). */
  readonly nominal: Outcome | null;
  readonly possessor: NounPhrase | null;
  /** Words between determiner and head, lower-cased. */
  readonly modifiers: readonly string[];
  /** What its head is to the rules. */
  readonly tags: ReadonlySet<WordTag>;
  /** What its modifiers are to the rules. */
  readonly modifierTags: ReadonlySet<WordTag>;
  /** Those of them that come after the quantity. */
  readonly adjectives: readonly string[];
}

export interface VerbGroup {
  readonly kind: "verb";
  readonly start: number;
  readonly end: number;
  /** The main verb, lower-cased; the last auxiliary where there is none. */
  readonly main: string;
  /** Its dictionary form: "take" of "took". */
  readonly lemma: string;
  /** What its lemma is to the rules. */
  readonly tags: ReadonlySet<WordTag>;
  readonly outcome: OutcomeVerb | null;
  /** Outcome after its particle and adverbs are read ("fatally wounded" is killed). */
  readonly states: Outcome | null;
  readonly form: VerbForm | null;
  readonly passive: boolean;
  readonly copula: boolean;
  /** False for participles and infinitives without an auxiliary. Past forms alone count as finite. */
  readonly finite: boolean;
  readonly infinitive: boolean;
  readonly bare: boolean;
  readonly words: readonly string[];
  readonly negated: boolean;
  readonly reporting: boolean;
  readonly attributes: boolean;
}

/** An adjective or fixed phrase that states an outcome ("dead", "in custody"). */
export interface Predicate {
  readonly kind: "pred";
  readonly start: number;
  readonly end: number;
  readonly outcome: Outcome;
  readonly words: readonly string[];
}

export interface Mark {
  readonly kind: "prep" | "of" | "and" | "or" | "comma" | "sub" | "rel" | "stop" | "colon" | "include" | "adv" | "there" | "other";
  readonly start: number;
  readonly end: number;
  readonly lower: string;
}

export type Chunk = NounPhrase | VerbGroup | Predicate | Mark;
