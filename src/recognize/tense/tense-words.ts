import type { Lexicons } from "../../lexicon/parse-lexicon.js";
import { createVerbForms, type VerbForms } from "../../lexicon/verb-forms.js";

/** What `lexicons/tense-cues.tsv` says of a word. */
export type TenseCue = "plan" | "set" | "commit" | "state" | "ahead" | "start" | "event";

/** The words by which clauses are read for their tense. */
export interface TenseWords {
  readonly verbForms: VerbForms;
  readonly isCue: (word: string, cue: TenseCue) => boolean;
  /** Lemmas of verbs of saying and thinking: their clause reports another. */
  readonly reporting: ReadonlySet<string>;
  /** Lemmas of verbs for what happens to people, which only headlines put in the present. */
  readonly outcomes: ReadonlySet<string>;
}

/** Reads the lexicons `verb-forms`, `tense-cues`, `reporting-verbs` and `outcome-verbs`. A missing one is empty. */
export function createTenseWords(lexicons: Lexicons): TenseWords {
  const verbForms = createVerbForms(lexicons);
  const cues = new Map<string, Set<string>>();
  for (const { word = "", sense = "" } of lexicons.get("tense-cues") ?? []) cues.set(word, (cues.get(word) ?? new Set()).add(sense));
  const reporting = new Set<string>();
  for (const { form = "" } of lexicons.get("reporting-verbs") ?? []) for (const { lemma } of verbForms(form)) reporting.add(lemma);
  const outcomes = new Set((lexicons.get("outcome-verbs") ?? []).filter(({ particle }) => !particle).map(({ base = "" }) => base));
  return { verbForms, reporting, outcomes, isCue: (word, cue) => cues.get(word)?.has(cue) === true };
}
