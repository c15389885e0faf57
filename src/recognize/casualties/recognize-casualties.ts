import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { AnalyzedText } from "../../model/token.js";
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
import { holdsTrigger, triggerWords } from "./triggers.js";
import { readVocabulary } from "./vocabulary.js";

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
