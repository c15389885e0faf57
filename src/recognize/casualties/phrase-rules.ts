import type { Outcome } from "../../model/casualty.js";
import { nounPhraseAt, verbAt } from "./clause.js";
import type { Chunk } from "./chunk.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import { WOUND } from "./wound-rules.js";
import { claim, isLabel, isSecondOfJoint, joint, type CasualtyRule } from "./claim.js";

/** Constructions around a phrase that states an outcome: "dead", "in custody", "with burns", "taken to hospital". */
export const PHRASE_RULES: readonly CasualtyRule[] = [
  {
    name: "phrase-subject",
    find: (chunks, at) => {
      const phrase = chunks[at];
      if (phrase?.kind !== "pred" || isSecondOfJoint(chunks, at)) return [];
      if (isLabel(chunks, at) || isPremodifying(chunks, at) || isLeavingSport(chunks, at)) return [];
      const previous = chunks[at - 1];
      if (previous?.kind === "np" && previous.quantity === null && previous.det === null && previous.cls === "unknown") return [];
      // "Died in custody", "nine deaths in custody" say where, not what else befell them.
      if (phrase.outcome === "detained" && phrase.words[0] === "in" && (previous?.kind === "verb" && previous.states === "killed" || previous?.kind === "np" && previous.noun?.outcome === "killed")) return [];
      const copula = previous?.kind === "verb" && (previous.copula || previous.passive || /^(?:remain|remains|remained|went|is|are)$/.test(previous.main));
      const finite = copula === true;
      const first = phrase.words[0] ?? "";
      if (first === "to" && previous?.kind === "verb") {
        if (/^(?:sentenc|condemn|scar|bor|frighten|put|commit|due)/.test(previous.main)) return [];
        // "Shot to death 20 villagers": the object comes after the phrase.
        if (!previous.passive && nounPhraseAt(chunks, at + 1)) return claim(chunks, [at + 1, ...coordinatedAfter(chunks, at + 1)], { outcome: phrase.outcome, trigger: at, victims: "people" });
      }
      // "The hacking to death of 15 persons".
      if (first === "to" && phrase.outcome === "killed" && chunks[at + 1]?.kind === "of" && (previous?.kind === "np" && /ing$/.test(previous.head) || previous?.kind === "verb" && previous.form === "ing")) {
        return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome: "killed", trigger: at, victims: "people" });
      }
      if (first === "to" && previous?.kind === "np" && /^(?:sentenc|condemn|scar|bor|frighten)/.test(verbAt(chunks, at - 2)?.main ?? "")) return [];
      const outcome = joint(chunks, at) ?? phrase.outcome;
      if (first === "critically" && previous?.kind === "np" && previous.quantity) return [{ np: previous, outcome: "injured", trigger: at, victims: "any", subset: true }];
      let subjects = subjectOf(chunks, at, finite);
      if (previous?.kind === "verb" && !copula && (previous.main === "left" || previous.main === "leaving")) subjects = [];
      if (/^(?:lost|fled|left|abandoned|suffered|sustained|received|took|sought|met|forced|needed|required|underwent)/.test(first)) subjects = subjectOf(chunks, at, !(first === "forced"));
      return claim(chunks, subjects, { outcome, trigger: at, victims: outcome === "killed" || outcome === "missing" || outcome === "killed-or-injured" ? "any" : "people", weak: outcome === "injured", implicit: !(outcome === "displaced" && /^(?:unable|not)$/.test(first)) });
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
    name: "taken-to-care",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb) return [];
      const treated = /^treat/.test(verb.main);
      const refuge = nounPhraseAt(chunks, at + 1);
      if (/^t[ao]k/.test(verb.main) && refuge && /^(?:shelter|refuge)$/.test(refuge.head) && chunks[at + 2]?.kind === "prep") {
        const where = nounPhraseAt(chunks, at + 3);
        return where && /\b(?:shelters?|camps?|schools?|church(?:es)?|mosques?|temples?|cent(?:er|re)s?|gym|halls?|airport|stadium|monaster(?:y|ies)|compounds?|bases?)\b/i.test(`${where.modifiers.join(" ")} ${where.head}`)
          ? claim(chunks, subjectOf(chunks, at, verb.finite), { outcome: "displaced", trigger: at, victims: "people", implicit: false }) : [];
      }
      const patients = nounPhraseAt(chunks, at + 1);
      if (treated && !verb.passive && patients?.quantity && /^(?:people|patients|victims|survivors|casualties)$/.test(patients.head) && !(chunks[at + 2]?.kind === "prep" && chunks[at + 2]?.kind !== undefined && (chunks[at + 2] as { lower?: string }).lower === "for" && !WOUND.test(nounPhraseAt(chunks, at + 3)?.head ?? ""))) {
        return [{ np: patients, outcome: "injured", trigger: at, victims: "people", weak: true }];
      }
      if (treated && !verb.passive && patients?.quantity && patients.cls === "bare" && isTreatedByCarers(chunks, at)) return [{ np: patients, outcome: "injured", trigger: at, victims: "people", weak: true }];
      if (!treated && !/^(?:hous|shelter|accommodat|host)/.test(verb.main) && !/^(?:remain|remained|remains|staying|sleeping|slept|put|taken|rushed|transported|airlifted|flown|led|escorted|guided|ferried|bused|bussed|brought|sent|admitted|transferred|driven|carried|moved|shifted|placed|housed|relocated|sheltered|accommodated|took|sends?|takes?|rush(?:es)?|sending|taking|moving|rushing|evacuated|fled|living|went|stayed)$/.test(verb.main)) return [];
      const housed = nounPhraseAt(chunks, at + 1);
      if (!verb.passive && /^(?:hous|shelter|accommodat|host)/.test(verb.main) && housed?.quantity && housed.cls === "person") {
        // What a shelter could hold is its capacity.
        if (verb.infinitive || /^(?:of|prep)$/.test(chunks[at - 1]?.kind ?? "") || verb.words.some((word) => /^(?:can|could|will|would|to|may)$/.test(word))) return [];
        const shelter = chunks.slice(Math.max(0, at - 6), at).some((c) => c.kind === "np" && SHELTER.test(`${c.modifiers.join(" ")} ${c.head}`));
        return shelter ? [{ np: housed, outcome: "displaced", trigger: at, victims: "people" }] : [];
      }
      let prep = at + 1;
      let object = -1;
      const direct = nounPhraseAt(chunks, at + 1);
      if (direct && !verb.passive) {
        object = at + 1;
        prep = at + 2;
      }
      while (chunks[prep]?.kind === "adv") prep++;
      // "Flown by helicopter to a hospital", "taken in an ambulance to".
      const means = nounPhraseAt(chunks, prep + 1);
      if (object < 0 && chunks[prep]?.kind === "prep" && means && /^(?:helicopters?|ambulances?|air|boat|car|plane|road|truck|train|paramedics|relatives|police|firefighters|rescuers|others|bystanders|crews?|ems|medics)$/.test(means.head) && chunks[prep + 2]?.kind === "prep") prep += 2;
      if (treated && verb.passive && chunks[prep]?.kind === "and" && /^(?:released|discharged)$/.test(verbAt(chunks, prep + 1)?.main ?? "")) {
        return claim(chunks, subjectOf(chunks, at, true), { outcome: "injured", trigger: at, victims: "people", weak: true });
      }
      if (object >= 0 && chunks[prep]?.kind === "prep" && chunks[prep + 1]?.kind === "np" && chunks[prep + 2]?.kind === "prep" && !SHELTER.test(nounPhraseAt(chunks, prep + 1)?.head ?? "")) prep += 2;
      if (object >= 0 && chunks[prep]?.kind === "of") prep += 2;
      const to = chunks[prep];
      const goal = nounPhraseAt(chunks, chunks[prep + 1]?.kind === "adv" ? prep + 2 : prep + 1);
      if (object >= 0 && /^t[ao]k/.test(verb.main) && to?.kind === "prep" && to.lower === "as" && goal && /^(?:hostages?|captives?)$/.test(goal.head)) {
        return claim(chunks, [object], { outcome: "abducted", trigger: at, victims: "people" });
      }
      // "Five people on the bus went to the hospital": a visitor is no patient, a counted crowd of the injured is.
      if (/^(?:went|gone)$/.test(verb.main) && to?.kind === "prep" && to.lower === "to" && goal && /^hospitals?$/.test(goal.head) && goal.det !== "poss") {
        return claim(chunks, subjectOf(chunks, at, true), { outcome: "injured", trigger: at, victims: "people", weak: true, implicit: false });
      }
      if (to?.kind !== "prep" || !goal || !/^(?:to|in|into|at|on|for|from)$/.test(to.lower)) return [];
      // "Treated at the scene".
      if (treated && verb.passive && /^(?:at|on)$/.test(to.lower) && /^(?:scene|spot|site)$/.test(goal.head)) return claim(chunks, subjectOf(chunks, at, true), { outcome: "injured", trigger: at, victims: "people", weak: true });
      const words = `${goal.modifiers.join(" ")} ${goal.head}`;
      const outcome: Outcome | null = treated ? (WOUND.test(goal.head) || HOSPITAL.test(words) ? "injured" : null)
        : HOSPITAL.test(words) && /^(?:to|into|in)$/.test(to.lower) && !/^(?:remain(?:ed|s)?|staying|sleeping|slept|put|fled|living|went|stayed|evacuated|housed)$/.test(verb.main) ? "injured"
        : SHELTER.test(words) && /^(?:to|into|in|at)$/.test(to.lower) ? "displaced" : null;
      if (!outcome) return [];
      const own = /^(?:remain(?:ed|s)?|staying|sleeping|slept|fled|living|went|stayed)$/.test(verb.main) || verb.passive || verb.bare && object < 0;
      const people = own ? subjectOf(chunks, at, verb.finite && !(verb.bare && verb.form !== "past")) : object >= 0 ? [object] : [];
      return claim(chunks, people, { outcome, trigger: at, victims: "people", weak: outcome === "injured", ...(outcome === "displaced" ? { implicit: false } : {}) });
    },
    examples: [
      "[Two|injured 2] riders were rushed to Saint Anne Hospital.",
      "[Four|injured 4] men were treated for smoke inhalation.",
      "The ministry says [16|injured 16 by] people were hurt; hospitals say they treated [73|injured 73 by].",
      "[Some 900|displaced ~900] people were placed in school shelters.",
    ],
    counterExamples: ["Two doctors were sent to the ministry.", "Three boxes were taken to the hospital."],
  },
];

/** "Hospitals say they treated 73": whom doctors treat is hurt. */
function isTreatedByCarers(chunks: readonly Chunk[], at: number): boolean {
  const end = chunks[at + 2];
  const alone = end === undefined || end.kind === "stop" || end.kind === "comma" || end.kind === "and";
  return alone && chunks.slice(Math.max(0, at - 6), at).some((chunk) => chunk.kind === "np" && chunk.tags.has("carer"));
}

/** "14,000 dead fish", "hundreds of dead trees": the adjective goes with a noun that is not people. */
function isPremodifying(chunks: readonly Chunk[], at: number): boolean {
  const phrase = chunks[at];
  const noun = nounPhraseAt(chunks, at + 1);
  if (phrase?.kind !== "pred" || phrase.words.length > 1 || !noun || noun.quantity !== null || noun.det !== null || noun.proper) return false;
  return noun.cls === "animal" || noun.cls === "thing" || noun.cls === "unknown" && noun.plural;
}

/** "Forced out of the race": what is left is no home. */
function isLeavingSport(chunks: readonly Chunk[], at: number): boolean {
  const phrase = chunks[at];
  const left = nounPhraseAt(chunks, chunks[at + 1]?.kind === "of" ? at + 2 : at + 1);
  return phrase?.kind === "pred" && phrase.words[0] === "forced" && phrase.words.at(-1) === "of" && left !== null && !left.tags.has("home") && !left.proper;
}

const HOSPITAL = /\b(?:hospitals?|clinics?|infirmary|medical cent(?:er|re)s?|trauma cent(?:er|re)|intensive care|emergency room|icu)\b/i;

const SHELTER = /\b(?:shelters?|evacuation cent(?:er|re)s?|safety|safer (?:places?|areas?|ground)|higher ground|relief camps?|displacement camps?|idp camps?)\b/i;
