import type { Token } from "../../model/token.js";
import { parseDigits } from "../../text/numerals.js";
import { decide, type Row } from "./decide.js";
import { isSuffixed } from "./read-quantity.js";
import { classOf, hasTag, type Vocabulary } from "./vocabulary.js";

/** A number where it stands: tokens `first` to `last` of a text. */
export interface NumberInText {
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly vocabulary: Vocabulary;
}

const DASH = /^[-–—−‑‐]$/;
const lower = ({ tokens }: NumberInText, at: number): string => tokens[at]?.lower ?? "";
const isGlued = (token: Token | undefined): boolean => token?.gap === "none";
const inDigits = ({ tokens, first }: NumberInText): boolean => /^\d/.test(tokens[first]?.text ?? "");
const isCapitalized = (token: Token | undefined): boolean => /^\p{Lu}/u.test(token?.text ?? "");
const isNoun = (token: Token | undefined): boolean => /^(?:NOUN|PROPN|ADJ)$/.test(token?.pos ?? "");

/** "People", "young men", "deaths": a noun that people are counted by stands within three words after the number. */
function countsPeople({ tokens, last, vocabulary }: NumberInText): boolean {
  for (let i = last + 1; i <= last + 3; i++) {
    const token = tokens[i];
    if (!token) return false;
    const cls = classOf(vocabulary, token.lower);
    if (
      cls === "person" ||
      cls === "household" ||
      (vocabulary.nouns.get(token.lower)?.counts === true && vocabulary.nouns.get(token.lower)?.plural === true)
    )
      return true;
    if (cls !== null || (!isNoun(token) && token.pos !== "VERB")) return false;
  }
  return false;
}

/** A plural for people right after a number that may be a year: "2025 people", not "2013 double murder". */
function isPluralCount(n: NumberInText): boolean {
  const next = n.tokens[n.last + 1];
  if (!next) return false;
  if (
    /^(?:NOUN|ADJ|PROPN)$/.test(next.pos) &&
    /(?:s|men|women|people|children|dead|wounded|injured|missing)$/.test(next.lower) &&
    classOf(n.vocabulary, next.lower) !== "event"
  )
    return true;
  const beyond = n.tokens[n.last + 2];
  return next.pos === "ADJ" && beyond?.pos === "NOUN" && /(?:s|men|women|people|children)$/.test(beyond.lower);
}

/** The index of the word that opens a list of ages before a number: "aged" of "aged 31, 35 and 40"; -1 for none. */
function ageOpener({ tokens, first, vocabulary }: NumberInText): number {
  for (let i = first - 1; i >= 0 && i > first - 14; i--) {
    const word = tokens[i]?.lower ?? "";
    if (word === "aged" || word === "age" || word === "ages") return i;
    if (word === "of" && /^ages?$/.test(tokens[i - 1]?.lower ?? "")) return i - 1;
    if (
      /^(?:and|or|to|,|between|from|respectively)$/.test(word) ||
      DASH.test(word) ||
      parseDigits(word) !== null ||
      vocabulary.numbers.has(word)
    )
      continue;
    return -1;
  }
  return -1;
}

/** Street words within three capitalized words after a house number: "2501 Oak Road". */
function isHouseNumber({ tokens, last, vocabulary }: NumberInText): boolean {
  for (let i = last + 1; i <= last + 4; i++) {
    const token = tokens[i];
    if (!isCapitalized(token) || !token) return false;
    if (i > last + 1 && hasTag(vocabulary, token.lower, "street")) return true;
  }
  return false;
}

/** "A day", "per week", "every year", "daily" after a number and its clause: so many each time, not so many in all. */
function isRate(n: NumberInText): boolean {
  for (let i = n.last + 1; i <= n.last + 9; i++) {
    const word = lower(n, i);
    if (word === "" || /^[.;:!?]$/.test(word)) return false;
    if (/^(?:per|every|each)$/.test(word) && hasTag(n.vocabulary, lower(n, i + 1), "time-unit")) return true;
    if (/^(?:annually|yearly|monthly|weekly|daily)$/.test(word) && !isNoun(n.tokens[i + 1])) return true;
    // "The massacre of 300 is remembered each year": another verb happens so often.
    if (n.tokens[i]?.pos === "VERB" && !n.vocabulary.verbs.has(word)) return false;
    if (
      word === "a" &&
      lower(n, i - 1) !== "in" &&
      hasTag(n.vocabulary, lower(n, i + 1), "time-unit") &&
      i <= n.last + 3 &&
      /^(?:[.,;]|and|on|in)?$/.test(lower(n, i + 2))
    )
      return true;
    if (word === "per" && i <= n.last + 3) return true;
  }
  return false;
}

/** "The average number of annual deaths over the past five years was 106,813." */
function isAverageNumber({ tokens, first }: NumberInText): boolean {
  for (let i = first - 2; i >= Math.max(0, first - 14); i--) {
    const word = tokens[i]?.lower ?? "";
    if (/^[.;:!?]$/.test(word)) return false;
    if (word === "average" && /^(?:number|toll|count)$/.test(tokens[i + 1]?.lower ?? "")) return true;
  }
  return false;
}

/**
 * Whether a number counts anything. A row says no where the words around show money, a share, a date, an age, a label,
 * an address, a compound or a score.
 */
export const COUNT_ROWS: readonly Row<NumberInText, boolean>[] = [
  {
    name: "unit-mark",
    then: () => false,
    when: ({ tokens, last }) => {
      const after = tokens[last + 1];
      return (
        isGlued(after) &&
        (after?.lower === "%" ||
          after?.type === "currency" ||
          after?.lower === "°" ||
          (after?.lower === ":" && /^\d/.test(tokens[last + 2]?.text ?? "") && isGlued(tokens[last + 2])))
      );
    },
    examples: ["The fire killed 40% of the herd."],
    counterExamples: ["The fire killed [40|killed 40] people."],
  },
  {
    name: "compound",
    then: () => false,
    when: ({ tokens, last }) =>
      isGlued(tokens[last + 1]) &&
      DASH.test(tokens[last + 1]?.text ?? "") &&
      !isSuffixed(tokens, last) &&
      isGlued(tokens[last + 2]) &&
      /^[\p{L}\d]/u.test(tokens[last + 2]?.text ?? ""),
    examples: ["A 40-meter wall killed [two|killed 2] people."],
    counterExamples: ["The slide killed [30-odd|killed ~30] villagers."],
  },
  {
    name: "glued-letters",
    then: () => false,
    when: ({ tokens, last }) =>
      isGlued(tokens[last + 1]) &&
      /^\p{L}+$/u.test(tokens[last + 1]?.text ?? "") &&
      /\d$/.test(tokens[last]?.text ?? "") &&
      !/^(?:k|mn)$/.test(tokens[last + 1]?.lower ?? ""),
    examples: ["They were killed 40km from the port."],
    counterExamples: ["Floods displaced [40k|displaced 40000] people."],
  },
  {
    name: "age-in-years",
    then: () => false,
    when: (n) =>
      (/^(?:year|month|week|day|yr|mo)s?$/.test(lower(n, n.last + 1)) &&
        (/^olds?$/.test(lower(n, n.last + 2)) || (DASH.test(lower(n, n.last + 2)) && /^olds?$/.test(lower(n, n.last + 3))))) ||
      /^y\.?\/?o\.?$/.test(lower(n, n.last + 1)) ||
      (DASH.test(lower(n, n.last + 1)) && /^(?:year|month|week|day)s?$/.test(lower(n, n.last + 2).split(/\W/)[0] ?? "")),
    examples: ["He was shot when he was 13 years old."],
    counterExamples: ["The strike killed [13|killed 13] people years ago."],
  },
  {
    name: "clock",
    then: () => false,
    when: (n) => hasTag(n.vocabulary, lower(n, n.last + 1), "clock"),
    examples: ["The wounded arrived at 3 p.m. and later."],
    counterExamples: ["The blast wounded [3|injured 3] people."],
  },
  {
    name: "percent",
    then: () => false,
    when: (n) =>
      hasTag(n.vocabulary, lower(n, n.last + 1), "percent") || (lower(n, n.last + 1) === "per" && lower(n, n.last + 2) === "cent"),
    examples: ["The fever killed 30 percent of patients."],
    counterExamples: ["The fever killed [30|killed 30] patients."],
  },
  {
    name: "money",
    then: () => false,
    when: ({ tokens, first, vocabulary }) =>
      tokens[first - 1]?.type === "currency" || hasTag(vocabulary, tokens[first - 1]?.text, "currency-mark"),
    examples: ["The killers took $400 from the dead."],
    counterExamples: ["The killers shot [400|injured 400] people."],
  },
  {
    name: "glued-before",
    then: () => false,
    // "said.Four people" has lost a space; "3.Four" and "A4" are no counts.
    when: ({ tokens, first }) => {
      const before = tokens[first - 1];
      return (
        before !== undefined &&
        isGlued(tokens[first]) &&
        (/^\d/.test(tokens[first]?.text ?? "") || (DASH.test(before.text) && isGlued(before))) &&
        (DASH.test(before.text) || /^[./:#@]$/.test(before.text) || /[\p{L}\d]$/u.test(before.text))
      );
    },
    examples: ["The M—40 was shut after [two|killed 2] deaths.", "The raid at A—7 killed [two|killed 2] men."],
    counterExamples: ["The crash killed [40|killed 40]."],
  },
  {
    name: "how-many",
    then: () => false,
    when: (n) => lower(n, n.first) === "many" && /^(?:how|so|as|too)$/.test(lower(n, n.first - 1)),
    examples: ["Nobody knows how many were killed."],
    counterExamples: ["[Many|killed vague 2] were killed."],
  },
  {
    name: "average",
    then: () => false,
    when: (n) =>
      (lower(n, n.first - 1) === "of" && lower(n, n.first - 2) === "average") ||
      (/^(?:is|was|were|at)$/.test(lower(n, n.first - 1)) && isAverageNumber(n)) ||
      lower(n, n.first - 1) === "averaging" ||
      (lower(n, n.first - 1) === "average" && lower(n, n.first - 2) === "on") ||
      (lower(n, n.first - 1) === "," && lower(n, n.first - 2) === "average" && lower(n, n.first - 3) === "on"),
    examples: [
      "An average of 40 people are killed in fires.",
      "On average 12 hikers die there.",
      "The average number of deaths on the pass was 40.",
    ],
    counterExamples: ["A total of [40|killed 40] people were killed."],
  },
  {
    name: "rate",
    then: () => false,
    when: isRate,
    examples: [
      "Some 12 people die each day on the roads.",
      "The guns kill 40 people a day.",
      "There were 12 deaths per 100,000 people.",
      "Smoke causes 8 million deaths annually.",
    ],
    counterExamples: ["[Twelve|killed 12] people died that day.", "The storm killed [40|killed 40] people a year ago."],
  },
  {
    name: "per-number",
    then: () => false,
    when: (n) => lower(n, n.first - 1) === "per" || (/^(?:every|each)$/.test(lower(n, n.first - 1)) && lower(n, n.first - 2) === "for"),
    examples: ["The rate is two deaths per 1,000 births."],
    counterExamples: ["The fire killed [1,000|killed 1000] people."],
  },
  {
    name: "one-in",
    then: () => false,
    when: (n) =>
      (/^(?:one|two|three|four|five|six|[123])$/.test(lower(n, n.last)) &&
        n.first === n.last &&
        lower(n, n.last + 1) === "in" &&
        isSmallNumber(n, n.last + 2) &&
        !isTime(n, n.last + 3)) ||
      (lower(n, n.first - 1) === "in" &&
        /^(?:one|two|three|four|five|six|[123])$/.test(lower(n, n.first - 2)) &&
        isSmallNumber(n, n.first) &&
        !isTime(n, n.last + 1) &&
        classOf(n.vocabulary, lower(n, n.first - 3)) === null),
    examples: ["One in four of the patients died."],
    counterExamples: ["The mine killed [three|killed 3] in four days."],
  },
  {
    name: "listed-age",
    then: () => false,
    when: (n) => ageOpener(n) >= 0 && !isNoun(n.tokens[n.last + 1]),
    examples: [
      "[Two|detained 2] men aged 19 and 23 have been arrested.",
      "[Three|injured 3] women aged 31, 35 and 40 were injured.",
      "She died at the age of 96, years after a nephew, taken as a captive, was freed.",
    ],
    counterExamples: ["[A man|killed 1 implicit] and [two|killed 2] women were killed."],
  },
  {
    // "A mother of four recovering from burns": her children.
    name: "children-of-a-parent",
    then: () => false,
    when: (n) => lower(n, n.first - 1) === "of" && hasTag(n.vocabulary, lower(n, n.first - 2), "parent") && !isNoun(n.tokens[n.last + 1]),
    examples: ["[A mother|injured 1 implicit] of four recovering from burns spoke."],
    counterExamples: ["The mothers of [four|killed 4] murdered men spoke."],
  },
  {
    // "Between 1991 and 1998": two years are no span of people.
    name: "span-of-years",
    then: () => false,
    when: (n) => n.last > n.first && isYearAt(n, n.first) && isYearAt(n, n.last) && !isPluralCount(n),
    examples: ["The judge was behind the murder of [thousands|killed vague 2000 cumulative] of islanders between 1957 and 1986."],
    counterExamples: ["[Between 19 and 25|killed 19-25] people were killed."],
  },
  {
    // "One woman between 19 and 97": how old they were.
    name: "span-of-ages",
    then: () => false,
    when: (n) => isInSpanBehindPeople(n) && !isNoun(n.tokens[n.last + 1]),
    examples: ["Some of the men between 19 and 47 were taken to a hospital with burns."],
    counterExamples: ["The blast killed [between 19 and 25|killed 19-25] people."],
  },
  {
    // "Between December 16 and 18", "on 25 and 26 June": the second of two days of a month.
    name: "day-beside-day",
    then: () => false,
    when: (n) => inDigits(n) && Number(n.tokens[n.first]?.text) <= 31 && (followsDay(n) || leadsToDay(n)),
    examples: [
      "[At least 890|killed 890+] people were killed between March 16 and 18 in the delta.",
      "On 2 and 3 June rescuers found [two|killed 2] bodies.",
    ],
    counterExamples: ["On March 16 and [18|killed 18] people died."],
  },
  {
    // "30 days detention": how long.
    name: "length-of-time",
    then: () => false,
    when: (n) =>
      /s$/.test(lower(n, n.last + 1)) &&
      hasTag(n.vocabulary, lower(n, n.last + 1).slice(0, -1), "time-unit") &&
      (/^['’]$/.test(lower(n, n.last + 2)) || isNoun(n.tokens[n.last + 2])),
    examples: ["[A clerk|detained 1 implicit] was arrested, and a court gave him 30 days detention."],
    counterExamples: ["There were [30|detained 30] detentions in two days."],
  },
  {
    name: "house-number",
    then: () => false,
    when: isHouseNumber,
    examples: ["Police were called to a shooting 2501 Oak Road."],
    counterExamples: ["The bus hit [25|injured 25] people on Oak Road, injuring them."],
  },
  {
    // "Their back four went missing": players by the line they stand in.
    name: "line-of-a-team",
    then: () => false,
    when: (n) => /^(?:back|front|midfield)$/.test(lower(n, n.first - 1)) && n.first === n.last && !isNoun(n.tokens[n.last + 1]),
    examples: ["The visitors' back four went missing at the throw-in."],
    counterExamples: ["[Four|missing 4] players went missing on a trip."],
  },
  {
    // "An Eight Trey member": the number belongs to a name.
    name: "number-in-a-name",
    then: () => false,
    when: (n) =>
      /^an?$/.test(lower(n, n.first - 1)) &&
      n.first === n.last &&
      /^\p{Lu}\p{Ll}/u.test(n.tokens[n.first]?.text ?? "") &&
      isCapitalized(n.tokens[n.last + 1]),
    examples: ["He was jailed for the murder of [an Eight Roads rider|killed 1 implicit]."],
    counterExamples: ["[Eight|killed 8] riders died."],
  },
  {
    // "172 ½ years", "2½ hours": a fraction behind the number counts no people.
    name: "fraction-behind",
    then: () => false,
    when: (n) => /^[½¼¾⅓⅔]/.test(lower(n, n.last + 1)) || /[½¼¾⅓⅔]/.test(lower(n, n.last)),
    examples: ["[The man|detained 1 implicit] was convicted and sentenced to 17 ½ years in prison."],
    counterExamples: ["[Seventeen|detained 17] men were sentenced to years in prison."],
  },
  {
    name: "block-number",
    then: () => false,
    when: (n) => lower(n, n.last + 1) === "block" && lower(n, n.last + 2) === "of",
    examples: ["[A man|injured 1 implicit] was shot in the 2500 block of Oak Street."],
    counterExamples: ["The blast killed [25|killed 25] on the block."],
  },
  {
    name: "month-day",
    then: () => false,
    when: (n) => {
      const before = n.tokens[n.first - 1];
      if (
        !hasTag(n.vocabulary, before?.lower, "month") ||
        !inDigits(n) ||
        !isCapitalized(before) ||
        (before?.lower === "may" && before.pos !== "PROPN")
      )
        return false;
      const value = parseDigits(lower(n, n.last)) ?? 0;
      if (value > 31 && !(value >= 1500 && value < 2100)) return false;
      // "Since January 60 teachers", "in June 12 people": the month goes with its preposition, the number with its noun.
      return !(countsPeople(n) && /^(?:in|since|during|last|this|early|late|mid)$/.test(lower(n, n.first - 2)));
    },
    examples: ["On June 12 rescuers found [two|killed 2] bodies."],
    counterExamples: ["In June [12|killed 12 cumulative] miners drowned."],
  },
  {
    name: "now-number",
    then: () => true,
    when: (n) => lower(n, n.first - 1) === "number" && hasTag(n.vocabulary, lower(n, n.first - 2), "count-noun"),
    examples: ["The confirmed dead now number [220|killed 220]."],
    counterExamples: ["The patrol killed [two|killed 2] men."],
  },
  {
    name: "photo-counter",
    then: () => false,
    when: (n) =>
      lower(n, n.first - 1) === "of" && parseDigits(lower(n, n.first - 2)) !== null && hasTag(n.vocabulary, lower(n, n.first - 3), "label"),
    examples: ["Photo 8 of 8: the dead were buried on Friday."],
    counterExamples: ["[Eight|killed 8 subset] of the [nine|killed 9] dead were miners."],
  },
  {
    name: "last-year",
    then: () => true,
    when: (n) =>
      hasTag(n.vocabulary, lower(n, n.first - 1), "time-unit") &&
      (hasTag(n.vocabulary, lower(n, n.first - 2), "last-next") || /^(?:a|earlier|later)$/.test(lower(n, n.first - 2))) &&
      countsPeople(n),
    examples: ["Last year [22|killed 22 cumulative] people died on the river."],
    counterExamples: ["In year 22 of the war [the king|killed 1 implicit] died."],
  },
  {
    name: "label",
    then: () => false,
    when: (n) => inDigits(n) && hasTag(n.vocabulary, lower(n, n.first - 1), "label"),
    examples: ["Highway 12 was closed after the death.", "Route 40 has seen [two|killed 2] deaths."],
    counterExamples: ["[Twelve|killed 12] people died on the highway."],
  },
  {
    name: "named-label",
    then: () => false,
    // "Building 7 was hit"; but "in the camp 12 people died".
    when: (n) =>
      inDigits(n) &&
      hasTag(n.vocabulary, lower(n, n.first - 1), "named-label") &&
      (isCapitalized(n.tokens[n.first - 1]) || !countsPeople(n)),
    examples: [
      "Building 7 was hit by a rocket and [three|killed 3] people died.",
      "Platoon 4 was hit near Gate 9, and [two|injured 2] recruits were wounded.",
    ],
    counterExamples: ["In the camp [12|killed 12] people died."],
  },
  {
    name: "at-number",
    then: (n) =>
      !/^(?:[,.;)]|and|when|in|on|after)?$/.test(lower(n, n.last + 1)) ||
      n.tokens
        .slice(Math.max(0, n.first - 8), n.first)
        .some((token) => hasTag(n.vocabulary, token.lower, "sum-noun") || hasTag(n.vocabulary, token.lower, "count-noun")),
    when: (n) => inDigits(n) && lower(n, n.first - 1) === "at",
    examples: ["He was killed at 40.", "Officials put the dead at [40|killed 40 by]."],
    counterExamples: ["The mine killed [40|killed 40]."],
  },
  {
    name: "day-month",
    then: () => false,
    when: (n) =>
      hasTag(n.vocabulary, lower(n, n.last + 1), "month") && isCapitalized(n.tokens[n.last + 1]) && Number(n.tokens[n.first]?.text) <= 31,
    examples: ["On 12 June rescuers found [two|killed 2] bodies."],
    counterExamples: ["Since June [12|killed 12 cumulative] people died there."],
  },
  {
    name: "total-like-year",
    then: () => true,
    when: (n) => isYear(n) && isPluralCount(n) && lower(n, n.first - 1) === "of" && hasTag(n.vocabulary, lower(n, n.first - 2), "sum-noun"),
    examples: ["A total of [1984|killed 1984] people were killed."],
    counterExamples: ["The killings of 1984 were denied."],
  },
  {
    name: "year",
    then: () => false,
    when: (n) => isYear(n) && (!isPluralCount(n) || hasTag(n.vocabulary, lower(n, n.first - 1), "before-year")),
    examples: ["He was charged over a 2013 double murder.", "The 2015 attacks killed [two|killed 2] people."],
    counterExamples: ["[2025|displaced 2025] people were evacuated from the valley."],
  },
];

const isYear = ({ tokens, first, last }: NumberInText): boolean => last === first && /^(?:1[5-9]|20)\d\d$/.test(tokens[first]?.text ?? "");
const isSmallNumber = (n: NumberInText, at: number): boolean =>
  /^\d{1,3}$/.test(lower(n, at)) || n.vocabulary.numbers.has(lower(n, at)) || lower(n, at) === "every";
const isTime = (n: NumberInText, at: number): boolean => classOf(n.vocabulary, lower(n, at)) === "time";

const isYearAt = ({ tokens }: NumberInText, at: number): boolean => /^(?:1[5-9]|20)\d\d$/.test(tokens[at]?.text ?? "");
const isDayAt = ({ tokens }: NumberInText, at: number): boolean => /^(?:[12]?\d|3[01])$/.test(tokens[at]?.text ?? "");
const isMonthAt = (n: NumberInText, at: number): boolean => hasTag(n.vocabulary, lower(n, at), "month") && isCapitalized(n.tokens[at]);
const joinsDays = (word: string): boolean => /^(?:and|or|to)$/.test(word) || DASH.test(word);

/** "16 and 18" behind their month. */
const followsDay = (n: NumberInText): boolean =>
  joinsDays(lower(n, n.first - 1)) && isDayAt(n, n.first - 2) && isMonthAt(n, n.first - 3) && !countsPeople(n);

/** "Women between 19 and 97": the span, or its second number where it is read alone. */
function isInSpanBehindPeople(n: NumberInText): boolean {
  const opensAt = (at: number): boolean =>
    /^(?:between|from)$/.test(lower(n, at)) && classOf(n.vocabulary, lower(n, at - 1)) === "person" && inDigits(n);
  return opensAt(n.first - 1) || (/^(?:and|to)$/.test(lower(n, n.first - 1)) && opensAt(n.first - 3));
}

/** "2 and 3" before their month. */
const leadsToDay = (n: NumberInText): boolean =>
  n.first === n.last && joinsDays(lower(n, n.last + 1)) && isDayAt(n, n.last + 2) && isMonthAt(n, n.last + 3);

/** True unless the words around a number show that it counts nobody. */
export const isCount = (n: NumberInText): boolean => decide(COUNT_ROWS, n) ?? true;
