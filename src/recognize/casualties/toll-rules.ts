import type { Outcome } from "../../model/casualty.js";
import { mayBePeople, nounPhraseAt, verbAt } from "./clause.js";
import type { Chunk, NounPhrase } from "./chunk.js";
import { coordinatedAfter } from "./coordination.js";
import { claim, statesOf, type CasualtyRule } from "./claim.js";

/** Running totals and labels with a number: "the death toll rose to 12", "Killed: 14". */
export const TOLL_RULES: readonly CasualtyRule[] = [
  {
    name: "toll",
    find: (chunks, at) => {
      const np = nounPhraseAt(chunks, at);
      const outcome = np ? tollOutcome(chunks, at, np) : null;
      // "And to 80 the wounded": the number before the word.
      const before = nounPhraseAt(chunks, at - 1);
      const turn = chunks[at - 2];
      if (np?.nominal && np.det === "the" && np.quantity === null && before?.quantity && before.cls === "bare" && turn?.kind === "prep" && turn.lower === "to") return [{ np: before, outcome: np.nominal, trigger: at, victims: "any", implicit: false, toll: true }];
      if (!np || !outcome) return [];
      return tollNumbers(chunks, at).map((n) => ({ np: n, outcome, trigger: at, victims: "any", implicit: false, toll: true }));
    },
    examples: [
      "The death toll rose to [37|killed 37].",
      "This brings the number of arrests to [140|detained 140].",
      "The toll was revised from [52|killed 52] to [47|killed 47].",
      "The flood put the death toll at [more than 60|killed 60+].",
    ],
    counterExamples: ["The toll road opened in 2014.", "The death toll rose in 24 hours."],
  },
  {
    name: "label",
    find: (chunks, at) => {
      const chunk = chunks[at];
      const outcome = (chunk?.kind === "verb" && chunk.form === "ing" ? null : statesOf(chunk)) ?? (chunk?.kind === "np" && chunk.quantity === null && chunk.noun && (chunk.noun.counts || chunk.noun.life) ? chunk.noun.outcome : chunk?.kind === "np" ? chunk.nominal : null);
      const before = chunks[at - 1];
      // "Also killed:", "Among the wounded:", "Reporters jailed:".
      const opened = before?.kind === "adv" || before?.kind === "prep" && /^among/.test(before.lower) || before?.kind === "np" && before.quantity === null && chunk?.kind === "verb" && chunk.bare;
      if (!outcome || at > 0 && !["stop", "comma", "colon", "and", "other"].includes(chunks[opened ? at - 2 : at - 1]?.kind ?? "stop") && chunks[at - 2]?.kind !== "colon") return [];
      if (chunks[at + 1]?.kind !== "colon" && !(chunks[at + 1]?.kind === "stop" && /^[-–—|]+$/.test((chunks[at + 1] as { lower?: string }).lower ?? ""))) return [];
      const np = nounPhraseAt(chunks, at + 2);
      if (!np?.quantity || np.cls !== "bare" && np.cls !== "person") return [];
      const next = chunks[at + 3];
      if (next?.kind === "verb" || next?.kind === "pred") return [];
      return claim(chunks, [at + 2, ...coordinatedAfter(chunks, at + 2)], { outcome, trigger: at, victims: "any", ...(before?.kind === "prep" ? { subset: true } : {}) });
    },
    examples: ["Killed: [14|killed 14]. Injured: [30|injured 30].", "Dead: [3|killed 3]; missing: [2|missing 2]", "The dead: [three|killed 3] women, [two|killed 2] men.", "Reporters jailed: [120|detained 120]."],
    counterExamples: ["Killed: see page 14."],
  },
];

const TOLL_NUMBER = /^(?:number|count|tally|figure|total|toll|tolls|figures|numbers)$/;

function tollOutcome(chunks: readonly Chunk[], at: number, np: NounPhrase): Outcome | null {
  const text = np.modifiers.join(" ");
  if (/^tolls?$/.test(np.head)) {
    if (/\b(?:injur|wounded)/.test(text)) return "injured";
    return /\b(?:road|bridge|highway|fee)\b/.test(text) ? null : "killed";
  }
  if (/^(?:count|tally|figure|figures|total)$/.test(np.head) && /\b(?:death|casualty|fatality|body)\b/.test(text)) return /casualty/.test(text) ? "killed-or-injured" : "killed";
  const stated = np.nominal ?? (np.noun?.counts === true && np.noun.plural ? np.noun.outcome : null);
  if (stated && np.quantity === null && !np.possessor?.quantity) {
    // "Casualties were put at 12", "leaving fatalities at 5,226".
    const next = chunks[at + 1];
    const bare = nounPhraseAt(chunks, at + 2);
    if (next?.kind === "prep" && next.lower === "at" && bare?.cls === "bare") return stated;
    if (next?.kind === "verb" && /^(?:reach|ris|rose|stood|stand|total|number|climb|exceed|topp|hit|increas|put|estimat|pass|fell|fall|drop|declin|decreas|jump|soar|surg|doubl|grew|grow)/.test(next.main)) return stated;
    if (next?.kind === "prep" && next.lower === "to" && bare?.cls === "bare" && /^(?:bring|brought|rais|push|tak|lift)/.test(verbAt(chunks, at - 1)?.main ?? "")) return stated;
    if (next?.kind === "adv" && /^number/.test(verbAt(chunks, at + 2)?.main ?? "")) return stated;
  }
  // "Put the number killed at 35".
  const participle = chunks[at + 1];
  if (/^(?:number|total)$/.test(np.head) && np.quantity === null && np.det === "the") {
    if (participle?.kind === "pred") return participle.outcome;
    if (participle?.kind === "verb" && participle.bare && participle.states && participle.form !== "ing") return participle.states;
  }
  if (!TOLL_NUMBER.test(np.head) || np.quantity || chunks[at + 1]?.kind !== "of") return null;
  const inner = nounPhraseAt(chunks, at + 2);
  if (inner?.nominal) return inner.nominal;
  if (inner?.noun?.counts) return inner.noun.outcome;
  if (inner?.premodifier) return inner.premodifier;
  const verb = verbAt(chunks, at + 3);
  if (inner && verb?.bare && verb.states && verb.form !== "ing") return verb.states;
  // "The number of people who were killed", "of men that have been detained".
  const link = chunks[at + 3];
  const clause = verbAt(chunks, at + 4);
  if (inner && mayBePeople(inner) && (link?.kind === "rel" || link?.kind === "sub" && link.lower === "that") && clause?.states && (clause.passive || clause.outcome?.frame === "intransitive")) return clause.states;
  const phrase = chunks[at + 3] ?? null;
  if (inner && phrase?.kind === "pred") return phrase.outcome;
  const direct = chunks[at + 2];
  return direct?.kind === "pred" ? direct.outcome : direct?.kind === "verb" && direct.bare ? direct.states : null;
}

/** The numbers that a toll takes in its clause: "rose to 12", "from 52 to 47, then to 43", "at 60". */
function tollNumbers(chunks: readonly Chunk[], at: number): readonly NounPhrase[] {
  const found: NounPhrase[] = [];
  let linked = false;
  // "Brings to 2,530 the number of people killed".
  const inverted = nounPhraseAt(chunks, at - 1);
  if (inverted?.quantity && inverted.cls === "bare" && chunks[at - 2]?.kind === "prep" && verbAt(chunks, at - 3)) return [inverted];
  // "The number of people who were killed rose to 20": the relative clause belongs to the words of the toll.
  const relative = chunks[at + 3];
  const start = chunks[at + 1]?.kind === "of" && (relative?.kind === "rel" || relative?.kind === "sub" && relative.lower === "that") && verbAt(chunks, at + 4)?.states ? at + 5 : at + 1;
  for (let i = start; i < chunks.length && i < at + 24; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.kind === "stop" || chunk.kind === "rel" || chunk.kind === "sub" && chunk.lower !== "that") break;
    // "Placed the death toll as high as eight".
    if (i === at + 1 && chunk.kind === "np" && chunk.cls === "bare" && chunk.quantity?.read.qualifier === "at-most" && /^(?:put|plac|estimat|report|giv|gave)/.test(verbAt(chunks, at - 1)?.main ?? "")) linked = true;
    if (chunk.kind === "prep") linked = /^(?:to|at|of|from|than|around|about|above|over|near|past|beyond)$/.test(chunk.lower);
    else if (chunk.kind === "of" || chunk.kind === "colon") linked = true;
    else if (chunk.kind === "verb") linked = !found.length || chunk.copula;
    else if (chunk.kind === "and" || chunk.kind === "comma") {
      const skipped = chunks[i + 1]?.kind === "adv" ? i + 2 : i + 1;
      const following = nounPhraseAt(chunks, skipped);
      if (found.length > 0 && following?.quantity && following.cls === "bare" && !["verb", "pred"].includes(chunks[skipped + 1]?.kind ?? "")) linked = true;
      else if (found.length > 0 && !["prep", "adv"].includes(chunks[i + 1]?.kind ?? "")) break;
    } else if (chunk.kind === "np" && chunk.quantity && mayBePeople(chunk) && linked) {
      const own = chunks[i + 1]?.kind === "pred" || chunks[i + 1]?.kind === "verb" && found.length > 0;
      if (!own && (chunk.cls === "bare" || chunk.cls === "person" || chunk.noun?.counts)) found.push(chunk);
      linked = false;
    }
  }
  return found;
}
