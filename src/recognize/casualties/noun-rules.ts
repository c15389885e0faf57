import type { Outcome } from "../../model/casualty.js";
import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import { wordsOf } from "./wording.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { claim, isNounUse, nps, transitive, WEAK_BASES, type CasualtyRule, type Claim } from "./claim.js";

/** Constructions around a noun that states an outcome: "12 deaths", "the death of", "among the dead". */
export const NOUN_RULES: readonly CasualtyRule[] = [
  {
    name: "counted-noun",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np?.noun || !np.quantity) return [];
      const { noun } = np;
      if (noun.life) {
        const verb = verbAt(chunks, at - 1);
        const taken = verb && /^(?:claim|tak|took|los|cost|end)/.test(verb.main) || chunks[at - 1]?.kind === "of" && /^(?:loss|losses|cost|toll)$/.test(nounPhraseAt(chunks, at - 2)?.head ?? "") || chunks[at + 1]?.kind === "verb" && /^(?:lost|claimed|taken)$/.test(verbAt(chunks, at + 1)?.main ?? "");
        return taken ? [{ np, outcome: "killed", trigger: at, victims: "any" }] : [];
      }
      if (!noun.counts) return [];
      // "Two governing bodies" are no dead: what stands before "bodies" must fit a corpse.
      if (/^(?:body|bodies)$/.test(np.head) && np.adjectives.some((m) => !CORPSE.test(m))) return [];
      if (noun.outcome === "killed-or-injured" && np.quantity.read.kind === "zero") {
        return [{ np, outcome: "killed", trigger: at, victims: "any" }, { np, outcome: "injured", trigger: at, victims: "any" }];
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
    name: "noun-complement",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (np?.noun?.takesOf !== true && !(np && np.noun?.life && /^(?:lives|life)$/.test(np.head) && verbAt(chunks, at - 1) !== null && /^(?:claim|took|tak|cost|los)/.test(verbAt(chunks, at - 1)?.main ?? "")) && !(np && /^lives$/.test(np.head) && chunks[at + 1]?.kind === "of" && /^(?:lost|taken|claimed)$/.test(verbAt(chunks, at + 3)?.main ?? "")) || !np) {
        const verb = verbAt(chunks, at);
        if (!verb?.outcome || verb.form !== "ing" || !isNounUse(chunks, at) || !transitive(verb)) return [];
        return complement(chunks, at, verb.outcome.outcome, WEAK_BASES.has(verb.outcome.base));
      }
      if (np.quantity && np.noun?.counts) return [];
      if (np.noun?.singular === "injury" && chunks[at + 1]?.kind !== "of") return [];
      return complement(chunks, at, np.noun?.outcome ?? "killed", false);
    },
    examples: [
      "The inquiry covers the deaths of [two|killed 2] farm workers.",
      "He ordered the killing of [20|killed 20] villagers.",
      "The raid led to the arrest of [five|detained 5] men and [a woman|detained 1 implicit].",
      "The body of [a child|killed 1 implicit] was found.",
    ],
    counterExamples: ["The death of the deal cost two ministers their posts.", "The murder of Ana Ruiz shocked the town."],
  },
  {
    name: "possessor",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np?.possessor || !np.noun || !(np.noun.takesOf || np.noun.life) || np.noun.life || /^(?:shooting|shootings|stabbing)$/.test(np.head)) return [];
      if (/^(?:body|bodies)$/.test(np.head) && np.possessor.quantity === null && np.possessor.cls !== "person") return [];
      return [{ np: np.possessor, outcome: np.noun.outcome, trigger: at, victims: "people" }];
    },
    examples: ["[The girl|killed 1 implicit]'s death led to protests.", "The [two|killed 2] boys' deaths are under review."],
    counterExamples: ["Peru's arrest record is long.", "The government's death benefit rose."],
  },
  {
    name: "premodifier",
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
    name: "part-of-counted",
    find: (chunks, at) => {
      const part = nounPhraseAt(chunks, at);
      const whole = nounPhraseAt(chunks, at + 2);
      if (!part?.quantity || chunks[at + 1]?.kind !== "of" || !whole) return [];
      if (part.quantity.read.kind === "zero" && part.cls !== "bare" || /^(?:reports?|word|indications?|signs?|news|confirmation|evidence|record)$/.test(part.head)) {
        if (part.quantity.read.kind !== "zero") return [];
        const next = nounPhraseAt(chunks, at + 4);
        const nouns = [whole.noun, (chunks[at + 3]?.kind === "or" || chunks[at + 3]?.kind === "and") ? next?.noun : null];
        return nouns.flatMap((noun) => noun?.counts !== true ? [] : noun.outcome === "killed-or-injured"
          ? (["killed", "injured"] as const).map((outcome) => ({ np: part, outcome, trigger: at, victims: "any" as const, indirect: true }))
          : [{ np: part, outcome: noun.outcome, trigger: at, victims: "any" as const, indirect: true }]);
      }
      if (part.cls !== "bare") return [];
      if (whole.premodifier && whole.premodifier !== "detained") return [{ np: part, outcome: whole.premodifier, trigger: at, victims: "any", subset: true }];
      if (whole.noun?.counts && whole.noun.singular !== "injury" && whole.noun.singular !== "arrest") return [{ np: part, outcome: whole.noun.outcome, trigger: at, victims: "any", subset: whole.det !== null }];
      const verb = verbAt(chunks, at + 3);
      if (whole.quantity && whole.cls === "bare" && verb?.bare && verb.states && verb.form !== "ing") return [{ np: part, outcome: verb.states, trigger: at, victims: "any", subset: true }];
      return [];
    },
    examples: [
      "The hospital had [[no|killed 0]|injured 0] reports of casualties.",
      "[Three|killed 3 subset] of the bodies were found in a well.",
      "[Six|killed 6 subset] of the [eight|killed 8] killed were miners.",
    ],
    counterExamples: ["No reports of looting came in.", "Three of the reports were late."],
  },
  {
    name: "among",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np?.nominal ?? (np?.det && np.noun?.counts && np.noun.plural && np.noun.singular !== "injury" ? np.noun.outcome : null);
      if (!np || !outcome || np.quantity) return [];
      const previous = chunks[at - 1];
      const next = chunks[at + 1];
      if (previous?.kind === "prep" && /^among(?:st)?$/.test(previous.lower) || previous?.kind === "of" && chunks[at - 2]?.kind === "np") {
        if (previous.kind === "of") {
          const part = nounPhraseAt(chunks, at - 2);
          return part?.quantity && part.cls === "bare" ? [{ np: part, outcome, trigger: at, victims: "any", subset: true }] : [];
        }
        const verb = verbAt(chunks, at - 2);
        if (verb?.copula) return claim(chunks, subjectOf(chunks, at - 2, true), { outcome, trigger: at, victims: "people", subset: true });
        const ahead = verbAt(chunks, at + 1) ?? verbAt(chunks, at + 2);
        const first = verbAt(chunks, at + 1) ? at + 2 : at + 3;
        if (ahead?.copula && nounPhraseAt(chunks, first)) return claim(chunks, [first, ...coordinatedAfter(chunks, first)], { outcome, trigger: at, victims: "people", subset: true });
        return [];
      }
      const included = next?.kind === "verb" && (/^includ/.test(next.main) || next.copula && np.nominal !== null && nounPhraseAt(chunks, at + 2)?.quantity !== null);
      const listed = next?.kind === "include";
      if (!included && !listed || !nounPhraseAt(chunks, at + 2)) return [];
      return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome, trigger: at, victims: "people", subset: true });
    },
    examples: [
      "[Two|killed 2 subset] nurses were among the dead.",
      "Among those arrested were [three|detained 3 subset] students.",
      "The injured included [four|injured 4 subset] firefighters.",
    ],
    counterExamples: ["Fear spread among the wounded."],
  },
  {
    name: "among-counted",
    find: (chunks, at) => {
      // "Among the 19 dead are five children", "the 31 dead included six children".
      const whole = nounPhraseAt(chunks, at);
      const state = chunks[at + 1];
      const outcome = state?.kind === "pred" ? state.outcome : state?.kind === "verb" && state.bare && state.form !== "ing" ? state.states : null;
      if (!whole?.quantity || whole.cls !== "bare" && whole.cls !== "person" || whole.det !== "the" || !outcome) return [];
      const copula = verbAt(chunks, at - 2);
      if (copula?.copula && chunks[at - 1]?.kind === "prep" && /^among(?:st)?$/.test(wordsOf(chunks[at - 1] ?? whole))) return claim(chunks, subjectOf(chunks, at - 2, true), { outcome, trigger: at + 1, victims: "people", subset: true });
      const verb = verbAt(chunks, at + 2);
      const among = chunks[at - 1]?.kind === "prep" && /^among(?:st)?$/.test((chunks[at - 1] as { readonly lower?: string }).lower ?? "");
      if (!(among && verb?.copula === true || !among && /^includ/.test(verb?.main ?? "")) && !(chunks[at + 2]?.kind === "include" && !among)) return [];
      return claim(chunks, [at + 3, ...coordinatedAfter(chunks, at + 3)], { outcome, trigger: at + 1, victims: "people", subset: true });
    },
    examples: ["Among the [19|killed 19] dead are [five|killed 5 subset] children.", "The [31|killed 31] dead included [six|killed 6 subset] children.", "[Twelve|killed 12 subset] migrants were among the [17|killed 17] civilians killed."],
    counterExamples: ["Among the 19 houses are five shops."],
  },
  {
    name: "prisoners-of-war",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      return np?.quantity && /^prisoners?$/.test(np.head) && chunks[at + 1]?.kind === "of" && nounPhraseAt(chunks, at + 2)?.head === "war" ? [{ np, outcome: "abducted", trigger: at, victims: "any" }] : [];
    },
    examples: ["[Sixty-four|abducted 64] prisoners of war were exchanged."], counterExamples: ["Two prisoners of conscience wrote a book."],
  },
  {
    name: "of-the-dead",
    find: (chunks, at) => {
      const whole = nounPhraseAt(chunks, at);
      const opener = chunks[at - 1];
      const outcome = whole?.nominal ?? (whole?.det && whole.noun?.counts && whole.noun.plural && !/^(?:injury|arrest)$/.test(whole.noun.singular) ? whole.noun.outcome : null);
      if (!whole || !outcome || opener?.kind !== "of" || at > 1 && !["stop", "comma", "colon"].includes(chunks[at - 2]?.kind ?? "")) return [];
      let i = at + 1;
      if (chunks[i]?.kind === "comma") i++;
      while (chunks[i]?.kind === "adv") i++;
      const part = nounPhraseAt(chunks, i);
      if (!part?.quantity || part.quantity.read.kind === "zero" || part.cls !== "bare" && part.cls !== "person") return [];
      const rest = [i, ...coordinatedAfter(chunks, i)];
      return nps(chunks, rest).filter((np) => np.quantity !== null).map((np) => ({ np, outcome, trigger: at, victims: "any" as const, subset: true }));
    },
    examples: ["Of the wounded, [15|injured 15 subset] were soldiers.", "Of the dead, [nine|killed 9 subset] were children."],
    counterExamples: ["Of the wounded, most were soldiers."],
  },
  {
    name: "evacuation-order",
    find: (chunks, at) => {
      const order = nounPhraseAt(chunks, at);
      const ordered = verbAt(chunks, at + 1);
      if (order && /^evacuations?$/.test(order.head) && ordered?.passive && /^(?:order|advis|recommend)/.test(ordered.main) && chunks[at + 2]?.kind === "prep") return claim(chunks, [at + 3, ...coordinatedAfter(chunks, at + 3)], { outcome: "displaced", trigger: at, victims: "people", implicit: false });
      if (!order || !/^(?:orders?|warnings?|notices?|advisory|advisories|alerts?)$/.test(order.head) || !/\bevacuation\b/.test(order.modifiers.join(" "))) return [];
      for (let i = at + 1; i < at + 6; i++) {
        const chunk = chunks[i];
        if (!chunk || chunk.kind === "stop" || chunk.kind === "comma") return [];
        if (chunk.kind === "prep" && /^(?:for|to|affecting|covering)$/.test(chunk.lower)) return nounPhraseAt(chunks, i + 1)?.cls === "bare" && chunk.lower === "to" ? [] : claim(chunks, [i + 1, ...coordinatedAfter(chunks, i + 1)], { outcome: "displaced", trigger: at, victims: "people", implicit: false });
      }
      return [];
    },
    examples: ["Evacuation orders were issued for [240|displaced 240 hypothetical] households.", "An evacuation was ordered for [26|displaced 26 hypothetical] households."],
    counterExamples: ["Evacuation orders were issued for two valleys."],
  },
  {
    name: "whereabouts-of",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np || !/^(?:whereabouts|fate)$/.test(np.head) || chunks[at + 1]?.kind !== "of") return [];
      const rest = chunks.slice(at + 3, at + 9).map(wordsOf).join(" ");
      return /\b(?:unknown|unclear|uncertain|mystery|not known|not been established)\b/.test(rest) ? claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome: "missing", trigger: at, victims: "people", implicit: false }) : [];
    },
    examples: ["The whereabouts of [43|missing 43] students remain unknown."],
    counterExamples: ["The whereabouts of two paintings are unknown.", "The fate of 43 students was discussed."],
  },
];

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
    if (prep?.kind === "prep" && /^(?:in|by|at)$/.test(prep.lower) && chunks[at + 2]?.kind === "np" && chunks[at + 3]?.kind === "of") first = at + 4;
    else return [];
  }
  const np = nounPhraseAt(chunks, first);
  if (!np || !mayBePeople(np)) return [];
  return claim(chunks, [first, ...coordinatedAfter(chunks, first)], { outcome, trigger: at, victims: "people", weak });
}

const CORPSE = /^(?:the|these|those|more|other|additional|further|dead|charred|burned|burnt|decomposed|decomposing|bullet-riddled|lifeless|unidentified|unclaimed|mutilated|headless|beheaded|naked|bloodied|dismembered|human|civilian|first|last|all|another|remaining|badly|partially|drowned|frozen)$/;
