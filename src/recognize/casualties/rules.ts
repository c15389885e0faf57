import type { Outcome } from "../../model/casualty.js";
import { coordinatedAfter, isSubjectAhead, mayBePeople, nounPhraseAt, objectsOf, subjectOf, verbAt } from "./arguments.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";

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
  /** The claims that the chunk at `at` makes. */
  readonly find: (chunks: readonly Chunk[], at: number) => readonly Claim[];
  /** Marked as in `tests/cases`: `[At least 12|killed 12+] died`. */
  readonly examples: readonly string[];
  /** Sentences in which nothing is a figure. */
  readonly counterExamples: readonly string[];
}

const WEAK_BASES = new Set(["shoot", "stab", "attack", "beat", "hit", "burn", "torture", "bludgeon", "trample", "maul", "knife", "assault", "gore", "strike", "arrest", "detain"]);
const INJURE = new Set(["injure", "wound", "hurt", "maim"]);

const nps = (chunks: readonly Chunk[], indexes: readonly number[]): readonly NounPhrase[] =>
  indexes.map((i) => nounPhraseAt(chunks, i)).filter((np) => np !== null);

/** "A group of 12 nurses", "a total of 40": the quantified phrase inside; else the phrase itself. */
export function countedPhrase(chunks: readonly Chunk[], index: number): number {
  const np = nounPhraseAt(chunks, index);
  const inner = nounPhraseAt(chunks, index + 2);
  if (!np || chunks[index + 1]?.kind !== "of" || !inner) return index;
  if (np.quantity === null && inner.quantity !== null && (np.cls === "group" || np.cls === "household" || np.noun?.takesOf === true || /^(?:total|sum|figure|lives|life|members?|crew)$/.test(np.head))) return index + 2;
  return index;
}

function claim(chunks: readonly Chunk[], indexes: readonly number[], rest: Omit<Claim, "np">): readonly Claim[] {
  return nps(chunks, indexes.map((i) => countedPhrase(chunks, i))).map((np) => ({ np, ...rest }));
}

const hasObject = (chunks: readonly Chunk[], at: number): boolean => {
  const verb = verbAt(chunks, at);
  if (!verb || verb.passive) return false;
  const objects = objectsOf(chunks, at);
  const first = nounPhraseAt(chunks, objects[0] ?? -1);
  if (!first || first.cls === "measure" || first.cls === "money") return false;
  // Telegraphic "12 killed, 30 injured" without its comma: the next number has a participle of its own.
  const next = verbAt(chunks, (objects[0] ?? -1) + 1);
  return !(verb.bare && verb.form !== "ing" && first.cls === "bare" && next?.bare === true && next.states !== null && next.form !== "ing");
};

const transitive = (verb: VerbGroup): boolean => verb.outcome?.frame === "transitive";
const isNounUse = (chunks: readonly Chunk[], at: number): boolean => {
  const next = chunks[at + 1];
  return next?.kind === "of";
};

/** "Were killed or injured", "dead and wounded": one figure with both outcomes. */
function joint(chunks: readonly Chunk[], at: number): Outcome | null {
  const verb = chunks[at];
  let j = at + 1;
  if (chunks[j]?.kind !== "and" && chunks[j]?.kind !== "or") return null;
  j++;
  while (chunks[j]?.kind === "adv") j++;
  const next = chunks[j];
  const a = statesOf(verb);
  const b = statesOf(next);
  if (!a || !b || a === b) return null;
  if (next?.kind === "verb" && (hasObject(chunks, j) || !next.bare)) return null;
  const other = verb?.kind === "verb" ? verb.outcome?.base : null;
  const injuring = next?.kind === "verb" ? next.outcome?.base : null;
  if (a === "killed" && b === "injured" || a === "injured" && b === "killed" && (INJURE.has(other ?? "injure") && verb?.kind !== undefined)) {
    return injuring && !INJURE.has(injuring) && b === "injured" ? null : "killed-or-injured";
  }
  return null;
}

/** True for the second half of a joint outcome. */
function isSecondOfJoint(chunks: readonly Chunk[], at: number): boolean {
  let j = at - 1;
  while (chunks[j]?.kind === "adv") j--;
  if (chunks[j]?.kind !== "and" && chunks[j]?.kind !== "or") return false;
  return joint(chunks, j - 1) !== null;
}

function statesOf(chunk: Chunk | undefined): Outcome | null {
  return chunk?.kind === "verb" ? chunk.states : chunk?.kind === "pred" ? chunk.outcome : null;
}

export const CASUALTY_RULES: readonly CasualtyRule[] = [
  {
    name: "verb-object",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb?.states || !verb.outcome || !transitive(verb) || isNounUse(chunks, at) || !hasObject(chunks, at) || isSecondOfJoint(chunks, at)) return [];
      const outcome = verb.states;
      const rest = { outcome, trigger: at, victims: verb.outcome.victims, weak: WEAK_BASES.has(verb.outcome.base) };
      const objects = objectsOf(chunks, at);
      const firstObject = nounPhraseAt(chunks, objects[0] ?? -1);
      // "Captured 46 rifles, 2 mortars and 4 launchers": a list that opens with things goes on with things.
      if (firstObject && !mayBePeople(firstObject)) return [];
      const own = claim(chunks, objects, rest);
      // "Killed and wounded 40": the verb before shares the object.
      const previous = chunks[at - 1];
      const first = verbAt(chunks, at - 2);
      if ((previous?.kind === "and" || previous?.kind === "or") && first?.states && first.outcome && transitive(first) && !first.passive) {
        const both = first.states !== outcome && INJURE.has(first.outcome.base) !== INJURE.has(verb.outcome.base) && [first.states, outcome].includes("killed");
        if (both) return own.map((c) => ({ ...c, outcome: "killed-or-injured" as const, weak: false }));
        return [...own, ...own.map((c) => ({ ...c, outcome: first.states ?? outcome, weak: WEAK_BASES.has(first.outcome?.base ?? "") }))];
      }
      return own;
    },
    examples: [
      "Gunmen killed [seven|killed 7] herders near the well.",
      "The blast hit a bakery, killing [at least four|killed 4+] customers and wounding [19|injured 19].",
      "The raid killed [three|killed 3] women and [a boy|killed 1 implicit].",
    ],
    counterExamples: ["The rebels killed off two peace plans.", "Frost killed 40 goats.", "Police arrested him after 12 days."],
  },
  {
    name: "verb-subject",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb?.states || !verb.outcome || isSecondOfJoint(chunks, at)) return [];
      const active = transitive(verb) && !verb.passive;
      if (active && isReflexive(chunks[at + 1])) {
        return claim(chunks, subjectOf(chunks, at, true), { outcome: verb.states, trigger: at, victims: "people", weak: true });
      }
      const object = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
      // "Residents evacuated", "200 families evacuated their homes": those who leave, not what they leave.
      const evacuated = active && verb.states === "displaced" && (!object || object.quantity === null && object.cls !== "person" && !/^(?:families|residents)$/.test(object.head));
      if (!evacuated && active && (hasObject(chunks, at) || !verb.bare && verb.form !== "participle" && !/^(?:drown|hurt|disperse|hang)$/.test(verb.outcome.base) && verb.outcome.base !== "suffocate" || verb.form === "ing" || verb.form === "base" || verb.form === "s") && !(verb.outcome.base === "drown")) return [];
      if (verb.outcome.base === "drown" && active && hasObject(chunks, at)) return [];
      if (verb.outcome.frame === "intransitive" && verb.outcome.outcome === "displaced" && hasFled(chunks, at)) return [];
      if (active && verb.bare && !evacuated && sharesObject(chunks, at)) return [];
      const nonfinite = active && verb.bare && !(evacuated && object) || verb.form === "ing" && verb.bare;
      const outcome = joint(chunks, at) ?? verb.states;
      if (verb.form === "ing" && verb.bare && ["prep"].includes(chunks[at - 1]?.kind ?? "")) return [];
      return claim(chunks, subjectOf(chunks, at, !nonfinite && !verb.infinitive && (verb.finite || verb.form === "ing")), {
        outcome, trigger: at, victims: verb.outcome.victims, weak: WEAK_BASES.has(verb.outcome.base) && outcome !== "killed-or-injured",
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
    name: "along-with",
    find: (chunks, at) => {
      const mark = chunks[at];
      if (mark?.kind !== "and" || !/^(?:along|together) with$/.test(mark.lower)) return [];
      let i = at - 1;
      while (i > 0 && (chunks[i]?.kind === "adv" || chunks[i]?.kind === "np" && nounPhraseAt(chunks, i)?.cls === "time" || chunks[i]?.kind === "prep")) i--;
      const verb = verbAt(chunks, i);
      if (!verb?.states || !verb.outcome || !(verb.passive || verb.outcome.frame === "intransitive") || isSubjectAhead(chunks, at + 1)) return [];
      return claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], { outcome: verb.states, trigger: i, victims: "people" });
    },
    examples: ["Marta Ruiz was killed along with [her son|killed 1 implicit] and [two|killed 2] bodyguards."],
    counterExamples: ["She died of cold, along with hunger."],
  },
  {
    name: "phrase-subject",
    find: (chunks, at) => {
      const phrase = chunks[at];
      if (phrase?.kind !== "pred" || isSecondOfJoint(chunks, at)) return [];
      const previous = chunks[at - 1];
      if (previous?.kind === "np" && previous.quantity === null && previous.det === null && previous.cls === "unknown") return [];
      const copula = previous?.kind === "verb" && (previous.copula || previous.passive || /^(?:remain|remains|remained|went|is|are)$/.test(previous.main));
      const finite = copula === true;
      const first = phrase.words[0] ?? "";
      if (first === "to" && previous?.kind === "verb") {
        if (/^(?:sentenc|condemn|scar|bor|frighten|put|commit|due)/.test(previous.main)) return [];
        // "Shot to death 20 villagers": the object comes after the phrase.
        if (!previous.passive && nounPhraseAt(chunks, at + 1)) return claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], { outcome: phrase.outcome, trigger: at, victims: "people" });
      }
      const outcome = joint(chunks, at) ?? phrase.outcome;
      let subjects = subjectOf(chunks, at, finite);
      if (previous?.kind === "verb" && !copula && (previous.main === "left" || previous.main === "leaving")) subjects = [];
      if (/^(?:lost|fled|left|abandoned|suffered|sustained|received|took|sought|met|forced)/.test(first)) subjects = subjectOf(chunks, at, !(first === "forced"));
      return claim(chunks, subjects, { outcome, trigger: at, victims: outcome === "killed" || outcome === "missing" || outcome === "killed-or-injured" ? "any" : "people", weak: outcome === "injured" });
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
      if (/^(?:body|bodies)$/.test(np.head) && np.modifiers.slice(np.modifiers.findIndex((m) => /[\da-z]/.test(m))).some((m) => !CORPSE.test(m) && m !== (np.quantity?.read ? textOf(np) : ""))) return [];
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
      if (np?.noun?.takesOf !== true && !(np && np.noun?.life && /^(?:lives|life)$/.test(np.head) && verbAt(chunks, at - 1) !== null && /^(?:claim|took|tak|cost|los)/.test(verbAt(chunks, at - 1)?.main ?? "")) || !np) {
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
    name: "toll",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np ? tollOutcome(chunks, at, np) : null;
      if (!np || !outcome) return [];
      return tollNumbers(chunks, at).map((n) => ({ np: n, outcome, trigger: at, victims: "any", implicit: false, toll: true }));
    },
    examples: [
      "The death toll rose to [37|killed 37].",
      "This brings the number of arrests to [140|detained 140].",
      "The toll was revised from [52|killed 52] to [47|killed 47].",
      "The flood put the death toll at [more than 60|killed 60+].",
    ],
    counterExamples: ["The toll road opened in 2014.", "The death toll rose in 24 hours."],
  },
  {
    name: "label",
    find: (chunks, at) => {
      const chunk = chunks[at];
      const outcome = statesOf(chunk) ?? (chunk?.kind === "np" && chunk.quantity === null && chunk.noun && (chunk.noun.counts || chunk.noun.life) ? chunk.noun.outcome : chunk?.kind === "np" ? chunk.nominal : null);
      if (!outcome || at > 0 && !["stop", "comma", "colon", "and", "other"].includes(chunks[at - 1]?.kind ?? "stop") && chunks[at - 2]?.kind !== "colon") return [];
      if (chunks[at + 1]?.kind !== "colon" && !(chunks[at + 1]?.kind === "stop" && /^[-–—|]+$/.test((chunks[at + 1] as { lower?: string }).lower ?? ""))) return [];
      const np = nounPhraseAt(chunks, at + 2);
      if (!np?.quantity || np.cls !== "bare" && np.cls !== "person") return [];
      const next = chunks[at + 3];
      if (next?.kind === "verb" || next?.kind === "pred") return [];
      return [{ np, outcome, trigger: at, victims: "any" }];
    },
    examples: ["Killed: [14|killed 14]. Injured: [30|injured 30].", "Dead: [3|killed 3]; missing: [2|missing 2]"],
    counterExamples: ["Killed: see page 14."],
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
    name: "lost-people",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || !/^(?:lost|lose|loses|losing)$/.test(verb.main) || verb.passive) return [];
      const event = chunks.slice(at + 2, at + 8).some((c) => c.kind === "np" && (c.cls === "event" || /^(?:disaster|tragedy|crash|battle|war|genocide|massacre|blaze|violence|ambush)$/.test(c.head)));
      if (!event) return [];
      return claim(chunks, objectsOf(chunks, at), { outcome: "killed", trigger: at, victims: "people", implicit: false })
        .filter(({ np }) => np.quantity !== null && np.cls === "person" && !/^(?:players?|voters?|fans?|supporters?|customers?)$/.test(np.head));
    },
    examples: ["The school lost [26|killed 26] pupils in the fire."],
    counterExamples: ["The club lost two players to injury.", "He lost 12 pounds in the war."],
  },
  {
    name: "among",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np?.nominal ?? null;
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
      const included = next?.kind === "verb" && /^includ/.test(next.main);
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
];

/** "Shot and killed five": the verb before "and" has the object of the one after it. */
function sharesObject(chunks: readonly Chunk[], at: number): boolean {
  const next = verbAt(chunks, at + 2);
  return (chunks[at + 1]?.kind === "and" || chunks[at + 1]?.kind === "or") && next?.bare === true && next.states !== null && hasObject(chunks, at + 2);
}

const isReflexive = (chunk: Chunk | undefined): boolean => chunk?.kind === "np" && /^(?:himself|herself|themselves|itself)$/.test(chunk.head);

function hasFled(chunks: readonly Chunk[], at: number): boolean {
  // "The gunmen fled": without a home or a place left behind, only a counted crowd that fled is displaced.
  const subjects = nps(chunks, subjectOf(chunks, at, verbAt(chunks, at)?.finite === true));
  return subjects.every((np) => np.quantity === null || /^(?:gunm[ae]n|attackers?|assailants?|suspects?|robbers?|shooters?|rebels?|militants?|thieves|bandits|prisoners|inmates)$/.test(np.head));
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
  if (chunks[at + 1]?.kind !== "of") {
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
const textOf = (np: NounPhrase): string => np.modifiers.find((m) => /^[\da-z]/.test(m) && !CORPSE.test(m)) ?? "";

const TOLL_NUMBER = /^(?:number|count|tally|figure|total|toll|tolls|figures|numbers)$/;

function tollOutcome(chunks: readonly Chunk[], at: number, np: NounPhrase): Outcome | null {
  const text = np.modifiers.join(" ");
  if (/^tolls?$/.test(np.head)) {
    if (/\b(?:injur|wounded)/.test(text)) return "injured";
    return /\b(?:road|bridge|highway|fee)\b/.test(text) ? null : "killed";
  }
  if (/^(?:count|tally|figure|figures|total)$/.test(np.head) && /\b(?:death|casualty|fatality|body)\b/.test(text)) return /casualty/.test(text) ? "killed-or-injured" : "killed";
  if (np.noun?.counts === true && np.noun.plural && np.quantity === null && !np.possessor?.quantity) {
    // "Casualties were put at 12", "leaving fatalities at 5,226".
    const next = chunks[at + 1];
    const bare = nounPhraseAt(chunks, at + 2);
    if (next?.kind === "prep" && next.lower === "at" && bare?.cls === "bare") return np.noun.outcome;
    if (next?.kind === "verb" && /^(?:reach|ris|rose|stood|stand|total|number|climb|exceed|topp|hit|increas|put|estimat|pass)/.test(next.main)) return np.noun.outcome;
  }
  if (!TOLL_NUMBER.test(np.head) || np.quantity || chunks[at + 1]?.kind !== "of") return null;
  const inner = nounPhraseAt(chunks, at + 2);
  if (inner?.nominal) return inner.nominal;
  if (inner?.noun?.counts) return inner.noun.outcome;
  if (inner?.premodifier) return inner.premodifier;
  const verb = verbAt(chunks, at + 3);
  if (inner && verb?.bare && verb.states && verb.form !== "ing") return verb.states;
  const phrase = chunks[at + 3] ?? null;
  if (inner && phrase?.kind === "pred") return phrase.outcome;
  const direct = chunks[at + 2];
  return direct?.kind === "pred" ? direct.outcome : direct?.kind === "verb" && direct.bare ? direct.states : null;
}

/** The numbers that a toll takes in its clause: "rose to 12", "from 52 to 47, then to 43", "at 60". */
function tollNumbers(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let linked = false;
  for (let i = at + 1; i < chunks.length && i < at + 24; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.kind === "stop" || chunk.kind === "rel" || chunk.kind === "sub" && chunk.lower !== "that") break;
    if (chunk.kind === "prep") linked = /^(?:to|at|of|from|than|around|about|above|over|near|past)$/.test(chunk.lower);
    else if (chunk.kind === "of" || chunk.kind === "colon") linked = true;
    else if (chunk.kind === "verb") linked = !found.length || chunk.copula;
    else if (chunk.kind === "and" || chunk.kind === "comma") {
      if (found.length > 0 && !["prep", "adv"].includes(chunks[i + 1]?.kind ?? "")) break;
    } else if (chunk.kind === "np" && chunk.quantity && mayBePeople(chunk) && linked) {
      const own = chunks[i + 1]?.kind === "pred" || chunks[i + 1]?.kind === "verb" && found.length > 0;
      if (!own && (chunk.cls === "bare" || chunk.cls === "person" || chunk.noun?.counts)) found.push(chunk);
      linked = false;
    }
  }
  return found;
}
