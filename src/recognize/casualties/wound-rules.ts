import type { Outcome } from "../../model/casualty.js";
import { kindAt, looksLikePeople, nounPhraseAt, verbAt } from "./clause.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { claim, type CasualtyRule, type Claim } from "./claim.js";

const BROKEN = /^(?:broken|fractured|shattered|severed|crushed)$/;
const GRAVE = /\b(?:critical|serious|grave|stable|guarded|worsening|fair|good)\b/;

const woundOutcome = (wound: NounPhrase): Outcome =>
  /(?<!non-?)\b(?:fatal|mortal|deadly)\b/.test(wound.modifiers.join(" ").replace(/\bnon[- ]fatal\b/g, "")) ? "killed" : "injured";

/** Constructions around a noun for a wound or for the state of a patient. */
export const WOUND_RULES: readonly CasualtyRule[] = [
  {
    name: "suffered-wounds",
    at: ["np"],
    find: (chunks, at) => {
      const wound = nounPhraseAt(chunks, at);
      if (!wound || (!wound.tags.has("wound") && !wound.modifiers.some((m) => BROKEN.test(m)))) return [];
      const verb = governorOfWound(chunks, at);
      const before = chunks[verb];
      const hurt = { outcome: woundOutcome(wound), victims: "people", weak: true } as const;
      if (
        before?.kind === "verb" &&
        !before.passive &&
        !before.negated &&
        (before.tags.has("suffer") || (verb === at - 1 && hasWound(chunks, verb, at)))
      ) {
        const claims = claim(chunks, subjectOf(chunks, verb, before.finite && !(before.form === "ing" && before.bare)), {
          ...hurt,
          trigger: verb,
        });
        // "None had life-threatening injuries" leaves open who was hurt.
        return /\b(?:life[- ]threatening|serious|severe)\b/.test(wound.modifiers.join(" "))
          ? claims.filter(({ np }) => np.quantity?.read.kind !== "zero")
          : claims;
      }
      return before?.kind === "prep" && before.lower === "with" ? withWound(chunks, verb, at, hurt) : [];
    },
    examples: [
      "[Three|injured 3] guards suffered minor burns.",
      "Officers found [two|injured 2] women with gunshot wounds.",
      "Officers found [six|injured 6] men suffering from gunshot wounds.",
      "[Two|injured 2] other people have minor injuries.",
      "[Eleven|injured 11] people escaped the fire with minor injuries.",
      "Officers found [four|injured 4] men, all suffering from non life-threatening injuries.",
      "[At least three|injured 3+] others are recovering from gunshot wounds.",
      "[Four|injured 4] people were found bleeding from gunshot wounds.",
    ],
    counterExamples: [
      "The firm suffered heavy losses.",
      "A man did not sustain any injuries.",
      "He treated the wounds of a bear.",
      "The army has no wounds to show for 12 days.",
    ],
  },
  {
    name: "condition-of",
    at: ["np"],
    find: (chunks, at) => {
      const state = nounPhraseAt(chunks, at);
      if (!state || !/^conditions?$/.test(state.head) || chunks[at + 1]?.kind !== "of") return [];
      let i = at + 3;
      while (kindAt(chunks, i) === "of" && kindAt(chunks, i + 1) === "np") i += 2;
      const verb = verbAt(chunks, i);
      const told = chunks
        .slice(i + 1, i + 4)
        .map((chunk) => (chunk.kind === "np" ? `${chunk.modifiers.join(" ")} ${chunk.head}` : "lower" in chunk ? chunk.lower : ""))
        .join(" ");
      if (
        !verb ||
        !(verb.copula || verb.passive || /^(?:remain|worsen|deteriorat)/.test(verb.main)) ||
        (!GRAVE.test(told) && !/^(?:worsen|deteriorat)/.test(verb.main))
      )
        return [];
      return claim(chunks, [at + 2], { outcome: "injured", trigger: at, victims: "people", weak: true, subset: true, implicit: false });
    },
    examples: ["The condition of [three|injured 3 subset] is critical."],
    counterExamples: ["The condition of the three bridges is critical.", "The condition of two houses was described as good."],
  },
  {
    name: "wound-victims",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np?.quantity || np.quantity.read.kind === "zero" || !/^(?:victims?|patients?|survivors?)$/.test(np.head)) return [];
      const kind = np.adjectives.at(-1) ?? "";
      const outcome = /^(?:murder|homicide|drowning|massacre|execution)$/.test(kind)
        ? "killed"
        : /^(?:gunshot|shooting|stabbing|burn|burns|bullet|trauma)$/.test(kind)
          ? "injured"
          : null;
      return outcome ? [{ np, outcome, trigger: at, victims: "people", weak: outcome === "injured" }] : [];
    },
    examples: ["[Six|injured 6] gunshot victims were brought in overnight.", "All [five|killed 5] murder victims were cooks."],
    counterExamples: ["Six fraud victims were heard."],
  },
];

/** The verb or preposition over a wound: "various degrees of injuries", "suffering from burns" stand further back. */
function governorOfWound(chunks: readonly Chunk[], at: number): number {
  // "From non life-threatening injuries".
  if (kindAt(chunks, at - 1) === "adv" && kindAt(chunks, at - 2) === "prep") return governorOfWound(chunks, at - 1);
  const previous = chunks[at - 1];
  if (previous?.kind === "of" && kindAt(chunks, at - 2) === "np") return at - 3;
  return previous?.kind === "prep" && previous.lower === "from" ? at - 2 : at - 1;
}

/** "Two women with gunshot wounds", "three of them with fractures", "escaped the fire with burns". */
function withWound(
  chunks: readonly Chunk[],
  preposition: number,
  at: number,
  hurt: Pick<Claim, "outcome" | "victims" | "weak">,
): readonly Claim[] {
  const owner = nounPhraseAt(chunks, preposition - 1);
  const part = kindAt(chunks, preposition - 2) === "of" ? nounPhraseAt(chunks, preposition - 3) : null;
  if (owner?.cls === "pron" && part?.quantity && part.cls === "bare") return claim(chunks, [preposition - 3], { ...hurt, trigger: at });
  if (owner && (owner.cls === "person" || owner.cls === "bare")) return claim(chunks, [preposition - 1], { ...hurt, trigger: at });
  const verb = escaped(chunks, preposition);
  return verb === null ? [] : claim(chunks, subjectOf(chunks, verb, true), { ...hurt, trigger: at, implicit: false });
}

/** "Have minor injuries": the wound is what the people have. */
function hasWound(chunks: readonly Chunk[], verb: number, wound: number): boolean {
  const have = verbAt(chunks, verb);
  const injury = nounPhraseAt(chunks, wound);
  return have !== null && /^(?:have|has|had|having)$/.test(have.main) && !have.negated && injury?.quantity === null && injury.det !== "the";
}

/** "Escaped the fire with burns", "were brought in with injuries": the verb before "with"; null where none fits. */
function escaped(chunks: readonly Chunk[], preposition: number): number | null {
  for (let i = preposition - 1; i >= 0 && i > preposition - 5; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "verb") return (chunk.tags.has("come-hurt") || chunk.copula) && !chunk.infinitive ? i : null;
    if (chunk?.kind !== "prep" && chunk?.kind !== "adv" && !(chunk?.kind === "np" && !looksLikePeople(chunk))) return null;
  }
  return null;
}
