import type { Token } from "../../model/token.js";
import type { VerbForm } from "../../lexicon/verb-forms.js";
import type { TenseWords } from "./tense-words.js";

/**
 * How a verb stands to the time of writing. `future` holds modals ("may meet", "would leave") and what is planned ("is set to
 * meet"); `infinitive` and `participle` have no tense of their own and lean on another verb.
 */
export type VerbTense = "past" | "present" | "future" | "infinitive" | "participle" | "open";

/**
 * A verb with its auxiliaries, tokens `first` to `head`.
 *
 *   Results will not be announced Friday.
 *           ^^^^^^^^^^^^^^^^^^^^^            future, passive, head "announced"
 */
export interface VerbGroup {
  readonly first: number;
  readonly head: number;
  readonly lemma: string;
  readonly tense: VerbTense;
  readonly passive: boolean;
}

type Auxiliary =
  | "will"
  | "may"
  | "could"
  | "be-now"
  | "be-then"
  | "have-now"
  | "have-then"
  | "do-now"
  | "do-then"
  | "to"
  | "be"
  | "been"
  | "being"
  | "have";

/** The closed class of auxiliaries as wink-nlp cuts them ("wo" + "n't", "he" + "'ll"). */
const AUXILIARIES = new Map<string, Auxiliary>([
  ...["will", "wo", "shall", "'ll", "’ll", "ll", "sha", "would", "'d", "’d", "should", "must", "ought"].map(
    (word) => [word, "will"] as const,
  ),
  ...["may", "might", "can", "ca", "cannot"].map((word) => [word, "may"] as const),
  ...["is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m", "ai"].map((word) => [word, "be-now"] as const),
  ...["was", "were"].map((word) => [word, "be-then"] as const),
  ...["has", "'ve", "’ve", "have"].map((word) => [word, "have-now"] as const),
  ["could", "could"],
  ["had", "have-then"],
  ["do", "do-now"],
  ["does", "do-now"],
  ["did", "do-then"],
  ["to", "to"],
  ["be", "be"],
  ["been", "been"],
  ["being", "being"],
]);

/** True for "will", "would", "may", "could" and their like, which a bare infinitive follows. */
export const isModal = (lower: string): boolean => /^(?:will|may|could)$/.test(AUXILIARIES.get(lower) ?? "");

const NEGATIONS = new Set(["not", "n't", "n’t", "never"]);
/** Subjects that negate their verb: "Neither could be reached". */
const NOBODY = new Set(["neither", "nobody", "none", "nothing", "no"]);

/** Words that may stand within a group: "will also be", "has not yet been". */
const WITHIN = new Set([
  ...NEGATIONS,
  "also",
  "now",
  "still",
  "yet",
  "just",
  "only",
  "already",
  "soon",
  "even",
  "all",
  "both",
  "reportedly",
  "probably",
  "currently",
  "ever",
]);

/** Words that make the word after them a noun: "the vote", "their plans", "of attacks", "heavy rains". */
const NOUN_MAKERS = new Set(["DET", "ADP", "ADJ", "NUM"]);

/** The verb groups with their heads in tokens `from` to `to`, the last first; a group reaches back to `first` at the most. */
export function* groupsBackwards(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  words: TenseWords,
): Generator<VerbGroup, undefined> {
  for (let i = to; i >= from; i--) {
    const group = readGroup(tokens, i, first, words);
    if (!group) continue;
    yield group;
    i = Math.min(i, group.first);
  }
}

/** The verb groups with their heads in tokens `from` to `to`, in order. */
export function* groupsForwards(
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  words: TenseWords,
): Generator<VerbGroup, undefined> {
  for (let i = from; i <= to; i++) {
    const group = readGroup(tokens, i, first, words);
    if (group) yield group;
  }
}

function readGroup(tokens: readonly Token[], at: number, first: number, words: TenseWords): VerbGroup | null {
  const token = tokens[at];
  // Most words are no verbs: one look at the part of speech tells.
  if (!token || (token.pos !== "VERB" && token.pos !== "AUX" && token.pos !== "PART")) return null;
  const readings = verbReadings(tokens, at, words);
  const auxiliary = auxiliaryAt(tokens, at);
  if (auxiliary && auxiliary !== "to" && goesOn(tokens, at, words)) return null;
  if (readings.length === 0 && !auxiliary) return null;
  if (auxiliary === "to") return null;
  const before = auxiliariesBefore(tokens, at, first);
  const chain = auxiliary && (readings.length === 0 || auxiliary.startsWith("be-")) ? [...before.chain, auxiliary] : before.chain;
  const lemma = lemmaOf(readings) || token.lower;
  const next = tokens[at + 1]?.lower ?? "";
  // "is due on Saturday", "was due to leave".
  const planned = isPlanned(readings, next, words) || (lemmaOf(readings) === "be" && words.isCue(next, "ahead"));
  const tense = tenseOf(chain, readings, {
    planned,
    negated: before.negated || isNobody(tokens, before.first, first),
    going: token.lower === "going" && tokens[at + 1]?.lower === "to",
  });
  return (
    tense && {
      first: before.first,
      head: at,
      lemma,
      tense,
      passive: chain.some((word) => word.startsWith("be")) && readings.some((r) => r.participle === "past"),
    }
  );
}

const isNobody = (tokens: readonly Token[], at: number, first: number): boolean =>
  tokens[at]?.lower === "could" && tokens.slice(Math.max(first, at - 10), at).some(({ lower }) => NOBODY.has(lower));

const lemmaOf = (readings: readonly VerbForm[]): string => readings[0]?.lemma ?? "";

/** "scheduled" always; "set", "expected" and "called" only with what they are set for. */
const isPlanned = (readings: readonly VerbForm[], next: string, { isCue }: TenseWords): boolean =>
  readings.some(({ lemma }) => isCue(lemma, "plan") || ((next === "for" || next === "to") && isCue(lemma, "set")));

/** The readings of a word as a verb, by its part of speech and the word before it; none for "the vote", "heavy rains". */
function verbReadings(tokens: readonly Token[], at: number, { verbForms }: TenseWords): readonly VerbForm[] {
  const token = tokens[at];
  if (!token || token.pos === "PART") return NO_READINGS;
  const readings = verbForms(token.lower);
  const before = tokens[at - 1];
  if (readings.length === 0 || before === undefined || token.pos === "AUX") return readings;
  for (const { tense, participle } of readings)
    if (tense === "past" || participle !== null) return before.pos === "DET" ? NO_READINGS : readings;
  const makesNoun = before.sentence === token.sentence && before.lower !== "to" && NOUN_MAKERS.has(before.pos) && !WITHIN.has(before.lower);
  return makesNoun ? NO_READINGS : readings;
}

const NO_READINGS: readonly VerbForm[] = [];

const auxiliaryAt = (tokens: readonly Token[], at: number): Auxiliary | null => {
  const token = tokens[at];
  if (!token) return null;
  const found = AUXILIARIES.get(token.lower);
  if (found === undefined) return null;
  if (token.lower === "may" && token.text !== "may") return null;
  // The 's of "Friday's" is no verb.
  if ((token.lower === "'s" || token.lower === "’s") && token.pos === "PART") return null;
  return found;
};

/** True where an auxiliary is followed by the verb that it belongs to. */
function goesOn(tokens: readonly Token[], at: number, words: TenseWords): boolean {
  for (let i = at + 1; i <= at + 4; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== tokens[at]?.sentence) return false;
    if (auxiliaryAt(tokens, i) && token.lower !== "to") return true;
    if (token.lower === "to") return tokens[at]?.lower !== "going" && auxiliaryAt(tokens, at)?.startsWith("be") === true;
    if (
      words.verbForms(token.lower).length > 0 &&
      (token.pos === "VERB" || token.pos === "AUX" || (token.pos === "ADJ" && token.lower.endsWith("ed")))
    )
      return true;
    if (token.pos !== "ADV" && !WITHIN.has(token.lower)) return false;
  }
  return false;
}

/** The auxiliaries before a verb, leftmost first, over adverbs and negations. */
function auxiliariesBefore(
  tokens: readonly Token[],
  at: number,
  from: number,
): { readonly chain: readonly Auxiliary[]; readonly first: number; readonly negated: boolean } {
  const chain: Auxiliary[] = [];
  let first = at;
  let negated = false;
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) {
    const token = tokens[i];
    if (!token) break;
    const auxiliary = auxiliaryAt(tokens, i);
    if (auxiliary) {
      chain.unshift(auxiliary);
      first = i;
    } else if (NEGATIONS.has(token.lower)) negated = true;
    else if (token.pos !== "ADV" && !WITHIN.has(token.lower)) break;
  }
  return { chain, first, negated };
}

interface GroupNotes {
  readonly planned: boolean;
  readonly negated: boolean;
  readonly going: boolean;
}

/** The tense of a chain of auxiliaries and the readings of its head; null where head and chain do not fit. */
function tenseOf(chain: readonly Auxiliary[], readings: readonly VerbForm[], { planned, negated, going }: GroupNotes): VerbTense | null {
  const [lead, ...rest] = chain;
  if (lead === undefined) return plainTense(readings, planned);
  const perfect = chain.includes("have") || (chain.includes("have-now") && lead !== "have-now");
  switch (lead) {
    case "will":
      return perfect ? "past" : "future";
    case "may":
      return perfect ? "past" : "future";
    case "could":
      // "could not reach him Friday" tells what was tried.
      return perfect || negated ? "past" : "future";
    case "to":
      return "infinitive";
    case "be-now":
      if (rest.includes("to") || going || planned) return "future";
      return "present";
    case "be-then":
      if (rest.includes("to") || going) return "open";
      return planned ? "open" : "past";
    case "have-now":
      return planned ? "future" : rest.includes("to") ? "future" : "past";
    case "have-then":
      return planned ? "open" : "past";
    case "do-now":
      return "present";
    case "do-then":
      return "past";
    default:
      return "participle";
  }
}

function plainTense(readings: readonly VerbForm[], planned: boolean): VerbTense | null {
  const past = readings.some((reading) => reading.tense === "past");
  if (past) return planned ? "future" : "past";
  // "Trains run", "Voters come": a base that is a participle, too.
  if (readings.some((reading) => reading.tense === "present" || reading.tense === "base")) return "present";
  if (readings.some((reading) => reading.participle === "past")) return planned ? "future" : "past";
  return readings.length > 0 ? "participle" : null;
}

/** In a clause without a verb the first present form after a noun is one: "The council votes Thursday", "Polls open on Sunday". */
export function findHiddenVerb(tokens: readonly Token[], first: number, last: number, { verbForms }: TenseWords): VerbGroup | null {
  for (let i = first + 1; i < last; i++) {
    const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
    if (!before || !token || !next || !/^(?:NOUN|PROPN|PRON)$/.test(before.pos) || !/^(?:NOUN|ADJ|VERB)$/.test(token.pos)) continue;
    const reading = verbForms(token.lower).find(({ tense }) => tense === "present" || tense === "base");
    if (reading) return { first: i, head: i, lemma: reading.lemma, tense: "present", passive: false };
  }
  return null;
}
