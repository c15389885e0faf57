import type { Outcome } from "../../model/casualty.js";
import type { VerbGroup } from "./chunk.js";
import type { Unit } from "./units.js";
import { hasTag, lemmaOf, tagsOf, type OutcomeVerb, type VerbForm, type Vocabulary } from "./vocabulary.js";

/** Adverbs that make a wound a death. */
export const FATAL: ReadonlySet<string> = new Set(["fatally", "mortally", "lethally"]);

/** No verb group has more units than this. */
const LONGEST = 14;

/** What the auxiliaries of a group say, and where its main verb is (-1 for none). */
interface Auxiliaries {
  readonly be: boolean;
  readonly infinitive: boolean;
  readonly negated: boolean;
  readonly words: readonly string[];
  readonly lastAux: number;
  readonly main: number;
}

/**
 * Reads the verb group that starts at a unit: auxiliaries, adverbs between them, one main verb and its particle
 * ("have reportedly been gunned down"). A second main verb starts a group of its own.
 */
export function readVerbGroup(units: readonly Unit[], at: number, vocabulary: Vocabulary): { group: VerbGroup; last: number } | null {
  const first = units[at];
  if (!first || (!OPENERS.has(first.category) && !FATAL.has(first.lower))) return null;
  const read = readAuxiliaries(units, at, vocabulary);
  const main = units[read.main];
  if (!main && (read.lastAux < at || (read.lastAux === at && (first.category === "to" || first.category === "not")))) return null;
  // Adverbs after the last auxiliary belong to the group only where a main verb follows.
  const stem = main ? read.main : read.lastAux;
  const found = main ? outcomeVerb(units, stem, main.lower, vocabulary) : null;
  const last = stem + (found?.length ?? 0);
  const next = units[last + 1]?.lower ?? "";
  const outcome = found && !isOtherSense(found.verb, next, vocabulary) ? found.verb : null;
  const form = found?.form ?? (main ? formOf(main.lower, vocabulary) : null);
  const mainWord = (main ?? units[read.lastAux])?.lower ?? "";
  const lemma = lemmaOf(vocabulary, mainWord);
  const reporting = main ? vocabulary.reporting.get(main.lower) : undefined;
  const bare = read.lastAux < at;
  return {
    last,
    group: {
      kind: "verb",
      start: first.start,
      end: units[last]?.end ?? first.end,
      main: mainWord,
      lemma,
      tags: tagsOf(vocabulary, lemma),
      outcome,
      states: outcome && statedBy(outcome, read.words, next),
      form,
      passive: read.be && main !== undefined && isPassiveForm(main.lower, form),
      copula: !main && read.be,
      finite: isFinite(read, bare, form, first.lower),
      infinitive: read.infinitive,
      bare,
      words: read.words,
      negated: read.negated,
      reporting: reporting !== undefined,
      attributes: reporting === true,
    },
  };
}

/** False for infinitives and participles: "to leave", "wounding", "having left". */
const isFinite = ({ infinitive }: Auxiliaries, bare: boolean, form: VerbForm | null, opener: string): boolean =>
  !infinitive && !(bare && form === "ing") && !/^(?:being|having|getting)$/.test(opener);

/** "Fatally wounded", "shot fatally": the adverb makes the wound a death. */
const statedBy = (verb: OutcomeVerb, words: readonly string[], next: string): Outcome =>
  verb.outcome === "injured" && (words.slice(0, -1).some((word) => FATAL.has(word)) || FATAL.has(next)) ? "killed" : verb.outcome;

/** Reads up to the main verb: "have reportedly been", "were both", "did not". */
function readAuxiliaries(units: readonly Unit[], at: number, vocabulary: Vocabulary): Auxiliaries {
  const seen = new Set<Unit["category"]>();
  const words: string[] = [];
  let lastAux = at - 1;
  for (let i = at; i < units.length && i < at + LONGEST; i++) {
    const unit = units[i];
    if (!unit || (i > at && startsPhrase(units, i, vocabulary))) break;
    const { category } = unit;
    const own =
      isAuxiliary(category) || (category === "to" && (i === at || lastAux === i - 1) && opensInfinitive(units[i + 1], vocabulary));
    if (!own && category !== "to" && (category === "adv" || FATAL.has(unit.lower))) {
      words.push(unit.lower);
      continue;
    }
    // "Were both shot", "were first beaten".
    const floats = !own && i > at && lastAux === i - 1 && isFloating(units, i, at, vocabulary);
    if (!own && !floats) {
      if (category !== "to" && isMainVerb(unit, seen, vocabulary))
        return {
          ...auxiliaries(seen, [...words, unit.lower], lastAux),
          main: i,
        };
      break;
    }
    if (own) seen.add(category);
    words.push(unit.lower);
    lastAux = i;
  }
  return { ...auxiliaries(seen, words, lastAux), main: -1 };
}

const auxiliaries = (seen: ReadonlySet<Unit["category"]>, words: readonly string[], lastAux: number): Omit<Auxiliaries, "main"> => ({
  be: seen.has("be") || seen.has("get"),
  infinitive: seen.has("to"),
  negated: seen.has("not"),
  words,
  lastAux,
});

const AUXILIARIES: ReadonlySet<Unit["category"]> = new Set(["modal", "be", "get", "have", "do", "not"] as const);
const isAuxiliary = (category: Unit["category"]): boolean => AUXILIARIES.has(category);

/** What a verb group may begin with. */
const OPENERS: ReadonlySet<Unit["category"]> = new Set(["modal", "be", "get", "have", "do", "not", "to", "verb"] as const);

const opensInfinitive = (next: Unit | undefined, vocabulary: Vocabulary): boolean =>
  next !== undefined && (next.category === "be" || next.category === "have" || next.category === "get" || isBaseVerb(next, vocabulary));

/** Words between an auxiliary and its verb that count nobody: "were all shot", "were themselves executed". */
const FLOATING = new Set(["first", "all", "each", "themselves", "himself", "herself"]);

function isFloating(units: readonly Unit[], i: number, at: number, vocabulary: Vocabulary): boolean {
  const word = units[i]?.lower ?? "";
  const next = units[i + 1];
  if (!next || (!FLOATING.has(word) && !(word === "both" && countedBefore(units, at)))) return false;
  return next.category === "verb" || next.category === "adv" || vocabulary.verbs.has(next.lower);
}

function isMainVerb(unit: Unit, seen: ReadonlySet<Unit["category"]>, vocabulary: Vocabulary): boolean {
  if (unit.category === "verb") return true;
  if ((seen.has("modal") || seen.has("to") || seen.has("do")) && isBaseVerb(unit, vocabulary)) return true;
  return (seen.has("be") || seen.has("get") || seen.has("have")) && unit.category === "adj" && vocabulary.verbs.has(unit.lower);
}

/** The outcome that a main verb states alone or with the particle behind it, and how many units the particle has. */
function outcomeVerb(
  units: readonly Unit[],
  at: number,
  main: string,
  vocabulary: Vocabulary,
): {
  readonly verb: OutcomeVerb;
  readonly form: VerbForm;
  readonly length: number;
} | null {
  for (const { verb, form } of vocabulary.verbs.get(main) ?? []) {
    const particle = verb.particle === "" ? [] : verb.particle.split(" ");
    // The tagger takes "in." at the end of a sentence for inches.
    if (particle.every((word, k) => units[at + 1 + k]?.lower.replace(/(?<=^in)\.$/, "") === word))
      return { verb, form, length: particle.length };
  }
  return null;
}

/** "Held accountable", "killed off": the verb with what follows says something else. */
const isOtherSense = (verb: OutcomeVerb, next: string, vocabulary: Vocabulary): boolean =>
  (verb.base === "hold" && hasTag(vocabulary, next, "held-otherwise")) || (verb.base === "kill" && next === "off");

const isPassiveForm = (main: string, form: VerbForm | null): boolean =>
  form === "past" || form === "participle" || (/(?:ed|en|wn|lt|nt|pt|ld)$/.test(main) && form !== "ing");

/** "The two men were both shot": "both" counts nobody anew where a number stands before the verb. */
const countedBefore = (units: readonly Unit[], at: number): boolean =>
  units.slice(Math.max(0, at - 8), at).some((unit) => unit.quantity !== null);

/** True where an outcome phrase starts that no verb of the lexicon covers ("are missing", "were taken to hospital"). */
function startsPhrase(units: readonly Unit[], at: number, vocabulary: Vocabulary): boolean {
  const lower = units[at]?.lower ?? "";
  return (vocabulary.phrases.get(lower) ?? []).some(
    ({ words }) =>
      !FATAL.has(lower) &&
      lower !== "critically" &&
      (words.length > 1 || !vocabulary.verbs.has(lower)) &&
      words.every((word, k) => units[at + k]?.lower === word),
  );
}

/** The form of a verb that states no outcome, by its ending and the list of past forms. */
function formOf(lower: string, vocabulary: Vocabulary): VerbForm {
  if (lower.endsWith("ing")) return "ing";
  if (vocabulary.participles.has(lower)) return "participle";
  if (/(?:ed|en|wn|ne)$/.test(lower) || vocabulary.pasts.has(lower)) return "past";
  return lower.endsWith("s") ? "s" : "base";
}

function isBaseVerb(unit: Unit, vocabulary: Vocabulary): boolean {
  if (unit.category === "verb") return !unit.lower.endsWith("ing") || vocabulary.verbs.has(unit.lower);
  return (
    vocabulary.verbs.get(unit.lower)?.some((v) => v.form === "base" || v.form === "past") === true &&
    (unit.category === "noun" || unit.category === "adj")
  );
}
