import { BREAK } from "./compile-pattern.js";
import type { ReadText } from "./read-words.js";
import type { Direction } from "./resolve-context.js";

/** Words that turn their clause to what is to come. */
const FUTURE = new Set([
  "will", "ll", "shall", "going", "until", "till", "upcoming", "may", "might", "can", "must", "forthcoming", "tentatively", "effective", "deadline",
  "begins", "starts", "ends", "runs", "opens", "expires", "slated", "hopes", "hope", "intends", "intend", "plans", "wants", "want", "expects", "planning",
  "payable", "pending", "won", "scheduled", "due", "expected", "planned", "set", "supposed", "proposed", "invited", "prepares", "prepare",
]);

/** Participles that look forward after "is", and back after "was": "was due to expire Friday". */
const PLANNED = new Set(["scheduled", "due", "expected", "planned", "set", "supposed", "proposed", "slated", "invited"]);

const PAST = new Set([
  "was", "were", "had", "did", "said", "told", "came", "went", "met", "made", "took", "gave", "got", "held", "began", "left", "led",
  "lost", "found", "fell", "rose", "kept", "became", "broke", "brought", "built", "bought", "caught", "chose", "drew",
  "drove", "felt", "fought", "flew", "forgot", "froze", "grew", "heard", "knew", "laid", "lent", "paid",
  "ran", "rode", "rang", "saw", "sold", "sent", "shot", "slid", "spoke", "spent",
  "stood", "stole", "struck", "swept", "swore", "taught", "thought", "threw", "understood", "wore", "withdrew", "wrote",
  "sank", "sprang", "swung", "sought", "been", "has", "have", "since", "ago", "dug", "tore", "woke", "bore",
]);

/** Words in -ed that are no past verb of their clause. */
const NOT_PAST = new Set(["united", "need", "indeed", "hundred", "speed", "feed", "exceed", "proceed", "limited", "seed", "breed"]);

/** Of the words that look forward, those that are nouns as often. */
const NOUN_TOO = new Set(["plans", "hopes", "hope", "ends", "runs", "opens", "starts", "wants", "want"]);

const IS = new Set(["is", "are", "be", "s", "'s", "’s", "am", "re", "not", "now", "currently"]);

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "his", "her", "our", "and", "of", "with", "in", "for"]);

/** Words that open a clause of their own. */
const CLAUSE_OPENERS = new Set([
  "who", "which", "where", "when", "while", "because", "but", "although", "though", "after", "before", "if", "whose", "whom", "as",
]);

/** How many words on either side are looked at. */
const REACH = 16;

/**
 * Which way the clause around words `first` to `last` looks: by the nearest verb or cue word before it in its clause,
 * else by the nearest after it, else by what stands before in the sentence. "Unknown" where none says.
 */
export function weighDirection(read: ReadText, first: number, last: number): Direction {
  const { words } = read;
  const before = words[first - 1]?.lower ?? "";
  if (words[last + 1]?.kind === "poss") return "past";
  if (before === "as" && (words[first - 2]?.lower === "soon" || words[first - 2]?.lower === "early")) return "future";
  const after = scanRight(read, first, last);
  if (before === "until" || before === "till") {
    // "It was not until Friday that", "Until Friday, they had": told from behind.
    const told = isFronted(read, first - 1) ? after : words[first - 2]?.lower === "not" ? scanLeft(read, first - 1, false).verdict : null;
    return told === "past" ? "past" : "future";
  }
  const left = scanLeft(read, first, false);
  return left.verdict ?? after ?? scanLeft(read, first, true).verdict ?? "unknown";
}

function scanLeft(read: ReadText, first: number, beyond: boolean): { readonly verdict: Direction | null } {
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    if (endsSentence(read, i)) break;
    const lower = read.words[i]?.lower ?? "";
    const verdict = weighWord(read, i, first);
    if (verdict) return { verdict };
    if (!beyond && (CLAUSE_OPENERS.has(lower) || read.words[i]?.kind === "quote")) break;
  }
  return { verdict: null };
}

function scanRight(read: ReadText, first: number, last: number): Direction | null {
  const fronted = isFronted(read, first);
  for (let i = last + 1; i <= Math.min(read.words.length - 1, last + REACH); i++) {
    if (endsSentence(read, i)) break;
    const word = read.words[i];
    // In "On Friday, the court ruled" the verb stands after the comma; elsewhere the comma ends what is said of the day.
    if (!fronted && (word?.kind === "comma" || word?.kind === "quote")) break;
    const verdict = weighWord(read, i, first);
    if (verdict) return verdict;
    if (i > last + 1 && CLAUSE_OPENERS.has(word?.lower ?? "")) break;
  }
  return null;
}

/** True where the expression opens its sentence or clause. */
function isFronted(read: ReadText, first: number): boolean {
  let i = first - 1;
  while (i >= 0 && /^(?:on|in|at|by|from|and|but|also|late|early|earlier|later|until|since)$/.test(read.words[i]?.lower ?? "")) i--;
  return i < 0 || endsSentence(read, i) || read.words[i]?.kind === "quote" || read.words[i]?.kind === "comma" || CLAUSE_OPENERS.has(read.words[i]?.lower ?? "");
}

function weighWord(read: ReadText, i: number, target: number): Direction | null {
  const { words } = read;
  const word = words[i];
  if (!word || word.kind === "mname") return null;
  const { lower } = word;
  const before = words[i - 1]?.lower ?? "";
  const next = words[i + 1]?.lower ?? "";
  if (PLANNED.has(lower)) {
    const verb = IS.has(before) || next === "to" || next === "for";
    if (!verb && !(next === "a" || next === "an" || next === "the")) return null;
    for (let j = i - 1; j >= i - 3; j--) {
      const earlier = words[j]?.lower ?? "";
      if (earlier === "was" || earlier === "were" || earlier === "been" || earlier === "had") return "unknown";
    }
    return lower === "proposed" || lower === "set" || lower === "invited" ? (verb ? "future" : null) : "future";
  }
  if (FUTURE.has(lower)) return NOUN_TOO.has(lower) && read.posAt(word.start) !== "VERB" ? null : "future";
  if (lower === "would" || lower === "could" || lower === "should") return "future";
  // "is to be held": a participle, told of no past.
  if (before === "be" && words[i - 2]?.lower === "to") return null;
  if (PAST.has(lower)) return "past";
  if (lower.length > 3 && lower.endsWith("ed") && !NOT_PAST.has(lower) && !DETERMINERS.has(before)) {
    const part = read.posAt(word.start);
    return part === "ADJ" || part === "NOUN" || part === "PROPN" ? null : "past";
  }
  // "to meet on Thursday", not "to the house" and not "went to see him Thursday".
  if (lower === "to" && i < target - 1) {
    const verb = words[i + 1];
    if (verb && (verb.lower === "be" || read.posAt(verb.start) === "VERB") && !verb.lower.endsWith("ing")) {
      if (PLANNED.has(before)) return weighWord(read, i - 1, target) ?? "future";
      // "was willing to skip class Thursday" looks back with its main verb.
      return before.endsWith("ed") || [before, words[i - 2]?.lower, words[i - 3]?.lower].some((word) => PAST.has(word ?? "")) ? null : "future";
    }
  }
  return null;
}

function endsSentence({ text, words, codes }: ReadText, i: number): boolean {
  if (codes[i] === BREAK) return true;
  const word = words[i];
  return word?.kind === "stop" && word.lower !== ":" && !/\p{L}\.\p{L}/u.test(text.slice(word.start - 1, word.start + 2));
}
