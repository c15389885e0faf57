import type { Chunk, NounPhrase } from "./chunk.js";
import { nounPhraseAt, verbAt } from "./clause.js";
import type { Claim } from "./claim.js";
import { decide, type Row } from "./decide.js";

/** A figure and the clause that may say over what it runs. */
export interface ScopedClaim {
  readonly claim: Claim;
  readonly chunks: readonly Chunk[];
  /** The clause, without comparisons ("the deadliest attack in two years"). */
  readonly clause: string;
  /** True where the outcome is told in the perfect: "have been killed this week". */
  readonly perfect: boolean;
}

/** What a row says: a total over a period or over several events, or one event whatever else the clause says. */
type Run = "cumulative" | "incident";
type ScopeRow = Row<ScopedClaim, Run>;

const matches =
  (pattern: RegExp) =>
  ({ clause }: ScopedClaim): boolean =>
    pattern.test(clause);
const cumulative = (): Run => "cumulative";

/** Whether a figure is a total over a period or over several events; where no row holds it is of one event. */
export const SCOPE_ROWS: readonly ScopeRow[] = [
  {
    name: "since",
    then: cumulative,
    when: matches(
      /\b[Ss]ince (?!then\b)(?:the\b|\d{4}|\d{1,2} \p{L}|early|late|mid|last|(?:it|they) |(?!\p{Lu}\p{L}*day\b)\p{Lu}|\p{Ll}+ \d)/u,
    ),
    examples: ["[Twelve|killed 12 cumulative] men have been killed since October."],
    counterExamples: ["[Twelve|killed 12] men were killed on Friday; none since then."],
  },
  {
    name: "to-date",
    then: cumulative,
    when: matches(/\b(?:so far this|to date|over the (?:years|course)|by the end of that year|alone this)\b/i),
    examples: ["[Twelve|killed 12 cumulative] men have been killed so far this year."],
    counterExamples: ["[Twelve|killed 12] men have been found dead so far."],
  },
  {
    name: "this-year",
    then: cumulative,
    when: matches(/(?<!\b(?:earlier|later|late|early) )\bthis year\b/i),
    examples: ["[Twelve|killed 12 cumulative] men died this year."],
    counterExamples: ["[Twelve|killed 12] men died earlier this year."],
  },
  {
    name: "in-the-past-months",
    then: cumulative,
    when: matches(
      /\b(?:in|over|during|within) (?:recent|the (?:past|last|ensuing|following|previous)) (?:(?:[\w-]+ ){0,3}(?:weeks?|months?|years?|decades?)|\d+ hours|day)\b|\bin recent days\b/i,
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in the past three months."],
    counterExamples: ["[Twelve|killed 12] men died in the last village."],
  },
  {
    name: "over-years",
    then: cumulative,
    when: matches(
      /\b(?:in|over|(?:dragged|raged|lasted|gone|going|continued|run|ran|fought)(?: on| out)? for) (?:(?:more|less) than |over |nearly |almost |about |at least )?(?!the\b|coming\b)[\w-]+ (?:weeks|months|years|decades)\b/i,
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in four years."],
    counterExamples: ["[Twelve|killed 12] men died in four hours."],
  },
  {
    name: "each-year",
    then: cumulative,
    when: matches(
      /\b(?:(?:each|every|per) (?:year|month|week|day)|annually)\b|\ba year\b(?! (?:after|ago|before|earlier|later|old|since|to the day))/i,
    ),
    examples: ["The massacre of [300|killed 300 cumulative] villagers is remembered each year."],
    counterExamples: ["A year after [12|killed 12] men died, the road is open."],
  },
  {
    name: "between-dates",
    then: cumulative,
    when: matches(
      /\b[Bb]etween (?:\p{L}+(?:ary|ber)|March|April|May|June|July|August|\d{4})(?: \d{4})? and (?:\p{L}+(?:ary|ber)|March|April|May|June|July|August|\d{4})\b|\b[Ff]rom (?:\p{L}+(?:ary|ber)|March|April|May|June|July|August|\d{4})(?: \d{4})? (?:to|until|through) /u,
    ),
    examples: ["[Twelve|killed 12 cumulative] men died between 2012 and 2015."],
    counterExamples: ["[Twelve|killed 12] men died between Velna and Oresk."],
  },
  {
    name: "month-alone",
    then: cumulative,
    when: matches(/\b[Ii]n (?:\p{Lu}\p{L}+|\d{4}) alone\b/u),
    examples: ["In January alone [12|killed 12 cumulative] men died."],
    counterExamples: ["[Twelve|killed 12] men died alone in January."],
  },
  {
    name: "period",
    then: cumulative,
    when: matches(/\b(?:in|over|during) the (?:\w+ )?(?:quarter|same period|period)\b|\bover the past day\b/i),
    examples: ["[Twelve|killed 12 cumulative] men died in the same period."],
    counterExamples: ["[Twelve|killed 12] men died in the same hour."],
  },
  {
    name: "season",
    then: cumulative,
    when: matches(/\bthis (?:spring|(?:month|season)[’']s)|\bseason[’']s|\bduring the (?:season|year)\b|\b\w+ season\b/i),
    examples: ["The season's toll rose to [87|killed 87 cumulative]."],
    counterExamples: ["The toll rose to [87|killed 87]."],
  },
  {
    name: "nationwide",
    then: cumulative,
    when: (c) =>
      !c.chunks.some((chunk) => chunk.kind === "np" && chunk.tags.has("disaster")) &&
      matches(/\b(?:nationwide|world ?wide|globally)\b(?! (?!(?:since|so|in|as|by|and|on|during|from|to|have|has|were|are)\b)[a-z])/i)(c),
    examples: ["Police killed [12|killed 12 cumulative] people nationwide."],
    counterExamples: ["Police arrested [342|detained 342] men in a nationwide manhunt."],
  },
  {
    name: "war",
    then: cumulative,
    when: matches(
      /\b(?:in|during|by) the (?:[\w-]+ ){0,2}(?:war|conflict|campaign|pandemic|insurgency|occupation|uprising|genocide)\b|\b(?:in|during|by|amid|as part of) (?:an? |the |its |their |his )?(?:[\w-]+ ){0,3}(?:crackdown|purge)\b/i,
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in the war."],
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
    ],
    counterExamples: ["The raid has killed [12|killed 12] people."],
  },
  {
    name: "both-events",
    then: cumulative,
    when: matches(/\b(?:from|in|by|of) both (?:the )?[\w' -]{2,40} and\b/i),
    examples: ["The toll from both the storm and the landslides rose to [34|killed 34 cumulative]."],
    counterExamples: ["The toll from the storm rose to [34|killed 34]."],
  },
  {
    name: "one-target",
    then: () => "incident",
    when: matches(/\b(?:twin|double|triple|dual|back-to-back|coordinated)\b/i),
    examples: ["[Twelve|killed 12] men died in twin bombings."],
    counterExamples: ["[Twelve|killed 12 cumulative] men died in two bombings."],
  },
  {
    name: "several-events",
    then: cumulative,
    when: matches(
      /\b(?:in|by|during|after|from|across) (?:(?:the|these|those|such|other|an?) )?(?:(?:\w+ ){0,2}(?:and|series of|string of|spate of|wave of|separate) )?(?:\w+ ){0,2}(?:(?:att|bomb|shoot|kill)(?:acks|ings)|incidents|accidents|massacres|disasters|floods and)\b/i,
    ),
    examples: ["[Twelve|killed 12 cumulative] men died in two bombings."],
    counterExamples: ["[Twelve|killed 12] men died in a bombing."],
  },
  {
    name: "perfect-this-week",
    then: cumulative,
    when: (c) => c.perfect && /(?<!\b(?:earlier|later|late|early) )\bthis (?:week|month|season|summer|winter)\b/i.test(c.clause),
    examples: ["[Twelve|killed 12 cumulative] men have been killed this week."],
    counterExamples: ["[Twelve|killed 12] men were killed this week."],
  },
  {
    // "There were 1,341 homicides in 2020", "48,210 deaths were recorded a year earlier".
    name: "counted-in-a-period",
    then: cumulative,
    when: (c) =>
      isCountedDeaths(c) &&
      /\b(?:in|during|for) (?:(?:19|20)\d\d|the (?:year|month|previous|same))\b|\b(?:a year|months?) (?:earlier|before)\b|\blast (?:year|month|quarter)\b/i.test(
        c.clause,
      ),
    examples: [
      "There were [1,341|killed 1341 cumulative] homicides in 2020.",
      "A year earlier [48,210|killed 48210 cumulative] deaths were recorded in the province.",
    ],
    counterExamples: ["There were [two|killed 2] deaths in the fire of 2020."],
  },
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
    // "According to the agency's database, 69 children died".
    name: "by-statistics",
    then: cumulative,
    when: (c) => isByStatistics(c),
    examples: [
      "According to police statistics, [100|killed 100 cumulative by] people were killed.",
      "Government data show [61|killed 61 cumulative by] people were killed.",
    ],
    counterExamples: ["According to police, [100|killed 100 by] people were killed."],
  },
  {
    // "265 people were shot by children in 2015": nobody in particular, in a whole year.
    name: "shot-by-anybody-in-a-year",
    then: cumulative,
    when: (c) =>
      c.claim.np.quantity !== null &&
      /\b(?:by|from|in) (?:[a-z-]+ )?[a-z]+(?:s|ren|men) (?:under |over |aged )?[^.;]{0,20}\bin (?:19|20)\d\d\b|\bin (?:19|20)\d\d (?:from|by|in) (?:[a-z-]+ )?[a-z]+s\b/.test(
        c.clause,
      ),
    examples: ["[At least 265|injured 265+ cumulative] people were shot by children in 2015."],
    counterExamples: ["[Two|injured 2] people were shot by a boy in 2015."],
  },
  {
    // "Last year 22 people died on the river", with no event that killed them all.
    name: "opens-with-last-year",
    then: cumulative,
    when: (c) =>
      /^(?:last|that|(?:in )?the (?:previous|same|whole)) (?:year|month|quarter|season|summer|winter),? (?:some |about |at least |more than |around )?\w+ /i.test(
        c.clause,
      ) &&
      !/\b(?:in|when|by|after) (?:an?|the) [\w-]+(?: [\w-]+)?\b(?<!\b(?:the|a) (?:river|sea|city|country|state|province|region|roads?|area))/i.test(
        c.clause.slice(12),
      ),
    examples: ["Last year [22|killed 22 cumulative] people died on the river."],
    counterExamples: ["Last year [22|killed 22] people died in a ferry fire."],
  },
];

/** True where the clause makes a figure a total over a period or over several events. */
export const isCumulative = (c: ScopedClaim): boolean => decide(SCOPE_ROWS, c) === "cumulative";

/** The subject or the cause of the outcome is a war, an epidemic or the like. */
function isOfLongEvent({ claim, chunks }: ScopedClaim): boolean {
  const verb = verbAt(chunks, claim.trigger);
  const long = (np: NounPhrase | null): boolean =>
    np?.tags.has("long-event") === true && np.quantity === null && np.det !== "another" && !np.modifierTags.has("long-event");
  if (verb && !verb.passive && verb.outcome?.frame === "transitive" && !verb.bare) {
    for (let i = claim.trigger - 1; i >= 0 && i > claim.trigger - 8; i--) {
      const chunk = chunks[i];
      if (chunk?.kind === "np" && long(chunk) && !/^(?:prep|of)$/.test(chunks[i - 1]?.kind ?? "")) return true;
      if (chunk?.kind === "stop" || chunk?.kind === "sub" || (chunk?.kind === "verb" && chunk.finite)) return false;
    }
  }
  return isOfDisease(chunks, claim.trigger);
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
      (/^(?:according to|per|citing)$/.test(lowerOf(chunks[i - 1])) ||
        verbAt(chunks, i + 1)?.reporting === true ||
        verbAt(chunks, i + 3)?.lemma === "show" ||
        (lowerOf(chunks[i - 1]) === "from" && chunks[i - 3] !== undefined)),
  );
}

const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");

/** "48 deaths from cholera", "have died of Ebola". */
function isOfDisease(chunks: readonly Chunk[], trigger: number): boolean {
  for (let i = trigger + 1; i < chunks.length && i < trigger + 5; i++) {
    const mark = chunks[i];
    const cause = mark?.kind === "of" || (mark?.kind === "prep" && /^(?:from|by|due to|because of)$/.test(mark.lower));
    const np = nounPhraseAt(chunks, i + 1);
    if (cause && np?.tags.has("disease")) return true;
    if (mark?.kind === "stop" || mark?.kind === "verb") return false;
  }
  return false;
}

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
