import { nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter, isSubjectAhead, objectsOf } from "./coordination.js";
import { claim, isWeak, type CasualtyRule } from "./claim.js";
import { wordsOf } from "./wording.js";

/** Losses that an event claims, costs or takes, and losses that somebody suffers. */
export const LOSS_RULES: readonly CasualtyRule[] = [
  {
    name: "claimed-people",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || verb.lemma !== "claim" || verb.passive || isSubjectAhead(chunks, at + 1)) return [];
      return claim(chunks, objectsOf(chunks, at), { outcome: "killed", trigger: at, victims: "people", implicit: false }).filter(
        ({ np }) => np.quantity !== null && np.quantity.read.kind !== "zero" && np.tags.has("claimed-victim"),
      );
    },
    examples: ["The clash claimed [eight|killed 8] persons.", "The fever has claimed [12|killed 12] victims."],
    counterExamples: ["The union claimed 40 workers were cheated.", "The club claimed two titles.", "The party claimed 12 seats."],
  },
  {
    name: "claimed-many-lives",
    at: ["np"],
    find: (chunks, at) => {
      const many = nounPhraseAt(chunks, at);
      const lives = nounPhraseAt(chunks, at + 2);
      const verb = verbAt(chunks, at - 1);
      if (!many?.quantity || many.cls !== "bare" || chunks[at + 1]?.kind !== "of" || lives?.noun?.life !== true || !lives.plural) return [];
      return verb?.tags.has("take-life") ||
        (chunks[at - 1]?.kind === "of" && /^(?:loss|cost|toll)$/.test(nounPhraseAt(chunks, at - 2)?.head ?? ""))
        ? [{ np: many, outcome: "killed", trigger: at + 2, victims: "any" }]
        : [];
    },
    examples: ["The war has claimed [tens of thousands|killed vague 20000 cumulative] of lives."],
    counterExamples: ["The vaccine saved thousands of lives."],
  },
  {
    name: "lost-people",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || verb.lemma !== "lose" || verb.passive || verb.negated) return [];
      const event = chunks.slice(at + 2, at + 8).some((c) => c.kind === "np" && (c.cls === "event" || c.tags.has("deadly-event")));
      return claim(chunks, objectsOf(chunks, at), { outcome: "killed", trigger: at, victims: "people", implicit: event }).filter(
        ({ np }) =>
          np.quantity === null
            ? np.det === "poss" && np.tags.has("kin")
            : np.quantity.read.kind !== "zero" &&
              (np.tags.has("kin") || np.tags.has("fighter") || (event && np.cls === "person" && !np.tags.has("supporter"))),
      );
    },
    examples: [
      "The school lost [26|killed 26] pupils in the fire.",
      "The rebels admitted losing [20|killed 20 by] fighters.",
      "She lost her [two|killed 2] sons and [her husband|killed 1 implicit] in the blast.",
    ],
    counterExamples: ["The club lost two players to injury.", "He lost 12 pounds in the war.", "The party lost 40 members."],
  },
  {
    name: "throats-of",
    at: ["np"],
    find: (chunks, at) => {
      const throats = nounPhraseAt(chunks, at);
      const verb = verbAt(chunks, at - 1);
      if (
        !throats ||
        !/^throats?$/.test(throats.head) ||
        chunks[at + 1]?.kind !== "of" ||
        !verb ||
        !/^(?:cut|slit|slash)$/.test(verb.lemma)
      )
        return [];
      return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome: "killed", trigger: at - 1, victims: "people" });
    },
    examples: ["The men cut the throats of [18|killed 18] villagers."],
    counterExamples: ["The doctor looked down the throats of 18 children."],
  },
  {
    name: "fatal-for",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      const fatal = chunks[at + 1];
      const to = chunks[at + 2];
      if (
        !verb ||
        !(verb.copula || verb.lemma === "prove") ||
        verb.negated ||
        !fatal ||
        wordsOf(fatal) !== "fatal" ||
        to?.kind !== "prep" ||
        !/^(?:for|to)$/.test(to.lower)
      )
        return [];
      return claim(chunks, [at + 3, ...coordinatedAfter(chunks, at + 3)], { outcome: "killed", trigger: at, victims: "people" });
    },
    examples: ["The crash was fatal for [three|killed 3] people.", "The blast proved fatal for [two|killed 2] welders."],
    counterExamples: ["The delay was fatal for three companies."],
  },
  {
    name: "shot-them",
    at: ["verb"],
    stating: true,
    find: (chunks, at) => {
      // "Lined up 12 men and shot them": the pronoun stands for the object of the verb before.
      const verb = verbAt(chunks, at);
      const them = nounPhraseAt(chunks, at + 1);
      if (!verb?.states || !verb.outcome || verb.passive || verb.negated || them?.head !== "them" || chunks[at - 1]?.kind !== "and")
        return [];
      const dead = chunks[at + 2];
      const outcome = dead?.kind === "pred" ? dead.outcome : verb.states;
      for (let i = at - 2; i >= 0 && i > at - 10; i--) {
        const other = verbAt(chunks, i);
        if (!other) continue;
        const objects = objectsOf(chunks, i);
        if (other.passive || other.reporting || other.states || objects.some((o) => o >= at)) return [];
        return claim(chunks, objects, {
          outcome,
          trigger: at,
          victims: "people",
          implicit: false,
          weak: isWeak(verb.outcome) && outcome === "injured",
        });
      }
      return [];
    },
    examples: ["Soldiers lined up [12|killed 12] men and shot them dead.", "They took [six|killed 6] men to the river and killed them."],
    counterExamples: ["They caught six goats and killed them."],
  },
];
