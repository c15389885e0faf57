import type { Outcome } from "../../model/casualty.js";
import type { NounPhrase, PhraseClass } from "./chunk.js";
import type { Unit } from "./units.js";
import { classOf, tagsOf, unionOf, type Vocabulary } from "./vocabulary.js";

const MORE = new Set(["more", "other", "others", "additional", "further", "extra", "remaining", "first", "last", "only", "such", "confirmed", "reported", "known"]);
const DEMONYM = /(?:ese|ish|ans|[^s]is|ites|iards|eks|nch|wiss|urks|ikhs|urds|erbs|roats|indus|ews|rabs|anes|wedes|inns|oles|inos|zechs|lovaks|esuits|hiites|unnis|atholics|hristians|uslims|iyas)$/;
const PLURAL_ONLY = /^(?:men|women|children|people|police|troops|others|staff|crew|personnel|servicemen|servicewomen|folk|cattle|twins|newlyweds|kids|in-laws|elderly|dead|wounded|injured|missing|schoolchildren|seamen|crewmen|gunmen|policemen)$/;
/** Participles and adjectives that state an outcome before the noun: "three wounded men", "the missing climbers". */
const PREMODIFIERS = new Map<string, Outcome>([
  ["dead", "killed"], ["slain", "killed"], ["killed", "killed"], ["murdered", "killed"], ["deceased", "killed"], ["executed", "killed"], ["drowned", "killed"], ["assassinated", "killed"],
  ["wounded", "injured"], ["injured", "injured"], ["hospitalized", "injured"], ["hurt", "injured"], ["missing", "missing"],
  ["disappeared", "missing"], ["detained", "detained"], ["arrested", "detained"], ["jailed", "detained"], ["imprisoned", "detained"], ["captured", "detained"],
  ["kidnapped", "abducted"], ["abducted", "abducted"], ["captive", "abducted"], ["displaced", "displaced"], ["evacuated", "displaced"], ["homeless", "displaced"],
]);
const MODIFIER = new Set(["noun", "name", "adj"]);

interface Draft {
  first: number;
  det: NounPhrase["det"];
  quantity: Unit | null;
  head: number;
  nounFirst: number;
  premodifier: Outcome | null;
  possessor: NounPhrase | null;
}

/** Reads the noun phrase that starts at a unit, without its of-phrase and relative clause. */
export function readNounPhrase(units: readonly Unit[], at: number, vocabulary: Vocabulary): { phrase: NounPhrase; last: number } | null {
  const first = units[at];
  if (!first) return null;
  if (first.category === "pron") return { phrase: build(units, { first: at, det: null, quantity: null, head: at, nounFirst: at, premodifier: null, possessor: null }, at, vocabulary, "pron", null), last: at };
  let draft: Draft = { first: at, det: null, quantity: null, head: -1, nounFirst: -1, premodifier: null, possessor: null };
  let last = at - 1;
  let i = at;
  let nominal: Outcome | null = null;
  for (; i < units.length && i < at + 24; i++) {
    const unit = units[i];
    if (!unit) break;
    const { category } = unit;
    // "Six needed hospital treatment": a phrase that states an outcome starts here.
    if (draft.quantity && draft.head < 0 && vocabulary.phrases.get(unit.lower)?.some(({ words }) => words.length > 1 && words.every((word, k) => units[i + k]?.lower === word))) break;
    // "Four men, all suffering burns": the participle goes with the pronoun.
    if (unit.lower === "suffering" && units[i - 1]?.category === "det") break;
    if ((category === "det" || category === "poss") && draft.head < 0 && !draft.quantity) {
      if (draft.det && unit.lower === "such") { last = i; continue; }
      draft.det = detOf(unit);
      last = i;
    } else if (category === "quantity" && !draft.quantity && draft.head < 0) {
      draft.quantity = unit;
      last = i;
    } else if (unit.ordinal && draft.head < 0 && (draft.det || draft.quantity)) {
      if (draft.det === "a" || draft.det === "the" || draft.det === "another") draft.det = "ordinal";
      last = i;
    } else if (draft.head < 0 && (draft.quantity || draft.det) && MORE.has(unit.lower) && unit.lower !== "others") {
      last = i;
    } else if (PREMODIFIERS.has(unit.lower) && draft.det === "the" && !draft.quantity && draft.head < 0 && draft.nounFirst < 0 && units[i + 1]?.quantity?.qualifier === "exact" && classOf(vocabulary, units[i + 2]?.lower ?? "") === "person") {
      // "The arrested five members": the participle stands before the number.
      draft.premodifier = PREMODIFIERS.get(unit.lower) ?? null;
      last = i;
    } else if (unit.lower === "own" && draft.det === "poss" && PREMODIFIERS.has(units[i + 1]?.lower ?? "")) {
      last = i;
    } else if (PREMODIFIERS.has(unit.lower) && (draft.det === "the" || draft.det === "poss" && unit.lower === "dead") && !draft.quantity && draft.head < 0 && draft.nounFirst < 0 && !nounFollows(units, i) && category !== "verb") {
      nominal = PREMODIFIERS.get(unit.lower) ?? null;
      draft.head = i;
      draft.nounFirst = i;
      last = i;
      break;
    } else if (vocabulary.phrases.get(unit.lower)?.some((p) => p.words.length === 1) && (draft.head >= 0 || draft.quantity) && !personAfter(units, i, vocabulary)) {
      break;
    } else if (MODIFIER.has(category) && !(PREMODIFIERS.has(unit.lower) && vocabulary.nouns.get(unit.lower) === undefined && (category === "adj" || draft.head < 0 && personAfter(units, i, vocabulary) !== null))) {
      const outcomeNoun = vocabulary.nouns.get(unit.lower);
      // "Two missionaries last Wednesday": the day stands beside the phrase.
      if (draft.head >= 0 && (/^(?:last|next|early|late)$/.test(unit.lower) || classOf(vocabulary, unit.lower) === "time") && (["person", "household"].includes(classOf(vocabulary, units[draft.head]?.lower ?? "") ?? "") || vocabulary.nouns.has(units[draft.head]?.lower ?? "") && /^(?:last|early|late|\w+day)$/.test(unit.lower))) break;
      // "Killed three boys herding goats": a participle behind its noun.
      if (draft.quantity && draft.head >= 0 && /ing$/.test(unit.lower) && units[i + 1]?.category === "noun" && classOf(vocabulary, unit.lower) === null && classOf(vocabulary, units[draft.head]?.lower ?? "") === "person" && /s$|men$|children$|people$/.test(units[draft.head]?.lower ?? "")) break;
      // "Gave five officers life sentences": the second object.
      if (draft.quantity && draft.head >= 0 && /^(?:life|prison|jail)$/.test(unit.lower) && classOf(vocabulary, units[draft.head]?.lower ?? "") === "person" && /s$|men$/.test(units[draft.head]?.lower ?? "")) break;
      // "Nine civilians Odhar village": a name does not follow a counted plural inside its phrase.
      if (category === "name" && draft.quantity && draft.head >= 0 && units[draft.head]?.category === "noun" && classOf(vocabulary, units[draft.head]?.lower ?? "") === "person" && /(?:s|men|people|children)$/.test(units[draft.head]?.lower ?? "") && classOf(vocabulary, unit.lower) !== "person") break;
      if (category === "adj" && !adjectiveLeads(units, i)) {
        // "The elderly": an adjective alone after its determiner.
        if (draft.head < 0 && draft.det && !draft.quantity) { draft.head = i; draft.nounFirst = draft.nounFirst < 0 ? i : draft.nounFirst; last = i; }
        break;
      }
      if (draft.nounFirst < 0) draft.nounFirst = i;
      if (category !== "adj") {
        // A name after a common noun is an apposition ("the singer Ana Ruiz"): the head stays with the noun.
        if (!(category === "name" && draft.head >= 0 && units[draft.head]?.category === "noun" && !outcomeNoun)) draft.head = i;
      }
      last = i;
    } else if (category === "clitic" && last === i - 1 && last >= at) {
      const possessor = build(units, draft, last, vocabulary, null, null);
      draft = { first: at, det: "poss", quantity: null, head: -1, nounFirst: -1, premodifier: null, possessor };
      last = i;
    } else if (PREMODIFIERS.has(unit.lower) && (draft.det || draft.quantity || last < at)) {
      const noun = personAfter(units, i, vocabulary);
      if (noun && draft.head < 0) {
        draft.premodifier = PREMODIFIERS.get(unit.lower) ?? null;
        if (draft.nounFirst < 0) draft.nounFirst = i;
        last = i;
      } else if (draft.head < 0 && draft.det && !draft.quantity && (draft.det === "the" || draft.det === "other") && draft.det !== null && draft.nounFirst < 0) {
        // "The dead", "those killed".
        nominal = PREMODIFIERS.get(unit.lower) ?? null;
        draft.head = i;
        draft.nounFirst = i;
        last = i;
        break;
      } else break;
    } else if (category === "verb" && draft.head < 0 && (draft.det || draft.quantity) && vocabulary.nouns.get(units[i + 1]?.lower ?? "")?.counts === true) {
      if (draft.nounFirst < 0) draft.nounFirst = i;
      last = i;
    } else if (category === "verb" && draft.head < 0 && (draft.det || draft.quantity) && nounFollows(units, i) && /(?:ed|ing|en|wn)$/.test(unit.lower) && (!vocabulary.verbs.has(unit.lower) || draft.det !== null && !draft.quantity && personAfter(units, i, vocabulary) !== null)) {
      if (draft.nounFirst < 0) draft.nounFirst = i;
      last = i;
    } else if (category === "adv" && draft.head < 0 && (draft.det || draft.quantity) && /ly$/.test(unit.lower) && (units[i + 1]?.category === "adj" || PREMODIFIERS.has(units[i + 1]?.lower ?? "")) && personAfter(units, i + 1, vocabulary)) {
      last = i;
    } else if (category === "comma" && draft.head < 0 && draft.nounFirst >= 0 && units[i - 1]?.category === "adj" && units[i + 1]?.category === "adj" && adjectiveLeads(units, i + 1)) {
      last = i;
    } else break;
  }
  if (last < at) return null;
  if (units[last]?.category === "comma") last--;
  if (!draft.quantity && draft.head < 0 && !draft.possessor && !(draft.det && draft.nounFirst >= 0)) {
    return draft.det ? { phrase: build(units, { ...draft, head: last, nounFirst: last }, last, vocabulary, "pron", nominal), last } : null;
  }
  return { phrase: build(units, draft, last, vocabulary, null, nominal), last };
}

function detOf(unit: Unit): NounPhrase["det"] {
  if (unit.category === "poss") return "poss";
  switch (unit.lower) {
    case "a": case "an": return "a";
    case "the": return "the";
    case "another": return "another";
    case "this": case "that": return "the";
    default: return "other";
  }
}

/** True where a noun or a further adjective follows the adjective at once. */
function adjectiveLeads(units: readonly Unit[], at: number): boolean {
  for (let i = at + 1; i < units.length && i < at + 6; i++) {
    const unit = units[i];
    if (!unit) return false;
    if (unit.category === "noun" || unit.category === "name") return true;
    if (unit.category !== "adj" && !(unit.category === "comma" && units[i + 1]?.category === "adj") && !PREMODIFIERS.has(unit.lower) && !(unit.category === "and" && units[i + 1]?.category === "adj")) return false;
  }
  return false;
}

function nounFollows(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return next !== undefined && (next.category === "noun" || next.category === "name" || (next.category === "adj" && adjectiveLeads(units, at + 1)));
}

/** The noun for people that an outcome adjective stands before, across other modifiers; null where there is none. */
function personAfter(units: readonly Unit[], at: number, vocabulary: Vocabulary): Unit | null {
  let found: Unit | null = null;
  for (let i = at + 1; i < units.length && i < at + 6; i++) {
    const unit = units[i];
    if (!unit || !(MODIFIER.has(unit.category) || PREMODIFIERS.has(unit.lower) && unit.category === "verb")) break;
    if (classOf(vocabulary, unit.lower) === "person") found = unit;
    else if (unit.category === "name" && DEMONYM.test(unit.lower)) found = unit;
    else if (classOf(vocabulary, unit.lower) === "time") break;
  }
  return found;
}

function build(units: readonly Unit[], draft: Draft, last: number, vocabulary: Vocabulary, forced: PhraseClass | null, nominal: Outcome | null): NounPhrase {
  const first = units[draft.first];
  const head = draft.head >= 0 ? units[draft.head] : undefined;
  const start = first?.start ?? 0;
  const end = units[last]?.end ?? start;
  const headWord = head?.lower ?? "";
  const proper = head?.category === "name";
  const plural = PLURAL_ONLY.test(headWord) || (/s$/.test(headWord) && !/(?:ss|us|is)$/.test(headWord)) || draft.quantity !== null && draft.quantity.quantity?.value !== 1;
  let cls: PhraseClass = forced ?? "unknown";
  if (!forced) {
    if (!head) cls = draft.quantity ? "bare" : "unknown";
    else {
      const listed = classOf(vocabulary, headWord);
      if (nominal) cls = "person";
      else if (listed && !(proper && (listed !== "person" && listed !== "time" || !vocabulary.classes.has(headWord) && !draft.quantity))) cls = listed;
      else if (proper) cls = draft.quantity && DEMONYM.test(headWord) ? "person" : draft.quantity && /s$/.test(headWord) ? "unknown" : "name";
    }
  }
  const quantity = draft.quantity?.quantity
    ? { read: draft.quantity.quantity, start: draft.quantity.start, end: draft.quantity.end } : null;
  const modifiers = units.slice(draft.first, draft.head >= 0 ? draft.head : last + 1).map((u) => u.lower);
  const nounStart = draft.nounFirst >= 0 ? (units[draft.nounFirst]?.start ?? end) : end;
  return {
    kind: "np", start, end, quantity, det: draft.det, head: headWord,
    headStart: head?.start ?? start, headEnd: head?.end ?? end, nounStart, cls, plural, proper,
    noun: vocabulary.nouns.get(headWord) ?? null, premodifier: draft.premodifier, nominal, possessor: draft.possessor,
    adjectives: draft.nounFirst >= 0 && draft.head > draft.nounFirst ? units.slice(draft.nounFirst, draft.head).map((u) => u.lower) : [],
    modifiers, tags: tagsOf(vocabulary, headWord), modifierTags: unionOf(modifiers.map((word) => tagsOf(vocabulary, word))),
  };
}
