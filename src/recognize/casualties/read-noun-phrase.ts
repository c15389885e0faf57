import type { NounPhrase, PhraseClass } from "./chunk.js";
import { decide } from "./decide.js";
import { CHUNK_ROWS, isDemonym, type Draft } from "./noun-phrase-rows.js";
import type { Category, Unit } from "./units.js";
import { classOf, hasTag, PREMODIFIERS, tagsOf, unionOf, type Vocabulary } from "./vocabulary.js";

/** No noun phrase has more units than this. */
const LONGEST = 24;

/** What a noun phrase may begin with, besides adjectives of an outcome; and what always ends one. No row takes these in. */
const OPENERS: ReadonlySet<Category> = new Set<Category>(["det", "poss", "quantity", "adj", "noun", "name"]);
const ENDERS: ReadonlySet<Category> = new Set<Category>(["of", "and", "or", "stop", "colon", "be", "have", "modal", "rel", "prep"]);

const draftAt = (first: number): Draft => ({
  first,
  last: first - 1,
  det: null,
  quantity: null,
  head: -1,
  nounFirst: -1,
  premodifier: null,
  nominal: null,
  possessor: null,
});

/** Reads the noun phrase that starts at a unit, without its of-phrase and relative clause. */
export function readNounPhrase(units: readonly Unit[], at: number, vocabulary: Vocabulary): { phrase: NounPhrase; last: number } | null {
  const first = units[at];
  if (!first) return null;
  if (first.category === "pron")
    return { phrase: build(units, { ...draftAt(at), head: at, nounFirst: at, last: at }, vocabulary, "pron"), last: at };
  if (!OPENERS.has(first.category) && !PREMODIFIERS.has(first.lower)) return null;
  let draft = draftAt(at);
  for (let i = at; i < units.length && i < at + LONGEST; i++) {
    const unit = units[i];
    if (unit && i > at && ENDERS.has(unit.category) && !unit.ordinal) break;
    const take = unit && decide(CHUNK_ROWS, { units, i, unit, draft, vocabulary });
    if (!take || take.change === null) break;
    draft = take.owns
      ? { ...draftAt(at), det: "poss", possessor: build(units, draft, vocabulary), last: i }
      : { ...draft, ...take.change, last: i };
    if (take.ends) break;
  }
  if (draft.last < at) return null;
  if (units[draft.last]?.category === "comma") draft = { ...draft, last: draft.last - 1 };
  const { last } = draft;
  const named = draft.quantity !== null || draft.head >= 0 || draft.possessor !== null || (draft.det !== null && draft.nounFirst >= 0);
  if (named) return { phrase: build(units, draft, vocabulary), last };
  return draft.det ? { phrase: build(units, { ...draft, head: last, nounFirst: last }, vocabulary, "pron"), last } : null;
}

function build(units: readonly Unit[], draft: Draft, vocabulary: Vocabulary, forced?: PhraseClass): NounPhrase {
  const { first, last, quantity, nounFirst } = draft;
  const head = draft.head >= 0 ? units[draft.head] : undefined;
  const start = units[first]?.start ?? 0;
  const end = units[last]?.end ?? start;
  const headWord = head?.lower ?? "";
  const modifiers = units.slice(first, draft.head >= 0 ? draft.head : last + 1).map((u) => u.lower);
  return {
    kind: "np",
    start,
    end,
    quantity: quantity?.quantity ? { read: quantity.quantity, start: quantity.start, end: quantity.end } : null,
    det: draft.det,
    head: headWord,
    headStart: head?.start ?? start,
    headEnd: head?.end ?? end,
    nounStart: nounFirst >= 0 ? (units[nounFirst]?.start ?? end) : end,
    cls: forced ?? classOfPhrase(head, draft, vocabulary),
    plural: isPlural(headWord, quantity, vocabulary),
    proper: head?.category === "name",
    noun: vocabulary.nouns.get(headWord) ?? null,
    premodifier: draft.premodifier,
    nominal: draft.nominal,
    possessor: draft.possessor,
    modifiers,
    tags: tagsOf(vocabulary, headWord),
    modifierTags: unionOf(modifiers.map((word) => tagsOf(vocabulary, word))),
    adjectives: nounFirst >= 0 && draft.head > nounFirst ? units.slice(nounFirst, draft.head).map((u) => u.lower) : [],
  };
}

function isPlural(head: string, quantity: Unit | null, vocabulary: Vocabulary): boolean {
  if (hasTag(vocabulary, head, "plural") || (head.endsWith("s") && !/(?:ss|us|is)$/.test(head))) return true;
  return quantity !== null && quantity.quantity?.value !== 1;
}

function classOfPhrase(head: Unit | undefined, { quantity, nominal }: Draft, vocabulary: Vocabulary): PhraseClass {
  if (!head) return quantity ? "bare" : "unknown";
  if (nominal) return "person";
  const listed = classOf(vocabulary, head.lower);
  const proper = head.category === "name";
  // A capitalized word is a name, unless it is listed for people or times, or counted.
  if (listed && !(proper && ((listed !== "person" && listed !== "time") || (!vocabulary.classes.has(head.lower) && !quantity))))
    return listed;
  if (!proper) return "unknown";
  if (quantity && isDemonym(vocabulary, head.lower)) return "person";
  return quantity && head.lower.endsWith("s") ? "unknown" : "name";
}
