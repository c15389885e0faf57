import { BREAK } from "./compile-pattern.js";
import type { ReadText } from "./read-words.js";
import type { Direction } from "./resolve-context.js";

/** Words that turn their clause to what is to come. */
const FUTURE = new Set([
  "will", "ll", "shall", "going", "until", "till", "upcoming", "may", "might", "can", "must", "forthcoming", "tentatively", "effective", "deadline",
  "begins", "starts", "ends", "runs", "opens", "expires", "slated", "hopes", "hope", "intends", "intend", "plans", "wants", "want", "expects",
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

const DETERMINERS = new Set(["the", "a", "an", "its", "their", "his", "her", "our", "and", "of", "with", "in", "for"]);

/** How many words on either side are looked at. */
const REACH = 16;

/**
 * Which way the clause around words `first` to `last` looks: by the nearest verb or cue word before it in its sentence,
 * else by the nearest after. "Unknown" where neither says.
 */
export function weighDirection(read: ReadText, first: number, last: number): Direction {
  const { words } = read;
  const before = words[first - 1]?.lower ?? "";
  if (before === "until" || before === "till" || before === "by" && isToCome(read, first)) return "future";
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    if (endsClause(read, i)) break;
    const verdict = weighWord(read, i, first);
    if (verdict) return verdict;
  }
  for (let i = last + 1; i <= Math.min(words.length - 1, last + REACH); i++) {
    if (endsClause(read, i)) break;
    const verdict = weighWord(read, i, first);
    if (verdict) return verdict;
  }
  return "unknown";
}

/** "by Friday" looks forward unless its clause has a past verb before it. */
function isToCome(read: ReadText, first: number): boolean {
  for (let i = first - 2; i >= Math.max(0, first - REACH) && !endsClause(read, i); i--) {
    const verdict = weighWord(read, i, first);
    if (verdict) return verdict === "future";
  }
  return false;
}

function weighWord(read: ReadText, i: number, target: number): Direction | null {
  const { words } = read;
  const lower = words[i]?.lower ?? "";
  const before = words[i - 1]?.lower ?? "";
  if (PLANNED.has(lower)) {
    for (let j = i - 1; j >= i - 3; j--) {
      const word = words[j]?.lower ?? "";
      if (word === "was" || word === "were" || word === "been" || word === "had") return "unknown";
    }
    return "future";
  }
  if (FUTURE.has(lower)) return "future";
  if (lower === "would" || lower === "could" || lower === "should") return "future";
  if (PAST.has(lower)) return "past";
  if (lower.length > 3 && lower.endsWith("ed") && !NOT_PAST.has(lower) && !DETERMINERS.has(before)) {
    const part = read.posAt(words[i]?.start ?? 0);
    return part === "ADJ" || part === "NOUN" || part === "PROPN" ? null : "past";
  }
  // "to meet on Thursday", not "to the house" and not "went to see him Thursday".
  if (lower === "to" && i < target - 1) {
    const next = words[i + 1];
    if (next && read.posAt(next.start) === "VERB" && !next.lower.endsWith("ing")) {
      return PAST.has(before) || before.endsWith("ed") && !PLANNED.has(before) ? null : "future";
    }
  }
  return null;
}

function endsClause({ text, words, codes }: ReadText, i: number): boolean {
  if (codes[i] === BREAK) return true;
  const word = words[i];
  return word?.kind === "stop" && word.lower !== ":" && !/\p{L}\.\p{L}/u.test(text.slice(word.start - 1, word.start + 2));
}
