import type { Lexicons } from "./parse-lexicon.js";

/** One reading of a verb form. "put" has two: base of *put*, and its past and past participle. */
export interface VerbForm {
  readonly lemma: string;
  /** `base` is the infinitive and the plain present; null for a participle alone ("slain", "killing"). */
  readonly tense: "base" | "present" | "past" | null;
  readonly participle: "past" | "present" | null;
}

/** Every reading of a lower-cased word as a verb; empty for a word that is no form of a known verb. */
export type VerbForms = (lower: string) => readonly VerbForm[];

const NONE: readonly VerbForm[] = [];

/**
 * The table of `lexicons/verb-forms.tsv`, which `npm run build:verbs` makes of about 4,400 verbs. It knows forms, not
 * contexts: "plans" may be a noun, and whether "detained" is past or participle its clause says.
 */
export function createVerbForms(lexicons: Lexicons): VerbForms {
  const readings = new Map<string, VerbForm[]>();
  for (const row of lexicons.get("verb-forms") ?? []) {
    const form = row["form"] ?? "";
    const reading: VerbForm = { lemma: row["lemma"] ?? "", tense: tenseOf(row["tense"]), participle: participleOf(row["participle"]) };
    const known = readings.get(form);
    if (known) known.push(reading);
    else readings.set(form, [reading]);
  }
  return (lower) => readings.get(lower) ?? NONE;
}

const tenseOf = (cell: string | undefined): VerbForm["tense"] => (cell === "base" || cell === "present" || cell === "past" ? cell : null);

const participleOf = (cell: string | undefined): VerbForm["participle"] => (cell === "past" || cell === "present" ? cell : null);
