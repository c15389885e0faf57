import type { Chunk, NounPhrase } from "./chunk.js";
import type { WordTag } from "./word-tags.js";
import { isAdverbial, nounPhraseAt, verbAt } from "./clause.js";
import { wordsOf } from "./wording.js";

const lowerOf = (chunk: Chunk | undefined): string => (chunk && "lower" in chunk ? chunk.lower : "");

const TURNS = new Set(["but", "while", "although", "though", "after"]);

/** "Denied that", "retracted its report that", "apologized for reporting that". */
export function isGovernedByDenial(chunks: readonly Chunk[], first: number, trigger: number): boolean {
  let stated = false;
  for (let i = Math.min(first, trigger) - 1; i >= 0; i--) {
    const chunk = chunks[i];
    if (chunk?.kind === "stop" || (chunk?.kind === "sub" && TURNS.has(chunk.lower))) return false;
    if (nounPhraseAt(chunks, i)?.tags.has("statement")) stated = true;
    if (chunk?.kind !== "verb") continue;
    if (!chunk.passive && chunk.tags.has("deny") && !chunk.negated)
      return !isOtherMatter(chunks, i + 1) && !tellsOfDeed(chunks, i + 1, first);
    if (chunk.tags.has("retract")) return stated || chunk.lemma === "retract" || chunk.lemma === "withdraw";
    if (chunk.reporting && chunk.form === "ing") stated = true;
    else if (chunk.states || (chunk.attributes && !chunk.passive)) return false;
  }
  return false;
}

/** "Disputed the status of several of the dead": what is denied is not the number. */
export function isOtherMatter(chunks: readonly Chunk[], at: number): boolean {
  const object = nounPhraseAt(chunks, at);
  if (!object || object.quantity !== null || lowerOf(chunks[at + 1]) !== "of") return false;
  return object.noun === null && !object.tags.has("statement") && !object.tags.has("sum-noun");
}

/** "Denied any part in the raid", "denied ordering the raid": a deed is denied, not what somebody said. */
export function isOfDeed(chunks: readonly Chunk[], at: number): boolean {
  const deed = chunks[at];
  const denied = deed?.kind === "verb" && deed.form === "ing" ? nounPhraseAt(chunks, at + 1) : nounPhraseAt(chunks, at);
  if (!denied || denied.cls === "pron" || denied.quantity !== null) return false;
  return !TOLD.some((tag) => denied.tags.has(tag));
}

const TOLD: readonly WordTag[] = ["statement", "sum-noun", "false-news"];

/** What a relative clause tells of a deed stands, whoever denies the deed: "in which 31 died", "that killed 12". */
const tellsOfDeed = (chunks: readonly Chunk[], from: number, to: number): boolean =>
  isOfDeed(chunks, from) &&
  chunks.slice(from + 1, to).some((chunk) => chunk.kind === "rel" || lowerOf(chunk) === "that" || lowerOf(chunk) === "where");

/** "It is not true that", "it was false that". */
export function opensWithFalsehood(chunks: readonly Chunk[], first: number): boolean {
  if (lowerOf(chunks[first - 1]) !== "that") return false;
  const words = chunks
    .slice(Math.max(0, first - 5), first - 1)
    .map(wordsOf)
    .join(" ");
  return (
    (/\b(?:is|was|’s|'s) (?:[a-z]+ )?(?:not|n't|n’t|never) [a-z ]+$/.test(words) && endsIn(words, TRUE)) ||
    (/\b(?:is|was) [a-z ]+$/.test(words) && endsIn(words, FALSE))
  );
}

const endsIn = (words: string, states: ReadonlySet<string>): boolean => [...states].some((state) => words.endsWith(` ${state}`));

/** Where the "reports" of "reports that", "the claim of", "rumors of" stand before a figure; -1 for none. */
export function isClaimed(chunks: readonly Chunk[], first: number): number {
  for (let i = first - 1; i >= 0 && i > first - FAR; i--) if (nounPhraseAt(chunks, i)?.tags.has("statement")) return i;
  return -1;
}

/** So many chunks before a figure the noun may stand that reports it. */
const FAR = 7;

/** "… were wrong", "… are completely baseless" within the sentence after an offset. */
export function isCalledFalse(chunks: readonly Chunk[], from: number, to = Infinity): boolean {
  for (const [i, chunk] of chunks.entries()) {
    if (chunk.start < from) continue;
    if (chunk.kind === "stop" || chunk.start >= to) return false;
    const next = chunks[i + 1];
    const state = next?.kind === "adv" || (next && /^(?:all|to be)$/.test(wordsOf(next))) ? chunks[i + 2] : next;
    if (chunk.kind !== "verb" || !state) continue;
    const said =
      state.kind === "np"
        ? state.tags.has("falsehood")
        : state.kind === "verb"
          ? state.tags.has("falsehood")
          : state.kind !== "pred" && FALSE.has(state.lower);
    if (((chunk.copula || chunk.tags.has("prove")) && said) || (chunk.passive && chunk.tags.has("falsehood"))) return true;
  }
  return false;
}

const FALSE = new Set(["incorrect", "false", "untrue", "wrong", "baseless", "groundless", "unfounded", "inaccurate", "a lie"]);
const TRUE = new Set(["true", "correct", "right", "accurate", "so", "the case"]);

/** "Claimed, falsely, that", "falsely reported that": an adverb beside the verb that reports the figure. */
export function isSaidFalsely(chunks: readonly Chunk[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - FAR; i--) {
    const verb = verbAt(chunks, i);
    if (chunks[i]?.kind === "stop") return false;
    if (!verb?.reporting) continue;
    const beside = [chunks[i - 1], chunks[i + 1], chunks[i + 1]?.kind === "comma" ? chunks[i + 2] : undefined];
    return verb.words.some((word) => FALSELY.has(word)) || beside.some((chunk) => FALSELY.has(lowerOf(chunk)));
  }
  return false;
}

const FALSELY = new Set(["falsely", "wrongly", "mistakenly", "erroneously", "incorrectly"]);

const isFalse = (np: NounPhrase): boolean =>
  np.modifierTags.has("falsehood") || np.tags.has("false-news") || np.modifierTags.has("false-news");

/** "A false report that", "misinformation that", "a hoax call said that", "rumours, which were false, that". */
export function isInFalseReport(chunks: readonly Chunk[], first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - FAR - 3; i--) {
    const np = nounPhraseAt(chunks, i);
    if (chunks[i]?.kind === "stop" || TURNS.has(lowerOf(chunks[i]))) return false;
    if (!np) continue;
    // "The report was a hoax and 12 people were killed": what is said of the report ends with it.
    if (verbAt(chunks, i - 1)?.copula && lowerOf(chunks[i + 1]) !== "that") return false;
    const reports = np.tags.has("statement") || np.tags.has("false-news") || verbAt(chunks, i + 1)?.attributes === true;
    if (reports && (isFalse(np) || (opensRelative(chunks, i) && isCalledFalse(chunks, np.end, chunks[first]?.start)))) return true;
    if (np.tags.has("statement")) return false;
  }
  return false;
}

/** "Rumours, which …": a clause of their own about them. */
const opensRelative = (chunks: readonly Chunk[], i: number): boolean =>
  chunks[chunks[i + 1]?.kind === "comma" ? i + 2 : i + 1]?.kind === "rel";

/** "There is no truth to reports that", "there was no evidence that". */
export function isWithoutEvidence(chunks: readonly Chunk[], first: number): boolean {
  let i = first - 1;
  if (lowerOf(chunks[i]) !== "that" && lowerOf(chunks[i]) !== "of") return false;
  i--;
  if (nounPhraseAt(chunks, i)?.tags.has("statement") && /^(?:prep|of)$/.test(chunks[i - 1]?.kind ?? "")) i -= 2;
  const np = nounPhraseAt(chunks, i);
  return np?.quantity?.read.kind === "zero" && np.tags.has("proof");
}

/** "…, but police said this was not true": a pronoun that takes back what was told before it. */
export function isTakenBackAfter(chunks: readonly Chunk[], from: number): boolean {
  return chunks.some((chunk, i) => {
    const verb = verbAt(chunks, i + 1);
    if (chunk.kind !== "np" || chunk.start < from || !verb?.copula || !/^(?:this|that|it)$/.test(chunk.head || chunk.modifiers[0] || ""))
      return false;
    let at = i + 2;
    while (isAdverbial(chunks[at])) at++;
    const state = chunks[at];
    const word = state ? wordsOf(state) : "";
    return verb.negated || lowerOf(chunks[i + 2]) === "not" ? TRUE.has(word) : FALSE.has(word);
  });
}
