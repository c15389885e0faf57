import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import {
  before,
  CLAUSAL_PREPOSITION,
  isAdverbial,
  kindAt,
  looksLikePeople,
  mayBePeople,
  nounPhraseAt,
  openingComma,
  outermost,
  verbAt,
} from "./clause.js";
import { coordinatedAfter, gather } from "./coordination.js";
import { decide, type Row } from "./decide.js";
import { antecedent, hasPeopleBefore, isPlainPast, isRelative, isUncountedCrowd, openingInclude, subjectBeyond } from "./left-of-verb.js";

/**
 * The subject of the verb or phrase at `at`: indexes of its coordinated noun phrases, in text order; empty where the
 * clause gives none. It is the nearest noun phrase to the left that no preposition and no other verb governs; relative
 * clauses, participles and appositions between commas are stepped over.
 */
export function subjectOf(chunks: readonly Chunk[], at: number, finite: boolean, depth = 0): readonly number[] {
  if (depth > DEEPEST) return [];
  let fallback = -1;
  for (let i = at - 1; i >= 0;) {
    const opening = kindAt(chunks, i) === "comma" ? openingComma(chunks, i) : -1;
    const step = decide(SUBJECT_ROWS[chunks[i]?.kind ?? "other"], { chunks, at, i, opening, finite, fallback, depth }) ?? { to: i - 1 };
    if ("found" in step) return step.found;
    fallback = step.fallback ?? fallback;
    i = step.to;
  }
  return fallback >= 0 ? gather(chunks, fallback, finite) : [];
}

/** Verbs of one clause that hand their subject on: so many, and no more. */
const DEEPEST = 6;

/** A walk from a verb to its subject: at chunk `i`, coming from the verb at `at`. */
interface Walk {
  readonly chunks: readonly Chunk[];
  readonly at: number;
  readonly i: number;
  /** The comma that opens what the comma at `i` closes; -1 for none. */
  readonly opening: number;
  /** False for participles and phrases, which take the nearest noun phrase. */
  readonly finite: boolean;
  /** People in a prepositional phrase, taken where nothing better comes; -1 for none. */
  readonly fallback: number;
  readonly depth: number;
}
type Step = { readonly to: number; readonly fallback?: number } | { readonly found: readonly number[] };
type SubjectRow = Row<Walk, Step>;

const atPhrase = ({ chunks, i }: Walk): NounPhrase | null => nounPhraseAt(chunks, i);
const outerOf = ({ chunks, i }: Walk): number => outermost(chunks, i);
const governorAt = (walk: Walk): number => before(walk.chunks, outerOf(walk));
const governorOf = (walk: Walk): Chunk | undefined => walk.chunks[governorAt(walk)];
const isPeople = (walk: Walk): boolean => {
  const np = atPhrase(walk);
  return np !== null && (looksLikePeople(nounPhraseAt(walk.chunks, outerOf(walk)) ?? np) || (np.quantity !== null && mayBePeople(np)));
};
const settleFallback = ({ chunks, fallback, finite }: Walk): Step => ({ found: fallback >= 0 ? gather(chunks, fallback, finite) : [] });
const lowerAt = (chunks: readonly Chunk[], i: number): string => {
  const chunk = chunks[i];
  return chunk && "lower" in chunk ? chunk.lower : "";
};

const ADVERBIAL_ROWS: readonly SubjectRow[] = [
  {
    name: "step-over-adverbial",
    when: ({ chunks, i }) => isAdverbial(chunks[i]),
    then: ({ chunks, i }) => ({ to: kindAt(chunks, i) === "np" && kindAt(chunks, i - 1) === "prep" ? i - 2 : i - 1 }),
    examples: ["[Two|killed 2] men on Friday were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
];

const COMMA_ROWS: readonly SubjectRow[] = [
  {
    name: "totaling",
    when: ({ chunks, opening }) =>
      opening >= 0 &&
      /^(?:total|number)l?ing$/.test(verbAt(chunks, opening + 1)?.main ?? "") &&
      nounPhraseAt(chunks, opening + 2)?.quantity != null,
    then: ({ opening }) => ({ found: [opening + 2] }),
    examples: ["Passengers and crew, totaling [24|killed 24] people, were killed."],
    counterExamples: ["The crew, trained in Velna, was killed."],
  },
  {
    // The apposition counts where its noun does not.
    name: "counting-apposition",
    when: ({ chunks, opening }) => {
      const inside = opening >= 0 ? nounPhraseAt(chunks, opening + 1) : null;
      return inside?.quantity != null && inside.cls === "person" && isUncountedCrowd(chunks, opening - 1);
    },
    then: ({ chunks, opening }) => ({ found: [opening + 1, ...coordinatedAfter(chunks, opening + 1)] }),
    examples: [
      "The monks, [five|killed 5] Thais and [two|killed 2] Danes, were killed.",
      "Everyone on board, [nine|killed 9] passengers and [three|killed 3] crew, died.",
    ],
    counterExamples: ["[Three|killed 3] people, [two|killed 2 subset] men and [a woman|killed 1 subset implicit], were killed."],
  },
  {
    name: "over-apposition",
    when: ({ opening }) => opening >= 0,
    then: ({ opening }) => ({ to: opening - 1 }),
    examples: ["[Two|killed 2] miners, trapped since noon, were killed."],
    counterExamples: ["The market, where [31|killed 31] people were killed last year, is open."],
  },
];

const COORDINATOR_ROWS: readonly SubjectRow[] = [
  {
    // Coordinated verbs share a subject: "was shot and died".
    name: "shared-subject",
    when: () => true,
    then: (walk) => ({ found: subjectOfEarlierVerb(walk) }),
    examples: ["[Two|killed 2] teachers were set on fire and died."],
    counterExamples: [],
  },
];

const CLAUSE_ROWS: readonly SubjectRow[] = [
  {
    // "Survived but were also hit": a second verb of the same subject.
    name: "but-verb",
    when: ({ chunks, at, i, finite }) =>
      finite && i === at - 1 && verbAt(chunks, at)?.negated !== true && /^(?:but|yet)$/.test(lowerAt(chunks, i)),
    then: (walk) => ({ found: subjectOfEarlierVerb(walk) }),
    examples: ["The [three|injured 3] other teens survived but were also wounded."],
    counterExamples: ["They stayed when the [three|killed 3] teens that were shot dead fell."],
  },
  {
    name: "that-clause",
    when: ({ chunks, i }) => lowerAt(chunks, i) === "that" && kindAt(chunks, i) === "sub" && kindAt(chunks, i - 1) === "np",
    then: ({ chunks, i }) => ({ found: antecedent(chunks, i) }),
    examples: ["The [two|killed 2] men that were killed lived here."],
    counterExamples: ["Nobody knows how many died."],
  },
  {
    name: "clause-border",
    when: () => true,
    then: settleFallback,
    examples: ["They left when killed."],
    counterExamples: [],
  },
];

const RELATIVE_ROWS: readonly SubjectRow[] = [
  {
    name: "relative-pronoun",
    when: () => true,
    then: ({ chunks, i }) => ({ found: antecedent(chunks, i) }),
    examples: [
      "The [two|killed 2] men who were killed lived here.",
      "The [six|killed 6] members of the Stay family who were killed lived here.",
    ],
    counterExamples: [],
  },
];

const VERB_ROWS: readonly SubjectRow[] = [
  {
    name: "participle-before",
    when: ({ chunks, at, i, finite }) => isBareIng(verbAt(chunks, i)) && (!finite || (i === at - 1 && kindAt(chunks, i - 1) !== "np")),
    then: () => ({ found: [] }),
    examples: ["The quake resulted in [6,200|displaced 6200] people becoming homeless."],
    counterExamples: ["[One|killed 1] has since died."],
  },
  {
    name: "over-participle",
    when: ({ chunks, i }) => isBareIng(verbAt(chunks, i)),
    then: ({ i }) => ({ to: i - 1 }),
    examples: ["[Two|killed 2] men living in the valley near Velna were killed."],
    counterExamples: ["[One|killed 1] has since died."],
  },
  {
    name: "over-relative-clause",
    when: (walk) => endsRelativeClause(walk),
    then: ({ chunks, i }) => {
      const relative = isRelative(chunks, i);
      return { to: kindAt(chunks, relative - 1) === "comma" ? relative - 2 : relative - 1 };
    },
    examples: [
      "[Two|killed 2] men who lived here were killed.",
      "[Two|killed 2 subset] of the [four|injured 4] men who were shot died at once.",
    ],
    counterExamples: ["[Two|killed 2] men were confirmed to have perished."],
  },
  {
    // "Cases related to cartels": a participle behind its noun, not the verb of the clause.
    name: "over-reduced-relative",
    when: ({ chunks, at, i, finite }) => {
      const verb = verbAt(chunks, i);
      return (
        finite &&
        i !== at - 1 &&
        verb !== null &&
        verb.bare &&
        verb.finite &&
        !verb.reporting &&
        (kindAt(chunks, i + 1) === "prep" || kindAt(chunks, i + 1) === "of") &&
        kindAt(chunks, i - 1) === "np"
      );
    },
    then: ({ i }) => ({ to: i - 1 }),
    examples: ["[Two|killed 2] men employed by the mine were killed."],
    counterExamples: ["[Two|killed 2] men were confirmed to have perished."],
  },
  {
    // A chain: "were confirmed to have perished", "are believed to be missing".
    name: "chained-verb",
    when: () => true,
    then: ({ chunks, i, finite, depth }) => {
      const verb = verbAt(chunks, i);
      return { found: subjectOf(chunks, i, verb !== null && verb.finite && !(verb.bare && !finite), depth + 1) };
    },
    examples: ["[Two|killed 2] men were confirmed to have perished."],
    counterExamples: [],
  },
];

const PREDICATE_ROWS: readonly SubjectRow[] = [
  {
    name: "chained-phrase",
    when: () => true,
    then: ({ chunks, i, depth }) => ({ found: subjectOf(chunks, i, false, depth + 1) }),
    examples: ["[Two|killed 2] men found dead drowned."],
    counterExamples: [],
  },
];

const PHRASE_ROWS: readonly SubjectRow[] = [
  ...ADVERBIAL_ROWS,
  {
    // "Four men, all suffering burns": the pronoun stands for the phrase before it.
    name: "floating-pronoun",
    when: (walk) =>
      atPhrase(walk)?.cls === "pron" &&
      /^(?:all|each|most|both)$/.test(atPhrase(walk)?.head ?? "") &&
      kindAt(walk.chunks, walk.i - 1) === "comma",
    then: ({ i }) => ({ to: i - 2 }),
    examples: ["[Four|injured 4] men, all suffering burns, were found."],
    counterExamples: ["[Four|killed 4] men were killed."],
  },
  {
    name: "over-included-list",
    when: ({ chunks, at, i, finite }) => openingInclude(chunks, i) >= 0 && (finite || verbAt(chunks, at) === null),
    then: ({ chunks, i }) => {
      const listed = openingInclude(chunks, i);
      return { to: kindAt(chunks, listed - 1) === "comma" ? listed - 2 : listed - 1 };
    },
    examples: ["[Three|killed 3] people including [an elder|killed 1 subset implicit] and his [two|killed 2 subset] guards were killed."],
    counterExamples: ["[Three|killed 3] people were killed."],
  },
  {
    name: "counted-inside-of",
    when: (walk) => !walk.finite && outerOf(walk) !== walk.i && looksLikePeople(atPhrase(walk) as NounPhrase),
    then: (walk) => {
      const { chunks, i, finite } = walk;
      const head = nounPhraseAt(chunks, outerOf(walk));
      const counted =
        head !== null && (head.cls === "bare" || head.cls === "person") && head.quantity !== null && atPhrase(walk)?.quantity === null;
      return { found: gather(chunks, counted ? outerOf(walk) : i, finite) };
    },
    examples: ["Divers found a group of [two|killed 2] men dead."],
    counterExamples: ["Divers found [two|killed 2] men dead."],
  },
  {
    name: "over-measure",
    when: (walk) => /^(?:time|measure|money)$/.test(atPhrase(walk)?.cls ?? ""),
    then: (walk) => ({ to: governorOf(walk)?.kind === "prep" ? governorAt(walk) - 1 : outerOf(walk) - 1 }),
    examples: ["[Two|killed 2] men in 40 hours were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "over-inclusion",
    when: (walk) => governorOf(walk)?.kind === "include" && hasPeopleBefore(walk.chunks, governorAt(walk)),
    then: (walk) => {
      const i = governorAt(walk) - 1;
      return { to: kindAt(walk.chunks, i) === "comma" ? i - 1 : i };
    },
    examples: ["[Three|killed 3] people including [two|killed 2 subset] women killed on Friday were buried."],
    counterExamples: [
      "[Three|killed 3] people died.",
      "Despite the violence, including [22|injured 22 subset] people shot over the weekend, the town is safe.",
    ],
  },
  {
    name: "subject-of-clause-after-preposition",
    when: (walk) => {
      const governor = governorOf(walk);
      if (governor?.kind !== "prep" || (!isPeople(walk) && !isNamedAfter(walk, governor.lower))) return false;
      return (
        (!walk.finite || CLAUSAL_PREPOSITION.has(governor.lower)) &&
        !(governor.lower === "by" && !walk.finite) &&
        (!walk.finite || !subjectBeyond(walk.chunks, governorAt(walk)))
      );
    },
    then: (walk) => ({ found: gather(walk.chunks, outerOf(walk), walk.finite) }),
    examples: [
      "The road was shut after [two|killed 2] men were killed.",
      "[The assailant|detained 1 implicit], Tom Roe, was arrested after Eva Kane was fatally shot.",
    ],
    counterExamples: ["[Two|killed 2] men with knives were killed."],
  },
  {
    name: "over-prepositional-phrase",
    when: (walk) => governorOf(walk)?.kind === "prep",
    then: (walk) => ({ to: governorAt(walk) - 1, ...(isPeople(walk) && walk.fallback < 0 ? { fallback: outerOf(walk) } : {}) }),
    examples: ["[Two|killed 2] men from the port were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "over-name-of",
    when: (walk) => isNaming(governorOf(walk)),
    then: (walk) => ({ to: governorAt(walk) - 1 }),
    examples: ["[A vendor|killed 1 implicit] named Jonas was killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "object-in-relative-clause",
    when: (walk) => governorOf(walk)?.kind === "verb" && walk.finite && isRelative(walk.chunks, governorAt(walk)) >= 0,
    then: ({ chunks, ...walk }) => {
      const relative = isRelative(chunks, governorAt({ chunks, ...walk }));
      return { to: kindAt(chunks, relative) === "np" ? relative - 1 : relative };
    },
    examples: ["[Two|killed 2] men who sold fruit were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "object-of-participle",
    when: (walk) => {
      const governor = governorOf(walk);
      return governor?.kind === "verb" && !governor.reporting && walk.finite && (isBareIng(governor) || governor.infinitive);
    },
    then: (walk) => ({ to: governorAt(walk) - 1 }),
    examples: ["[Two|killed 2] men selling fruit were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    // "Officers assigned to the port and its customs branch were shot": both conjuncts stand in the prepositional phrase.
    name: "conjunct-of-prepositional-phrase",
    when: (walk) => conjunctPreposition(walk) > 0,
    then: (walk) => ({ to: conjunctPreposition(walk) - 1 }),
    examples: ["[Two|killed 2] officers assigned to the port police and its customs branch were shot to death."],
    counterExamples: ["[Two|killed 2] men and [a boy|killed 1 implicit] were killed."],
  },
  {
    name: "thing-before-participle",
    when: (walk) => {
      const governor = governorOf(walk);
      const np = atPhrase(walk);
      return (
        governor?.kind !== "verb" &&
        !walk.finite &&
        np !== null &&
        !mayBePeople(nounPhraseAt(walk.chunks, outerOf(walk)) ?? np) &&
        !np.quantity &&
        governor?.kind !== undefined &&
        governor.kind !== "comma"
      );
    },
    then: (walk) => ({ to: outerOf(walk) - 1 }),
    examples: ["Kidnappers demanded money for the [nine|abducted 9] girls they abducted."],
    counterExamples: ["There were [two|killed 2] men dead."],
  },
  {
    // "All of the five were shot".
    name: "all-of-the-counted",
    when: (walk) =>
      atPhrase(walk)?.quantity != null &&
      /^(?:all|both)$/.test(nounPhraseAt(walk.chunks, walk.i - 2)?.head ?? "") &&
      outerOf(walk) === walk.i - 2,
    then: (walk) => ({ found: [walk.i] }),
    examples: ["All of the [five|injured 5] were shot."],
    counterExamples: ["[Two|injured 2 subset] of the five were shot."],
  },
  {
    name: "nearest-phrase",
    when: () => true,
    then: (walk) => ({ found: gather(walk.chunks, outerOf(walk), walk.finite) }),
    examples: ["[Two|killed 2] men were killed."],
    counterExamples: [],
  },
];

/** How the walk goes on at a chunk of each kind. Where no row holds it goes one chunk to the left. */
export const SUBJECT_ROWS: Readonly<Record<Chunk["kind"], readonly SubjectRow[]>> = {
  adv: ADVERBIAL_ROWS,
  comma: COMMA_ROWS,
  and: COORDINATOR_ROWS,
  or: COORDINATOR_ROWS,
  sub: CLAUSE_ROWS,
  stop: CLAUSE_ROWS,
  colon: CLAUSE_ROWS,
  rel: RELATIVE_ROWS,
  verb: VERB_ROWS,
  pred: PREDICATE_ROWS,
  np: PHRASE_ROWS,
  there: [],
  other: [],
  prep: [],
  of: [],
  include: [],
};

const isBareIng = (verb: VerbGroup | null): boolean => verb !== null && verb.form === "ing" && verb.bare && !verb.reporting;

const isNaming = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === "verb" && chunk.bare && /^(?:named|called|nicknamed|dubbed|surnamed|aged|identified|known)$/.test(chunk.main);

/** "After Kane was shot": a name is the subject of the clause, not what the clause is after. */
const isNamedAfter = (walk: Walk, preposition: string): boolean =>
  walk.finite &&
  CLAUSAL_PREPOSITION.has(preposition) &&
  preposition !== "than" &&
  atPhrase(walk)?.cls === "name" &&
  verbAt(walk.chunks, walk.at)?.bare === false &&
  walk.at - walk.i <= 3;

/** True where the verb at `i` ends a relative clause whose noun is the subject of the one that the walk comes from. */
function endsRelativeClause({ chunks, at, i, finite }: Walk): boolean {
  const verb = verbAt(chunks, i);
  if (!verb || !finite || !verb.finite) return false;
  const own = i !== at - 1 || (!verb.bare && (verbAt(chunks, at)?.bare === false || isPlainPast(verbAt(chunks, at))));
  return own && isRelative(chunks, i) >= 0;
}

/** The subject of the verb that a coordinator joins to the one at `at`. */
function subjectOfEarlierVerb({ chunks, i, finite, depth }: Walk): readonly number[] {
  for (let j = i - 1; j >= 0; j--) {
    const other = chunks[j];
    if (other?.kind === "sub" || other?.kind === "stop" || other?.kind === "colon") return [];
    if (other?.kind === "verb" && !(other.form === "ing" && other.bare && finite))
      return subjectOf(chunks, j, finite || (other.finite && !other.bare), depth + 1);
    if (other?.kind === "pred") return subjectOf(chunks, j, false, depth + 1);
  }
  return [];
}

/** The preposition over a phrase that is coordinated with another under it; -1 for none. */
function conjunctPreposition(walk: Walk): number {
  const governor = governorOf(walk);
  const np = atPhrase(walk);
  const whole = nounPhraseAt(walk.chunks, outerOf(walk)) ?? np;
  if (
    !walk.finite ||
    (governor?.kind !== "and" && governor?.kind !== "or") ||
    !whole ||
    looksLikePeople(whole) ||
    whole.quantity !== null ||
    whole.cls === "pron"
  )
    return -1;
  const first = governorAt(walk) - 1;
  const conjunct = nounPhraseAt(walk.chunks, first);
  if (!conjunct || looksLikePeople(conjunct)) return -1;
  const preposition = before(walk.chunks, outermost(walk.chunks, first));
  return kindAt(walk.chunks, preposition) === "prep" ? preposition : -1;
}
