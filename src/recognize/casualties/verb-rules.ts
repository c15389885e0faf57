import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter, isSubjectAhead, objectsOf } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import type { OutcomeVerb } from "./vocabulary.js";
import {
  claim,
  hasObject,
  INJURE,
  isLabel,
  isNounUse,
  isResultative,
  isSecondOfJoint,
  joint,
  nps,
  transitive,
  isWeak,
  type CasualtyRule,
} from "./claim.js";

/** Constructions around a verb that states an outcome. */
export const VERB_RULES: readonly CasualtyRule[] = [
  {
    name: "verb-object",
    at: ["verb"],
    stating: true,
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (
        !verb?.states ||
        !verb.outcome ||
        !transitive(verb) ||
        isNounUse(chunks, at) ||
        !hasObject(chunks, at) ||
        isSecondOfJoint(chunks, at)
      )
        return [];
      if (isOtherObject(chunks, at, verb.outcome)) return [];
      const outcome = verb.states;
      const own = claim(chunks, objectsOf(chunks, at), { outcome, trigger: at, victims: verb.outcome.victims, weak: isWeak(verb.outcome) });
      // "Killed and wounded 40": the verb before shares the object.
      const first = /^(?:and|or)$/.test(chunks[at - 1]?.kind ?? "") ? verbAt(chunks, at - 2) : null;
      if (!first?.states || !first.outcome || !transitive(first) || first.passive || isResultative(chunks, at - 2)) return own;
      const both =
        first.states !== outcome &&
        INJURE.has(first.outcome.base) !== INJURE.has(verb.outcome.base) &&
        (first.states === "killed" || outcome === "killed");
      if (both) return own.map((c) => ({ ...c, outcome: "killed-or-injured" as const, weak: false }));
      return [...own, ...own.map((c) => ({ ...c, outcome: first.states ?? outcome, weak: isWeak(first.outcome) }))];
    },
    examples: [
      "Gunmen killed [seven|killed 7] herders near the well.",
      "The blast hit a bakery, killing [at least four|killed 4+] customers and wounding [19|injured 19].",
      "The raid killed [three|killed 3] women and [a boy|killed 1 implicit].",
      "He shot [a woman|injured 1 implicit] he had dated, [her husband|injured 1 implicit] and [six|injured 6] children.",
      "He shot himself and [two|injured 2] children before police came.",
      "A shell killed [a judge|killed 1 implicit] allied with the rebels and [seven|killed 7] of his guards.",
    ],
    counterExamples: [
      "He shot 29 for his side.",
      "The rebels killed off two peace plans.",
      "Frost killed 40 goats.",
      "Police arrested him after 12 days.",
      "He was sent off for picking up two yellow tickets, one for a foul.",
    ],
  },
  {
    name: "verb-subject",
    at: ["verb"],
    stating: true,
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb?.states || !verb.outcome || isSecondOfJoint(chunks, at) || isLabel(chunks, at)) return [];
      const active = transitive(verb) && !verb.passive;
      if (active && isReflexive(chunks[at + 1]))
        return claim(chunks, subjectOf(chunks, at, true), { outcome: verb.states, trigger: at, victims: "people", weak: true });
      if (active && isOfMeasure(nounPhraseAt(chunks, at + 1))) return [];
      const evacuated = active && isLeaving(chunks, at, verb);
      if (!befallsSubject(chunks, at, verb, active && !evacuated)) return [];
      const left = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
      const nonfinite = verb.bare && (verb.form === "ing" || (active && !(evacuated && left)));
      const outcome = joint(chunks, at) ?? verb.states;
      return claim(chunks, subjectOf(chunks, at, !nonfinite && !verb.infinitive && (verb.finite || verb.form === "ing")), {
        outcome,
        trigger: at,
        victims: verb.outcome.victims,
        weak: isWeak(verb.outcome) && outcome === verb.states,
      });
    },
    examples: [
      "[At least 13|killed 13+] people were killed and [14|injured 14] others wounded.",
      "[Six|injured 6] people were shot, [two|killed 2 subset] of whom have died.",
      "[9|killed 9] Killed, [Dozens|injured vague 24] Injured in Factory Fire",
      "The minister said [two|killed 2 by] hikers had died on the ridge.",
      "[Thirty|displaced 30] families were evacuated as the river rose.",
    ],
    counterExamples: [
      "The village was attacked twice.",
      "Three houses were burned.",
      "He was killed in 2011.",
      "Two men were captured on camera.",
      "Three farmers were fined after their fires burned 260 acres and a barn.",
    ],
  },
  {
    // "The 30 teachers they had abducted": a relative clause without its pronoun.
    name: "contact-clause",
    at: ["verb"],
    stating: true,
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      const subject = nounPhraseAt(chunks, at - 1);
      const whom = nounPhraseAt(chunks, at - 2);
      if (!verb?.states || !verb.outcome || !transitive(verb) || verb.passive || verb.negated || verb.bare || verb.infinitive) return [];
      if (!whom || whom.cls !== "person" || !subject || subject.quantity !== null || subject.cls === "time" || hasObject(chunks, at))
        return [];
      return claim(chunks, [at - 2], { outcome: verb.states, trigger: at, victims: "people", weak: isWeak(verb.outcome), implicit: false });
    },
    examples: ["Rebels freed the [30|abducted 30] teachers they had abducted.", "The [two|killed 2] men the army had killed were cooks."],
    counterExamples: ["The 30 teachers they had heard of sang."],
  },
  {
    name: "inverted",
    at: ["verb"],
    stating: true,
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      const skipped = chunks[at + 1]?.kind === "adv" || nounPhraseAt(chunks, at + 1)?.cls === "time" ? 1 : 0;
      const copula = verbAt(chunks, at + 1 + skipped);
      const opens = at === 0 || (chunks[at - 1]?.kind === "adv" && at === 1) || chunks[at - 1]?.kind === "stop";
      if (!opens || !verb?.states || !verb.bare || verb.form === "ing" || !copula?.copula || !nounPhraseAt(chunks, at + 2 + skipped))
        return [];
      return claim(chunks, [at + 2 + skipped, ...coordinatedAfter(chunks, at + 2 + skipped)], {
        outcome: verb.states,
        trigger: at,
        victims: "people",
      });
    },
    examples: ["Killed were [two|killed 2] nurses and [a porter|killed 1 implicit].", "Also arrested were [four|detained 4] men."],
    counterExamples: ["Wounded pride was the worst of it."],
  },
  {
    name: "along-with",
    at: ["and", "prep"],
    find: (chunks, at) => {
      // "Killed, with 40 others sustaining injuries": a clause of its own.
      if (
        !opensAddition(chunks, at) ||
        (chunks[at + 2]?.kind === "verb" && !verbAt(chunks, at + 2)?.finite) ||
        isSubjectAhead(chunks, at + 1)
      )
        return [];
      const state = stateBefore(chunks, at);
      const chunk = chunks[state];
      const verb = verbAt(chunks, state);
      const outcome =
        chunk?.kind === "pred"
          ? chunk.outcome
          : verb?.outcome && (verb.passive || verb.outcome.frame === "intransitive")
            ? verb.states
            : null;
      if (!outcome || (verb?.outcome?.base === "capture" && isPictured(chunks, state))) return [];
      return claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], {
        outcome,
        trigger: state,
        victims: "people",
        implicit: outcome !== "displaced",
      });
    },
    examples: [
      "Marta Ruiz was killed along with [her son|killed 1 implicit] and [two|killed 2] bodyguards.",
      "Ana Ruiz was detained by police along with [150|detained 150] refugees.",
      "Ana Ruiz was shot on Friday with [three|injured 3] others.",
      "[Two|killed 2] guards died alongside [the mayor's driver|killed 1 implicit].",
      "Luis Vega was stabbed to death along with [two|killed 2] other men.",
    ],
    counterExamples: ["She died of cold, along with hunger."],
  },
];

/** True where what a verb states befell its subject; `active` where it may have befallen an object. */
function befallsSubject(chunks: readonly Chunk[], at: number, verb: VerbGroup, active: boolean): boolean {
  if ((active && !sparesObject(chunks, at, verb)) || isIdleSubject(chunks, at, verb)) return false;
  return !(active && verb.bare && sharesObject(chunks, at) && !isResultative(chunks, at));
}

/** Objects that are no victims: "the stadium holds 40,000", "captured 46 rifles, 2 mortars", "he shot 29 for his side". */
function isOtherObject(chunks: readonly Chunk[], at: number, { base, particle, victims }: OutcomeVerb): boolean {
  const objects = objectsOf(chunks, at);
  const first = nounPhraseAt(chunks, objects[0] ?? -1);
  if ((base === "hold" && particle === "") || (base === "pick" && first?.cls === "bare")) return true;
  // "Picked up two yellow cards, one for a tackle": a list of what is unknown goes on with it.
  if (victims === "people" && first?.cls === "unknown" && first.quantity !== null) return true;
  // A list that opens with things goes on with things; a pronoun opens a list of people ("killing him and two guests").
  if (first && !mayBePeople(first) && !/^(?:him|her|them|himself|herself|themselves|me|us)$/.test(first.head)) return true;
  const beyond = chunks[(objects[0] ?? 0) + 1];
  return (
    base === "shoot" &&
    particle === "" &&
    first?.cls === "bare" &&
    beyond?.kind === "prep" &&
    /^(?:for|from|with|over|under|on)$/.test(beyond.lower)
  );
}

/** "Burned 260 acres": what a verb did to land or goods befell nobody. */
const isOfMeasure = (np: NounPhrase | null): boolean => np?.quantity != null && (np.cls === "measure" || np.cls === "money");

/** "Residents evacuated", "200 families evacuated their homes": those who leave, not what they leave. */
function isLeaving(chunks: readonly Chunk[], at: number, verb: VerbGroup): boolean {
  const object = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
  return (
    verb.states === "displaced" &&
    (!object || (object.quantity === null && object.cls !== "person" && !/^(?:families|residents)$/.test(object.head)))
  );
}

/** True where an active transitive verb befalls its subject: a participle ("12 killed"), "drowned", "was hurt". */
function sparesObject(chunks: readonly Chunk[], at: number, verb: VerbGroup): boolean {
  const base = verb.outcome?.base ?? "";
  if (base === "drown") return !hasObject(chunks, at);
  if (hasObject(chunks, at) || verb.form === "ing" || verb.form === "base" || verb.form === "s") return false;
  return verb.bare || verb.form === "participle" || /^(?:hurt|disperse|hang|suffocate)$/.test(base);
}

/** Subjects that an outcome did not befall: "a race held in the suburb", "a few fled after the crash", "by killing". */
function isIdleSubject(chunks: readonly Chunk[], at: number, verb: VerbGroup): boolean {
  if (verb.outcome?.base === "hold" && !verb.passive && nounPhraseAt(chunks, at - 1)?.quantity == null) return true;
  if (verb.outcome?.base === "capture" && isPictured(chunks, at)) return true;
  if (verb.outcome?.frame === "intransitive" && verb.outcome.outcome === "displaced" && hasFled(chunks, at)) return true;
  return verb.form === "ing" && verb.bare && chunks[at - 1]?.kind === "prep";
}

/** "Were captured on camera", "captured in a photograph". */
const isPictured = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at + 1]?.kind === "prep" && nounPhraseAt(chunks, at + 2)?.tags.has("picture") === true;

/** "Along with two bodyguards", "with three others", "alongside her driver". */
function opensAddition(chunks: readonly Chunk[], at: number): boolean {
  const mark = chunks[at];
  if (mark?.kind === "and") return /^(?:(?:along|together) with|as well as|in addition to)$/.test(mark.lower);
  if (mark?.kind !== "prep") return false;
  const added = nounPhraseAt(chunks, at + 1);
  const others =
    added?.quantity != null && (/^(?:others?|more)$/.test(added.head) || added.modifiers.some((word) => /\b(?:others?|more)$/.test(word)));
  return mark.lower === "alongside" || (mark.lower === "with" && others);
}

/** The verb or phrase of the clause that an addition at `at` goes on with. */
function stateBefore(chunks: readonly Chunk[], at: number): number {
  let i = at - 1;
  while (
    i > 0 &&
    (/^(?:adv|prep)$/.test(chunks[i]?.kind ?? "") ||
      (chunks[i]?.kind === "np" && (nounPhraseAt(chunks, i)?.cls === "time" || chunks[i - 1]?.kind === "prep")))
  )
    i--;
  if (chunks[i]?.kind !== "comma") return i;
  // ", along with two children": back to the verb of the main clause.
  let back = i - 1;
  while (back > i - 14 && back > 0 && !(verbAt(chunks, back)?.states && verbAt(chunks, back)?.passive)) back--;
  return back;
}

/** "Shot and killed five": the verb before "and" has the object of the one after it. */
function sharesObject(chunks: readonly Chunk[], at: number): boolean {
  const next = verbAt(chunks, at + 2);
  return (
    (chunks[at + 1]?.kind === "and" || chunks[at + 1]?.kind === "or") &&
    next?.bare === true &&
    next.states !== null &&
    hasObject(chunks, at + 2)
  );
}

const isReflexive = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "np" && /^(?:himself|herself|themselves|itself)$/.test(chunk.head);

function hasFled(chunks: readonly Chunk[], at: number): boolean {
  // "A few fled after the crash": displacement leaves a place or goes to one.
  const next = chunks[at + 1];
  const goes =
    (next?.kind === "np" && next.cls !== "time") ||
    (next?.kind === "prep" && /^(?:from|to|into|across|towards?|over)$/.test(next.lower)) ||
    (next?.kind === "adv" && !/^(?:after|on|then)$/.test(next.lower));
  const many = nps(chunks, subjectOf(chunks, at, verbAt(chunks, at)?.finite === true)).some(
    (np) => (np.quantity?.read.value ?? np.quantity?.read.low ?? 0) >= 20,
  );
  if (!goes && !many) return true;
  // "The gunmen fled": without a home or a place left behind, only a counted crowd that fled is displaced.
  const subjects = nps(chunks, subjectOf(chunks, at, verbAt(chunks, at)?.finite === true));
  return subjects.every((np) => np.quantity === null || np.tags.has("runaway"));
}
