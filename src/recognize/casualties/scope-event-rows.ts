import type { Chunk, NounPhrase, VerbGroup } from "./chunk.js";
import { hasObject, isIncrement } from "./claim.js";
import { nounPhraseAt, verbAt } from "./clause.js";
import { cumulative, says, type ScopedClaim, type ScopeRow } from "./scoped-claim.js";

/** A name of a place in one word or several. */
const PLACE = "\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,2}";

/** Wordings of several events under one number, of wars and epidemics, of statistics. */
export const EVENT_ROWS: readonly ScopeRow[] = [
  {
    name: "nationwide",
    then: cumulative,
    when: (c) =>
      !c.chunks.some((chunk) => chunk.kind === "np" && chunk.tags.has("disaster")) &&
      says("\\b(?:nationwide|world ?wide|globally)\\b(?! (?!<clause-goes-on>\\b)[a-z])")(c),
    examples: ["Police killed [12|killed 12 cumulative] people nationwide."],
    counterExamples: ["Police arrested [342|detained 342] men in a nationwide manhunt."],
  },
  {
    name: "war",
    then: cumulative,
    when: says(
      "\\b(?:in|during|by) the (?:[\\w-]+ ){0,2}<war>\\b" +
        "|\\btoll (?:from|of|in) (?:the|this|its) (?:[\\w-]+ ){0,2}<war>\\b" +
        "|\\b(?:weeks?|months?|years?|decades?) of (?:[\\w-]+ ){0,2}(?:<unrest>|fighting|violence)\\b" +
        "|\\b(?:in|during|by|amid|as part of) (?:an? |the |its |their |his )?(?:[\\w-]+ ){0,3}(?:crackdown|purge)\\b",
    ),
    examples: [
      "[Twelve|killed 12 cumulative] men died in the war.",
      "The death toll from the conflict stands at [300|killed 300 cumulative].",
      "The death toll from a month of fighting rose to [300|killed 300 cumulative].",
    ],
    counterExamples: ["[Twelve|killed 12] men died in the fire."],
  },
  {
    // "The war has killed 56,000": what goes on for months kills in all of them.
    name: "killed-by-a-war",
    when: (c) => isOfLongEvent(c),
    then: cumulative,
    examples: [
      "The conflict has killed [more than 31,000|killed 31000+ cumulative] people.",
      "Cholera has killed [48|killed 48 cumulative] people.",
      "Measles killed [12|killed 12 cumulative] children in the district.",
      "Dengue left [34|killed 34 cumulative] dead in Velna.",
      "The conflict has claimed the lives of [3,000|killed 3000 cumulative] people.",
      "The virus has infected 100,000 and killed [5,000|killed 5000 cumulative].",
    ],
    counterExamples: ["The raid has killed [12|killed 12] people."],
  },
  {
    name: "both-events",
    then: cumulative,
    when: says("\\b(?:from|in|by|of) both (?:the )?[\\w' -]{2,40} and\\b"),
    examples: ["The toll from both the storm and the landslides rose to [34|killed 34 cumulative]."],
    counterExamples: ["The toll from the storm rose to [34|killed 34]."],
  },
  {
    // "A series of bomb attacks killed five".
    name: "series-of-events",
    then: cumulative,
    when: says(
      "(?:^|[,;:] |\\b(?:that|said|says|say|and|in|during|by|after|from|amid) )(?:an?|the|this|another) " +
        "(?:\\w+ )?<series> of (?!coordinated\\b|simultaneous\\b)(?:[\\w-]+ ){0,3}\\w+s\\b",
    ),
    examples: [
      "A string of bomb attacks killed [five|killed 5 cumulative] people.",
      "[Nine|killed 9 cumulative] nurses have died in a spate of stabbings.",
    ],
    counterExamples: [
      "A number of bomb attacks failed, but one killed [five|killed 5] people.",
      "Gunmen killed [three|killed 3] guards as the militia carried out a spate of raids.",
    ],
  },
  {
    // "Two attacks killed 12 people", "similar attacks have killed 12".
    name: "events-as-subject",
    then: cumulative,
    when: (c) => isOfSeveralEvents(c),
    examples: [
      "Two attacks killed [12|killed 12 cumulative] people.",
      "Similar attacks have killed [12|killed 12 cumulative] people.",
      "Mass shootings have killed [120|killed 120 cumulative] people.",
      "Road accidents killed [1,200|killed 1200 cumulative] people in the country.",
    ],
    counterExamples: ["Two blasts killed [12|killed 12] people.", "Attacks killed [12|killed 12] people on Sunday."],
  },
  {
    name: "one-target",
    then: () => "incident",
    when: says("\\b<one-target>\\b"),
    examples: ["[Twelve|killed 12] men died in twin bombings."],
    counterExamples: ["[Twelve|killed 12 cumulative] men died in two bombings."],
  },
  {
    name: "several-events",
    then: cumulative,
    when: says(
      "\\b(?:in|by|during|after|from|across) (?:(?:the|these|those|such|other|an?) )?(?:(?:\\w+ ){0,2}(?:and|separate) " +
        ")?(?:\\w+ ){0,2}(?:<several-events>|floods and)\\b",
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in two bombings."],
    counterExamples: ["[Twelve|killed 12] men died in a bombing."],
  },
  {
    // "In last month's protests", "during the 2019 riots": unrest that has a period for a name.
    name: "unrest-of-a-period",
    then: cumulative,
    when: says(
      "\\b(?:in|by|during|amid|from|of) (?:the )?(?:(?:last|this) <calendar-unit>['’]s|<month>['’]s" +
        "|(?:<month> )?(?:19|20)\\d\\d|recent|weeks of|months of|days of|<season>['’]s) (?:[\\w-]+ ){0,2}<unrest>\\b",
    ),
    examples: [
      "[At least 304|killed 304+ cumulative] people were killed in last month's protests.",
      "[Dozens|injured vague 24 cumulative] of students were injured during the 2019 riots.",
    ],
    counterExamples: ["[Four|killed 4] people were killed in Sunday's protests."],
  },
  {
    // "In Oresk, Velna and Taru provinces alone": several places under one number.
    name: "places-alone",
    then: cumulative,
    when: (c) =>
      says(`\\b(?:in|across) ${PLACE}(?:, ${PLACE})*,? and ${PLACE} <places> alone\\b`, "u")(c) ||
      says(`\\b(?:in|across) ${PLACE}(?:, ${PLACE})+,? and ${PLACE} <places>\\b`, "u")(c),
    examples: ["Raids in Oresk, Velna and East Taru provinces alone led to the killing of [more than 140|killed 140+ cumulative] people."],
    counterExamples: ["Raids in Oresk province alone led to the killing of [more than 140|killed 140+] people."],
  },
];

/** Numbers that statistics give. */
export const STATISTICS_ROWS: readonly ScopeRow[] = [
  {
    // "71 homicides": no single event has ten.
    name: "crime-statistics",
    then: cumulative,
    when: ({ claim: { np, trigger }, chunks }) =>
      np.quantity !== null &&
      (np.noun ? np : nounPhraseAt(chunks, trigger))?.tags.has("crime-count") === true &&
      (np.quantity.read.low ?? np.quantity.read.value ?? 0) >= 10,
    examples: ["The city set a record with [71|killed 71 cumulative] homicides."],
    counterExamples: ["The raid ended with [two|killed 2] homicides."],
  },
  {
    // "The country has recorded 5,000 deaths": what somebody keeps count of.
    name: "recorded-by-now",
    then: cumulative,
    when: ({ claim: { np }, chunks }) =>
      np.quantity !== null &&
      np.noun?.counts === true &&
      (np.quantity.read.value ?? np.quantity.read.low ?? 0) >= MANY_ONE_BY_ONE &&
      !chunks.some((chunk) => chunk.kind === "np" && chunk.tags.has("disaster")) &&
      isRecorded(verbAt(chunks, chunks.indexOf(np) - 1)),
    examples: ["The country has recorded [5,000|killed 5000 cumulative by] deaths."],
    counterExamples: ["The country recorded [12|killed 12 by] deaths."],
  },
  {
    // "According to the agency's database, 69 children died".
    name: "by-statistics",
    then: cumulative,
    when: (c) => isByStatistics(c),
    examples: [
      "According to police statistics, [100|killed 100 cumulative by] people were killed.",
      "Government data show [61|killed 61 cumulative by] people were killed.",
      "New data compiled by the agency shows that [at least 265|injured 265+ cumulative by] workers were hurt.",
      "According to the Centers for Mine Safety's public health database, [69|killed 69 cumulative by] miners died.",
    ],
    counterExamples: ["According to police, [100|killed 100 by] people were killed."],
  },
];

/** The subject or the cause of the outcome is a war, an epidemic or the like. */
function isOfLongEvent({ claim, chunks }: ScopedClaim): boolean {
  const long = (np: NounPhrase): boolean =>
    (np.tags.has("long-event") || np.tags.has("disease")) &&
    np.quantity === null &&
    np.det !== "another" &&
    !np.modifierTags.has("long-event");
  const subject = subjectOfKilling(chunks, claim);
  return (
    (subject !== null && long(subject)) ||
    (isOfDisease(chunks, claim.trigger) && !isIncrement(claim.np) && !claim.np.modifiers.includes("new"))
  );
}

/** What the clause says brought about the outcome: the subject of "killed", "has left 34 dead", "claimed the lives of"; null for none. */
function subjectOfKilling(chunks: readonly Chunk[], claim: ScopedClaim["claim"]): NounPhrase | null {
  const verb = verbAt(chunks, claim.trigger);
  const acts =
    verb !== null &&
    !verb.passive &&
    verb.outcome?.frame === "transitive" &&
    (!verb.bare || (verb.form === "past" && hasObject(chunks, claim.trigger)));
  const at = acts ? claim.trigger : bringingBefore(chunks, claim.trigger);
  for (let i = at - 1; i >= 0 && i > at - 8; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "np" && chunk.cls !== "time" && !/^(?:prep|of)$/.test(chunks[i - 1]?.kind ?? "") && !isObject(chunks, i))
      return chunk;
    // "Has infected 100,000 and killed 5,000": the verb before "and" has the same subject.
    if (chunk?.kind === "stop" || chunk?.kind === "sub" || (chunk?.kind === "verb" && chunk.finite && !isCoordinated(chunks, i, at)))
      return null;
  }
  return null;
}

const isObject = (chunks: readonly Chunk[], i: number): boolean =>
  verbAt(chunks, i - 1)?.passive === false || chunks[i - 1]?.kind === "other";
const isCoordinated = (chunks: readonly Chunk[], i: number, at: number): boolean =>
  chunks[at - 1]?.kind === "and" && chunks.slice(i + 1, at - 1).every((chunk) => BETWEEN.has(chunk.kind));
const BETWEEN: ReadonlySet<string> = new Set(["np", "adv", "other"]);

/** The subject is several events that are counted, compared or told of in the perfect, or what kills one by one. */
function isOfSeveralEvents({ claim, chunks, perfect }: ScopedClaim): boolean {
  const subject = subjectOfKilling(chunks, claim);
  if (!subject || !subject.plural) return false;
  const size = claim.np.quantity?.read.value ?? claim.np.quantity?.read.low ?? 0;
  if (subject.tags.has("steady-cause")) return size >= MANY_ONE_BY_ONE;
  const counted = (subject.quantity?.read.value ?? subject.quantity?.read.low ?? 0) > 1;
  return subject.tags.has("several-events") && (counted || perfect || subject.modifierTags.has("other-event"));
}

/** So many one mine or one accident does not kill. */
const MANY_ONE_BY_ONE = 100;

/** The index of the verb of "left 34 dead", "claimed the lives of 34"; -1 for none. */
function bringingBefore(chunks: readonly Chunk[], trigger: number): number {
  const kind = chunks[trigger]?.kind;
  if (kind === "verb" ? verbAt(chunks, trigger)?.states != null : kind !== "pred" && kind !== "np") return -1;
  for (let i = kind === "verb" ? trigger : trigger - 1; i >= 0 && i > trigger - 8; i--) {
    const verb = verbAt(chunks, i);
    if (verb) return !verb.passive && verb.tags.has("bring-death") ? i : -1;
  }
  return -1;
}

/** The clause names a statistic as its source: "according to police statistics", "data show that". */
function isByStatistics({ claim, chunks }: ScopedClaim): boolean {
  const { np } = claim;
  if (np.quantity === null || (np.quantity.read.low ?? np.quantity.read.value ?? 0) < 10) return false;
  return chunks.some(
    (chunk, i) =>
      chunk.kind === "np" &&
      chunk.tags.has("statistics") &&
      chunk.quantity === null &&
      (isCited(chunks, i) || isShowing(chunks, i) || (lowerOf(chunks[i - 1]) === "from" && chunks[i - 3] !== undefined)),
  );
}

const IN_A_NAME: ReadonlySet<string> = new Set(["np", "prep", "of", "and"]);

/** "According to the agency for mine safety's database": cited, with the words of its owner between. */
function isCited(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    if (/^(?:according to|per|citing)$/.test(lowerOf(chunks[i]))) return true;
    if (!IN_A_NAME.has(chunks[i]?.kind ?? "")) return false;
  }
  return false;
}

/** "Data show that", "data compiled by the agency shows that". */
function isShowing(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at + 1; i < chunks.length && i < at + 8; i++) {
    const verb = verbAt(chunks, i);
    if (verb?.reporting === true && (i === at + 1 || !verb.bare || verb.lemma === "show")) return true;
    if (verb?.lemma === "show") return true;
    if (chunks[i]?.kind === "stop" || (verb?.finite === true && !verb.bare)) return false;
  }
  return false;
}

const isRecorded = (verb: VerbGroup | null): boolean =>
  verb !== null && verb.tags.has("register") && verb.words.some((word) => /^(?:have|has)$/.test(word));

const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");

const CAUSES = new Set(["from", "by", "due to", "because of"]);

/** "48 deaths from cholera", "have died of Ebola". */
function isOfDisease(chunks: readonly Chunk[], trigger: number): boolean {
  for (let i = trigger + 1; i < chunks.length && i < trigger + 5; i++) {
    const mark = chunks[i];
    const cause = mark?.kind === "of" || (mark?.kind === "prep" && CAUSES.has(mark.lower));
    const np = nounPhraseAt(chunks, i + 1);
    if (cause && np?.tags.has("disease")) return true;
    if (mark?.kind === "stop" || mark?.kind === "verb") return false;
  }
  return false;
}
