import type { Outcome } from "../../model/casualty.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { before, nounPhraseAt, verbAt } from "./clause.js";
import { coordinatedAfter } from "./coordination.js";
import { subjectOf } from "./subjects.js";
import { claim, nps, type CasualtyRule, type Claim } from "./claim.js";

/** Constructions that name a part of the people counted: "among the dead", "six of the eight killed", "of the wounded, 15". */
export const PART_RULES: readonly CasualtyRule[] = [
  {
    name: "part-of-counted",
    at: ["np"],
    find: (chunks, at) => {
      const part = nounPhraseAt(chunks, at);
      const whole = nounPhraseAt(chunks, at + 2);
      const of = chunks[at + 1];
      if (!part?.quantity || of?.kind !== "of" || !whole) return [];
      if ((part.quantity.read.kind === "zero" && part.cls !== "bare") || part.tags.has("news")) return noReportsOf(chunks, at, part);
      const outcome = part.cls === "bare" && of.lower === "of" ? outcomeOfWhole(chunks, at, whole) : null;
      return outcome ? [{ np: part, outcome, trigger: at, victims: "any", subset: whole.noun?.counts !== true || whole.det !== null }] : [];
    },
    examples: [
      "The hospital had [[no|killed 0]|injured 0] reports of casualties.",
      "[Three|killed 3 subset] of the bodies were found in a well.",
      "[Six|killed 6 subset] of the [eight|killed 8] killed were miners.",
      "[One|injured 1 subset] of the [five|injured 5] men shot at the lanes told of it.",
      "Ana Ruiz, [one|killed 1 subset] of [four|killed 4] people found dead there, was a cook.",
    ],
    counterExamples: ["No reports of looting came in.", "Three of the reports were late."],
  },
  {
    name: "among",
    at: ["np"],
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np && outcomeOfGroup(np);
      if (!np || !outcome || np.quantity) return [];
      const part = (indexes: readonly number[]): readonly Claim[] =>
        claim(chunks, indexes, { outcome, trigger: at, victims: "people", subset: true });
      const previous = chunks[at - 1];
      const counted = previous?.kind === "of" ? nounPhraseAt(chunks, at - 2) : null;
      if (counted && counted.head !== "all")
        return counted.quantity && counted.cls === "bare" ? [{ np: counted, outcome, trigger: at, victims: "any", subset: true }] : [];
      if (previous?.kind === "prep" && /^among(?:st)?$/.test(previous.lower)) {
        // "Were also among the dead".
        const copula = before(chunks, at - 1);
        if (verbAt(chunks, copula)?.copula) return part(subjectOf(chunks, copula, true));
        const verb = verbAt(chunks, at + 1) ? at + 1 : at + 2;
        return verbAt(chunks, verb)?.copula && nounPhraseAt(chunks, verb + 1)
          ? part([verb + 1, ...coordinatedAfter(chunks, verb + 1)])
          : [];
      }
      const list = listedParts(chunks, at, np);
      return list < 0 ? [] : part([list, ...coordinatedAfter(chunks, list)]);
    },
    examples: [
      "[Two|killed 2 subset] nurses were among the dead.",
      "[Two|killed 2 subset] drivers were also among the dead.",
      "Among those arrested were [three|detained 3 subset] students.",
      "The injured included [four|injured 4 subset] firefighters.",
      "All of those killed - including [five|killed 5 subset] brothers - were cooks.",
      "All the killed people, comprising [three|killed 3 subset] women and [two|killed 2 subset] boys, were cooks.",
    ],
    counterExamples: ["Fear spread among the wounded."],
  },
  {
    name: "among-counted",
    at: ["np"],
    find: (chunks, at) => {
      // "Among the 19 dead are five children", "the 31 dead included six children".
      const whole = nounPhraseAt(chunks, at);
      const outcome = outcomeBehind(chunks[at + 1], chunks[at + 2], chunks[at + 3]);
      if (!whole?.quantity || (whole.cls !== "bare" && whole.cls !== "person") || !outcome) return [];
      const copulaBefore = verbAt(chunks, at - 2)?.copula === true && chunks[at - 1]?.kind === "prep";
      if (whole.det !== "the" && !copulaBefore) return [];
      const part = (indexes: readonly number[]): readonly Claim[] =>
        claim(chunks, indexes, { outcome, trigger: at + 1, victims: "people", subset: true });
      const opener = chunks[at - 1];
      const among = opener?.kind === "prep" && /^among(?:st)?$/.test(opener.lower);
      if (among && verbAt(chunks, at - 2)?.copula) return part(subjectOf(chunks, at - 2, true));
      const verb = verbAt(chunks, at + 2);
      const lists = among ? verb?.copula === true : verb?.lemma === "include" || chunks[at + 2]?.kind === "include";
      return lists ? part([at + 3, ...coordinatedAfter(chunks, at + 3)]) : [];
    },
    examples: [
      "Among the [19|killed 19] dead are [five|killed 5 subset] children.",
      "The [31|killed 31] dead included [six|killed 6 subset] children.",
      "[Twelve|killed 12 subset] migrants were among the [17|killed 17] civilians killed.",
      "[Two|killed 2 subset] children were among [six|killed 6] people killed in the raid.",
    ],
    counterExamples: ["Among the 19 houses are five shops."],
  },
  {
    name: "of-the-dead",
    at: ["np"],
    find: (chunks, at) => {
      const whole = nounPhraseAt(chunks, at);
      const opener = chunks[at - 1];
      const outcome = whole && outcomeOfGroup(whole);
      if (!whole || !outcome || opener?.kind !== "of" || (at > 1 && !["stop", "comma", "colon"].includes(chunks[at - 2]?.kind ?? "")))
        return [];
      let i = at + 1;
      if (chunks[i]?.kind === "comma") i++;
      while (chunks[i]?.kind === "adv") i++;
      const part = nounPhraseAt(chunks, i);
      // "Of those shot, only one survived": survivors are no figure.
      if (verbAt(chunks, i + 1)?.lemma === "survive") return [];
      if (!part?.quantity || part.quantity.read.kind === "zero" || (part.cls !== "bare" && part.cls !== "person")) return [];
      const rest = [i, ...coordinatedAfter(chunks, i)];
      return nps(chunks, rest)
        .filter((np) => np.quantity !== null)
        .map((np) => ({ np, outcome, trigger: at, victims: "any" as const, subset: true }));
    },
    examples: ["Of the wounded, [15|injured 15 subset] were soldiers.", "Of the dead, [nine|killed 9 subset] were children."],
    counterExamples: ["Of the wounded, most were soldiers.", "Of those shot, only one survived."],
  },
];

/** "The injured included four firefighters", "the dead were two nurses", "those killed, including five": the first part; -1 for none. */
function listedParts(chunks: readonly Chunk[], at: number, np: NounPhrase): number {
  const mark = chunks[at + 1]?.kind === "comma" ? at + 2 : at + 1;
  const next = chunks[mark];
  const first = nounPhraseAt(chunks, mark + 1);
  if (!first) return -1;
  if (next?.kind === "include") return mark + 1;
  if (next?.kind !== "verb" || mark !== at + 1) return -1;
  return next.lemma === "include" || (next.copula && np.nominal !== null && first.quantity !== null) ? mark + 1 : -1;
}

/** The outcome that makes a group: "the dead", "those arrested", "the victims". */
function outcomeOfGroup(np: NounPhrase): Outcome | null {
  if (np.nominal) return np.nominal;
  if (np.premodifier && np.plural && np.det !== null && np.cls === "person") return np.premodifier;
  return np.det && np.noun?.counts && np.noun.plural && np.noun.singular !== "injury" ? np.noun.outcome : null;
}

/** The outcome that a phrase or a participle right behind a number states: "the 19 dead", "the eight killed". */
function outcomeBehind(chunk: Chunk | undefined, next?: Chunk, beyond?: Chunk): Outcome | null {
  // "Found dead".
  if (chunk?.kind === "verb" && chunk.bare && chunk.tags.has("find") && next?.kind === "pred") return next.outcome;
  // "Shot and killed".
  if (chunk?.kind === "verb" && next?.kind === "and" && beyond?.kind === "verb" && beyond.bare && beyond.states === "killed")
    return "killed";
  if (chunk?.kind === "pred") return chunk.outcome;
  return chunk?.kind === "verb" && chunk.bare && chunk.form !== "ing" ? chunk.states : null;
}

/** What befell those of whom the part at `at` is one: "of the wounded men", "of the bodies", "of the eight killed", "of the nine dead". */
function outcomeOfWhole(chunks: readonly Chunk[], at: number, whole: NounPhrase): Outcome | null {
  if (whole.premodifier && whole.premodifier !== "detained") return whole.premodifier;
  if (whole.noun?.counts && (whole.det === null || !/^(?:injury|arrest)$/.test(whole.noun.singular))) return whole.noun.outcome;
  const behind = chunks[at + 3];
  const place = behind?.kind === "pred" && /^(?:in|under|on)$/.test(behind.words[0] ?? "");
  const counted =
    whole.quantity !== null &&
    (whole.cls === "bare" || (whole.cls === "person" && ((behind?.kind === "pred" && whole.det !== null) || isParticiple(behind))));
  return counted && !place && (behind?.kind !== "pred" || whole.det !== null || isParticiple(behind))
    ? outcomeBehind(behind, chunks[at + 4], chunks[at + 5])
    : null;
}

/** "Shot", "found": what was done to the people before it. */
const isParticiple = (chunk: Chunk | undefined): boolean =>
  (chunk?.kind === "verb" &&
    chunk.bare &&
    (chunk.form === "past" || chunk.form === "participle") &&
    (chunk.outcome?.frame === "transitive" || chunk.tags.has("find"))) ||
  (chunk?.kind === "pred" && chunk.words[0] === "found");

/** "No reports of casualties", "no word of deaths or injuries": a zero for each. */
function noReportsOf(chunks: readonly Chunk[], at: number, part: NounPhrase): readonly Claim[] {
  if (part.quantity?.read.kind !== "zero") return [];
  const second = /^(?:and|or)$/.test(chunks[at + 3]?.kind ?? "") ? nounPhraseAt(chunks, at + 4)?.noun : null;
  return [nounPhraseAt(chunks, at + 2)?.noun, second].flatMap((noun) => {
    if (!noun?.counts) return [];
    const outcomes = noun.outcome === "killed-or-injured" ? (["killed", "injured"] as const) : [noun.outcome];
    return outcomes.map((outcome) => ({ np: part, outcome, trigger: at, victims: "any" as const, indirect: true }));
  });
}
