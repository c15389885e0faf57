import type { Modality } from "../../model/casualty.js";
import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import { verbAt } from "./clause.js";
import { decide, type Row } from "./decide.js";
import {
  isCalledFalse,
  isClaimed,
  isGovernedByDenial,
  isInFalseReport,
  isSaidFalsely,
  isTakenBackAfter,
  isWithoutEvidence,
  opensWithFalsehood,
} from "./denial.js";

/** A figure in its clause: its noun phrase, the chunk that states its outcome, and what governs both. */
interface FigureInClause {
  readonly chunks: readonly Chunk[];
  readonly np: NounPhrase;
  /** Index of the noun phrase; -1 where it stands inside another. */
  readonly at: number;
  /** Index of the chunk that states the outcome. */
  readonly trigger: number;
  readonly chunk: Chunk;
  /** Index of whichever comes first. */
  readonly first: number;
  /** The verb that takes the clause or phrase of the figure, or null. */
  readonly governor: VerbGroup | null;
  readonly text: string;
}

/** How the clause stands to a figure: denials first, then its own verbs, then what governs them. */
export function modalityOf(chunks: readonly Chunk[], np: NounPhrase, trigger: number, text: string): Modality {
  const chunk = chunks[trigger];
  if (!chunk) return "reported";
  const at = chunks.indexOf(np);
  const first = at < 0 ? trigger : Math.min(at, trigger);
  return decide(MODALITY_ROWS, { chunks, np, at, trigger, chunk, first, governor: governingVerb(chunks, first), text }) ?? "reported";
}

const FEARED = new Set([
  "feared",
  "presumed",
  "believed",
  "likely",
  "probably",
  "possibly",
  "suspected",
  "thought",
  "assumed",
  "presumably",
]);
const isFeared = (words: readonly string[]): boolean => words.some((word) => FEARED.has(word));
const MODALS = new Set(["will", "would", "could", "can", "should", "may", "might", "must", "shall", "'ll", "'d"]);
const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");
const isOpenInfinitive = ({ chunk }: FigureInClause): boolean => chunk.kind === "verb" && chunk.infinitive && !chunk.words.includes("have");

export const MODALITY_ROWS: readonly Row<FigureInClause, Modality>[] = [
  {
    // "The dead were 47, not 52": the number that is put right.
    name: "not-this-number",
    when: ({ chunks, at, np }) =>
      np.quantity !== null &&
      chunks[at - 1]?.kind === "adv" &&
      lowerOf(chunks[at - 1]) === "not" &&
      /^(?:comma|verb|and|stop|adv)$/.test(chunks[at - 2]?.kind ?? "comma"),
    then: () => "denied",
    examples: ["The number of dead was [47|killed 47], not [52|killed 52 denied]."],
    counterExamples: ["The number of dead was [47|killed 47], up from [32|killed 32]."],
  },
  {
    name: "denied-by-source",
    when: ({ chunks, first, trigger }) => isGovernedByDenial(chunks, first, trigger),
    then: () => "denied",
    examples: [
      "The army denied reports that [20|killed 20 denied by] persons were killed.",
      "The agency retracted its report that [five|killed 5 denied by] hikers had died.",
      "The station apologized for reporting that [20|abducted 20 denied by] pupils had been abducted.",
    ],
    counterExamples: [
      "The army said [20|killed 20 by] persons were killed.",
      "The colonel denied any part in the massacre at Sero, where soldiers killed [117|killed 117] people.",
      "The group denied involvement in the attack that killed [12|killed 12] people.",
      "The general denied ordering the raid in which [31|killed 31] villagers died.",
      "The firm denied responsibility for the blast, which injured [nine|injured 9] miners.",
    ],
  },
  {
    name: "not-true-that",
    when: ({ chunks, first }) => opensWithFalsehood(chunks, first),
    then: () => "denied",
    examples: ["It is not true that [14|killed 14 denied] patients died.", "It was false that [14|killed 14 denied] patients died."],
    counterExamples: ["It is true that [14|killed 14] patients died."],
  },
  {
    name: "said-falsely",
    when: ({ chunks, first }) => isSaidFalsely(chunks, first),
    then: () => "denied",
    examples: [
      "The posts claimed, falsely, that [12|killed 12 denied by] people had been shot dead.",
      "The caller falsely reported that [two|injured 2 denied by] people had been wounded.",
    ],
    counterExamples: ["The caller reported that [two|injured 2 by] people had been wounded."],
  },
  {
    // "A false report that", "misinformation that", "a hoax call said".
    name: "false-report",
    when: ({ chunks, first }) => isInFalseReport(chunks, first),
    then: () => "denied",
    examples: [
      "A false report that [nine|killed 9 denied] people had been killed led to panic.",
      "False claims that [14|killed 14 denied] patients had died circulated on Monday.",
      "A hoax call said [four|injured 4 denied by] people had been wounded.",
      "Rumours, which detectives say were entirely false, that [two|killed 2 denied] girls had been stabbed to death spread in Velna.",
    ],
    counterExamples: [
      "A new report that [nine|killed 9] people had been killed led to panic.",
      "The report was a hoax, but [12|killed 12] people were killed in a fire.",
      "The call was a hoax and [two|injured 2] men were injured in the crowd.",
    ],
  },
  {
    // "There is no truth to reports that", "there was no evidence that".
    name: "no-truth-to",
    when: ({ chunks, first }) => isWithoutEvidence(chunks, first),
    then: () => "denied",
    examples: [
      "There is no truth to reports that [30|killed 30 denied] people died.",
      "There was no evidence that [30|killed 30 denied] people had died.",
    ],
    counterExamples: ["There was new evidence that [30|killed 30] people had died."],
  },
  {
    // "It was claimed that two had died, but this was not true".
    name: "this-was-not-true",
    when: ({ chunks, np, chunk }) => isTakenBackAfter(chunks, Math.max(np.end, chunk.end)),
    then: () => "denied",
    examples: ["It was claimed that [two|killed 2 denied] men had died, but police said this was not true."],
    counterExamples: ["It was claimed that [two|killed 2] men had died, and police said this was true."],
  },
  {
    name: "ordered-evacuation",
    when: ({ chunks, chunk, trigger }) => isOrderedEvacuation(chunks, chunk, trigger),
    then: () => "hypothetical",
    examples: ["Evacuation orders were issued for [240|displaced 240 hypothetical] households."],
    counterExamples: ["The evacuation of [240|displaced 240] households went on."],
  },
  {
    name: "probable-number",
    when: ({ np, chunk }) => chunk === np && np.noun !== null && (isFeared(np.modifiers) || np.modifiers.includes("probable")),
    then: () => "feared",
    examples: ["There were [11|killed 11 feared] probable deaths."],
    counterExamples: ["[Two|killed 2] suspected rebels were killed."],
  },
  {
    name: "own-verb",
    when: ({ chunk }) => verbModality(chunk) !== null,
    then: ({ chunk }) => verbModality(chunk) ?? "reported",
    examples: ["The bomb could kill [hundreds|killed vague 200 hypothetical].", "[Two|killed 2 feared] men may have died."],
    counterExamples: ["[Two|killed 2] men died."],
  },
  {
    // People who were only told to leave have not left.
    name: "only-told",
    when: ({ chunks, chunk, trigger }) => {
      if (chunk.kind !== "pred" || chunk.outcome !== "displaced") return false;
      const told = chunks[trigger - 1]?.kind === "prep" ? chunks[trigger - 2] : chunks[trigger - 1];
      return isOnlyTold(chunk.words[0] ?? "") || (told?.kind === "verb" && told.passive && told.tags.has("tell-to"));
    },
    then: () => "hypothetical",
    examples: ["[Two hundred|displaced 200 hypothetical] families were told to leave their homes."],
    counterExamples: ["[Two hundred|displaced 200] families fled their homes."],
  },
  {
    name: "verb-between",
    when: (f) => linkedModality(f) !== null,
    then: (f) => linkedModality(f) ?? "reported",
    examples: ["[Nine|killed 9 feared] men are believed to have drowned."],
    counterExamples: ["[Nine|killed 9] men were found dead."],
  },
  {
    // "There would be 40 dead", "it could have been 10 dead".
    name: "there-would-be",
    when: ({ chunks, at }) => copulaModality(chunks, at) !== null,
    then: ({ chunks, at }) => copulaModality(chunks, at) ?? "reported",
    examples: ["There would be [40|killed 40 hypothetical] dead."],
    counterExamples: ["There were [40|killed 40] dead."],
  },
  {
    name: "called-false-after",
    when: ({ chunks, first, np, chunk }) => isClaimed(chunks, first) >= 0 && isCalledFalse(chunks, Math.max(np.end, chunk.end)),
    then: () => "denied",
    examples: ["Reports that [15|killed 15 denied] people died are false.", "Earlier reports of [15|killed 15 denied] deaths were wrong."],
    counterExamples: ["Reports that [15|killed 15] people died are many."],
  },
  {
    name: "fearing-verb",
    when: ({ governor }) =>
      governor !== null && ((governor.lemma === "fear" && !governor.passive) || (governor.passive && isFeared([governor.main]))),
    then: () => "feared",
    examples: ["Officials fear [40|killed 40 feared by] people died."],
    counterExamples: ["Officials think about the [40|killed 40] dead."],
  },
  {
    name: "only-ordered",
    when: ({ chunk, governor }) => chunk.kind === "np" && chunk.tags.has("orderable") && governor?.tags.has("order") === true,
    then: () => "hypothetical",
    examples: ["The court ordered the arrest of [five|detained 5 hypothetical] men."],
    counterExamples: ["The march led to the arrest of [five|detained 5] men."],
  },
  {
    name: "intended",
    when: (f) => isOpenInfinitive(f) && f.governor !== null && isNotYet(f.governor),
    then: () => "hypothetical",
    examples: ["The gang threatened to kill [two|killed 2 hypothetical] clerks."],
    counterExamples: ["The gang went on to kill [two|killed 2] clerks."],
  },
  {
    // "Forced 200 families to evacuate" has happened.
    name: "caused",
    when: (f) => isOpenInfinitive(f) && f.governor?.tags.has("brought-about") === true,
    then: () => "reported",
    examples: ["The flood forced [200|displaced 200] families to evacuate."],
    counterExamples: ["A plan to evacuate [200|displaced 200 hypothetical] families was made."],
  },
  {
    name: "unfulfilled-infinitive",
    when: (f) => {
      const previous = f.chunks[f.trigger - 1];
      return (
        isOpenInfinitive(f) &&
        (previous === undefined || previous.kind === "np" || (previous.kind === "verb" && previous.tags.has("not-yet")))
      );
    },
    then: () => "hypothetical",
    examples: ["A plan to evacuate [200|displaced 200 hypothetical] families was made."],
    counterExamples: ["[200|displaced 200] families were evacuated."],
  },
  {
    name: "if-clause",
    when: ({ chunks, first }) => opensWithIf(chunks, first),
    then: () => "hypothetical",
    examples: ["If [two|killed 2 hypothetical] men died, the judge will act."],
    counterExamples: ["When [two|killed 2] men died, the judge acted."],
  },
  {
    name: "noun-of-fear-or-plan",
    when: ({ chunks, first }) => nounModality(chunks, first) !== null,
    then: ({ chunks, first }) => nounModality(chunks, first) ?? "reported",
    examples: ["The drill assumed [200|killed 200 hypothetical] dead."],
    counterExamples: ["There is news of [40|killed 40] deaths."],
  },
];

const isOnlyTold = (word: string): boolean => /^(?:told|ordered|advised|urged|asked|warned|instructed|recommended)$/.test(word);

/** What the auxiliaries and adverbs of a verb group say; null where they say nothing. */
function verbModality(chunk: Chunk | undefined): Modality | null {
  if (chunk?.kind !== "verb") return null;
  const { words } = chunk;
  // "Had to be evacuated" has happened.
  if (/^(?:had|has|have)$/.test(words[0] ?? "") && words[1] === "to") return "reported";
  const modal = words.find((word) => MODALS.has(word));
  if (modal !== undefined) {
    const perfect = words.includes("have") || words.includes("'ve") || words.includes("’ve");
    const maybe = modal === "may" || modal === "might";
    const isFear =
      (perfect && (maybe || modal === "must" || (modal === "could" && chunk.passive))) || (maybe && (chunk.copula || words.includes("be")));
    return isFear ? "feared" : "hypothetical";
  }
  if (isFeared(words)) return "feared";
  return chunk.negated && chunk.finite && !chunk.copula && chunk.states ? "denied" : null;
}

/** "Threatened", "was due", "were set": what its infinitive says has not come true. */
const isNotYet = (verb: VerbGroup): boolean =>
  verb.tags.has("not-yet") || verb.words.some((word) => /^(?:likely|due|set|able)$/.test(word));

/** The chain of verbs between subject and outcome: "may have been found", "are believed to have drowned"; null for nothing. */
function linkedModality({ chunks, at, trigger, chunk }: FigureInClause): Modality | null {
  if (at < 0 || at >= trigger) return null;
  for (let i = trigger - 1; i > at; i--) {
    const link = chunks[i];
    if (
      link?.kind === "sub" ||
      link?.kind === "rel" ||
      link?.kind === "comma" ||
      (link?.kind === "and" && chunk.kind === "verb" && !chunk.bare)
    )
      return null;
    if (link?.kind === "adv" && FEARED.has(link.lower)) return "feared";
    const linked = link?.kind === "verb" ? modalityOfLink(link, chunk, i === trigger - 1) : null;
    if (linked) return linked;
  }
  return null;
}

/** What one verb before the outcome says; `adjacent` where it stands right before it. */
function modalityOfLink(link: VerbGroup, chunk: Chunk, adjacent: boolean): Modality | null {
  // "Could not be found" is what happened.
  const linked = chunk.kind === "pred" && chunk.words[0] === "not" && adjacent ? null : verbModality(link);
  if (linked) return linked === "hypothetical" && chunk.kind === "pred" && /^(?:may|might)$/.test(link.words[0] ?? "") ? "feared" : linked;
  return chunk.kind === "verb" && chunk.infinitive && !chunk.words.includes("have") && isNotYet(link) ? "hypothetical" : null;
}

/** "There would be 40 dead", "the toll could exceed 40": the verb right before the number. */
function copulaModality(chunks: readonly Chunk[], at: number): Modality | null {
  const verb = verbAt(chunks, at - 1);
  if (at <= 0 || !verb) return null;
  if (verb.tags.has("exceed") && /^(?:could|may|might)$/.test(verb.words[0] ?? "")) return "feared";
  if (!verb.copula) return null;
  const linked = verbModality(verb);
  return linked === "feared" && verb.words.includes("could") ? "hypothetical" : linked;
}

function isOrderedEvacuation(chunks: readonly Chunk[], chunk: Chunk, trigger: number): boolean {
  if (chunk.kind !== "np") return false;
  const ordered = verbAt(chunks, trigger + 1);
  return (
    chunk.modifiers.includes("evacuation") || (/^evacuations?$/.test(chunk.head) && ordered?.passive === true && ordered.tags.has("order"))
  );
}

/** The nearest verb before the figure that takes its clause or phrase, in the same clause. */
function governingVerb(chunks: readonly Chunk[], first: number): VerbGroup | null {
  for (let i = first - 1; i >= 0 && i > first - 9; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "verb") return chunk.bare && chunk.form !== "ing" && chunk.main === "believed" ? null : chunk;
    if (chunk?.kind === "stop" || chunk?.kind === "rel" || chunk?.kind === "pred") return null;
    if ((chunk?.kind === "and" || chunk?.kind === "or") && chunks[i - 1]?.kind !== "np") return null;
  }
  return null;
}

function opensWithIf(chunks: readonly Chunk[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 8; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "sub") return /^(?:if|unless|lest|whether)$/.test(chunk.lower);
    if (chunk?.kind === "stop" || chunk?.kind === "comma") return false;
  }
  return false;
}

/** "Fears of 40 deaths", "a threat to kill two hostages", "plans to evacuate 300 families"; null for neither. */
function nounModality(chunks: readonly Chunk[], first: number): Modality | null {
  for (let i = first - 1; i >= 0 && i > first - 5; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "np" && chunk.tags.has("fear-noun")) return "feared";
    if (chunk?.kind === "np" && chunk.tags.has("plan-noun")) return "hypothetical";
    if (chunk?.kind === "stop" || chunk?.kind === "comma") return null;
  }
  return null;
}
