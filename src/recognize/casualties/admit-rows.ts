import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import type { Claim } from "./claim.js";
import { decide, type Row } from "./decide.js";

/** A claim that a rule made, in its clause. */
export interface ClaimInClause {
  readonly claim: Claim;
  readonly chunks: readonly Chunk[];
  readonly np: NounPhrase;
  /** The noun phrase behind the "of" after it, or null. */
  readonly inner: NounPhrase | null;
}

/** True where the noun phrase can be the people that an outcome befell, and it did befall them. */
export function admits(claim: Claim, chunks: readonly Chunk[]): boolean {
  const { np } = claim;
  const at = chunks.indexOf(np);
  const inner = chunks[at + 1]?.kind === "of" ? nounPhraseAt(chunks, at + 2) : null;
  return decide(ADMIT_ROWS, { claim, chunks, np, inner }) ?? false;
}

/** From this number on, people who were hit were hit by a flood or a storm, not by something that wounds. */
const MANY_HIT = 1000;

const hasNumber = ({ np }: ClaimInClause): boolean => np.quantity !== null;
const isZero = ({ np }: ClaimInClause): boolean => np.quantity?.read.kind === "zero";

/** Whether a claim becomes a figure. The first row that holds decides; where none does, it becomes none. */
export const ADMIT_ROWS: readonly Row<ClaimInClause, boolean>[] = [
  {
    // "One in four of the 2,000 patients", "most of the 40 men": a share that the text does not count.
    name: "share-of",
    when: ({ chunks, np }) => np.quantity !== null && isShared(chunks, chunks.indexOf(np)),
    then: () => false,
    examples: ["One in four of the 2,000 patients died."],
    counterExamples: ["[Four|killed 4 subset] of the 2,000 patients died."],
  },
  {
    // "A crowd of 75 people": bystanders.
    name: "crowd",
    when: ({ claim, chunks, np }) =>
      /^(?:killed|injured|missing)$/.test(claim.outcome) &&
      np.quantity !== null &&
      chunks[chunks.indexOf(np) - 1]?.kind === "of" &&
      nounPhraseAt(chunks, chunks.indexOf(np) - 2)?.tags.has("bystanders") === true,
    then: () => false,
    examples: ["They met a crowd of 75 people and [a man|injured 1 implicit] suffering from gunshot wounds."],
    counterExamples: ["A group of [75|injured 75] people was injured."],
  },
  {
    // "24.3 lakh people hit in 24 districts": thousands whom a disaster hit are affected, nobody says hurt.
    name: "hit-by-thousands",
    when: ({ claim, chunks, np }) => verbAt(chunks, claim.trigger)?.outcome?.base === "hit" && (np.quantity?.read.value ?? 0) >= MANY_HIT,
    then: () => false,
    examples: ["Floods: 1.2 million people hit in nine districts", "About 5,000 residents were hit by the storm."],
    counterExamples: ["[Two|injured 2] cyclists were hit by a truck."],
  },
  {
    // "86 Sick, 7 Dead": another state than the one of this figure.
    name: "other-state",
    when: ({ np }) => np.quantity !== null && np.tags.has("other-state"),
    then: () => false,
    examples: ["86 Sick, [7|killed 7] Dead in Fever Outbreak"],
    counterExamples: ["[86|injured 86] Hurt, [7|killed 7] Dead in Hotel Fire"],
  },
  {
    // "Hundreds of deaths, thousands of people in jail": the dead are in no jail.
    name: "number-of-another-outcome",
    when: ({ claim, np, inner }) =>
      np.quantity !== null &&
      np.cls === "bare" &&
      inner?.noun?.counts === true &&
      inner.noun.outcome === "killed" &&
      !claim.outcome.startsWith("killed"),
    then: () => false,
    examples: ["We saw [hundreds|killed vague 200] of deaths, [thousands|detained vague 2000] of people in jail."],
    counterExamples: ["We saw [hundreds|detained vague 200] of teachers and [thousands|detained vague 2000] of students in jail."],
  },
  {
    // "3.7 million at risk of hunger": the number has a plight of its own.
    name: "number-in-another-plight",
    when: ({ chunks, np }) => {
      const at = chunks.indexOf(np);
      return (
        np.quantity !== null &&
        np.cls === "bare" &&
        chunks[at + 1]?.kind === "prep" &&
        nounPhraseAt(chunks, at + 2)?.tags.has("plight") === true
      );
    },
    then: () => false,
    examples: ["[Some 700|displaced ~700] people were displaced inside the country and 3,000 at high risk of hunger."],
    counterExamples: ["[Some 700|displaced ~700] people were displaced in Oresk and [3,000|displaced 3000] in Velna."],
  },
  {
    // "Ten men in two separate executions": so many acts.
    name: "number-of-acts",
    when: ({ chunks, np }) =>
      np.quantity !== null &&
      np.noun?.counts === true &&
      np.noun.plural &&
      np.modifierTags.has("other-event") &&
      chunks[chunks.indexOf(np) - 1]?.kind === "prep",
    then: () => false,
    examples: ["Rebels shot dead [ten|killed 10] men in two separate executions."],
    counterExamples: ["Rebels shot dead [ten|killed 10] men after [two|killed 2] executions."],
  },
  {
    // "Her parents (both deceased)": dead for long, and no news.
    name: "both-deceased",
    when: ({ chunks, claim, np }) => {
      const state = chunks[claim.trigger];
      return state?.kind === "pred" && state.words[0] === "deceased" && np.cls === "bare" && chunks[claim.trigger - 1] === np;
    },
    then: () => false,
    examples: ["Jonas Brandt and his wife (both deceased) lived in Oresk.", "He was born to Ann and Paul Weller, both deceased."],
    counterExamples: ["[Both|killed 2] were found deceased."],
  },
  {
    // "The novel tells of a fire in which 40 people died": nobody died.
    name: "fiction",
    when: ({ chunks, claim, np }) => isInvented(chunks, Math.min(chunks.indexOf(np), claim.trigger)),
    then: () => false,
    examples: [
      "In the film, a detective finds three bodies in a barn.",
      "The novel tells of a fire in which 40 people died.",
      "In the second season of the series, two policemen are killed.",
      "It is a thriller in which two nurses are murdered.",
    ],
    counterExamples: [
      "The film's director said [12|killed 12 by] people had died on the set.",
      "In the movie theater, [12|killed 12] people were killed.",
    ],
  },
  {
    name: "indirect",
    when: ({ claim }) => claim.indirect === true,
    then: () => true,
    examples: ["The hospital had [[no|killed 0]|injured 0] reports of casualties."],
    counterExamples: ["The hospital had [no|killed 0] deaths."],
  },
  {
    // "Don't let my baby die": what is begged for, or kept from happening.
    name: "not-let",
    when: ({ chunks, np }) => {
      const verb = verbAt(chunks, chunks.indexOf(np) - 1);
      return verb?.lemma === "let" && verb.negated;
    },
    then: () => false,
    examples: ["Don't let my baby die, she said.", "The nurses did not let 12 patients die."],
    counterExamples: ["The guards let [12|killed 12] inmates die."],
  },
  {
    name: "animal",
    when: ({ np, inner }) => np.cls === "animal" || (np.cls === "bare" && inner?.cls === "animal"),
    then: () => false,
    examples: ["His two pigs died of the fever.", "Hundreds of birds were killed."],
    counterExamples: ["The storm killed [14|killed 14] fishermen."],
  },
  {
    name: "pronoun",
    when: ({ np }) => np.cls === "pron" && !np.quantity,
    then: () => false,
    examples: ["They were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "uncounted-act",
    when: ({ np }) => np.noun !== null && !np.noun.counts && !np.noun.life && np.quantity === null,
    then: () => false,
    examples: ["The massacre was killed as a story."],
    counterExamples: ["The [two|killed 2] men were killed."],
  },
  {
    name: "thing",
    when: ({ np }) => !mayBePeople(np) && !np.noun,
    then: () => false,
    examples: ["The storm was killed as a story."],
    counterExamples: ["The raid killed [12|killed 12] guards."],
  },
  {
    // "Three customers who weren't injured": whom the outcome passed by.
    name: "unharmed",
    when: (c) => hasNumber(c) && !isZero(c) && isSpared(c),
    then: () => false,
    examples: [
      "Three drivers who weren't injured walked home.",
      "The two hikers were almost killed.",
      "Neither the driver nor the two passengers were hurt.",
    ],
    counterExamples: ["The [two|injured 2] drivers were badly injured."],
  },
  {
    name: "implicit-unharmed",
    when: (c) => !hasNumber(c) && isSpared(c),
    then: () => false,
    examples: ["A driver was nearly killed."],
    counterExamples: ["[A driver|killed 1 implicit] was killed."],
  },
  {
    // "Around 4 million voters were declared dead in the voter rolls": dead on paper.
    name: "dead-on-paper",
    when: ({ claim, chunks }) => isOnPaper(chunks, claim.trigger),
    then: () => false,
    examples: ["Around 4,000 voters were declared dead in the voter rolls."],
    counterExamples: ["[Four|killed 4] climbers were declared dead in a clinic."],
  },
  {
    // "Five of the missing patients had been found": they are missing no more.
    name: "missing-no-more",
    when: ({ claim, chunks, np }) => hasNumberOf(np) && claim.outcome === "missing" && isFound(chunks, chunks.indexOf(np)),
    then: () => false,
    examples: ["Just five of the missing patients had been found."],
    counterExamples: ["[Five|missing 5 subset] of the missing patients are children."],
  },
  {
    // "Three other men were not arrested".
    name: "not-detained",
    when: ({ claim, chunks, np }) => np.quantity?.read.kind !== "zero" && claim.outcome === "detained" && isNegated(chunks, claim.trigger),
    then: () => false,
    examples: [
      "Three other men in the house were not arrested, the sheriff added.",
      "A third gunman is known, but the shooter has not yet been arrested.",
      "A third gunman is not in custody.",
    ],
    counterExamples: ["[Three|detained 3] other men in the house were arrested."],
  },
  {
    name: "number-of-things",
    when: ({ np, inner }) =>
      np.quantity !== null && inner !== null && np.cls === "bare" && !mayBePeople(inner) && inner.cls !== "pron" && !inner.noun,
    then: () => false,
    examples: ["Dozens of storms died down and died."],
    counterExamples: ["[Dozens|killed vague 24] of guards were killed."],
  },
  {
    name: "number-of-unknown",
    when: ({ claim, np, inner }) =>
      np.quantity !== null && inner !== null && np.cls === "bare" && inner.cls === "unknown" && claim.victims === "people" && !inner.plural,
    then: () => false,
    examples: ["Dozens of furniture were evacuated."],
    counterExamples: ["[Dozens|displaced vague 24] of guards were evacuated."],
  },
  {
    name: "counted-outcome",
    when: ({ np }) => np.quantity !== null && (np.noun?.counts === true || np.noun?.life === true),
    then: () => true,
    examples: ["The storm caused [12|killed 12] deaths."],
    counterExamples: ["The storm killed [12|killed 12] guards."],
  },
  {
    name: "number-before-name",
    when: ({ np }) => np.quantity !== null && np.cls === "name" && !np.plural,
    then: () => false,
    examples: ["One Velna was killed."],
    counterExamples: ["[One|killed 1] guard was killed."],
  },
  {
    // "No mention of anybody dying", "held without bond".
    name: "zero-of-nobody",
    when: (c) => isZero(c) && isNobody(c.np),
    then: () => false,
    examples: ["There was no sign dead or alive."],
    counterExamples: ["[No|killed 0] guard was killed."],
  },
  {
    name: "unknown-noun",
    when: ({ claim, np }) => np.quantity !== null && np.cls === "unknown" && claim.victims === "people",
    then: () => false,
    examples: ["Two pledges were hanged by the panel."],
    counterExamples: ["[Two|detained 2] guards were detained by the panel."],
  },
  {
    name: "homes",
    when: ({ claim, np }) =>
      np.quantity !== null && np.cls === "household" && /^(?:homes?|properties)$/.test(np.head) && claim.outcome !== "displaced",
    then: () => false,
    examples: ["The raid hit and killed 12 homes."],
    counterExamples: ["The raid killed [12|killed 12] families."],
  },
  {
    name: "number",
    when: hasNumber,
    then: () => true,
    examples: ["[Two|killed 2] guards were killed."],
    counterExamples: ["[A guard|killed 1 implicit] was killed."],
  },
  {
    name: "single-victim",
    when: ({ claim, np }) => claim.implicit !== false && isSingleVictim(np),
    then: () => true,
    examples: ["[A youth|killed 1 implicit] was allegedly shot dead."],
    counterExamples: ["The public was shot at and wounded.", "Civilians were killed."],
  },
];

/** True where the clause tells what happens in a film or a book. */
function isInvented(chunks: readonly Chunk[], first: number): boolean {
  return chunks.some((chunk, i) => {
    if (i >= first || chunk.kind !== "np" || !chunk.tags.has("fiction") || chunk.quantity !== null) return false;
    const [next, after] = [chunks[i + 1], chunks[i + 2]];
    const opens = chunks.slice(0, i).every((before) => OPENING.has(before.kind)) && chunks[0]?.kind === "prep" && next?.kind === "comma";
    return (
      opens ||
      (next?.kind === "verb" && next.tags.has("tell-story") && !next.passive) ||
      (next?.kind === "prep" && after?.kind === "rel") ||
      (next?.kind === "sub" && next.lower === "where")
    );
  });
}

const OPENING: ReadonlySet<string> = new Set(["prep", "np", "of"]);

const hasNumberOf = (np: NounPhrase): boolean => np.quantity !== null && np.quantity.read.kind !== "zero";

/** "Were not arrested", "has not yet been caught", "is not in custody". */
export function isNegated(chunks: readonly Chunk[], trigger: number): boolean {
  if (verbAt(chunks, trigger)?.negated) return true;
  const lowerAt = (at: number): string => {
    const chunk = chunks[at];
    return chunk && "lower" in chunk ? chunk.lower : "";
  };
  let i = trigger - 1;
  while (chunks[i]?.kind === "adv" || lowerAt(i) === "yet") {
    if (lowerAt(i) === "not") return true;
    i--;
  }
  const auxiliary = verbAt(chunks, i);
  return (
    auxiliary?.negated === true &&
    (auxiliary.copula || auxiliary.main === auxiliary.words.at(-1)) &&
    auxiliary.states === null &&
    !auxiliary.reporting
  );
}

/** "Declared dead in the voter rolls", "listed as dead in the register". */
function isOnPaper(chunks: readonly Chunk[], trigger: number): boolean {
  const before = chunks[trigger - 1];
  const verb = before?.kind === "prep" && before.lower === "as" ? trigger - 2 : trigger - 1;
  if (chunks[trigger]?.kind !== "pred" || verbAt(chunks, verb) === null) return false;
  const mark = chunks[trigger + 1];
  const list = nounPhraseAt(chunks, trigger + 2);
  return mark?.kind === "prep" && /^(?:in|on|by)$/.test(mark.lower) && list?.tags.has("roll") === true;
}

/** "… of the missing patients had been found": a verb of finding without "dead" behind it. */
function isFound(chunks: readonly Chunk[], at: number): boolean {
  const whole = chunks[at + 1]?.kind === "of" ? at + 2 : -1;
  const verb = verbAt(chunks, whole + 1);
  return (
    whole > 0 &&
    nounPhraseAt(chunks, whole)?.premodifier === "missing" &&
    verb?.passive === true &&
    verb.tags.has("find") &&
    chunks[whole + 2]?.kind !== "pred"
  );
}

function isShared(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 2];
  return (
    chunks[at - 1]?.kind === "of" &&
    chunks[at - 3] !== undefined &&
    before?.kind === "other" &&
    /^(?:\d+|\p{L}+)$/u.test(before.lower) &&
    chunks[at - 3]?.kind === "prep"
  );
}

/** "A woman", "the village chief", "his brother": a determiner, a common noun for one person. */
function isSingleVictim(np: NounPhrase): boolean {
  if (np.det === null || np.det === "other" || np.cls !== "person" || np.plural || np.proper || np.nominal !== null || np.noun !== null)
    return false;
  // "The youth of the country": many; "a youth": one.
  return !np.tags.has("never-single") && !(np.tags.has("often-many") && np.det !== "a" && np.det !== "another" && np.det !== "ordinal");
}

/** "Without bond", "no mention": a zero that counts nobody. */
function isNobody(np: NounPhrase): boolean {
  if (np.tags.has("no-evidence")) return true;
  const opener = np.modifiers.join(" ") || np.head;
  return !np.noun && /^(?:without|no$)/.test(opener) && (np.head === "" || np.modifiers[0]?.startsWith("without") === true);
}

/** True where the clause says that the outcome did not come, or only nearly: "weren't injured", "almost killed", "neither … nor". */
function isSpared({ claim, chunks, np }: ClaimInClause): boolean {
  const at = chunks.indexOf(np);
  const verb = verbAt(chunks, claim.trigger);
  if (
    (np.modifiers[0] === "neither" && at < claim.trigger) ||
    (chunks[at - 1]?.kind === "or" && (chunks[at - 1] as { lower?: string }).lower === "nor" && at < claim.trigger)
  )
    return true;
  if (!verb) return false;
  if (verb.words.slice(0, -1).some((word, k) => /^(?:almost|nearly|narrowly)$/.test(word) && k === verb.words.length - 2)) return true;
  if (!verb.negated) return false;
  for (let i = claim.trigger - 1; i > at; i--) if (chunks[i]?.kind === "rel" || (chunks[i]?.kind === "sub" && i === at + 1)) return true;
  return false;
}
