import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { AnalyzedText, Sentence, Token } from "../../model/token.js";
import type { Recognizer } from "../recognizer.js";
import { readBracketed, readNumberedPlaces } from "./bracketed.js";
import type { Chunk } from "./chunk.js";
import { dropAges } from "./drop-ages.js";
import { settleFigures } from "./figures.js";
import { createCompiler } from "./compile-pattern.js";
import { deathsByPronoun, readSexes, type PronounDeath } from "./pronouns.js";
import { readChunks } from "./read-chunks.js";
import { scopePatterns, settleScopes } from "./scope.js";
import { casualtyRules, indexRules } from "./rules.js";
import { readTables } from "./tables.js";
import { cutUnits } from "./units.js";
import { readConfidenceWeights } from "./confidence.js";
import { weighFigures } from "./weigh-figures.js";
import { hasTag, readVocabulary, type Vocabulary } from "./vocabulary.js";
import type { WordTag } from "./word-tags.js";

/** What an article says of casualties: its figures, and who is named without a number. */
export interface ReadCasualties {
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
}

/** Builds the reader of casualties: only sentences that hold a word of an outcome are read further. */
export function createCasualtyReader(lexicons: Lexicons): (analyzed: AnalyzedText) => ReadCasualties {
  const vocabulary = readVocabulary(lexicons);
  const triggers = triggerWords(vocabulary);
  const compile = createCompiler(vocabulary);
  const patterns = scopePatterns(compile);
  const rulesAt = indexRules(casualtyRules(vocabulary));
  const sexes = readSexes(lexicons.get("sex-words") ?? []);
  const weights = readConfidenceWeights(lexicons.get("casualty-confidence") ?? []);
  return (analyzed) => {
    const figures: CasualtyMention[] = [];
    const named: NamedVictim[] = [];
    const pronouns: PronounDeath[] = [];
    for (const sentence of analyzed.sentences) {
      if (!holdsTrigger(analyzed, sentence, triggers)) continue;
      let clause: readonly CasualtyMention[] | null = null;
      const lists: (readonly Chunk[])[] = [];
      for (const units of cutUnits(analyzed.tokens, sentence, analyzed.text, vocabulary)) {
        const chunks = dropAges(readChunks(units, vocabulary));
        lists.push(chunks);
        const settled = settleFigures(chunks, analyzed.text, rulesAt, compile);
        figures.push(...settled.figures);
        if (clause !== null && settled.figures.length === 0) figures.push(...readBracketed(chunks, clause, analyzed.text));
        clause ??= settled.figures;
        named.push(...settled.named);
        pronouns.push(...settled.pronouns);
      }
      const [main, ...brackets] = lists;
      if (main && brackets.length > 1 && clause?.length === 0) figures.push(...readNumberedPlaces(main, brackets, analyzed.text));
    }
    for (const table of readTables(analyzed, vocabulary)) {
      // What its lines seemed to say as sentences gives way to what its columns say.
      const outside = figures.filter((m) => m.end <= table.start || m.start >= table.end);
      figures.splice(0, figures.length, ...outside, ...table.figures);
    }
    named.push(...deathsByPronoun(pronouns, figures, named, analyzed, sexes));
    figures.sort((a, b) => a.start - b.start || a.end - b.end || (a.outcome < b.outcome ? -1 : a.outcome > b.outcome ? 1 : 0));
    return { figures: weighFigures(settleScopes(figures, analyzed, patterns), analyzed, vocabulary, weights), named };
  };
}

/** Builds the recognizer of casualty figures. */
export function createCasualtyRecognizer(lexicons: Lexicons): Recognizer<CasualtyMention> {
  const read = createCasualtyReader(lexicons);
  return ({ analyzed }) => read(analyzed).figures;
}

/** The words by which a sentence is known to be worth reading. */
interface Triggers {
  readonly words: ReadonlySet<string>;
  /** Phrases without such a word by their longest telling one: "in custody" by "custody", where all of it stands. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Verbs that state an outcome only with a particle, and the first words of those particles: "gunned" with "down". */
  readonly particles: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Words of constructions that no outcome word of the lexicons shows: "were handed prison terms", "slept in tents". They
   * are common, and a sentence that holds one is read only where it holds a quantity too.
   */
  readonly cues: ReadonlySet<string>;
  /** Those of them that any text holds: two of them must stand there. */
  readonly weak: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
}

const wordsOfTag = ({ tags }: Vocabulary, tag: WordTag): readonly string[] =>
  [...tags].filter(([, own]) => own.has(tag)).map(([word]) => word);

function triggerWords(vocabulary: Vocabulary): Triggers {
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
  return {
    words,
    phrases,
    particles,
    cues: new Set(wordsOfTag(vocabulary, "cue")),
    weak: new Set(wordsOfTag(vocabulary, "weak-cue")),
    quantities: new Set([...wordsOfTag(vocabulary, "counting-word"), ...vocabulary.numbers]),
  };
}

function holdsTrigger({ tokens }: AnalyzedText, sentence: Sentence, triggers: Triggers): boolean {
  const { words, phrases, particles, cues, weak, quantities } = triggers;
  let cue = 0;
  let quantity = false;
  for (let i = sentence.first; i <= sentence.last; i++) {
    const word = tokens[i]?.lower ?? "";
    if (words.has(word)) return true;
    if (phrases.get(word)?.some((phrase) => standsAt(tokens, i - phrase.indexOf(word), phrase))) return true;
    const particle = particles.get(word);
    // The object may stand between a verb and its particle: then it must be a counted one.
    if (particle?.has(tokens[i + 1]?.lower ?? "")) return true;
    if (particle !== undefined) cue = ENOUGH_CUES;
    else if (cues.has(word)) cue += weak.has(word) ? 1 : ENOUGH_CUES;
    quantity ||= /^\d/.test(word) || quantities.has(word);
    if (cue >= ENOUGH_CUES && quantity) return true;
  }
  return false;
}

/** A common cue tells little alone: "sent" and "hospital", "living" and "camps". */
const ENOUGH_CUES = 2;

/** True where a phrase stands at a token. A compound of several tokens is taken on trust. */
const standsAt = (tokens: readonly Token[], at: number, phrase: readonly string[]): boolean =>
  phrase.some((word) => word.includes("-")) || phrase.every((word, k) => tokens[at + k]?.lower === word);
