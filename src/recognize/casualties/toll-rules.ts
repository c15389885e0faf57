import type { Outcome } from "../../model/casualty.js";
import { kindAt, mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { coordinatedAfter } from "./coordination.js";
import { claim, isLabel, statesOf, type CasualtyRule, type Claim } from "./claim.js";

/** Running totals and labels with a number: "the death toll rose to 12", "Killed: 14". */
export const TOLL_RULES: readonly CasualtyRule[] = [
  {
    name: "toll",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      if (!np) return [];
      // "And to 80 the wounded": the number before the word.
      const before = nounPhraseAt(chunks, at - 1);
      const turned =
        np.nominal !== null &&
        np.det === "the" &&
        np.quantity === null &&
        before?.quantity != null &&
        before.cls === "bare" &&
        lowerAt(chunks, at - 2) === "to";
      if (turned && before)
        return [{ np: before, outcome: np.nominal as Outcome, trigger: at, victims: "any", implicit: false, toll: true }];
      const outcome = tollOutcome(chunks, at, np);
      return outcome
        ? tollNumbers(chunks, at).map((n) => ({ np: n, outcome, trigger: at, victims: "any", implicit: false, toll: true }))
        : [];
    },
    examples: [
      "The death toll rose to [37|killed 37].",
      "This brings the number of arrests to [140|detained 140].",
      "The toll was revised from [52|killed 52] to [47|killed 47].",
      "The flood put the death toll at [more than 60|killed 60+].",
      "The ministry raised the death count by [seven|killed 7] to [66|killed 66].",
      "The rebels put their own dead at [four|killed 4 by].",
      "Jail toll [14|killed 14] after bodies found in tank",
      "This took the country's death toll up to [212|killed 212].",
      "Civilian casualties in Velna soared by 24 percent to [4,853|killed-or-injured 4853].",
    ],
    counterExamples: ["The toll road opened in 2014.", "The death toll rose in 24 hours."],
  },
  {
    name: "label",
    find: (chunks, at) => {
      const outcome = labelOutcome(chunks, at);
      if (!outcome || !isLabelPlace(chunks, at)) return [];
      const marked = kindAt(chunks, at + 1) === "colon" || (kindAt(chunks, at + 1) === "stop" && /^[-–—|]+$/.test(lowerAt(chunks, at + 1)));
      const first = marked ? at + 2 : isLabel(chunks, at) ? at + 1 : -1;
      const np = nounPhraseAt(chunks, first);
      if (!np?.quantity || (np.cls !== "bare" && np.cls !== "person")) return [];
      if (kindAt(chunks, first + 1) === "verb" || (kindAt(chunks, first + 1) === "pred" && !isLabel(chunks, first + 1))) return [];
      const list = marked ? [first, ...coordinatedAfter(chunks, first)] : [first];
      return claim(chunks, list, { outcome, trigger: at, victims: "any", ...(kindAt(chunks, at - 1) === "prep" ? { subset: true } : {}) });
    },
    examples: [
      "Killed: [14|killed 14]. Injured: [30|injured 30].",
      "Dead: [3|killed 3]; missing: [2|missing 2]",
      "The dead: [three|killed 3] women, [two|killed 2] men.",
      "Reporters jailed: [120|detained 120].",
      "Injured – [41|injured 41], killed – [6|killed 6]",
      "Dead [41|killed 41], wounded [103|injured 103], missing [7|missing 7]",
    ],
    counterExamples: ["Killed: see page 14."],
  },
  {
    name: "label-of-places",
    find: (chunks, at) => {
      const outcome = labelOutcome(chunks, at);
      if (!outcome || at > 1 || kindAt(chunks, at + 1) !== "colon") return [];
      const claims: Claim[] = [];
      for (let i = at + 2; nounPhraseAt(chunks, i)?.proper && nounPhraseAt(chunks, i)?.quantity === null; i += 3) {
        const np = nounPhraseAt(chunks, i + 1);
        if (!np?.quantity || np.cls !== "bare") break;
        claims.push({ np, outcome, trigger: at, victims: "any" });
        if (kindAt(chunks, i + 3) === "and") i++;
      }
      return claims;
    },
    examples: ["Deaths: Velna [29,605|killed 29605]; Oresk [3,576|killed 3576]"],
    counterExamples: ["Deaths: Velna mourns 12 pupils."],
  },
];

const lowerAt = (chunks: readonly Chunk[], i: number): string => {
  const chunk = chunks[i];
  return chunk && "lower" in chunk ? chunk.lower : "";
};

/** The outcome that a word states as a label: "killed", "deaths", "the wounded". */
function labelOutcome(chunks: readonly Chunk[], at: number): Outcome | null {
  const chunk = chunks[at];
  if (chunk?.kind === "verb" && chunk.form === "ing") return null;
  const stated = statesOf(chunk);
  if (stated || chunk?.kind !== "np") return stated;
  return chunk.quantity === null && (chunk.noun?.counts || chunk.noun?.life) ? chunk.noun.outcome : chunk.nominal;
}

/** A label opens its clause, or stands behind a mark; "Also killed:", "Among the wounded:", "Reporters jailed:". */
function isLabelPlace(chunks: readonly Chunk[], at: number): boolean {
  const before = chunks[at - 1];
  const chunk = chunks[at];
  const opened =
    before?.kind === "adv" ||
    (before?.kind === "prep" && before.lower.startsWith("among")) ||
    (before?.kind === "np" && before.quantity === null && chunk?.kind === "verb" && chunk.bare);
  const mark = opened ? at - 2 : at - 1;
  return (
    mark < 0 ||
    /^(?:stop|comma|colon|and|other)$/.test(kindAt(chunks, mark) ?? "") ||
    kindAt(chunks, at - 2) === "colon" ||
    isLabel(chunks, at)
  );
}

/** What a noun phrase counts where it stands for a toll: "the death toll", "the number of wounded", "fatalities". */
function tollOutcome(chunks: readonly Chunk[], at: number, np: NounPhrase): Outcome | null {
  if (/^tolls?$/.test(np.head)) {
    if (np.modifierTags.has("injury-word")) return "injured";
    return np.modifierTags.has("toll-road") ? null : "killed";
  }
  if (np.tags.has("sum-noun") && np.modifierTags.has("death-word"))
    return np.modifiers.includes("casualty") ? "killed-or-injured" : "killed";
  const stated = np.nominal ?? (np.noun?.counts === true && np.noun.plural ? np.noun.outcome : null);
  if (stated && np.quantity === null && !np.possessor?.quantity && isGivenANumber(chunks, at)) return stated;
  if (np.tags.has("sum-noun") && np.quantity === null)
    return np.det === "the" || np.det === "poss" ? (statedAt(chunks, at + 1) ?? sumOutcome(chunks, at)) : sumOutcome(chunks, at);
  return null;
}

/** "Casualties were put at 12", "leaving fatalities at 5,226", "the dead now number 40". */
function isGivenANumber(chunks: readonly Chunk[], at: number): boolean {
  const placed = lowerAt(chunks, at + 1) === "in" && nounPhraseAt(chunks, at + 2)?.quantity === null ? at + 3 : at + 1;
  if (placed > at + 1) return verbAt(chunks, placed)?.tags.has("toll-verb") === true;
  const next = chunks[at + 1];
  const bare = nounPhraseAt(chunks, at + 2)?.cls === "bare";
  if (next?.kind === "prep" && next.lower === "at") return bare;
  if (next?.kind === "verb") return next.tags.has("toll-verb");
  if (next?.kind === "prep" && next.lower === "to") return bare && verbAt(chunks, at - 1)?.tags.has("bring-total") === true;
  return next?.kind === "adv" && verbAt(chunks, at + 2)?.lemma === "number";
}

/** The outcome that a phrase or a participle right after a noun states: "the number killed", "the total missing". */
function statedAt(chunks: readonly Chunk[], at: number): Outcome | null {
  const chunk = chunks[at];
  if (chunk?.kind === "pred") return chunk.outcome;
  return chunk?.kind === "verb" && chunk.bare && chunk.form !== "ing" ? chunk.states : null;
}

/** "The number of people killed", "the count of the dead", "the number of men that have been detained". */
function sumOutcome(chunks: readonly Chunk[], at: number): Outcome | null {
  if (kindAt(chunks, at + 1) !== "of") return null;
  const inner = nounPhraseAt(chunks, at + 2);
  if (!inner) return statedAt(chunks, at + 2);
  const own = inner.nominal ?? (inner.noun?.counts ? inner.noun.outcome : null) ?? inner.premodifier ?? statedAt(chunks, at + 3);
  if (own) return own;
  const clause = verbAt(chunks, at + 4);
  const linked = kindAt(chunks, at + 3) === "rel" || lowerAt(chunks, at + 3) === "that";
  return linked && mayBePeople(inner) && clause?.states && (clause.passive || clause.outcome?.frame === "intransitive")
    ? clause.states
    : null;
}

/** Prepositions before the number of a toll: "rose to 12", "from 52 to 47", "at 60"; "rose by seven to 66". */
const TO_NUMBER = /^(?:to|up to|at|of|from|than|around|about|above|over|near|past|beyond|by)$/;

/** The numbers that a toll takes in its clause: "rose to 12", "from 52 to 47, then to 43", "at 60". */
function tollNumbers(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  // "Brings to 2,530 the number of people killed".
  const inverted = nounPhraseAt(chunks, at - 1);
  if (inverted?.quantity && inverted.cls === "bare" && kindAt(chunks, at - 2) === "prep" && verbAt(chunks, at - 3)) return [inverted];
  const found: NounPhrase[] = [];
  let linked = false;
  for (let i = firstOfToll(chunks, at); i < chunks.length && i < at + 24; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.kind === "stop" || chunk.kind === "rel" || (chunk.kind === "sub" && chunk.lower !== "that")) break;
    if (i === at + 1 && (isPlacedAt(chunks, at) || isHeadlined(chunks, at))) linked = true;
    if (chunk.kind === "np" && chunk.quantity && mayBePeople(chunk) && linked) {
      if (isTollNumber(chunks, i, found.length > 0)) found.push(chunk);
      linked = false;
    } else {
      const link = linkAfter(chunks, i, found.length > 0);
      if (link === "end") break;
      linked = link ?? linked;
    }
  }
  return found;
}

/** The chunk after the words of a toll: behind the relative clause of "the number of people who were killed". */
function firstOfToll(chunks: readonly Chunk[], at: number): number {
  const relative = kindAt(chunks, at + 3) === "rel" || lowerAt(chunks, at + 3) === "that";
  return kindAt(chunks, at + 1) === "of" && relative && verbAt(chunks, at + 4)?.states ? at + 5 : at + 1;
}

/** "Placed the death toll as high as eight". */
const isPlacedAt = (chunks: readonly Chunk[], at: number): boolean =>
  nounPhraseAt(chunks, at + 1)?.cls === "bare" &&
  nounPhraseAt(chunks, at + 1)?.quantity?.read.qualifier === "at-most" &&
  verbAt(chunks, at - 1)?.tags.has("place-toll") === true;

/** "Jail toll 14 after bodies found": in a headline the number stands right behind its word. */
const isHeadlined = (chunks: readonly Chunk[], at: number): boolean =>
  at === 0 &&
  nounPhraseAt(chunks, at)?.det === null &&
  nounPhraseAt(chunks, at + 1)?.cls === "bare" &&
  !/^(?:verb|of|np)$/.test(kindAt(chunks, at + 2) ?? "");

/** True where the number at `i` has no outcome of its own after it. */
function isTollNumber(chunks: readonly Chunk[], i: number, later: boolean): boolean {
  const np = nounPhraseAt(chunks, i);
  if (kindAt(chunks, i + 1) === "pred" || (kindAt(chunks, i + 1) === "verb" && later)) return false;
  return np !== null && (np.cls === "bare" || np.cls === "person" || np.noun?.counts === true);
}

/** "Up from an earlier estimate of three": a number that stands for the toll, too. */
const isEstimate = (np: NounPhrase | null): boolean => np !== null && (np.tags.has("sum-noun") || np.tags.has("statement"));

/** Whether the chunk at `i` leads to a number of the toll; null where it changes nothing, "end" where the toll ends. */
function linkAfter(chunks: readonly Chunk[], i: number, found: boolean): boolean | null | "end" {
  const chunk = chunks[i];
  switch (chunk?.kind) {
    case "prep":
      return TO_NUMBER.test(chunk.lower);
    case "of":
      return !found || isEstimate(nounPhraseAt(chunks, i - 1));
    case "colon":
      return true;
    case "verb":
      return !found || chunk.copula;
    case "and":
    case "comma": {
      if (!found) return null;
      let next = i + 1;
      while (kindAt(chunks, next) === "adv") next++;
      const following = nounPhraseAt(chunks, next);
      if (following?.quantity && following.cls === "bare" && !/^(?:verb|pred)$/.test(kindAt(chunks, next + 1) ?? "")) return true;
      return kindAt(chunks, i + 1) === "prep" || kindAt(chunks, i + 1) === "adv" ? null : "end";
    }
    default:
      return null;
  }
}
