import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import { objectsOf } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { claim, type CasualtyRule, type Claim } from "./claim.js";
import { wordingFrom } from "./wording.js";

const OFFICIAL = /^(?:police|policem[ae]n|policewom[ae]n|officers?|authorities|detectives?|investigators?|prosecutors?|government|troops|soldiers|army|military|forces?|agents|guards|deputies|sheriffs?|gendarmes?|gendarmerie|regime|junta|state|court|judges?|patrol|coastguard|marines|agency|bureau|officials|rangers|intelligence|ministry|kingdom|country|administration)$/;
const ARMED = /^(?:gunm[ae]n|militants?|rebels?|kidnappers?|captors?|abductors?|hostage-takers?|bandits?|pirates?|gangs?|gangsters?|militias?|militiam[ae]n|insurgents?|jihadists?|islamists?|extremists?|fighters?|hijackers?|cartels?|mob|assailants?|attackers?|guerrillas?|guerillas?|terrorists?|raiders?|separatists?|paramilitaries|groups?|faction|hamas|taliban|tribesmen|robbers?|vigilantes?|isis|isil|hezbollah|al-shabab|al-shabaab|farc|eln|haram)$/;

/** Who holds or takes people: officials arrest them, the armed abduct them. */
export type Captor = "official" | "armed";

function captorOf(np: NounPhrase | null): Captor | null {
  if (!np) return null;
  const words = `${np.modifiers.join(" ")} ${np.head}`;
  if (ARMED.test(np.head) || /^(?:men|man|youths)$/.test(np.head) && /\b(?:armed|masked|rebel|militant|terror|terrorist|jihadist|islamist|unidentified|unknown)\b/.test(words)) return "armed";
  return OFFICIAL.test(np.head) ? "official" : null;
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
      if (subject?.head === "they" || subject?.head === "it") return captorOf(chunks.slice(0, i).filter((chunk) => chunk.kind === "np").find((np) => captorOf(np) !== null) ?? null);
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
  return /^(?:from (?:(?:their|his|her) (?:[\w-]+ )?(?:homes?|houses?|beds?|villages?|schools?|cars?|camps?|tents?)|(?:the|a) (?:[\w-]+ )?(?:villages?|schools?|bus|buses|dormitor(?:y|ies)|church|mosque|hostel|train|convoy))\b|off (?:in|on|to|by|at)\b|(?:off )?at gunpoint\b)/.test(words);
}

/** Verbs that hold or take people, whose outcome depends on who does it. */
export const CUSTODY_RULES: readonly CasualtyRule[] = [
  {
    name: "held-by",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || !/^(?:hold|holds|held|holding)$/.test(verb.main) || verb.outcome?.base !== "hold" || verb.passive || verb.negated) return [];
      const captor = captorAt(chunks, at);
      if (!captor) return [];
      // "Held two meetings, one in Rome": a list that opens with things goes on with things.
      const first = nounPhraseAt(chunks, objectsOf(chunks, at)[0] ?? -1);
      if (!first || !mayBePeople(first)) return [];
      return counted(claim(chunks, objectsOf(chunks, at), { outcome: outcomeOf(captor), trigger: at, victims: "people", implicit: false }));
    },
    examples: ["Police held [45|detained 45] people after the march.", "The gang is holding [17|abducted 17] passengers.", "Officers in the port are holding [three|detained 3] Spanish men in connection with the theft."],
    counterExamples: ["The stadium holds 40,000 people.", "The army held two exercises.", "The judges held 12 hearings."],
  },
  {
    name: "taken-by",
    find: (chunks, at) => {
      const verb = verbAt(chunks, at);
      if (!verb || !/^(?:tak|took|seiz|grab|captur)/.test(verb.main) || verb.outcome !== null && verb.outcome.base !== "capture" || verb.negated) return [];
      const captor = captorAt(chunks, at);
      const takes = /^(?:tak|took)/.test(verb.main);
      if (takes && captor !== "armed" && verb.passive && isRemoval(chunks, at)) {
        return counted(claim(chunks, subjectOf(chunks, at, verb.finite), { outcome: captor === "official" ? "detained" : "abducted", trigger: at, victims: "people", implicit: false })).filter(({ np }) => np.cls === "person");
      }
      if (captor === "official" && takes || captor === null && !(verb.passive && /^seiz/.test(verb.main))) return [];
      const outcome = captor === "official" ? "detained" : "abducted";
      const people = verb.passive || verb.bare && verb.form === "participle" ? subjectOf(chunks, at, verb.finite && !verb.bare) : objectsOf(chunks, at);
      return counted(claim(chunks, people, { outcome, trigger: at, victims: "people", implicit: false })).filter(({ np }) => np.cls === "person" || captor !== null && chunks[chunks.indexOf(np) + 1]?.kind === "of");
    },
    examples: ["Gunmen took [24|abducted 24] pupils from a boarding school.", "[Seven|abducted 7] nuns were seized by militiamen.", "The pirates seized a tanker and its [21|abducted 21] sailors.", "Police seized [two|detained 2] men at the border.", "[Six|abducted 6] teachers were taken from their homes at night."],
    counterExamples: ["Rebels took two towns.", "Police seized two cars and 40 rifles.", "The army took 12 reporters to the front."],
  },
];
