import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { objectsOf } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { claim, type CasualtyRule, type Claim } from "./claim.js";
import { wordingFrom } from "./wording.js";

/** Who holds or takes people: officials arrest them, the armed abduct them. */
export type Captor = "official" | "armed";

function captorOf(np: NounPhrase | null): Captor | null {
  if (!np) return null;
  if (np.tags.has("armed") || (/^(?:men|man|youths)$/.test(np.head) && np.modifierTags.has("armed-word"))) return "armed";
  return np.tags.has("official") ? "official" : null;
}

/** The captor that the clause around the verb at `at` names: its subject, or the agent of a passive. */
export function captorAt(chunks: readonly Chunk[], at: number): Captor | null {
  const verb = verbAt(chunks, at);
  if (!verb) return null;
  if (!verb.passive && !(verb.bare && verb.form === "participle")) {
    for (const i of [...subjectOf(chunks, at, verb.finite)].reverse()) {
      const subject = nounPhraseAt(chunks, i);
      const captor = captorOf(subject);
      if (captor) return captor;
      // "Police say they are holding six": the pronoun stands for who speaks.
      if (subject?.head === "they" || subject?.head === "it")
        return captorOf(
          chunks
            .slice(0, i)
            .filter((chunk) => chunk.kind === "np")
            .find((np) => captorOf(np) !== null) ?? null,
        );
    }
    return null;
  }
  return agentAfter(chunks, at);
}

/** The captor in a "by" phrase after the chunk at `at`. */
export function agentAfter(chunks: readonly Chunk[], at: number): Captor | null {
  for (let i = at + 1; i < at + 8; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.kind === "stop" || chunk.kind === "sub" || chunk.kind === "rel" || chunk.kind === "verb") return null;
    if (chunk.kind === "prep" && chunk.lower === "by") {
      const agent = nounPhraseAt(chunks, i + 1);
      return captorOf(agent) ?? (chunks[i + 2]?.kind === "of" ? captorOf(nounPhraseAt(chunks, i + 3)) : null);
    }
  }
  return null;
}

const outcomeOf = (captor: Captor): "detained" | "abducted" => (captor === "official" ? "detained" : "abducted");

/** Counted people only: "the prison holds 40" and "police took two cars" name nobody. */
const counted = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(({ np }) => np.quantity !== null && np.quantity.read.kind !== "zero" && (np.cls === "person" || np.cls === "bare"));

/** "Were taken from their homes", "were taken off in a truck", "were taken." at the end of a clause. */
function isRemoval(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1];
  if (!next || next.kind === "stop") return true;
  const words = wordingFrom(chunks, at + 1, 4);
  return /^(?:off (?:in|on|to|by|at)\b|(?:off )?at gunpoint\b)/.test(words) || fromHome(chunks, at + 1);
}

/** "From their homes", "from the school", "from a bus". */
function fromHome(chunks: readonly Chunk[], at: number): boolean {
  const mark = chunks[at];
  const place = nounPhraseAt(chunks, at + 1);
  if (mark?.kind !== "prep" || mark.lower !== "from" || !place) return false;
  return place.det === "poss" ? place.tags.has("own-place") : (place.det === "the" || place.det === "a") && place.tags.has("raided-place");
}

/** Verbs that hold or take people, whose outcome depends on who does it. */
export const CUSTODY_RULES: readonly CasualtyRule[] = [
  {
    name: "held-by",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || verb.lemma !== "hold" || verb.outcome?.base !== "hold" || verb.passive || verb.negated) return [];
      const captor = captorAt(chunks, at);
      if (!captor) return [];
      // "Held two meetings, one in Rome": a list that opens with things goes on with things.
      const first = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
      if (!first || !mayBePeople(first)) return [];
      return counted(claim(chunks, objectsOf(chunks, at), { outcome: outcomeOf(captor), trigger: at, victims: "people", implicit: false }));
    },
    examples: [
      "Police held [45|detained 45] people after the march.",
      "The gang is holding [17|abducted 17] passengers.",
      "Officers in the port are holding [three|detained 3] Spanish men in connection with the theft.",
    ],
    counterExamples: ["The stadium holds 40,000 people.", "The army held two exercises.", "The judges held 12 hearings."],
  },
  {
    name: "taken-by",
    at: ["verb"],
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (
        !verb ||
        !/^(?:take|seize|grab|capture)$/.test(verb.lemma) ||
        (verb.outcome !== null && verb.outcome.base !== "capture") ||
        verb.negated
      )
        return [];
      const captor = captorAt(chunks, at);
      const takes = verb.lemma === "take";
      if (takes && captor !== "armed" && verb.passive && isRemoval(chunks, at)) {
        return counted(
          claim(chunks, subjectOf(chunks, at, verb.finite), {
            outcome: captor === "official" ? "detained" : "abducted",
            trigger: at,
            victims: "people",
            implicit: false,
          }),
        ).filter(({ np }) => np.cls === "person");
      }
      if ((captor === "official" && takes) || (captor === null && !(verb.passive && verb.lemma === "seize"))) return [];
      const outcome = captor === "official" ? "detained" : "abducted";
      const people =
        verb.passive || (verb.bare && verb.form === "participle")
          ? subjectOf(chunks, at, verb.finite && !verb.bare)
          : objectsOf(chunks, at);
      return counted(claim(chunks, people, { outcome, trigger: at, victims: "people", implicit: false })).filter(
        ({ np }) => np.cls === "person" || (captor !== null && chunks[chunks.indexOf(np) + 1]?.kind === "of"),
      );
    },
    examples: [
      "Gunmen took [24|abducted 24] pupils from a boarding school.",
      "[Seven|abducted 7] nuns were seized by militiamen.",
      "The pirates seized a tanker and its [21|abducted 21] sailors.",
      "Police seized [two|detained 2] men at the border.",
      "[Six|abducted 6] teachers were taken from their homes at night.",
    ],
    counterExamples: ["Rebels took two towns.", "Police seized two cars and 40 rifles.", "The army took 12 reporters to the front."],
  },
];
