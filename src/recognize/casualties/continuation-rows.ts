import { nounPhraseAt, verbAt } from "./clause.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import type { Claim } from "./claim.js";
import type { Row } from "./decide.js";

export function isPartOfKnown(chunks: readonly Chunk[], np: NounPhrase): boolean {
  const at = chunks.indexOf(np);
  if (chunks[at + 1]?.kind !== "of" || np.quantity?.read.kind === "zero") return false;
  const inner = nounPhraseAt(chunks, at + 2);
  if (!inner) return chunks[at + 2]?.kind === "rel";
  const counted = inner.quantity !== null && inner.quantity.read.kind === "number" && inner.det !== "a" && inner.det !== null;
  if (/^(?:those|these)$/.test(inner.modifiers[0] ?? "") && inner.quantity === null && inner.plural) return true;
  return (inner.tags.has("back-reference") && (inner.cls === "pron" || inner.det !== null)) || inner.nominal !== null || counted;
}

/** A quantity without an outcome of its own, and the claim before it that it may go on with. */
export interface Continuation {
  readonly chunks: readonly Chunk[];
  readonly i: number;
  readonly np: NounPhrase;
  readonly previous: Chunk | undefined;
  readonly next: Chunk | undefined;
  readonly model: Claim;
  readonly all: readonly Claim[];
}

const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");
const isTurn = (chunk: Chunk | undefined): boolean =>
  (chunk?.kind === "adv" || chunk?.kind === "prep") && /^(?:up|down)$/.test(chunk.lower);
const ends = (chunk: Chunk | undefined): boolean => !chunk || chunk.kind === "stop" || chunk.kind === "comma";
const asPart = ({ model, np }: Continuation): readonly Claim[] => [{ ...model, np, subset: true, toll: false, victims: "any" }];
const asEqual = ({ model, np }: Continuation): readonly Claim[] => [{ ...model, np, subset: false, toll: false, victims: "any" }];
const isSeparated = ({ previous }: Continuation): boolean => /^(?:comma|and|stop|colon|include)$/.test(previous?.kind ?? "");
const isMore = ({ np }: Continuation): boolean => /\b(?:another|more|others?)\b/.test(np.modifiers.join(" ")) || np.head === "others";
export const size = (np: NounPhrase): number => np.quantity?.read.value ?? np.quantity?.read.low ?? 1;

/** How a quantity takes over the outcome of a figure before it. No claims: it does not. */
export const CONTINUATION_ROWS: readonly Row<Continuation, readonly Claim[]>[] = [
  {
    name: "degree",
    when: ({ next, model, np, previous }) =>
      next?.kind === "adv" &&
      /^(?:seriously|badly|severely|slightly|lightly|gravely|grievously)$/.test(next.lower) &&
      model.outcome === "injured" &&
      np.cls === "bare" &&
      previous?.kind !== "prep",
    then: asPart,
    examples: ["[Nine|injured 9] men were hurt, [two|injured 2 subset] seriously."],
    counterExamples: ["[Nine|injured 9] men were hurt, [two|injured 2 subset] of them miners."],
  },
  {
    // "Nine died, three children among them".
    name: "among-them",
    when: ({ chunks, i, next, model, np }) => {
      const whole = nounPhraseAt(chunks, i + 2);
      return (
        next?.kind === "prep" &&
        /^among(?:st)?$/.test(next.lower) &&
        whole !== null &&
        (whole.tags.has("back-reference") || whole.nominal !== null) &&
        size(np) < size(model.np)
      );
    },
    then: asPart,
    examples: [
      "[Nine|killed 9] people died in the crash, with [three|killed 3 subset] children among the dead.",
      "[Nine|killed 9] people died in the crash, [three|killed 3 subset] children among the victims.",
    ],
    counterExamples: ["[Nine|killed 9] people died in the crash, with three children among the onlookers."],
  },
  {
    // The number before, of the same outcome.
    name: "up-from",
    when: ({ chunks, i, np, previous }) =>
      np.cls === "bare" && previous?.kind === "prep" && previous.lower === "from" && isTurn(chunks[i - 2]),
    then: ({ all, model, np }) =>
      all.filter((claim) => claim.np === model.np).map((claim) => ({ ...claim, np, subset: false, toll: false, victims: "any" as const })),
    examples: ["[428|abducted 428] people were abducted, up from [361|abducted 361]."],
    counterExamples: ["[Sixty-one|killed 61] out of 600 patients died."],
  },
  {
    name: "against",
    when: ({ np, previous, next, chunks, i }) =>
      np.cls === "bare" &&
      previous?.kind === "prep" &&
      /^(?:against|versus)$/.test(previous.lower) &&
      (ends(next) || nounPhraseAt(chunks, i + 1)?.cls === "time" || lowerOf(next) === "in"),
    then: asEqual,
    examples: ["There were [412|killed 412 cumulative] murders, against [388|killed 388 cumulative] the year before."],
    counterExamples: ["[Sixty-one|killed 61] out of 600 patients died."],
  },
  {
    // "Taking the total since October to 56,412": a running total without a word for its outcome.
    name: "running-total",
    when: (c) => c.np.cls === "bare" && runsTo(c.chunks, c.i),
    then: ({ model, np }) => [{ ...model, np, subset: false, toll: true, victims: "any" }],
    examples: ["[Seven|killed 7] people were killed, taking the total since May to [912|killed 912 cumulative]."],
    counterExamples: ["[Sixty-one|killed 61] out of 600 patients died."],
  },
  {
    // "Although activists believe the true number is over 800".
    name: "another-count",
    when: ({ chunks, i, np }) => {
      const verb = verbAt(chunks, i - 1);
      const sum = nounPhraseAt(chunks, i - 2);
      return np.cls === "bare" && verb?.copula === true && sum?.tags.has("sum-noun") === true && sum.modifierTags.has("real-count");
    },
    then: asEqual,
    examples: ["The state says [17|abducted 17 by] Danes were abducted; activists say the true number is [over 800|abducted 800+ by]."],
    counterExamples: ["[Seventeen|abducted 17] Danes were abducted; his lucky number is 800."],
  },
  {
    // "Though the agency has registered just over 809,000", "historians sometimes print 283".
    name: "counted-by-another",
    when: (c) => c.np.cls === "bare" && size(c.np) > 2 && endsCount(c) && isToldBefore(c),
    then: asEqual,
    examples: [
      "[More than 1,200|displaced 1200+] people fled, though the agency has registered [just over 800|displaced 800+ by].",
      "[Some 850|killed ~850] people were killed, and for years the world believed [30,000|killed 30000].",
      "Officially [47|killed 47] people died; witnesses speak of [200|killed 200].",
    ],
    counterExamples: ["[Forty|killed 40] people died, and the mayor said 12 had come late."],
  },
  {
    // "And this year there were already 412".
    name: "there-were-so-many",
    when: (c) => c.np.cls === "bare" && size(c.np) > 2 && endsCount(c) && opensWithThere(c.chunks, c.i),
    then: asEqual,
    examples: [
      "In Oresk [1,065|killed 1065 cumulative] murders were recorded last year, and this spring there were already " +
        "[412|killed 412 cumulative].",
    ],
    counterExamples: ["[Forty|killed 40] people died, and 12 came late."],
  },
  {
    // "Police put the dead at 47, the opposition at more than 200".
    name: "same-for-another",
    when: (c) => c.np.cls === "bare" && size(c.np) > 2 && endsCount(c) && isGapped(c),
    then: ({ model, np }) => [{ ...model, np, subset: false, victims: "any" }],
    examples: ["Police put the number of dead at [47|killed 47 by], the opposition at [more than 200|killed 200+ by]."],
    counterExamples: ["Police put the dead at [47|killed 47 by], in a town of 200."],
  },
  {
    // "Oresk counts 84 dead, Velna 61 and Taru 33", "in Oresk 84 died, in Velna 61".
    name: "elsewhere-so-many",
    when: (c) => c.np.cls === "bare" && endsCount(c) && isAtAnotherPlace(c),
    then: asEqual,
    examples: [
      "Oresk counts [84|killed 84] dead, Velna [61|killed 61] and Taru [33|killed 33].",
      "In Oresk [84|killed 84] people died, in Velna [61|killed 61].",
    ],
    counterExamples: ["The bomb killed [84|killed 84] people, Radio 5 said."],
  },
  {
    // "And one was airlifted to Velna": one more of the injured.
    name: "brought-elsewhere",
    when: ({ np, next, model, previous }) =>
      np.cls === "bare" &&
      model.outcome === "injured" &&
      model.subset === true &&
      /^(?:comma|and|stop)$/.test(previous?.kind ?? "") &&
      next?.kind === "verb" &&
      next.passive &&
      next.tags.has("bring-people"),
    then: asPart,
    examples: ["[Six|injured 6 subset] of the injured were sent to the city, and [one|injured 1 subset] was airlifted to Velna."],
    counterExamples: ["[Six|injured 6] men were injured, and one was taken home."],
  },
  {
    name: "households",
    when: ({ np, model, previous, next }) =>
      np.cls === "household" &&
      model.outcome === "displaced" &&
      model.np.cls !== "household" &&
      previous?.kind === "comma" &&
      ends(next) &&
      size(np) < size(model.np),
    then: asEqual,
    examples: ["There are [1,912|displaced 1912] displaced people, [407|displaced 407] households."],
    counterExamples: ["[Three|killed 3] generations of one family died."],
  },
  {
    name: "of-whom-were",
    when: ({ chunks, i, np, previous, next }) =>
      np.cls === "bare" &&
      previous?.kind === "rel" &&
      chunks[i - 2]?.kind === "of" &&
      chunks[i - 3]?.kind === "comma" &&
      ((next?.kind === "verb" && next.copula) || (next?.kind === "prep" && next.lower === "in")),
    then: asPart,
    examples: [
      "[Twelve|detained 12] were arrested, of whom [three|detained 3 subset] were minors.",
      "The number of deaths stands at [1,204|killed 1204], of which [31|killed 31 subset] in Velna.",
    ],
    counterExamples: ["[Twelve|detained 12] were arrested, [three|detained 3 subset] of them minors."],
  },
  {
    // "Of the 148 children killed, 63 were girls": the clause tells who they were, not what befell them.
    name: "of-the-counted",
    when: ({ chunks, i, np, model, next }) =>
      np.cls === "bare" &&
      chunks[0]?.kind === "of" &&
      model.np === chunks[1] &&
      chunks[i - 1]?.kind === "comma" &&
      next?.kind === "verb" &&
      ((next.copula && (nounPhraseAt(chunks, i + 2)?.quantity === null || chunks[i + 2]?.kind === "prep")) ||
        (next.passive && next.tags.has("register"))),
    then: asPart,
    examples: [
      "Of the [148|killed 148] children killed, [63|killed 63 subset] were girls.",
      "Of [93|killed 93] deaths, [88|killed 88 subset] were recorded in Velna and [five|killed 5 subset] in Oresk.",
    ],
    counterExamples: ["[Sixty-one|killed 61] out of 600 patients died."],
  },
  {
    // "Nine of whom were students": the clause after it says who, not what happened.
    name: "part-of-whom",
    when: (c) => isPartOfKnown(c.chunks, c.np) && isSeparated(c) && c.next?.kind === "of" && c.chunks[c.i + 2]?.kind === "rel",
    then: asPart,
    examples: ["[Twelve|detained 12] were arrested, [nine|detained 9 subset] of whom were students."],
    counterExamples: ["[Sixty-one|killed 61] out of 600 patients died."],
  },
  {
    name: "second-part",
    when: (c) =>
      isSeparated(c) &&
      (c.previous?.kind !== "stop" || lowerOf(c.previous) === ";") &&
      c.np.cls === "bare" &&
      c.next?.kind === "verb" &&
      c.next.copula &&
      nounPhraseAt(c.chunks, c.i + 2)?.quantity === null &&
      c.model.subset === true &&
      isCopular(c.chunks, c.model.np),
    then: asPart,
    examples: [
      "[Three|killed 3 subset] of those killed were policemen and [six|killed 6 subset] were cooks.",
      "[Six|killed 6 subset] of the fatalities were children; [eight|killed 8 subset] were women.",
    ],
    counterExamples: ["[Three|killed 3] were killed and six were cooks."],
  },
  {
    name: "own-clause",
    when: (c) => !isSeparated(c) || c.next?.kind === "pred" || (c.next?.kind === "verb" && !(c.next.form === "ing" && c.next.bare)),
    then: () => [],
    examples: ["[Three|killed 3] were killed and six were cooks."],
    counterExamples: ["[Three|killed 3] died, [two|killed 2 subset] of them cooks."],
  },
  {
    name: "part-of-known",
    when: ({ chunks, np }) => isPartOfKnown(chunks, np),
    then: asPart,
    examples: ["[Three|killed 3] died, [two|killed 2 subset] of them cooks."],
    counterExamples: ["[Four|killed 4] people, [two|killed 2 subset] from one village, were killed."],
  },
  {
    // "Fourteen fatalities, six in Veracruz": where the state is a place, another place is another state.
    name: "elsewhere",
    when: (c) => isLocalized(c) && (c.np.cls === "bare" || (c.np.cls === "person" && gapAllowed(c))),
    then: (c) => (!isMore(c) && sumsBelow(c) ? asPart(c) : asEqual(c)),
    examples: ["There were [14|killed 14] fatalities, [six|killed 6 subset] in Velna."],
    counterExamples: ["The strike killed [eight|killed 8] people - [four|killed 4 subset] children and [four|killed 4 subset] parents."],
  },
  {
    name: "so-many-more",
    when: (c) =>
      isMore(c) && c.np.cls === "bare" && (ends(c.next) || c.next?.kind === "adv" || nounPhraseAt(c.chunks, c.i + 1)?.cls === "time"),
    then: asEqual,
    examples: ["[Three|killed 3] died at once, [two|killed 2] more."],
    counterExamples: ["The strike killed [eight|killed 8] people - [four|killed 4 subset] children and [four|killed 4 subset] parents."],
  },
];

/** True where the number goes on with a place, a time or another clause, not with what it counts. */
const endsCount = ({ next, chunks, i }: Continuation): boolean =>
  ends(next) ||
  next?.kind === "and" ||
  next?.kind === "sub" ||
  (next?.kind === "prep" && /^(?:for|in|on|at|by|since|during|after)$/.test(next.lower)) ||
  nounPhraseAt(chunks, i + 1)?.cls === "time";

/** "…, Velna 61": a place and its number alone, where the clause before told of another place. */
function isAtAnotherPlace({ chunks, i, model }: Continuation): boolean {
  const place = nounPhraseAt(chunks, i - 1);
  if (!place?.proper || place.quantity !== null || place.cls !== "name") return false;
  const preposition = lowerOf(chunks[i - 2]) === "in" ? i - 2 : i - 1;
  if (!/^(?:comma|and|stop)$/.test(chunks[preposition - 1]?.kind ?? "")) return false;
  const first = preposition < i - 1 ? (lowerOf(chunks[0]) === "in" ? 1 : -1) : 0;
  const other = nounPhraseAt(chunks, first);
  return other?.proper === true && other.cls === "name" && chunks.indexOf(model.np) > first && model.subset !== true;
}

/** "Has registered 809,000", "sometimes print 283", "speak of 200": a verb that tells a number. */
function isToldBefore({ chunks, i }: Continuation): boolean {
  const of = chunks[i - 1]?.kind === "of";
  const verb = verbAt(chunks, of ? i - 2 : i - 1);
  return verb !== null && !verb.passive && !verb.negated && !verb.infinitive && verb.tags.has(of ? "speak-of-number" : "tell-number");
}

/** "There were already 412". */
function opensWithThere(chunks: readonly Chunk[], i: number): boolean {
  let j = i - 1;
  while (chunks[j]?.kind === "adv") j--;
  return verbAt(chunks, j)?.copula === true && chunks[j - 1]?.kind === "there";
}

/** "…, the opposition at more than 200": subject and number alone, with the preposition of the clause before. */
function isGapped({ chunks, i, model, previous }: Continuation): boolean {
  const subject = nounPhraseAt(chunks, i - 2);
  if ((previous?.kind !== "prep" && previous?.kind !== "of") || subject === null) return false;
  const before = chunks[chunks.indexOf(model.np) - 1];
  return (
    before?.kind === previous.kind &&
    lowerOf(before) === previous.lower &&
    subject.quantity === null &&
    subject.cls !== "time" &&
    (chunks[i - 3]?.kind === "comma" || chunks[i - 3]?.kind === "and" || chunks[i - 3]?.kind === "stop")
  );
}

/** True where the clause of a noun phrase only says who the people were: "three of those killed were policemen". */
function isCopular(chunks: readonly Chunk[], np: NounPhrase): boolean {
  const at = chunks.indexOf(np);
  return chunks.slice(at + 1, at + 5).some((chunk) => chunk.kind === "verb" && chunk.copula);
}

/** "Bringing the total since May to 912": the number at `i` is what a total without an outcome comes to. */
function runsTo(chunks: readonly Chunk[], i: number): boolean {
  if (lowerOf(chunks[i - 1]) !== "to") return false;
  for (let j = i - 2; j > 0 && j > i - 10; j--) {
    const np = nounPhraseAt(chunks, j);
    if (np?.tags.has("sum-noun") && np.noun === null) return verbAt(chunks, j - 1)?.tags.has("bring-total") === true;
    if (chunks[j]?.kind === "verb" || chunks[j]?.kind === "stop") return false;
  }
  return false;
}

/** True where a place follows: "six in Veracruz", "four offshore". */
function isLocalized({ chunks, np, next, model }: Continuation): boolean {
  const state = chunks[model.trigger];
  if (state?.kind === "pred" && /^(?:in|under|behind|on)$/.test(state.words[0] ?? "")) return false;
  if (next?.kind === "prep")
    return /^(?:in|at|near|inside|aboard|on|by|outside|along)\b/.test(next.lower) || (next.lower === "from" && np.cls === "bare");
  return (
    next?.kind === "adv" && np.cls === "bare" && /^(?:offshore|elsewhere|there|overseas|abroad|onboard|inside|outside)$/.test(next.lower)
  );
}

/** A person phrase takes over an outcome only where the list it stands in has no verb of its own after the figure. */
function gapAllowed({ chunks, i, model }: Continuation): boolean {
  for (let j = Math.max(chunks.indexOf(model.np), model.trigger) + 1; j < i; j++)
    if (verbAt(chunks, j) && !verbAt(chunks, j)?.states) return false;
  return true;
}

/** True where the numbers that hang on a total do not add up to more than it. */
function sumsBelow({ all, model, np }: Continuation): boolean {
  const parts = all.filter((claim) => claim.subset && claim.outcome === model.outcome && claim.np.start > model.np.start);
  return parts.reduce((sum, claim) => sum + size(claim.np), size(np)) <= size(model.np);
}
