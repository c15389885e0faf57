import type { Span } from "../../model/span.js";
import type { AnalyzedText, Token } from "../../model/token.js";
import type { TenseWords } from "./tense-words.js";
import { findHiddenVerb, groupsBackwards, groupsForwards, type VerbGroup } from "./read-verb-groups.js";

/** What the clause around some words says of when it takes place, as its verb puts it. */
export interface ClauseTense {
  /** `present` is what only the words beside it can place: "The council votes Thursday", "Bomb kills 12". Null where no verb says. */
  readonly tense: "past" | "present" | "future" | null;
  /** Lemma of the verb that says so, or null. */
  readonly verb: string | null;
  /** `base` for a plain plural present ("Trains run"), which may tell what always holds; null otherwise. */
  readonly form: "base" | null;
  /** True where that verb reports what another clause tells: "police said Friday". */
  readonly reporting: boolean;
}

/** Reads the tense of the clause around an UTF-16 span of the text. */
export type ReadTense = (start: number, end: number) => ClauseTense;

const SAYS_NOTHING: ClauseTense = { tense: null, verb: null, form: null, reporting: false };

/** Words that open a clause of their own. */
const OPENERS = new Set([
  "who",
  "which",
  "where",
  "when",
  "while",
  "because",
  "but",
  "although",
  "though",
  "after",
  "before",
  "if",
  "whose",
  "whom",
  "as",
  "that",
  "whether",
  "once",
  "until",
  "amid",
  "despite",
  "following",
]);

/** Marks that close off what is said of a date. */
const CLOSERS = new Set(['"', "“", "”", "``", "''", ";", ":", "(", ")"]);

/** Both, to be told by one look. */
const BOUNDS = new Map<string, "opens" | "closes">([
  ...[...OPENERS].map((word) => [word, "opens"] as const),
  ...[...CLOSERS].map((mark) => [mark, "closes"] as const),
]);

/** Words between the start of a clause and a date that opens it: "And early on Friday". */
const BEFORE_A_FRONT = new Set([
  "on",
  "in",
  "at",
  "by",
  "from",
  "and",
  "but",
  "also",
  "late",
  "early",
  "earlier",
  "later",
  "until",
  "since",
  "the",
  "then",
  "before",
  "after",
  "of",
  "during",
]);

/**
 * Prepares a text for reading tenses. Verbs are read from the span outwards, as far as needed, so that many spans of a text cost
 * little. Plain data and functions, usable for any span: a date, a figure, the cue of an event.
 */
export function createTenseReader({ tokens, sentences }: AnalyzedText, words: TenseWords): ReadTense {
  // Spans come in order of the text, most of them: the search goes on from the sentence of the last one.
  let cursor = 0;
  return (start, end) => {
    if ((sentences[cursor]?.start ?? Infinity) > start || (sentences[cursor + 8]?.start ?? Infinity) <= start)
      cursor = lastFrom(sentences, start);
    while ((sentences[cursor + 1]?.start ?? Infinity) <= start) cursor++;
    const sentence = sentences[cursor];
    if (!sentence) return SAYS_NOTHING;
    let first = sentence.first;
    while (first < sentence.last && (tokens[first + 1]?.start ?? Infinity) <= start) first++;
    let last = first;
    while (last < sentence.last && (tokens[last + 1]?.start ?? Infinity) < end) last++;
    return tenseAt({ tokens, from: sentence.first, to: sentence.last, words }, first, last);
  };
}

interface SentenceVerbs {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly words: TenseWords;
}

/** The verb before the date in its clause, else the one after it, else what stands before in the sentence. */
function tenseAt(sentence: SentenceVerbs, first: number, last: number): ClauseTense {
  const { tokens, from, to, words } = sentence;
  const start = clauseStart(sentence, first);
  const fronted = isFronted(sentence, first);
  const before = (least: number): Generator<VerbGroup, undefined> => groupsBackwards(tokens, least, first - 1, from, words);
  const after = (most: number): Generator<VerbGroup, undefined> => groupsForwards(tokens, last + 1, most, from, words);
  const next = after(Math.min(to, last + 4)).next().value;
  // "may soon seek": words inside a group are its own.
  if (next && next.first < first) return firstSaid(sentence, [next], first) ?? SAYS_NOTHING;
  const own = fronted ? undefined : before(start).next().value;
  if (own) {
    // "Minister-designate Sarrouj Friday met": a verb right behind the date is its own.
    const said =
      (own.tense === "present" && next?.first === last + 1 ? firstSaid(sentence, [next], first) : null) ??
      firstSaid(sentence, before(start), first);
    if (said) return said;
  } else if (!fronted && tokens[to]?.lower === "." && after(clauseEnd(sentence, last, false)).next().value === undefined) {
    const hidden = findHiddenVerb(tokens, Math.max(start, first - 3), first, words);
    const said = hidden && firstSaid(sentence, [hidden], first);
    if (said) return said;
  }
  return (
    firstSaid(sentence, after(clauseEnd(sentence, last, own === undefined)), first) ??
    firstSaid(sentence, before(from), first, "no-present") ??
    SAYS_NOTHING
  );
}

/** What the first of these verbs that has a tense says; an infinitive or participle leans on what governs it. */
function firstSaid(
  sentence: SentenceVerbs,
  groups: Iterable<VerbGroup>,
  at: number,
  presents: "all" | "no-present" = "all",
): ClauseTense | null {
  const { words } = sentence;
  let underWay = false;
  for (const group of groups) {
    // "The firm said it is seeking bids until Aug. 3": what is under way is not over, though it was said.
    if (underWay && group.tense === "past" && words.reporting.has(group.lemma)) return { ...SAYS_NOTHING, verb: group.lemma };
    underWay = group.tense === "present" && isUnderWay(sentence, group);
    if (group.tense === "present" && presents === "no-present") continue;
    const said = (tense: ClauseTense["tense"]): ClauseTense => ({
      tense,
      verb: group.lemma,
      form: sentence.tokens[group.head]?.lower === group.lemma ? "base" : null,
      reporting: words.reporting.has(group.lemma),
    });
    switch (group.tense) {
      case "past":
      case "future":
        return said(group.tense);
      case "open":
        return said(null);
      case "present":
        if (speaksOfNow(sentence, group, at)) return said("present");
        break;
      case "infinitive":
        if (wasAhead(sentence, group)) return said(null);
        if (looksAhead(sentence, group)) return said("future");
        break;
      default:
        break;
    }
  }
  return null;
}

/** A present that places its date: not of a state, a report or a headline's deed; "is" only right before the date. */
function speaksOfNow({ tokens, words }: SentenceVerbs, group: VerbGroup, at: number): boolean {
  const beside =
    at > group.head &&
    at - group.head <= 3 &&
    [1, 2, 3].every((n) => group.head + n >= at || /^(?:ADP|ADV|PART|DET)$/.test(tokens[group.head + n]?.pos ?? ""));
  if (group.lemma === "be" || group.passive) return beside;
  if (words.reporting.has(group.lemma) || words.outcomes.has(group.lemma)) return false;
  return at > group.head ? beside || !words.isCue(group.lemma, "state") : false;
}

/** "is seeking", "are holding". */
const isUnderWay = ({ tokens }: SentenceVerbs, { first, head }: VerbGroup): boolean =>
  head > first && /ing$/.test(tokens[head]?.lower ?? "") && /^(?:is|are|'s|'re|am)$/.test(tokens[first]?.lower ?? "");

/** "was due to meet": ahead of another time, on either side of the day of publication. */
const wasAhead = ({ tokens, words }: SentenceVerbs, { first }: VerbGroup): boolean =>
  words.isCue(tokens[first - 1]?.lower ?? "", "ahead") && /^(?:was|were|been)$/.test(tokens[first - 2]?.lower ?? "");

/** "plans to meet", "agreed to meet", "is due to meet", "a plan to meet": by the word before "to". */
function looksAhead({ tokens, from, words }: SentenceVerbs, { first }: VerbGroup): boolean {
  const before = tokens[first - 1];
  if (!before || first - 1 < from) return true;
  if (words.isCue(before.lower, "ahead")) return true;
  const governor = groupsBackwards(tokens, from, first - 1, from, words).next().value;
  if (!governor) return true;
  if (words.isCue(governor.lemma, "commit")) return true;
  return governor.tense === "future" || governor.tense === "present";
}

/** Where the clause of token `first` begins: after the nearest opener or closing mark to its left. */
function clauseStart({ tokens, from }: SentenceVerbs, first: number): number {
  for (let i = first - 1; i >= from; i--) {
    const bound = BOUNDS.get(tokens[i]?.lower ?? "");
    if (bound === undefined) continue;
    if (bound === "closes") return i + 1;
    // "after Friday", "until Monday" belong to the date itself.
    if (i < first - 1) return i;
  }
  return from;
}

/** Where what is said of a date ends: at an opener, a closing mark or, unless the date opens its clause, a comma. */
function clauseEnd({ tokens, to }: SentenceVerbs, last: number, overCommas: boolean): number {
  for (let i = last + 1; i <= to; i++) {
    const lower = tokens[i]?.lower ?? "";
    if (lower === "," && !overCommas) return i - 1;
    const bound = BOUNDS.get(lower);
    if (bound === undefined) continue;
    if (bound === "closes" || (i > last + 1 && !overCommas)) return i - 1;
  }
  return to;
}

/** True where the expression opens its sentence or a part of it behind a comma or conjunction. */
function isFronted({ tokens, from }: SentenceVerbs, first: number): boolean {
  let i = first - 1;
  while (i >= from && BEFORE_A_FRONT.has(tokens[i]?.lower ?? "")) i--;
  const lower = tokens[i]?.lower ?? "";
  return i < from || CLOSERS.has(lower) || lower === ",";
}

/** The last of some spans, in order, that begins at an offset or before it; the first where all begin later. */
function lastFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}
