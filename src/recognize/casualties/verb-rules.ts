import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter, isSubjectAhead, objectsOf } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk } from "./chunk.js";
import { claim, hasObject, INJURE, isLabel, isNounUse, isResultative, isSecondOfJoint, joint, nps, transitive, isWeak, type CasualtyRule } from "./claim.js";

/** Constructions around a verb that states an outcome. */
export const VERB_RULES: readonly CasualtyRule[] = [
  {
    name: "verb-object",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      // "The stadium holds 40,000 people": only those who are held are prisoners.
      if (verb?.outcome?.base === "hold" && verb.outcome.particle === "") return [];
      if (verb?.outcome?.base === "pick" && nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1)?.cls === "bare") return [];
      if (!verb?.states || !verb.outcome || !transitive(verb) || isNounUse(chunks, at) || !hasObject(chunks, at) || isSecondOfJoint(chunks, at)) return [];
      const outcome = verb.states;
      const rest = { outcome, trigger: at, victims: verb.outcome.victims, weak: isWeak(verb.outcome) };
      const objects = objectsOf(chunks, at);
      const firstObject = nounPhraseAt(chunks, objects[0] ?? -1);
      // "Captured 46 rifles, 2 mortars and 4 launchers": a list that opens with things goes on with things.
      // "Killing him and two guests": a pronoun opens a list of people.
      if (firstObject && !mayBePeople(firstObject) && !/^(?:him|her|them|himself|herself|themselves|me|us)$/.test(firstObject.head)) return [];
      // "He shot 29 for his side": a score.
      const beyond = chunks[(objects[0] ?? 0) + 1];
      if (verb.outcome.base === "shoot" && verb.outcome.particle === "" && firstObject?.cls === "bare" && beyond?.kind === "prep" && /^(?:for|from|with|over|under|on)$/.test(beyond.lower)) return [];
      const own = claim(chunks, objects, rest);
      // "Killed and wounded 40": the verb before shares the object.
      const previous = chunks[at - 1];
      const first = verbAt(chunks, at - 2);
      if ((previous?.kind === "and" || previous?.kind === "or") && first?.states && first.outcome && transitive(first) && !first.passive && !isResultative(chunks, at - 2)) {
        const both = first.states !== outcome && INJURE.has(first.outcome.base) !== INJURE.has(verb.outcome.base) && [first.states, outcome].includes("killed");
        if (both) return own.map((c) => ({ ...c, outcome: "killed-or-injured" as const, weak: false }));
        return [...own, ...own.map((c) => ({ ...c, outcome: first.states ?? outcome, weak: isWeak(first.outcome) }))];
      }
      return own;
    },
    examples: [
      "Gunmen killed [seven|killed 7] herders near the well.",
      "The blast hit a bakery, killing [at least four|killed 4+] customers and wounding [19|injured 19].",
      "The raid killed [three|killed 3] women and [a boy|killed 1 implicit].",
    ],
    counterExamples: ["He shot 29 for his side.", "The rebels killed off two peace plans.", "Frost killed 40 goats.", "Police arrested him after 12 days."],
  },
  {
    name: "verb-subject",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb?.states || !verb.outcome || isSecondOfJoint(chunks, at)) return [];
      if (isLabel(chunks, at)) return [];
      const active = transitive(verb) && !verb.passive;
      if (active && isReflexive(chunks[at + 1])) {
        return claim(chunks, subjectOf(chunks, at, true), { outcome: verb.states, trigger: at, victims: "people", weak: true });
      }
      const object = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
      // "Residents evacuated", "200 families evacuated their homes": those who leave, not what they leave.
      const evacuated = active && verb.states === "displaced" && (!object || object.quantity === null && object.cls !== "person" && !/^(?:families|residents)$/.test(object.head));
      if (!evacuated && active && (hasObject(chunks, at) || !verb.bare && verb.form !== "participle" && !/^(?:drown|hurt|disperse|hang)$/.test(verb.outcome.base) && verb.outcome.base !== "suffocate" || verb.form === "ing" || verb.form === "base" || verb.form === "s") && !(verb.outcome.base === "drown")) return [];
      if (verb.outcome.base === "drown" && active && hasObject(chunks, at)) return [];
      // "A race held in the suburb": held people are the subject of a passive or stand right before it.
      if (verb.outcome.base === "hold" && !verb.passive && nounPhraseAt(chunks, at - 1)?.quantity == null) return [];
      if (verb.outcome.frame === "intransitive" && verb.outcome.outcome === "displaced" && hasFled(chunks, at)) return [];
      if (active && verb.bare && !evacuated && sharesObject(chunks, at) && !isResultative(chunks, at)) return [];
      const nonfinite = active && verb.bare && !(evacuated && object) || verb.form === "ing" && verb.bare;
      const outcome = joint(chunks, at) ?? verb.states;
      if (verb.form === "ing" && verb.bare && ["prep"].includes(chunks[at - 1]?.kind ?? "")) return [];
      return claim(chunks, subjectOf(chunks, at, !nonfinite && !verb.infinitive && (verb.finite || verb.form === "ing")), {
        outcome, trigger: at, victims: verb.outcome.victims, weak: isWeak(verb.outcome) && outcome !== "killed-or-injured",
      });
    },
    examples: [
      "[At least 13|killed 13+] people were killed and [14|injured 14] others wounded.",
      "[Six|injured 6] people were shot, [two|killed 2 subset] of whom have died.",
      "[9|killed 9] Killed, [Dozens|injured vague 24] Injured in Factory Fire",
      "The minister said [two|killed 2 by] hikers had died on the ridge.",
      "[Thirty|displaced 30] families were evacuated as the river rose.",
    ],
    counterExamples: ["The village was attacked twice.", "Three houses were burned.", "He was killed in 2011."],
  },
  {
    name: "inverted",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      const skipped = chunks[at + 1]?.kind === "adv" || nounPhraseAt(chunks, at + 1)?.cls === "time" ? 1 : 0;
      const copula = verbAt(chunks, at + 1 + skipped);
      const opens = at === 0 || chunks[at - 1]?.kind === "adv" && at === 1 || chunks[at - 1]?.kind === "stop";
      if (!opens || !verb?.states || !verb.bare || verb.form === "ing" || !copula?.copula || !nounPhraseAt(chunks, at + 2 + skipped)) return [];
      return claim(chunks, [at + 2 + skipped, ...coordinatedAfter(chunks, at + 2 + skipped)], { outcome: verb.states, trigger: at, victims: "people" });
    },
    examples: ["Killed were [two|killed 2] nurses and [a porter|killed 1 implicit].", "Also arrested were [four|detained 4] men."],
    counterExamples: ["Wounded pride was the worst of it."],
  },
  {
    name: "along-with",
    find: (chunks, at) => {
      const mark = chunks[at];
      const added = nounPhraseAt(chunks, at + 1);
      const others = added?.quantity != null && (/^(?:others?|more)$/.test(added.head) || /\b(?:others?|more)\b/.test(added.modifiers.join(" ")));
      // "Killed, with 40 others sustaining injuries": a clause of its own.
      if (chunks[at + 2]?.kind === "verb" && !verbAt(chunks, at + 2)?.finite) return [];
      if (!(mark?.kind === "and" && /^(?:(?:along|together) with|as well as|in addition to)$/.test(mark.lower) || mark?.kind === "prep" && (mark.lower === "with" && others || mark.lower === "alongside"))) return [];
      let i = at - 1;
      while (i > 0 && (chunks[i]?.kind === "adv" || chunks[i]?.kind === "prep" || chunks[i]?.kind === "np" && (nounPhraseAt(chunks, i)?.cls === "time" || chunks[i - 1]?.kind === "prep"))) i--;
      if (chunks[i]?.kind === "comma") {
        // ", along with two children": back to the verb of the main clause.
        let back = i - 1;
        while (back > i - 14 && back > 0 && !(verbAt(chunks, back)?.states && verbAt(chunks, back)?.passive)) back--;
        i = back;
      }
      // "Stabbed to death along with": the phrase states what the verb alone does not.
      const phrase = chunks[i];
      if (phrase?.kind === "pred") return isSubjectAhead(chunks, at + 1) ? [] : claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], { outcome: phrase.outcome, trigger: i, victims: "people", implicit: phrase.outcome !== "displaced" });
      const verb = verbAt(chunks, i);
      if (!verb?.states || !verb.outcome || !(verb.passive || verb.outcome.frame === "intransitive") || isSubjectAhead(chunks, at + 1)) return [];
      return claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], { outcome: verb.states, trigger: i, victims: "people", implicit: verb.states !== "displaced" });
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

/** "Shot and killed five": the verb before "and" has the object of the one after it. */
function sharesObject(chunks: readonly Chunk[], at: number): boolean {
  const next = verbAt(chunks, at + 2);
  return (chunks[at + 1]?.kind === "and" || chunks[at + 1]?.kind === "or") && next?.bare === true && next.states !== null && hasObject(chunks, at + 2);
}

const isReflexive = (chunk: Chunk | undefined): boolean => chunk?.kind === "np" && /^(?:himself|herself|themselves|itself)$/.test(chunk.head);

function hasFled(chunks: readonly Chunk[], at: number): boolean {
  // "A few fled after the crash": displacement leaves a place or goes to one.
  const next = chunks[at + 1];
  const goes = next?.kind === "np" && next.cls !== "time" || next?.kind === "prep" && /^(?:from|to|into|across|towards?|over)$/.test(next.lower) || next?.kind === "adv" && !/^(?:after|on|then)$/.test(next.lower);
  const many = nps(chunks, subjectOf(chunks, at, verbAt(chunks, at)?.finite === true)).some((np) => (np.quantity?.read.value ?? np.quantity?.read.low ?? 0) >= 20);
  if (!goes && !many) return true;
  // "The gunmen fled": without a home or a place left behind, only a counted crowd that fled is displaced.
  const subjects = nps(chunks, subjectOf(chunks, at, verbAt(chunks, at)?.finite === true));
  return subjects.every((np) => np.quantity === null || /^(?:gunm[ae]n|attackers?|assailants?|suspects?|robbers?|shooters?|rebels?|militants?|thieves|bandits|prisoners|inmates)$/.test(np.head));
}
