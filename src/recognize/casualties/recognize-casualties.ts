import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import type { CasualtyMention } from "../../model/mention.js";
import type { NamedVictim } from "../../model/toll.js";
import type { AnalyzedText, Sentence } from "../../model/token.js";
import type { Recognizer } from "../recognizer.js";
import { readBracketed } from "./bracketed.js";
import { dropAges } from "./drop-ages.js";
import { settleFigures } from "./figures.js";
import { readChunks } from "./read-chunks.js";
import { settleScopes } from "./scope.js";
import { readTables } from "./tables.js";
import { cutUnits } from "./units.js";
import { readVocabulary, type Vocabulary } from "./vocabulary.js";

/** What an article says of casualties: its figures, and who is named without a number. */
export interface ReadCasualties {
  readonly figures: readonly CasualtyMention[];
  readonly named: readonly NamedVictim[];
}

/** Builds the reader of casualties: only sentences that hold a word of an outcome are read further. */
export function createCasualtyReader(lexicons: Lexicons): (analyzed: AnalyzedText) => ReadCasualties {
  const vocabulary = readVocabulary(lexicons);
  const triggers = triggerWords(vocabulary);
  return (analyzed) => {
    const figures: CasualtyMention[] = [];
    const named: NamedVictim[] = [];
    for (const sentence of analyzed.sentences) {
      if (!holdsTrigger(analyzed, sentence, triggers)) continue;
      let clause: readonly CasualtyMention[] | null = null;
      for (const units of cutUnits(analyzed.tokens, sentence, analyzed.text, vocabulary)) {
        const chunks = dropAges(readChunks(units, vocabulary));
        const settled = settleFigures(chunks, analyzed.text);
        figures.push(...settled.figures);
        if (clause !== null && settled.figures.length === 0) figures.push(...readBracketed(chunks, clause, analyzed.text));
        clause ??= settled.figures;
        named.push(...settled.named);
      }
    }
    for (const table of readTables(analyzed)) {
      // What its lines seemed to say as sentences gives way to what its columns say.
      const outside = figures.filter((m) => m.end <= table.start || m.start >= table.end);
      figures.splice(0, figures.length, ...outside, ...table.figures);
    }
    figures.sort((a, b) => a.start - b.start || a.end - b.end || (a.outcome < b.outcome ? -1 : a.outcome > b.outcome ? 1 : 0));
    return { figures: settleScopes(figures, analyzed), named };
  };
}

/** Builds the recognizer of casualty figures. */
export function createCasualtyRecognizer(lexicons: Lexicons): Recognizer<CasualtyMention> {
  const read = createCasualtyReader(lexicons);
  return ({ analyzed }) => read(analyzed).figures;
}

/** Words of constructions that no outcome word of the lexicons shows: "were handed prison terms", "slept in tents". */
const CUE_WORDS = (
  "homes houses apartments exile homeless escape fleeing custody questioning prison jail bars cells sentenced sentences terms liberty freedom " +
  "spent tents halls hall camps refuge hands throats pieces bits shreds alive deaths suicide cost claimed condition whereabouts fate number numbered " +
  "dead left beaten beat taken fatal fractures bruises lacerations concussion concussions trauma inhalation prisoners gunshot stabbing homicide holding hold holds seized seize took grabbed losing lose"
).split(" ");

function triggerWords(vocabulary: Vocabulary): ReadonlySet<string> {
  const words = new Set([...vocabulary.verbs.keys(), ...vocabulary.nouns.keys(), "toll", "tolls", "count", "tally", "wound", "wounds", "burns", "hospital", "hospitals", "clinic", "shelter", "shelters", "treated", "safety", "lost", ...CUE_WORDS]);
  // A phrase is looked for only where its longest word stands: "in custody" by "custody".
  for (const list of vocabulary.phrases.values()) {
    for (const { words: phrase } of list) words.add(phrase.reduce((a, b) => (b.length > a.length ? b : a), ""));
  }
  return words;
}

function holdsTrigger({ tokens }: AnalyzedText, sentence: Sentence, triggers: ReadonlySet<string>): boolean {
  for (let i = sentence.first; i <= sentence.last; i++) if (triggers.has(tokens[i]?.lower ?? "")) return true;
  return false;
}
