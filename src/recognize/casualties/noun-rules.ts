import type { Outcome } from "../../model/casualty.js";
import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { wordsOf } from "./wording.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { claim, isNounUse, transitive, isWeak, type CasualtyRule, type Claim } from "./claim.js";

/** Constructions around a noun that states an outcome: "12 deaths", "the death of", "among the dead". */
export const NOUN_RULES: readonly CasualtyRule[] = [
  {
    name: "counted-noun",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np?.noun || !np.quantity) return [];
      const { noun } = np;
      if (noun.life) return isTakenLife(chunks, at) ? [{ np, outcome: "killed", trigger: at, victims: "any" }] : [];
      if (!noun.counts) return [];
      // "Two governing bodies" are no dead: what stands before "bodies" must fit a corpse.
      if (/^(?:body|bodies)$/.test(np.head) && np.adjectives.length > 0 && !np.modifierTags.has("corpse-word")) return [];
      if (noun.outcome === "killed-or-injured" && np.quantity.read.kind === "zero") {
        return [
          { np, outcome: "killed", trigger: at, victims: "any" },
          { np, outcome: "injured", trigger: at, victims: "any" },
        ];
      }
      return [{ np, outcome: noun.outcome, trigger: at, victims: "any" }, ...alsoNone(chunks, at, np)];
    },
    examples: [
      "The year saw [12|killed 12] deaths and [30|injured 30] injuries.",
      "The crash claimed [40|killed 40] lives.",
      "There were [[no|injured 0]|killed 0] casualties.",
      "Divers recovered [seven|killed 7] bodies from the wreck.",
    ],
    counterExamples: ["The death rate fell by 12 points.", "Three governing bodies met.", "Cats have nine lives."],
  },
  {
    name: "shared-noun",
    at: ["np"],
    find: (chunks, at) => {
      // "48 confirmed and 11 probable deaths": the first number shares the noun of the second.
      const first = nounPhraseAt(chunks, at);
      const next = chunks[at + 1]?.kind === "other" || chunks[at + 1]?.kind === "adv" || chunks[at + 1]?.kind === "verb" ? at + 2 : at + 1;
      const second = nounPhraseAt(chunks, next + 1);
      if (
        !first?.quantity ||
        first.cls !== "bare" ||
        (chunks[next]?.kind !== "and" && chunks[next]?.kind !== "or") ||
        !second?.quantity ||
        second.noun?.counts !== true ||
        second.adjectives.length === 0
      )
        return [];
      return next === at + 1 && first.modifiers.length < 2
        ? []
        : [{ np: first, outcome: second.noun.outcome, trigger: at, victims: "any" }];
    },
    examples: ["The district counts [48|killed 48] confirmed and [11|killed 11 feared] probable deaths."],
    counterExamples: ["The state saw 48 and 11 votes."],
  },
  {
    name: "noun-complement",
    at: ["np", "verb"],
    stating: true,
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np || (np.noun?.takesOf !== true && !isLifeOf(chunks, at, np))) {
        const verb = verbAt(chunks, at);
        if (!verb?.outcome || verb.form !== "ing" || !isNounUse(chunks, at) || !transitive(verb)) return [];
        return complement(chunks, at, verb.outcome.outcome, isWeak(verb.outcome));
      }
      if (np.quantity && np.noun?.counts) return [];
      if (np.noun?.singular === "injury") {
        // "Injuries to nine passengers".
        const to = chunks[at + 1];
        const hurt = { outcome: "injured", trigger: at, victims: "people", implicit: false } as const;
        if (to?.kind === "prep" && to.lower === "to") return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], hurt);
        if (to?.kind !== "of") return [];
      }
      // "The fatal shooting of two men".
      return complement(chunks, at, np.modifierTags.has("fatal") ? "killed" : (np.noun?.outcome ?? "killed"), false);
    },
    examples: [
      "The inquiry covers the deaths of [two|killed 2] farm workers.",
      "He ordered the killing of [20|killed 20] villagers.",
      "The raid led to the arrest of [five|detained 5] men and [a woman|detained 1 implicit].",
      "The body of [a child|killed 1 implicit] was found.",
      "He was charged over the fatal shooting of [two|killed 2] men.",
      "The crash caused the death of [four|killed 4] and injuries to [nine|injured 9] passengers.",
    ],
    counterExamples: ["The death of the deal cost two ministers their posts.", "The murder of Ana Ruiz shocked the town."],
  },
  {
    name: "possessor",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (
        !np?.possessor ||
        !np.noun ||
        !(np.noun.takesOf || np.noun.life) ||
        np.noun.life ||
        /^(?:shooting|shootings|stabbing)$/.test(np.head)
      )
        return [];
      if (/^(?:body|bodies)$/.test(np.head) && np.possessor.quantity === null && np.possessor.cls !== "person") return [];
      return [{ np: np.possessor, outcome: np.noun.outcome, trigger: at, victims: "people" }];
    },
    examples: ["[The girl|killed 1 implicit]'s death led to protests.", "The [two|killed 2] boys' deaths are under review."],
    counterExamples: ["Peru's arrest record is long.", "The government's death benefit rose."],
  },
  {
    name: "premodifier",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np?.premodifier || np.noun) return [];
      const implicit = np.premodifier !== "detained" && !(np.det !== "a" && /\b(?:dead|deceased)\b/.test(np.modifiers.join(" ")));
      return [{ np, outcome: np.premodifier, trigger: at, victims: "people", implicit }];
    },
    examples: ["Rescuers carried [three|injured 3] wounded climbers down.", "The search for [five|missing 5] missing sailors went on."],
    counterExamples: ["Dead trees fell on three cars."],
  },
  {
    name: "cases-of",
    at: ["np"],
    find: (chunks, at) => {
      const cases = nounPhraseAt(chunks, at);
      const act = nounPhraseAt(chunks, at + 2);
      if (
        !cases?.quantity ||
        !/^(?:cases?|instances?)$/.test(cases.head) ||
        chunks[at + 1]?.kind !== "of" ||
        act?.quantity ||
        !act?.noun?.takesOf ||
        !act.tags.has("case-of")
      )
        return [];
      return [{ np: cases, outcome: act.noun.outcome, trigger: at + 2, victims: "any", indirect: true }];
    },
    examples: ["There were [112|missing 112] cases of enforced disappearance."],
    counterExamples: ["The report documents 112 cases of fraud."],
  },
  {
    name: "prisoners-of-war",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      return np?.quantity && /^prisoners?$/.test(np.head) && chunks[at + 1]?.kind === "of" && nounPhraseAt(chunks, at + 2)?.head === "war"
        ? [{ np, outcome: "abducted", trigger: at, victims: "any" }]
        : [];
    },
    examples: ["[Sixty-four|abducted 64] prisoners of war were exchanged."],
    counterExamples: ["Two prisoners of conscience wrote a book."],
  },
  {
    name: "evacuation-order",
    at: ["np"],
    find: (chunks, at) => {
      const order = nounPhraseAt(chunks, at);
      const ordered = verbAt(chunks, at + 1);
      if (
        order &&
        /^evacuations?$/.test(order.head) &&
        ordered?.passive &&
        /^(?:order|advise|recommend)$/.test(ordered.lemma) &&
        chunks[at + 2]?.kind === "prep"
      )
        return claim(chunks, [at + 3, ...coordinatedAfter(chunks, at + 3)], {
          outcome: "displaced",
          trigger: at,
          victims: "people",
          implicit: false,
        });
      if (
        !order ||
        !/^(?:orders?|warnings?|notices?|advisory|advisories|alerts?)$/.test(order.head) ||
        !/\bevacuation\b/.test(order.modifiers.join(" "))
      )
        return [];
      for (let i = at + 1; i < at + 6; i++) {
        const chunk = chunks[i];
        if (!chunk || chunk.kind === "stop" || chunk.kind === "comma") return [];
        if (chunk.kind === "prep" && /^(?:for|to|affecting|covering)$/.test(chunk.lower))
          return nounPhraseAt(chunks, i + 1)?.cls === "bare" && chunk.lower === "to"
            ? []
            : claim(chunks, [i + 1, ...coordinatedAfter(chunks, i + 1)], {
                outcome: "displaced",
                trigger: at,
                victims: "people",
                implicit: false,
              });
      }
      return [];
    },
    examples: [
      "Evacuation orders were issued for [240|displaced 240 hypothetical] households.",
      "An evacuation was ordered for [26|displaced 26 hypothetical] households.",
    ],
    counterExamples: ["Evacuation orders were issued for two valleys."],
  },
  {
    name: "whereabouts-of",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np || !/^(?:whereabouts|fate)$/.test(np.head) || chunks[at + 1]?.kind !== "of") return [];
      const rest = chunks
        .slice(at + 3, at + 9)
        .map(wordsOf)
        .join(" ");
      return /\b(?:unknown|unclear|uncertain|mystery|not known|not been established)\b/.test(rest)
        ? claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], {
            outcome: "missing",
            trigger: at,
            victims: "people",
            implicit: false,
          })
        : [];
    },
    examples: ["The whereabouts of [43|missing 43] students remain unknown."],
    counterExamples: ["The whereabouts of two paintings are unknown.", "The fate of 43 students was discussed."],
  },
];

/** "Claimed 40 lives", "the loss of 40 lives", "40 lives lost". */
function isTakenLife(chunks: readonly Chunk[], at: number): boolean {
  if (verbAt(chunks, at - 1)?.tags.has("take-life") || /^(?:lost|claimed|taken)$/.test(verbAt(chunks, at + 1)?.main ?? "")) return true;
  return chunks[at - 1]?.kind === "of" && /^(?:loss|losses|cost|toll)$/.test(nounPhraseAt(chunks, at - 2)?.head ?? "");
}

/** "Claimed the lives of 40 people", "the lives of 40 people lost". */
function isLifeOf(chunks: readonly Chunk[], at: number, np: NounPhrase): boolean {
  if (!/^(?:lives|life)$/.test(np.head)) return false;
  const taken = np.noun?.life === true && verbAt(chunks, at - 1)?.tags.has("take-life") === true && verbAt(chunks, at - 1)?.lemma !== "end";
  return (
    taken || (np.head === "lives" && chunks[at + 1]?.kind === "of" && /^(?:lost|taken|claimed)$/.test(verbAt(chunks, at + 3)?.main ?? ""))
  );
}

function alsoNone(chunks: readonly Chunk[], at: number, np: NounPhrase): readonly Claim[] {
  // "No fatalities or injuries": one zero for each noun.
  if (np.quantity?.read.kind !== "zero") return [];
  const next = nounPhraseAt(chunks, at + 2);
  if ((chunks[at + 1]?.kind === "or" || chunks[at + 1]?.kind === "and") && next?.noun?.counts && next.quantity === null) {
    return [{ np, outcome: next.noun.outcome, trigger: at, victims: "any" }];
  }
  return [];
}

function complement(chunks: readonly Chunk[], at: number, outcome: Outcome, weak: boolean): readonly Claim[] {
  let first = at + 2;
  const owner = nounPhraseAt(chunks, at);
  const opener = chunks[at + 1];
  const when = nounPhraseAt(chunks, at + 1);
  if (opener?.kind === "prep" && opener.lower === "for" && owner?.noun?.singular === "evacuation") first = at + 2;
  // "The killing last week of seven herders".
  else if (when?.cls === "time" && when.quantity === null && chunks[at + 2]?.kind === "of") first = at + 3;
  else if (chunks[at + 1]?.kind !== "of") {
    // "Deaths among civilians" counts nobody; "the deaths in custody of two men" does.
    const prep = chunks[at + 1];
    if (prep?.kind === "prep" && /^(?:in|by|at)$/.test(prep.lower) && chunks[at + 2]?.kind === "np" && chunks[at + 3]?.kind === "of")
      first = at + 4;
    else return [];
  }
  const np = nounPhraseAt(chunks, first);
  if (!np || !mayBePeople(np)) return [];
  // "The bodies of a cook and two guards were found": the noun before "of" is the subject, not the last of the list.
  const isSubject = /^(?:stop|comma|sub|colon)$/.test(chunks[at - 1]?.kind ?? "stop");
  return claim(chunks, [first, ...coordinatedAfter(chunks, first, isSubject)], { outcome, trigger: at, victims: "people", weak });
}
