import type { Outcome } from "../../model/casualty.js";
import type { NounPhrase } from "./chunk.js";
import type { Row } from "./decide.js";
import type { Category, Unit } from "./units.js";
import { classOf, hasTag, lemmaOf, PREMODIFIERS, type Vocabulary } from "./vocabulary.js";

/** A noun phrase as far as it is read. Indexes are of units; -1 for none. */
export interface Draft {
  readonly first: number;
  readonly last: number;
  readonly det: NounPhrase["det"];
  readonly quantity: Unit | null;
  readonly head: number;
  readonly nounFirst: number;
  readonly premodifier: Outcome | null;
  /** The outcome of an adjective that stands for people: "the dead". */
  readonly nominal: Outcome | null;
  readonly possessor: NounPhrase | null;
}

/** The next unit, and the phrase before it. */
export interface DraftAtUnit {
  readonly units: readonly Unit[];
  readonly i: number;
  readonly unit: Unit;
  readonly draft: Draft;
  readonly vocabulary: Vocabulary;
}

/** What a row makes of the unit: changes of the draft, which takes it in; null where the phrase ends before it. */
export interface Take {
  readonly change: Partial<Draft> | null;
  /** True where the phrase ends with it. */
  readonly ends?: boolean;
  /** True where the phrase so far owns what follows: "the mayor's". */
  readonly owns?: boolean;
}
type ChunkRow = Row<DraftAtUnit, Take>;

const STOP = (): Take => ({ change: null });
const TAKE = (): Take => ({ change: {} });
const isCategory = (unit: Unit | undefined, ...of: readonly Category[]): boolean => unit !== undefined && of.includes(unit.category);
const isOpen = ({ draft }: DraftAtUnit): boolean => draft.head < 0;
const isLed = ({ draft }: DraftAtUnit): boolean => draft.det !== null || draft.quantity !== null;
const headOf = ({ draft, units }: DraftAtUnit): Unit | undefined => (draft.head < 0 ? undefined : units[draft.head]);
const headClass = (c: DraftAtUnit): string | null => classOf(c.vocabulary, headOf(c)?.lower ?? "");
const firstNoun = ({ draft, i }: DraftAtUnit): number => (draft.nounFirst < 0 ? i : draft.nounFirst);
const isPluralHead = (c: DraftAtUnit): boolean => /(?:s|men|people|children)$/.test(headOf(c)?.lower ?? "");
const nextOf = ({ units, i }: DraftAtUnit): Unit | undefined => units[i + 1];
const isModifier = ({ unit }: DraftAtUnit): boolean => isCategory(unit, "noun", "name", "adj");
const isPremodifier = ({ unit }: DraftAtUnit): boolean => PREMODIFIERS.has(unit.lower);
const premodifier = ({ unit }: DraftAtUnit): Outcome | null => PREMODIFIERS.get(unit.lower) ?? null;
const wholePhraseAt = ({ vocabulary, units, i, unit }: DraftAtUnit): boolean =>
  vocabulary.phrases.get(unit.lower)?.some(({ words }) => words.length > 1 && words.every((word, k) => units[i + k]?.lower === word)) ===
  true;
/** An outcome adjective that stands for people, or waits for them: no plain modifier. */
const isReservedPremodifier = (c: DraftAtUnit): boolean =>
  isPremodifier(c) &&
  c.vocabulary.nouns.get(c.unit.lower) === undefined &&
  (c.unit.category === "adj" || (isOpen(c) && personAfter(c.units, c.i, c.vocabulary) !== null));
const asNominal = (c: DraftAtUnit): Take => ({ change: { nominal: premodifier(c), head: c.i, nounFirst: c.i }, ends: true });

/** How a noun phrase goes on at its next unit. Where no row holds it has ended. */
export const CHUNK_ROWS: readonly ChunkRow[] = [
  {
    name: "outcome-phrase",
    when: (c) => c.draft.quantity !== null && isOpen(c) && wholePhraseAt(c),
    then: STOP,
    examples: ["[Six|injured 6] needed hospital treatment."],
    counterExamples: ["[Six|killed 6] cooks died."],
  },
  {
    // "Four men, all suffering burns": the participle goes with the pronoun.
    name: "suffering",
    when: (c) => c.unit.lower === "suffering" && isCategory(c.units[c.i - 1], "det"),
    then: STOP,
    examples: ["[Four|injured 4] men, all suffering burns, were found."],
    counterExamples: ["[Four|killed 4] men died."],
  },
  {
    name: "determiner",
    when: (c) => isCategory(c.unit, "det", "poss") && isOpen(c) && !c.draft.quantity,
    then: (c) => ({ change: c.draft.det && c.unit.lower === "such" ? {} : { det: detOf(c.unit) } }),
    examples: ["[The cook|killed 1 implicit] died."],
    counterExamples: ["[Four|killed 4] died."],
  },
  {
    name: "quantity",
    when: (c) => isCategory(c.unit, "quantity") && !c.draft.quantity && isOpen(c),
    then: ({ unit }) => ({ change: { quantity: unit } }),
    examples: ["[Four|killed 4] cooks died."],
    counterExamples: ["[The cook|killed 1 implicit] died."],
  },
  {
    name: "ordinal",
    when: (c) => c.unit.ordinal && isOpen(c) && isLed(c),
    then: ({ draft }) => ({ change: draft.det === "a" || draft.det === "the" || draft.det === "another" ? { det: "ordinal" } : {} }),
    examples: ["[A third man|killed 1 implicit] died."],
    counterExamples: ["[A man|killed 1 implicit] died."],
  },
  {
    name: "more",
    when: (c) => isOpen(c) && isLed(c) && hasTag(c.vocabulary, c.unit.lower, "more"),
    then: TAKE,
    examples: ["[Four|killed 4] more cooks died."],
    counterExamples: ["[Four|killed 4] cooks died."],
  },
  {
    // "The arrested five members": the participle stands before the number.
    name: "participle-before-number",
    when: (c) =>
      isPremodifier(c) &&
      c.draft.det === "the" &&
      !c.draft.quantity &&
      isOpen(c) &&
      c.draft.nounFirst < 0 &&
      nextOf(c)?.quantity?.qualifier === "exact" &&
      classOf(c.vocabulary, c.units[c.i + 2]?.lower ?? "") === "person",
    then: (c) => ({ change: { premodifier: premodifier(c) } }),
    examples: ["The arrested [five|detained 5] members were named."],
    counterExamples: ["[Five|detained 5] members were arrested."],
  },
  {
    name: "its-own-dead",
    when: (c) => c.unit.lower === "own" && c.draft.det === "poss" && PREMODIFIERS.has(nextOf(c)?.lower ?? ""),
    then: TAKE,
    examples: ["The rebels put their own dead at [four|killed 4 by]."],
    counterExamples: ["[Her own son|killed 1 implicit] died."],
  },
  {
    // "The dead", "its dead".
    name: "nominal-adjective",
    when: (c) =>
      isPremodifier(c) &&
      (c.draft.det === "the" || (c.draft.det === "poss" && c.unit.lower === "dead")) &&
      !c.draft.quantity &&
      isOpen(c) &&
      c.draft.nounFirst < 0 &&
      !nounFollows(c.units, c.i) &&
      c.unit.category !== "verb",
    then: asNominal,
    examples: ["The dead included [two|killed 2 subset] nurses."],
    counterExamples: ["The dead nurses were named when [two|killed 2] died."],
  },
  {
    // "Five dead bodies": the adjective says no more than its noun.
    name: "dead-before-bodies",
    when: (c) =>
      isPremodifier(c) &&
      isOpen(c) &&
      isLed(c) &&
      c.vocabulary.nouns.get(nextOf(c)?.lower ?? "")?.counts === true &&
      hasTag(c.vocabulary, c.unit.lower, "corpse-word"),
    then: (c) => ({ change: { nounFirst: firstNoun(c) } }),
    examples: ["[Five|killed 5] dead bodies were taken to the hospital."],
    counterExamples: ["The camp had [five|killed 5] dead, bodies of guards."],
  },
  {
    name: "outcome-adjective-behind",
    when: (c) =>
      c.vocabulary.phrases.get(c.unit.lower)?.some((p) => p.words.length === 1) === true &&
      (c.draft.head >= 0 || c.draft.quantity !== null) &&
      !personAfter(c.units, c.i, c.vocabulary),
    then: STOP,
    examples: ["There were [two|killed 2] dead."],
    counterExamples: ["There were [two|killed 2] deaths."],
  },
  {
    // "Two missionaries last Wednesday": the day stands beside the phrase.
    name: "day-beside",
    when: (c) => {
      if (!isModifier(c) || isReservedPremodifier(c) || c.draft.head < 0) return false;
      const beside = /^(?:last|next|early|late)$/.test(c.unit.lower) || classOf(c.vocabulary, c.unit.lower) === "time";
      const people = headClass(c) === "person" || headClass(c) === "household";
      return beside && (people || (c.vocabulary.nouns.has(headOf(c)?.lower ?? "") && /^(?:last|early|late|\w+day)$/.test(c.unit.lower)));
    },
    then: STOP,
    examples: ["Soldiers killed [two|killed 2] missionaries last Wednesday."],
    counterExamples: ["Soldiers killed [two|killed 2] last guards."],
  },
  {
    // "Killed three boys herding goats": a participle behind its noun.
    name: "participle-behind",
    when: (c) =>
      isModifier(c) &&
      !isReservedPremodifier(c) &&
      c.draft.quantity !== null &&
      c.draft.head >= 0 &&
      /ing$/.test(c.unit.lower) &&
      isCategory(nextOf(c), "noun") &&
      classOf(c.vocabulary, c.unit.lower) === null &&
      headClass(c) === "person" &&
      isPluralHead(c),
    then: STOP,
    examples: ["Soldiers killed [three|killed 3] boys herding goats."],
    counterExamples: ["Soldiers killed [three|killed 3] young herders."],
  },
  {
    // "Gave five officers life sentences": the second object.
    name: "sentence-behind",
    when: (c) =>
      c.draft.quantity !== null &&
      c.draft.head >= 0 &&
      isModifier(c) &&
      /^(?:life|prison|jail)$/.test(c.unit.lower) &&
      headClass(c) === "person" &&
      isPluralHead(c),
    then: STOP,
    examples: ["The court gave [five|detained 5] officers life sentences."],
    counterExamples: ["The court jailed [five|detained 5] prison officers."],
  },
  {
    // "Nine civilians Odhar village": a name does not follow a counted plural inside its phrase.
    name: "name-behind-plural",
    when: (c) =>
      c.unit.category === "name" &&
      c.draft.quantity !== null &&
      isCategory(headOf(c), "noun") &&
      headClass(c) === "person" &&
      isPluralHead(c) &&
      classOf(c.vocabulary, c.unit.lower) !== "person" &&
      !isReservedPremodifier(c),
    then: STOP,
    examples: ["Shells killed [nine|killed 9] civilians Odhar village."],
    counterExamples: ["Shells killed [nine|killed 9] Odhar villagers."],
  },
  {
    // "The elderly": an adjective alone after its determiner.
    name: "adjective-alone",
    when: (c) => c.unit.category === "adj" && !isReservedPremodifier(c) && !adjectiveLeads(c.units, c.i),
    then: (c) => (isOpen(c) && c.draft.det && !c.draft.quantity ? { change: { head: c.i, nounFirst: firstNoun(c) }, ends: true } : STOP()),
    examples: ["The rural were spared when [two|killed 2] men died."],
    counterExamples: ["[Two|killed 2] young men died."],
  },
  {
    name: "adjective",
    when: (c) => c.unit.category === "adj" && !isReservedPremodifier(c),
    then: (c) => ({ change: { nounFirst: firstNoun(c) } }),
    examples: ["[Two|killed 2] young men died."],
    counterExamples: ["[Two|killed 2] men died."],
  },
  {
    // A name after a common noun is an apposition ("the singer Ana Ruiz"): the head stays with the noun.
    name: "noun",
    when: (c) => isModifier(c) && !isReservedPremodifier(c),
    then: (c) => ({
      change: {
        nounFirst: firstNoun(c),
        ...(c.unit.category === "name" && isCategory(headOf(c), "noun") && !c.vocabulary.nouns.has(c.unit.lower) ? {} : { head: c.i }),
      },
    }),
    examples: ["[Two|killed 2] men died."],
    counterExamples: ["[Two|killed 2] died."],
  },
  {
    name: "owner",
    when: (c) => c.unit.category === "clitic" && c.draft.last === c.i - 1 && c.draft.last >= c.draft.first,
    then: () => ({ change: {}, owns: true }),
    examples: ["[The mayor's driver|killed 1 implicit] died."],
    counterExamples: ["[The driver|killed 1 implicit] died."],
  },
  {
    // "Three wounded men".
    name: "outcome-before-people",
    when: (c) =>
      isPremodifier(c) && (isLed(c) || c.draft.last < c.draft.first) && isOpen(c) && personAfter(c.units, c.i, c.vocabulary) !== null,
    then: (c) => ({ change: { premodifier: premodifier(c), nounFirst: firstNoun(c) } }),
    examples: ["Medics carried [three|injured 3] wounded climbers down."],
    counterExamples: ["Medics saw [three|killed 3] climbers die."],
  },
  {
    // "Those killed".
    name: "nominal-participle",
    when: (c) =>
      isPremodifier(c) && isOpen(c) && !c.draft.quantity && (c.draft.det === "the" || c.draft.det === "other") && c.draft.nounFirst < 0,
    then: asNominal,
    examples: ["Among those killed were [two|killed 2 subset] cooks."],
    counterExamples: ["[Two|killed 2] cooks also died."],
  },
  {
    // "Those shot", "those stabbed": any participle of an outcome.
    name: "those-whom-it-befell",
    when: (c) =>
      c.unit.category === "verb" &&
      isOpen(c) &&
      c.draft.last === c.draft.first &&
      c.units[c.i - 1]?.lower === "those" &&
      befallen(c) !== null,
    then: (c) => ({ change: { nominal: befallen(c), head: c.i, nounFirst: c.i }, ends: true }),
    examples: ["[One|injured 1 subset] of those shot is a cook.", "[Two|injured 2 subset] officers were among those stabbed."],
    counterExamples: ["Those firing shot [two|injured 2] cooks."],
  },
  {
    name: "participle-before-outcome",
    when: (c) =>
      c.unit.category === "verb" &&
      !isPremodifier(c) &&
      isOpen(c) &&
      isLed(c) &&
      c.vocabulary.nouns.get(nextOf(c)?.lower ?? "")?.counts === true,
    then: (c) => ({ change: { nounFirst: firstNoun(c) } }),
    examples: ["The state had [40|killed 40] verified deaths."],
    counterExamples: ["[Two|killed 2] cooks also died."],
  },
  {
    name: "participle-before-noun",
    when: (c) =>
      c.unit.category === "verb" &&
      !isPremodifier(c) &&
      isOpen(c) &&
      isLed(c) &&
      nounFollows(c.units, c.i) &&
      /(?:ed|ing|en|wn)$/.test(c.unit.lower) &&
      !(c.draft.quantity && hasTag(c.vocabulary, lemmaOf(c.vocabulary, c.unit.lower), "suffer")) &&
      (!c.vocabulary.verbs.has(c.unit.lower) ||
        (c.draft.det !== null && !c.draft.quantity && personAfter(c.units, c.i, c.vocabulary) !== null)),
    then: (c) => ({ change: { nounFirst: firstNoun(c) } }),
    examples: ["[Two|killed 2] hired cooks were killed."],
    counterExamples: ["[Two|killed 2] cooks also died.", "[Seven|injured 7] more suffered gunshot wounds."],
  },
  {
    name: "adverb-before-adjective",
    when: (c) =>
      c.unit.category === "adv" &&
      isOpen(c) &&
      isLed(c) &&
      /ly$/.test(c.unit.lower) &&
      (isCategory(nextOf(c), "adj") || PREMODIFIERS.has(nextOf(c)?.lower ?? "")) &&
      personAfter(c.units, c.i + 1, c.vocabulary) !== null,
    then: TAKE,
    examples: ["Medics found [two|injured 2] badly wounded climbers."],
    counterExamples: ["[Two|killed 2] instantly died."],
  },
  {
    name: "comma-between-adjectives",
    when: (c) =>
      c.unit.category === "comma" &&
      isOpen(c) &&
      c.draft.nounFirst >= 0 &&
      isCategory(c.units[c.i - 1], "adj") &&
      isCategory(nextOf(c), "adj") &&
      adjectiveLeads(c.units, c.i + 1),
    then: TAKE,
    examples: ["[A tall, young man|killed 1 implicit] died."],
    counterExamples: ["[Two|killed 2] men, tall and young, died."],
  },
];

/** The outcome of a participle that stands for people: "those shot", and "those shot dead". */
function befallen({ vocabulary, units, i, unit }: DraftAtUnit): Outcome | null {
  const found = vocabulary.verbs
    .get(unit.lower)
    ?.find(({ verb, form }) => verb.particle === "" && verb.frame === "transitive" && (form === "past" || form === "participle"));
  if (!found) return null;
  return units[i + 1]?.lower === "dead" ? "killed" : found.verb.outcome;
}

function detOf(unit: Unit): NounPhrase["det"] {
  if (unit.category === "poss") return "poss";
  switch (unit.lower) {
    case "a":
    case "an":
      return "a";
    case "the":
    case "this":
    case "that":
      return "the";
    case "another":
      return "another";
    default:
      return "other";
  }
}

/** True where a noun or a further adjective follows the adjective at once. */
function adjectiveLeads(units: readonly Unit[], at: number): boolean {
  for (let i = at + 1; i < units.length && i < at + 6; i++) {
    const unit = units[i];
    if (!unit) return false;
    if (isCategory(unit, "noun", "name")) return true;
    const joint = isCategory(unit, "comma", "and") && isCategory(units[i + 1], "adj");
    if (unit.category !== "adj" && !joint && !PREMODIFIERS.has(unit.lower)) return false;
  }
  return false;
}

function nounFollows(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return isCategory(next, "noun", "name") || (isCategory(next, "adj") && adjectiveLeads(units, at + 1));
}

/** The noun for people that an outcome adjective stands before, across other modifiers; null where there is none. */
function personAfter(units: readonly Unit[], at: number, vocabulary: Vocabulary): Unit | null {
  let found: Unit | null = null;
  for (let i = at + 1; i < units.length && i < at + 6; i++) {
    const unit = units[i];
    if (!unit || !(isCategory(unit, "noun", "name", "adj") || (PREMODIFIERS.has(unit.lower) && unit.category === "verb"))) break;
    const cls = classOf(vocabulary, unit.lower);
    if (cls === "person" || (unit.category === "name" && isDemonym(vocabulary, unit.lower))) found = unit;
    else if (cls === "time") break;
  }
  return found;
}

/** "Yemenis", "Afghans": a name that ends as those of peoples do. */
export const isDemonym = ({ demonymEnding }: Vocabulary, lower: string): boolean => demonymEnding.test(lower);
