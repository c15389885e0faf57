import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import { claim, type CasualtyRule, type Claim } from "./claim.js";
import { kindAt, nounPhraseAt, verbAt } from "./clause.js";
import { subjectOf } from "./subjects.js";

const lowerAt = (chunks: readonly Chunk[], i: number): string => {
  const chunk = chunks[i];
  return chunk && "lower" in chunk ? chunk.lower : "";
};
const hurt = { outcome: "injured", victims: "people", weak: true } as const;
const sheltered = { outcome: "displaced", victims: "people", implicit: false } as const;

/** Constructions in which people come to a hospital or a shelter. */
export const CARE_RULES: readonly CasualtyRule[] = [
  {
    name: "treated",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (verb?.lemma !== "treat") return [];
      const patients = nounPhraseAt(chunks, at + 1);
      if (!verb.passive && patients?.quantity) {
        // "Treated 12 people for gout": for what counts.
        const ill = lowerAt(chunks, at + 2) === "for" && !nounPhraseAt(chunks, at + 3)?.tags.has("wound");
        if ((patients.tags.has("patient") && !ill) || (patients.cls === "bare" && isTreatedByCarers(chunks, at)))
          return [{ np: patients, trigger: at, ...hurt }];
      }
      if (!verb.passive && !verb.bare) return [];
      const to = afterAdverbs(chunks, at + 1);
      const released = kindAt(chunks, to) === "and" && /^(?:release|discharge)$/.test(verbAt(chunks, to + 1)?.lemma ?? "");
      const goal = nounPhraseAt(chunks, afterAdverbs(chunks, to + 1));
      const onSpot = /^(?:at|on)$/.test(lowerAt(chunks, to)) && goal?.tags.has("spot") === true;
      const cared =
        /^(?:to|in|into|at|on|for|from)$/.test(lowerAt(chunks, to)) && goal !== null && (goal.tags.has("wound") || isHospital(goal));
      return released || onSpot || cared
        ? claim(chunks, subjectOf(chunks, at, verb.finite && !(verb.bare && verb.form !== "past")), { trigger: at, ...hurt })
        : [];
    },
    examples: [
      "[Four|injured 4] men were treated for smoke inhalation.",
      "[Four|injured 4] men were treated and released.",
      "[Four|injured 4] men were treated at the scene.",
      "The ministry says [16|injured 16 by] people were hurt; hospitals say they treated [73|injured 73 by].",
    ],
    counterExamples: ["Four men were treated for gout.", "Doctors treated two dogs."],
  },
  {
    name: "taken-to-hospital",
    at: ["verb"],
    verbs: "bring-people",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb?.tags.has("bring-people") || verb.tags.has("stay")) return [];
      const { object, goal, to } = wayOf(chunks, at, verb);
      // "Five people on the bus went to the hospital": a visitor is no patient, a counted crowd of the injured is.
      if (verb.lemma === "go")
        return to === "to" && goal?.tags.has("hospital") && goal.det !== "poss"
          ? claim(chunks, subjectOf(chunks, at, true), { trigger: at, implicit: false, ...hurt })
          : [];
      if (!isHospital(goal) || !/^(?:to|into|in)$/.test(to)) return [];
      const people =
        verb.passive || (verb.bare && object < 0)
          ? subjectOf(chunks, at, verb.finite && !(verb.bare && verb.form !== "past"))
          : object >= 0
            ? [object]
            : [];
      // "The bodies of two men were brought to the hospital": the dead are not hurt.
      return claim(chunks, people, { trigger: at, ...hurt }).filter((one) => !isOfBodies(chunks, people, one));
    },
    examples: [
      "[Two|injured 2] riders were rushed to Saint Anne Hospital.",
      "The fire sent [four|injured 4] people to the hospital.",
      "The fire sent [four|injured 4] people to the hospital around noon.",
      "[Two|injured 2] people were taken in serious-to-critical condition to Velna Hospital.",
      "He was among [three|injured 3] people taken to the hospital.",
      "[Eleven|injured 11] people were driven to Saint Anne and Oresk hospitals.",
      "All [four|injured 4] riders were taken to Velna Health.",
    ],
    counterExamples: ["Two doctors were sent to the ministry.", "Three boxes were taken to the hospital."],
  },
  {
    name: "taken-as-hostages",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (verb?.lemma !== "take") return [];
      const { object, goal, to } = wayOf(chunks, at, verb);
      return object >= 0 && to === "as" && goal !== null && goal.tags.has("hostage")
        ? claim(chunks, [object], { outcome: "abducted", trigger: at, victims: "people" })
        : [];
    },
    examples: ["They took [three|abducted 3] nuns as hostages."],
    counterExamples: ["The firm took three cooks as partners."],
  },
  {
    name: "took-shelter",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      const refuge = nounPhraseAt(chunks, at + 1);
      if (verb?.lemma !== "take" || !refuge || !/^(?:shelter|refuge)$/.test(refuge.head) || kindAt(chunks, at + 2) !== "prep") return [];
      return nounPhraseAt(chunks, at + 3)?.tags.has("refuge-place")
        ? claim(chunks, subjectOf(chunks, at, verb.finite), { trigger: at, ...sheltered })
        : [];
    },
    examples: ["[Some 300|displaced ~300] people took shelter in a church."],
    counterExamples: ["Two dogs took shelter in a barn."],
  },
  {
    name: "brought-to-shelter",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || (!verb.tags.has("bring-people") && !verb.tags.has("house-people"))) return [];
      const housed = nounPhraseAt(chunks, at + 1);
      if (!verb.passive && verb.tags.has("house-people") && housed?.quantity && housed.cls === "person")
        return isHousing(chunks, at, verb) ? [{ np: housed, outcome: "displaced", trigger: at, victims: "people" }] : [];
      const { object, goal, to } = wayOf(chunks, at, verb);
      if (!isShelter(goal) || !/^(?:to|into|in|at)$/.test(to)) return [];
      const own = verb.tags.has("stay") || verb.passive || (verb.bare && object < 0);
      const people = own ? subjectOf(chunks, at, verb.finite && !(verb.bare && verb.form !== "past")) : object >= 0 ? [object] : [];
      return claim(chunks, people, { trigger: at, ...sheltered });
    },
    examples: ["[Some 900|displaced ~900] people were placed in school shelters.", "The shelter accommodates [300|displaced 300] people."],
    counterExamples: ["The hotel houses 300 guests.", "The shelter can house 300 people."],
  },
];

/** "Saint Anne Hospital", "a hospital bed", "the trauma center", "intensive care". */
const isHospital = (np: NounPhrase | null): boolean =>
  np !== null &&
  (np.tags.has("hospital") ||
    (np.proper && np.head === "health") ||
    np.modifierTags.has("hospital") ||
    (np.tags.has("care-place") && np.modifierTags.has("care-kind")));

/** "School shelters", "a shelter in the hills", "an evacuation center", "higher ground". */
const isShelter = (np: NounPhrase | null): boolean =>
  np !== null &&
  (np.tags.has("shelter") || np.modifierTags.has("shelter") || (np.tags.has("shelter-place") && np.modifierTags.has("shelter-kind")));

const afterAdverbs = (chunks: readonly Chunk[], from: number): number => {
  let i = from;
  while (kindAt(chunks, i) === "adv") i++;
  return i;
};

/** Where a verb takes whom: the index of its object (-1 for none), the preposition and the goal. */
function wayOf(
  chunks: readonly Chunk[],
  at: number,
  verb: VerbGroup,
): { readonly object: number; readonly to: string; readonly goal: NounPhrase | null } {
  const object = !verb.passive && nounPhraseAt(chunks, at + 1) ? at + 1 : -1;
  let to = afterAdverbs(chunks, object < 0 ? at + 1 : at + 2);
  // "Flown by helicopter to a hospital", "taken in an ambulance to".
  const by = kindAt(chunks, to) === "prep" && kindAt(chunks, to + 2) === "prep" ? nounPhraseAt(chunks, to + 1) : null;
  const place = isHospital(by) || isShelter(by);
  if (by && !place && (object >= 0 || by.tags.has("means") || /^conditions?$/.test(by.head))) to += 2;
  // "Taken in critical condition to a hospital".
  if (kindAt(chunks, to) === "pred") to++;
  if (object >= 0 && kindAt(chunks, to) === "of") to += 2;
  const first = kindAt(chunks, to + 1) === "adv" ? to + 2 : to + 1;
  const second = kindAt(chunks, first + 1) === "and" ? nounPhraseAt(chunks, first + 2) : null;
  // "To Memorial and Penrose hospitals".
  const goal = isHospital(second) && nounPhraseAt(chunks, first)?.cls === "name" ? second : nounPhraseAt(chunks, first);
  return { object, to: kindAt(chunks, to) === "prep" ? lowerAt(chunks, to) : "", goal };
}

/** True where a claim rests on a list that "the bodies of" opens. */
function isOfBodies(chunks: readonly Chunk[], people: readonly number[], { np }: Claim): boolean {
  let first = Math.min(...people);
  while (
    /^(?:and|comma)$/.test(kindAt(chunks, first - 1) ?? "") &&
    (kindAt(chunks, first - 2) === "np" || (kindAt(chunks, first - 2) === "comma" && kindAt(chunks, first - 3) === "np"))
  ) {
    first -= kindAt(chunks, first - 2) === "np" ? 2 : 3;
  }
  const owner = kindAt(chunks, first - 1) === "of" ? nounPhraseAt(chunks, first - 2) : nounPhraseAt(chunks, first);
  return np.noun === null && owner !== null && owner.noun?.outcome === "killed" && /^(?:body|bodies|corpses?|remains)$/.test(owner.head);
}

/** "Hospitals say they treated 73": whom doctors treat is hurt. */
function isTreatedByCarers(chunks: readonly Chunk[], at: number): boolean {
  const end = kindAt(chunks, at + 2);
  const alone = end === null || end === "stop" || end === "comma" || end === "and";
  return alone && chunks.slice(Math.max(0, at - 6), at).some((chunk) => chunk.kind === "np" && chunk.tags.has("carer"));
}

/** A shelter houses people; what it could hold is its capacity. */
function isHousing(chunks: readonly Chunk[], at: number, verb: VerbGroup): boolean {
  if (
    verb.infinitive ||
    /^(?:of|prep)$/.test(kindAt(chunks, at - 1) ?? "") ||
    verb.words.some((word) => /^(?:can|could|will|would|to|may)$/.test(word))
  )
    return false;
  return chunks.slice(Math.max(0, at - 6), at).some((chunk) => chunk.kind === "np" && isShelter(chunk));
}
