import { decide, type Row } from "./decide.js";
import type { Category, Unit } from "./units.js";
import { hasTag, lemmaOf, type Vocabulary } from "./vocabulary.js";

/** A unit among those of its sentence. */
export interface UnitInContext {
  readonly list: readonly Unit[];
  readonly at: number;
  readonly unit: Unit;
  readonly vocabulary: Vocabulary;
}

/** What only the neighbors of a word decide: "wounding 19" is a verb, "the wounding of 19" a noun; "both Ana and Luis". */
export function readInContext(list: readonly Unit[], unit: Unit, at: number, vocabulary: Vocabulary): Unit {
  return SETTLED.has(unit.category) || (unit.quantity !== null && unit.lower !== "both")
    ? unit
    : (decide(RETAG_ROWS, { list, at, unit, vocabulary }) ?? unit);
}

/** Categories that no row changes: most of the words of a text. */
const SETTLED: ReadonlySet<Category> = new Set<Category>([
  "comma",
  "of",
  "and",
  "or",
  "be",
  "have",
  "stop",
  "colon",
  "rel",
  "clitic",
  "poss",
  "prep",
]);

const as =
  (category: Category) =>
  ({ unit }: UnitInContext): Unit => ({ ...unit, category });
const categoryAt = ({ list, at }: UnitInContext, step: number): Category | undefined => list[at + step]?.category;
const wordAt = ({ list, at }: UnitInContext, step: number): string => list[at + step]?.lower ?? "";
const is = (category: Category | undefined, ...of: readonly (Category | undefined)[]): boolean => of.includes(category);
const isNominal = ({ unit }: UnitInContext): boolean => unit.category === "noun" || unit.category === "name";
const isOutcomeVerb = ({ unit, vocabulary }: UnitInContext): boolean => vocabulary.verbs.has(unit.lower);
const endsIn = ({ unit }: UnitInContext, ending: string): boolean => unit.lower.endsWith(ending);

/** True for an outcome word that may head a label: "killed – 41", "deaths - 12". */
function isLabelWord(c: UnitInContext, step: number): boolean {
  const word = wordAt(c, step);
  const outcome =
    c.vocabulary.verbs.has(word) ||
    c.vocabulary.nouns.has(word) ||
    c.vocabulary.phrases.get(word)?.some((phrase) => phrase.words.length === 1) === true;
  return outcome && is(categoryAt(c, step - 1), undefined, "comma", "stop", "and", "colon");
}

/** True where the noun phrase that ends before the unit opens its clause, and so may be a subject. */
function opensClause({ list, at }: UnitInContext): boolean {
  let i = at - 1;
  while (is(list[i]?.category, "noun", "name", "adj", "det", "poss", "clitic", "pron", "prep", "of") && i >= 0) i--;
  // "Media reports that", "security fears that" are nouns; "the army claims that" is a clause.
  const agrees = !list[at]?.lower.endsWith("s") || is(list[i + 1]?.category, "det", "name") || list[at + 1]?.lower !== "that";
  return agrees && is(list[i]?.category, undefined, "comma", "stop", "sub", "and", "colon", "dash", "rel");
}

/** "…, the website of the paper reports.": from the unit back to a comma there are nouns alone. */
function opensAfterComma({ list, at }: UnitInContext): boolean {
  let i = at - 1;
  while (is(list[i]?.category, "noun", "name", "adj", "adv", "det", "poss", "clitic", "of") && i >= 0) i--;
  return i > 0 && list[i]?.category === "comma" && list.slice(0, i).some((unit) => is(unit.category, "verb", "be", "have"));
}

/** "The camp that houses refugees": a plural noun between "that" and what it takes is a verb. */
function isVerbAfterThat(list: readonly Unit[], at: number): boolean {
  const word = list[at];
  return (
    word?.category === "noun" &&
    list[at - 1]?.lower === "that" &&
    list[at - 2]?.category === "noun" &&
    /[^su]s$/.test(word.lower) &&
    is(list[at + 1]?.category, "noun", "adj", "det", "quantity", "name", "prep")
  );
}

/** A capitalized noun between "Two" and its particle, and so on, get their category from what stands beside them. */
export const RETAG_ROWS: readonly Row<UnitInContext, Unit>[] = [
  {
    name: "false-as-adjective",
    when: (c) => isNominal(c) && hasTag(c.vocabulary, c.unit.lower, "falsehood") && hasTag(c.vocabulary, wordAt(c, 1), "statement"),
    then: as("adj"),
    examples: ["False claims that [14|killed 14 denied] patients had died spread quickly."],
    counterExamples: ["Claims that [14|killed 14] patients had died spread quickly."],
  },
  {
    // "Claims that 40 had been killed are untrue", "false claims that".
    name: "claims-as-noun",
    when: (c) =>
      (c.unit.category === "verb" || isNominal(c)) &&
      hasTag(c.vocabulary, c.unit.lower, "statement") &&
      c.unit.lower.endsWith("s") &&
      (c.at === 0 || hasTag(c.vocabulary, wordAt(c, -1), "falsehood")) &&
      /^(?:that|of)$/.test(wordAt(c, 1)),
    then: as("noun"),
    examples: [
      "Claims that [40|killed 40 denied by] soldiers had been killed are untrue, the army said.",
      "False claims that [14|killed 14 denied] patients had died spread quickly.",
    ],
    counterExamples: ["The army claims that [40|killed 40 by] soldiers had been killed."],
  },
  {
    name: "label-dash",
    when: (c) => c.unit.category === "dash" && is(categoryAt(c, 1), "quantity") && isLabelWord(c, -1),
    then: as("colon"),
    examples: ["Injured – [41|injured 41], killed – [6|killed 6]"],
    counterExamples: ["The raid – [12|killed 12] were killed – ended at noon."],
  },
  {
    name: "gerund-with-object",
    when: (c) => {
      if (c.unit.category !== "noun" || !endsIn(c, "ing") || !isOutcomeVerb(c) || !is(categoryAt(c, 1), "quantity", "det", "poss"))
        return false;
      // "Fell in 2019 killing six people": a year counts nothing.
      const year = /^(?:1[89]|20)\d\d$/.test(wordAt(c, -1)) && is(categoryAt(c, 1), "quantity");
      return year || !is(categoryAt(c, -1), "det", "poss", "adj", "quantity");
    },
    then: as("verb"),
    examples: ["The blast hit a bakery, wounding [19|injured 19]."],
    counterExamples: ["The killing shocked the town."],
  },
  {
    name: "gerund-as-noun",
    when: (c) =>
      c.unit.category === "verb" &&
      endsIn(c, "ing") &&
      is(categoryAt(c, -1), "det", "poss") &&
      is(categoryAt(c, 1), "of", undefined, "verb", "be"),
    then: as("noun"),
    examples: ["The missing include [six|missing 6 subset] children."],
    counterExamples: ["He left, wounding [19|injured 19] men."],
  },
  {
    name: "verb-as-owner",
    when: (c) => c.unit.category === "verb" && categoryAt(c, 1) === "clitic" && /^\p{Lu}/u.test(c.unit.text),
    then: as("name"),
    examples: ["When [Park’s dealer|killed 1 implicit] was killed, he fled."],
    counterExamples: ["[Two|killed 2] men died."],
  },
  {
    // "Sustained a gunshot wound".
    name: "wound-as-noun",
    when: (c) => c.unit.category === "verb" && hasTag(c.vocabulary, c.unit.lower, "wound") && is(categoryAt(c, -1), "noun", "adj", "det"),
    then: as("noun"),
    examples: ["[A juvenile|injured 1 implicit] had sustained a gunshot wound to the leg."],
    counterExamples: ["The shells wounded [two|injured 2] men."],
  },
  {
    // "According to police", "police say".
    name: "police-as-noun",
    when: (c) =>
      c.unit.lower === "police" &&
      c.unit.category === "verb" &&
      !(wordAt(c, -1) === "to" && wordAt(c, -2) !== "according" && is(categoryAt(c, 1), "det", "noun", "poss")),
    then: as("noun"),
    examples: ["According to police, [two|killed 2 by] men died."],
    counterExamples: ["[Two|killed 2] men died trying to police the border."],
  },
  {
    // "Contrary to reports", "earlier reports of 15 deaths".
    name: "report-as-noun",
    when: (c) =>
      c.unit.category === "verb" &&
      hasTag(c.vocabulary, c.unit.lower, "statement") &&
      (is(categoryAt(c, -1), "prep", "adj", "det", "poss", "of", "to") || is(categoryAt(c, 1), "of") || wordAt(c, -1) === "earlier"),
    then: as("noun"),
    examples: ["Contrary to reports, [three|killed 3] men died."],
    counterExamples: ["The agency reports that [three|killed 3 by] men died."],
  },
  {
    // "The army claims it killed 12", "aid groups estimate that".
    name: "report-as-verb",
    when: (c) =>
      isNominal(c) &&
      c.vocabulary.reporting.get(c.unit.lower) === true &&
      !endsIn(c, "ing") &&
      ((is(categoryAt(c, -1), "noun", "name", "pron") &&
        is(categoryAt(c, 1), "quantity", "det", "pron", "sub", "poss") &&
        (opensClause(c) || categoryAt(c, 1) === "det")) ||
        (is(categoryAt(c, -1), "noun", "name") && is(categoryAt(c, 1), undefined, "stop") && endsIn(c, "s") && opensAfterComma(c)) ||
        (is(categoryAt(c, -1), "comma") && is(categoryAt(c, 1), "det", "name") && is(categoryAt(c, 3), undefined, "stop"))),
    then: as("verb"),
    examples: ["The army claims it killed [12|killed 12 by] rebels.", "[Twelve|killed 12 by] men were killed, reports the BBC."],
    counterExamples: ["He denied army claims that [12|killed 12 denied by] men were killed."],
  },
  {
    // "Announced Friday, warning that": a participle that goes on with what is said.
    name: "saying-as-verb",
    when: (c) =>
      isNominal(c) &&
      endsIn(c, "ing") &&
      c.vocabulary.reporting.get(c.unit.lower) === true &&
      is(categoryAt(c, -1), "name", "noun", "adv", "comma") &&
      is(categoryAt(c, 1), "sub"),
    then: as("verb"),
    examples: ["[Two|killed 2 by] men died, the mayor announced Friday warning that the toll could rise."],
    counterExamples: ["The warning that [two|killed 2] men died came late."],
  },
  {
    // "Human Rights Watch documented", "the Red Cross put".
    name: "verb-in-name",
    when: (c) =>
      c.unit.category === "verb" &&
      c.at > 0 &&
      /^\p{Lu}\p{Ll}/u.test(c.unit.text) &&
      categoryAt(c, -1) === "name" &&
      is(categoryAt(c, 1), "verb", "be", "have", "modal", "clitic") &&
      !isOutcomeVerb(c),
    then: as("name"),
    examples: ["Human Rights Watch documented [12|killed 12 by] deaths."],
    counterExamples: ["Police Say [Two|killed 2 by] Men Were Killed"],
  },
  {
    // "Living Faith Church", "Tom Lee Jolly, 60", "Nal Gravely, 19": a word of a name that looks like another.
    name: "word-of-a-name",
    when: (c) =>
      /^\p{Lu}\p{Ll}/u.test(c.unit.text) &&
      c.at > 0 &&
      categoryAt(c, -1) === "name" &&
      !isOutcomeVerb(c) &&
      (c.unit.category === "verb"
        ? endsIn(c, "ing") && categoryAt(c, 1) === "name"
        : !c.vocabulary.phrases.has(c.unit.lower) &&
          is(c.unit.category, "adj", "adv") &&
          categoryAt(c, 1) === "comma" &&
          is(categoryAt(c, 2), "quantity", "name")),
    then: as("name"),
    examples: ["Tom Jolly, 60, was held over the death of [two|killed 2] cooks."],
    counterExamples: ["[Two|killed 2] men died on Friday, Nearly 40 years on."],
  },
  {
    // "Two village heads, a clerk and a guard": after a plural number no verb ends so.
    name: "plural-taken-for-verb",
    when: (c) =>
      c.unit.category === "verb" &&
      /[^su]s$/.test(c.unit.lower) &&
      !isOutcomeVerb(c) &&
      is(categoryAt(c, -1), "noun", "adj") &&
      categoryAt(c, -2) === "quantity" &&
      c.list[c.at - 2]?.quantity?.value !== 1 &&
      is(categoryAt(c, 1), undefined, "comma", "and", "be", "have", "stop", "of", "rel", "verb"),
    then: as("noun"),
    examples: ["[Two|killed 2] village heads, [a clerk|killed 1 implicit] and [two|killed 2] others were killed."],
    counterExamples: ["A man heads, police say, those who killed [two|killed 2 by] others."],
  },
  {
    // Headlines: "Blast kills four", "Police arrest two men".
    name: "headline-verb",
    when: (c) =>
      isNominal(c) &&
      is(categoryAt(c, 1), "quantity", "det") &&
      is(categoryAt(c, -1), "noun", "name") &&
      c.vocabulary.verbs.get(c.unit.lower)?.some((v) => v.form === "s" || v.form === "base") === true,
    then: as("verb"),
    examples: ["Police arrest [40|detained 40] at protest"],
    counterExamples: ["The four kills were hares."],
  },
  {
    name: "participle-before-noun",
    when: (c) => {
      if (c.unit.category !== "verb" || !(endsIn(c, "ed") || endsIn(c, "en")) || isOutcomeVerb(c)) return false;
      if (hasTag(c.vocabulary, lemmaOf(c.vocabulary, c.unit.lower), "suffer")) return false;
      const accused = hasTag(c.vocabulary, c.unit.lower, "accused");
      if (!is(categoryAt(c, 1), "noun", "adj") && !(categoryAt(c, 1) === "name" && accused)) return false;
      return is(categoryAt(c, -1), "verb", "prep", "of") || (accused && is(categoryAt(c, -1), undefined, "comma", "and"));
    },
    then: as("adj"),
    examples: ["The report documents [112|missing 112 by] cases of enforced disappearance."],
    counterExamples: ["The police suspected two men of killings.", "The [six|injured 6] others wounded received light injuries."],
  },
  {
    name: "headline-die",
    when: (c) => c.unit.lower === "die" && c.unit.category !== "verb" && is(categoryAt(c, -1), "quantity", "noun", "name"),
    then: as("verb"),
    examples: ["[Seven|killed 7] die in house fire"],
    counterExamples: ["[Seven|killed 7] died."],
  },
  {
    // "The blast cost 12 lives", "Crash sends four to hospital".
    name: "headline-cost",
    when: (c) =>
      hasTag(c.vocabulary, c.unit.lower, "headline-verb") &&
      c.unit.category !== "verb" &&
      categoryAt(c, -1) !== undefined &&
      (!is(categoryAt(c, -1), "det", "poss", "adj", "prep", "of", "verb") || /^\d/.test(wordAt(c, -1))) &&
      categoryAt(c, 1) === "quantity",
    then: as("verb"),
    examples: ["The blast cost [12|killed 12] lives."],
    counterExamples: ["The cost of [four|killed 4] deaths is high."],
  },
  {
    name: "may-as-month",
    when: (c) => c.unit.text === "May" && categoryAt(c, -1) === "prep",
    then: as("name"),
    examples: ["Since May [12|killed 12 cumulative] people have been killed."],
    counterExamples: ["May Ruiz and [two|killed 2] men were killed."],
  },
  {
    // "Non-life threatening injuries": compounds written apart.
    name: "life-threatening",
    when: (c) => c.unit.lower === "threatening" && /(?:^|-)life$/.test(wordAt(c, -1)),
    then: as("adj"),
    examples: ["[Two|injured 2] men suffered non-life threatening injuries."],
    counterExamples: ["He was threatening them and killed [two|killed 2]."],
  },
  {
    name: "gun-shot-wound",
    when: (c) => c.unit.lower === "shot" && wordAt(c, -1) === "gun" && /^wounds?$/.test(wordAt(c, 1)),
    then: as("noun"),
    examples: ["[Two|injured 2] men had gun shot wounds."],
    counterExamples: ["[Two|injured 2] men were shot."],
  },
  {
    // "Graze wounds", "stab wounds": the verb says what made the wound.
    name: "kind-of-wound",
    when: (c) => /^wounds?$/.test(wordAt(c, 1)) && c.vocabulary.verbs.get(c.unit.lower)?.some(({ form }) => form === "base") === true,
    then: as("noun"),
    examples: ["[Two|injured 2] children received graze wounds."],
    counterExamples: ["[Two|injured 2] children suffered light wounds."],
  },
  {
    // "Who frequent the park".
    name: "adjective-taken-for-verb",
    when: (c) => c.unit.category === "adj" && categoryAt(c, -1) === "rel" && is(categoryAt(c, 1), "det", "poss"),
    then: as("verb"),
    examples: ["[Two|injured 2] women who frequent the park suffered burns."],
    counterExamples: ["[Two|injured 2] women who were frequent guests suffered burns."],
  },
  {
    name: "nearby-as-adjective",
    when: (c) => c.unit.lower === "nearby" && is(categoryAt(c, 1), "noun", "adj"),
    then: as("adj"),
    examples: ["[Two|injured 2] men were taken to nearby hospitals."],
    counterExamples: ["[Two|injured 2] men nearby were injured."],
  },
  {
    name: "suffering-as-verb",
    when: (c) => c.unit.lower === "suffering" && is(categoryAt(c, 1), "prep", "adj", "noun"),
    then: as("verb"),
    examples: ["Officers found [six|injured 6] men suffering from gunshot wounds."],
    counterExamples: ["The suffering of the wounded was great."],
  },
  {
    // "The army claims to have killed 12 rebels".
    name: "claims-to-have",
    when: (c) =>
      isNominal(c) &&
      hasTag(c.vocabulary, c.unit.lower, "headline-verb") &&
      c.vocabulary.reporting.has(c.unit.lower) &&
      categoryAt(c, 1) === "to" &&
      categoryAt(c, 2) === "have",
    then: as("verb"),
    examples: ["The army claims to have killed [12|killed 12 by] rebels."],
    counterExamples: ["The claims to the land led to [12|killed 12] deaths."],
  },
  {
    // "Toll rises to 61".
    name: "headline-rise",
    when: (c) => isNominal(c) && hasTag(c.vocabulary, c.unit.lower, "headline-rise") && hasTag(c.vocabulary, wordAt(c, -1), "sum-noun"),
    then: as("verb"),
    examples: ["Quake toll rises to [61|killed 61]"],
    counterExamples: ["The death toll is old."],
  },
  {
    // Before a plural "that" is no determiner, and the plural is its verb.
    name: "that-before-verb",
    when: ({ list, at, unit }) => unit.lower === "that" && isVerbAfterThat(list, at + 1),
    then: as("sub"),
    examples: ["A camp that houses refugees was hit and [two|killed 2] were killed."],
    counterExamples: ["That camp was hit and [two|killed 2] were killed."],
  },
  {
    name: "verb-after-that",
    when: ({ list, at }) => isVerbAfterThat(list, at),
    then: as("verb"),
    examples: ["A camp that houses refugees was hit and [two|killed 2] were killed."],
    counterExamples: ["The camp houses were hit and [two|killed 2] were killed."],
  },
  {
    // A pair of dashes sets words apart as commas do; one alone ends a clause.
    name: "pair-of-dashes",
    when: ({ list, unit }) => unit.category === "dash" && list.filter((other) => other.category === "dash").length > 1,
    then: as("comma"),
    examples: ["[Two|killed 2] men — both from Velna — were killed."],
    counterExamples: ["The bus fell — [two|killed 2] men were killed."],
  },
  {
    name: "single-dash",
    when: ({ unit }) => unit.category === "dash",
    then: as("stop"),
    examples: ["The bus fell — [two|killed 2] men were killed."],
    counterExamples: ["[Two|killed 2] men were killed."],
  },
  {
    name: "shot-as-noun",
    when: (c) =>
      c.unit.lower === "shot" &&
      c.unit.category === "verb" &&
      ((is(categoryAt(c, -1), "det") && !/^(?:those|these|all|each)$/.test(wordAt(c, -1))) ||
        wordAt(c, -1) === "a single" ||
        (is(categoryAt(c, -1), "quantity") && (is(categoryAt(c, 1), "have") || wordAt(c, 2) === "fired"))),
    then: as("noun"),
    examples: ["A shot was heard and [two|killed 2] men died."],
    counterExamples: ["[Two|injured 2] were shot.", "[Three|injured 3] boys were each shot in the leg."],
  },
  {
    // "Both Ana and Luis", "both in Velna": no number.
    name: "both-and",
    when: (c) => {
      if (!c.unit.quantity || c.unit.lower !== "both") return false;
      if (categoryAt(c, 1) !== "noun")
        return categoryAt(c, 1) === "prep" || c.list.slice(c.at + 2, c.at + 7).some((other) => other.category === "and");
      return categoryAt(c, 2) === "and" && is(categoryAt(c, 3), "noun", "name");
    },
    then: ({ unit }) => ({ ...unit, quantity: null, category: "other" }),
    examples: ["Both Ana Ruiz and [a guard|killed 1 implicit] were killed."],
    counterExamples: ["[Both|killed 2] guards were killed."],
  },
];
