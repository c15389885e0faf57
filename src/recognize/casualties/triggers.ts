import type { AnalyzedText, Sentence, Token } from "../../model/token.js";
import { hasTag, lemmaOf, tagsOf, type Vocabulary } from "./vocabulary.js";
import type { WordTag } from "./word-tags.js";

/** The words by which a sentence is known to be worth reading. */
export interface Triggers {
  readonly words: ReadonlySet<string>;
  /** Phrases without such a word by their longest telling one: "in custody" by "custody", where all of it stands. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Verbs that state an outcome only with a particle, and the first words of those particles: "gunned" with "down". */
  readonly particles: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of them that other constructions use, too: "taken to a hospital", "forced from home". */
  readonly versatile: ReadonlySet<string>;
  /** Where such verbs lead: homes, prisons, hospitals. One of both is worth reading for beside the other. */
  readonly goals: ReadonlySet<string>;
  /**
   * Words of constructions that no outcome word of the lexicons shows: "were handed prison terms", "slept in tents". They
   * are common, and a sentence that holds one is read only where it holds a quantity too.
   */
  readonly cues: ReadonlySet<string>;
  /** Those of them that any text holds: two of them must stand there. */
  readonly weak: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  /** All of these words: most words of a text are none of them. */
  readonly known: ReadonlySet<string>;
}

const wordsOfTag = ({ tags }: Vocabulary, tag: WordTag): readonly string[] =>
  [...tags].filter(([, own]) => own.has(tag)).map(([word]) => word);

const GOALS: readonly WordTag[] = [
  "home",
  "own-place",
  "raided-place",
  "refuge-place",
  "shelter",
  "shelter-place",
  "hospital",
  "care-place",
  "prison",
  "term",
  "hostage",
  "danger",
  "wild",
  "night-place",
  "wound",
  "death-word",
  "count-noun",
  "sum-noun",
  "captor",
];

export function triggerWords(vocabulary: Vocabulary): Triggers {
  const words = new Set([...vocabulary.nouns.keys(), ...wordsOfTag(vocabulary, "trigger")]);
  const particles = new Map<string, ReadonlySet<string>>();
  for (const [word, entries] of vocabulary.verbs) {
    if (entries.some(({ verb }) => verb.particle === "")) words.add(word);
    else particles.set(word, new Set(entries.map(({ verb }) => verb.particle.split(" ")[0] ?? "")));
  }
  const phrases = new Map<string, (readonly string[])[]>();
  for (const list of vocabulary.phrases.values()) {
    for (const { words: phrase } of list) {
      const telling = phrase.filter((word) => !hasTag(vocabulary, word, "common"));
      if (telling.some((word) => words.has(word))) continue;
      const key = (telling.length > 0 ? telling : phrase).reduce((a, b) => (b.length >= a.length ? b : a), "");
      phrases.set(key, [...(phrases.get(key) ?? []), phrase]);
    }
  }
  const cues = new Set(wordsOfTag(vocabulary, "cue"));
  const goals = new Set(GOALS.flatMap((tag) => wordsOfTag(vocabulary, tag)));
  const quantities = new Set([...wordsOfTag(vocabulary, "counting-word"), ...vocabulary.numbers]);
  return {
    words,
    phrases,
    particles,
    versatile: new Set(
      [...particles.keys()].filter((word) => tagsOf(vocabulary, lemmaOf(vocabulary, word)).size > 0 || vocabulary.tags.has(word)),
    ),
    goals,
    cues,
    weak: new Set(wordsOfTag(vocabulary, "weak-cue")),
    quantities,
    known: new Set([...words, ...phrases.keys(), ...particles.keys(), ...cues, ...goals, ...quantities]),
  };
}

/** True where a sentence may hold a figure or somebody whom an outcome befell. */
export function holdsTrigger({ tokens }: AnalyzedText, sentence: Sentence, triggers: Triggers): boolean {
  const { known, words, phrases, particles, versatile, goals, cues, weak, quantities } = triggers;
  let cue = 0;
  let moves = false;
  let goal = false;
  let quantity = false;
  for (let i = sentence.first; i <= sentence.last; i++) {
    const word = tokens[i]?.lower ?? "";
    if (!known.has(word)) {
      quantity ||= startsWithDigit(word);
      continue;
    }
    if (words.has(word)) return true;
    if (phrases.get(word)?.some((phrase) => standsAt(tokens, i - phrase.indexOf(word), phrase))) return true;
    const particle = particles.get(word);
    // The object may stand between a verb and its particle: then it must be a counted one.
    if (particle?.has(tokens[i + 1]?.lower ?? "")) return true;
    if (particle !== undefined && followsWithin(tokens, i + 1, sentence.last, particle)) cue = ENOUGH_CUES;
    else if (cues.has(word)) cue += weak.has(word) ? 1 : ENOUGH_CUES;
    moves ||= versatile.has(word);
    goal ||= goals.has(word);
    quantity ||= quantities.has(word) || startsWithDigit(word);
  }
  return quantity && (cue >= ENOUGH_CUES || (moves && (goal || cue > 0)));
}

/** True where one of some words stands between two tokens, both included. */
function followsWithin(tokens: readonly Token[], first: number, last: number, words: ReadonlySet<string>): boolean {
  for (let i = first; i <= last; i++) {
    const word = tokens[i]?.lower ?? "";
    // The tagger takes "in." at the end of a sentence for inches.
    if (words.has(word) || (word === "in." && words.has("in"))) return true;
  }
  return false;
}

const CODE_OF_0 = 48;
const CODE_OF_9 = 57;
const startsWithDigit = (word: string): boolean => word.charCodeAt(0) >= CODE_OF_0 && word.charCodeAt(0) <= CODE_OF_9;

/** A common cue tells little alone: "sent" and "hospital", "living" and "camps". */
const ENOUGH_CUES = 2;

/** True where a phrase stands at a token. A compound of several tokens is taken on trust. */
const standsAt = (tokens: readonly Token[], at: number, phrase: readonly string[]): boolean =>
  phrase.some((word) => word.includes("-")) || phrase.every((word, k) => tokens[at + k]?.lower === word);
