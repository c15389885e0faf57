import type { Chunk, NounPhrase } from "./chunk.js";
import { verbAt } from "./clause.js";
import { cumulative, says, type ScopedClaim, type ScopeRow } from "./scoped-claim.js";

/** So many victims and more, without an event that struck them, were struck by several. */
const MANY = 10;
/** So many an agent hardly kills at once. */
const HUNDRED = 100;

/** Wordings of a period: what they tell of is a total over it. */
export const PERIOD_ROWS: readonly ScopeRow[] = [
  {
    name: "since",
    then: cumulative,
    when: says(
      "\\b[Ss]ince (?!then\\b)(?:the\\b|\\d{4}|\\d{1,2} \\p{L}|(?:early|late|mid|last)\\b|(?:it|they) " +
        "|\\p{Ll}{3,}ing\\b|(?!\\p{Lu}\\p{L}*day\\b)\\p{Lu}|\\p{Ll}+ \\d)",
      "u",
    ),
    examples: [
      "[Twelve|killed 12 cumulative] men have been killed since October.",
      "Police have arrested [340|detained 340 cumulative] dealers since launching the drive.",
    ],
    counterExamples: ["[Twelve|killed 12] men were killed on Friday; none since then."],
  },
  {
    name: "to-date",
    then: cumulative,
    when: says("\\b(?:so far this|to date|over the (?:years|course)|by the end of that year|alone this)\\b"),
    examples: ["[Twelve|killed 12 cumulative] men have been killed so far this year."],
    counterExamples: ["[Twelve|killed 12] men have been found dead so far."],
  },
  {
    name: "this-year",
    then: cumulative,
    when: says("(?<!\\b<part-of-period> )\\bthis year\\b"),
    examples: ["[Twelve|killed 12 cumulative] men died this year."],
    counterExamples: ["[Twelve|killed 12] men died earlier this year."],
  },
  {
    name: "in-the-past-months",
    then: cumulative,
    when: says(
      "\\b(?:in|over|during|within) (?:recent|the (?:past|last|ensuing|following|previous)) " +
        "(?:(?:[\\w-]+ ){0,3}<long-unit>|\\d+ hours|day)\\b|\\bin recent days\\b" +
        "|\\b(?:in|within|over) (?:24|48|72) hours\\b",
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in the past three months."],
    counterExamples: ["[Twelve|killed 12] men died in the last village."],
  },
  {
    // "In the first six months of 2019", "the first half of the year".
    name: "first-months-of",
    then: cumulative,
    when: says("\\b(?:in|over|during|within|for) the (?:first|second|third|fourth|final|last) (?:[\\w-]+ )?<long-unit> of\\b"),
    examples: [
      "In the first six months of the year, [312|killed 312 cumulative] hikers died.",
      "[Forty|killed 40 cumulative] drivers were killed in the second quarter of 2021.",
    ],
    counterExamples: ["[Forty|killed 40] drivers were killed in the first house of the road."],
  },
  {
    // "Over an eight-hour stretch", "in a two-day span".
    name: "stretch-of-time",
    then: cumulative,
    when: says("\\b(?:in|over|during|within) (?:a|an|the|one) (?:[\\w-]+ ){0,2}[\\w]+[- ](?:hour|day|night|week|month|year) <stretch>\\b"),
    examples: [
      "[Three|killed 3 cumulative] men were killed over an eight-hour stretch.",
      "[Nine|injured 9 cumulative] cyclists were hurt in a bloody four-day span.",
    ],
    counterExamples: ["[Three|killed 3] men were killed over an eight-mile stretch."],
  },
  {
    name: "over-years",
    then: cumulative,
    when: says(
      "\\b(?:in|over|<went-on>(?: on| out)? for) " +
        "(?:(?:more|less) than |over |nearly |almost |about |at least )?(?!the\\b|coming\\b)[\\w-]+ <long-units>\\b",
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in four years."],
    counterExamples: ["[Twelve|killed 12] men died in four hours."],
  },
  {
    name: "each-year",
    then: cumulative,
    when: says("\\b(?:(?:each|every|per) (?:year|month|week|day)|annually)\\b|\\ba year\\b(?! (?:<before-or-after>|old|since|to the day))"),
    examples: ["The massacre of [300|killed 300 cumulative] villagers is remembered each year."],
    counterExamples: ["A year after [12|killed 12] men died, the road is open."],
  },
  {
    // "In the 1990s", "under his rule", "in their six-year campaign": a time as long as that.
    name: "era",
    then: cumulative,
    when: says(
      "\\b(?:in|during|from|of|over) the (?:(?:early|late|mid)[- ])?(?:19|20)\\d0s\\b" +
        "|\\b(?:under|during) (?:his|her|its|their|the) (?:[\\w-]+ ){0,2}<reign>\\b|" +
        "\\b(?:in|during|over|under|after) (?:\\w+ ){0,2}\\w+-(?:week|month|year|decade)(?:-long|-old)? " +
        "(?:[\\w-]+ ){0,2}(?:<war>|<reign>|<drive>)\\b",
    ),
    examples: [
      "[Twelve|killed 12 cumulative] men died in the 1990s.",
      "Under his rule, [30,000|killed 30000 cumulative] people were killed.",
      "Rebels killed [300|killed 300 cumulative] soldiers during the two-week offensive.",
    ],
    counterExamples: ["[Twelve|killed 12] men died in the rule-bound camp.", "A two-day-old fire killed [12|killed 12] men."],
  },
  {
    name: "between-dates",
    then: cumulative,
    when: says(
      "\\b[Bb]etween (?:\\d{1,2} )?(?:<Month>|\\d{4})(?: \\d{1,4})?,? and (?:\\d{1,2} )?(?:<Month>|\\d{4})\\b|" +
        "\\b(?:[Bb]etween|[Ff]rom) \\d{1,2} (?:and|to|until|through) \\d{1,2} <Month>\\b|" +
        "\\b[Ff]rom (?:\\d{1,2} )?(?:<Month>|\\d{4})(?: \\d{1,4})?,? (?:to|until|through) ",
      "u",
    ),
    examples: [
      "[Twelve|killed 12 cumulative] men died between 2012 and 2015.",
      "Between January 3 and January 20, [40|killed 40 cumulative] divers died.",
      "From 3 to 20 March [40|killed 40 cumulative] divers were killed.",
    ],
    counterExamples: ["[Twelve|killed 12] men died between Velna and Oresk."],
  },
  {
    name: "month-alone",
    then: cumulative,
    when: says("\\b[Ii]n (?:\\p{Lu}\\p{L}+|\\d{4}) alone\\b", "u"),
    examples: ["In January alone [12|killed 12 cumulative] men died."],
    counterExamples: ["[Two|killed 2] men died alone in January."],
  },
  {
    name: "period",
    then: cumulative,
    when: says("\\b(?:in|over|during) the (?:\\w+ )?(?:quarter|same period|period)\\b|\\bover the past day\\b"),
    examples: ["[Twelve|killed 12 cumulative] men died in the same period."],
    counterExamples: ["[Twelve|killed 12] men died in the same hour."],
  },
  {
    name: "season",
    then: cumulative,
    when: says("\\bthis (?:spring|(?:month|season)[’']s)|\\bseason[’']s|\\bduring the (?:season|year)\\b|\\b\\w+ season\\b"),
    examples: ["The season's toll rose to [87|killed 87 cumulative]."],
    counterExamples: ["The toll rose to [87|killed 87]."],
  },
];

/** Wordings of a period that hold where nothing says that one event struck. */
export const LOOSE_PERIOD_ROWS: readonly ScopeRow[] = [
  {
    name: "perfect-this-week",
    then: cumulative,
    when: (c) => c.perfect && says("(?<!\\b<part-of-period> )\\bthis (?:week|month|season|summer|winter)\\b")(c),
    examples: ["[Twelve|killed 12 cumulative] men have been killed this week."],
    counterExamples: ["[Twelve|killed 12] men were killed this week."],
  },
  {
    // "There were 1,341 homicides in 2020", "48,210 deaths were recorded a year earlier".
    name: "counted-in-a-period",
    then: cumulative,
    when: (c) =>
      isCountedDeaths(c) &&
      says(
        "\\b(?:in|during|for) (?:(?:19|20)\\d\\d|the (?:year|month|previous|same))\\b" +
          "|\\b(?:a year|months?) (?:earlier|before)\\b|\\blast (?:year|month|quarter|week)\\b",
      )(c),
    examples: [
      "There were [1,341|killed 1341 cumulative] homicides in 2020.",
      "A year earlier [48,210|killed 48210 cumulative] deaths were recorded in the province.",
      "Last week [4,100|killed 4100 cumulative] deaths were registered.",
    ],
    counterExamples: ["There were [two|killed 2] deaths in the fire of 2020."],
  },
  {
    // "265 people were shot by children in 2015": nobody in particular, in a whole year.
    name: "shot-by-anybody-in-a-year",
    then: cumulative,
    when: (c) =>
      c.claim.np.quantity !== null &&
      says(
        "\\b(?:by|from|in) (?:[a-z-]+ )?[a-z]+(?:s|ren|men) (?:under |over |aged )?[^.;]{0,20}\\bin (?:19|20)\\d\\d\\b" +
          "|\\bin (?:19|20)\\d\\d (?:from|by|in) (?:[a-z-]+ )?[a-z]+s\\b",
        "",
      )(c),
    examples: ["[At least 265|injured 265+ cumulative] people were shot by children in 2015."],
    counterExamples: ["[Two|injured 2] people were shot by a boy in 2015."],
  },
  {
    // "Last year 22 people died on the river", with no event that killed them all.
    name: "opens-with-last-year",
    then: cumulative,
    when: (c) =>
      says("^(?:last|that|(?:in )?the (?:previous|same|whole)) <calendar-unit>,? (?:(?:some|about|at least|more than|around) )?\\w+ ")(c) &&
      !namesEvent(c, 12),
    examples: ["Last year [22|killed 22 cumulative] people died on the river."],
    counterExamples: ["Last year [22|killed 22] people died in a ferry fire."],
  },
  {
    // "In 2021, 4,404 migrants died at sea": the year or month opens, the number follows, and no event struck them all.
    name: "opens-with-year",
    then: cumulative,
    when: (c) =>
      sizeOf(c) >= MANY &&
      says("^(?:in|during) (?:the month of )?(?:(?:early|late|mid)[- ])?(?:<month>|(?:<month> )?(?:19|20)\\d\\d),? ")(c) &&
      isFirstPhrase(c) &&
      !namesEvent(c, 8) &&
      !struckAtOnce(c),
    examples: [
      "In 2021, [4,404|killed 4404 cumulative] sailors died on the way to Oresk.",
      "In 1998 [at least 61|killed 61+ cumulative] miners were killed in the province.",
      "During May, [30|killed 30 cumulative] miners were killed in the region.",
    ],
    counterExamples: ["In 2021, [44|killed 44] sailors died in a ferry fire.", "In 2021, [two|killed 2] sailors died on the way to Oresk."],
  },
  {
    // "After 45 people were killed in July": a month or a year, and nothing that struck them.
    name: "in-a-month-without-an-event",
    then: cumulative,
    when: (c) => {
      const verb = verbAt(c.chunks, c.claim.trigger);
      return (
        sizeOf(c) >= MANY &&
        (verb === null || verb.passive || verb.outcome?.frame === "intransitive" || sizeOf(c) >= HUNDRED) &&
        (says(
          "\\bin (?:<Month>|<Month> (?:19|20)\\d\\d|(?:19|20)\\d\\d)(?=\\s*(?:$|[,;.—–]" +
            "| (?:and|alone|according|compared|up|down|by|on|from|to)\\b))",
          "u",
        )(c) ||
          says("\\b(?:last|the previous) (?:year|month)\\b")(c)) &&
        !namesEvent(c, 0) &&
        !struckAtOnce(c)
      );
    },
    examples: [
      "It came after [45|killed 45 cumulative] people were killed in July, the most in years.",
      "[Sixty-nine|killed 69 cumulative] children died from gunfire in 2013.",
      "Police shot dead [900|killed 900 cumulative] people in 2019.",
      "[At least 36|killed 36+ cumulative] women died last year at the hands of their partners.",
    ],
    counterExamples: [
      "[Forty-five|killed 45] people were killed in July when a bus fell into a gorge.",
      "[Forty-five|killed 45] people were killed near Velna in July.",
      "[Four|killed 4] people were killed in July.",
    ],
  },
  {
    // "Seven people were shot over the weekend across the city": people shot one by one.
    name: "shot-over-a-weekend",
    then: cumulative,
    when: (c) =>
      sizeOf(c) >= SEVERAL &&
      c.claim.outcome === "injured" &&
      verbAt(c.chunks, c.claim.trigger)?.outcome?.weak === true &&
      says("\\b(?:over|during|through) (?:the|this|last|a) (?:[\\w-]+ ){0,2}weekend\\b")(c) &&
      !namesEvent(c, 0) &&
      !struckAtOnce(c),
    examples: ["[Seven|injured 7 cumulative] people were shot in Velna over the weekend."],
    counterExamples: [
      "[Seven|injured 7] people were shot at a club over the weekend.",
      "[Two|injured 2] people were shot over the weekend.",
    ],
  },
  {
    // "Has killed thousands", "more than 50,000 have been arrested": no single event takes so many, but for a disaster.
    name: "thousands-by-now",
    then: cumulative,
    when: (c) =>
      isTakenByNow(c) &&
      (c.claim.np.quantity?.read.kind === "vague" ? sizeOf(c) >= 2 * HUNDRED : sizeOf(c) >= TENS_OF_THOUSANDS) &&
      !namesEvent(c, 0) &&
      !c.chunks.some((chunk) => chunk.kind === "np" && isEvent(chunk)),
    examples: [
      "The group has killed [thousands|killed vague 2000 cumulative] of villagers.",
      "[More than 50,000|detained 50000+ cumulative] people have been arrested under the emergency.",
    ],
    counterExamples: [
      "The earthquake has killed [thousands|killed vague 2000] of villagers.",
      "The group has killed [dozens|killed vague 24] of villagers.",
      "Police have arrested [thousands|detained vague 2000] of people in Oresk.",
    ],
  },
];

const SEVERAL = 4;
const TENS_OF_THOUSANDS = 10_000;

/** "Has killed", "have arrested", "have been arrested": by somebody, and by now. */
const isTakenByNow = ({ chunks, claim }: ScopedClaim): boolean => {
  const verb = verbAt(chunks, claim.trigger);
  return (
    verb?.outcome != null &&
    /^(?:have|has)$/.test(verb.words[0] ?? "") &&
    (claim.outcome === "detained"
      ? claim.np.quantity?.read.kind === "number"
      : !verb.passive && verb.outcome.frame === "transitive" && claim.outcome !== "displaced")
  );
};

const sizeOf = ({ claim: { np } }: ScopedClaim): number => np.quantity?.read.value ?? np.quantity?.read.low ?? 0;

/** True where only a time stands before the figure. */
function isFirstPhrase({ chunks, claim }: ScopedClaim): boolean {
  const at = chunks.indexOf(claim.np);
  return chunks
    .slice(0, Math.max(0, at))
    .every((chunk) =>
      chunk.kind === "np" ? chunk.cls === "time" || chunk.cls === "name" || chunk.cls === "unknown" : BEFORE_FIGURE.has(chunk.kind),
    );
}

const BEFORE_FIGURE: ReadonlySet<string> = new Set(["prep", "of", "comma", "adv", "other"]);

/** True where the clause names something that struck at once: "in a ferry fire", "when a bus". The first `from` units are left out. */
const namesEvent = ({ clause, compile }: ScopedClaim, from: number): boolean =>
  compile("\\b(?:in|when|by|after) (?:an?|the) (?!(?:[\\w-]+ )?(?:<wide-place>|<places>)\\b)[\\w-]+", "i").test(clause.slice(from));

/** True where the sentence tells of an event, of its moment or of a spot where it struck. */
const struckAtOnce = ({ chunks, claim }: ScopedClaim): boolean =>
  chunks.some(
    (chunk, i) =>
      (chunk.kind === "np" && chunk !== claim.np && i !== claim.trigger && isEvent(chunk) && mayStrike(chunks[i - 1])) ||
      (chunk.kind === "sub" && MOMENTS.has(chunk.lower)) ||
      (chunk.kind === "prep" && SPOTS.has(chunk.lower)) ||
      (chunk.kind === "prep" && chunk.lower === "at" && isSpot(chunks[i + 1])),
  );

const MOMENTS = new Set(["when", "where", "as"]);
const SPOTS = new Set(["near", "inside", "outside", "aboard", "as"]);

const isEvent = (np: NounPhrase): boolean => np.cls === "event" || np.tags.has("deadly-event") || np.tags.has("disaster");

/** "Died from gunfire" tells of no event; "died in fights" does. */
const mayStrike = (governor: Chunk | undefined): boolean => governor?.kind !== "prep" || STRIKING.has(governor.lower);
const STRIKING = new Set(["in", "during", "after", "by"]);

/** "At a market"; but "at the hands of their partners". */
const isSpot = (chunk: Chunk | undefined): boolean => chunk?.kind === "np" && chunk.cls !== "time" && !chunk.tags.has("wide-place");

/** "1,341 homicides": acts that are counted, not people. */
function isCountedDeaths({ claim, chunks }: ScopedClaim): boolean {
  const { np } = claim;
  if (np.quantity === null || np.noun?.counts !== true || !np.noun.plural || np.quantity.read.kind === "zero") return false;
  const at = chunks.indexOf(np);
  const before = verbAt(chunks, at - 1);
  const after = verbAt(chunks, at + 1);
  return (
    (before?.copula === true && chunks[at - 2]?.kind === "there") ||
    before?.tags.has("register") === true ||
    before?.lemma === "have" ||
    (after?.passive === true && after.tags.has("register"))
  );
}
