/** The forms of a verb; past and participle of several spellings or kinds have several ("hanged", "hung"). */
export interface Conjugation {
  readonly base: string;
  readonly present: readonly string[];
  readonly past: readonly string[];
  readonly participle: readonly string[];
  readonly gerund: readonly string[];
}

/** What is known of a verb beyond the rules; an absent field is computed. */
export type VerbException = Partial<Omit<Conjugation, "base">>;

/**
 * Inflects a verb. A field of `exception` counts first; then `suggestedPast`, what compromise says, so far as it is a
 * regular past of the base (it knows which verbs double their last letter); else the rules of English spelling. British
 * and American doubling of -l ("traveled", "travelled") are both given.
 */
export function conjugateVerb(base: string, exception: VerbException, suggestedPast: string | null): Conjugation {
  const doubled = `${base}${base.at(-1) ?? ""}`;
  const stems = SHORT.test(base)
    ? [doubled]
    : LONG_IN_L.test(base)
      ? [base, doubled]
      : suggestedPast === `${doubled}ed`
        ? [doubled]
        : [base];
  const past = exception.past ?? stems.map(regularPast);
  const gerund = exception.gerund ?? stems.map(regularGerund);
  return { base, present: exception.present ?? [regularPresent(base)], past, participle: exception.participle ?? past, gerund };
}

/** One syllable that ends in one vowel and one consonant, which doubles: "stop", "run". */
const SHORT = /^(?:[^aeiou]*qu|[^aeiou]*)[aeiou][^aeiouwxy]$/;

/** More syllables, ending in one vowel and l. */
const LONG_IN_L = /[aeiou][^aeiou]{1,4}[aeiou]l$/;

function regularPresent(base: string): string {
  if (/(?:[sxz]|[cs]h|[^aeiou]o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function regularPast(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

function regularGerund(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}
