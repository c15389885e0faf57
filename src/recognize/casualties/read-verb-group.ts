import type { VerbGroup } from "./chunk.js";
import type { Unit } from "./units.js";
import { lemmaOf, tagsOf, type OutcomeVerb, type VerbForm, type Vocabulary } from "./vocabulary.js";

/** Adverbs that make a wound a death. */
export const FATAL = /^(?:fatally|mortally|lethally)$/;

/**
 * Reads the verb group that starts at a unit: auxiliaries, adverbs between them, one main verb and its particle
 * ("have reportedly been gunned down"). A second main verb starts a group of its own.
 */
export function readVerbGroup(units: readonly Unit[], at: number, vocabulary: Vocabulary): { group: VerbGroup; last: number } | null {
  const first = units[at];
  if (!first) return null;
  let i = at;
  let be = false;
  let have = false;
  let modal = false;
  let doing = false;
  let infinitive = false;
  let negated = false;
  let main: Unit | null = null;
  let lastAux = at - 1;
  const words: string[] = [];
  if (first.category === "adv" && !FATAL.test(first.lower)) return null;
  for (; i < units.length && i < at + 14; i++) {
    const unit = units[i];
    if (!unit) break;
    const { category } = unit;
    if (i > at && startsPhrase(units, i, vocabulary)) break;
    if (category === "modal") modal = true;
    else if (category === "be") be = true;
    else if (category === "get") be = true;
    else if (category === "have") have = true;
    else if (category === "do") doing = true;
    else if (category === "not") negated = true;
    else if (category === "to") {
      if (i > at && !(lastAux === i - 1)) break;
      const next = units[i + 1];
      if (!next || !(next.category === "be" || next.category === "have" || next.category === "get" || isBaseVerb(next, vocabulary))) break;
      infinitive = true;
    } else if (category === "adv" || FATAL.test(unit.lower)) {
      words.push(unit.lower);
      continue;
    } else if (i > at && lastAux === i - 1 && (/^(?:first|all|each)$/.test(unit.lower) || unit.lower === "both" && countedBefore(units, at)) && units[i + 1] && (units[i + 1]?.category === "verb" || units[i + 1]?.category === "adv" || vocabulary.verbs.has(units[i + 1]?.lower ?? ""))) {
      // "Were both shot", "were first beaten".
      words.push(unit.lower);
      lastAux = i;
      continue;
    } else if (category === "verb" || ((modal || infinitive || doing) && !main && isBaseVerb(unit, vocabulary)) || ((be || have) && category === "adj" && vocabulary.verbs.has(unit.lower))) {
      main = unit;
      words.push(unit.lower);
      break;
    } else break;
    words.push(unit.lower);
    lastAux = i;
  }
  if (!main && lastAux < at) return null;
  if (!main && first.category === "to" && lastAux === at) return null;
  if (!main && first.category === "not" && lastAux === at) return null;
  // Adverbs after the last auxiliary belong to the group only where a main verb follows.
  let last = main ? i : lastAux;
  const entries = main ? vocabulary.verbs.get(main.lower) : undefined;
  let outcome: OutcomeVerb | null = null;
  let form: VerbForm | null = null;
  for (const entry of entries ?? []) {
    if (entry.verb.particle === "") {
      outcome = entry.verb;
      form = entry.form;
      break;
    }
    const particle = entry.verb.particle.split(" ");
    // The tagger takes "in." at the end of a sentence for inches.
    if (particle.every((word, k) => units[last + 1 + k]?.lower.replace(/(?<=^in)\.$/, "") === word)) {
      outcome = entry.verb;
      form = entry.form;
      last += particle.length;
      break;
    }
  }
  if (!form && main) form = formOf(main.lower);
  const past = form === "past" || form === "participle";
  const passive = be && (past || (main !== null && /(?:ed|en|wn|lt|nt|pt|ld)$/.test(main.lower) && form !== "ing"));
  const bare = lastAux < at;
  const mainWord = main?.lower ?? units[lastAux]?.lower ?? "";
  const lemma = lemmaOf(vocabulary, mainWord);
  const beforeMain = words.slice(0, -1);
  const fatal = beforeMain.some((word) => FATAL.test(word)) || FATAL.test(units[last + 1]?.lower ?? "");
  if (outcome?.base === "hold" && /^(?:accountable|responsible|liable|back|together|to|dear|up|off|out|under)$/.test(units[last + 1]?.lower ?? "")) outcome = null;
  if (main && units[last + 1]?.lower === "off" && outcome?.base === "kill") outcome = null;
  const tail = units[last];
  return {
    last,
    group: {
      kind: "verb", start: first.start, end: tail?.end ?? first.end, main: mainWord, lemma, tags: tagsOf(vocabulary, lemma), outcome,
      states: outcome ? (outcome.outcome === "injured" && fatal ? "killed" : outcome.outcome) : null,
      form, passive, copula: !main && be, finite: !infinitive && !(bare && form === "ing") && !/^(?:being|having|getting)$/.test(first.lower),
      infinitive, bare, words, negated, reporting: main !== null && vocabulary.reporting.has(main.lower),
      attributes: main !== null && vocabulary.reporting.get(main.lower) === true,
    },
  };
}

/** "The two men were both shot": "both" counts nobody anew where a number stands before the verb. */
const countedBefore = (units: readonly Unit[], at: number): boolean => units.slice(Math.max(0, at - 8), at).some((unit) => unit.quantity !== null);

/** True where an outcome phrase starts that no verb of the lexicon covers ("are missing", "were taken to hospital"). */
function startsPhrase(units: readonly Unit[], at: number, vocabulary: Vocabulary): boolean {
  const lower = units[at]?.lower ?? "";
  return (vocabulary.phrases.get(lower) ?? []).some(({ words }) =>
    !FATAL.test(lower) && lower !== "critically" && (words.length > 1 || !vocabulary.verbs.has(lower)) && words.every((word, k) => units[at + k]?.lower === word));
}

function formOf(lower: string): VerbForm {
  if (lower.endsWith("ing")) return "ing";
  if (/(?:ed|en|wn|ne)$/.test(lower) || /^(?:left|found|held|made|said|told|put|set|hit|lost|built|brought|sent|seen|known|struck|shot|kept|led|met|caught|fought|sought|thought|bought|taught|began|came|went|ran|saw|took|gave|got|fell|grew|rose|wrote|drove|broke|spoke|stood|heard|felt|meant|dealt|spent|won|sat|hung|swept|flown|thrown)$/.test(lower)) return "past";
  return lower.endsWith("s") ? "s" : "base";
}

function isBaseVerb(unit: Unit, vocabulary: Vocabulary): boolean {
  if (unit.category === "verb") return formOf(unit.lower) !== "ing" || vocabulary.verbs.has(unit.lower);
  return vocabulary.verbs.get(unit.lower)?.some((v) => v.form === "base" || v.form === "past") === true && (unit.category === "noun" || unit.category === "adj");
}
