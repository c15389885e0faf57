import type { Chunk, Predicate } from "./chunk.js";
import { claim, isLabel, isSecondOfJoint, joint, type CasualtyRule, type Claim } from "./claim.js";
import { kindAt, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";

/** Constructions around a phrase that states an outcome: "dead", "in custody", "with burns". */
export const PHRASE_RULES: readonly CasualtyRule[] = [
  {
    name: "phrase-subject",
    at: ["pred"],
    find: (chunks, at) => {
      const phrase = chunks[at];
      if (phrase?.kind !== "pred" || isSecondOfJoint(chunks, at) || isLabel(chunks, at) || isNoState(chunks, at, phrase)) return [];
      if (phrase.words[0] === "to") {
        const moved = toDeathOf(chunks, at, phrase);
        if (moved) return moved;
      }
      const previous = chunks[at - 1];
      if (phrase.words[0] === "critically" && previous?.kind === "np" && previous.quantity)
        return [{ np: previous, outcome: "injured", trigger: at, victims: "any", subset: true }];
      const outcome = joint(chunks, at) ?? phrase.outcome;
      return claim(chunks, holdersOf(chunks, at, phrase), {
        outcome,
        trigger: at,
        victims: /^(?:killed|missing)/.test(outcome) ? "any" : "people",
        weak: outcome === "injured",
        implicit: !(outcome === "displaced" && /^(?:unable|not)$/.test(phrase.words[0] ?? "")),
      });
    },
    examples: [
      "The flood left [40|killed 40] people dead and [nine|missing 9] missing.",
      "[Two|injured 2] patients were in critical condition.",
      "[Eleven|killed 11] fishermen lost their lives, with [3|missing 3] still missing.",
      "[Hundreds|displaced vague 200] of villagers fled their homes.",
      "Raiders hacked to death [six|killed 6] farmers; [two|killed 2] others burned to death.",
    ],
    counterExamples: ["Parts of the report are missing.", "The talks are dead.", "Three men were sentenced to death."],
  },
];

/** The indexes of the noun phrases that a phrase says something of. */
function holdersOf(chunks: readonly Chunk[], at: number, phrase: Predicate): readonly number[] {
  const previous = chunks[at - 1];
  const copula = previous?.kind === "verb" && (previous.copula || previous.passive || /^(?:remain|go|be)$/.test(previous.lemma));
  if (/^(?:lost|fled|left|abandoned)$/.test(phrase.words[0] ?? "") || VERBAL.test(phrase.words[0] ?? ""))
    return subjectOf(chunks, at, phrase.words[0] !== "forced");
  return previous?.kind === "verb" && !copula && previous.lemma === "leave" ? [] : subjectOf(chunks, at, copula);
}

/** Phrases that open with a verb have a subject: "suffered burns", "met their deaths", "needed surgery". */
const VERBAL = /^(?:suffered|sustained|received|took|sought|met|forced|needed|underwent|required)/;

/** "Sentenced to death", "shot to death 20 villagers", "the hacking to death of 15": null where the phrase stands as any other. */
function toDeathOf(chunks: readonly Chunk[], at: number, phrase: Predicate): readonly Claim[] | null {
  const previous = chunks[at - 1];
  const killed = (first: number): readonly Claim[] =>
    claim(chunks, [first, ...coordinatedAfter(chunks, first)], { outcome: phrase.outcome, trigger: at, victims: "people" });
  if (previous?.kind === "verb" && previous.tags.has("not-to-death")) return [];
  if (previous?.kind === "np" && verbAt(chunks, at - 2)?.tags.has("not-to-death")) return [];
  if (previous?.kind === "verb" && !previous.passive && nounPhraseAt(chunks, at + 1)) return killed(at + 1);
  const act = (previous?.kind === "np" && previous.head.endsWith("ing")) || (previous?.kind === "verb" && previous.form === "ing");
  return act && phrase.outcome === "killed" && kindAt(chunks, at + 1) === "of" ? killed(at + 2) : null;
}

/**
 * Where the wording of a state says nothing of people: "parts are missing", "deaths in custody", "14,000 dead fish", "forced out
 * of the race".
 */
function isNoState(chunks: readonly Chunk[], at: number, phrase: Predicate): boolean {
  const previous = chunks[at - 1];
  if (previous?.kind === "np" && previous.quantity === null && previous.det === null && previous.cls === "unknown") return true;
  const died =
    (previous?.kind === "verb" && previous.states === "killed") || (previous?.kind === "np" && previous.noun?.outcome === "killed");
  return (
    (phrase.outcome === "detained" && phrase.words[0] === "in" && died) ||
    isPremodifying(chunks, at, phrase) ||
    isLeavingSport(chunks, at, phrase)
  );
}

/** "14,000 dead fish", "hundreds of dead trees": the adjective goes with a noun that is not people. */
function isPremodifying(chunks: readonly Chunk[], at: number, phrase: Predicate): boolean {
  const noun = nounPhraseAt(chunks, at + 1);
  if (phrase.words.length > 1 || !noun || noun.quantity !== null || noun.det !== null || noun.proper) return false;
  return noun.cls === "animal" || noun.cls === "thing" || (noun.cls === "unknown" && noun.plural);
}

/** "Forced out of the race": what is left is no home. */
function isLeavingSport(chunks: readonly Chunk[], at: number, phrase: Predicate): boolean {
  const left = nounPhraseAt(chunks, kindAt(chunks, at + 1) === "of" ? at + 2 : at + 1);
  return phrase.words[0] === "forced" && phrase.words.at(-1) === "of" && left !== null && !left.tags.has("home") && !left.proper;
}
